import type { Day } from '../../values/index.ts';
import type { RedemptionEstimate } from './survival.ts';

export const forecastHorizons = [30, 90, 365] as const;

/** Open units that were earned in one month and expire on one day. */
export interface OpenLots {
  readonly open: number;
  /** Whole months since they were earned. */
  readonly age: number;
  /** The first day on which they can no longer be spent; null: never. */
  readonly expires: Day | null;
}

export interface ForecastLine {
  readonly days: number;
  /** What expires if nothing is spent. */
  readonly scheduled: number;
  /** What is expected to expire and to be redeemed, from how earlier cohorts went; null where too little is known. */
  readonly expiring: number | null;
  readonly redeemed: number | null;
}

const DAYS_OF_MONTH = 365.25 / 12;

/**
 * What will expire and be redeemed within 30, 90 and 365 days from today. Units are redeemed month by month of their age
 * at the shares of the life table, until they expire; what has expired already and was not settled counts as expiring.
 */
export function forecastUnits(
  lots: readonly OpenLots[],
  estimate: RedemptionEstimate | null,
  today: Day,
): readonly ForecastLine[] {
  const shares = estimate?.source === 'cohorts' ? estimate.leaving : null;
  return forecastHorizons.map((days) => {
    const end = today + days;
    const due = lots.filter(({ expires }) => expires !== null && expires <= end);
    const scheduled = due.reduce((sum, { open }) => sum + open, 0);
    if (shares === null) return { days, scheduled, expiring: null, redeemed: null };
    let expiring = 0;
    let redeemed = 0;
    for (const { open, age, expires } of lots) {
      const isDue = expires !== null && expires <= end;
      const left = open * unspentAfter(shares, age, isDue ? Math.max(expires - today, 0) : days);
      redeemed += open - left;
      if (isDue) expiring += left;
    }
    return { days, scheduled, expiring: Math.round(expiring), redeemed: Math.round(redeemed) };
  });
}

/** What part of open units is not yet redeemed after so many days. */
function unspentAfter(shares: RedemptionEstimate['leaving'], age: number, days: number): number {
  let left = 1;
  let time = days / DAYS_OF_MONTH;
  for (let place = age; time > 0 && left > 0; place++) {
    const { redeemed, expired } = shares[place] ?? shares.at(-1) ?? { redeemed: 0, expired: 0 };
    // Who could not spend since it had expired is not one who did not want to.
    const among = 1 - expired <= 0 ? 0 : Math.min(redeemed / (1 - expired), 1);
    left *= (1 - among) ** Math.min(time, 1);
    time -= 1;
  }
  return left;
}
