import { z } from 'zod';

const money = z.int().min(0);

/** What goes back when pieces of an order come back. All amounts are minor units, all of them given to somebody. */
export const returnPlanSchema = z.strictObject({
  /**
   * Only the lines of which something comes back. `gross = discount + net`; `net = money + byWallets + byGiftCards`. Each part is
   * rounded down until the last piece, so `gross` may be a few minor units short of the pieces' price before it.
   */
  lines: z.array(
    z.strictObject({
      place: z.int().min(0),
      pieces: z.int().min(1),
      gross: money,
      /** The line's part of the discounts: it is not paid out, for it was never paid in. */
      discount: money,
      net: money,
      tax: money,
      byWallets: money,
      byGiftCards: money,
      money,
    }),
  ),
  gross: money,
  discount: money,
  net: money,
  tax: money,
  /** What is paid back in money. */
  money,
  /** Units that go back to the lots they came from; `spent` is the place in the order's list of what was spent. */
  spent: z.array(
    z.strictObject({
      spent: z.int().min(0),
      wallet: z.string(),
      reward: z.string().optional(),
      points: money,
      worth: money,
    }),
  ),
  giftCards: z.array(z.strictObject({ card: z.int(), amount: money })),
  /** Units that are taken back, by rule and line of the basket. */
  earned: z.array(
    z.strictObject({ rule: z.string(), wallet: z.string(), points: money, lines: z.array(money) }),
  ),
  /** How much of each discount, code and reward is undone. */
  discounts: z.array(z.strictObject({ source: z.string(), amount: money })),
  /**
   * Offers that would not be given for what the customer keeps: `left` of goods where `least` was asked. What is kept stays
   * as it was bought, `kept` cheaper; whoever takes the return sees it before. Absent in plans made before this was told.
   */
  belowLeast: z
    .array(z.strictObject({ source: z.string(), least: money, left: money, kept: money }))
    .optional(),
  /** Counters that are given back. */
  counters: z.array(z.strictObject({ key: z.string(), of: z.enum(['person', 'all']), subtract: money })),
  /** Nothing is left of the order; perks that went with it end. */
  everything: z.boolean(),
  perksEnded: z.array(z.string()),
});
export type ReturnPlan = z.infer<typeof returnPlanSchema>;
