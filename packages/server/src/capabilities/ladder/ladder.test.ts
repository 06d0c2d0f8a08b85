import { sixRungLadder, type Definition } from '@nardeban/core/ladder';
import { expect, test } from 'vitest';
import type { Business } from '../../platform/tenancy/index.ts';
import { appendFacts, receiveFacts, sourceId } from '../facts/index.ts';
import { mergePeople, resolvePeople, unmergePeople } from '../people/index.ts';
import {
  checkBusiness,
  explainPerson,
  overviewOf,
  peopleOnRung,
  publishedVersion,
  publishEverybody,
  whatIf,
} from './index.ts';
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

const DAY = 86_400_000;

useStreet();

async function explained(business: Business, external: string, asOf = time.now, ladder = 'loyalty') {
  const id = await personOf(business, external);
  const told = await street.database.withBusiness(business.id, async (tx) => {
    const version = await publishedVersion(tx, business, ladder);
    if (!version) throw new Error('no version');
    return explainPerson(tx, version, id, asOf);
  });
  if (!told.ok) throw new Error(told.refusal.code);
  return told.value;
}

async function overview(business: Business, asOf = time.now, from = 0) {
  return street.database.withBusiness(business.id, async (tx) => {
    const version = await publishedVersion(tx, business, 'loyalty');
    if (!version) throw new Error('no version');
    return overviewOf(tx, version, { from, to: asOf }, asOf, time.now);
  });
}
const people = (told: { rungs: readonly { key: string; people: number }[] }): Record<string, number> =>
  Object.fromEntries(told.rungs.filter((rung) => rung.people > 0).map((rung) => [rung.key, rung.people]));

async function clean(business: Business): Promise<void> {
  const checked = await checkBusiness(street.database, clock, business.id);
  expect(checked.examples).toEqual([]);
  expect(checked.differences).toBe(0);
}

test('a fact that arrives moves the person, and what is stored is what the facts say', async () => {
  const business = await shop();
  await tell(business, 'sara', 'page.viewed', time.now - 3 * DAY);
  await drain(business);
  expect((await explained(business, 'sara')).rung).toBe('lead');
  await buy(business, 'sara', time.now - 2 * DAY);
  await buy(business, 'sara', time.now - DAY);
  expect(await drain(business)).toMatchObject({ people: 1 });
  const sara = await explained(business, 'sara');
  expect(sara.rung).toBe('repeat-customer');
  expect(sara.moves.map((move) => move.to)).toEqual(['lead', 'first-time-customer', 'repeat-customer']);
  expect(sara.because?.holds).toBe(true);
  expect(people(await overview(business))).toEqual({ 'repeat-customer': 1 });
  await clean(business);
});

test('when an answer expires the clock moves the person down, with no new fact', async () => {
  const business = await shop();
  await buy(business, 'omid', time.now - DAY);
  await drain(business);
  const { until } = await explained(business, 'omid');
  expect(until).not.toBeNull();
  time.now = START + 420 * DAY;
  expect(await drain(business)).toMatchObject({ people: 1, byClock: 1 });
  const omid = await explained(business, 'omid');
  expect(omid.rung).toBe('lead');
  expect(omid.highest).toBe('first-time-customer');
  expect(omid.moves.at(-1)).toMatchObject({ from: 'first-time-customer', cause: 'time' });
  await clean(business);
  expect(await drain(business)).toMatchObject({ people: 0 });
});

test('a late fact corrects the timeline: the step that did not happen stays, superseded', async () => {
  const business = await shop();
  const first = time.now - 700 * DAY;
  await buy(business, 'lale', first);
  await drain(business);
  expect((await explained(business, 'lale')).rung).toBe('lead');
  time.now += 60_000;
  await buy(business, 'lale', first + 300 * DAY);
  await drain(business);
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
  const first = time.now - 700 * DAY;
  for (const name of ['lale', 'mina']) await buy(business, name, first);
  await begin(business, sixRungLadder);
  await publishEverybody(street.database, clock, business.id);
  const told = async () => (await explained(business, 'lale')).moves.map(({ to, at }) => ({ to, at }));
  const before = await told();
  expect(before.length).toBeGreaterThan(1);
  const kept = async (table: string) => {
    const id = await personOf(business, 'lale');
    const { rows } = await street.database.withBusiness(business.id, (tx) =>
      tx.query(`SELECT at FROM ${table} WHERE person_id = $1 AND version = 2`, [id]),
    );
    return rows.length;
  };
  // All of them lie before the last half year: none is listed.
  expect([await kept('moves'), await kept('past_moves_told')]).toEqual([0, before.length]);
  await clean(business);

  time.now += 60_000;
  await buy(business, 'lale', first + 300 * DAY);
  await drain(business);
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
  await buy(business, 'a', time.now - 100 * DAY);
  await buy(business, 'b', time.now - 50 * DAY);
  await buy(business, 'b', time.now - 40 * DAY);
  await drain(business);
  expect(people(await overview(business, time.now - 60 * DAY))).toEqual({ 'first-time-customer': 1 });
  expect(people(await overview(business, time.now - 45 * DAY))).toEqual({ 'first-time-customer': 2 });
  expect(people(await overview(business))).toEqual({ 'first-time-customer': 1, 'repeat-customer': 1 });
  const pageAfter = (after: number) =>
    street.database.withBusiness(business.id, async (tx) => {
      const version = await publishedVersion(tx, business, 'loyalty');
      if (!version) throw new Error('no version');
      const page = await peopleOnRung(tx, version, 'first-time-customer', {
        asOf: time.now - 45 * DAY,
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
  const period = await overview(business, time.now, time.now - 45 * DAY);
  expect(period.moves).toEqual({ up: 1, down: 0 });
  expect(period.steps).toMatchObject([
    { from: 'first-time-customer', to: 'repeat-customer', people: 1, conversion: 0.5, medianDays: 10 },
  ]);
});

/** The six rungs with another rule for the repeat customer. */
test('what-if tells who would stand elsewhere and changes nothing; publishing then makes it so', async () => {
  const business = await shop();
  for (const [person, orders] of [
    ['one', 1],
    ['two', 2],
    ['three', 3],
  ] as const) {
    for (let order = 0; order < orders; order++) await buy(business, person, time.now - (10 + order) * DAY);
  }
  await drain(business);
  const before = people(await overview(business));
  const answer = await whatIf(street.database, business, stricter(3), { asOf: time.now, months: 3 });
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
  await begin(business, definition);
  await publishEverybody(street.database, clock, business.id);
}

test('publishing that is stopped goes on where it was, and facts told meanwhile are not lost', async () => {
  const business = await shop();
  for (let index = 0; index < 30; index++) await buy(business, `p${index}`, time.now - 20 * DAY);
  await drain(business);
  await begin(business, stricter(3));
  const stop = new AbortController();
  stop.abort();
  expect(await publishEverybody(street.database, clock, business.id, { signal: stop.signal })).toEqual([]);
  // The old version is read until the new one is whole, and the live path keeps both.
  expect((await explained(business, 'p0')).version).toBe(1);
  for (let order = 0; order < 2; order++) await buy(business, 'p0', time.now - order * DAY);
  await drain(business);
  expect(await publishEverybody(street.database, clock, business.id)).toMatchObject([
    { key: 'loyalty', version: 2 },
  ]);
  expect(people(await overview(business))).toEqual({ 'first-time-customer': 29, 'repeat-customer': 1 });
  await clean(business);
});

test('two people who are one climb together, and apart again when that was a mistake', async () => {
  const business = await shop();
  await buy(business, 'left', time.now - 20 * DAY);
  await buy(business, 'right', time.now - 10 * DAY);
  await drain(business);
  expect(people(await overview(business))).toEqual({ 'first-time-customer': 2 });
  const [left, right] = [await personOf(business, 'left'), await personOf(business, 'right')];
  const merged = await street.database.withBusiness(business.id, (tx) =>
    mergePeople(tx, business, { loser: right, winner: left, by: 'owner' }),
  );
  if (!merged.ok) throw new Error(merged.refusal.code);
  await drain(business);
  expect(people(await overview(business))).toEqual({ 'repeat-customer': 1 });
  await clean(business);
  const undone = await street.database.withBusiness(business.id, (tx) =>
    unmergePeople(tx, business, merged.value.mergeId, 'owner'),
  );
  expect(undone.ok).toBe(true);
  await drain(business);
  expect(people(await overview(business))).toEqual({ 'first-time-customer': 2 });
  await clean(business);
});

test('a pin holds a person through its last day, shows as a pin, and ends by itself', async () => {
  const business = await shop();
  await buy(business, 'mina', time.now - 5 * DAY);
  await tell(business, 'mina', 'rung.pinned', time.now - DAY, {
    ladder: 'loyalty',
    rung: 'advocate',
    until: '2026-02-01',
    reason: 'دوست قدیمی',
    by: 'مدیر',
  });
  await drain(business);
  const pinned = await explained(business, 'mina');
  expect(pinned).toMatchObject({ rung: 'advocate', pinned: { reason: 'دوست قدیمی', by: 'مدیر' } });
  await clean(business);
  time.now = Date.UTC(2026, 1, 2, 9);
  await drain(business);
  const after = await explained(business, 'mina');
  expect(after).toMatchObject({ rung: 'first-time-customer', pinned: null, highest: 'advocate' });
  expect(after.moves.at(-1)?.cause).toBe('unpin');
  await clean(business);
});

test('the check finds what does not follow from the facts', async () => {
  const business = await shop();
  await buy(business, 'nima', time.now - DAY);
  await drain(business);
  await street.database.withBusiness(business.id, (tx) =>
    tx.query(
      "UPDATE standings SET rung = 1 WHERE rung = 3 AND ladder_id = (SELECT ladder_id FROM ladders WHERE key = 'loyalty')",
    ),
  );
  const checked = await checkBusiness(street.database, clock, business.id);
  expect(checked.differences).toBe(1);
  expect(checked.examples[0]).toMatchObject({ what: 'standing_differs', ladder: 'loyalty' });
});

test('publishing beside a stream of facts ends with every person where the facts say', async () => {
  const business = await shop();
  await buy(business, 'first', time.now - 30 * DAY);
  await street.database.withBusiness(business.id, async (tx) => {
    await tx.query(
      `INSERT INTO people (business_id, person_id, known_since)
       SELECT this_business(), nextval('person_ids'), to_timestamp($1) FROM generate_series(1, 6000)`,
      [(time.now - 40 * DAY) / 1000],
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
  await drain(business);
  await begin(business, stricter(3));
  const done = new AbortController();
  const stream = async (): Promise<number> => {
    let told = 0;
    while (!done.signal.aborted || told < 5) {
      const facts = Array.from({ length: 50 }, (_, index) => ({
        person: { external: `many-${1 + (((told * 50 + index) * 241) % 6000)}` },
        type: 'order.paid',
        at: time.now - DAY,
        key: `s${told}-${index}`,
        data: { order: `s${told}-${index}`, amount: 1000 },
      }));
      await receiveFacts(street.database, clock, business, facts);
      await drain(business);
      told++;
    }
    return told;
  };
  const [published, told] = await Promise.all([
    publishEverybody(street.database, clock, business.id).finally(() => done.abort()),
    stream(),
  ]);
  expect(published).toMatchObject([{ key: 'loyalty', version: 2 }]);
  expect(told).toBeGreaterThan(1);
  await drain(business);
  expect((await overview(business)).total).toBe(6001);
  await clean(business);
}, 180_000);

test('somebody of whom nothing is told but a name stands on the bottom rung', async () => {
  const business = await shop();
  await street.database.withBusiness(business.id, (tx) =>
    resolvePeople(tx, business, [{ external: 'silent', name: 'بی‌خبر' }], [time.now - DAY]),
  );
  expect(await drain(business)).toMatchObject({ people: 1 });
  expect(people(await overview(business))).toEqual({ suspect: 1 });
  await clean(business);
});

test('a retired version leaves its moves and takes its standings along', async () => {
  const business = await shop();
  await buy(business, 'a', time.now - DAY);
  await drain(business);
  await publish(business, stricter(3));
  const left = await street.database.withBusiness(business.id, async (tx) => {
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
  await buy(business, 'busy', time.now - 600 * DAY);
  const person = await personOf(business, 'busy');
  await street.database.withBusiness(business.id, async (tx) => {
    const source = await sourceId(tx, business, 'robot');
    const facts = Array.from({ length: 100_000 }, (_, index) => ({
      personId: person,
      conflictId: null,
      type: index % 2 === 0 ? 'order.paid' : 'page.viewed',
      at: time.now - 500 * DAY + index * 400_000,
      sourceId: source,
      key: `f${index}`,
      data: index % 2 === 0 ? { order: `b${index}`, amount: 1000 } : {},
    }));
    await appendFacts(tx, business, facts);
  });
  expect(await drain(business)).toMatchObject({ people: 1 });
  const busy = await explained(business, 'busy');
  expect(busy.rung).toBe('repeat-customer');
  expect(busy.because?.kind === 'any' && busy.because.parts.length).toBe(2);
  await clean(business);
}, 180_000);
