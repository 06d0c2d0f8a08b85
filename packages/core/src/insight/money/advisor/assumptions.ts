import { z } from 'zod';
import type { Evidence } from './evidence.ts';

const DAYS_A_MONTH = 30.4375;

/** Everything an answer rests on that the past does not say. All of it can be moved. */
export const assumptionsSchema = z.strictObject({
  marginRate: z.number().min(0).max(1).describe('Of revenue, where no unit costs are known.'),
  horizonMonths: z
    .int()
    .min(1)
    .max(36)
    .describe('For how long what somebody leaves counts; not longer than was seen.'),
  discountRate: z.number().min(0).max(5).describe('A year: 0.2 makes a year’s 120 worth 100 today.'),
  causalShare: z
    .number()
    .min(0)
    .max(1)
    .describe(
      'The share of the difference that climbing itself makes. People who climb differ from others already before.',
    ),
  lift: z
    .number()
    .min(0)
    .max(1)
    .describe('Of those who would not climb anyway, the share that does when money is spent on them once.'),
  fade: z
    .number()
    .min(0)
    .max(0.95)
    .describe('How much of that the next time still does: 0.5 is half as much.'),
  costPerPerson: z
    .int()
    .min(1)
    .max(1e15)
    .nullable()
    .describe(
      'What it costs to spend on one person once, minor units. Null: not said, and nothing can be put in order.',
    ),
});
export type Assumptions = z.infer<typeof assumptionsSchema>;

/** Where nobody has said anything else. */
export function assumedFor(evidence: Pick<Evidence, 'margin' | 'evidenceDays'>): Assumptions {
  return {
    marginRate: evidence.margin.rate,
    horizonMonths: monthsSeen(evidence),
    discountRate: 0.2,
    causalShare: 0.5,
    lift: 0.05,
    fade: 0.5,
    costPerPerson: null,
  };
}

export function monthsSeen({ evidenceDays }: Pick<Evidence, 'evidenceDays'>): number {
  return Math.max(1, Math.round(evidenceDays / DAYS_A_MONTH));
}

/**
 * By what a difference that was seen over the whole time of the evidence is worth something today: the part of its margin
 * that another rate leaves, the months that count, each worth less the later it comes, and the share that climbing makes.
 * The difference is taken to come evenly over the months. Margin from unit costs does not move with the rate.
 */
export function worthOf(evidence: Pick<Evidence, 'margin' | 'evidenceDays'>, assumed: Assumptions): number {
  const { rate, costedShare } = evidence.margin;
  const byRate = 1 - costedShare;
  const margin = rate > 0 ? costedShare + (byRate * assumed.marginRate) / rate : 1;
  const seen = monthsSeen(evidence);
  let months = 0;
  for (let month = 1; month <= Math.min(seen, assumed.horizonMonths); month++)
    months += (1 + assumed.discountRate) ** (-month / 12);
  return margin * (months / seen) * assumed.causalShare;
}
