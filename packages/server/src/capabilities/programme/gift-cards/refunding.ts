import { accept, refuse, type Result } from '@nardeban/core/values';
import { timestamptz, type Tx } from '../../../platform/database/index.ts';
import type { Author } from '../codes/batches.ts';
import { takeBack } from '../ledger/posting.ts';
import { cardFor, changed, type GiftCard, loadKey, noteChange } from './cards.ts';
import { moneyOn } from './money-on-cards.ts';

export interface Refunded {
  readonly card: GiftCard;
  /** What went off the card: so much, and no more, is owed back to who paid for it. */
  readonly refunded: number;
  /** What of the money that was paid had been used already. */
  readonly used: number;
}

interface LoadRow {
  readonly place: number;
  readonly amount: number;
  readonly refundedAt: number | null;
}

/**
 * Gives the money for a card back. The purchase of the card itself (`place` 1) ends it: everything that is still on it goes
 * off it, top-ups too, and nothing makes it worth anything again. A top-up takes at most its own amount off. What was used
 * stays used, so it cannot be had twice. Refusals: `gift_card_unknown`, `gift_card_refunded`, `gift_card_load_unknown`,
 * `gift_card_held` (an open quote keeps some of it aside).
 */
export async function refundCard(
  tx: Tx,
  id: number,
  asked: {
    readonly place?: number | undefined;
    readonly reason: string;
    readonly order?: string | undefined;
  },
  author: Author,
): Promise<Result<Refunded>> {
  const { place = 1, reason } = asked;
  const card = await cardFor(tx, id, 'refund');
  if (!card.ok) return card;
  const { rows } = await tx.query<LoadRow>(
    `SELECT place, amount, refunded_at AS "refundedAt" FROM gift_card_loads
     WHERE business_id = this_business() AND card_id = $1 ORDER BY place FOR UPDATE`,
    [id],
  );
  const asFor = rows.find((row) => row.place === place);
  if (asFor === undefined) return refuse('gift_card_load_unknown', 'place', { place });
  if (asFor.refundedAt !== null) return refuse('gift_card_refunded', 'place');
  const money = await moneyOn(tx, id, author.now);
  if (money.held > 0) return refuse('gift_card_held', undefined, { held: money.held });
  const loads = place === 1 ? rows.filter((row) => row.refundedAt === null) : [asFor];
  const paid = loads.reduce((sum, { amount }) => sum + amount, 0);
  let left = Math.min(paid, money.balance);
  const refunded = left;
  // The last one first: what is left of the first purchase is what has not been used.
  for (const load of loads.toReversed()) {
    const units = Math.min(load.amount, left);
    left -= units;
    const taken = await takeOff(tx, id, { place: load.place, units, reason, order: asked.order }, author);
    if (!taken.ok) return taken;
  }
  if (place !== 1) return accept({ card: card.value, refunded, used: paid - refunded });
  await noteChange(tx, card.value, { what: 'refunded', reason }, author);
  const ended = await changed(tx, id, { state: 'refunded' }, author);
  return ended.ok ? accept({ card: ended.value, refunded, used: paid - refunded }) : ended;
}

async function takeOff(
  tx: Tx,
  id: number,
  {
    place,
    units,
    reason,
    order,
  }: {
    readonly place: number;
    readonly units: number;
    readonly reason: string;
    readonly order: string | undefined;
  },
  { by, now }: Author,
): Promise<Result<true>> {
  await tx.query(
    `UPDATE gift_card_loads SET refunded = $3, refunded_by = $4, refunded_at = $5
     WHERE business_id = this_business() AND card_id = $1 AND place = $2`,
    [id, place, units, by, timestamptz(now)],
  );
  if (units === 0) return accept(true);
  const taken = await takeBack(tx, {
    earned: loadKey(id, place),
    units,
    at: now,
    now,
    cause: { kind: 'gift-card', reason, by, ...(order === undefined ? {} : { order }) },
    key: `${loadKey(id, place)}:refund`,
    negative: 'clamp',
  });
  return taken.ok ? accept(true) : taken;
}

/** The cards that were sold on a line of an order (on any, where none is named), for a return to give back. */
export async function cardsSoldBy(
  tx: Tx,
  order: string,
  line?: number,
): Promise<readonly { readonly card: number; readonly place: number; readonly amount: number }[]> {
  const { rows } = await tx.query<{ card: number; place: number; amount: number }>(
    `SELECT card_id AS card, place, amount FROM gift_card_loads
     WHERE business_id = this_business() AND order_number = $1 AND ($2::int IS NULL OR line = $2) AND refunded_at IS NULL
     ORDER BY card_id, place LIMIT 1000`,
    [order, line ?? null],
  );
  return rows;
}

/** How many cards were made for each line of an order, and how many of them were refunded since. */
export async function cardsMadeFor(
  tx: Tx,
  order: string,
): Promise<ReadonlyMap<number, { readonly made: number; readonly refunded: number }>> {
  const { rows } = await tx.query<{ line: number; made: number; refunded: number }>(
    `SELECT line, count(*)::int AS made, count(refunded_at)::int AS refunded FROM gift_card_loads
     WHERE business_id = this_business() AND order_number = $1 AND place = 1 AND line IS NOT NULL GROUP BY line`,
    [order],
  );
  return new Map(rows.map(({ line, ...counts }) => [line, counts]));
}

/**
 * Of these cards those that still take money: to any other one nothing can be given back by a return, and it has to be paid
 * out in another way.
 */
export async function cardsThatTake(tx: Tx, cards: readonly number[]): Promise<ReadonlySet<number>> {
  const { rows } = await tx.query<{ card: number }>(
    `SELECT card_id AS card FROM gift_cards
     WHERE business_id = this_business() AND card_id = ANY($1::bigint[]) AND state <> 'refunded' ORDER BY card_id FOR SHARE`,
    [cards],
  );
  return new Set(rows.map(({ card }) => card));
}
