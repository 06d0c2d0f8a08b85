import { z } from 'zod';
import { scoreDifference, scoreInterval } from '../../values/index.ts';
import { normalPoint, studentBelow, studentPoint, twoSided } from './distributions.ts';
import { sequentialMultiplier } from './sequential.ts';

/** People of one arm by their number, the mean of what is measured, and its variance between them. */
export interface ArmSums {
  readonly people: number;
  readonly mean: number;
  readonly variance: number;
}

const interval = z.strictObject({ low: z.number(), high: z.number() });

export const upliftSchema = z.strictObject({
  held: z.strictObject({ people: z.int(), mean: z.number() }),
  treated: z.strictObject({ people: z.int(), mean: z.number() }),
  difference: z.number().describe('Treated less held, for each person assigned.'),
  standardError: z.number(),
  once: interval.describe('95 in 100 for one look on a day that was set beforehand.'),
  p: z.number().describe('For that one look, two-sided.'),
  always: interval.describe('95 in 100 however often it is looked at; wider.'),
  surely: z.enum(['more', 'less', 'open']).describe('By the interval that holds at every look.'),
});
export type Uplift = z.infer<typeof upliftSchema>;

export const ALPHA = 0.05;
/** Fewer in an arm, and means are not yet nearly normal: no interval is claimed. */
export const FEWEST_IN_ARM = 30;

/** The difference of two means, by Welch: the arms may differ in size and in spread. Null with too few in an arm. */
export function upliftOfMeans(held: ArmSums, treated: ArmSums): Uplift | null {
  if (held.people < FEWEST_IN_ARM || treated.people < FEWEST_IN_ARM) return null;
  const parts = [held, treated].map(({ people, variance }) => variance / people) as [number, number];
  const squared = parts[0] + parts[1];
  const error = Math.sqrt(squared);
  const difference = treated.mean - held.mean;
  if (!(squared > 0))
    return told(held, treated, 0, { low: difference, high: difference }, difference === 0 ? 1 : 0);
  const freedom = squared ** 2 / (parts[0] ** 2 / (held.people - 1) + parts[1] ** 2 / (treated.people - 1));
  const reach = studentPoint(1 - ALPHA / 2, freedom) * error;
  const p = 2 * studentBelow(-Math.abs(difference / error), freedom);
  return told(held, treated, error, { low: difference - reach, high: difference + reach }, p);
}

/**
 * The difference of two shares, with Newcombe's hybrid score interval (Statistics in Medicine 17, 1998, method 10), which
 * stays within −1 and 1 and holds its level with few buyers. Null with too few in an arm.
 */
export function upliftOfShares(
  held: { readonly people: number; readonly count: number },
  treated: { readonly people: number; readonly count: number },
): Uplift | null {
  if (held.people < FEWEST_IN_ARM || treated.people < FEWEST_IN_ARM) return null;
  const [h, t] = [scoreInterval(held.count, held.people), scoreInterval(treated.count, treated.people)];
  const difference = t.share - h.share;
  const error = Math.sqrt(
    (h.share * (1 - h.share)) / held.people + (t.share * (1 - t.share)) / treated.people,
  );
  const once = scoreDifference(t, h);
  return told(
    { people: held.people, mean: h.share },
    { people: treated.people, mean: t.share },
    // Where nobody or everybody buys there is no spread to be seen; the score interval knows better.
    error > 0 ? error : (once.high - once.low) / (2 * normalPoint(1 - ALPHA / 2)),
    once,
    error > 0 ? twoSided(difference / error) : 1,
  );
}

function told(
  held: Pick<ArmSums, 'people' | 'mean'>,
  treated: Pick<ArmSums, 'people' | 'mean'>,
  standardError: number,
  once: { readonly low: number; readonly high: number },
  p: number,
): Uplift {
  const difference = treated.mean - held.mean;
  const reach = standardError * sequentialMultiplier(held.people + treated.people, ALPHA);
  const always = { low: difference - reach, high: difference + reach };
  return {
    held: { people: held.people, mean: held.mean },
    treated: { people: treated.people, mean: treated.mean },
    difference,
    standardError,
    once: { ...once },
    p,
    always,
    surely: always.low > 0 ? 'more' : always.high < 0 ? 'less' : 'open',
  };
}
