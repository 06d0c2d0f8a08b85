import { seededChance } from '@nardeban/core/testing';
import { zoneOf } from '@nardeban/core/values';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Database } from '../../platform/database/index.ts';
import type { Business } from '../../platform/tenancy/index.ts';
import { mergePeople, unmergePeople } from '../people/index.ts';
import {
  checkBusiness,
  countMoney,
  ladderHistory,
  ladderMoves,
  type MovesPage,
  type Overview,
  overviewOf,
  publishedVersion,
  publishEverybody,
  recountLadder,
} from './index.ts';
import { askForMoney, moneyOf } from './money.ts';
import { medianOfClasses, stoodClass, stoodClasses } from './stood-days.ts';
import {
  START,
  begin,
  buy,
  clock,
  drain,
  personOf,
  shop,
  street,
  stricter,
  tell,
  time,
  useStreet,
} from './testing-shops.ts';
import type { Version } from './versions.ts';

const DAY = 86_400_000;

useStreet();

async function inVersion<T>(
  business: Business,
  work: (version: Version, tx: Parameters<Parameters<Database['withBusiness']>[1]>[0]) => Promise<T>,
  key = 'loyalty',
): Promise<T> {
  return street.database.withBusiness(business.id, async (tx) => {
    const version = await publishedVersion(tx, business, key);
    if (!version) throw new Error('no version');
    return work(version, tx);
  });
}
const overview = (business: Business, from: number, to = time.now, asOf = to): Promise<Overview> =>
  inVersion(business, (version, tx) => overviewOf(tx, version, { from, to }, asOf, time.now));
const movesOf = async (
  business: Business,
  from: number,
  asked: Parameters<typeof ladderMoves>[3] = {},
): Promise<MovesPage> => {
  const page = await inVersion(business, (version, tx) =>
    ladderMoves(tx, version, { from, to: time.now }, asked, time.now),
  );
  if (!page.ok) throw new Error(page.refusal.code);
  return page.value;
};

/** The counters against the moves, by the check; and every count against who stands there. */
async function provesRight(business: Business): Promise<void> {
  const checked = await checkBusiness(street.database, clock, business.id);
  expect(checked.examples).toEqual([]);
  const told = await overview(business, START - 900 * DAY);
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
          time.now += chance.int(1, 200) * DAY;
          break;
        }
        case 1: {
          const [loser, winner] = [
            await personOf(business, somebody()),
            await personOf(business, somebody()),
          ];
          if (loser === 0 || winner === 0) break;
          const merged = await street.database.withBusiness(business.id, (tx) =>
            mergePeople(tx, business, { loser, winner, by: 'owner' }),
          );
          if (merged.ok) merges.push(merged.value.mergeId);
          break;
        }
        case 2: {
          const mergeId = merges.pop();
          if (mergeId === undefined) break;
          await street.database.withBusiness(business.id, (tx) =>
            unmergePeople(tx, business, mergeId, 'owner'),
          );
          break;
        }
        case 3: {
          await tell(business, somebody(), 'rung.pinned', time.now, {
            ladder: 'loyalty',
            rung: chance.pick(['advocate', 'lead', 'suspect']),
            until: new Date(time.now + 30 * DAY).toISOString().slice(0, 10),
            reason: 'دوست',
            by: 'مدیر',
          });
          break;
        }
        case 4: {
          // Begun, and facts told before it is carried on.
          await begin(business, stricter(chance.int(2, 4)));
          await buy(business, somebody(), time.now - chance.int(0, 400) * DAY);
          await drain(business);
          await publishEverybody(street.database, clock, business.id);
          break;
        }
        case 5: {
          await tell(business, somebody(), 'page.viewed', time.now - chance.int(0, 900) * DAY);
          break;
        }
        default:
          // Days long past: a late fact.
          await buy(business, somebody(), time.now - chance.int(0, 700) * DAY);
      }
      if (chance.int(0, 2) > 0) await drain(business);
    }
    await drain(business);
    await provesRight(business);
    const before = await overview(business, START - 300 * DAY);
    await inVersion(business, (version, tx) => recountLadder(tx, version, time.now));
    expect(await overview(business, START - 300 * DAY)).toEqual(before);
    await drain(business);
    await provesRight(business);
  }
}, 120_000);

test('what is read from counters is what is counted from the moves themselves, for any period', async () => {
  const business = await shop();
  const chance = seededChance(7);
  for (let turn = 0; turn < 60; turn++)
    await buy(business, `p${chance.int(1, 15)}`, time.now - chance.int(0, 800) * DAY);
  await drain(business);
  const uncount = (zone: string | null) =>
    inVersion(business, (version, tx) =>
      tx.query('UPDATE ladder_versions SET counted_zone = $2 WHERE ladder_id = $1', [version.ladderId, zone]),
    );
  for (let round = 0; round < 12; round++) {
    const from = time.now - chance.int(0, 900) * DAY;
    const to = Math.min(time.now, from + chance.int(0, 300) * DAY);
    const kept = await overview(business, from, to);
    await uncount(null);
    expect(await overview(business, from, to)).toEqual(kept);
    await uncount(business.zone);
  }
  // A version that nobody counted is counted by the next sweep.
  await uncount(null);
  await publishEverybody(street.database, clock, business.id);
  await provesRight(business);
});

test('a period: who stood there before, who came to be known, who moved, and the same of the period before', async () => {
  const business = await shop();
  await buy(business, 'a', time.now - 50 * DAY);
  await buy(business, 'b', time.now - 25 * DAY);
  await buy(business, 'b', time.now - 5 * DAY);
  await tell(business, 'c', 'page.viewed', time.now - 4 * DAY);
  await drain(business);
  const told = await overview(business, time.now - 29 * DAY);
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
    ladderHistory(tx, version, { from: time.now - 60 * DAY, to: time.now }, 'day', time.now),
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
    await buy(business, `p${person}`, time.now - (40 - person) * DAY);
    if (person % 3 === 0) await buy(business, `p${person}`, time.now - 10 * DAY);
  }
  await drain(business);
  const pages = async (asked: Parameters<typeof ladderMoves>[3]): Promise<MovesPage> => {
    let page = await movesOf(business, time.now - 100 * DAY, { ...asked, limit: 2 });
    const moves = [...page.moves];
    while (page.next !== null) {
      page = await movesOf(business, time.now - 100 * DAY, { ...asked, limit: 2, after: page.next });
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
  time.now += 400 * DAY;
  await publishEverybody(street.database, clock, business.id);
  await drain(business);
  const past = await inVersion(business, (version, tx) =>
    ladderMoves(tx, version, { from: START - 100 * DAY, to: START }, { limit: 5 }, time.now),
  );
  expect(past.ok && [past.value.order, past.value.total, past.value.moves.length]).toEqual(['person', 12, 5]);
  const rest = await inVersion(business, (version, tx) =>
    ladderMoves(
      tx,
      version,
      { from: START - 100 * DAY, to: START },
      { limit: 50, after: (past.ok && past.value.next) || '' },
      time.now,
    ),
  );
  expect(rest.ok && rest.value.moves.length).toBe(7);
  const unknown = await inVersion(business, (version, tx) =>
    ladderMoves(tx, version, { from: START, to: time.now }, { after: 'x' }, time.now),
  );
  expect(unknown).toMatchObject({ ok: false, refusal: { code: 'page_unknown' } });
});

test('publishing that is killed in the middle goes on, and is counted right', async () => {
  const business = await shop();
  await street.database.withBusiness(business.id, (tx) =>
    tx.query(
      `INSERT INTO people (business_id, person_id, known_since)
       SELECT this_business(), nextval('person_ids'), to_timestamp($1) FROM generate_series(1, 9000)`,
      [(time.now - 40 * DAY) / 1000],
    ),
  );
  for (let person = 0; person < 20; person++) await buy(business, `p${person}`, time.now - 20 * DAY);
  await drain(business);
  await begin(business, stricter(3));
  const stop = new AbortController();
  await publishEverybody(street.database, clock, business.id, {
    signal: stop.signal,
    onProgress: () => stop.abort(),
  });
  await buy(business, 'p1', time.now - DAY);
  await buy(business, 'p2', time.now - DAY);
  // Two at once: one works, the other waits for it.
  const [one, other] = await Promise.all([
    publishEverybody(street.database, clock, business.id),
    publishEverybody(street.database, clock, business.id),
  ]);
  expect([...one, ...other]).toMatchObject([{ key: 'loyalty', version: 2 }]);
  await street.database.withBusiness(business.id, (tx) =>
    tx.query(
      'INSERT INTO climb_queue (business_id, person_id) SELECT business_id, person_id FROM people ON CONFLICT DO NOTHING',
    ),
  );
  await drain(business);
  await provesRight(business);
  const { rows } = await street.database.withBusiness(business.id, (tx) =>
    tx.query(
      `SELECT DISTINCT ladder_days.version FROM ladder_days JOIN ladders l USING (business_id, ladder_id) WHERE l.key = 'loyalty'`,
    ),
  );
  expect(rows).toEqual([{ version: 2 }]);
}, 180_000);

test('the check finds a counter that is not what the moves tell', async () => {
  const business = await shop();
  await buy(business, 'a', time.now - DAY);
  await drain(business);
  await street.database.withBusiness(business.id, (tx) =>
    tx.query(
      "UPDATE ladder_days SET people = people + 1 WHERE span = 1 AND from_rung >= 0 AND ladder_id = (SELECT ladder_id FROM ladders WHERE key = 'loyalty')",
    ),
  );
  const checked = await checkBusiness(street.database, clock, business.id);
  expect(checked.examples).toMatchObject([{ what: 'count_differs', ladder: 'loyalty', personId: null }]);
  await inVersion(business, (version, tx) => recountLadder(tx, version, time.now));
  await provesRight(business);
});

test('money goes to the rung the person stood on right after the order, and says as of when it was counted', async () => {
  const business = await shop();
  await buy(business, 'a', time.now - 20 * DAY, 700);
  await buy(business, 'a', time.now - 10 * DAY, 300);
  await buy(business, 'b', time.now - 40 * DAY, 50);
  await tell(business, 'a', 'order.returned', time.now - 5 * DAY, { order: 'none', amount: 100 });
  await drain(business);
  const money = () =>
    inVersion(business, async (version, tx) => {
      const told = await overviewOf(
        tx,
        version,
        { from: time.now - 29 * DAY, to: time.now },
        time.now,
        time.now,
      );
      const read = await moneyOf(tx, version, told.period, told.before, told.rungs.length, time.now);
      const by = (of: typeof read.within): Record<string, number> =>
        Object.fromEntries(
          told.rungs.flatMap((rung, place) => {
            const revenue = of?.[place]?.revenue ?? 0;
            return revenue === 0 ? [] : [[rung.key, revenue]];
          }),
        );
      return { ...read, within: by(read.within), before: by(read.before), orders: read.within };
    });
  const ask = () => inVersion(business, (version, tx) => askForMoney(tx, version, time.now));
  expect(await money()).toMatchObject({ countedAt: null, counting: false, within: {} });
  expect([await ask(), await ask()]).toEqual([true, false]);
  expect(await money()).toMatchObject({ countedAt: null, counting: true });
  expect(await countMoney(street.database, clock, business.id, 'loyalty')).toBe(true);
  expect(await money()).toMatchObject({
    countedAt: time.now,
    counting: false,
    within: { 'first-time-customer': 700, 'repeat-customer': 200 },
    before: { 'first-time-customer': 50 },
  });
  expect(await ask()).toBe(false);
  time.now += DAY;
  await buy(business, 'b', time.now, 1000);
  await drain(business);
  // What is shown is what was counted, until it is counted again.
  expect((await money()).countedAt).toBe(time.now - DAY);
  expect(await ask()).toBe(true);
  await countMoney(street.database, clock, business.id, 'loyalty');
  await countMoney(street.database, clock, business.id, 'loyalty');
  const again = await money();
  expect(again.countedAt).toBe(time.now);
  expect(Object.values(again.within).reduce((sum, revenue) => sum + revenue, 0)).toBe(1900);
});
