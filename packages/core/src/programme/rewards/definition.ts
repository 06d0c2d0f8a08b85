import { z } from 'zod';
import { criteriaSchema } from '../../criteria/index.ts';
import { wordsSchema } from '../../ladder/index.ts';
import { clubKey } from '../wallet.ts';

const units = z.int().min(1).max(1e12);
const money = z.int().min(0).max(1e15);
const count = z.int().min(1).max(1e9);
const text = z.string().trim().min(1).max(200);

/** What it costs: a fixed number of units, or as many as the customer wants to spend between two bounds. */
export const rewardPriceSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('fixed'), wallet: clubKey, units }),
  z
    .strictObject({
      kind: z.literal('range'),
      wallet: clubKey,
      least: units,
      most: units,
      /** Only multiples of it, counted from 0; absent: 1. */
      step: units.optional(),
    })
    .refine(({ least, most }) => least <= most, { path: ['most'] }),
]);
export type RewardPrice = z.infer<typeof rewardPriceSchema>;

/** What a discount reward takes off a basket. `worth`: for every `units` spent, `amount` minor units. */
export const rewardGivesSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('percent'),
    /** In hundredths of a percent. */
    share: z.int().min(1).max(10_000),
    cap: money.min(1).optional(),
  }),
  z.strictObject({ kind: z.literal('amount'), amount: money.min(1) }),
  z.strictObject({ kind: z.literal('worth'), units, amount: money.min(1) }),
]);
export type RewardGives = z.infer<typeof rewardGivesSchema>;

/** What is given. Everything but a discount and a product off the basket is handed over against a code. */
export const rewardWhatSchema = z.discriminatedUnion('kind', [
  /** `offer`: redeemed ahead, the code brings this offer at the till; `gives`: off a basket, while it is priced. */
  z
    .strictObject({
      kind: z.literal('discount'),
      offer: clubKey.optional(),
      gives: rewardGivesSchema.optional(),
    })
    .refine(({ offer, gives }) => offer !== undefined || gives !== undefined, { path: ['gives'] }),
  z.strictObject({ kind: z.literal('product'), item: text, pieces: z.int().min(1).max(1000) }),
  z.strictObject({ kind: z.literal('service') }),
  z.strictObject({ kind: z.literal('gift') }),
  z.strictObject({ kind: z.literal('event'), at: z.int().optional(), place: text.optional() }),
  z.strictObject({ kind: z.literal('donation'), to: text }),
  /** Handed over by a partner. */
  z.strictObject({ kind: z.literal('partner') }),
]);
export type RewardWhat = z.infer<typeof rewardWhatSchema>;

/** Who may have it. Everything that is said must hold; nothing said: every member. */
export const rewardForSchema = z.strictObject({
  who: criteriaSchema.optional(),
  /** Standing on one of these places, of each ladder or typology that is named. */
  places: z
    .array(z.strictObject({ ladder: clubKey, places: z.array(clubKey).min(1).max(50) }))
    .min(1)
    .max(10)
    .optional(),
  /** On one of these levels of the club. */
  levels: z.array(clubKey).min(1).max(20).optional(),
});
export type RewardFor = z.infer<typeof rewardForSchema>;

/** Something of the catalogue. Its key is what entries, counters and facts name it by, and never changes. */
export const rewardSchema = z.strictObject({
  key: clubKey,
  name: wordsSchema,
  /** What it is, in words for the customer. */
  about: wordsSchema.optional(),
  what: rewardWhatSchema,
  price: rewardPriceSchema,
  for: rewardForSchema.optional(),
  /** From the first instant on, up to but without the second. */
  from: z.int().optional(),
  until: z.int().optional(),
  /** How many there are altogether, and how many one person may have; absent: without limit. */
  stock: count.optional(),
  perPerson: count.optional(),
  /** What one costs the business, in minor units. */
  cost: money.optional(),
  /** Another business that gives it, or for which we give it; `owed` is what we owe them for one (below 0: they owe us). */
  partner: z.strictObject({ key: clubKey, name: text, owed: z.int().min(-1e15).max(1e15) }).optional(),
  /** Whether whoever redeems it has to prove who they are by a one-time code. */
  proof: z.boolean(),
  /** How many days the code that is handed out is good for; absent: as long as it takes. */
  codeDays: z.int().min(1).max(3650).optional(),
});
export type Reward = z.infer<typeof rewardSchema>;
