import type { Minor } from '../../values/index.ts';
import { type Millionths, nearest, type UnitPrice, WHOLE } from './rates.ts';

/** Points of one month of earning that are open. */
export interface OpenCohort {
  readonly cohort: string;
  readonly open: number;
  /** What part of the open ones is expected to be redeemed. */
  readonly rate: Millionths;
}

export interface CohortLiability extends OpenCohort {
  readonly liability: Minor;
}

/**
 * What open points will cost: `open points · cost per point · ultimate redemption rate`, cohort by cohort, each to the
 * nearest minor unit. A debt (open below zero) owes nobody anything and is told as a receivable elsewhere.
 */
export function stockLiability(
  cohorts: readonly OpenCohort[],
  costPerPoint: UnitPrice,
): { readonly total: Minor; readonly cohorts: readonly CohortLiability[] } {
  const lines = cohorts.map((cohort) => ({
    ...cohort,
    liability: costOf(Math.max(cohort.open, 0), costPerPoint, cohort.rate),
  }));
  return { total: lines.reduce((sum, { liability }) => sum + liability, 0), cohorts: lines };
}

/** `points · cost · rate` with one rounding at the end. */
export function costOf(points: number, { points: per, amount }: UnitPrice, rate: Millionths): Minor {
  return nearest(BigInt(points) * BigInt(amount) * BigInt(rate), BigInt(per) * BigInt(WHOLE));
}
