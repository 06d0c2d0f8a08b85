import type { Day } from '../values/index.ts';
import type { BuyingHistory } from './cells.ts';

/** One line of what was bought. An amount below zero takes back; null where the file knows no amounts. */
export interface Purchase {
  readonly customer: string;
  readonly day: Day;
  readonly amount: number | null;
}

/** One customer's order days in order, each with what was paid on it net of what came back. */
export interface Customer {
  readonly customer: string;
  readonly days: readonly Day[];
  readonly values: readonly number[];
}

/** A customer as seen from the end of a day: what the models read, and what came after. */
export interface Seen extends BuyingHistory {
  readonly customer: string;
  /** The mean value of the repeat order days; 0 without one. */
  readonly mean: number;
  /** Order days after the cut, up to the end of the horizon. */
  readonly after: number;
}

/**
 * Customers from purchases in any order. What somebody bought on one day is one order. What came back is no order: it is
 * taken from the latest order day before it, and where there is none it is left out.
 */
export function customersOf(purchases: Iterable<Purchase>): Customer[] {
  const people = new Map<string, Map<Day, number>>();
  const back: Purchase[] = [];
  for (const purchase of purchases) {
    const { customer, day } = purchase;
    const amount = purchase.amount !== null && Number.isFinite(purchase.amount) ? purchase.amount : 0;
    if (amount < 0) {
      back.push(purchase);
      continue;
    }
    let days = people.get(customer);
    if (days === undefined) people.set(customer, (days = new Map()));
    days.set(day, (days.get(day) ?? 0) + amount);
  }
  const returns = new Map<string, Purchase[]>();
  for (const one of back) returns.set(one.customer, [...(returns.get(one.customer) ?? []), one]);
  return [...people].map(([customer, byDay]) => {
    const days = [...byDay.keys()].sort((a, b) => a - b);
    const values = days.map((day) => byDay.get(day) ?? 0);
    for (const { day, amount } of returns.get(customer) ?? []) {
      const place = days.findLastIndex((one) => one <= day);
      if (place >= 0) values[place] = (values[place] as number) + (amount ?? 0);
    }
    return { customer, days, values };
  });
}

/**
 * Everybody whose first order is from `from` through the cut, as seen at the end of the day `until`, with their orders in
 * the `horizon` days after it.
 */
export function seenAt(
  customers: readonly Customer[],
  { from, until, horizon }: { readonly from: Day | null; readonly until: Day; readonly horizon: number },
): Seen[] {
  const seen: Seen[] = [];
  for (const { customer, days, values } of customers) {
    const first = days[0];
    if (first === undefined || first > until || (from !== null && first < from)) continue;
    let orders = 0;
    while (orders < days.length && (days[orders] as Day) <= until) orders++;
    let end = orders;
    while (end < days.length && (days[end] as Day) <= until + horizon) end++;
    let sum = 0;
    for (let i = 1; i < orders; i++) sum += values[i] as number;
    const repeats = orders - 1;
    seen.push({
      customer,
      repeats,
      recency: (days[orders - 1] as Day) - first,
      age: until - first,
      mean: repeats === 0 ? 0 : sum / repeats,
      after: end - orders,
    });
  }
  return seen;
}
