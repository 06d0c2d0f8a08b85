import {
  addMonths,
  type BusinessCalendar,
  type Calendar,
  dateOf,
  type Day,
  dayFrom,
  type Instant,
  monthLength,
  zoneOf,
} from '../../values/index.ts';
import type { Expiry } from '../wallet.ts';

/** When something earned can be spent from, and until when; null: it never ends. The end is the first instant after. */
export interface Lasting {
  readonly availableFrom: Instant;
  readonly expiresAt: Instant | null;
}

/**
 * The instants that vesting and expiry make of an earning at `at`. What waits no day is available at once; else it is from
 * the start of the day on which it has waited so many whole days. It ends with the last day it is good for: at the start
 * of the day after, in the business's zone. A day of a month that is too short is the month's last.
 */
export function lasting(at: Instant, vesting: number, expiry: Expiry, business: BusinessCalendar): Lasting {
  const zone = zoneOf(business.zone);
  const earned = zone.dayOf(at);
  const vests = earned + vesting;
  const last = lastDay(earned, vests, expiry, business.calendar);
  return {
    availableFrom: vesting === 0 ? at : zone.startOf(vests),
    expiresAt: last === null ? null : zone.startOf(last + 1),
  };
}

function lastDay(earned: Day, vests: Day, expiry: Expiry, calendar: Calendar): Day | null {
  switch (expiry.kind) {
    case 'never':
      return null;
    case 'after':
      return expiry.unit === 'day' ? vests + expiry.count : addMonths(vests, expiry.count, calendar);
    case 'fixed':
      return nextDayOfYear(Math.max(vests, earned + (expiry.least ?? 0)), expiry.day, calendar);
    case 'period':
      return endOfPeriod(vests, expiry.unit, expiry.after, calendar);
    case 'rolling':
      return Math.max(vests, earned + expiry.days);
  }
}

/** The first day on or after `from` that is this day (MM-DD) of the year. */
function nextDayOfYear(from: Day, monthAndDay: string, calendar: Calendar): Day {
  const month = Number(monthAndDay.slice(0, 2));
  const wanted = Number(monthAndDay.slice(3));
  const { year } = dateOf(from, calendar);
  const inYear = (one: number): Day => dayInYear(one, month, wanted, calendar);
  const thisYear = inYear(year);
  return thisYear >= from ? thisYear : inYear(year + 1);
}

/** The day of a date in a year; where its month is too short, the month's last: 30 Esfand is 29 Esfand in a common year. */
export function dayInYear(year: number, month: number, day: number, calendar: Calendar): Day {
  const known = dayFrom(calendar, year, month, Math.min(day, monthLength(calendar, year, month)));
  if (known === null) throw new RangeError(`No such ${calendar} date: ${year}-${month}-${day}`);
  return known;
}

export type CalendarUnit = 'month' | 'quarter' | 'year';
const MONTHS: Readonly<Record<CalendarUnit, number>> = { month: 1, quarter: 3, year: 12 };

/** The first day of the month, quarter or year that a day is in, or of the one so many `later`. */
export function startOfPeriod(day: Day, unit: CalendarUnit, later: number, calendar: Calendar): Day {
  const { year, month } = dateOf(day, calendar);
  const length = MONTHS[unit];
  const index = year * 12 + (month - 1 - ((month - 1) % length)) + later * length;
  const inYear = Math.floor(index / 12);
  return dayInYear(inYear, index - inYear * 12 + 1, 1, calendar);
}

function endOfPeriod(day: Day, unit: CalendarUnit, after: number, calendar: Calendar): Day {
  return startOfPeriod(day, unit, after + 1, calendar) - 1;
}
