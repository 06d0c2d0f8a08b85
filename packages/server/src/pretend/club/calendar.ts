import { addMonths, type Instant, MS_PER_DAY, startOfMonth, zoneOf } from '@nardeban/core/values';
import type { Business } from '../../platform/tenancy/index.ts';

/** Whole months since the club was opened, besides the one under way. */
const MONTHS = 5;
const HOUR = MS_PER_DAY / 24;

/** When what happened in the club. */
export interface ClubCalendar {
  readonly openedAt: Instant;
  /** Shortly before the end of each month, so that what it brought stands in its own books; the last is the present. */
  readonly rounds: readonly Instant[];
  readonly now: Instant;
}

export function clubCalendar({ zone: name, calendar }: Business, now: Instant): ClubCalendar {
  const zone = zoneOf(name);
  const thisMonth = startOfMonth(zone.dayOf(now), calendar);
  const startOf = (month: number): Instant => zone.startOf(addMonths(thisMonth, month, calendar));
  const ends = Array.from({ length: MONTHS }, (_, month) => startOf(month + 1 - MONTHS) - HOUR);
  return { openedAt: startOf(-MONTHS) + 9 * HOUR, rounds: [...ends, now], now };
}
