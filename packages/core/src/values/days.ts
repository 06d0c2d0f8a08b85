import { d2j, isValidJalaaliDate, j2d, jalaaliMonthLength } from 'jalaali-js';
import { type Calendar, MONTH_NAMES, WEEKDAY_NAMES } from './calendar-names.ts';
import { toPersianDigits } from './digits.ts';
import type { Language } from './language.ts';

export type { Calendar } from './calendar-names.ts';

/** A local calendar date, as integer days since 1970-01-01 (which is day 0). It has no time and no zone. */
export type Day = number;

/** A date's parts in one of the calendars; month and day count from 1. */
export interface CalendarDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

export const MS_PER_DAY = 86_400_000;

/** 1900-01-01 and 2100-12-31: the days for which answers are kept in tables. Others work, more slowly. */
export const FIRST_TABLED_DAY: Day = -25_567;
export const LAST_TABLED_DAY: Day = 47_846;

/** The Julian day number of day 0. */
const JULIAN_DAY_ZERO = 2_440_588;

/** Dates of the tabled days, packed as year·512 + month·32 + day; 0 while unknown. */
const dates: Readonly<Record<Calendar, Int32Array>> = {
  jalali: new Int32Array(LAST_TABLED_DAY - FIRST_TABLED_DAY + 1),
  gregorian: new Int32Array(LAST_TABLED_DAY - FIRST_TABLED_DAY + 1),
};

/** The day of a date, or null if that date does not exist in the calendar (1404/12/30, 2025-02-29). */
export function dayFrom(calendar: Calendar, year: number, month: number, day: number): Day | null {
  if (!Number.isInteger(year) || !Number.isInteger(month) || !Number.isInteger(day)) return null;
  if (month < 1 || month > 12 || day < 1 || day > 31) return null;
  if (calendar === 'jalali') {
    return isValidJalaaliDate(year, month, day) ? j2d(year, month, day) - JULIAN_DAY_ZERO : null;
  }
  if (year < 1 || year > 9999 || day > gregorianMonthLength(year, month)) return null;
  return gregorianDay(year, month, day);
}

/** The parts of a day's date. Throws RangeError beyond the Jalali years −61…3177. */
export function dateOf(day: Day, calendar: Calendar): CalendarDate {
  const table = dates[calendar];
  const packed = table[day - FIRST_TABLED_DAY];
  if (packed !== undefined && packed !== 0) {
    return { year: packed >> 9, month: (packed >> 5) & 15, day: packed & 31 };
  }
  const date = calendar === 'jalali' ? jalaliDate(day) : gregorianDate(day);
  if (packed === 0) table[day - FIRST_TABLED_DAY] = date.year * 512 + date.month * 32 + date.day;
  return date;
}

/** How many days a month has. */
export function monthLength(calendar: Calendar, year: number, month: number): number {
  return calendar === 'jalali' ? jalaaliMonthLength(year, month) : gregorianMonthLength(year, month);
}

/**
 * The same date `months` later (earlier if negative); where that month is too short, its last day:
 * 31 Shahrivar + 1 month = 30 Mehr, 1403/12/30 + 12 months = 1404/12/29. Non-decreasing in `day`.
 */
export function addMonths(day: Day, months: number, calendar: Calendar): Day {
  const date = dateOf(day, calendar);
  const index = date.year * 12 + date.month - 1 + months;
  const year = Math.floor(index / 12);
  const month = index - year * 12 + 1;
  return knownDay(calendar, year, month, Math.min(date.day, monthLength(calendar, year, month)));
}

export function startOfMonth(day: Day, calendar: Calendar): Day {
  return day - dateOf(day, calendar).day + 1;
}

export function startOfYear(day: Day, calendar: Calendar): Day {
  return knownDay(calendar, dateOf(day, calendar).year, 1, 1);
}

/** Saturday 0 … Friday 6: the week in Iran starts on Saturday. */
export function weekday(day: Day): number {
  return (((day + 5) % 7) + 7) % 7;
}

/** `2026-03-25`: the form for keys, exports and logs. */
export function isoDay(day: Day): string {
  return written(dateOf(day, 'gregorian'), '-');
}

/** The day of such a text; null where there is no such day. */
export function readIsoDay(text: string): Day | null {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? [];
  return dayFrom('gregorian', Number(year), Number(month), Number(day));
}

/** `1405/01/05`, in ASCII digits. */
export function jalaliDay(day: Day): string {
  return written(dateOf(day, 'jalali'), '/');
}

/**
 * A day as people read it: short «۱۴۰۵/۰۱/۰۵», long «۵ فروردین ۱۴۰۵», full «چهارشنبه ۵ فروردین ۱۴۰۵»; in English
 * `1405/01/05` (or ISO), `5 Farvardin 1405`, `Wednesday, 5 Farvardin 1405`. Built by hand because `Intl` puts
 * the parts of fa-IR dates in the wrong order.
 */
export function showDay(
  day: Day,
  options: {
    readonly calendar: Calendar;
    readonly language: Language;
    readonly style: 'short' | 'long' | 'full';
  },
): string {
  const { calendar, language, style } = options;
  const date = dateOf(day, calendar);
  const inPersian = language === 'fa';
  if (style === 'short') {
    const short = written(date, inPersian || calendar === 'jalali' ? '/' : '-');
    return inPersian ? toPersianDigits(short) : short;
  }
  const long = `${date.day} ${monthName(date.month, calendar, language)} ${date.year}`;
  const shown = inPersian ? toPersianDigits(long) : long;
  if (style === 'long') return shown;
  return `${WEEKDAY_NAMES[language][weekday(day)] ?? ''}${inPersian ? '' : ','} ${shown}`;
}

/** The month of a day as people read it: «فروردین ۱۴۰۵», `March 2026`. */
export function showMonth(
  day: Day,
  options: { readonly calendar: Calendar; readonly language: Language },
): string {
  const date = dateOf(day, options.calendar);
  const shown = `${monthName(date.month, options.calendar, options.language)} ${date.year}`;
  return options.language === 'fa' ? toPersianDigits(shown) : shown;
}

/** A month's name; `month` counts from 1. */
export function monthName(month: number, calendar: Calendar, language: Language): string {
  return MONTH_NAMES[calendar][language][month - 1] ?? '';
}

function knownDay(calendar: Calendar, year: number, month: number, day: number): Day {
  const known = dayFrom(calendar, year, month, day);
  if (known === null) throw new RangeError(`No such ${calendar} date: ${year}-${month}-${day}`);
  return known;
}

function jalaliDate(day: Day): CalendarDate {
  const { jy, jm, jd } = d2j(day + JULIAN_DAY_ZERO);
  return { year: jy, month: jm, day: jd };
}

function gregorianDate(day: Day): CalendarDate {
  const date = new Date(day * MS_PER_DAY);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** Days from a Gregorian date, by Howard Hinnant's `days_from_civil` (chrono-compatible date algorithms). */
function gregorianDay(year: number, month: number, day: number): Day {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

function gregorianMonthLength(year: number, month: number): number {
  if (month !== 2) return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
}

function written(date: CalendarDate, separator: string): string {
  return [
    String(date.year).padStart(4, '0'),
    String(date.month).padStart(2, '0'),
    String(date.day).padStart(2, '0'),
  ].join(separator);
}
