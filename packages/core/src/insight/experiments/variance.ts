import type { ArmSums } from './uplift.ts';

/** What was measured of each person, in any order; `isTreated` is 1 for those treated and 0 for those held. */
export interface MeasuredPeople {
  readonly isTreated: Uint8Array;
  readonly values: Float64Array;
}

/** Mean and variance (n − 1) of each arm, in one pass that does not lose digits (Welford). */
export function armsOf({ isTreated, values }: MeasuredPeople): {
  readonly held: ArmSums;
  readonly treated: ArmSums;
} {
  const count = [0, 0];
  const mean = [0, 0];
  const squares = [0, 0];
  for (let i = 0; i < values.length; i++) {
    const arm = isTreated[i] === 1 ? 1 : 0;
    const value = values[i] as number;
    const people = (count[arm] as number) + 1;
    const before = mean[arm] as number;
    const after = before + (value - before) / people;
    count[arm] = people;
    mean[arm] = after;
    squares[arm] = (squares[arm] as number) + (value - before) * (value - after);
  }
  const [held, treated] = [0, 1].map((arm) => {
    const people = count[arm] as number;
    return {
      people,
      mean: mean[arm] as number,
      variance: people > 1 ? (squares[arm] as number) / (people - 1) : 0,
    };
  }) as [ArmSums, ArmSums];
  return { held, treated };
}

/** A share of those who spent, so that who spent nothing does not decide what is much. */
const WINSORISED_ABOVE = 0.99;
/** With fewer who spent, the largest amounts are the data. */
const FEWEST_TO_WINSORISE = 100;

/**
 * Amounts above the 99th of a hundred of those who spent are counted as that: one wholesaler in an arm must not decide. The
 * bound is found over both arms together, so that it favours neither. Answers the amounts and the bound; null: too few.
 */
export function winsorised(values: Float64Array): {
  readonly values: Float64Array;
  readonly bound: number | null;
} {
  const spent = values.filter((value) => value > 0).sort();
  if (spent.length < FEWEST_TO_WINSORISE) return { values, bound: null };
  const bound = spent[Math.ceil(spent.length * WINSORISED_ABOVE) - 1] as number;
  return { values: values.map((value) => Math.min(value, bound)), bound };
}

export interface Adjusted {
  readonly values: Float64Array;
  readonly theta: number;
  readonly correlation: number;
  /** How much smaller the variance is, 0 to 1: the square of the correlation. */
  readonly reduction: number;
}

/**
 * CUPED (Deng, Xu, Kohavi and Walker, WSDM 2013): what was known of each person beforehand, times θ = cov/var, is taken
 * off what was measured. It was known before the draw, so it moves no difference; it takes the noise off. Covariances are
 * those within the arms together. What did not vary, or says nothing, changes nothing.
 */
export function adjustedBy({ isTreated, values }: MeasuredPeople, before: Float64Array): Adjusted {
  const outcome = armsOf({ isTreated, values });
  const known = armsOf({ isTreated, values: before });
  let [xx, xy, yy] = [0, 0, 0];
  let sum = 0;
  for (let i = 0; i < values.length; i++) {
    const arm = isTreated[i] === 1 ? 'treated' : 'held';
    const x = (before[i] as number) - known[arm].mean;
    const y = (values[i] as number) - outcome[arm].mean;
    xx += x * x;
    xy += x * y;
    yy += y * y;
    sum += before[i] as number;
  }
  if (!(xx > 0 && yy > 0)) return { values, theta: 0, correlation: 0, reduction: 0 };
  const theta = xy / xx;
  const mean = sum / values.length;
  const correlation = xy / Math.sqrt(xx * yy);
  return {
    values: values.map((value, i) => value - theta * ((before[i] as number) - mean)),
    theta,
    correlation,
    reduction: correlation ** 2,
  };
}
