import { accept, type Minor, refuse, type Result } from '../../values/index.ts';
import { type Millionths, nearest, type UnitPrice, WHOLE } from './rates.ts';

/**
 * How the price of a sale is divided. `exact` keeps the fraction until the amount is rounded (IFRS 15, Example 52).
 * `whole-percent` rounds the shares to whole hundredths first, as KPMG's handbook does in its Example 10. What was
 * divided by one is never added to what was divided by the other.
 */
export const splitMethods = ['exact', 'whole-percent'] as const;
export type SplitMethod = (typeof splitMethods)[number];

export interface SaleWithPoints {
  /** What was paid, in minor units, without tax. */
  readonly price: Minor;
  /** What the goods cost when sold without points; the price itself where nothing is said. */
  readonly standAlone?: Minor;
  /** Points given with the sale. */
  readonly points: number;
  /** The face value of points. */
  readonly worth: UnitPrice;
  /** What part of points is expected to be redeemed at last. */
  readonly expected: Millionths;
  readonly method: SplitMethod;
}

/** `price = revenue + liability`, always. */
export interface Deferral {
  readonly method: SplitMethod;
  readonly price: Minor;
  readonly points: number;
  /** What is revenue at once. */
  readonly revenue: Minor;
  /** What is owed until the points are redeemed or expire. */
  readonly liability: Minor;
}

/**
 * Divides what was paid between the goods and the points by their stand-alone selling prices (IFRS 15.74–80, B39–B43):
 * `L = price · V / (S + V)` with `V = points · value · expected rate`. To the nearest minor unit.
 */
export function splitSale(sale: SaleWithPoints): Deferral {
  const { price, points, worth, expected, method } = sale;
  const standAlone = BigInt(sale.standAlone ?? price);
  const value = BigInt(points) * BigInt(worth.amount) * BigInt(expected);
  const whole = standAlone * BigInt(worth.points) * BigInt(WHOLE) + value;
  const liability = whole === 0n ? 0 : liabilityOf(method, BigInt(price), value, whole);
  return { method, price, points, revenue: price - liability, liability };
}

function liabilityOf(method: SplitMethod, price: bigint, value: bigint, whole: bigint): number {
  if (method === 'exact') return nearest(price * value, whole);
  return nearest(price * BigInt(nearest(100n * value, whole)), 100n);
}

/** Several deferrals as one (a cohort). Refusal: `split_methods_mixed`, when they were divided in different ways. */
export function poolDeferrals(deferrals: readonly Deferral[]): Result<Deferral> {
  const method = deferrals[0]?.method ?? 'exact';
  const pool = { method, price: 0, points: 0, revenue: 0, liability: 0 };
  for (const one of deferrals) {
    if (one.method !== method) return refuse('split_methods_mixed', 'method');
    pool.price += one.price;
    pool.points += one.points;
    pool.revenue += one.revenue;
    pool.liability += one.liability;
  }
  return accept(pool);
}

/** What is left of a liability when so many of its points were taken back with the goods. All of them leave 0. */
export function afterReturns(liability: Minor, points: number, reversed: number): Minor {
  if (points === 0) return 0;
  const kept = Math.max(points - reversed, 0);
  return nearest(BigInt(liability) * BigInt(kept), BigInt(points));
}
