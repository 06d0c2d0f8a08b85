import { MONTH_NAMES, WEEKDAY_NAMES } from './calendar-names.ts';
import type { Calendar, CalendarDate } from './days.ts';
import { accept, refuse, type Result } from './refusal.ts';
import { looseKey } from './text.ts';
import { takeTime } from './time-text.ts';

/** A date taken apart, its year in full; time and offset in ms, null if not told. */
export interface DateText extends CalendarDate {
  readonly time: number | null;
  readonly offset: number | null;
}

/** Two-digit Jalali years up to here are of the fifteenth century: 05 is 1405, 30 is 1330. */
const LAST_SHORT_JALALI_YEAR = 29;

/** Two-digit Gregorian years up to here are of this century, as POSIX has it. */
const LAST_SHORT_GREGORIAN_YEAR = 68;

/**
 * Takes a written date apart. Expects the search key of the cell with آ as ا. Whether the date exists is for the
 * caller to see.
 */
export function readDateText(cell: string, dayFirst: boolean | undefined): Result<DateText> {
  const spaced = cell
    // An offset's name in brackets says nothing new: GMT+0330 (Iran Standard Time).
    .replace(/(?<=[+-][0-9]{4} )\([^()]*\)$/, '')
    .replace(/\((utc|gmt)\)$/, '$1')
    .replace(/[,،]/g, ' ')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/\s+/g, ' ')
    .trim();
  const { time, offset, rest } = takeTime(spaced);
  const words = rest
    .replace(WEEKDAY, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^ ?- | - ?$| -$/g, '')
    .trim();
  const date = readNumeric(words, dayFirst) ?? readNamed(words) ?? 'date_unreadable';
  return typeof date === 'string' ? refuse(date) : accept({ ...date, time, offset });
}

/** Three numbers with one separator, or eight digits in a row. Null if the text is neither. */
function readNumeric(text: string, dayFirst: boolean | undefined): CalendarDate | string | null {
  const compact = /^([0-9]{4})([0-9]{2})([0-9]{2})$/.exec(text);
  if (compact !== null) return dateFrom(compact[1], compact[2], compact[3]);
  const match = /^([0-9]{1,4}) ?([/.-]) ?([0-9]{1,2}) ?\2 ?([0-9]{1,4})$/.exec(text);
  if (match === null) return null;
  const [, first = '', , middle = '', last = ''] = match;
  if (first.length === 4 && last.length <= 2) return dateFrom(first, middle, last);
  if (first.length > 2) return null;
  if (last.length === 4) return yearLast(first, middle, last, dayFirst);
  if (last.length !== 2) return null;
  // The order was stated, so the year comes last and is Gregorian.
  if (dayFirst !== undefined) return yearLast(first, middle, fullGregorian(Number(last)), dayFirst);
  if (first.length !== 2) return null;
  // 05/01/05 is how Iranian tills write 1405/01/05; month 13 shows that this is another order.
  return Number(middle) > 12 ? 'date_ambiguous' : dateFrom(fullJalali(Number(first)), middle, last);
}

function yearLast(
  first: string,
  middle: string,
  year: string | number,
  dayFirst: boolean | undefined,
): CalendarDate | string {
  // A Jalali year at the end is 1405/1/5 turned round, so the day comes first.
  const isJalali = Number(year) < 1900;
  const clear = Number(first) > 12 || isJalali ? true : Number(middle) > 12 ? false : undefined;
  const order = dayFirst ?? (first === middle ? true : clear);
  if (order === undefined) return 'date_ambiguous';
  return order || isJalali ? dateFrom(year, middle, first) : dateFrom(year, first, middle);
}

/** A day, a month's name and a year, in any order: `toLocaleDateString('fa-IR')` has the year first. */
function readNamed(text: string): CalendarDate | null {
  const separate = text.replace(/([0-9])(?:st|nd|rd|th)\b/g, '$1').split(/[ /.-]+/);
  const tokens = separate.filter(
    (token) => token !== '' && token !== 'ماه' && token !== 'ap' && token !== 'سال',
  );
  const numbers = tokens.filter((token) => /^[0-9]{1,4}$/.test(token));
  const months = tokens.map((token) => MONTHS.get(token)).filter((month) => month !== undefined);
  const [month] = months;
  if (tokens.length !== 3 || numbers.length !== 2 || month === undefined) return null;
  const [first = '', second = ''] = numbers;
  const [year, day] = first.length > 2 ? [first, second] : [second, first];
  if (day.length > 2) return null;
  const short = month.calendar === 'jalali' ? fullJalali : fullGregorian;
  return { year: year.length > 2 ? Number(year) : short(Number(year)), month: month.month, day: Number(day) };
}

function dateFrom(
  year: string | number | undefined,
  month: string | undefined,
  day: string | undefined,
): CalendarDate {
  return { year: Number(year), month: Number(month), day: Number(day) };
}

function fullJalali(year: number): number {
  return year + (year <= LAST_SHORT_JALALI_YEAR ? 1400 : 1300);
}

function fullGregorian(year: number): number {
  return year + (year <= LAST_SHORT_GREGORIAN_YEAR ? 2000 : 1900);
}

/** Names as they are typed, beside the ones we print. */
const OTHER_MONTH_NAMES: readonly (readonly [name: string, calendar: Calendar, month: number])[] = [
  ['امرداد', 'jalali', 5],
  ['می', 'gregorian', 5],
  ['جون', 'gregorian', 6],
  ['جولای', 'gregorian', 7],
  ['ژولای', 'gregorian', 7],
  ['آگوست', 'gregorian', 8],
  ['اگوست', 'gregorian', 8],
  ['sept', 'gregorian', 9],
];

const MONTHS = new Map<string, { readonly calendar: Calendar; readonly month: number }>();
for (const calendar of ['jalali', 'gregorian'] as const) {
  for (const name of [...MONTH_NAMES[calendar].fa, ...MONTH_NAMES[calendar].en]) {
    const { fa, en } = MONTH_NAMES[calendar];
    const index = fa.includes(name) ? fa.indexOf(name) : en.indexOf(name);
    MONTHS.set(looseKey(name), { calendar, month: index + 1 });
  }
}
MONTH_NAMES.gregorian.en.forEach((name, index) => {
  MONTHS.set(name.slice(0, 3).toLowerCase(), { calendar: 'gregorian', month: index + 1 });
});
for (const [name, calendar, month] of OTHER_MONTH_NAMES) MONTHS.set(looseKey(name), { calendar, month });

/** Weekday names, with the space that «یک شنبه» may have, and the English three-letter forms. */
const PERSIAN_WEEKDAYS = WEEKDAY_NAMES.fa.map((name) => looseKey(name).replace(/(?<=.)شنبه/, ' ?شنبه'));
const ENGLISH_WEEKDAYS = WEEKDAY_NAMES.en.map((name) => {
  const lower = name.toLowerCase();
  return `${lower}|${lower.slice(0, 3)}\\.?`;
});
const WEEKDAY = new RegExp(
  `(?<![^ ])(?:${[...PERSIAN_WEEKDAYS, ...ENGLISH_WEEKDAYS].join('|')})(?![^ ])`,
  'g',
);
