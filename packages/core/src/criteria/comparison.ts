import type { Measured } from './answer.ts';
import type { Scalar } from './criteria.ts';

/** The comparing half of a condition. What is absent asks nothing. */
export interface Comparison {
  readonly atLeast?: number | undefined;
  readonly atMost?: number | undefined;
  readonly is?: Scalar | undefined;
  readonly oneOf?: readonly Scalar[] | undefined;
  readonly not?: Scalar | undefined;
}

/** Does the value measured meet the comparison? Where nothing was measured, nothing is met. */
export function meets(comparison: Comparison, value: Measured | undefined): boolean {
  if (value === null || value === undefined) return false;
  const { atLeast, atMost, is, oneOf, not } = comparison;
  if (atLeast !== undefined && !(typeof value === 'number' && value >= atLeast)) return false;
  if (atMost !== undefined && !(typeof value === 'number' && value <= atMost)) return false;
  if (is !== undefined && value !== is) return false;
  if (not !== undefined && value === not) return false;
  return oneOf === undefined || oneOf.includes(value);
}

/** The comparing half alone, every comparison of the same shape: millions of readings go through one of them. */
export function comparisonOf({ atLeast, atMost, is, oneOf, not }: Comparison): Comparison {
  return { atLeast, atMost, is, oneOf, not };
}

/** Whether only the bounds of a number are asked for. */
export function isRange({ is, oneOf, not }: Comparison): boolean {
  return is === undefined && oneOf === undefined && not === undefined;
}

/**
 * A fixed order of scalars, by kind and then by value. Where two facts of one instant disagree about "the latest", the
 * larger in this order wins, so that the order of arrival cannot decide.
 */
export function isLarger(a: Scalar, b: Scalar): boolean {
  return typeof a === typeof b ? a > b : typeof a > typeof b;
}
