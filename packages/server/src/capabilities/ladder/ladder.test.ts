import { sixRungLadder, type Definition, type Ladder } from '@nardeban/core/ladder';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Clock } from '../../platform/clock/index.ts';
import { openDatabase, type Database } from '../../platform/database/index.ts';
import { freshDatabase, type FreshDatabase } from '../../platform/database/testing.ts';
import type { Business } from '../../platform/tenancy/index.ts';
import { appendFacts, receiveFacts, sourceId } from '../facts/index.ts';
import { mergePeople, peopleIdentifiedBy, resolvePeople, unmergePeople } from '../people/index.ts';
import {
  beginPublishing,
  checkBusiness,
  drainClimbs,
  explainPerson,
  foundBusiness,
  overviewOf,
  peopleOnRung,
  publishedVersion,
  publishEverybody,
  saveDraft,
  whatIf,
} from './index.ts';

const DAY = 86_400_000;
const start = Date.UTC(2026, 0, 10, 9);

let fresh: FreshDatabase;
let database: Database;
let now = start;
const clock: Clock = { now: () => now };
let slugs = 0;

beforeAll(async () => {
  fresh = await freshDatabase();
  database = await openDatabase(fresh.appUrl, { max: 8 });
});
afterAll(async () => {
  await database.close();
  await fresh.drop();
});

async function shop(): Promise<Business> {
  now = start;
  const founded = await foundBusiness(database, clock, { slug: `shop-${++slugs}`, name: 'فروشگاه' });
  if (!founded.ok) throw new Error(founded.refusal.code);
  return founded.value;
}

let keys = 0;
async function tell(
  business: Business,
  external: string,
  type: string,
  at: number,
  data: Record<string, string | number> = {},
): Promise<void> {
  const [answer] = await receiveFacts(database, clock, business, [
    { person: { external }, type, at, key: `k${++keys}`, data },
  ]);
  if (answer?.status !== 'stored') throw new Error(JSON.stringify(answer));
}
const buy = (business: Business, external: string, at: number, amount = 1_000_000) =>
  tell(business, external, 'order.paid', at, { order: `o${keys}`, amount });

const personOf = (business: Business, external: string) =>
  database.withBusiness(business.id, async (tx) => (await peopleIdentifiedBy(tx, external))[0] ?? 0);

async function explained(business: Business, external: string, asOf = now, ladder = 'loyalty') {
  const id = await personOf(business, external);
  const told = await database.withBusiness(business.id, async (tx) => {
    const version = await publishedVersion(tx, business, ladder);
    if (!version) throw new Error('no version');
    return explainPerson(tx, version, id, asOf);
  });
  if (!told.ok) throw new Error(told.refusal.code);
  return told.value;
}

async function overview(business: Business, asOf = now, from = 0) {
  return database.withBusiness(business.id, async (tx) => {
    const version = await publishedVersion(tx, business, 'loyalty');
    if (!version) throw new Error('no version');
    return overviewOf(tx, version, { from, to: asOf }, asOf, now);
  });
}
const people = (told: { rungs: readonly { key: string; people: number }[] }): Record<string, number> =>
  Object.fromEntries(told.rungs.filter((rung) => rung.people > 0).map((rung) => [rung.key, rung.people]));

async function clean(business: Business): Promise<void> {
  const checked = await checkBusiness(database, clock, business.id);
  expect(checked.examples).toEqual([]);
  expect(checked.differences).toBe(0);
}

test('a fact that arrives moves the person, and what is stored is what the facts say', async () => {
  const business = await shop();
  await tell(business, 'sara', 'page.viewed', now - 3 * DAY);
  await drainClimbs(database, clock, business.id);
  expect((await explained(business, 'sara')).rung).toBe('lead');
  await buy(business, 'sara', now - 2 * DAY);
  await buy(business, 'sara', now - DAY);
  expect(await drainClimbs(database, clock, business.id)).toMatchObject({ people: 1 });
  const sara = await explained(business, 'sara');
  expect(sara.rung).toBe('repeat-customer');
  expect(sara.moves.map((move) => move.to)).toEqual(['lead', 'first-time-customer', 'repeat-customer']);
  expect(sara.because?.holds).toBe(true);
  expect(people(await overview(business))).toEqual({ 'repeat-customer': 1 });
  await clean(business);
});

test('when an answer expires the clock moves the person down, with no new fact', async () => {
  const business = await shop();
  await buy(business, 'omid', now - DAY);
  await drainClimbs(database, clock, business.id);
  const { until } = await explained(business, 'omid');
  expect(until).not.toBeNull();
  now = start + 420 * DAY;
  expect(await drainClimbs(database, clock, business.id)).toMatchObject({ people: 1, byClock: 1 });
  const omid = await explained(business, 'omid');
  expect(omid.rung).toBe('lead');
  expect(omid.highest).toBe('first-time-customer');
  expect(omid.moves.at(-1)).toMatchObject({ from: 'first-time-customer', cause: 'time' });
  await clean(business);
  expect(await drainClimbs(database, clock, business.id)).toMatchObject({ people: 0 });
});

test('a late fact corrects the timeline: the step that did not happen stays, superseded', async () => {
  const business = await shop();
  const first = now - 700 * DAY;
  await buy(business, 'lale', first);
  await drainClimbs(database, clock, business.id);
  expect((await explained(business, 'lale')).rung).toBe('lead');
  now += 60_000;
  await buy(business, 'lale', first + 300 * DAY);
  await drainClimbs(database, clock, business.id);
  const lale = await explained(business, 'lale');
  const superseded = lale.moves.filter((move) => move.superseded);
  expect(superseded.length).toBeGreaterThan(0);
  const learnt = lale.moves.find((move) => !move.superseded && move.to === 'repeat-customer');
  expect(learnt?.at).toBe(first + 300 * DAY);
  expect(learnt?.recordedAt).toBeGreaterThan(first + 600 * DAY);
  await clean(business);
});

test('moves of years ago, as publishing found them, are corrected by a late fact like any other', async () => {
  const business = await shop();
  const first = now - 700 * DAY;
  for (const name of ['lale', 'mina']) await buy(business, name, first);
  await database.withBusiness(business.id, async (tx) => {
    await saveDraft(tx, sixRungLadder, 'test');
    await beginPublishing(tx, 'loyalty', 'test');
  });
  await publishEverybody(database, clock, business.id);
  const told = async () => (await explained(business, 'lale')).moves.map(({ to, at }) => ({ to, at }));
  const before = await told();
  expect(before.length).toBeGreaterThan(1);
  const kept = async (table: string) => {
    const id = await personOf(business, 'lale');
    const { rows } = await database.withBusiness(business.id, (tx) =>
      tx.query(`SELECT at FROM ${table} WHERE person_id = $1 AND version = 2`, [id]),
    );
    return rows.length;
  };
  // All of them lie before the last half year: none is listed.
  expect([await kept('moves'), await kept('past_moves_told')]).toEqual([0, before.length]);
  await clean(business);

  now += 60_000;
  await buy(business, 'lale', first + 300 * DAY);
  await drainClimbs(database, clock, business.id);
  const lale = await explained(business, 'lale');
  expect(lale.moves.filter((move) => move.superseded).map(({ to, at }) => ({ to, at }))).toEqual(
    before.filter(({ at }) => at > first + 300 * DAY),
  );
  expect(lale.moves.find((move) => !move.superseded && move.to === 'repeat-customer')?.at).toBe(
    first + 300 * DAY,
  );
  expect(await kept('past_moves_told')).toBe(0);
  expect(await kept('moves')).toBe(lale.moves.length);
  await clean(business);
});

test('who stood where on that day: counts and people of the past come from the moves', async () => {
  const business = await shop();
  await buy(business, 'a', now - 100 * DAY);
  await buy(business, 'b', now - 50 * DAY);
  await buy(business, 'b', now - 40 * DAY);
  await drainClimbs(database, clock, business.id);
  expect(people(await overview(business, now - 60 * DAY))).toEqual({ 'first-time-customer': 1 });
  expect(people(await overview(business, now - 45 * DAY))).toEqual({ 'first-time-customer': 2 });
  expect(people(await overview(business))).toEqual({ 'first-time-customer': 1, 'repeat-customer': 1 });
  const pageAfter = (after: number) =>
    database.withBusiness(business.id, async (tx) => {
      const version = await publishedVersion(tx, business, 'loyalty');
      if (!version) throw new Error('no version');
      const page = await peopleOnRung(tx, version, 'first-time-customer', {
        asOf: now - 45 * DAY,
        limit: 1,
        after,
      });
      if (!page.ok) throw new Error(page.refusal.code);
      return page.value;
    });
  const one = await pageAfter(0);
  const other = await pageAfter(one.next ?? 0);
  // Numbers are given out ahead: who came first need not have the lower one.
  const seen = [...one.people, ...other.people].map((person) => person.external);
  expect([seen.length, new Set(seen)]).toEqual([2, new Set(['a', 'b'])]);
  const period = await overview(business, now, now - 45 * DAY);
  expect(period.moves).toEqual({ up: 1, down: 0 });
  expect(period.steps).toMatchObject([
    { from: 'first-time-customer', to: 'repeat-customer', people: 1, conversion: 0.5, medianDays: 10 },
  ]);
});

/** The six rungs with another rule for the repeat customer. */
function stricter(orders: number): Ladder {
  return {
    ...sixRungLadder,
    rungs: sixRungLadder.rungs.map((rung) =>
      rung.key === 'repeat-customer'
        ? {
            ...rung,
            enter: {
              measure: 'count',
              of: 'order.paid',
              kept: true,
              within: { months: 12 },
              atLeast: orders,
            },
          }
        : rung,
    ),
  };
}

test('what-if tells who would stand elsewhere and changes nothing; publishing then makes it so', async () => {
  const business = await shop();
  for (const [person, orders] of [
    ['one', 1],
    ['two', 2],
    ['three', 3],
  ] as const) {
    for (let order = 0; order < orders; order++) await buy(business, person, now - (10 + order) * DAY);
  }
  await drainClimbs(database, clock, business.id);
  const before = people(await overview(business));
  const answer = await whatIf(database, business, stricter(3), { asOf: now, months: 3 });
  if (!answer.ok) throw new Error(answer.refusal.code);
  expect(answer.value).toMatchObject({
    people: 3,
    changed: 1,
    moves: [{ from: 'repeat-customer', to: 'first-time-customer', people: 1 }],
  });
  expect(answer.value.history).toHaveLength(3);
  expect(people(await overview(business))).toEqual(before);

  await publish(business, stricter(3));
  expect(people(await overview(business))).toEqual({ 'first-time-customer': 2, 'repeat-customer': 1 });
  expect((await explained(business, 'two')).version).toBe(2);
  await clean(business);
});

async function publish(business: Business, definition: Definition): Promise<void> {
  const begun = await database.withBusiness(business.id, async (tx) => {
    const saved = await saveDraft(tx, definition, 'owner');
    return saved.ok ? beginPublishing(tx, definition.key, 'owner') : saved;
  });
  if (!begun.ok) throw new Error(begun.refusal.code);
  await publishEverybody(database, clock, business.id);
}

test('publishing that is stopped goes on where it was, and facts told meanwhile are not lost', async () => {
  const business = await shop();
  for (let index = 0; index < 30; index++) await buy(business, `p${index}`, now - 20 * DAY);
  await drainClimbs(database, clock, business.id);
  const begun = await database.withBusiness(business.id, async (tx) => {
    await saveDraft(tx, stricter(3), 'owner');
    return beginPublishing(tx, 'loyalty', 'owner');
  });
  expect(begun.ok).toBe(true);
  const stop = new AbortController();
  stop.abort();
  expect(await publishEverybody(database, clock, business.id, { signal: stop.signal })).toEqual([]);
  // The old version is read until the new one is whole, and the live path keeps both.
  expect((await explained(business, 'p0')).version).toBe(1);
  for (let order = 0; order < 2; order++) await buy(business, 'p0', now - order * DAY);
  await drainClimbs(database, clock, business.id);
  expect(await publishEverybody(database, clock, business.id)).toMatchObject([
    { key: 'loyalty', version: 2 },
  ]);
  expect(people(await overview(business))).toEqual({ 'first-time-customer': 29, 'repeat-customer': 1 });
  await clean(business);
});

test('two people who are one climb together, and apart again when that was a mistake', async () => {
  const business = await shop();
  await buy(business, 'left', now - 20 * DAY);
  await buy(business, 'right', now - 10 * DAY);
  await drainClimbs(database, clock, business.id);
  expect(people(await overview(business))).toEqual({ 'first-time-customer': 2 });
  const [left, right] = [await personOf(business, 'left'), await personOf(business, 'right')];
  const merged = await database.withBusiness(business.id, (tx) =>
    mergePeople(tx, business, { loser: right, winner: left, by: 'owner' }),
  );
  if (!merged.ok) throw new Error(merged.refusal.code);
  await drainClimbs(database, clock, business.id);
  expect(people(await overview(business))).toEqual({ 'repeat-customer': 1 });
  await clean(business);
  const undone = await database.withBusiness(business.id, (tx) =>
    unmergePeople(tx, business, merged.value.mergeId, 'owner'),
  );
  expect(undone.ok).toBe(true);
  await drainClimbs(database, clock, business.id);
  expect(people(await overview(business))).toEqual({ 'first-time-customer': 2 });
  await clean(business);
});

test('a pin holds a person through its last day, shows as a pin, and ends by itself', async () => {
  const business = await shop();
  await buy(business, 'mina', now - 5 * DAY);
  await tell(business, 'mina', 'rung.pinned', now - DAY, {
    ladder: 'loyalty',
    rung: 'advocate',
    until: '2026-02-01',
    reason: 'دوست قدیمی',
    by: 'مدیر',
  });
  await drainClimbs(database, clock, business.id);
  const pinned = await explained(business, 'mina');
  expect(pinned).toMatchObject({ rung: 'advocate', pinned: { reason: 'دوست قدیمی', by: 'مدیر' } });
  await clean(business);
  now = Date.UTC(2026, 1, 2, 9);
  await drainClimbs(database, clock, business.id);
  const after = await explained(business, 'mina');
  expect(after).toMatchObject({ rung: 'first-time-customer', pinned: null, highest: 'advocate' });
  expect(after.moves.at(-1)?.cause).toBe('unpin');
  await clean(business);
});

test('the check finds what does not follow from the facts', async () => {
  const business = await shop();
  await buy(business, 'nima', now - DAY);
  await drainClimbs(database, clock, business.id);
  await database.withBusiness(business.id, (tx) =>
    tx.query(
      "UPDATE standings SET rung = 1 WHERE rung = 3 AND ladder_id = (SELECT ladder_id FROM ladders WHERE key = 'loyalty')",
    ),
  );
  const checked = await checkBusiness(database, clock, business.id);
  expect(checked.differences).toBe(1);
  expect(checked.examples[0]).toMatchObject({ what: 'standing_differs', ladder: 'loyalty' });
});

test('publishing beside a stream of facts ends with every person where the facts say', async () => {
  const business = await shop();
  await buy(business, 'first', now - 30 * DAY);
  await database.withBusiness(business.id, async (tx) => {
    await tx.query(
      `INSERT INTO people (business_id, person_id, known_since)
       SELECT this_business(), nextval('person_ids'), to_timestamp($1) FROM generate_series(1, 6000)`,
      [(now - 40 * DAY) / 1000],
    );
    await tx.query(
      `INSERT INTO identifiers (business_id, kind, value, person_id)
       SELECT this_business(), 'external', 'many-' || row_number() OVER (ORDER BY person_id), person_id FROM people
       WHERE person_id > (SELECT min(person_id) FROM people)`,
    );
    await tx.query(
      'INSERT INTO climb_queue (business_id, person_id) SELECT business_id, person_id FROM people ON CONFLICT DO NOTHING',
    );
  });
  await drainClimbs(database, clock, business.id);
  const begun = await database.withBusiness(business.id, async (tx) => {
    await saveDraft(tx, stricter(3), 'owner');
    return beginPublishing(tx, 'loyalty', 'owner');
  });
  expect(begun.ok).toBe(true);
  const done = new AbortController();
  const stream = async (): Promise<number> => {
    let told = 0;
    while (!done.signal.aborted || told < 5) {
      const facts = Array.from({ length: 50 }, (_, index) => ({
        person: { external: `many-${1 + (((told * 50 + index) * 241) % 6000)}` },
        type: 'order.paid',
        at: now - DAY,
        key: `s${told}-${index}`,
        data: { order: `s${told}-${index}`, amount: 1000 },
      }));
      await receiveFacts(database, clock, business, facts);
      await drainClimbs(database, clock, business.id);
      told++;
    }
    return told;
  };
  const [published, told] = await Promise.all([
    publishEverybody(database, clock, business.id).finally(() => done.abort()),
    stream(),
  ]);
  expect(published).toMatchObject([{ key: 'loyalty', version: 2 }]);
  expect(told).toBeGreaterThan(1);
  await drainClimbs(database, clock, business.id);
  expect((await overview(business)).total).toBe(6001);
  await clean(business);
}, 180_000);

test('somebody of whom nothing is told but a name stands on the bottom rung', async () => {
  const business = await shop();
  await database.withBusiness(business.id, (tx) =>
    resolvePeople(tx, business, [{ external: 'silent', name: 'بی‌خبر' }], [now - DAY]),
  );
  expect(await drainClimbs(database, clock, business.id)).toMatchObject({ people: 1 });
  expect(people(await overview(business))).toEqual({ suspect: 1 });
  await clean(business);
});

test('a retired version leaves its moves and takes its standings along', async () => {
  const business = await shop();
  await buy(business, 'a', now - DAY);
  await drainClimbs(database, clock, business.id);
  await publish(business, stricter(3));
  const left = await database.withBusiness(business.id, async (tx) => {
    const { rows } = await tx.query<{ what: string; n: number }>(
      `SELECT 'standings' AS what, count(*) AS n FROM standings JOIN ladders USING (business_id, ladder_id) WHERE key = 'loyalty' AND standings.version = 1
       UNION ALL SELECT 'moves', count(*) FROM moves JOIN ladders USING (business_id, ladder_id) WHERE key = 'loyalty' AND moves.version = 1`,
    );
    return Object.fromEntries(rows.map((row) => [row.what, row.n]));
  });
  expect(left).toEqual({ standings: 0, moves: 1 });
});

test('a person with 100,000 facts climbs like anybody else', async () => {
  const business = await shop();
  await buy(business, 'busy', now - 600 * DAY);
  const person = await personOf(business, 'busy');
  await database.withBusiness(business.id, async (tx) => {
    const source = await sourceId(tx, business, 'robot');
    const facts = Array.from({ length: 100_000 }, (_, index) => ({
      personId: person,
      conflictId: null,
      type: index % 2 === 0 ? 'order.paid' : 'page.viewed',
      at: now - 500 * DAY + index * 400_000,
      sourceId: source,
      key: `f${index}`,
      data: index % 2 === 0 ? { order: `b${index}`, amount: 1000 } : {},
    }));
    await appendFacts(tx, business, facts);
  });
  expect(await drainClimbs(database, clock, business.id)).toMatchObject({ people: 1 });
  const busy = await explained(business, 'busy');
  expect(busy.rung).toBe('repeat-customer');
  expect(busy.because?.kind === 'any' && busy.because.parts.length).toBe(2);
  await clean(business);
}, 180_000);
