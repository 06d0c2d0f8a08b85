import { z } from 'zod';
import { wordsSchema } from '../ladder/index.ts';
import { budgetSchema, capSchema, earningRuleSchema } from './earning/rule.ts';
import { levelsSchema } from './levels/definition.ts';
import { referralTermsSchema } from './referral/terms.ts';
import { clubKey, walletSchema } from './wallet.ts';

const isoDate = z.string().regex(/^\d{4}-\d\d-\d\d$/);

export const GOAL_MEASURES = [
  'members',
  'active-members',
  'repeat-share',
  'orders-per-member',
  'revenue-per-member',
  'average-order',
  'cost-share',
  'redeemed-share',
] as const;

/**
 * What the club is for, as a number to be reached by a day: people, minor units, orders in hundredths, or hundredths of a
 * percent for shares. A cost share is reached from above: it may be at most the target.
 */
export const goalSchema = z.strictObject({
  key: clubKey,
  name: wordsSchema,
  measure: z.enum(GOAL_MEASURES),
  target: z.int().min(0).max(1e15),
  /** Where things stood when the goal was set. */
  from: z.int().min(0).max(1e15).optional(),
  by: isoDate,
});
export type Goal = z.infer<typeof goalSchema>;

/** Rules that belong together for a time: common caps, a common budget, and people held out to compare with. */
export const campaignSchema = z.strictObject({
  key: clubKey,
  name: wordsSchema,
  dates: z.strictObject({ from: isoDate.optional(), to: isoDate.optional() }).optional(),
  caps: z.array(capSchema).min(1).max(10).optional(),
  budget: budgetSchema.optional(),
  /** The share of people, in hundredths of a percent, who get nothing of it: the control group. */
  control: z.int().min(1).max(5000).optional(),
});
export type Campaign = z.infer<typeof campaignSchema>;

/** Of the rules of a group one gives on an order: the one worth most, or the first in the programme's order. */
export const ruleGroupSchema = z.strictObject({ key: clubKey, choose: z.enum(['highest', 'first']) });

/** The club of a business. Amounts are minor units of its currency; days and months are those of its calendar. */
export const programmeSchema = z.strictObject({
  name: wordsSchema,
  /** Who is a member: whoever joined, or everybody who is known by a mobile. */
  membership: z.enum(['joined', 'everybody']),
  wallets: z.array(walletSchema).min(1).max(50),
  rules: z.array(earningRuleSchema).max(2000),
  groups: z.array(ruleGroupSchema).max(200).optional(),
  campaigns: z.array(campaignSchema).max(500).optional(),
  levels: levelsSchema.optional(),
  referral: referralTermsSchema.optional(),
  goals: z.array(goalSchema).max(50).optional(),
  /** What the whole club may give. */
  budget: budgetSchema.optional(),
});
export type Programme = z.infer<typeof programmeSchema>;
