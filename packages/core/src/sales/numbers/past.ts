import type { Instant } from '../../values/index.ts';
import { MS_PER_DAY } from '../../values/index.ts';

/** A stay of a deal on a step. */
export interface Stay {
  readonly step: string;
  readonly enteredAt: Instant;
  /** Null: it stands there still, or was decided there. */
  readonly leftAt: Instant | null;
}

/** A deal as it can be learnt from. */
export interface PastDeal {
  readonly id: number;
  readonly openedAt: Instant;
  /** When it was won or lost; null: it is open. */
  readonly closedAt: Instant | null;
  readonly won: boolean;
  /** In minor units; null: not known. */
  readonly amount: number | null;
  readonly stays: readonly Stay[];
}

/** Whole days on a step at which a stay is looked at: on arrival, after one week, after three, and after two months. */
export const BANDS = [0, 7, 21, 60] as const;

/** The last band that so many days on a step have reached. */
export function bandOf(days: number): number {
  let band = 0;
  for (let index = 1; index < BANDS.length; index++) if (days >= (BANDS[index] as number)) band = index;
  return band;
}

/** A moment at which a deal had been on a step for as long as a band says. */
export interface Landmark {
  readonly step: string;
  readonly band: number;
  readonly at: Instant;
}

/**
 * The moments of a deal that an open deal can be compared with: it stood on this step, and had stood there so long. Every
 * step and band counts once, however often the deal came back, at the last time. Moments after `until` are left out.
 */
export function landmarksOf(deal: PastDeal, until: Instant): readonly Landmark[] {
  const end = Math.min(until, deal.closedAt ?? until);
  const found = new Map<string, Landmark>();
  for (const { step, enteredAt, leftAt } of deal.stays) {
    const left = Math.min(end, leftAt ?? end);
    for (const [band, days] of BANDS.entries()) {
      const at = enteredAt + days * MS_PER_DAY;
      if (at > left || enteredAt > end) break;
      found.set(`${step} ${band}`, { step, band, at });
    }
  }
  return [...found.values()];
}

/** Where a deal stood at an instant: on which step and for how many days; null before it was opened or after it was decided. */
export function standingAt(
  deal: PastDeal,
  at: Instant,
): { readonly step: string; readonly days: number } | null {
  if (deal.openedAt > at || (deal.closedAt !== null && deal.closedAt <= at)) return null;
  for (let index = deal.stays.length - 1; index >= 0; index--) {
    const stay = deal.stays[index] as Stay;
    if (stay.enteredAt <= at)
      return { step: stay.step, days: Math.floor((at - stay.enteredAt) / MS_PER_DAY) };
  }
  return null;
}
