import { z } from 'zod';

/** What is at the root of a fear, in the words in which sellers sort them. */
export const objectionKinds = [
  'price',
  'trust',
  'timing',
  'need',
  'competitor',
  'quality',
  'risk',
  'authority',
  'effort',
  'other',
] as const;
export type ObjectionKind = (typeof objectionKinds)[number];

export const LONGEST_ANSWER = 2000;
export const MOST_PRODUCTS = 50;

/** A fear or objection as a business words it: what the customer says, and what stands behind it. */
export const objectionWordsSchema = z.strictObject({
  kind: z.enum(objectionKinds),
  /** As the customer says it. */
  title: z.string().trim().min(1).max(200),
  /** What is behind it, for the seller. */
  behind: z.string().trim().max(1000),
  /** Names of what it is raised about; none: of anything. */
  products: z.array(z.string().trim().min(1).max(200)).max(MOST_PRODUCTS),
});
export type ObjectionWords = z.infer<typeof objectionWordsSchema>;

export const answerWordsSchema = z.string().trim().min(1).max(LONGEST_ANSWER);

/** What became of an objection in a deal. */
export const raiseStates = ['open', 'settled'] as const;
export type RaiseState = (typeof raiseStates)[number];
