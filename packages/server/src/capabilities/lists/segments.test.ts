import { type Criteria, evaluate } from '@nardeban/core/criteria';
import { seededChance } from '@nardeban/core/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Clock } from '../../platform/clock/index.ts';
import { type Database, openDatabase } from '../../platform/database/index.ts';
import { freshDatabase, type FreshDatabase } from '../../platform/database/testing.ts';
import { prepareJobs } from '../../platform/jobs/index.ts';
import type { Business } from '../../platform/tenancy/index.ts';
import { receiveFacts } from '../facts/index.ts';
import {
  calendarOf,
  checkBusiness,
  drainClimbs,
  foundBusiness,
  listLadders,
  publishedVersion,
  publishEverybody,
  readingFor,
  readPeople,
} from '../ladder/index.ts';
import { listPeople, type ListAsked } from './listing.ts';
import { segmentDefinition } from './segment-definition.ts';
import { changeSegment, listSegments, makeSegment, removeSegment, segmentById } from './segments.ts';
import { crowd } from './testing-crowd.ts';

const DAY = 86_400_000;
let fresh: FreshDatabase;
let database: Database;
let now = Date.UTC(2026, 4, 10, 9);
const clock: Clock = { now: () => now };

beforeAll(async () => {
  fresh = await freshDatabase();
  await prepareJobs(fresh.ownerUrl);
  database = await openDatabase(fresh.appUrl, { max: 8 });
});
afterAll(async () => {
  await database.close();
  await fresh.drop();
});

async function shop(slug: string): Promise<Business> {
  const founded = await foundBusiness(database, clock, { slug, name: 'فروشگاه' });
  if (!founded.ok) throw new Error(founded.refusal.code);
  return founded.value;
}

async function page(asked: ListAsked, of: Business) {
  const read = await listPeople(database, of, asked, now);
  if (!read.ok) throw new Error(read.refusal.code);
  return read.value;
}

const boughtTwice: Criteria = { measure: 'count', of: 'order.paid', within: { days: 30 }, atLeast: 2 };

async function inSegment(of: Business, id: number): Promise<number[]> {
  const ids: number[] = [];
  for (let place: string | undefined; ; ) {
    const read: Awaited<ReturnType<typeof page>> = await page(
      { filter: { segments: [id] }, limit: 100, ...(place === undefined ? {} : { after: place }) },
      of,
    );
    ids.push(...read.people.map((person) => person.id));
    if (read.next === null) return ids.sort((a, b) => a - b);
    place = read.next;
  }
}

/** Who the criteria hold for, by plain evaluation of everybody's history. */
async function evaluated(of: Business, criteria: Criteria): Promise<number[]> {
  const holding: number[] = [];
  await database.withBusiness(of.id, async (tx) => {
    const { rows } = await tx.query<{ id: number }>(
      'SELECT person_id AS id FROM people WHERE business_id = this_business()',
    );
    const reading = readingFor([segmentDefinition('segment', 's', criteria)]);
    await readPeople(
      tx,
      rows.map(({ id }) => id),
      reading,
      ({ personId, history }) => {
        if (evaluate(criteria, history, now, calendarOf(of)).verdict) holding.push(personId);
      },
    );
  });
  return holding.sort((a, b) => a - b);
}

describe('a segment', () => {
  test('holds whom its criteria hold for: when saved, after a fact, after time passed, after it was changed', async () => {
    const of = await shop('segmented');
    await crowd(database, clock, of, 80, seededChance(5));
    const made = await database.withBusiness(of.id, (tx) =>
      makeSegment(tx, of, { name: ' دوبار خریدار ', criteria: boughtTwice }, 'mina@example.com'),
    );
    if (!made.ok) throw new Error(made.refusal.code);
    const { id } = made.value;
    expect(made.value).toMatchObject({
      name: 'دوبار خریدار',
      revision: 1,
      people: null,
      madeBy: 'mina@example.com',
    });
    expect(await listPeople(database, of, { filter: { segments: [id] } }, now)).toMatchObject({
      refusal: { code: 'segment_being_computed' },
    });
    await publishEverybody(database, clock, of.id);
    const first = await inSegment(of, id);
    expect(first.length).toBeGreaterThan(3);
    expect(first).toEqual(await evaluated(of, boughtTwice));
    expect((await database.withBusiness(of.id, (tx) => segmentById(tx, of, id)))?.people).toBe(first.length);

    await receiveFacts(
      database,
      clock,
      of,
      [1, 2].map((order) => ({
        person: { external: 'new buyer' },
        type: 'order.paid',
        at: now,
        key: `new ${order}`,
        data: { order: `n${order}`, amount: 5 },
      })),
    );
    await drainClimbs(database, clock, of.id);
    const second = await inSegment(of, id);
    expect(second.length).toBe(first.length + 1);
    expect(second).toEqual(await evaluated(of, boughtTwice));

    now += 12 * DAY;
    await drainClimbs(database, clock, of.id);
    const third = await inSegment(of, id);
    expect(third.length).toBeLessThan(second.length);
    expect(third).toEqual(await evaluated(of, boughtTwice));

    const wider: Criteria = { measure: 'count', of: 'order.paid', atLeast: 1 };
    const changed = await database.withBusiness(of.id, (tx) =>
      changeSegment(tx, of, id, { name: 'خریدار', criteria: wider, revision: 1 }, 'ali@example.com'),
    );
    expect(changed).toMatchObject({
      ok: true,
      value: { revision: 2, changedBy: 'ali@example.com', computing: { done: 0 } },
    });
    expect(await inSegment(of, id)).toEqual(third);
    // Changed again before it was computed: only the last counts.
    const narrower: Criteria = { measure: 'count', of: 'order.paid', atLeast: 3 };
    const again = await database.withBusiness(of.id, (tx) =>
      changeSegment(tx, of, id, { name: 'خریدار', criteria: narrower, revision: 2 }, 'ali@example.com'),
    );
    expect(again.ok).toBe(true);
    await publishEverybody(database, clock, of.id);
    expect(await inSegment(of, id)).toEqual(await evaluated(of, narrower));
    expect((await checkBusiness(database, clock, of.id)).differences).toBe(0);

    const stale = await database.withBusiness(of.id, (tx) =>
      changeSegment(tx, of, id, { name: 'x', criteria: wider, revision: 1 }, 'late@example.com'),
    );
    expect(stale).toMatchObject({
      refusal: { code: 'changed_meanwhile', detail: { by: 'ali@example.com' } },
    });

    // A segment is no ladder to anybody.
    const keys = await database.withBusiness(of.id, async (tx) =>
      (await listLadders(tx)).map(({ key }) => key),
    );
    expect(keys.toSorted()).toEqual(['customer-types', 'loyalty', 'sales-stages']);
    expect(await database.withBusiness(of.id, async (tx) => (await publishedVersion(tx, of))?.key)).toBe(
      'loyalty',
    );

    const removed = await database.withBusiness(of.id, (tx) => removeSegment(tx, of, id, 3));
    expect(removed.ok).toBe(true);
    expect(await database.withBusiness(of.id, (tx) => listSegments(tx, of))).toEqual([]);
    await publishEverybody(database, clock, of.id);
    const { rows } = await database.withBusiness(of.id, (tx) =>
      tx.query<{ left: number }>(
        `SELECT count(*)::int AS left FROM standings s JOIN ladders l USING (business_id, ladder_id)
         WHERE s.business_id = this_business() AND l.kind = 'segment'`,
      ),
    );
    expect(rows[0]?.left).toBe(0);
    now -= 12 * DAY;
  });

  test('refuses a name twice, an empty one, and criteria nobody can mean', async () => {
    const of = await shop('refusing');
    const make = (name: string, criteria: unknown) =>
      database.withBusiness(of.id, (tx) => makeSegment(tx, of, { name, criteria }, 'x'));
    expect((await make('الف', boughtTwice)).ok).toBe(true);
    expect(await make('الف', boughtTwice)).toMatchObject({
      refusal: { code: 'segment_name_taken', field: 'name' },
    });
    expect(await make('  ', boughtTwice)).toMatchObject({ refusal: { code: 'name_missing' } });
    expect(await make('ب', { measure: 'count', of: 'order.payed' })).toMatchObject({
      refusal: { field: 'criteria.of' },
    });
  });
});
