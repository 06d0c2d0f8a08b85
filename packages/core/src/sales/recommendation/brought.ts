import type { Fact } from '../../facts/index.ts';
import type { Instant } from '../../values/index.ts';

/** A fact of a friend that counts into what they brought, and with how much. */
export interface BroughtFact {
  /** The stored fact's number, where it has one. */
  readonly id: number | null;
  readonly type: 'order.paid' | 'order.returned';
  readonly at: Instant;
  readonly order: string | null;
  /** Minor units: above 0 for what was paid, 0 or below for what came back. The sum of all is the revenue. */
  readonly counts: number;
}

export interface Brought {
  /** Orders of which something was kept. */
  readonly orders: number;
  /** Minor units: what was paid since, net of what came back. Never below 0. */
  readonly revenue: number;
  readonly firstAt: Instant | null;
  readonly facts: readonly BroughtFact[];
}

/**
 * What a friend has brought since they were recommended: every paid order from then on, less what came back of these
 * orders, at most what was paid for each; a return that names no order is taken from what is left. In order of time;
 * what is of the same instant gives the same sum in any order, for payments come before what undoes them.
 */
export function broughtBy(facts: readonly Fact[], since: Instant): Brought {
  const told = facts
    .filter(({ type, at }) => (type === 'order.paid' || type === 'order.returned') && at >= since)
    .sort((a, b) => a.at - b.at || rank(a) - rank(b));
  const left = new Map<string, number>();
  // A return that is told before its payment is met when the payment comes.
  const early = new Map<string, number>();
  const counted: BroughtFact[] = [];
  let revenue = 0;
  for (const [index, { id = null, type, at, data }] of told.entries()) {
    const amount = wholeOf(data['amount']);
    const order = typeof data['order'] === 'string' && data['order'] !== '' ? data['order'] : null;
    let counts = 0;
    if (type === 'order.paid') {
      const name = order ?? `unnamed ${index}`;
      const back = Math.min(amount, early.get(name) ?? 0);
      if (back > 0) early.set(name, (early.get(name) ?? 0) - back);
      counts = amount - back;
      left.set(name, (left.get(name) ?? 0) + counts);
    } else if (order === null) {
      counts = -takeUnnamed(left, amount);
    } else {
      const kept = left.get(order) ?? 0;
      const back = Math.min(amount, kept);
      counts = back === 0 ? 0 : -back;
      left.set(order, kept - back);
      early.set(order, (early.get(order) ?? 0) + amount - back);
    }
    revenue += counts;
    counted.push({
      id,
      type: type === 'order.paid' ? 'order.paid' : 'order.returned',
      at,
      order,
      counts: counts === 0 ? 0 : counts,
    });
  }
  const first = counted.find((fact) => fact.type === 'order.paid');
  const orders = [...left.values()].filter((kept) => kept > 0).length;
  return { orders, revenue, firstAt: first?.at ?? null, facts: counted };
}

/** Takes from the orders that have something left, the last first; answers how much there was to take. */
function takeUnnamed(left: Map<string, number>, amount: number): number {
  let open = amount;
  for (const [order, kept] of [...left].reverse()) {
    const taken = Math.min(kept, open);
    left.set(order, kept - taken);
    open -= taken;
  }
  return amount - open;
}

function rank({ type }: Fact): number {
  return type === 'order.paid' ? 0 : 1;
}

function wholeOf(value: unknown): number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value > 0 ? value : 0;
}
