/** A share in whole parts of a million: 950_000 is 95 %. No float ever touches an amount that is posted. */
export type Millionths = number;

export const WHOLE: Millionths = 1_000_000;

/** What units are worth or cost, as two whole numbers: `points` units come to `amount` minor units. */
export interface UnitPrice {
  readonly points: number;
  readonly amount: number;
}

/** `n / d` to the nearest whole number, halves away from zero; `d` is above zero. */
export function nearest(n: bigint, d: bigint): number {
  const magnitude = n < 0n ? -n : n;
  const rounded = Number((2n * magnitude + d) / (2n * d));
  return n < 0n && rounded !== 0 ? -rounded : rounded;
}

/** A share of a whole number, to the nearest one. */
export function shareOf(whole: number, rate: Millionths): number {
  return nearest(BigInt(whole) * BigInt(rate), BigInt(WHOLE));
}

/** A fraction that was estimated, as a rate within [0, 1]. */
export function toMillionths(fraction: number): Millionths {
  return Math.round(Math.min(Math.max(fraction, 0), 1) * WHOLE);
}
