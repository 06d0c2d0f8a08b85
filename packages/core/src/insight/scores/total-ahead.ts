/** What is foretold of everybody together. */
export interface TotalAhead {
  readonly expected: number;
  /** The middle 80 %, as for single persons. */
  readonly low: number;
  readonly high: number;
}

/** The tenth of a normal distribution that lies above so many standard deviations. */
const TENTH_ABOVE = 1.2815515655446004;

/**
 * The interval of a total. What people do by chance adds up by its variances, and is little among many; more is to be
 * feared of the model itself, of which the one measure at hand is how far off its total was when it was tried on the past
 * (`bias`, relative): that is taken for the standard deviation of its error, and both errors for independent.
 */
export function totalAhead({
  expected,
  variance,
  bias,
}: {
  readonly expected: number;
  readonly variance: number;
  readonly bias: number;
}): TotalAhead {
  const reach = TENTH_ABOVE * Math.hypot(Math.sqrt(Math.max(0, variance)), bias * expected);
  return { expected, low: Math.max(0, expected - reach), high: expected + reach };
}
