import { z } from 'zod';
import { normalPoint } from './distributions.ts';

/** What is to be measured: a share of the people (who buys), or an amount for each of them (what they bring). */
export const measuredSchema = z.discriminatedUnion('what', [
  z.strictObject({
    what: z.literal('share'),
    /** The share without what is tried, above 0 and below 1. */
    base: z.number().gt(0).lt(1),
  }),
  z.strictObject({
    what: z.literal('amount'),
    mean: z.number().gt(0),
    /** The standard deviation between people. */
    deviation: z.number().gt(0),
  }),
]);
export type Measured = z.infer<typeof measuredSchema>;

export interface SizeQuestion {
  readonly measured: Measured;
  /** The relative effect that should be seen: 0.1 is a tenth more. Above 0. */
  readonly lift: number;
  /** The share of people held back, above 0 and below 1. */
  readonly held: number;
  /** Two-sided; 0.05 unless told. */
  readonly alpha?: number;
  /** 0.8 unless told. */
  readonly power?: number;
}

export const sizeSchema = z.strictObject({
  needed: z.int().describe('People in all; held and treated together.'),
  held: z.int(),
  treated: z.int(),
});
export type Size = z.infer<typeof sizeSchema>;

/**
 * How many people it takes to see an effect: (z₁₋α/₂ + z_power)² · (v₀/k + v₁/(1−k)) / d², with v the variance of one
 * person in each arm, k the share held back and d the difference. Infinite sizes do not come out: a lift that would
 * bring a share to 1 or above answers null.
 */
export function sizeFor({ measured, lift, held, alpha = 0.05, power = 0.8 }: SizeQuestion): Size | null {
  const variances = variancesOf(measured, lift);
  if (variances === null || !(lift > 0) || !(held > 0 && held < 1)) return null;
  const { before, after, difference } = variances;
  const reach = normalPoint(1 - alpha / 2) + normalPoint(power);
  const people = (reach ** 2 * (before / held + after / (1 - held))) / difference ** 2;
  if (!(people < Number.MAX_SAFE_INTEGER)) return null;
  const needed = Math.ceil(people);
  const heldBack = Math.ceil(people * held);
  return { needed, held: heldBack, treated: needed - heldBack };
}

function variancesOf(
  measured: Measured,
  lift: number,
): { readonly before: number; readonly after: number; readonly difference: number } | null {
  if (measured.what === 'amount') {
    const variance = measured.deviation ** 2;
    return { before: variance, after: variance, difference: measured.mean * lift };
  }
  const lifted = measured.base * (1 + lift);
  if (lifted >= 1) return null;
  return {
    before: measured.base * (1 - measured.base),
    after: lifted * (1 - lifted),
    difference: lifted - measured.base,
  };
}

export const measurabilitySchema = z.strictObject({
  /** False: it cannot be measured with these numbers. */
  measurable: z.boolean(),
  people: z.int(),
  needed: sizeSchema.nullable(),
  smallestLift: z
    .number()
    .nullable()
    .describe('The smallest relative effect these people can show; null: not even a doubling.'),
});
export type Measurability = z.infer<typeof measurabilitySchema>;

/** Nobody hopes for more than twice as much; what only that could show is not measurable. */
const LARGEST_LIFT = 1;

/** Whether so many people can show the effect, and the smallest they can show. */
export function measurabilityOf(question: SizeQuestion, people: number): Measurability {
  const needed = sizeFor(question);
  return {
    measurable: needed !== null && needed.needed <= people,
    people,
    needed,
    smallestLift: smallestLift(question, people),
  };
}

function smallestLift(question: SizeQuestion, people: number): number | null {
  const enough = (lift: number): boolean => {
    const size = sizeFor({ ...question, lift });
    return size !== null && size.needed <= people;
  };
  const { measured } = question;
  // A share cannot be doubled beyond one.
  const largest =
    measured.what === 'share' ? Math.min(LARGEST_LIFT, (1 / measured.base - 1) * 0.999) : LARGEST_LIFT;
  if (!enough(largest)) return null;
  let [low, high] = [0, largest];
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2;
    if (enough(middle)) high = middle;
    else low = middle;
  }
  return high;
}
