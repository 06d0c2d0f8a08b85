import { readDateText } from './date-text.ts';
import { type Calendar, type Day, dayFrom, MS_PER_DAY } from './days.ts';
import { toLatinDigits } from './digits.ts';
import { quoting } from './quote.ts';
import { accept, refuse, type Result } from './refusal.ts';
import { searchKey } from './text.ts';
import { readOffset, timeOfDay } from './time-text.ts';
import { type Instant, type Zone, zoneOf } from './zone.ts';

/** A moment read from a cell: its instant, its local day, and whether the text told a time of day. */
export interface Moment {
  readonly at: Instant;
  readonly day: Day;
  readonly hasTime: boolean;
}

export interface MomentOptions {
  /** The zone of times that state no offset of their own. */
  readonly zone: string | Zone;
  /** For 12/1/2010: whether the day comes first. Without it such a date is refused as ambiguous. */
  readonly dayFirst?: boolean;
}

/** Excel counts days from 1899-12-30; 25569 is 1970-01-01. */
const EXCEL_EPOCH = 25_569;
const FIRST_SERIAL = 20_000;
const LAST_SERIAL = 80_000;

const LONGEST = 100;

/**
 * A date, with or without a time, in the spellings of Persian and English lists: ISO with or without offset,
 * `1405/1/5`, «۱۴۰۵/۰۱/۰۵ ۱۴:۳۰», `05/01/05` (a Jalali year: 00–29 is 14xx, the rest 13xx), `12/1/2010` with
 * `dayFirst`, «چهارشنبه ۵ فروردین ۱۴۰۵», `25 March 2026`, Excel serials. Years 1300–1499 are Jalali, 1900–2100
 * Gregorian. A date without a time is the start of its day; a time in a clock gap is the gap's end. Refusals:
 * `date_missing`, `date_unreadable`, `date_ambiguous`, `date_does_not_exist`, `date_out_of_range`,
 * `time_does_not_exist`, `cell_is_formula`.
 */
export function readMoment(text: string, options: MomentOptions): Result<Moment> {
  const zone = typeof options.zone === 'string' ? zoneOf(options.zone) : options.zone;
  return quoting(text, readIso(text, zone) ?? readCell(text, zone, options.dayFirst));
}

function readCell(text: string, zone: Zone, dayFirst: boolean | undefined): Result<Moment> {
  const simple = readIso(padded(text), zone);
  if (simple !== null) return simple;
  const cell = searchKey(text.slice(0, LONGEST + 1)).replaceAll('آ', 'ا');
  if (cell === '') return refuse('date_missing');
  if (/^[=@]/.test(cell)) return refuse('cell_is_formula');
  if (text.length > LONGEST) return refuse('date_unreadable');
  const iso = readIso(padded(cell), zone);
  if (iso !== null) return iso;
  if (/^[0-9]{5}(?:\.[0-9]+)?$/.test(cell)) return readSerial(cell, zone);
  return readWritten(cell, zone, dayFirst);
}

/** Joins a date and a wall-clock time (ms of day, null if none was told) with an offset (ms, null for local). */
function moment(
  date: { readonly year: number; readonly month: number; readonly day: number },
  time: number | null,
  offset: number | null,
  zone: Zone,
): Result<Moment> {
  const calendar = calendarOf(date.year);
  if (calendar === null) return refuse('date_out_of_range');
  const day = dayFrom(calendar, date.year, date.month, date.day);
  if (day === null) return refuse('date_does_not_exist');
  if (Number.isNaN(time) || Number.isNaN(offset)) return refuse('time_does_not_exist');
  return accept(placed(day, time, offset, zone));
}

function placed(day: Day, time: number | null, offset: number | null, zone: Zone): Moment {
  let at = 0;
  if (offset !== null) at = day * MS_PER_DAY + (time ?? 0) - offset;
  else at = time === null ? zone.startOf(day) : zone.at(day, time);
  return { at, day: zone.dayOf(at), hasTime: time !== null };
}

function calendarOf(year: number): Calendar | null {
  if (year >= 1300 && year <= 1499) return 'jalali';
  return year >= 1900 && year <= 2100 ? 'gregorian' : null;
}

function readSerial(cell: string, zone: Zone): Result<Moment> {
  const serial = Number(cell);
  if (serial < FIRST_SERIAL || serial > LAST_SERIAL) return refuse('date_unreadable');
  const whole = Math.floor(serial);
  // Excel's fractions are rounded floats; whole seconds are what people typed.
  const seconds = Math.round((serial - whole) * 86_400);
  const day = whole - EXCEL_EPOCH + (seconds === 86_400 ? 1 : 0);
  return accept(placed(day, seconds === 0 ? null : (seconds % 86_400) * 1000, null, zone));
}

function readWritten(cell: string, zone: Zone, dayFirst: boolean | undefined): Result<Moment> {
  const read = readDateText(cell, dayFirst);
  return read.ok ? moment(read.value, read.value.time, read.value.offset, zone) : read;
}

/**
 * The fast path of a million calls, `YYYY-MM-DD` (or slashes) and then perhaps `[ T]HH:MM[:SS[.fff]]` and an offset.
 * Null if the text has another shape.
 */
function readIso(text: string, zone: Zone): Result<Moment> | null {
  const length = text.length;
  if (length < 10 || length > LONGEST) return null;
  const separator = text.charCodeAt(4);
  if ((separator !== 45 && separator !== 47) || text.charCodeAt(7) !== separator) return null;
  const century = two(text, 0);
  const yearOfCentury = two(text, 2);
  const month = two(text, 5);
  const day = two(text, 8);
  if (century < 0 || yearOfCentury < 0 || month < 0 || day < 0) return null;
  const date = { year: century * 100 + yearOfCentury, month, day };
  if (length === 10) return moment(date, null, null, zone);
  const joint = text.charCodeAt(10) | 32;
  if ((joint !== 32 && joint !== 116) || text.charCodeAt(13) !== 58) return null;
  const hour = two(text, 11);
  const minute = two(text, 14);
  let second = 0;
  let end = 16;
  if (text.charCodeAt(16) === 58) {
    second = two(text, 17);
    end = 19;
  }
  if (hour < 0 || minute < 0 || second < 0) return null;
  const time = timeOfDay(hour, minute, second);
  if (length === end) return moment(date, time, null, zone);
  const tail = /^(?:[.,]([0-9]{1,9}))?(z|[+-][0-9]{2}(?::?[0-9]{2})?)?$/i.exec(text.slice(end));
  if (tail === null) return null;
  const ms = Number((tail[1] ?? '').slice(0, 3).padEnd(3, '0'));
  return moment(date, time + ms, tail[2] === undefined ? null : readOffset(tail[2]), zone);
}

const UNPADDED = /^([0-9]{4})([-/])([0-9]{1,2})\2([0-9]{1,2})(?=$|[ tT])/;

/** «۱۴۰۵/۱/۵» with ASCII digits and two in each place, the shape of the fast path. */
function padded(text: string): string {
  if (text.length > LONGEST) return text;
  return toLatinDigits(text).replace(
    UNPADDED,
    (_, year: string, sign: string, month: string, day: string) =>
      `${year}${sign}${month.padStart(2, '0')}${sign}${day.padStart(2, '0')}`,
  );
}

/** Two ASCII digits as a number, or −1. */
function two(text: string, from: number): number {
  const tens = text.charCodeAt(from) - 48;
  const ones = text.charCodeAt(from + 1) - 48;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : -1;
}
