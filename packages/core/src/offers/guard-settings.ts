import { z } from 'zod';
import { perkSchema } from './offer.ts';

const money = z.int().min(0).max(1e15);
/** Hundredths of a percent. */
const share = z.int().min(0).max(10_000);

/**
 * What holds discounts in check. Every part can be left out, and then does not check. Shares are hundredths of a percent.
 */
export const guardSchema = z.strictObject({
  /**
   * The least to be kept of revenue (net of tax) after goods, rewards and fees: of every line by itself, of the basket as a
   * whole. A piece that is given away has no floor of its own: the basket has to bear it.
   */
  margin: z
    .strictObject({
      line: share.optional(),
      basket: share.optional(),
      /** The least to be kept of a basket, in minor units. */
      leastAmount: money.optional(),
    })
    .optional(),
  /** What taking the money costs, of what the basket comes to. */
  fees: share.optional(),
  /** The most that all discounts together take off the goods of a basket. */
  mostDiscount: share.optional(),
  /** What may be given away in one month of the business's calendar, over all offers. */
  monthBudget: money.min(1).optional(),
  /** What becomes of an offer that is held back, unless it says so itself. */
  heldBack: z.enum(['refuse', 'trim', 'swap']),
  /** A public offer needs loyal customers who cover the month's target to this share (10000: all of it). */
  publicNeeds: z.int().min(1).max(100_000).optional(),
  /** Whoever has kept fewer orders than this is a newcomer, and gets no discount that could become a habit. */
  newcomerOrders: z.int().min(1).max(100).optional(),
  /** A person who had so many discounts in so many days gets no further one: more would teach them to wait. */
  waiting: z
    .strictObject({
      most: z.int().min(1).max(1000),
      days: z.int().min(1).max(3650),
      /** Nor one who bought at least this share of the last `of` orders at a discount. */
      habit: z.strictObject({ share: z.int().min(1).max(10_000), of: z.int().min(2).max(100) }).optional(),
    })
    .optional(),
  /** What can be given instead of a discount. */
  perks: z.array(perkSchema).max(50),
});
export type Guard = z.infer<typeof guardSchema>;

/** What a business starts with: nothing sold below cost, half of a basket at most, no habit, no teaching to wait. */
export const DEFAULT_GUARD: Guard = {
  margin: { line: 0, basket: 500 },
  fees: 100,
  mostDiscount: 5000,
  heldBack: 'trim',
  publicNeeds: 10_000,
  newcomerOrders: 1,
  waiting: { most: 4, days: 90, habit: { share: 8000, of: 5 } },
  perks: [],
};
