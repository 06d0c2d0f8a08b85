import type { Fact } from '../../facts/index.ts';
import type { Instant } from '../../values/index.ts';

/** What somebody's orders of some time came to. */
export interface OrdersKept {
  readonly orders: number;
  /** Minor units, after discounts and returns; never below nought. */
  readonly revenue: number;
}

/**
 * The orders paid from `from` up to, and not at, `until` that were not given back whole, from facts in order of time. What was
 * given back of one of them counts whenever it came back, as far as it is known; a return that names no order counts when
 * it falls into the time itself.
 */
export function ordersKept(facts: readonly Fact[], from: Instant, until: Instant): OrdersKept {
  const paid = new Map<string, number>();
  let nameless = 0;
  for (const fact of facts) {
    const amount = fact.data['amount'];
    if (typeof amount !== 'number' || !Number.isFinite(amount)) continue;
    const order = fact.data['order'];
    const within = fact.at >= from && fact.at < until;
    if (fact.type === 'order.paid' && within) {
      const name = typeof order === 'string' && order !== '' ? order : `${paid.size} without a number`;
      paid.set(name, (paid.get(name) ?? 0) + amount);
    } else if (fact.type === 'order.returned') {
      const known = typeof order === 'string' ? paid.get(order) : undefined;
      if (typeof order === 'string' && known !== undefined) paid.set(order, known - amount);
      else if (within && (typeof order !== 'string' || order === '')) nameless += amount;
    }
  }
  const kept = [...paid.values()].filter((amount) => amount > 0);
  const revenue = kept.reduce((sum, amount) => sum + amount, 0) - nameless;
  return { orders: kept.length, revenue: Math.max(0, revenue) };
}
