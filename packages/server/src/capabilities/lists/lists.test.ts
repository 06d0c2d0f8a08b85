import { seededChance } from '@nardeban/core/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Clock } from '../../platform/clock/index.ts';
import { type Database, openDatabase } from '../../platform/database/index.ts';
import { freshDatabase, type FreshDatabase } from '../../platform/database/testing.ts';
import { prepareJobs } from '../../platform/jobs/index.ts';
import type { Business } from '../../platform/tenancy/index.ts';
import { receiveFacts } from '../facts/index.ts';
import { foundBusiness, publishedVersion } from '../ladder/index.ts';
import { mergePeople } from '../people/index.ts';
import type { PeopleFilter } from './filter.ts';
import { listPeople, type ListAsked } from './listing.ts';
import type { OrderAsked } from './orders.ts';
import { crowd } from './testing-crowd.ts';

const PEOPLE = 320;
let fresh: FreshDatabase;
let database: Database;
let business: Business;
const now = Date.UTC(2026, 4, 10, 9);
const clock: Clock = { now: () => now };

beforeAll(async () => {
  fresh = await freshDatabase();
  await prepareJobs(fresh.ownerUrl);
  database = await openDatabase(fresh.appUrl, { max: 8 });
  business = await shop('crowded');
  await crowd(database, clock, business, PEOPLE, seededChance(12));
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

async function page(asked: ListAsked, of = business) {
  const read = await listPeople(database, of, asked, now);
  if (!read.ok) throw new Error(read.refusal.code);
  return read.value;
}

/** Every page from the first to the last, or from the last to the first. */
async function wholeList(asked: Omit<ListAsked, 'after' | 'before'>, back = false): Promise<number[]> {
  const ids: number[] = [];
  let place: string | undefined;
  if (back) {
    // The end of the list is reached first.
    for (;;) {
      const read = await page({ ...asked, ...(place === undefined ? {} : { after: place }) });
      if (read.next === null) {
        ids.push(...read.people.map(({ id }) => id));
        if (read.previous === null) return ids;
        place = read.previous;
        break;
      }
      place = read.next;
    }
    for (;;) {
      const read: Awaited<ReturnType<typeof page>> = await page({ ...asked, before: place });
      ids.unshift(...read.people.map(({ id }) => id));
      if (read.previous === null) return ids;
      place = read.previous;
    }
  }
  for (;;) {
    const read: Awaited<ReturnType<typeof page>> = await page({
      ...asked,
      ...(place === undefined ? {} : { after: place }),
    });
    ids.push(...read.people.map(({ id }) => id));
    if (read.next === null) return ids;
    place = read.next;
  }
}

const orders: readonly (readonly [name: string, order: OrderAsked | undefined])[] = [
  ['as it comes', undefined],
  ['by name', { by: 'name' }],
  ['by name, the last first', { by: 'name', descending: true }],
  ['known first', { by: 'known', descending: false }],
  ['known last', { by: 'known' }],
  ['the highest rung first', { by: 'rung', ladder: 'loyalty' }],
  ['the lowest rung first', { by: 'rung', ladder: 'loyalty', descending: false }],
];
const filters: readonly (readonly [name: string, filter: PeopleFilter])[] = [
  ['everybody', {}],
  ['a rung', { places: [{ ladder: 'loyalty', places: ['lead'] }] }],
  [
    'two rungs and a type',
    {
      places: [
        { ladder: 'loyalty', places: ['first-time-customer', 'repeat-customer'] },
        { ladder: 'customer-types', places: ['wandering', 'need-based', 'discount', 'impulse', 'loyal'] },
      ],
    },
  ],
  ['a tag', { tags: ['vip'] }],
  ['without a tag', { withoutTags: ['vip'] }],
  ['a trait', { traits: [{ trait: 'city', oneOf: ['تهران', 'قم'] }] }],
  ['known since', { known: { from: '2026-04-20', to: '2026-05-01' } }],
  ['criteria', { criteria: { measure: 'count', of: 'order.paid', atLeast: 2 } }],
];

describe('a list', () => {
  test.each(
    orders.flatMap(([order, by]) => filters.map(([filter, what]) => [order, filter, by, what] as const)),
  )(
    '%s, %s: every page holds the next people, each once, from either end',
    async (_order, name, order, filter) => {
      const types = await database.withBusiness(business.id, (tx) =>
        publishedVersion(tx, business, 'customer-types'),
      );
      const known =
        types?.definition.kind === 'typology' ? types.definition.classes.map(({ key }) => key) : [];
      const asked: PeopleFilter =
        name === 'two rungs and a type'
          ? {
              places: [
                filter.places?.[0] ?? { ladder: '', places: [''] },
                { ladder: 'customer-types', places: known.slice(0, 2) },
              ],
            }
          : filter;
      const all = await wholeList({ filter: asked, order, limit: 200 });
      const small = await wholeList({ filter: asked, order, limit: 23 });
      const back = await wholeList({ filter: asked, order, limit: 31 }, true);
      expect(new Set(all).size).toBe(all.length);
      expect(small).toEqual(all);
      expect(back).toEqual(all);
      const first = await page({ filter: asked, order, limit: 1 });
      if (first.count?.how === 'exact') expect(first.count.people).toBe(all.length);
      if (name === 'everybody') expect(all.length).toBe(PEOPLE);
      else expect(all.length).toBeLessThan(PEOPLE);
    },
  );

  test('filters are what they say, whatever the order', async () => {
    const rows = (await page({ columns: ['place:loyalty', 'trait:city', 'tags', 'orders'], limit: 200 }))
      .people;
    const more = await page({
      columns: ['place:loyalty', 'trait:city', 'tags', 'orders'],
      limit: 200,
      after: (await page({ limit: 200 })).next ?? '',
    });
    const everyone = [...rows, ...more.people];
    const meant = (fits: (row: (typeof everyone)[number]) => boolean) =>
      new Set(everyone.filter(fits).map(({ id }) => id));
    const got = async (filter: PeopleFilter) =>
      new Set(await wholeList({ filter, order: { by: 'name' }, limit: 50 }));
    expect(await got({ tags: ['vip'] })).toEqual(meant(({ tags }) => tags.includes('vip')));
    expect(await got({ withoutTags: ['vip'] })).toEqual(meant(({ tags }) => !tags.includes('vip')));
    expect(await got({ traits: [{ trait: 'city', oneOf: ['کرج'] }] })).toEqual(
      meant(({ traits }) => traits['city'] === 'کرج'),
    );
    expect(await got({ places: [{ ladder: 'loyalty', places: ['lead'] }] })).toEqual(
      meant(({ places }) => places['loyalty']?.key === 'lead'),
    );
    expect(await got({ criteria: { measure: 'count', of: 'order.paid', atLeast: 2 } })).toEqual(
      meant(({ orders: paid }) => (paid?.count ?? 0) >= 2),
    );
    expect(
      await got({ criteria: { measure: 'count', of: 'order.paid', atLeast: 2 }, tags: ['vip'] }),
    ).toEqual(meant(({ orders: paid, tags }) => (paid?.count ?? 0) >= 2 && tags.includes('vip')));
  });

  test('names stand in the order of the Persian alphabet, who has none at the end', async () => {
    const names: (string | null)[] = [];
    for (let place: string | undefined; ; ) {
      const read: Awaited<ReturnType<typeof page>> = await page({
        order: { by: 'name' },
        limit: 100,
        ...(place === undefined ? {} : { after: place }),
      });
      names.push(...read.people.map(({ name }) => name));
      if (read.next === null) break;
      place = read.next;
    }
    const [persian] = [[...new Set(names)].filter((name) => name !== null && /[\u0600-\u06ff]/.test(name))];
    expect(persian).toEqual([
      'آرش',
      'پرویز',
      'چنگیز',
      'ژاله',
      'سارا',
      'علی',
      'کریم',
      'گلنار',
      'مریم',
      'وحید',
      'هما',
      'یاسمن',
    ]);
    const nameless = names.indexOf(null);
    expect(nameless).toBeGreaterThan(0);
    expect(names.slice(nameless).every((name) => name === null)).toBe(true);
  });

  test('somebody who is merged, moved or added meanwhile neither hides nor doubles anybody else', async () => {
    const other = await shop('restless');
    await crowd(database, clock, other, 60, seededChance(3));
    const order = { by: 'name' } as const;
    const before = await wholeListOf(other, order);
    const first = await page({ order, limit: 20 }, other);
    const [loser = 0, winner = 0] = [before[40], before[50]];
    await database.withBusiness(other.id, (tx) => mergePeople(tx, other, { loser, winner, by: 'test' }));
    await receiveFacts(database, clock, other, [
      {
        person: { external: 'late', name: 'آآآ' },
        type: 'newsletter.subscribed',
        at: now,
        key: 'late',
        data: {},
      },
    ]);
    const seen = first.people.map(({ id }) => id);
    for (let place = first.next; place !== null; ) {
      const read: Awaited<ReturnType<typeof page>> = await page({ order, limit: 20, after: place }, other);
      seen.push(...read.people.map(({ id }) => id));
      place = read.next;
    }
    expect(seen).toEqual(before.filter((id) => id !== loser));
  });

  async function wholeListOf(of: Business, order: OrderAsked): Promise<number[]> {
    const read = await page({ order, limit: 200 }, of);
    return read.people.map(({ id }) => id);
  }

  test('finds by name and number, and filters what it found', async () => {
    const found = await page({ search: 'c-17' });
    expect(found.people.map(({ external }) => external)).toContain('c-17');
    const [first] = found.people;
    const lead = await page({ search: 'c-17', filter: { tags: ['nobody has this'] } });
    expect(lead.people).toEqual([]);
    expect(first?.external).toBe('c-17');
  });

  test('refuses what it cannot read', async () => {
    const refusalOf = async (asked: ListAsked) => {
      const read = await listPeople(database, business, asked, now);
      return read.ok ? null : [read.refusal.code, read.refusal.field];
    };
    expect(await refusalOf({ after: 'nonsense' })).toEqual(['page_unreadable', 'after']);
    const { next } = await page({ order: { by: 'name' }, limit: 3 });
    expect(await refusalOf({ order: { by: 'known' }, after: next ?? '' })).toEqual([
      'page_unreadable',
      'after',
    ]);
    expect(await refusalOf({ order: { by: 'rung' } })).toEqual(['order_needs_ladder', 'order.ladder']);
    expect(await refusalOf({ filter: { places: [{ ladder: 'no', places: ['x'] }] } })).toEqual([
      'ladder_unknown',
      'filter.places[0].ladder',
    ]);
    expect(await refusalOf({ filter: { places: [{ ladder: 'loyalty', places: ['x'] }] } })).toEqual([
      'rung_unknown',
      'filter.places[0].places[0]',
    ]);
    expect(await refusalOf({ filter: { segments: [99] } })).toEqual([
      'segment_unknown',
      'filter.segments[0]',
    ]);
    expect(await refusalOf({ filter: { criteria: { measure: 'nothing' } } })).toEqual([
      'measure_unknown',
      'filter.criteria.measure',
    ]);
    expect(await refusalOf({ columns: ['place:no'] })).toEqual(['ladder_unknown', 'columns']);
  });

  test("shows nobody of another business, also by another's numbers", async () => {
    const stranger = await shop('stranger');
    expect((await page({ limit: 200 }, stranger)).people).toEqual([]);
    const { next } = await page({ limit: 3 });
    expect((await page({ after: next ?? '', filter: { tags: ['vip'] } }, stranger)).people).toEqual([]);
  });
});
