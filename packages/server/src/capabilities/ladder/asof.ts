import {
  accept,
  dayFrom,
  refuse,
  toLatinDigits,
  zoneOf,
  type Instant,
  type Result,
} from '@nardeban/core/values';
import type { Business } from '../../platform/tenancy/index.ts';

/** The last instant of a local day given as 2025-03-20, 1403-12-30 or ۱۴۰۳/۱۲/۳۰; "who stood where on that day" means at its end. */
export function endOfDay(business: Business, text: string, field = 'asOf'): Result<Instant> {
  const day = dayOfText(text);
  return day === null
    ? refuse('day_expected', field, { field })
    : accept(zoneOf(business.zone).startOf(day + 1) - 1);
}

export function startOfDay(business: Business, text: string, field: string): Result<Instant> {
  const day = dayOfText(text);
  return day === null ? refuse('day_expected', field, { field }) : accept(zoneOf(business.zone).startOf(day));
}

function dayOfText(text: string): number | null {
  const match = /^([0-9]{4})[-/]([0-9]{1,2})[-/]([0-9]{1,2})$/.exec(toLatinDigits(text.trim()));
  if (!match) return null;
  const year = Number(match[1]);
  // A year before 1700 in these digits is a Jalali one: 1403-12-30 is a day people write.
  return dayFrom(year < 1700 ? 'jalali' : 'gregorian', year, Number(match[2]), Number(match[3]));
}

/** The instant asked about: the end of the day given, now when none is; a day that has not come is refused. */
export function asOfInstant(business: Business, text: string | undefined, now: Instant): Result<Instant> {
  if (text === undefined) return accept(now);
  const end = endOfDay(business, text);
  if (!end.ok) return end;
  const start = zoneOf(business.zone).startOf(zoneOf(business.zone).dayOf(end.value));
  if (start > now) return refuse('day_not_come', 'asOf');
  return accept(Math.min(end.value, now));
}
