import type { Fact } from '../../facts/index.ts';
import type { Instant } from '../../values/index.ts';

/** An order with what is left of it, in minor units. */
export interface Purchase {
  readonly order: string;
  /** When it was paid for first: a second payment is a part of it. */
  readonly at: Instant;
  readonly paid: number;
  readonly left: number;
}

export interface Purchases {
  /** In order of time. One given back whole is among them, with nothing left. */
  readonly all: readonly Purchase[];
  /** Returns that name no order: nobody knows from which they are. */
  readonly loose: readonly { readonly at: Instant; readonly amount: number }[];
  /** When something came back last; null: nothing did. */
  readonly returnedAt: Instant | null;
}

/**
 * The orders among facts, in whatever order they come, with what came back of each until `at`: as everywhere, a return
 * takes from the order it names at most what was paid for it (docs/decisions/0006-returns-and-kept.md).
 */
export function purchasesOf(facts: readonly Fact[], at: Instant): Purchases {
  const orders = new Map<string, { at: Instant; paid: number }>();
  const back = new Map<string, number>();
  const loose: { at: Instant; amount: number }[] = [];
  let returnedAt: Instant | null = null;
  for (const fact of facts) {
    if (fact.at > at) continue;
    const amount = typeof fact.data['amount'] === 'number' ? fact.data['amount'] : 0;
    const order = typeof fact.data['order'] === 'string' ? fact.data['order'] : null;
    if (fact.type === 'order.paid' && order !== null) {
      const known = orders.get(order);
      orders.set(order, {
        at: Math.min(known?.at ?? fact.at, fact.at),
        paid: (known?.paid ?? 0) + amount,
      });
    } else if (fact.type === 'order.returned') {
      if (order === null) loose.push({ at: fact.at, amount });
      else back.set(order, (back.get(order) ?? 0) + amount);
      returnedAt = Math.max(returnedAt ?? fact.at, fact.at);
    }
  }
  const all = [...orders].map(([order, { at: first, paid }]) => ({
    order,
    at: first,
    paid,
    left: Math.max(0, paid - (back.get(order) ?? 0)),
  }));
  all.sort((a, b) => a.at - b.at || (a.order < b.order ? -1 : 1));
  return { all, loose, returnedAt };
}

/** What is left of the orders of a time, with the loose returns of that time taken off; never below 0. */
export function leftIn({ all, loose }: Purchases, isThen: (at: Instant) => boolean): number {
  const then = <One extends { readonly at: Instant }>(list: readonly One[]): One[] =>
    list.filter(({ at }) => isThen(at));
  const left = then(all).reduce((sum, order) => sum + order.left, 0);
  return Math.max(0, left - then(loose).reduce((sum, { amount }) => sum + amount, 0));
}
