import type { ReturnPlan } from '@nardeban/core/offers';
import { accept, type Instant, type Result } from '@nardeban/core/values';
import type { Tx } from '../../../platform/database/index.ts';
import { cardsSoldBy, refundCard } from '../../programme/index.ts';
import type { Order } from './order-store.ts';

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
