import { z } from 'zod';
import { criteriaSchema, fieldTestSchema } from '../../criteria/index.ts';

/**
 * What marketing and sales agree a good lead is. Two scores: fit, by what is so of somebody, which never decays; engagement, by
 * what they did, of which each deed counts half as much after every half-life. Both are worked out when they are read.
 */

const key = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/);
const wordsSchema = z.strictObject({ fa: z.string().min(1).max(200), en: z.string().min(1).max(200) });
/** Below 0: what speaks against them. */
const points = z.int().min(-1000).max(1000);
const cap = z.int().min(1).max(10_000);
const factType = z.string().min(1).max(100);

/** Points for as long as the criteria holds. */
export const fitRuleSchema = z.strictObject({
  key,
  /** Without it the criteria speaks for itself. */
  name: wordsSchema.optional(),
  when: criteriaSchema,
  points,
});
export type FitRule = z.infer<typeof fitRuleSchema>;

/** Points for every fact of a type that passes the tests. */
export const engagementRuleSchema = z.strictObject({
  key,
  name: wordsSchema.optional(),
  of: z.union([factType, z.array(factType).min(1).max(20)]),
  where: z.array(fieldTestSchema).min(1).max(10).optional(),
  points,
  /** Days after which a fact is worth half; null: it keeps its worth. */
  halfLife: z.int().min(1).max(3650).nullable(),
  /** The most that all facts of the rule together bring, or take. */
  cap: cap.optional(),
  /** The group of rules it shares a cap with. */
  group: key.optional(),
});
export type EngagementRule = z.infer<typeof engagementRuleSchema>;

const groupSchema = z.strictObject({ key, name: wordsSchema, cap });

const thresholdSchema = z.strictObject({
  fit: z.int().min(0).max(10_000),
  engagement: z.int().min(0).max(10_000),
});
export type Threshold = z.infer<typeof thresholdSchema>;

/** A deed that says more than any score: whoever does it goes to sales at once. */
export const handSchema = z.strictObject({ key, name: wordsSchema.optional(), when: criteriaSchema });

export const refusalReasonSchema = z.strictObject({ key, name: wordsSchema });

export const qualificationSchema = z.strictObject({
  fit: z.strictObject({ rules: z.array(fitRuleSchema).max(60), cap }),
  engagement: z.strictObject({
    rules: z.array(engagementRuleSchema).max(60),
    groups: z.array(groupSchema).max(20).optional(),
    cap,
  }),
  /** Both scores are needed to be handed to sales, and the lower ones to stay with it. */
  enter: thresholdSchema,
  stay: thresholdSchema,
  hands: z.array(handSchema).max(20),
  /** Days for which a hand counts that whoever captured the lead told of. */
  handDays: z.int().min(1).max(365),
  /** Minutes of working time within which sales answers. */
  answerWithin: z.int().min(1).max(43_200),
  /** Days for which somebody who was refused is left alone, unless they raise a hand. */
  pause: z.int().min(0).max(3650),
  reasons: z.array(refusalReasonSchema).min(1).max(40),
});
export type Qualification = z.infer<typeof qualificationSchema>;

/** The fact types a rule counts. */
export function typesOfRule({ of }: EngagementRule): readonly string[] {
  return typeof of === 'string' ? [of] : of;
}

/** What sales asks itself of everybody, and keeps: can we help them, do they need us, do we want a lasting relation? */
export const LEAD_QUESTIONS = ['help', 'need', 'relation'] as const;
export type LeadQuestion = (typeof LEAD_QUESTIONS)[number];

const answerSchema = z.strictObject({
  answer: z.enum(['yes', 'no', 'unsure']),
  note: z.string().trim().max(1000).optional(),
});
export const leadAnswersSchema = z.strictObject({
  help: answerSchema.optional(),
  need: answerSchema.optional(),
  relation: answerSchema.optional(),
});
export type LeadAnswers = z.infer<typeof leadAnswersSchema>;

/** Three times yes. */
export function isQualified(answers: LeadAnswers): boolean {
  return LEAD_QUESTIONS.every((question) => answers[question]?.answer === 'yes');
}
