import { afterEach, beforeEach, expect, test } from 'vitest';
import { withConnection } from './connection.ts';
import { type Database, openDatabase } from './database.ts';
import { type FreshDatabase, freshDatabase } from './testing.ts';

let fresh: FreshDatabase;
let database: Database;

beforeEach(async () => {
  fresh = await freshDatabase({ empty: true });
  await withConnection(fresh.ownerUrl, (client) =>
    client.query(`CREATE TABLE notes (id integer PRIMARY KEY, body text); GRANT ALL ON notes TO PUBLIC`),
  );
  // One connection, so that whatever a pipeline leaves behind would meet the next one.
  database = await openDatabase(fresh.appUrl, { max: 1 });
});

afterEach(async () => {
  await database.close();
  await fresh.drop();
});

const add = (id: number, body: unknown) => ({
  name: 'add',
  text: 'INSERT INTO notes VALUES ($1, $2) RETURNING id, body',
  values: [id, body],
});
const count = { name: 'count', text: 'SELECT count(*) AS notes FROM notes' };
const stored = async (): Promise<unknown[]> =>
  (await database.withBusiness(1, (tx) => tx.query('SELECT id FROM notes ORDER BY id'))).rows;

test('each statement sees what those before it did, and is answered in its place', async () => {
  const answers = await database.withBusiness(1, (tx) =>
    tx.queryAll([
      count,
      add(1, 'یک'),
      { text: `SELECT current_setting('nardeban.business') AS business` },
      add(2, null),
      count,
    ]),
  );
  expect(answers.map(({ rows }) => rows)).toEqual([
    [{ notes: 0 }],
    [{ id: 1, body: 'یک' }],
    [{ business: '1' }],
    [{ id: 2, body: null }],
    [{ notes: 2 }],
  ]);
  expect(await stored()).toEqual([{ id: 1 }, { id: 2 }]);
});

test('when one fails none of the rest is run, nothing stays, and the connection goes on', async () => {
  for (let round = 0; round < 3; round += 1) {
    const failed = database.withBusiness(1, (tx) =>
      tx.commitWith([add(1, 'a'), add(1, 'again'), { name: 'after', text: 'SELECT 1 AS one' }, count]),
    );
    await expect(failed).rejects.toMatchObject({ code: '23505' });
    expect(await stored()).toEqual([]);
  }
  // What the failures kept the server from reading is read now, and what it had read is still there.
  const [one, none] = await database.withBusiness(1, (tx) =>
    tx.queryAll<[{ one: number }, { notes: number }]>([{ name: 'after', text: 'SELECT 1 AS one' }, count]),
  );
  expect([one.rows, none.rows]).toEqual([[{ one: 1 }], [{ notes: 0 }]]);
});

test('a statement that cannot be understood spoils neither itself nor the others for later', async () => {
  const broken = { name: 'broken', text: 'SELECT nowhere FROM notes' };
  for (let round = 0; round < 2; round += 1) {
    await expect(
      database.withBusiness(1, (tx) => tx.queryAll([count, broken, add(1, 'a')])),
    ).rejects.toMatchObject({ code: '42703' });
  }
  await database.withBusiness(1, (tx) => tx.queryAll([add(1, 'a'), count]));
  expect(await stored()).toEqual([{ id: 1 }]);
});

test('a value that cannot be written stops the pipeline before the commit', async () => {
  const circle: { self?: unknown } = {};
  circle.self = circle;
  await expect(
    database.withBusiness(1, (tx) => tx.commitWith([add(1, 'a'), add(2, circle)])),
  ).rejects.toThrow('circular');
  expect(await stored()).toEqual([]);
  await database.withBusiness(1, (tx) => tx.commitWith([add(1, 'a'), add(2, 'b')]));
  expect(await stored()).toEqual([{ id: 1 }, { id: 2 }]);
});

test('how rows are read is asked once, and is the same every time after', async () => {
  const of = (id: number) => ({
    name: 'of',
    text: `SELECT id, id::bigint * 1000 AS many, body, to_timestamp(id) AS at FROM notes WHERE id >= $1 ORDER BY id`,
    values: [id],
  });
  const remove = { name: 'remove', text: 'DELETE FROM notes WHERE id < $1', values: [2] };
  const answers = await database.withBusiness(1, async (tx) => {
    // Asked for before by itself, and with no row in the answer the first time.
    await tx.query(remove);
    await tx.query(of(1));
    const [none] = await tx.queryAll([of(1), remove]);
    const rest = await tx.queryAll([add(1, 'a'), add(2, null), of(1), remove, of(1), of(3)]);
    return [none, ...rest];
  });
  const [first, second] = [
    { id: 1, many: 1000, body: 'a', at: 1000 },
    { id: 2, many: 2000, body: null, at: 2000 },
  ];
  expect(answers).toEqual([
    { rows: [], rowCount: 0 },
    { rows: [{ id: 1, body: 'a' }], rowCount: 1 },
    { rows: [{ id: 2, body: null }], rowCount: 1 },
    { rows: [first, second], rowCount: 2 },
    { rows: [], rowCount: 1 },
    { rows: [second], rowCount: 1 },
    { rows: [], rowCount: 0 },
  ]);
});

test('a value that no number holds fails what asked for it, and nothing is rounded', async () => {
  const large = (power: string) => ({
    name: 'large',
    text: 'SELECT power(2::numeric, $1::numeric)::bigint AS large',
    values: [power],
  });
  for (let round = 0; round < 2; round += 1) {
    const asked = database.withBusiness(1, (tx) => tx.commitWith([large('60')]));
    await expect(asked).rejects.toThrow('beyond what a number holds');
    const [answer] = await database.withBusiness(1, (tx) => tx.queryAll([large('40')]));
    expect(answer).toEqual({ rows: [{ large: 2 ** 40 }], rowCount: 1 });
  }
});

test('two different statements under one name are a bug, and nothing of either stays', async () => {
  const asked = database.withBusiness(1, (tx) =>
    tx.commitWith([add(1, 'a'), { name: 'add', text: 'SELECT 1 AS one' }]),
  );
  await expect(asked).rejects.toThrow("have the name 'add'");
  expect(await stored()).toEqual([]);
});

test('what was committed with its last statements takes no more', async () => {
  await expect(
    database.withBusiness(1, async (tx) => {
      await tx.commitWith([add(1, 'a')]);
      await tx.query('SELECT 1');
    }),
  ).rejects.toThrow('committed already');
  expect(await stored()).toEqual([{ id: 1 }]);
});

test('a connection that breaks in the middle is told, and another takes its place', async () => {
  const killed = database.withBusiness(1, (tx) =>
    tx.queryAll([add(1, 'a'), { text: 'SELECT pg_terminate_backend(pg_backend_pid())' }, count]),
  );
  await expect(killed).rejects.toThrow();
  expect(await stored()).toEqual([]);
});
