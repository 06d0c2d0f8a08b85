import { z } from 'zod';
import { criteriaSchema } from '../criteria/index.ts';
import { wordsSchema } from '../ladder/index.ts';
import { choosingSchema, clubKey, hoursSchema } from '../programme/index.ts';
import { isZone } from '../values/index.ts';

const code = z.string().trim().min(1).max(200);
const money = z.int().min(0).max(1e15);
/** Hundredths of a percent: 1000 is 10 %, 10000 is all of it. */
const share = z.int().min(1).max(10_000);
const pieces = z.int().min(1).max(1_000_000);

/** Something given besides or instead of a discount: a service, maintenance, a design. */
export const perkSchema = z.strictObject({
  key: clubKey,
  name: wordsSchema,
  /** What giving it once costs the business, in minor units. */
  cost: money,
  /** What somebody would pay for it; absent: nobody has said. */
  worth: money.optional(),
});
export type Perk = z.infer<typeof perkSchema>;

const percent = z.strictObject({
  kind: z.literal('percent'),
  share,
  /** The most it takes off: "5 % up to 5,000 toman". */
  cap: money.min(1).optional(),
});
const amount = z.strictObject({ kind: z.literal('amount'), amount: money.min(1) });
/** Each piece comes to this price; a piece that is cheaper already stays as it is. */
const fixedPrice = z.strictObject({ kind: z.literal('price'), price: money });
/**
 * Of every `buy + get` pieces `get` are cheaper by `share`: those that cost least. `gets` names what the cheaper pieces
 * are taken from; absent: from the same pieces that are bought.
 */
const buyGet = z.strictObject({
  kind: z.literal('buy-get'),
  buy: pieces,
  get: pieces,
  share,
  gets: z.strictObject({ items: choosingSchema.optional(), groups: choosingSchema.optional() }).optional(),
  /** How often in one basket; absent: as often as the pieces allow. */
  times: pieces.optional(),
});
/** So many pieces of a product cost nothing, where they are in the basket. `on` then says what has to be bought with them. */
const freeProduct = z.strictObject({ kind: z.literal('free-product'), item: code, pieces });

/** What lowers the price. */
export const discountSchema = z.discriminatedUnion('kind', [
  percent,
  amount,
  fixedPrice,
  buyGet,
  freeProduct,
]);
export type Discount = z.infer<typeof discountSchema>;

/** What an offer gives. A combination is a smaller discount and a perk: "5 % and a free service instead of 10 %". */
export const giveSchema = z.discriminatedUnion('kind', [
  percent,
  amount,
  fixedPrice,
  buyGet,
  freeProduct,
  z.strictObject({ kind: z.literal('perk'), perk: perkSchema }),
  z.strictObject({ kind: z.literal('combination'), discount: discountSchema, perk: perkSchema }),
]);
export type Give = z.infer<typeof giveSchema>;

/** Which lines it is on; a line must be chosen by every part that is said. Absent: all goods. */
export const onSchema = z.strictObject({
  items: choosingSchema.optional(),
  groups: choosingSchema.optional(),
  /** On the lines of shipping, and on nothing else. */
  shipping: z.literal(true).optional(),
});
export type On = z.infer<typeof onSchema>;

/** When it runs: from an instant, up to another one (not included). Hours and weekdays are those of the stated zone. */
export const whenSchema = z
  .strictObject({
    from: z.int().optional(),
    to: z.int().optional(),
    hours: z.array(hoursSchema).min(1).max(10).optional(),
    /** Saturday 0 … Friday 6. */
    weekdays: z.array(z.int().min(0).max(6)).min(1).max(7).optional(),
    /** The IANA zone in which hours, weekdays and "per day" are meant. */
    zone: z.string().max(64).refine(isZone),
  })
  .refine(({ from, to }) => from === undefined || to === undefined || from < to);
export type When = z.infer<typeof whenSchema>;

/** Whom it is for. Everything that is said must hold; nothing said: everybody. */
export const forSchema = z.strictObject({
  who: criteriaSchema.optional(),
  /** Standing on one of these rungs of a ladder. */
  rungs: z.strictObject({ ladder: clubKey, rungs: z.array(clubKey).min(1).max(12) }).optional(),
  /** The least score of appreciation, 0 to 100. */
  appreciation: z.int().min(0).max(100).optional(),
  /** Only those who stand on the list that is kept with the offer. */
  chosen: z.literal(true).optional(),
});
export type OfferFor = z.infer<typeof forSchema>;

/** How it goes with others. */
export const stackingSchema = z.strictObject({
  /** Of one group of exclusion at most one applies. */
  group: clubKey.optional(),
  /** With no other offer or code in the basket. */
  exclusive: z.boolean(),
  /** What is taken off first: the lower number. Equal numbers go by key. */
  order: z.int().min(0).max(10_000),
  /** What all discounts together, this one included, may take off the lines it is on, in hundredths of a percent. */
  mostTogether: share.optional(),
});
export type Stacking = z.infer<typeof stackingSchema>;

export const limitsSchema = z.strictObject({
  perPerson: pieces.optional(),
  total: z.int().min(1).max(1e12).optional(),
  /** By everybody together, in one day of the offer's zone. */
  perDay: z.int().min(1).max(1e12).optional(),
});
export type Limits = z.infer<typeof limitsSchema>;

/** A discount or a perk for chosen people. Amounts are minor units of the business's currency. */
export const offerSchema = z.strictObject({
  key: clubKey,
  name: wordsSchema,
  /** What is said to the person: it stresses thanks, not price. */
  thanks: wordsSchema.optional(),
  for: forSchema,
  gives: giveSchema,
  on: onSchema.optional(),
  /** The least that the goods of the basket come to before anything is taken off. */
  leastBasket: money.min(1).optional(),
  channels: choosingSchema.optional(),
  branches: choosingSchema.optional(),
  methods: choosingSchema.optional(),
  when: whenSchema,
  /** By itself, by a code, or when somebody at the till asks for it. */
  by: z.enum(['itself', 'code', 'asking']),
  announcement: z.enum(['public', 'private']),
  stacking: stackingSchema,
  limits: limitsSchema.optional(),
  /** What it may cost altogether. */
  budget: money.min(1).optional(),
  /** Whether somebody who is no customer yet (or hardly) may have it. */
  newcomers: z.boolean(),
  /** Whole days that lie between two times for one person. */
  leastDaysBetween: z.int().min(1).max(3650).optional(),
  /** What happens when the guard holds it back; absent: as the guard says. */
  heldBack: z.enum(['refuse', 'trim', 'swap']).optional(),
});
export type Offer = z.infer<typeof offerSchema>;

/** The discount an offer gives; null: a perk alone. */
export function discountOf(gives: Give): Discount | null {
  if (gives.kind === 'perk') return null;
  return gives.kind === 'combination' ? gives.discount : gives;
}

/** The perk an offer gives; null: a discount alone. */
export function perkOf(gives: Give): Perk | null {
  return gives.kind === 'perk' || gives.kind === 'combination' ? gives.perk : null;
}
