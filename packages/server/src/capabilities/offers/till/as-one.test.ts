import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Database, openDatabase } from '../../../platform/database/index.ts';
import { type FreshDatabase, freshDatabase } from '../../../platform/database/testing.ts';
import { asOne, type Part, rowsOfParts } from './as-one.ts';

let fresh: FreshDatabase;
let database: Database;

beforeAll(async () => {
  fresh = await freshDatabase({ empty: true });
  database = await openDatabase(fresh.appUrl, { max: 1 });
});
afterAll(async () => {
  await database.close();
  await fresh.drop();
});

const parts = (names: readonly string[], least: number): Part[] => [
  {
    statement: {
      name: 'names',
      text: `WITH all_of AS (SELECT * FROM unnest($1::text[]) WITH ORDINALITY AS n (name, place))
             SELECT name, place, place::float8 / 8 AS part, nullif(place, 1) AS later
             FROM all_of WHERE place >= $2::bigint ORDER BY place DESC`,
      values: [[...names], least],
    },
  },
  { statement: { name: 'nobody', text: 'SELECT 1 AS one WHERE false' } },
  {
    statement: {
      name: 'instants',
      text: `SELECT 'epoch'::timestamptz + $1::float8 * interval '1 microsecond' AS at, 'infinity'::timestamptz AS "never",
               NULL::timestamptz AS unknown, '-infinity'::timestamptz AS always, 9007199254740991 AS most`,
      values: [1_700_000_000_123_456],
    },
    instants: ['at', 'never', 'unknown', 'always'],
  },
];

test('statements asked as one answer the rows that each answers by itself', async () => {
  for (const asked of [parts(['a', '«گ»', 'c'], 1), parts(['x'], 2)]) {
    const [one, each] = await database.withBusiness(1, async (tx) => [
      await tx.queryAll<object[]>([asOne('parts', asked)]),
      await tx.queryAll<object[]>(asked.map(({ statement }) => statement)),
    ]);
    expect(rowsOfParts(asked, one?.[0])).toEqual(each);
  }
});

test('what is not asked answers nothing, and the others answer as before', async () => {
  const [names, , instants] = parts(['a', 'b'], 1);
  const asked = [null, names ?? null, null, instants ?? null];
  const [whole, fewer] = await database.withBusiness(1, async (tx) => [
    await tx.queryAll<object[]>([asOne('parts', parts(['a', 'b'], 1))]),
    await tx.queryAll<object[]>([asOne('parts', asked)]),
  ]);
  const [first, , last] = rowsOfParts(parts(['a', 'b'], 1), whole?.[0]);
  const none = { rows: [], rowCount: 0 };
  expect(rowsOfParts(asked, fewer?.[0])).toEqual([none, first, none, last]);
});

test('a number that cannot be held exactly is never rounded in silence', async () => {
  const beyond: Part[] = [{ statement: { name: 'beyond', text: 'SELECT 9007199254740993 AS n' } }];
  const [answer] = await database.withBusiness(1, (tx) => tx.queryAll<object[]>([asOne('beyond', beyond)]));
  expect(() => rowsOfParts(beyond, answer)).toThrow(RangeError);
});
