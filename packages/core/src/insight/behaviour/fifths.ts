import { z } from 'zod';
import type { Pieces } from '../pieces.ts';
import { ordering } from '../scores/weighted.ts';

/** People whose value fell between two thresholds. Scores of a scale rise with its value. */
const fifthSchema = z.strictObject({
  score: z.int().min(1).max(5),
  /** The lowest and the highest value in it. */
  from: z.number(),
  to: z.number(),
  people: z.int().min(1),
});

export const scaleSchema = z.strictObject({
  /**
   * The values at a fifth, two, three and four fifths of people. A value scores one more than the number of thresholds
   * below it, so that equal values score alike and few distinct values make fewer fifths.
   */
  thresholds: z.array(z.number()).length(4),
  /** Those that have people. */
  fifths: z.array(fifthSchema).max(5),
});
export type Scale = z.infer<typeof scaleSchema>;

/** Thresholds by value from what everybody measures, in any order. Nobody makes thresholds of 0. */
export function* scaling(measured: Float64Array): Pieces<Scale> {
  const order = yield* ordering(measured);
  yield;
  const values = new Float64Array(order.length);
  for (let i = 0; i < values.length; i++) values[i] = measured[order[i] as number] as number;
  const n = values.length;
  const thresholds = [1, 2, 3, 4].map((fifth) => values[Math.ceil((n * fifth) / 5) - 1] ?? 0);
  const fifths: Scale['fifths'] = [];
  for (let from = 0; from < n; ) {
    const score = scoreOn(thresholds, values[from] as number);
    const next = score === 5 ? n : firstAbove(values, thresholds[score - 1] as number);
    fifths.push({ score, from: values[from] as number, to: values[next - 1] as number, people: next - from });
    from = next;
  }
  return { thresholds, fifths };
}

/** 1 to 5: one more than the number of thresholds below the value. */
export function scoreOn(thresholds: readonly number[], value: number): number {
  let score = 1;
  for (const threshold of thresholds) if (value > threshold) score++;
  return score;
}

function firstAbove(sorted: Float64Array, value: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] as number) <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}
