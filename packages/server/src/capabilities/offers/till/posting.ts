import type { Priced } from '@nardeban/core/offers';
import { type Basket, earningKey } from '@nardeban/core/programme';
import { accept, type Instant, refuse, type Result } from '@nardeban/core/values';
import type { Rows, Statement, Tx } from '../../../platform/database/index.ts';
import type { Business } from '../../../platform/tenancy/index.ts';
import { appendingFacts, appendOfHeldStatement } from '../../facts/index.ts';
import {
  captureClaimsStatement,
  captureStatement,
  type Cause,
  type Credit,
  earnStatement,
  GIFT_CARD_WALLET,
  hold,
  type Holding,
  type LedgerAnswer,
  owingStatement,
  type Posted,
  readEarned,
  readPosted,
} from '../../programme/index.ts';
import { insertOrderStatement, type Order, orderOfQuoteStatement, type PostedFor } from './order-store.ts';
import { quoteStateStatement } from './quote-store.ts';
import { purchaseFacts, type Sources, summed } from './telling.ts';

/** Everything that makes an order of what was priced. */
export interface Selling {
  readonly business: Business;
  readonly number: string;
  /** Who they are now; null: nobody known. */
  readonly person: number | null;
  readonly basket: Basket;
  readonly priced: Priced;
  /** The version of the programme that it was priced under. */
  readonly version: number | null;
  /** What was kept aside for it; null: there was nothing to keep. */
  readonly hold: number | null;
  readonly quote: number | null;
  readonly method: string | null;
  readonly at: Instant;
  readonly now: Instant;
  readonly by: string;
  readonly sources: Sources;
  readonly device?: number;
  readonly slip?: number;
}

/** Whether anything has to be kept aside between the price and the payment. */
export function needsHold(priced: Priced): boolean {
  return priced.spent.length > 0 || priced.giftCards.length > 0 || priced.claims.length > 0;
}

interface Purpose {
  readonly person: number | null;
  /** Nobody is one with them. */
  readonly alone?: boolean;
  readonly until: Instant;
  readonly now: Instant;
  readonly purpose: string;
}

/** Keeps everything aside that a price rests on; null where that is nothing. Refusals: those of the ledger's `hold`. */
export async function holdFor(tx: Tx, priced: Priced, purpose: Purpose): Promise<Result<number | null>> {
  const asked = holdingFor(priced, purpose);
  if (asked === null) return accept(null);
  const held = await hold(tx, asked);
  return held.ok ? accept(held.value.hold) : held;
}

/** What has to be kept aside for a price; null: nothing. */
export function holdingFor(
  priced: Priced,
  { person, alone = false, until, now, purpose }: Purpose,
): Holding | null {
  if (!needsHold(priced)) return null;
  return {
    ...(person === null ? {} : { person }),
    wallets: [...summed(priced.spent.map(({ wallet, points }) => [wallet, points]))].map(
      ([wallet, units]) => ({ wallet, units }),
    ),
    cards: priced.giftCards.map(({ card, amount }) => ({ card, amount })),
    claims: priced.claims.map(({ key, of, add, limit }) => ({ key, of, add, limit })),
    alone,
    until,
    now,
    purpose,
  };
}

/**
 * Posts an order and tells it, then writes it down. Refusals: `order_number_taken`, those of the ledger's `capture`; the
 * caller then undoes what was posted.
 */
export async function postOrder(tx: Tx, selling: Selling): Promise<Result<Order>> {
  const posted = await postSale(tx, selling);
  if (!posted.ok) return posted;
  const order = posted.value;
  const { rows } = await tx.query<{ id: number }>(insertOrderStatement(order));
  return rows[0] === undefined
    ? refuse('order_number_taken', 'order', { number: order.number })
    : accept({ ...order, id: rows[0].id });
}

/**
 * Posts what an order spends and earns, ends its quote and tells it, in one round trip; the order itself is still to be
 * written down. Refusals: those of the ledger's `capture`.
 */
export async function postSale(tx: Tx, selling: Selling): Promise<Result<Omit<Order, 'id'>>> {
  const { business, number, person, at, now } = selling;
  const facts = appendingFacts(business, purchaseFacts(selling, selling.sources));
  const cause: Cause = { kind: 'purchase', order: number };
  const credits = creditsOf(selling);
  const statements: Statement[] = [];
  if (selling.hold !== null) statements.push(captureStatement(selling.hold, { at, now, cause }));
  if (person !== null && credits.length > 0)
    statements.push(earnStatement({ holder: { kind: 'person', id: person }, credits, at, now }));
  if (selling.quote !== null) statements.push(quoteStateStatement(selling.quote, 'committed'));
  statements.push(...owingOf(selling));
  const answers = await tx.queryAll<object[]>([...statements, facts.statement]);
  const captured =
    selling.hold === null ? accept<Posted[]>([]) : readPosted((answers[0] ?? NOTHING) as Rows<LedgerAnswer>);
  if (!captured.ok) return captured;
  const earned =
    person === null || credits.length === 0
      ? []
      : readEarned((answers[selling.hold === null ? 0 : 1] ?? NOTHING) as Rows<LedgerAnswer>);
  await facts.read(tx, answers.at(-1) ?? NOTHING);
  return accept({ ...orderOf(selling), posted: postedFor(captured.value, credits, earned) });
}

/**
 * The same of a quote, the order written down as well, as statements to be sent together with the end of the transaction. They
 * answer nothing that is needed: the person is held, and none of these facts changes who somebody is. Whoever commits calls the
 * climber afterwards. With `atOnce` they fail where the buyer owes something.
 */
export function sellingStatements(selling: Selling & { readonly atOnce: boolean }): {
  readonly order: Omit<Order, 'id' | 'posted'>;
  readonly statements: readonly Statement[];
} {
  const { business, number, person, at, now } = selling;
  const order = orderOf(selling);
  const credits = creditsOf(selling);
  const cause: Cause = { kind: 'purchase', order: number };
  return {
    order,
    statements: [
      orderOfQuoteStatement(order, order.basket.lines.length, {
        capture:
          selling.hold === null
            ? null
            : captureStatement(selling.hold, { at, now, cause, claimsLater: true }),
        earning:
          person === null || credits.length === 0
            ? null
            : earnStatement({ holder: { kind: 'person', id: person }, credits, at, now }),
        atOnce: selling.atOnce && selling.priced.spent.length + selling.priced.giftCards.length === 0,
      }),
      appendOfHeldStatement(business, purchaseFacts(selling, selling.sources)),
      ...owingOf(selling),
      ...(selling.hold === null || selling.priced.claims.length === 0
        ? []
        : [captureClaimsStatement(selling.hold)]),
    ],
  };
}

/** What partners are owed for their rewards in the basket; none: nothing to say. */
function owingOf({ number, priced, by, now }: Selling): Statement[] {
  const rewards = priced.spent.flatMap(({ reward, wallet, points }) =>
    reward === undefined ? [] : [{ reward, wallet, units: points }],
  );
  return rewards.length === 0 ? [] : [owingStatement({ number, rewards }, { by, now })];
}

function orderOf(selling: Selling): Omit<Order, 'id' | 'posted'> {
  const { number, person, basket, priced, at, now } = selling;
  return {
    number,
    person,
    quote: selling.quote,
    basket,
    priced,
    due: priced.due,
    method: selling.method,
    at,
    postedAt: now,
    madeBy: selling.by,
    device: selling.device ?? null,
    slip: selling.slip ?? null,
    state: 'closed',
    returned: basket.lines.map(() => 0),
    revision: 1,
  };
}

const NOTHING: Rows<object> = { rows: [], rowCount: 0 };

/** What is earned, each under the key that the same rule and order have wherever they are told. */
function creditsOf({ priced, number, version }: Selling): Credit[] {
  return priced.earned
    .filter(({ points }) => points > 0)
    .map(({ rule, wallet, points, availableFrom, expiresAt }) => ({
      wallet,
      units: points,
      availableFrom,
      expiresAt,
      cause: { kind: 'earning', order: number, rule, ...(version === null ? {} : { version }) },
      key: earningKey(rule, { kind: 'order', order: number }),
    }));
}

/** A credit whose key had been posted before is not this order's to take back. */
function postedFor(
  captured: readonly Posted[],
  credits: readonly Credit[],
  earned: readonly Posted[],
): PostedFor {
  return {
    spends: captured.map(({ transaction, holder, wallet, units }) => ({
      of: holder.kind === 'card' && wallet === GIFT_CARD_WALLET ? { card: holder.id } : { wallet },
      transaction,
      units: Math.abs(units),
    })),
    earned: credits.flatMap(({ wallet, units, key, cause }, place) =>
      earned[place]?.isNew === true ? [{ rule: cause.rule ?? '', wallet, key, units }] : [],
    ),
  };
}
