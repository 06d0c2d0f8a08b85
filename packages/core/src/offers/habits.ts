import type { Fact, History } from '../facts/index.ts';
import { type Instant, type Zone, zoneOf } from '../values/index.ts';

/** What a person's history says of discounts: whether they have learnt to wait for them. */
export interface DiscountHabit {
  /** Discounts given in the last `days` whole days, today included. */
  readonly given: number;
  readonly days: number;
  /** Of the last paid orders (at most `of`) so many had a discount. */
  readonly orders: number;
  readonly discounted: number;
}

/** The fact types that habits and spacing are read from, with the fields they read. */
export const HABIT_TYPES = ['offer.given', 'order.paid'] as const;
export const HABIT_FIELDS = ['offer', 'amount', 'discount'] as const;

/**
 * Counts what was given up to `now`: `offer.given` facts with an amount (a perk teaches nobody to wait), and paid orders
 * with a discount among the last `of`. Days are whole days of the zone.
 */
export function discountHabit(
  history: History,
  {
    now,
    zone,
    days,
    of,
  }: { readonly now: Instant; readonly zone: string; readonly days: number; readonly of: number },
): DiscountHabit {
  const time = zoneOf(zone);
  const from = time.startOf(time.dayOf(now) - days + 1);
  const past = history.facts.filter(({ at }) => at <= now);
  const given = past.filter(
    (fact) => fact.type === 'offer.given' && fact.at >= from && amountOf(fact, 'amount') > 0,
  );
  const orders = past.filter(({ type }) => type === 'order.paid').slice(-of);
  const discounted = orders.filter((fact) => amountOf(fact, 'discount') > 0).length;
  return { given: given.length, days, orders: orders.length, discounted };
}

/**
 * Whether one more discount would teach waiting: `most` were given in the days already, or at least `share` hundredths of a
 * percent of the last `of` orders were bought at a discount. Fewer orders than `of` are no habit yet.
 */
export function teachesToWait(
  habit: DiscountHabit,
  bounds: {
    readonly most: number;
    readonly habit?: { readonly share: number; readonly of: number } | undefined;
  },
): 'often' | 'only-on-discount' | null {
  if (habit.given >= bounds.most) return 'often';
  if (bounds.habit === undefined || habit.orders < bounds.habit.of) return null;
  return habit.discounted * 10_000 >= bounds.habit.share * habit.orders ? 'only-on-discount' : null;
}

/** Whole days since the person was last given this offer; null: never. */
export function daysSinceGiven(history: History, offer: string, now: Instant, zone: Zone): number | null {
  let last: Instant | null = null;
  for (const { type, at, data } of history.facts) {
    if (type === 'offer.given' && at <= now && data['offer'] === offer && (last === null || at > last))
      last = at;
  }
  return last === null ? null : zone.dayOf(now) - zone.dayOf(last);
}

/** How an offer has been run: on how many of the last days it was open to everybody. */
export interface OfferRuns {
  /** The stretches in which a public discount ran, from an instant up to another one, any order, overlapping or not. */
  readonly runs: readonly { readonly from: Instant; readonly to: Instant }[];
}

/**
 * The share of the last `days` whole days (today included) with a public discount, in hundredths of a percent: at half of
 * all days the discount is the price, and whoever can waits for it.
 */
export function shareOfDaysOnOffer(
  { runs }: OfferRuns,
  { now, zone, days }: { readonly now: Instant; readonly zone: string; readonly days: number },
): number {
  const time = zoneOf(zone);
  const today = time.dayOf(now);
  let covered = 0;
  for (let day = today - days + 1; day <= today; day++) {
    const [start, end] = [time.startOf(day), time.startOf(day + 1)];
    if (runs.some(({ from, to }) => from < end && to > start)) covered += 1;
  }
  return Math.floor((covered * 10_000) / days);
}

function amountOf(fact: Fact, field: string): number {
  const amount = fact.data[field];
  return typeof amount === 'number' ? amount : 0;
}
