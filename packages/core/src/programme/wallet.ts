import { z } from 'zod';
import { wordsSchema } from '../ladder/index.ts';

/** The key of a wallet, rule, offer, level …: what entries and codes name it by, never changed. */
export const clubKey = z.string().regex(/^[a-z][a-z0-9-]{0,62}$/);

/** Until when what was earned can be spent. Days are whole days of the business's zone; a lot ends at the end of one. */
export const expirySchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('never') }),
  /** So many days, or months of the business's calendar, after it vests. */
  z.strictObject({
    kind: z.literal('after'),
    unit: z.enum(['day', 'month']),
    count: z.int().min(1).max(3650),
  }),
  /** At the end of this day of the business's calendar (MM-DD), the first that comes at least `least` days after it was earned. */
  z.strictObject({
    kind: z.literal('fixed'),
    day: z.string().regex(/^\d\d-\d\d$/),
    least: z.int().min(0).max(730).optional(),
  }),
  /** At the end of a month, quarter or year of the business's calendar: `after` 0 is the one it vests in, 1 the next. */
  z.strictObject({
    kind: z.literal('period'),
    unit: z.enum(['month', 'quarter', 'year']),
    after: z.int().min(0).max(40),
  }),
  /** So many days after the person last earned or spent anything in this wallet. */
  z.strictObject({ kind: z.literal('rolling'), days: z.int().min(1).max(3650) }),
]);
export type Expiry = z.infer<typeof expirySchema>;

export const spendingSchema = z.strictObject({
  /** The fewest that may be spent at once. */
  least: z.int().min(1).max(1e12).optional(),
  /** Spent in multiples of this. */
  step: z.int().min(1).max(1e12).optional(),
  /** The largest part of what is to be paid, in hundredths of a percent (10000 = all of it). */
  mostShare: z.int().min(1).max(10_000).optional(),
  /** From how many on the person has to prove themselves by a one-time code; 0: always; absent: never. */
  proofFrom: z.int().min(0).max(1e15).optional(),
});
export type Spending = z.infer<typeof spendingSchema>;

/** What a person collects. Amounts in a wallet are whole numbers of its unit; a money wallet counts minor units. */
export const walletSchema = z.strictObject({
  key: clubKey,
  name: wordsSchema,
  unit: z.enum(['points', 'money', 'coin']),
  /** What it is worth at the till: `points` units take `amount` minor units off. A money wallet is 1 to 1. */
  worth: z.strictObject({ points: z.int().min(1).max(1e9), amount: z.int().min(0).max(1e12) }),
  /** How many whole days what is earned waits before it can be spent. */
  vesting: z.int().min(0).max(730),
  expiry: expirySchema,
  /**
   * When what is taken back was spent already: `allow` leaves a debt that the next credits absorb; `clamp` takes what is
   * there and writes the rest off as an entry of its own. Neither is silent.
   */
  negative: z.enum(['allow', 'clamp']),
  /** Absent: it cannot be spent at the till. */
  spending: spendingSchema.optional(),
});
export type Wallet = z.infer<typeof walletSchema>;

/** What units of a wallet take off at the till, in minor units, rounded down. */
export function worthOf(wallet: Pick<Wallet, 'worth'>, units: number): number {
  return Number((BigInt(units) * BigInt(wallet.worth.amount)) / BigInt(wallet.worth.points));
}

/** The fewest units that take at least `amount` off; null when the wallet is worth nothing. */
export function unitsFor(wallet: Pick<Wallet, 'worth'>, amount: number): number | null {
  const { points, amount: worth } = wallet.worth;
  if (worth === 0) return amount === 0 ? 0 : null;
  return Number((BigInt(amount) * BigInt(points) + BigInt(worth) - 1n) / BigInt(worth));
}
