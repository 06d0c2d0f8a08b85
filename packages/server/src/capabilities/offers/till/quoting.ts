import { priceBasket, type Priced } from '@nardeban/core/offers';
import { accept, type Instant, type Refusal, refuse, type Result } from '@nardeban/core/values';
import type { Rows, Statement, Tx } from '../../../platform/database/index.ts';
import type { Business } from '../../../platform/tenancy/index.ts';
import { type Guesser, release } from '../../programme/index.ts';
import { loadPricing, type Loaded, pricingStatements, type ReadAhead } from './loading.ts';
import { orderByNumber, orderStatement } from './order-store.ts';
import { holdingFor } from './posting.ts';
import { keepQuote, lastingQuoteStatement, type NewQuote, type Quote } from './quote-store.ts';
import type { QuoteBody, QuoteRequest } from './schemas.ts';
import { type Who, whoIs } from './who.ts';

/** How long a quote keeps what it promises, where nobody says, and at most. */
export const HELD_MS = 15 * 60_000;
const LONGEST_MS = 24 * 60 * 60_000;
/** An order never comes to more than this, in minor units: sums of such orders are still exact. */
const MOST_GROSS = 1e15;

export interface Asking {
  readonly business: Business;
  readonly now: Instant;
  readonly by: string;
  readonly guesser: Guesser;
}

/**
 * Whatever a hold was refused for stays locked by it until the transaction ends, so the next price sees exactly what is left
 * of that: as many attempts as there are things of which a basket takes some.
 */
const MOST_ATTEMPTS = 12;

/** A price with what it was read from. */
export interface PricedNow {
  readonly loaded: Loaded;
  readonly priced: Priced;
  readonly who: Who;
}

/** A basket that adds up to what no order comes to, or a repeated wallet or card. Refusals: `basket_too_large`, `named_twice`. */
export function checkRequest({ basket, use, giftCards }: QuoteRequest): Result<true> {
  const gross = basket.lines.reduce((sum, { quantity, unitPrice }) => sum + quantity * unitPrice, 0);
  if (!(gross <= MOST_GROSS)) return refuse('basket_too_large', 'basket', { most: MOST_GROSS });
  const over = basket.lines.findIndex(({ quantity, unitPrice, tax }) => (tax ?? 0) > quantity * unitPrice);
  if (over >= 0) return refuse('line_tax_too_large', `basket.lines.${over}.tax`, { line: over + 1 });
  const wallets = use?.map(({ wallet }) => wallet) ?? [];
  if (new Set(wallets).size < wallets.length) return refuse('named_twice', 'use');
  const cards = giftCards?.map(({ code }) => code.trim().toUpperCase()) ?? [];
  if (new Set(cards).size < cards.length) return refuse('named_twice', 'giftCards');
  return accept(true);
}

/** Prices a basket for who is meant, as of `now`. Nothing is kept aside. */
export async function priceNow(
  tx: Tx,
  asked: QuoteRequest,
  { business, now, guesser }: Asking,
  { written, ahead }: { readonly written: boolean; readonly ahead?: ReadAhead | undefined },
): Promise<Result<PricedNow>> {
  const checked = checkRequest(asked);
  if (!checked.ok) return checked;
  const who = await whoIs(tx, business, asked, { now, written });
  if (!who.ok) return who;
  const { person } = who.value;
  const loaded = await loadPricing(tx, { business, asked, person, now, guesser, holding: written }, ahead);
  if (!loaded.ok) return loaded;
  const priced = priceBasket(loaded.value.input);
  return priced.ok ? accept({ loaded: loaded.value, priced: priced.value, who: who.value }) : priced;
}

/** What a quote rests on, read before it is known whether it may be made. */
interface QuoteAhead extends ReadAhead {
  /** Whether there is an order of the number it is to have. */
  readonly isTaken: boolean;
  /** The number it may be kept under. */
  readonly id: number;
}

/** What `readOf` makes a `QuoteAhead` of, `id` being a number that no other quote has; null: who is meant has to be found out first. */
export function quoteStatements(
  body: QuoteBody,
  { business, now }: Asking,
  id: number,
): {
  readonly id: number;
  readonly statements: Statement[];
  readOf(answers: readonly Rows<object>[]): QuoteAhead;
} | null {
  if (body.identifier !== undefined || body.memberCode !== undefined) return null;
  const { all, readOf } = pricingStatements({ business, asked: body, person: body.person ?? null, now });
  const { order } = body;
  return {
    id,
    statements: [...all, ...(order === undefined ? [] : [orderStatement(order, { forUpdate: false })])],
    readOf: (answers) => ({
      ...readOf(answers),
      isTaken: (answers[all.length]?.rows.length ?? 0) > 0,
      id,
    }),
  };
}

/** A quote that was made. */
export interface Made extends PricedNow {
  readonly id: number;
  readonly quote: Omit<NewQuote, 'hold'>;
  /** What keeps it, as the last of the transaction; absent: it is kept. */
  readonly last?: readonly Statement[];
}

/**
 * Prices a basket and keeps everything aside that the price rests on. Where somebody else took some of it between the look
 * and the hold, it is priced again. Refusals: those of `priceNow`, `until_invalid`, `order_number_taken`, those of the
 * ledger's `hold`. With `atOnce`, and what was read `ahead`, it is kept together with the end of the transaction, which then
 * fails where somebody else took some of it; whoever asks tries again without.
 */
export async function makeQuote(
  tx: Tx,
  body: QuoteBody,
  asking: Asking,
  ahead?: QuoteAhead,
  { atOnce }: { readonly atOnce: boolean } = { atOnce: false },
): Promise<Result<Made>> {
  const { dry_run: _dry, now: _now, until: asUntil, ...asked } = body;
  const { now } = asking;
  const until = asUntil ?? now + HELD_MS;
  if (until <= now || until > now + LONGEST_MS) return refuse('until_invalid', 'until');
  const isTaken =
    ahead?.isTaken ?? (asked.order !== undefined && (await orderByNumber(tx, asked.order)) !== null);
  if (isTaken) return refuse('order_number_taken', 'order', { number: asked.order ?? '' });
  let refused: Refusal | undefined;
  for (let attempt = 1; attempt <= MOST_ATTEMPTS; attempt++) {
    const priced = await priceNow(tx, asked, asking, {
      written: true,
      ahead: attempt === 1 ? ahead : undefined,
    });
    if (!priced.ok) return priced;
    const { loaded, who } = priced.value;
    const { person, alone } = loaded;
    const holding = holdingFor(priced.value.priced, { person, alone, until, now, purpose: 'quote' });
    const quote = {
      person: loaded.person,
      number: asked.order ?? null,
      asked: settled(asked, loaded.person),
      priced: priced.value.priced,
      restsOn: loaded.club.restsOn,
      version: loaded.club.programme?.version ?? null,
      proofFor: proofFor(loaded, priced.value.priced),
      isProven: who.isProven,
      until,
      madeBy: asking.by,
      madeAt: now,
    };
    if (atOnce && ahead !== undefined)
      return accept({
        ...priced.value,
        quote,
        id: ahead.id,
        last: [lastingQuoteStatement(ahead.id, quote, holding)],
      });
    const kept = await keepQuote(tx, quote, holding);
    if (!kept.ok) {
      refused = kept.refusal;
      continue;
    }
    return accept({ ...priced.value, quote, id: kept.value.id });
  }
  return { ok: false, refusal: refused ?? { code: 'try_again' } };
}

/** What of a price asks for a one-time code. */
export function proofFor({ proofFor: rewards }: Loaded, { payments, spent }: Priced): string[] {
  return [
    ...payments.flatMap(({ source, proof }) => (proof ? [source] : [])),
    ...spent
      .flatMap(({ reward }) => (reward === undefined ? [] : [`reward:${reward}`]))
      .filter((one) => rewards.includes(one)),
  ];
}

/** What was asked, with the person who was found: a code that was shown once cannot be read again later. */
function settled(asked: QuoteRequest, person: number | null): QuoteRequest {
  const { memberCode: _code, identifier: _identifier, newcomer: _newcomer, person: _person, ...rest } = asked;
  return person === null ? rest : { ...rest, person };
}

/** Whether two prices of one basket ask the same of the customer and promise the same. */
export function isSamePrice(before: Priced, after: Priced): boolean {
  const told = ({ lines, due, spent, giftCards, earned, claims, decisions }: Priced) =>
    JSON.stringify([
      lines.map(({ net, byWallets, byGiftCards }) => [net, byWallets, byGiftCards]),
      due,
      spent.map(({ wallet, points, worth }) => [wallet, points, worth]),
      giftCards.map(({ card, amount }) => [card, amount]),
      earned.map(({ rule, wallet, points }) => [rule, wallet, points]),
      claims.map(({ key, of, add }) => [key, of, add]),
      decisions.filter(({ outcome }) => outcome !== 'skipped').map(({ source, amount }) => [source, amount]),
    ]);
  return told(before) === told(after);
}

/**
 * The price of what a quote asked as it is now, its own hold given free for it: for a quote that can no longer be
 * committed as it is. The caller rolls back, or goes on with the new price.
 */
export async function priceAgain(tx: Tx, quote: Quote, asking: Asking): Promise<Result<PricedNow>> {
  if (quote.hold !== null) await release(tx, quote.hold);
  return priceNow(tx, quote.asked, asking, { written: false });
}
