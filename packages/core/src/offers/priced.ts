import { z } from 'zod';
import { claimSchema, earnedSchema, notEarnedSchema, reasonSchema } from '../programme/index.ts';

/**
 * What a basket comes to once everything that may be taken off has been, and why. All amounts are minor units, whole and
 * never negative. `gross = discount + net`; `net = paid by wallets + paid by gift cards + due`. Lists named `lines` say how
 * an amount falls on the lines of the basket, in their order.
 */

const money = z.int().min(0);

export { claimSchema, earnedSchema, reasonSchema } from '../programme/index.ts';
export type { Claim, Earned, PricingReason } from '../programme/index.ts';

const words = z.strictObject({ fa: z.string(), en: z.string() });

/** What could be given instead of a discount, and what both cost the business. */
export const proposalSchema = z.strictObject({
  perk: z.string(),
  name: words,
  /** What is still taken off beside the perk; 0: the perk alone. */
  discount: money,
  /** What discount and perk cost together, and what the discount that was asked for costs. */
  cost: money,
  instead: money,
});
export type Proposal = z.infer<typeof proposalSchema>;

/** What became of one offer, voucher or reward that was asked for or applied by itself. */
export const decisionSchema = z.strictObject({
  /** `offer:<key>`, `voucher:<number of the code>` or `reward:<key>`. */
  source: z.string(),
  /** The offer that gave it, with its version; absent with a reward, or a code that brings nothing. */
  offer: z.strictObject({ key: z.string(), version: z.int() }).optional(),
  name: words,
  outcome: z.enum(['applied', 'trimmed', 'swapped', 'skipped']),
  /** What was taken off the basket. */
  amount: money,
  lines: z.array(money),
  /** What would have been taken off without the guard. */
  asked: money,
  /** What it costs the business: what was taken off and what the perk costs. */
  cost: money,
  /** What the goods had to come to for it, before anything was taken off: a return says when less than that is left. */
  leastBasket: money.optional(),
  /** A perk that goes with it, in words. */
  perk: words.optional(),
  /** What the guard proposes instead, when it held the offer back or the same thanks costs less. */
  proposal: proposalSchema.optional(),
  reasons: z.array(reasonSchema),
});
export type Decision = z.infer<typeof decisionSchema>;

/** What became of a wallet or a gift card that was to pay. */
export const paymentSchema = z.strictObject({
  /** `wallet:<key>` or `card:<number>`. */
  source: z.string(),
  outcome: z.enum(['applied', 'trimmed', 'skipped']),
  /** What it pays, and what it was asked to pay, in minor units. */
  amount: money,
  asked: money,
  /** Whether the person has to prove who they are before this is spent. */
  proof: z.boolean(),
  reasons: z.array(reasonSchema),
});
export type Payment = z.infer<typeof paymentSchema>;

export const pricedLineSchema = z.strictObject({
  gross: money,
  discount: money,
  net: money,
  tax: money,
  /** What of the net was paid with units of wallets, with gift cards, and what is left to be paid in money. */
  byWallets: money,
  byGiftCards: money,
  due: money,
  /** What the pieces cost; null: nobody knows, the rate of the business was used. */
  cost: money.nullable(),
  /** The least the line may come to: below it nothing more is taken off. Pieces given away have no floor. */
  floor: money,
});
export type PricedLine = z.infer<typeof pricedLineSchema>;

/**
 * Units of a wallet that pay for a part of the basket (`worth`, which falls on `lines`), or that a reward costs: then
 * `reward` names it, and its worth is 0 because what it takes off is a discount.
 */
export const spentSchema = z.strictObject({
  wallet: z.string(),
  points: money,
  worth: money,
  lines: z.array(money),
  reward: z.string().optional(),
});
export type Spent = z.infer<typeof spentSchema>;

export const giftCardUsedSchema = z.strictObject({ card: z.int(), amount: money, lines: z.array(money) });

/** What each part of a claim is for: a return gives money and units back by their share, a use when nothing is left of it. */
export const claimPartSchema = z.strictObject({
  /** The source of the decision, or `rule:<key>`. */
  source: z.string(),
  add: money,
  counts: z.enum(['uses', 'money', 'units']),
});
export type ClaimPart = z.infer<typeof claimPartSchema>;

/** One counter is named once; its parts add up to `add`. */
export const pricedClaimSchema = claimSchema.extend({ parts: z.array(claimPartSchema) });
export type PricedClaim = z.infer<typeof pricedClaimSchema>;

export const pricedSchema = z.strictObject({
  lines: z.array(pricedLineSchema),
  gross: money,
  discount: money,
  net: money,
  tax: money,
  byWallets: money,
  byGiftCards: money,
  /** What is left to pay in money. */
  due: money,
  decisions: z.array(decisionSchema),
  payments: z.array(paymentSchema),
  spent: z.array(spentSchema),
  giftCards: z.array(giftCardUsedSchema),
  earned: z.array(earnedSchema),
  /** Rules that gave nothing, and why. */
  notEarned: z.array(notEarnedSchema),
  claims: z.array(pricedClaimSchema),
  /** What the business keeps after goods, tax, rewards, perks and fees; and how sure that is. */
  margin: z.strictObject({
    amount: z.int(),
    costedShare: z.number(),
    rateFrom: z.enum(['stated', 'assumed']),
  }),
});
export type Priced = z.infer<typeof pricedSchema>;
