import { accept, type Instant, type Refusal, refuse, type Result } from '@nardeban/core/values';
import type { Rows, Statement, Tx } from '../../../platform/database/index.ts';
import { type CodeProof, refusalOfLedger, useCode } from '../../programme/index.ts';
import { clubNow, clubStatement } from './club-now.ts';
import { isNumberTaken, type Order, orderOfQuote } from './order-store.ts';
import { holdFor, sellingStatements } from './posting.ts';
import { type Quote, quoteIn, shownQuoteStatement } from './quote-store.ts';
import { type Asking, isSamePrice, priceAgain } from './quoting.ts';
import type { CommitBody } from './schemas.ts';
import { sourcesOf, sourcesStatement } from './telling.ts';

/** How far the clock of a till may be ahead of ours, and how long ago it may say that something was paid. */
const AHEAD_MS = 5 * 60_000;
const BEHIND_MS = 24 * 60 * 60_000;

export interface Committing extends Asking {
  readonly quote: number;
  readonly told: Pick<CommitBody, 'paid' | 'method' | 'order' | 'at'>;
  /** A code that was right, to be used up with this; null: none was told. */
  readonly proof: CodeProof | null;
  /** What is nearly always so is taken to be so; where it is not the transaction fails, and whoever asks tries again without. */
  readonly atOnce?: boolean;
}

/** What `commitQuote` is to be given the answers of: it changes nothing and waits for nobody. */
export function commitStatements(quote: number): Statement[] {
  return [shownQuoteStatement(quote, 'skip'), sourcesStatement, clubStatement];
}

export interface Committed {
  readonly order: Omit<Order, 'id' | 'posted'>;
  /** What posts, tells and writes it down, as the last of the transaction; absent: it is written. */
  readonly last?: readonly Statement[];
  /** What the last refuses. */
  readonly refusedBy?: (error: unknown) => Refusal | null;
}

/**
 * Makes the order of a quote that was paid. The same commit again answers the same order. Refusals: `quote_unknown`,
 * `quote_released`, `quote_expired` and `quote_prices_changed` (with `dueNow`: what it would come to now), `paid_differs`,
 * `method_differs`, `till_clock_wrong`, `proof_needed`, `code_used`, `order_number_taken`.
 */
export async function commitQuote(
  tx: Tx,
  committing: Committing,
  ahead: readonly Rows<object>[],
): Promise<Result<Committed>> {
  const { business, now, told } = committing;
  // Whoever has the quote at this moment may be committing it.
  const answers =
    ahead[0]?.rows.length === 1
      ? ahead
      : await tx.queryAll<object[]>([
          shownQuoteStatement(committing.quote, 'wait'),
          sourcesStatement,
          clubStatement,
        ]);
  const quote = quoteIn(answers[0]);
  if (quote === null) return refuse('quote_unknown', 'id', { id: committing.quote });
  const number = quote.number ?? told.order ?? `Q${quote.id}`;
  if (quote.state === 'committed') return committedBefore(tx, quote, told);
  if (quote.state === 'released') return refuse('quote_released', 'id', { id: quote.id });
  if (quote.number !== null && told.order !== undefined && told.order !== quote.number)
    return refuse('order_number_differs', 'order', { number: quote.number });
  const clock = checkClock(told.at, quote, now);
  if (!clock.ok) return clock;

  const checked = await checkPrice(tx, quote, committing, answers[2]);
  if (!checked.ok) return checked;
  const hold = checked.value;
  const { priced } = quote;
  if (told.paid !== priced.due) return refuse('paid_differs', 'paid', { paid: told.paid, due: priced.due });
  const method = quote.asked.basket.method ?? told.method ?? null;
  if (told.method !== undefined && told.method !== method)
    return refuse('method_differs', 'method', { method: method ?? '' });
  const proven = await prove(tx, quote, committing);
  if (!proven.ok) return proven;

  const sources = await sourcesOf(tx, business, (answers[1]?.rows ?? []) as { name: string; id: number }[]);
  const sold = sellingStatements({
    business,
    number,
    person: quote.person,
    basket: quote.asked.basket,
    priced,
    version: quote.version,
    hold,
    quote: quote.id,
    method,
    at: clock.value,
    now,
    by: committing.by,
    sources,
    atOnce: committing.atOnce ?? false,
  });
  return accept({
    order: sold.order,
    last: sold.statements,
    refusedBy: (error) =>
      isNumberTaken(error)
        ? { code: 'order_number_taken', field: 'order', detail: { number } }
        : refusalOfLedger(error),
  });
}

/** The order that was made of it, whatever has become of the order since. */
async function committedBefore(
  tx: Tx,
  quote: Quote,
  told: Pick<CommitBody, 'paid' | 'order'>,
): Promise<Result<Committed>> {
  const order = await orderOfQuote(tx, quote.id);
  if (order === null) throw new Error(`The order of quote ${quote.id} is not there`);
  if (told.paid !== order.due) return refuse('paid_differs', 'paid', { paid: told.paid, due: order.due });
  if (told.order !== undefined && told.order !== order.number)
    return refuse('order_number_differs', 'order', { number: order.number });
  return accept({ order });
}

/** When it was paid by the clock of the till, within bounds that no honest clock leaves. */
function checkClock(at: Instant | undefined, quote: Quote, now: Instant): Result<Instant> {
  if (at === undefined) return accept(now);
  if (at > now + AHEAD_MS || at < Math.min(now, quote.madeAt) - BEHIND_MS)
    return refuse('till_clock_wrong', 'at', {
      at: new Date(at).toISOString(),
      now: new Date(now).toISOString(),
    });
  return accept(Math.min(at, now));
}

/**
 * Whether the quote still stands, and the hold that keeps it. Where prices have changed since, it is priced again: a change
 * that makes no difference to this basket is none.
 */
async function checkPrice(
  tx: Tx,
  quote: Quote,
  committing: Committing,
  club: Rows<object> | undefined,
): Promise<Result<number | null>> {
  const { business, now } = committing;
  const { restsOn } = await clubNow(tx, business, club);
  const isOver = quote.until <= now;
  if (!isOver && restsOn === quote.restsOn) return accept(quote.hold);
  const again = await priceAgain(tx, quote, committing);
  const dueNow = again.ok ? again.value.priced.due : null;
  const detail = {
    id: quote.id,
    due: quote.priced.due,
    ...(dueNow === null ? {} : { dueNow }),
    until: new Date(quote.until).toISOString(),
  };
  if (isOver) return refuse('quote_expired', 'id', detail);
  if (!again.ok || !isSamePrice(quote.priced, again.value.priced))
    return refuse('quote_prices_changed', 'id', detail);
  return holdFor(tx, quote.priced, { person: quote.person, until: quote.until, now, purpose: 'quote' });
}

/** Where what is spent asks for it, whoever pays has to have shown who they are. */
async function prove(tx: Tx, quote: Quote, { proof, now }: Committing): Promise<Result<true>> {
  if (quote.proofFor.length === 0 || quote.isProven) return accept(true);
  if (proof === null) return refuse('proof_needed', 'proof', { of: quote.proofFor.join(', ') });
  return useCode(tx, proof, now);
}
