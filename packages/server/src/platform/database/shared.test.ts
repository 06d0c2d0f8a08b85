import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Database, openDatabase } from './database.ts';
import { merged } from './many.ts';
import { type Errand, sharedTransactions } from './shared.ts';
import type { Statement } from './statement.ts';
import { int8Array, textArray } from './array-values.ts';
import { type FreshDatabase, freshDatabase } from './testing.ts';

let fresh: FreshDatabase;
let database: Database;
beforeAll(async () => {
  fresh = await freshDatabase();
  database = await openDatabase(fresh.appUrl);
});
afterAll(async () => {
  await database.close();
  await fresh.drop();
});

const KIND = { business: 1, name: 'note', atOnce: 1 };
/** The keys of idempotency are a table of a business that takes whatever it is told. */
const noted = async (): Promise<string[]> => {
  const { rows } = await database.withBusiness(1, (tx) =>
    tx.query<{ key: string }>('SELECT key FROM idempotency_keys ORDER BY key'),
  );
  return rows.map(({ key }) => key);
};
beforeEach(async () => {
  await database.withBusiness(1, (tx) => tx.query('DELETE FROM idempotency_keys'));
});

const note = (key: string): Statement => ({
  name: 'test-note',
  text: `INSERT INTO idempotency_keys (business_id, endpoint, key, body_hash, status) VALUES (1, $1, $2, $3, $4)`,
  values: ['test', key, Buffer.from([0, 255, 92]), 200],
  many: {
    types: ['text', 'text', 'bytea', 'integer'],
    text: `INSERT INTO idempotency_keys (business_id, endpoint, key, body_hash, status) SELECT 1, $1, $2, $3, $4 FROM asked`,
  },
});
const double = (of: number): Statement => ({
  name: 'test-double',
  text: 'SELECT $1::bigint * n AS doubled FROM generate_series(1, $2::int) AS n',
  values: [of, 2],
  many: { types: ['bigint', 'integer'] },
});

/** What became of each errand, and which of them were done alone. */
function errands() {
  const alone: string[] = [];
  const shared = sharedTransactions(database);
  return {
    alone,
    ask: (name: string, change: Partial<Errand<unknown>> = {}) =>
      shared<unknown>(KIND, {
        name,
        first: [double(Number(name.slice(1)))],
        work: async (_tx, [answer]) => ({
          value: ((answer?.rows ?? []) as { doubled: number }[]).map(({ doubled }) => doubled),
          last: [note(name)],
        }),
        async alone() {
          alone.push(name);
          await database.withBusiness(1, (tx) => tx.queryAll([note(name)]));
          return 'alone';
        },
        ...change,
      }).catch((error: unknown) => `refused: ${error instanceof Error ? error.message : String(error)}`),
  };
}

test('the first is done alone, and those that waited for it share the next transaction, each with its own rows', async () => {
  const { ask, alone } = errands();
  expect(await Promise.all(['n1', 'n2', 'n3', 'n4'].map((name) => ask(name)))).toEqual([
    'alone',
    [2, 4],
    [3, 6],
    [4, 8],
  ]);
  expect(alone).toEqual(['n1']);
  expect(await noted()).toEqual(['n1', 'n2', 'n3', 'n4']);
});

test('who is refused leaves nothing, and the others are done', async () => {
  const { ask } = errands();
  const refuse = async (): Promise<never> => {
    throw new Error('no');
  };
  expect(await Promise.all([ask('n1'), ask('n2', { work: refuse }), ask('n3')])).toEqual([
    'alone',
    'refused: no',
    [3, 6],
  ]);
  expect(await noted()).toEqual(['n1', 'n3']);
});

test('who has more to ask is done alone, and the others together', async () => {
  const { ask, alone } = errands();
  const askMore: Errand<unknown>['work'] = async (tx) => ({ value: await tx.query('SELECT 1'), last: [] });
  expect(await Promise.all([ask('n1'), ask('n2', { work: askMore }), ask('n3')])).toEqual([
    'alone',
    'alone',
    [3, 6],
  ]);
  expect(alone).toEqual(['n1', 'n2']);
});

test('when one of them fails at the end, all of them are done alone', async () => {
  const { ask, alone } = errands();
  const twice: Errand<unknown>['work'] = async () => ({ value: 'never', last: [note('n3')] });
  expect(await Promise.all([ask('n1'), ask('n2', { work: twice }), ask('n3'), ask('n4')])).toEqual(
    Array.from({ length: 4 }, () => 'alone'),
  );
  expect(alone).toEqual(['n1', 'n2', 'n3', 'n4']);
  expect(await noted()).toEqual(['n1', 'n2', 'n3', 'n4']);
});

test('where the connection breaks nothing is done a second time', async () => {
  const { ask, alone } = errands();
  const broken: Errand<unknown>['work'] = async () => ({
    value: 'never',
    last: [{ text: 'SELECT pg_terminate_backend(pg_backend_pid())' }],
  });
  const [first, ...others] = await Promise.all([ask('n1'), ask('n2', { work: broken }), ask('n3')]);
  expect(first).toBe('alone');
  for (const other of others) expect(other).toMatch(/^refused: /);
  expect(alone).toEqual(['n1']);
});

test('two of one name are never under way together', async () => {
  const { ask, alone } = errands();
  let under = 0;
  const work: Errand<unknown>['work'] = async () => {
    under += 1;
    expect(under).toBe(1);
    await new Promise((resolve) => {
      setTimeout(resolve, 5);
    });
    under -= 1;
    return { value: 'shared', last: [] };
  };
  const change = {
    work,
    alone: async () => {
      alone.push('n9');
      await work(undefined as never, []);
      return 'alone';
    },
  };
  expect(
    await Promise.all([ask('n1'), ...Array.from({ length: 3 }, () => ask('n9', change)), ask('n2')]),
  ).toEqual(['alone', 'shared', 'alone', 'alone', [2, 4]]);
});

test('lists go over one after the other, empty ones too, and what says the same to all is asked once', async () => {
  const lists = (numbers: (number | null)[], words: (string | null)[]): Statement => ({
    name: 'test-lists',
    text: 'SELECT n, w FROM unnest($1::bigint[], $2::text[]) AS t (n, w)',
    values: [int8Array(numbers), textArray(words)],
    many: 'lists',
  });
  const same: Statement = { name: 'test-same', text: 'SELECT 7 AS seven', many: { types: [] } };
  const asked = merged([
    [same, lists([1, null], ['الف', null])],
    [lists([], []), same],
    [same, lists([2 ** 40], ['']), double(3)],
  ]);
  expect(asked.statements.map(({ name }) => name)).toEqual(['test-same', 'test-lists', 'test-double']);
  const answers = await database.withBusiness(1, (tx) => tx.queryAll<object[]>(asked.statements));
  expect(answers[1]?.rows).toEqual([
    { n: 1, w: 'الف' },
    { n: null, w: null },
    { n: 2 ** 40, w: '' },
  ]);
  expect(asked.answersOf(1, answers)[1]?.rows).toEqual([{ seven: 7 }]);
  expect(asked.answersOf(2, answers)[2]?.rows).toEqual([{ doubled: 3 }, { doubled: 6 }]);
});
