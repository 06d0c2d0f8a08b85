import type { Rate } from '../rate.ts';

/**
 * Between which bounds one rate is above another in 95 of 100 such cases: Newcombe's square-and-add of Wilson's intervals
 * (Statistics in Medicine 17, 1998, method 10). Null where one of them was never tried.
 */
export function difference(one: Rate, other: Rate): { readonly low: number; readonly high: number } | null {
  if (one.rate === null || other.rate === null) return null;
  const gap = one.rate - other.rate;
  return {
    low: gap - Math.hypot(one.rate - one.low, other.high - other.rate),
    high: gap + Math.hypot(one.high - one.rate, other.rate - other.low),
  };
}
