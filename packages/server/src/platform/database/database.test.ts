import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Refused } from '../refused.ts';
import { withConnection } from './connection.ts';
import { type Database, openDatabase } from './database.ts';
import { migrate } from './migrate.ts';
import { retrying } from './retrying.ts';
import { type FreshDatabase, freshDatabase } from './testing.ts';

const schema = `
  CREATE TABLE notes (business_id integer NOT NULL, id integer NOT NULL, body text, PRIMARY KEY (business_id, id));
  ALTER TABLE notes ENABLE ROW LEVEL SECURITY;
  ALTER TABLE notes FORCE ROW LEVEL SECURITY;
  CREATE POLICY own_business ON notes
    USING (business_id = nullif(current_setting('nardeban.business', true), '')::integer);
  CREATE FUNCTION grant_notes(app_role name) RETURNS void LANGUAGE plpgsql AS $$
  BEGIN EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON notes TO %I', app_role); END $$;`;

interface Notes {
  notes: { business_id: number; id: number; body: string | null };
}

let fresh: FreshDatabase;
let database: Database;

beforeEach(async () => {
  fresh = await freshDatabase({ empty: true });
  const folder = await mkdtemp(join(tmpdir(), 'nardeban-migrations-'));
  await writeFile(join(folder, '0001-notes.sql'), schema);
  await migrate(fresh.ownerUrl, { folder });
  await rm(folder, { recursive: true });
  // One connection, so that whatever a transaction leaves behind would meet the next one.
  database = await openDatabase(fresh.appUrl, { max: 1 });
  await database.withBusiness(1, (tx) => tx.query(`INSERT INTO notes VALUES (1, 1, 'ours')`));
  await database.withBusiness(2, (tx) => tx.query(`INSERT INTO notes VALUES (2, 1, 'theirs')`));
});

afterEach(async () => {
  await database.close();
  await fresh.drop();
});

const bodies = async (business: number): Promise<unknown[]> =>
  database.withBusiness(business, async (tx) => {
    const { rows } = await tx.query<{ body: string }>('SELECT body FROM notes ORDER BY id');
    return rows.map(({ body }) => body);
  });

test('a transaction sees the rows of its business and no other', async () => {
  expect(await bodies(1)).toEqual(['ours']);
  expect(await bodies(2)).toEqual(['theirs']);
  expect(await bodies(3)).toEqual([]);
});

test('the business does not leak into the next transaction on the same connection', async () => {
  await bodies(1);
  const count = async (): Promise<unknown> =>
    database.withoutBusiness(async (tx) => (await tx.query('SELECT count(*) FROM notes')).rows);
  expect(await count()).toEqual([{ count: 0 }]);
  await expect(database.withBusiness(1, () => Promise.reject(new Error('mine')))).rejects.toThrow('mine');
  expect(await count()).toEqual([{ count: 0 }]);
});

test('a row of another business can be neither written nor changed nor removed', async () => {
  await expect(
    database.withBusiness(1, (tx) => tx.query(`INSERT INTO notes VALUES (2, 2, 'forged')`)),
  ).rejects.toThrow('row-level security');
  const changed = await database.withBusiness(1, async (tx) => [
    (await tx.query(`UPDATE notes SET body = 'changed' WHERE business_id = 2`)).rowCount,
    (await tx.query('DELETE FROM notes WHERE business_id = 2')).rowCount,
  ]);
  expect(changed).toEqual([0, 0]);
  expect(await bodies(2)).toEqual(['theirs']);
});

test("the application's role can neither switch row level security off nor become another role", async () => {
  const tries = [
    'SET row_security = off; SELECT * FROM notes',
    'ALTER TABLE notes DISABLE ROW LEVEL SECURITY',
    'CREATE POLICY mine ON notes USING (true)',
    'SET ROLE nardeban',
    'ALTER ROLE CURRENT_USER BYPASSRLS',
    'TRUNCATE notes',
  ];
  for (const sql of tries) {
    await expect(
      database.withBusiness(1, (tx) => tx.query(sql)),
      sql,
    ).rejects.toThrow();
  }
});

test('what is not the number of a business never reaches the server', () => {
  for (const business of [0, -1, 1.5, Number.NaN, 2 ** 60]) {
    expect(() => database.withBusiness(business, async () => {})).toThrow(TypeError);
  }
  const hostile: number = JSON.parse(`"1', true); DROP TABLE notes; --"`);
  expect(() => database.withBusiness(hostile, async () => {})).toThrow(TypeError);
});

test('a transaction that throws leaves nothing, and a failed statement swallowed by the caller is told', async () => {
  const insert = `INSERT INTO notes VALUES (1, 2, 'half')`;
  await expect(
    database.withBusiness(1, async (tx) => {
      await tx.query(insert);
      throw new Error('changed my mind');
    }),
  ).rejects.toThrow('changed my mind');
  await expect(
    database.withBusiness(1, async (tx) => {
      await tx.query(insert);
      await tx.query('SELECT 1 / 0').catch(() => {});
    }),
  ).rejects.toThrow('rolled back');
  expect(await bodies(1)).toEqual(['ours']);
});

test('rows are copied in and out inside the transaction, within the business', async () => {
  const copied = await database
    .withBusiness(1, async (tx) => {
      await pipeline(Readable.from(['1\t2\tدوم\n', '1\t3\tسوم\n']), tx.copyIn('COPY notes FROM STDIN'));
      return text(tx.copyOut('COPY (SELECT id, body FROM notes ORDER BY id) TO STDOUT'));
    })
    .catch((error: unknown) => error);
  // COPY into a table under row level security is not allowed; into a temporary one it is.
  expect(copied).toBeInstanceOf(Error);
  const out = await database.withBusiness(1, async (tx) => {
    await tx.query('CREATE TEMPORARY TABLE arriving (id integer, body text) ON COMMIT DROP');
    await pipeline(Readable.from(['2\tدوم\n', '3\tسوم\n']), tx.copyIn('COPY arriving FROM STDIN'));
    await tx.query('INSERT INTO notes SELECT 1, id, body FROM arriving');
    return text(tx.copyOut('COPY (SELECT id, body FROM notes ORDER BY id) TO STDOUT'));
  });
  expect(out).toBe('1\tours\n2\tدوم\n3\tسوم\n');
});

test('a COPY given up half way does not spoil the connection for the next transaction', async () => {
  const rows = 'COPY (SELECT generate_series(1, 1000000)) TO STDOUT';
  await expect(
    database.withBusiness(1, async (tx) => {
      for await (const chunk of tx.copyOut(rows)) throw new Error(`enough after ${chunk.length > 0}`);
    }),
  ).rejects.toThrow('enough');
  await expect(
    database.withBusiness(1, async (tx) => {
      tx.copyOut(rows).once('data', () => {});
    }),
  ).rejects.toThrow('COPY');
  await expect(
    database.withBusiness(1, async (tx) => {
      await tx.query('CREATE TEMPORARY TABLE arriving (id integer) ON COMMIT DROP');
      tx.copyIn('COPY arriving FROM STDIN').write('1\n');
      throw new Error('gone');
    }),
  ).rejects.toThrow('gone');
  expect(await bodies(1)).toEqual(['ours']);
});

test('the query builder works in the same transaction', async () => {
  const found = await database.withBusiness(1, async (tx) => {
    const db = tx.kysely<Notes>();
    await db.insertInto('notes').values({ business_id: 1, id: 2, body: 'built' }).execute();
    const { numUpdatedRows } = await db
      .updateTable('notes')
      .set({ body: 'better' })
      .where('id', '=', 2)
      .executeTakeFirstOrThrow();
    return [numUpdatedRows, await db.selectFrom('notes').select('body').orderBy('id').execute()];
  });
  expect(found).toEqual([1n, [{ body: 'ours' }, { body: 'better' }]]);
});

test('a read-only repeatable read transaction keeps its view and refuses to write', async () => {
  const options = { isolation: 'repeatable read', readOnly: true } as const;
  await expect(database.withBusiness(1, (tx) => tx.query('DELETE FROM notes'), options)).rejects.toThrow(
    'read-only',
  );
  const level = await database.withBusiness(1, (tx) => tx.query('SHOW transaction_isolation'), options);
  expect(level.rows).toEqual([{ transaction_isolation: 'repeatable read' }]);
});

test('transactions that stand in each other’s way are all done in the end, each once', async () => {
  const wide = await openDatabase(fresh.appUrl, { max: 4 });
  let begun = 0;
  // Each has read before any of them writes.
  const allHaveRead = Promise.withResolvers<void>();
  const lengthen = () =>
    retrying(
      () =>
        wide.withBusiness(
          1,
          async (tx) => {
            const { rows } = await tx.query<{ body: string }>('SELECT body FROM notes WHERE id = 1');
            begun += 1;
            if (begun === 4) allHaveRead.resolve();
            await allHaveRead.promise;
            await tx.query('UPDATE notes SET body = $1 WHERE id = 1', [`${rows[0]?.body}!`]);
          },
          { isolation: 'serializable' },
        ),
      20,
    );
  try {
    await Promise.all([lengthen(), lengthen(), lengthen(), lengthen()]);
    expect(await bodies(1)).toEqual(['ours!!!!']);
    expect(begun).toBeGreaterThan(4);
    await expect(retrying(() => wide.withoutBusiness((tx) => tx.query('SELECT 1 / 0')))).rejects.toThrow(
      'zero',
    );
  } finally {
    await wide.close();
  }
});

test('the owner and a superuser are refused as roles of the application', async () => {
  const error = await openDatabase(fresh.ownerUrl).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(Refused);
  expect(error).toMatchObject({ refusal: { code: 'database_role_unbound' } });
});

test('a server that is not there is a refusal that does not tell the password', async () => {
  const error = await openDatabase('postgres://someone:s3cret@127.0.0.1:1/none').catch(
    (thrown: unknown) => thrown,
  );
  expect(error).toMatchObject({ refusal: { code: 'database_unreachable' } });
  expect(JSON.stringify(error) + String(error)).not.toContain('s3cret');
});

test('a connection left open makes the removal of the database fail', async () => {
  const other = await freshDatabase();
  await withConnection(other.ownerUrl, async () => {
    await expect(other.drop()).rejects.toThrow('being accessed');
  });
  await other.drop();
});
