import { afterAll, beforeAll, expect, test } from 'vitest';
import { boolArray, float8Array, int2Array, int4Array, int8Array, textArray } from './array-values.ts';
import { type Database, openDatabase } from './database.ts';
import { type FreshDatabase, freshDatabase } from './testing.ts';
import { parseInt8, parseTimestamptz, timestamptz } from './types.ts';

let fresh: FreshDatabase;
let database: Database;

beforeAll(async () => {
  fresh = await freshDatabase();
  database = await openDatabase(fresh.appUrl, { max: 1 });
});
afterAll(async () => {
  await database.close();
  await fresh.drop();
});

const first = (sql: string, values?: unknown[]): Promise<unknown> =>
  database.withoutBusiness(async (tx) => Object.values((await tx.query(sql, values)).rows[0] ?? {})[0]);

test('an instant comes back as it was given, to the millisecond, in every century', async () => {
  for (const text of ['2026-11-21T23:07:00.123Z', '1969-12-31T23:59:59.999Z', '1900-01-01T00:00:00.000Z']) {
    const instant = Date.parse(text);
    expect(await first('SELECT $1::timestamptz', [timestamptz(instant)])).toBe(instant);
  }
});

test('what the server writes in another zone or shape is read as the same instant', () => {
  expect(parseTimestamptz('2024-03-20 12:30:00+03:30')).toBe(Date.UTC(2024, 2, 20, 9));
  expect(parseTimestamptz('1930-01-01 00:00:00+03:25:44')).toBe(
    Date.UTC(1930, 0, 1) - (3 * 3600 + 25 * 60 + 44) * 1000,
  );
  expect(parseTimestamptz('2024-01-01 00:00:00.5-02')).toBe(Date.UTC(2024, 0, 1, 2) + 500);
  expect(parseTimestamptz('2024-01-01 00:00:00.123999+00')).toBe(Date.UTC(2024, 0, 1) + 123);
  expect(new Date(parseTimestamptz('0099-06-01 00:00:00+00')).getUTCFullYear()).toBe(99);
  expect(new Date(parseTimestamptz('0001-06-01 00:00:00+00 BC')).getUTCFullYear()).toBe(0);
  expect(parseTimestamptz('infinity')).toBe(Number.POSITIVE_INFINITY);
  expect(parseTimestamptz('-infinity')).toBe(Number.NEGATIVE_INFINITY);
  expect(() => parseTimestamptz('yesterday')).toThrow(RangeError);
});

test('an int8 is a number, and one that a number cannot hold is not rounded but an error', async () => {
  expect(await first('SELECT 9007199254740991::int8')).toBe(9_007_199_254_740_991);
  await expect(first('SELECT 9007199254740993::int8')).rejects.toThrow('9007199254740993');
  expect(() => parseInt8('-9007199254740993')).toThrow(RangeError);
});

test('numeric keeps every digit, a date stays as written, arrays are read like their elements', async () => {
  expect(await first('SELECT 12345678901234567890.123::numeric')).toBe('12345678901234567890.123');
  expect(await first(`SELECT '2024-03-20'::date`)).toBe('2024-03-20');
  expect(await first('SELECT ARRAY[1, null, 3]::int8[]')).toEqual([1, null, 3]);
  expect(await first(`SELECT ARRAY['2024-01-01 00:00+00']::timestamptz[]`)).toEqual([Date.UTC(2024, 0, 1)]);
});

test('arrays in binary form arrive as they were, nulls and nothing included', async () => {
  const numbers = [0, -1, 2 ** 53 - 1, -(2 ** 53) + 1, null, 2 ** 32];
  const texts = ['', null, 'سلام "\\{}', 'NULL', '\u{1F600}'];
  const arrived = (type: string, value: Buffer) => first(`SELECT to_json($1::${type}[])`, [value]);
  expect(await arrived('int8', int8Array(numbers))).toEqual(numbers);
  expect(await arrived('int4', int4Array([1, -2]))).toEqual([1, -2]);
  expect(await arrived('int2', int2Array([-32_768, 32_767]))).toEqual([-32_768, 32_767]);
  expect(await arrived('float8', float8Array([0.1, null, -1e300]))).toEqual([0.1, null, -1e300]);
  expect(await arrived('boolean', boolArray([true, false]))).toEqual([true, false]);
  expect(await arrived('text', textArray(texts))).toEqual(texts);
  expect(await arrived('text', textArray(['half \ud83d']))).toEqual(['half \ufffd']);
  expect(await arrived('text', textArray([null]))).toEqual([null]);
  expect(await arrived('text', textArray([]))).toEqual([]);
});
