import type { Day } from '../../values/index.ts';

/** Sums a day. The last place is the day of the analysis. */
export interface Daily {
  readonly asOf: Day;
  readonly first: Day;
  readonly orders: Float64Array;
  readonly revenue: Float64Array;
  /** Order days after a person's first. */
  readonly repeats: Float64Array;
  /** Repeat orders a day that people make who became customers on that day, each over all their days since. */
  readonly begun: Float64Array;
}
