import { z } from 'zod';
import { ratePriorSchema } from './rate-prior.ts';
import { partSchema, shareSchema } from './shares.ts';

/** In order of priority: who buys often but only at a discount is not loyal. */
export const customerTypeSchema = z.enum(['discount-led', 'loyal', 'impulse', 'need-led', 'wandering']);
export type CustomerType = z.infer<typeof customerTypeSchema>;

export const customerTypeNames: Readonly<Record<CustomerType, { readonly fa: string; readonly en: string }>> =
  {
    'discount-led': { fa: 'تخفیفی', en: 'Discount-led' },
    loyal: { fa: 'وفادار', en: 'Loyal' },
    impulse: { fa: 'هیجانی', en: 'Impulse' },
    'need-led': { fa: 'نیازمحور', en: 'Need-led' },
    wandering: { fa: 'سرگردان', en: 'Wandering' },
  };

const days = z.number().min(0);
const rate = z.number().min(0).max(1);

export const customerTypesSchema = z.strictObject({
  asOf: z.int(),
  /** With those who never ordered: they are wandering. */
  people: z.int().min(0),
  withoutOrder: z.int().min(0),
  revenue: z.number().min(0),
  /** All five, in order of priority. */
  types: z.array(partSchema.extend({ type: customerTypeSchema, ordersShare: shareSchema })).length(5),
  /** What the rules asked of people, drawn from the business itself. */
  rules: z.strictObject({
    /** Loyal: order days, the fewest (three or more) that at most a fifth of buyers reach; if nobody does, the most there are. */
    loyalFrom: z.int().min(3),
    /** Loyal: silence of at most so many days, or of twice their usual gap if that is longer. */
    loyalSilence: z.int(),
    /** What is believed of a gap, and how many of their own it is worth. */
    usualGap: days.nullable(),
    /** Discount-led: the drawn-in share of order days with a discount. */
    discountFrom: rate,
    discountPrior: ratePriorSchema,
    /** Impulse: the drawn-in share of order days on which several kinds of things were bought. */
    mixedFrom: rate,
    mixedPrior: ratePriorSchema,
    /** Need-led: a last order within so many days; wandering: longer ago. */
    needWithin: z.int(),
    /** Wandering: one order day only, and a drawn-in share of contacts that ended in an order below this. */
    contactsBelow: rate,
    contactsPrior: ratePriorSchema,
  }),
  /** False where no order names a discount: then nobody can be discount-led. */
  discountsTold: z.boolean(),
  /** The share of order days whose lines are known: without lines nobody can be told to buy on impulse. */
  linesKnown: shareSchema,
  /** Discount granted of all that would have been paid without it. */
  discountShare: shareSchema,
  /** The values of discount proneness at each tenth of those with enough orders: nine of them, or none. */
  pronenessTenths: z.array(rate),
});
export type CustomerTypes = z.infer<typeof customerTypesSchema>;

export const customerTypeOfPersonSchema = z.strictObject({
  type: customerTypeSchema,
  /** Days on which they ordered, and what they paid and did not give back, in minor units. */
  orders: z.int().min(1),
  paid: z.number().min(0),
  daysSinceLast: z.int().min(0),
  /** Days between orders, drawn to what is usual in the business; null where nobody ordered twice. */
  usualGap: days.nullable(),
  /** Order days with a discount; their share, drawn in, null where the business tells none; the part of the price let off. */
  discounted: z.int().min(0),
  discountedRate: rate.nullable(),
  discountShare: rate,
  /** 0.8 · share of the price let off + 0.2 · share of order days with a discount, both drawn in; null for too few orders. */
  proneness: rate.nullable(),
  /** 10 the most prone; null for too few orders. */
  pronenessTenth: z.int().min(1).max(10).nullable(),
  /** Order days whose lines are known; those of several kinds; their share, drawn in, null without lines; kinds in all. */
  withLines: z.int().min(0),
  mixed: z.int().min(0),
  mixedRate: rate.nullable(),
  categories: z.int().min(0),
  items: z.int().min(0),
  touches: z.int().min(0),
});
export type CustomerTypeOfPerson = z.infer<typeof customerTypeOfPersonSchema>;
