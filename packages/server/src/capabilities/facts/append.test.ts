import type { FactData } from '@nardeban/core/facts';
import * as fc from 'fast-check';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Tx } from '../../platform/database/index.ts';
import type { Business } from '../../platform/tenancy/index.ts';
import { businessesForTest, type TestBusinesses } from '../../platform/tenancy/testing.ts';
import { CLIMB_CHANNEL, mergePeople, personById, resolvePeople } from '../people/index.ts';
import { appendFacts, type FactRow, historyPage, sourceId } from './index.ts';

const DAY = 86_400_000;
const T0 = Date.UTC(2026, 0, 1, 8, 30, 15, 123);

let world: TestBusinesses;
beforeAll(async () => {
  world = await businessesForTest();
});
afterAll(() => world.close());

const inside = <T>(business: Business, work: (tx: Tx) => Promise<T>) =>
  world.database.withBusiness(business.id, work);

async function shopWith(
  people: number,
): Promise<{ shop: Business; ids: number[]; row: (row: Partial<FactRow>) => FactRow }> {
  const shop = await world.another();
  return inside(shop, async (tx) => {
    const identities = Array.from({ length: people }, (_, index) => ({ external: `p${index}` }));
    const answers = await resolvePeople(
      tx,
      shop,
      identities,
      identities.map(() => T0),
    );
    const ids = answers.map((answer) => ('personId' in answer ? answer.personId : 0));
    // Newcomers are queued as such; here it is about what facts do.
    await tx.query('DELETE FROM climb_queue');
    const till = await sourceId(tx, shop, 'till');
    const row = (given: Partial<FactRow>): FactRow => ({
      personId: ids[0] ?? null,
      conflictId: null,
      type: 'order.paid',
      at: T0,
      sourceId: till,
      key: 'k',
      data: { order: '1', amount: 500 },
      ...given,
    });
    return { shop, ids, row };
  });
}

const append = (shop: Business, rows: readonly FactRow[]) =>
  inside(shop, (tx) => appendFacts(tx, shop, rows));
const history = async (shop: Business, ids: number[]) => {
  const page = await inside(shop, (tx) => historyPage(tx, ids, { limit: 1000 }));
  if (!page.ok) throw new Error(page.refusal.code);
  return page.value.facts;
};
const queueOf = (shop: Business) =>
  inside(shop, async (tx) =>
    (await tx.query<{ id: number }>('SELECT person_id AS id FROM climb_queue ORDER BY 1')).rows.map(
      ({ id }) => id,
    ),
  );

test('a fact is read as it was told, to the millisecond', async () => {
  const { shop, ids, row } = await shopWith(1);
  const data: FactData = {
    order: 'الف "۱" \\ {x},',
    amount: -9_007_199_254_740_991,
    channel: 'NULL',
    onTime: true,
    discount: 0,
  };
  expect(
    await append(shop, [row({ data }), row({ key: 'empty', type: 'visit.made', data: {}, at: T0 + 1 })]),
  ).toEqual(['stored', 'stored']);
  const facts = await history(shop, ids);
  expect(facts).toMatchObject([
    { type: 'visit.made', at: T0 + 1, key: 'empty', data: {} },
    { type: 'order.paid', at: T0, key: 'k', source: 'till', data },
  ]);
});

test('the same key again: unchanged when all is the same, differs otherwise, and what stands stays', async () => {
  const { shop, ids, row } = await shopWith(2);
  expect(await append(shop, [row({})])).toEqual(['stored']);
  const outcomes = await append(shop, [
    row({}),
    row({ data: { amount: 500, order: '1' } }),
    row({ data: { order: '1', amount: 501 } }),
    row({ data: { order: '2', amount: 500 } }),
    row({ data: { order: '1', amount: 500, channel: 'web' } }),
    row({ at: T0 + 1 }),
    row({ type: 'order.placed' }),
    row({ personId: ids[1] ?? null }),
    row({ personId: null }),
    row({ key: 'other' }),
  ]);
  expect(outcomes).toEqual(['unchanged', 'unchanged', ...Array<string>(7).fill('differs'), 'stored']);
  expect(await history(shop, ids)).toHaveLength(2);
});

test('within one call the first of a key wins', async () => {
  const { shop, row } = await shopWith(1);
  const rows = [row({}), row({ data: { order: '1', amount: 7 } }), row({}), row({ key: 'b' })];
  expect(await append(shop, rows)).toEqual(['stored', 'differs', 'unchanged', 'stored']);
  expect(await append(shop, rows)).toEqual(['unchanged', 'differs', 'unchanged', 'unchanged']);
});

test('the same key of another source is another fact', async () => {
  const { shop, row } = await shopWith(1);
  const web = await inside(shop, (tx) => sourceId(tx, shop, 'web'));
  expect(await append(shop, [row({}), row({ sourceId: web })])).toEqual(['stored', 'stored']);
});

test('a repetition is the same fact whoever its person was merged with since', async () => {
  const { shop, ids, row } = await shopWith(3);
  const [a = 0, b = 0, c = 0] = ids;
  await append(shop, [row({ personId: a })]);
  await inside(shop, (tx) => mergePeople(tx, shop, { loser: a, winner: b, by: 'test' }));
  await inside(shop, (tx) => mergePeople(tx, shop, { loser: c, winner: b, by: 'test' }));
  for (const personId of [a, b, c]) expect(await append(shop, [row({ personId })])).toEqual(['unchanged']);
});

test('stored facts ask for the climb of whoever their person is now, and call the worker; repetitions do not', async () => {
  const { shop, ids, row } = await shopWith(3);
  const [a = 0, b = 0] = ids;
  await inside(shop, (tx) => mergePeople(tx, shop, { loser: a, winner: b, by: 'test' }));
  await inside(shop, (tx) => tx.query('DELETE FROM climb_queue'));
  const listener = new Client({ connectionString: world.fresh.appUrl });
  await listener.connect();
  const heard: string[] = [];
  listener.on('notification', ({ payload }) => heard.push(payload ?? ''));
  await listener.query(`LISTEN ${CLIMB_CHANNEL}`);
  await append(shop, [
    row({ personId: a }),
    row({ personId: a, key: 'k2' }),
    row({ personId: null, key: 'nobody' }),
  ]);
  expect(await queueOf(shop)).toEqual([b]);
  await inside(shop, (tx) => tx.query('DELETE FROM climb_queue'));
  await append(shop, [row({ personId: a })]);
  expect(await queueOf(shop)).toEqual([]);
  await listener.query('SELECT 1');
  expect(heard).toEqual([String(shop.id)]);
  await listener.end();
});

test('an older fact moves back the instant since when its person is known; a newer one does not', async () => {
  const { shop, ids, row } = await shopWith(1);
  const since = async () => (await inside(shop, (tx) => personById(tx, ids[0] ?? 0)))?.knownSince;
  await append(shop, [row({ key: '1', at: T0 + DAY })]);
  expect(await since()).toBe(T0);
  await append(shop, [
    row({ key: '2', at: T0 - DAY }),
    row({ key: '3', at: T0 - 3 * DAY }),
    row({ key: '4', at: T0 - 2 * DAY }),
  ]);
  expect(await since()).toBe(T0 - 3 * DAY);
});

test('a failed transaction leaves neither fact nor queue', async () => {
  const { shop, ids, row } = await shopWith(1);
  const failing = inside(shop, async (tx) => {
    await appendFacts(tx, shop, [row({})]);
    throw new Error('on purpose');
  });
  await expect(failing).rejects.toThrow('on purpose');
  expect(await history(shop, ids)).toEqual([]);
  expect(await queueOf(shop)).toEqual([]);
});

test('the application can neither change nor remove a fact', async () => {
  const { shop, row } = await shopWith(1);
  await append(shop, [row({})]);
  for (const sql of [
    'UPDATE facts SET amount = 1',
    'UPDATE facts SET at = now()',
    'DELETE FROM facts',
    'TRUNCATE facts',
  ]) {
    await expect(inside(shop, (tx) => tx.query(sql))).rejects.toThrow('permission denied');
  }
});

test('another business sees none of it, and cannot write into it', async () => {
  const { shop, ids, row } = await shopWith(1);
  await append(shop, [row({})]);
  expect(await history(world.stranger, ids)).toEqual([]);
  const writing = inside(world.stranger, (tx) => appendFacts(tx, shop, [row({ key: 'foreign' })]));
  await expect(writing).rejects.toThrow('row-level security');
});

test('more rows than one statement takes keep their order', async () => {
  const { shop, row } = await shopWith(1);
  const rows = Array.from({ length: 12_000 }, (_, index) => row({ key: `k${index}`, at: T0 + index }));
  expect(new Set(await append(shop, rows))).toEqual(new Set(['stored']));
  const again = [
    ...rows.slice(0, 6_000),
    row({ key: 'k6000', at: T0 }),
    ...rows.slice(6_001),
    row({ key: 'new' }),
  ];
  const outcomes = await append(shop, again);
  expect(outcomes[6_000]).toBe('differs');
  expect(outcomes[12_000]).toBe('stored');
  expect(outcomes.filter((outcome) => outcome === 'unchanged')).toHaveLength(11_999);
});

test('an import takes its facts for new until one is not; what was stored before that one stays', async () => {
  const { shop, ids, row } = await shopWith(1);
  await append(shop, [row({ key: 'k2600', at: T0 }), row({ key: 'k2601', at: T0 + 2601 })]);
  const rows = Array.from({ length: 3_000 }, (_, index) => row({ key: `k${index}`, at: T0 + index }));
  const imported = {
    importId: 7,
    isAllNew: true,
    met: [] as string[],
    stored: () => {},
    repeated: ({ key }: FactRow) => {
      imported.isAllNew = false;
      imported.met.push(key);
    },
  };
  const outcomes = await inside(shop, (tx) => appendFacts(tx, shop, rows, imported));
  expect(outcomes.slice(2_599, 2_603)).toEqual(['stored', 'differs', 'unchanged', 'stored']);
  expect(outcomes.filter((outcome) => outcome === 'stored')).toHaveLength(2_998);
  expect(imported).toMatchObject({ isAllNew: false, met: ['k2600', 'k2601'] });
  const { rows: counted } = await inside(shop, (tx) =>
    tx.query<{ all: number; imported: number }>(
      `SELECT count(*)::integer AS all, count(*) FILTER (WHERE import_id = 7)::integer AS imported FROM facts
       WHERE person_id = $1`,
      [ids[0]],
    ),
  );
  expect(counted).toEqual([{ all: 3_000, imported: 2_998 }]);
});

test('text that no database holds is mended, not lost: half a surrogate pair', async () => {
  const { shop, ids, row } = await shopWith(1);
  expect(
    await append(shop, [
      row({ type: 'order.paid', data: { order: '\uD800x', amount: 1, channel: '\uDC00' } }),
    ]),
  ).toEqual(['stored']);
  expect(await history(shop, ids)).toMatchObject([{ data: { order: '\uFFFDx', channel: '\uFFFD' } }]);
});

test('traits and tags: the newest by the time it happened, in whatever order and however often they arrive', async () => {
  const told = fc.record({
    type: fc.constantFrom('trait.changed', 'tag.added', 'tag.removed'),
    what: fc.constantFrom('city', 'score', 'name'),
    value: fc.oneof(fc.constantFrom<string | number | boolean>('تهران', 'کرج', 'a', 10, 9, true, false)),
    day: fc.nat(3),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(told, fc.nat()), { maxLength: 14 }), async (facts) => {
      const { shop, ids, row } = await shopWith(2);
      const rows = facts.map(([{ type, what, value, day }], index) =>
        row({
          type,
          key: `t${index}`,
          at: T0 + day * DAY,
          data: type === 'trait.changed' ? { trait: what, value } : { tag: what },
        }),
      );
      const order = facts.map(([, place], index) => ({ place, index })).sort((a, b) => a.place - b.place);
      await append(shop, rows);
      const shuffled = order.map(({ index }) => rows[index]).filter((one) => one !== undefined);
      for (const one of shuffled)
        await append(shop, [{ ...one, personId: ids[1] ?? 0, key: `second ${one.key}` }]);
      for (const one of shuffled.slice(0, 3)) await append(shop, [one]);
      const [first, second] = await Promise.all(ids.map((id) => inside(shop, (tx) => personById(tx, id))));
      expect(second?.traits).toEqual(first?.traits);
      expect(second?.name).toEqual(first?.name);
      expect(first?.traits).toEqual(foldedHere(rows));
    }),
    { numRuns: 60 },
  );
}, 120_000);

const rank = (value: unknown): string =>
  `${typeof value}${typeof value === 'number' ? String(value).padStart(9, '0') : String(value)}`;

/** The rule of core/criteria, said another way: sort by time, then by kind and value, and let the last one stand. */
function foldedHere(rows: readonly FactRow[]): Record<string, unknown> {
  const traits: Record<string, unknown> = {};
  const changes = rows.filter(({ type }) => type === 'trait.changed');
  changes.sort((a, b) => a.at - b.at || (rank(a.data['value']) < rank(b.data['value']) ? -1 : 1));
  for (const { data } of changes) traits[String(data['trait'])] = data['value'];
  const tags = new Map<unknown, boolean>();
  const tagged = rows.filter(({ type }) => type !== 'trait.changed');
  tagged.sort((a, b) => a.at - b.at || (a.type === b.type ? 0 : a.type === 'tag.removed' ? -1 : 1));
  for (const { type, data } of tagged) tags.set(data['tag'], type === 'tag.added');
  const on = [...tags].filter(([, is]) => is).map(([tag]) => tag);
  return on.length === 0 ? traits : { ...traits, tags: on.map(String).sort((a, b) => (a < b ? -1 : 1)) };
}

test('a name told as a trait replaces the name, the late one does not', async () => {
  const { shop, ids, row } = await shopWith(1);
  const nameOf = async () => (await inside(shop, (tx) => personById(tx, ids[0] ?? 0)))?.name;
  const told = (key: string, at: number, value: string) =>
    row({ key, at, type: 'trait.changed', data: { trait: 'name', value } });
  await append(shop, [told('1', T0, ' علي  رضايي')]);
  expect(await nameOf()).toBe('علی رضایی');
  await append(shop, [told('2', T0 - DAY, 'پیش از آن')]);
  expect(await nameOf()).toBe('علی رضایی');
  await append(shop, [told('3', T0 + DAY, 'پس از آن')]);
  expect(await nameOf()).toBe('پس از آن');
});

test('a source gets its number once, also when many ask at once', async () => {
  const { shop } = await shopWith(0);
  const names = ['a', 'b', 'c', 'a', 'b', 'a', 'c', 'd'];
  const ids = await Promise.all(names.map((name) => inside(shop, (tx) => sourceId(tx, shop, name))));
  const byName = new Map(names.map((name, index) => [name, ids[index]]));
  expect(ids).toEqual(names.map((name) => byName.get(name)));
  expect(new Set(ids).size).toBe(4);
});
