import { z } from 'zod';
import { criteriaSchema } from '../../criteria/index.ts';
import { wordsSchema } from '../../ladder/index.ts';
import { clubKey, expirySchema } from '../wallet.ts';

const code = z.string().trim().min(1).max(200);
const money = z.int().min(0).max(1e15);
/** Units of a wallet: a money wallet counts minor units, so these are as large. */
const units = z.int().min(1).max(1e12);
/** A day of the business's calendar as an ISO date of the Gregorian one: `2026-03-21`. */
const isoDate = z.string().regex(/^\d{4}-\d\d-\d\d$/);
const scalar = z.union([z.string().max(200), z.number(), z.boolean()]);

/** Which of the things named count: only these, all but those. Empty lists are refused, so that nothing means everything. */
export const choosingSchema = z.strictObject({
  only: z.array(code).min(1).max(1000).optional(),
  except: z.array(code).min(1).max(1000).optional(),
});
export type Choosing = z.infer<typeof choosingSchema>;

/** A stretch of the day in minutes since midnight, the end not included; a night runs over midnight (1320 to 360). */
export const hoursSchema = z.strictObject({
  from: z.int().min(0).max(1439),
  to: z.int().min(1).max(1440),
});

/** Where and when an order earns. All that is said must hold. */
export const whereSchema = z.strictObject({
  channels: choosingSchema.optional(),
  branches: choosingSchema.optional(),
  methods: choosingSchema.optional(),
  /** Days of the week, Saturday 0 … Friday 6. */
  weekdays: z.array(z.int().min(0).max(6)).min(1).max(7).optional(),
  hours: z.array(hoursSchema).min(1).max(10).optional(),
  /** First and last day, both included. */
  dates: z.strictObject({ from: isoDate.optional(), to: isoDate.optional() }).optional(),
  /** Lines of these products or groups earn. A line counts if it is chosen by both. */
  products: choosingSchema.optional(),
  groups: choosingSchema.optional(),
  /** The least that what earns must come to, in minor units. */
  leastAmount: money.optional(),
});
export type Where = z.infer<typeof whereSchema>;

/** What of an order earns besides the goods that were paid with money. Without it nothing else does. */
export const countsSchema = z.strictObject({
  tax: z.boolean().optional(),
  shipping: z.boolean().optional(),
  /** The purchase of a gift card. */
  giftCardPurchase: z.boolean().optional(),
  paidByWallets: z.boolean().optional(),
  paidByGiftCards: z.boolean().optional(),
});
export type Counts = z.infer<typeof countsSchema>;

const share = z.int().min(1).max(10_000);

/** How much is given. Amounts are those that earn; what comes out is rounded down once, for the order as a whole. */
export const givesSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('fixed'), units }),
  /** `units` for every `amount` minor units: whole steps only where `whole` is said. */
  z.strictObject({
    kind: z.literal('per'),
    units,
    amount: z.int().min(1).max(1e15),
    /** The amount counts in whole steps of `amount`: 299,999 at 1 per 100,000 is 2 either way, but 5 per 100,000 is 10 or 14. */
    whole: z.literal(true).optional(),
  }),
  /** A share of the amount in hundredths of a percent: 700 is 7 %. Only for a wallet of money. */
  z.strictObject({ kind: z.literal('share'), share }),
  /** So many for each piece bought. */
  z.strictObject({ kind: z.literal('piece'), units }),
  /** By what the order comes to: the last step whose `from` it reaches. */
  z.strictObject({
    kind: z.literal('steps'),
    steps: z
      .array(
        z.strictObject({
          from: money,
          units: units.optional(),
          /** In hundredths of a percent of the whole amount, for a wallet of money. */
          share: share.optional(),
        }),
      )
      .min(1)
      .max(20),
  }),
  /** A fixed number that depends on the level of the club the person stands on. */
  z.strictObject({
    kind: z.literal('by-level'),
    levels: z
      .array(z.strictObject({ level: clubKey, units: units.optional(), share: share.optional() }))
      .min(1)
      .max(20),
  }),
]);
export type Gives = z.infer<typeof givesSchema>;

/** What is earned times this many hundredths: 150 is half as much again. The larger of a rung's and a level's counts. */
const times = z.int().min(0).max(10_000);
export const multipliersSchema = z.strictObject({
  rungs: z
    .array(z.strictObject({ ladder: clubKey, rung: clubKey, times }))
    .min(1)
    .max(60)
    .optional(),
  levels: z
    .array(z.strictObject({ level: clubKey, times }))
    .min(1)
    .max(20)
    .optional(),
});

export const PERIODS = ['order', 'day', 'month', 'year', 'ever'] as const;
/** The stretch a cap or a budget counts over, in days, months and years of the business. */
export const periodSchema = z.enum(PERIODS);
export type Period = z.infer<typeof periodSchema>;

/** The most that may be earned: units of the wallet, or times. Of one person, or of everybody together. */
export const capSchema = z.strictObject({
  of: z.enum(['person', 'all']),
  per: periodSchema,
  most: units,
  counted: z.enum(['units', 'times']),
});
export type Cap = z.infer<typeof capSchema>;

/** What may be given: units, or minor units of money (units × worth). `alarms`: shares in percent at which to be told. */
export const budgetSchema = z.strictObject({
  per: z.enum(['day', 'month', 'year', 'ever']),
  units: units.optional(),
  money: z.int().min(1).max(1e15).optional(),
  alarms: z.array(z.int().min(1).max(100)).min(1).max(10).optional(),
});
export type Budget = z.infer<typeof budgetSchema>;

const fieldTest = z.strictObject({
  field: z.string().min(1).max(100),
  is: scalar.optional(),
  oneOf: z.array(scalar).min(1).max(100).optional(),
  not: scalar.optional(),
  atLeast: z.number().optional(),
  atMost: z.number().optional(),
});

/** What has to happen. Orders are those of the till and those told as facts. */
export const occasionSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('order') }),
  z.strictObject({ kind: z.literal('first-order') }),
  /** The day of the year of a trait that holds a date (a birthday, a wedding day), in the business's calendar. */
  z.strictObject({ kind: z.literal('anniversary'), trait: z.string().min(1).max(100) }),
  /** A fact of a type. `oncePer`: a field whose every value gives once (a survey has many questions and gives once). */
  z.strictObject({
    kind: z.literal('fact'),
    type: z.string().min(1).max(100),
    where: z.array(fieldTest).min(1).max(10).optional(),
    oncePer: z.string().min(1).max(100).optional(),
  }),
  /** All these traits are known. */
  z.strictObject({
    kind: z.literal('profile'),
    traits: z.array(z.string().min(1).max(100)).min(1).max(50),
  }),
  /** Climbing to one of these rungs, each once for ever however often it is climbed again. */
  z.strictObject({ kind: z.literal('rung'), ladder: clubKey, rungs: z.array(clubKey).min(1).max(12) }),
  /** Rising to one of these levels of the club, each once for ever. */
  z.strictObject({ kind: z.literal('level'), levels: z.array(clubKey).min(1).max(20) }),
]);

/** One way to earn. Its key is for ever: what it gave is known by it, and nothing is given twice under it. */
export const earningRuleSchema = z.strictObject({
  key: clubKey,
  name: wordsSchema,
  wallet: clubKey,
  on: occasionSchema,
  /** Whom it is for; absent: everybody. */
  who: criteriaSchema.optional(),
  /** The rungs and levels it is for. */
  rungs: z.strictObject({ ladder: clubKey, rungs: z.array(clubKey).min(1).max(12) }).optional(),
  levels: z.array(clubKey).min(1).max(20).optional(),
  where: whereSchema.optional(),
  counts: countsSchema.optional(),
  gives: givesSchema,
  multipliers: multipliersSchema.optional(),
  caps: z.array(capSchema).min(1).max(10).optional(),
  budget: budgetSchema.optional(),
  /** Whole days it waits; absent: as the wallet says. */
  vesting: z.int().min(0).max(730).optional(),
  expiry: expirySchema.optional(),
  /** Once for a person, ever. */
  once: z.literal(true).optional(),
  /** Of the rules of one group only one gives on an order. */
  group: clubKey.optional(),
  campaign: clubKey.optional(),
});
export type EarningRule = z.infer<typeof earningRuleSchema>;
