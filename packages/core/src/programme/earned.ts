import { z } from 'zod';

const whole = z.int().min(0);

/** One sentence of an answer, as a code with its figures: the reader's language makes the sentence. */
export const reasonSchema = z.strictObject({
  code: z.string(),
  detail: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
});
export type PricingReason = z.infer<typeof reasonSchema>;

/** What is earned by one rule. `lines` says how it falls on the lines of the basket: a return takes back that much. */
export const earnedSchema = z.strictObject({
  rule: z.string(),
  wallet: z.string(),
  points: whole,
  lines: z.array(whole),
  /** The instants from which on it can be spent and until which; null: it never ends. */
  availableFrom: z.int(),
  expiresAt: z.int().nullable(),
  reasons: z.array(reasonSchema),
});
export type Earned = z.infer<typeof earnedSchema>;

/**
 * What is to be kept aside, all of it or nothing: `add` onto the counter `key`, which may not come above `limit`
 * (null: only counted). Budgets, caps, uses of a code and stock are all counters.
 */
export const claimSchema = z.strictObject({
  key: z.string(),
  add: whole,
  limit: whole.nullable(),
  /** Whose counter: of the person, or of everybody together. */
  of: z.enum(['person', 'all']),
});
export type Claim = z.infer<typeof claimSchema>;

/** A rule that gave nothing, and why. */
export const notEarnedSchema = z.strictObject({ rule: z.string(), reasons: z.array(reasonSchema) });
export type NotEarned = z.infer<typeof notEarnedSchema>;
