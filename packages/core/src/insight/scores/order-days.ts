import type { Day } from '../../values/index.ts';
import type { OrderKept } from '../buyer.ts';

/** What the models read of one buyer: order days, those up to a cut and those after it, and the mean of repeat days. */
export interface OrderDays {
  readonly first: Day;
  readonly last: Day;
  /** Order days after the first. */
  readonly repeats: number;
  /** The mean value of a repeat day, net of what came back; 0 without one. */
  readonly mean: number;
  /** What all orders together were worth, net. */
  readonly spent: number;
  /** As at the end of the cut; null where their first order is after it. */
  readonly atCut: { readonly repeats: number; readonly last: Day; readonly after: number } | null;
}

/** Orders on one day are one. `orders` in order of time, at least one. */
export function orderDays(orders: readonly OrderKept[], cut: Day): OrderDays {
  const first = orders[0]?.day ?? 0;
  let last = first;
  let [repeats, spent, onFirst, repeatsAtCut, after] = [0, 0, 0, 0, 0];
  let lastAtCut = first;
  for (const { day, amount, returned } of orders) {
    const value = amount - returned;
    spent += value;
    if (day === first) onFirst += value;
    if (day === last) continue;
    last = day;
    repeats++;
    if (day <= cut) {
      repeatsAtCut++;
      lastAtCut = day;
    } else after++;
  }
  return {
    first,
    last,
    repeats,
    mean: repeats === 0 ? 0 : (spent - onFirst) / repeats,
    spent,
    atCut: first > cut ? null : { repeats: repeatsAtCut, last: lastAtCut, after },
  };
}
