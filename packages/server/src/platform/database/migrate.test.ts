import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Refused } from '../refused.ts';
import { withConnection } from './connection.ts';
import { migrate } from './migrate.ts';
import { type FreshDatabase, freshDatabase } from './testing.ts';

let database: FreshDatabase;
let folder: string;

beforeEach(async () => {
  database = await freshDatabase({ empty: true });
  folder = await mkdtemp(join(tmpdir(), 'nardeban-migrations-'));
  await write('0001-first', 'CREATE TABLE things (id integer PRIMARY KEY); INSERT INTO things VALUES (1);');
  await write('0002-second', 'ALTER TABLE things ADD COLUMN name text;');
});

afterEach(async () => {
  await rm(folder, { recursive: true });
  await database.drop();
});

const write = (name: string, sql: string): Promise<void> => writeFile(join(folder, `${name}.sql`), sql);
const run = () => migrate(database.ownerUrl, { folder });
const ask = (sql: string) =>
  withConnection(database.ownerUrl, async (client) => (await client.query(sql)).rows as unknown[]);
const codeOf = async (work: Promise<unknown>): Promise<string> => {
  const error = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  return error instanceof Refused ? error.refusal.code : `not refused: ${String(error)}`;
};

test('migrations are applied in order, once, however often it runs', async () => {
  expect(await run()).toEqual({ applied: ['0001-first', '0002-second'] });
  expect(await run()).toEqual({ applied: [] });
  expect(await run()).toEqual({ applied: [] });
  expect(await ask('SELECT id, name FROM things')).toEqual([{ id: 1, name: null }]);
});

test('eight at once apply each migration once', async () => {
  const all = await Promise.all(Array.from({ length: 8 }, run));
  expect(all.flatMap(({ applied }) => applied)).toEqual(['0001-first', '0002-second']);
  expect(await ask('SELECT count(*) FROM things')).toEqual([{ count: 1 }]);
});

test('a migration that fails leaves nothing of itself, keeps the ones before it, and tells the line', async () => {
  await write(
    '0003-third',
    'CREATE TABLE others ();\nINSERT INTO things VALUES (2, null);\nSELECT nonsense;',
  );
  const error = await run().catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({
    refusal: { code: 'migration_failed', detail: { migration: '0003-third', line: 3 } },
  });
  expect(await ask('SELECT id FROM things')).toEqual([{ id: 1 }]);
  expect(await ask(`SELECT to_regclass('others') AS found`)).toEqual([{ found: null }]);

  await write('0003-third', 'CREATE TABLE others ();');
  expect(await run()).toEqual({ applied: ['0003-third'] });
});

test('a migration edited after it was applied is refused', async () => {
  await run();
  await write('0001-first', 'CREATE TABLE things (id bigint PRIMARY KEY);');
  expect(await codeOf(run())).toBe('migration_changed');
});

test('a database migrated by a newer program is refused', async () => {
  await write('0003-third', 'SELECT 1;');
  await run();
  await rm(join(folder, '0003-third.sql'));
  expect(await codeOf(run())).toBe('database_newer');
});

test('a migration that comes before one already applied is refused', async () => {
  await run();
  await write('0001-between', 'SELECT 1;');
  expect(await codeOf(run())).toBe('migration_out_of_order');
});

test('a file that is not named like a migration is refused, not passed over', async () => {
  await write('03-third', 'SELECT 1;');
  expect(await codeOf(run())).toBe('migration_misnamed');
});

test('the grant functions of the migrations are called with the role of the application', async () => {
  await write(
    '0003-grants',
    `CREATE FUNCTION grant_things(app_role name) RETURNS void LANGUAGE plpgsql AS $$
     BEGIN EXECUTE format('GRANT SELECT ON things TO %I', app_role); END $$;`,
  );
  await run();
  const rights = await withConnection(database.appUrl, async (client) => {
    const { rows } = await client.query<{ things: boolean; changes: boolean; owns: boolean }>(
      `SELECT has_table_privilege('things', 'SELECT') AS things,
              has_table_privilege('things', 'INSERT') AS changes,
              has_table_privilege('nardeban_migrations', 'UPDATE') AS owns`,
    );
    return rows[0];
  });
  expect(rights).toEqual({ things: true, changes: false, owns: false });
});
