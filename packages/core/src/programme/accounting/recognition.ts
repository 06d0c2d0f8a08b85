import type { Minor } from '../../values/index.ts';
import { type Millionths, nearest, shareOf } from './rates.ts';

/** How far the points of a cohort have come, and how far they are expected to come. */
export interface Redemption {
  /** Points redeemed to date. */
  readonly redeemed: number;
  /** Points expected to be redeemed at last, those to date included. */
  readonly expected: number;
}

/** What of a cohort's points is expected to be redeemed at last: what was, and of what is open this rate. */
export function expectedFrom(redeemed: number, open: number, rate: Millionths): Redemption {
  return { redeemed, expected: redeemed + shareOf(open, rate) };
}

/**
 * Revenue to date: `L · redeemed ÷ expected total` (IFRS 15 B46), to the nearest minor unit and never more than L. Where
 * nothing more is expected (all is redeemed or has expired) it is all of L.
 */
export function recognisedToDate(liability: Minor, { redeemed, expected }: Redemption): Minor {
  if (redeemed >= expected) return liability;
  return nearest(BigInt(liability) * BigInt(redeemed), BigInt(expected));
}

/** Revenue of a period: to date now less to date before, so that periods add up to L exactly. */
export function periodRevenue(liability: Minor, before: Redemption, now: Redemption): Minor {
  return recognisedToDate(liability, now) - recognisedToDate(liability, before);
}

/** What a changed estimate alone moves, at the same redemptions: above zero is more revenue, below zero less. */
export function trueUp(
  liability: Minor,
  redeemed: number,
  expectedBefore: number,
  expectedNow: number,
): Minor {
  return periodRevenue(
    liability,
    { redeemed, expected: expectedBefore },
    { redeemed, expected: expectedNow },
  );
}
