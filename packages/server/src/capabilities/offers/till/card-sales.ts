import type { ReturnPlan } from '@nardeban/core/offers';
import { accept, type Instant, refuse, type Result } from '@nardeban/core/values';
import type { Tx } from '../../../platform/database/index.ts';
import type { Business } from '../../../platform/tenancy/index.ts';
import {
  cardById,
  cardsMadeFor,
  cardsSoldBy,
  issueCard,
  recodeCard,
  refundCard,
} from '../../programme/index.ts';
import { heldOrder, type Order } from './order-store.ts';

/** What became of gift cards that were bought with what comes back. */
export interface CardsEnded {
  /** Good for nothing from now on. */
  readonly cards: readonly number[];
  /** What had been used of them, in minor units: it is not paid back. */
  readonly used: number;
}

/**
 * Ends the gift cards that were sold on lines that come back, as many as pieces do: those made first, first. Refusals: those
 * of `refundCard`, such as a card of which an open quote keeps some aside.
 */
export async function endCardsSold(
  tx: Tx,
  order: Pick<Order, 'number' | 'basket'>,
  plan: Pick<ReturnPlan, 'lines'>,
  { by, now, reason }: { readonly by: string; readonly now: Instant; readonly reason: string },
): Promise<Result<CardsEnded>> {
  const ended: number[] = [];
  let used = 0;
  for (const { place, pieces } of plan.lines) {
    if (order.basket.lines[place]?.kind !== 'gift-card') continue;
    const sold = await cardsSoldBy(tx, order.number, place);
    for (const { card, place: load } of sold.slice(0, pieces)) {
      const refunded = await refundCard(tx, card, { place: load, reason, order: order.number }, { by, now });
      if (!refunded.ok) return refunded;
      ended.push(card);
      used += refunded.value.used;
    }
  }
  return accept({ cards: ended, used });
}

/** More are handed over by asking again. */
export const CARDS_AT_ONCE = 50;

export interface CardSold {
  /** The line of the order it was sold on, by its place. */
  readonly line: number;
  readonly card: number;
  readonly tail: string;
  readonly amount: number;
  readonly code: string;
}

/**
 * Makes the gift cards that were sold on lines of an order: one for each piece that neither has its card nor came back, so
 * asking again makes none twice. What was paid for them is owed from here on, and is no income. Refusals: `order_unknown`,
 * `gift_cards_none_due`, those of `issueCard`.
 */
export async function issueCardsSold(
  tx: Tx,
  business: Business,
  { number, expiresAt }: { readonly number: string; readonly expiresAt: Instant | null },
  author: { readonly by: string; readonly now: Instant },
): Promise<Result<{ readonly cards: readonly CardSold[]; readonly left: number }>> {
  const order = await heldOrder(tx, number);
  if (order === null) return refuse('order_unknown', 'number', { number });
  const of = await cardsMadeFor(tx, number);
  const cards: CardSold[] = [];
  let left = 0;
  for (const [line, { kind, quantity, unitPrice: amount }] of order.basket.lines.entries()) {
    if (kind !== 'gift-card') continue;
    const { made: there, refunded } = of.get(line) ?? { made: 0, refunded: 0 };
    // Of what came back, cards went first: the rest had none, and gets none any more.
    const without = Math.max(0, (order.returned[line] ?? 0) - refunded);
    let due = quantity - there - without;
    for (; due > 0 && cards.length < CARDS_AT_ONCE; due -= 1) {
      const load = { amount, paid: true, order: number, line };
      const made = await issueCard(tx, business, { ...load, person: null, expiresAt }, author);
      if (!made.ok) return made;
      const { card, code } = made.value;
      cards.push({ line, card: card.id, tail: card.tail, amount, code });
    }
    left += Math.max(0, due);
  }
  return cards.length === 0 ? refuse('gift_cards_none_due', 'number', { number }) : accept({ cards, left });
}

/** So long after its sale whoever sold it may give it a new code. */
const FRESH_MS = 24 * 60 * 60 * 1000;

/**
 * Gives a card that was just sold on an order a new code, where the old one got lost on its way to the till: it is kept nowhere.
 * Only while the card is as it was sold, so that nobody at a till takes what somebody else has in hand. Refusals:
 * `order_unknown`, `gift_card_unknown` (it was not sold on this order), `gift_card_not_fresh`.
 */
export async function recodeCardSold(
  tx: Tx,
  business: Business,
  { number, card: id }: { readonly number: string; readonly card: number },
  author: { readonly by: string; readonly now: Instant },
): Promise<Result<Omit<CardSold, 'line'>>> {
  if ((await heldOrder(tx, number)) === null) return refuse('order_unknown', 'number', { number });
  const sold = (await cardsSoldBy(tx, number)).find(({ card, place }) => card === id && place === 1);
  if (sold === undefined) return refuse('gift_card_unknown', 'card', { id });
  const found = await cardById(tx, id, author.now);
  if (!found.ok) return found;
  const { card, loads } = found.value;
  const isFresh =
    card.state === 'active' &&
    card.person === null &&
    loads.length === 1 &&
    card.available === sold.amount &&
    author.now - card.madeAt < FRESH_MS;
  if (!isFresh) return refuse('gift_card_not_fresh', 'card', { id });
  const told = await recodeCard(tx, business, id, number, author);
  if (!told.ok) return told;
  return accept({ card: id, tail: told.value.card.tail, amount: sold.amount, code: told.value.code });
}
