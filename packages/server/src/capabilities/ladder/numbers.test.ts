import { sixRungLadder, type Definition, type Ladder } from '@nardeban/core/ladder';
import { seededChance } from '@nardeban/core/testing';
import { zoneOf } from '@nardeban/core/values';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Clock } from '../../platform/clock/index.ts';
import { openDatabase, type Database } from '../../platform/database/index.ts';
import { freshDatabase, type FreshDatabase } from '../../platform/database/testing.ts';
import type { Business } from '../../platform/tenancy/index.ts';
import { receiveFacts } from '../facts/index.ts';
import { mergePeople, peopleIdentifiedBy, unmergePeople } from '../people/index.ts';
import {
  beginPublishing,
  checkBusiness,
  countMoney,
  drainClimbs,
  foundBusiness,
  ladderHistory,
  ladderMoves,
  type MovesPage,
  type Overview,
  overviewOf,
  publishedVersion,
  publishEverybody,
  recountLadder,
  saveDraft,
} from './index.ts';
import { askForMoney, moneyOf } from './money.ts';
import { medianOfClasses, stoodClass, stoodClasses } from './stood-days.ts';
import type { Version } from './versions.ts';

const DAY = 86_400_000;
const start = Date.UTC(2026, 0, 10, 9);

let fresh: FreshDatabase;
let database: Database;
let now = start;
const clock: Clock = { now: () => now };
let slugs = 0;
let keys = 0;

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
  const founded = await foundBusiness(database, clock, { slug: `numbers-${++slugs}`, name: 'فروشگاه' });
  if (!founded.ok) throw new Error(founded.refusal.code);
  return founded.value;
}

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
const drain = (business: Business) => drainClimbs(database, clock, business.id);

async function inVersion<T>(
  business: Business,
  work: (version: Version, tx: Parameters<Parameters<Database['withBusiness']>[1]>[0]) => Promise<T>,
  key = 'loyalty',
): Promise<T> {
  return database.withBusiness(business.id, async (tx) => {
    const version = await publishedVersion(tx, business, key);
    if (!version) throw new Error('no version');
    return work(version, tx);
  });
}
const overview = (business: Business, from: number, to = now, asOf = to): Promise<Overview> =>
  inVersion(business, (version, tx) => overviewOf(tx, version, { from, to }, asOf, now));
const movesOf = async (
  business: Business,
  from: number,
  asked: Parameters<typeof ladderMoves>[3] = {},
): Promise<MovesPage> => {
  const page = await inVersion(business, (version, tx) =>
    ladderMoves(tx, version, { from, to: now }, asked, now),
  );
  if (!page.ok) throw new Error(page.refusal.code);
  return page.value;
};

const personOf = (business: Business, external: string) =>
  database.withBusiness(business.id, async (tx) => (await peopleIdentifiedBy(tx, external))[0] ?? 0);

/** The counters against the moves, by the check; and every count against who stands there. */
async function provesRight(business: Business): Promise<void> {
  const checked = await checkBusiness(database, clock, business.id);
  expect(checked.examples).toEqual([]);
  const told = await overview(business, start - 900 * DAY);
  const { rows } = await inVersion(business, (version, tx) =>
    tx.query<{ rung: number; people: number }>(
      `SELECT rung, count(*) AS people FROM standings WHERE business_id = this_business() AND ladder_id = $1 AND version = $2 GROUP BY rung`,
      [version.ladderId, version.version],
    ),
  );
  const standing = told.rungs.map(() => 0);
  for (const { rung, people } of rows) standing[rung] = people;
  expect(told.rungs.map((rung) => rung.people)).toEqual(standing);
  expect(told.total).toBe(standing.reduce((sum, people) => sum + people, 0));
}

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

async function begin(business: Business, definition: Definition): Promise<void> {
  const begun = await database.withBusiness(business.id, async (tx) => {
    const saved = await saveDraft(tx, definition, 'owner');
    return saved.ok ? beginPublishing(tx, definition.key, 'owner') : saved;
  });
  if (!begun.ok) throw new Error(begun.refusal.code);
}

test('a class of days stands for no more than five per cent more or less, and for itself up to two weeks', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 20_000 }), (days) => {
      const median = medianOfClasses(new Map([[stoodClass(days), 1]])) ?? Number.NaN;
      expect(stoodClasses[stoodClass(days)]).toBeLessThanOrEqual(days);
      if (days <= 14) expect(median).toBe(days);
      else expect(Math.abs(median - days) / days).toBeLessThanOrEqual(0.05);
    }),
  );
  expect(medianOfClasses(new Map())).toBeNull();
  expect(
    medianOfClasses(
      new Map([
        [3, 1],
        [8, 1],
      ]),
    ),
  ).toBe(5.5);
});

test('through random histories, late facts, merges, pins, time and new versions the counters are what the moves tell', async () => {
  const business = await shop();
  for (const seed of [1, 2, 3]) {
    const chance = seededChance(seed);
    const merges: number[] = [];
    for (let turn = 0; turn < 25; turn++) {
      const somebody = () => `p${chance.int(1, 12)}`;
      switch (chance.int(0, 9)) {
        case 0: {
          now += chance.int(1, 200) * DAY;
          break;
        }
        case 1: {
          const [loser, winner] = [
            await personOf(business, somebody()),
            await personOf(business, somebody()),
          ];
          if (loser === 0 || winner === 0) break;
          const merged = await database.withBusiness(business.id, (tx) =>
            mergePeople(tx, business, { loser, winner, by: 'owner' }),
          );
          if (merged.ok) merges.push(merged.value.mergeId);
          break;
        }
        case 2: {
          const mergeId = merges.pop();
          if (mergeId === undefined) break;
          await database.withBusiness(business.id, (tx) => unmergePeople(tx, business, mergeId, 'owner'));
          break;
        }
        case 3: {
          await tell(business, somebody(), 'rung.pinned', now, {
            ladder: 'loyalty',
            rung: chance.pick(['advocate', 'lead', 'suspect']),
            until: new Date(now + 30 * DAY).toISOString().slice(0, 10),
            reason: 'دوست',
            by: 'مدیر',
          });
          break;
        }
        case 4: {
          // Begun, and facts told before it is carried on.
          await begin(business, stricter(chance.int(2, 4)));
          await buy(business, somebody(), now - chance.int(0, 400) * DAY);
          await drain(business);
          await publishEverybody(database, clock, business.id);
          break;
        }
        case 5: {
          await tell(business, somebody(), 'page.viewed', now - chance.int(0, 900) * DAY);
          break;
        }
        default:
          // Days long past: a late fact.
          await buy(business, somebody(), now - chance.int(0, 700) * DAY);
      }
      if (chance.int(0, 2) > 0) await drain(business);
    }
    await drain(business);
    await provesRight(business);
    const before = await overview(business, start - 300 * DAY);
    await inVersion(business, (version, tx) => recountLadder(tx, version, now));
    expect(await overview(business, start - 300 * DAY)).toEqual(before);
    await drain(business);
    await provesRight(business);
  }
}, 120_000);

test('what is read from counters is what is counted from the moves themselves, for any period', async () => {
  const business = await shop();
  const chance = seededChance(7);
  for (let turn = 0; turn < 60; turn++)
    await buy(business, `p${chance.int(1, 15)}`, now - chance.int(0, 800) * DAY);
  await drain(business);
  const uncount = (zone: string | null) =>
    inVersion(business, (version, tx) =>
      tx.query('UPDATE ladder_versions SET counted_zone = $2 WHERE ladder_id = $1', [version.ladderId, zone]),
    );
  for (let round = 0; round < 12; round++) {
    const from = now - chance.int(0, 900) * DAY;
    const to = Math.min(now, from + chance.int(0, 300) * DAY);
    const kept = await overview(business, from, to);
    await uncount(null);
    expect(await overview(business, from, to)).toEqual(kept);
    await uncount(business.zone);
  }
  // A version that nobody counted is counted by the next sweep.
  await uncount(null);
  await publishEverybody(database, clock, business.id);
  await provesRight(business);
});

test('a period: who stood there before, who came to be known, who moved, and the same of the period before', async () => {
  const business = await shop();
  await buy(business, 'a', now - 50 * DAY);
  await buy(business, 'b', now - 25 * DAY);
  await buy(business, 'b', now - 5 * DAY);
  await tell(business, 'c', 'page.viewed', now - 4 * DAY);
  await drain(business);
  const told = await overview(business, now - 29 * DAY);
  expect(told).toMatchObject({
    total: 3,
    totalBefore: 1,
    entered: 2,
    enteredBefore: 1,
    movesBefore: { up: 1, down: 0 },
    moves: { up: 3, down: 0 },
  });
  expect(zoneOf(business.zone).dayOf(told.before.to)).toBe(zoneOf(business.zone).dayOf(told.period.from) - 1);
  for (const rung of told.rungs) {
    expect(rung.people).toBe(
      rung.peopleBefore + rung.entered + rung.arrivedUp + rung.arrivedDown - rung.leftUp - rung.leftDown,
    );
  }
  expect(told.steps).toContainEqual(
    expect.objectContaining({ from: 'first-time-customer', to: 'repeat-customer', medianDays: 20.5 }),
  );
  const history = await inVersion(business, (version, tx) =>
    ladderHistory(tx, version, { from: now - 60 * DAY, to: now }, 'day', now),
  );
  expect(history.points).toHaveLength(61);
  expect(history.points.map((point) => point.rungs.reduce((sum, people) => sum + people, 0))).toEqual(
    Array.from({ length: 61 }, (_, day) => (day < 10 ? 0 : day < 35 ? 1 : day < 56 ? 2 : 3)),
  );
  expect(history.points.at(-1)?.rungs).toEqual(told.rungs.map((rung) => rung.people));
});

test('who moved, newest first, page by page, each once; in a flow; and by person where nothing is listed', async () => {
  const business = await shop();
  for (let person = 0; person < 9; person++) {
    await buy(business, `p${person}`, now - (40 - person) * DAY);
    if (person % 3 === 0) await buy(business, `p${person}`, now - 10 * DAY);
  }
  await drain(business);
  const pages = async (asked: Parameters<typeof ladderMoves>[3]): Promise<MovesPage> => {
    let page = await movesOf(business, now - 100 * DAY, { ...asked, limit: 2 });
    const moves = [...page.moves];
    while (page.next !== null) {
      page = await movesOf(business, now - 100 * DAY, { ...asked, limit: 2, after: page.next });
      moves.push(...page.moves);
    }
    return { ...page, moves };
  };
  const all = await pages({});
  expect([all.order, all.total, all.moves.length]).toEqual(['time', 12, 12]);
  expect(all.moves.map((move) => move.at)).toEqual(
    all.moves.map((move) => move.at).toSorted((one, other) => other - one),
  );
  const flow = await pages({ fromRung: 'first-time-customer', toRung: 'repeat-customer', direction: 'up' });
  expect(new Set(flow.moves.map((move) => move.person.external))).toEqual(new Set(['p0', 'p3', 'p6']));
  expect(flow.moves).toHaveLength(3);
  expect(flow.moves[0]).toMatchObject({ cause: 'fact', because: { holds: true }, direction: 'up' });
  expect(flow.moves.find((move) => move.person.external === 'p0')?.stoodDays).toBe(30);
  expect((await pages({ direction: 'down' })).moves).toEqual([]);

  await begin(business, stricter(2));
  now += 400 * DAY;
  await publishEverybody(database, clock, business.id);
  await drain(business);
  const past = await inVersion(business, (version, tx) =>
    ladderMoves(tx, version, { from: start - 100 * DAY, to: start }, { limit: 5 }, now),
  );
  expect(past.ok && [past.value.order, past.value.total, past.value.moves.length]).toEqual(['person', 12, 5]);
  const rest = await inVersion(business, (version, tx) =>
    ladderMoves(
      tx,
      version,
      { from: start - 100 * DAY, to: start },
      { limit: 50, after: (past.ok && past.value.next) || '' },
      now,
    ),
  );
  expect(rest.ok && rest.value.moves.length).toBe(7);
  const unknown = await inVersion(business, (version, tx) =>
    ladderMoves(tx, version, { from: start, to: now }, { after: 'x' }, now),
  );
  expect(unknown).toMatchObject({ ok: false, refusal: { code: 'page_unknown' } });
});

test('publishing that is killed in the middle goes on, and is counted right', async () => {
  const business = await shop();
  await database.withBusiness(business.id, (tx) =>
    tx.query(
      `INSERT INTO people (business_id, person_id, known_since)
       SELECT this_business(), nextval('person_ids'), to_timestamp($1) FROM generate_series(1, 9000)`,
      [(now - 40 * DAY) / 1000],
    ),
  );
  for (let person = 0; person < 20; person++) await buy(business, `p${person}`, now - 20 * DAY);
  await drain(business);
  await begin(business, stricter(3));
  const stop = new AbortController();
  await publishEverybody(database, clock, business.id, {
    signal: stop.signal,
    onProgress: () => stop.abort(),
  });
  await buy(business, 'p1', now - DAY);
  await buy(business, 'p2', now - DAY);
  // Two at once: one works, the other waits for it.
  const [one, other] = await Promise.all([
    publishEverybody(database, clock, business.id),
    publishEverybody(database, clock, business.id),
  ]);
  expect([...one, ...other]).toMatchObject([{ key: 'loyalty', version: 2 }]);
  await database.withBusiness(business.id, (tx) =>
    tx.query(
      'INSERT INTO climb_queue (business_id, person_id) SELECT business_id, person_id FROM people ON CONFLICT DO NOTHING',
    ),
  );
  await drain(business);
  await provesRight(business);
  const { rows } = await database.withBusiness(business.id, (tx) =>
    tx.query(
      `SELECT DISTINCT ladder_days.version FROM ladder_days JOIN ladders l USING (business_id, ladder_id) WHERE l.key = 'loyalty'`,
    ),
  );
  expect(rows).toEqual([{ version: 2 }]);
}, 180_000);

test('the check finds a counter that is not what the moves tell', async () => {
  const business = await shop();
  await buy(business, 'a', now - DAY);
  await drain(business);
  await database.withBusiness(business.id, (tx) =>
    tx.query(
      "UPDATE ladder_days SET people = people + 1 WHERE span = 1 AND from_rung >= 0 AND ladder_id = (SELECT ladder_id FROM ladders WHERE key = 'loyalty')",
    ),
  );
  const checked = await checkBusiness(database, clock, business.id);
  expect(checked.examples).toMatchObject([{ what: 'count_differs', ladder: 'loyalty', personId: null }]);
  await inVersion(business, (version, tx) => recountLadder(tx, version, now));
  await provesRight(business);
});

test('money goes to the rung the person stood on right after the order, and says as of when it was counted', async () => {
  const business = await shop();
  await buy(business, 'a', now - 20 * DAY, 700);
  await buy(business, 'a', now - 10 * DAY, 300);
  await buy(business, 'b', now - 40 * DAY, 50);
  await tell(business, 'a', 'order.returned', now - 5 * DAY, { order: 'none', amount: 100 });
  await drain(business);
  const money = () =>
    inVersion(business, async (version, tx) => {
      const told = await overviewOf(tx, version, { from: now - 29 * DAY, to: now }, now, now);
      const read = await moneyOf(tx, version, told.period, told.before, told.rungs.length, now);
      const by = (of: typeof read.within): Record<string, number> =>
        Object.fromEntries(
          told.rungs.flatMap((rung, place) => {
            const revenue = of?.[place]?.revenue ?? 0;
            return revenue === 0 ? [] : [[rung.key, revenue]];
          }),
        );
      return { ...read, within: by(read.within), before: by(read.before), orders: read.within };
    });
  const ask = () => inVersion(business, (version, tx) => askForMoney(tx, version, now));
  expect(await money()).toMatchObject({ countedAt: null, counting: false, within: {} });
  expect([await ask(), await ask()]).toEqual([true, false]);
  expect(await money()).toMatchObject({ countedAt: null, counting: true });
  expect(await countMoney(database, clock, business.id, 'loyalty')).toBe(true);
  expect(await money()).toMatchObject({
    countedAt: now,
    counting: false,
    within: { 'first-time-customer': 700, 'repeat-customer': 200 },
    before: { 'first-time-customer': 50 },
  });
  expect(await ask()).toBe(false);
  now += DAY;
  await buy(business, 'b', now, 1000);
  await drain(business);
  // What is shown is what was counted, until it is counted again.
  expect((await money()).countedAt).toBe(now - DAY);
  expect(await ask()).toBe(true);
  await countMoney(database, clock, business.id, 'loyalty');
  await countMoney(database, clock, business.id, 'loyalty');
  const again = await money();
  expect(again.countedAt).toBe(now);
  expect(Object.values(again.within).reduce((sum, revenue) => sum + revenue, 0)).toBe(1900);
});
