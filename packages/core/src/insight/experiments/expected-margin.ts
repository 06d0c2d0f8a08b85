import type { Fact } from '../../facts/index.ts';
import type { Day, Instant } from '../../values/index.ts';
import type { BuyingModel } from '../model.ts';
import { expectedSpend, type Spending } from '../spending.ts';

/** What a model that was fitted before anybody was assigned says of somebody: a number known before the draw. */
export interface ExpectedBy {
  readonly model: BuyingModel;
  readonly daysPerUnit: number;
  readonly spend: Pick<Spending, 'p' | 'q' | 'gamma'>;
  readonly dayOf: (at: Instant) => Day;
}

/**
 * The revenue a person was expected to bring in the `windowDays` after `at`, from the facts up to then and no later: what
 * came back afterwards was not known. Orders on one day are one; 0 for somebody who never ordered, for whom the models say
 * nothing.
 */
export function expectedRevenue(
  facts: readonly Fact[],
  at: Instant,
  windowDays: number,
  { model, daysPerUnit, spend, dayOf }: ExpectedBy,
): number {
  const known = facts.filter((fact) => fact.at < at);
  const days = new Map<Day, number>();
  const returns: Fact[] = [];
  const dayOfOrder = new Map<unknown, Day>();
  for (const fact of known) {
    if (fact.type === 'order.returned') returns.push(fact);
    const amount = fact.data['amount'];
    if (fact.type !== 'order.paid' || typeof amount !== 'number' || !Number.isFinite(amount)) continue;
    const day = dayOf(fact.at);
    days.set(day, (days.get(day) ?? 0) + amount);
    dayOfOrder.set(fact.data['order'], day);
  }
  for (const { data } of returns) {
    const day = dayOfOrder.get(data['order']);
    const amount = data['amount'];
    if (day !== undefined && typeof amount === 'number') days.set(day, (days.get(day) ?? 0) - amount);
  }
  const kept = [...days].filter(([, amount]) => amount > 0).sort(([a], [b]) => a - b);
  const first = kept[0]?.[0];
  const last = kept.at(-1)?.[0];
  if (first === undefined || last === undefined) return 0;
  const repeats = kept.length - 1;
  const again = kept.slice(1).reduce((sum, [, amount]) => sum + amount, 0);
  const each = expectedSpend(spend, { x: repeats, mean: repeats === 0 ? 0 : again / repeats });
  const orders = model.expected(
    repeats,
    (last - first) / daysPerUnit,
    (Math.max(last, dayOf(at) - 1) - first) / daysPerUnit,
    windowDays / daysPerUnit,
  );
  const revenue = (each ?? 0) * orders;
  return Number.isFinite(revenue) && revenue > 0 ? revenue : 0;
}
