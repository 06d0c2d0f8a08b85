import type { Instant } from '@nardeban/core/values';
import { type CustomTypesConfig, types } from 'pg';

/** An instant as a parameter for a timestamptz. */
export function timestamptz(instant: Instant): string {
  return new Date(instant).toISOString();
}

const layout =
  /^(\d{4,6})-(\d\d)-(\d\d) (\d\d):(\d\d):(\d\d)(?:\.(\d{1,6}))?([+-])(\d\d)(?::(\d\d))?(?::(\d\d))?( BC)?$/;

/**
 * A timestamptz as the server writes it, to epoch milliseconds; what is finer than a millisecond is cut off. The two
 * infinities stay infinite.
 */
export function parseTimestamptz(text: string): Instant {
  if (text === 'infinity') return Number.POSITIVE_INFINITY;
  if (text === '-infinity') return Number.NEGATIVE_INFINITY;
  const parts = layout.exec(text);
  if (parts === null) throw new RangeError(`not a timestamptz: ${text}`);
  const [, year, month, day, hour, minute, second, fraction = '', sign, zoneHour, zoneMinute, zoneSecond] =
    parts;
  const signedYear = parts[12] === undefined ? Number(year) : 1 - Number(year);
  const date = new Date(0);
  // Not Date.UTC, which takes the years 0 to 99 for 1900 to 1999.
  date.setUTCFullYear(signedYear, Number(month) - 1, Number(day));
  const milliseconds = Number(fraction.padEnd(3, '0').slice(0, 3));
  const wall = date.setUTCHours(Number(hour), Number(minute), Number(second), milliseconds);
  const offset = (Number(zoneHour) * 60 + Number(zoneMinute ?? 0)) * 60 + Number(zoneSecond ?? 0);
  return wall - (sign === '-' ? -offset : offset) * 1000;
}

/** An int8 as a number; one that a number cannot hold exactly is a bug and never silently rounded. */
export function parseInt8(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`int8 beyond what a number holds exactly: ${text}`);
  return value;
}

const int8 = 20;
const int8Array = 1016;
const timestamptzType = 1184;
const timestamptzArray = 1185;
const date = 1082;
const timestamp = 1114;

// The driver's own types know no arrays.
const parserOf = types.getTypeParser as (oid: number) => (text: string) => (string | null)[];
const readTexts = parserOf(1009);

/** An array of one dimension, which the driver reads as texts. */
function readArray<T>(text: string, parse: (element: string) => T): (T | null)[] {
  return readTexts(text).map((element) => (element === null ? null : parse(element)));
}

const parsers = new Map<number, (text: string) => unknown>([
  [int8, parseInt8],
  [timestamptzType, parseTimestamptz],
  [int8Array, (text) => readArray(text, parseInt8)],
  [timestamptzArray, (text) => readArray(text, parseTimestamptz)],
  // Without a zone these are no instants: they stay as written.
  [date, (text) => text],
  [timestamp, (text) => text],
]);

/** What `pg` makes of the values it reads: int8 a safe number, timestamptz epoch milliseconds, numeric its digits. */
export const valueTypes: CustomTypesConfig = {
  getTypeParser(oid: number, format?: 'text' | 'binary') {
    const own = format === 'binary' ? undefined : parsers.get(oid);
    return own ?? types.getTypeParser(oid, format);
  },
};
