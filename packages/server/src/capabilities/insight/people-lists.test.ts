import { zoneOf } from '@nardeban/core/values';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { prepareJobs } from '../../platform/jobs/index.ts';
import { businessesForTest, type TestBusinesses } from '../../platform/tenancy/testing.ts';
import { type ClassAsked, peopleInClass } from './people-lists.ts';
import { resultOf } from './results.ts';
import { askForRun } from './run-store.ts';
import { runInsight } from './running.ts';
import { placeOrders, pretendedOrders, type PretendedOrder, standingClock } from './testing-shop.ts';

const END = Date.UTC(2026, 10, 21, 9);
const DAY = 86_400_000;
const HOUR = DAY / 24;
/** More than stand in one row of a list. */
const PEOPLE = 1_300;

let world: TestBusinesses;
let orders: PretendedOrder[];

beforeAll(async () => {
  world = await businessesForTest();
  await prepareJobs(world.fresh.ownerUrl);
  orders = pretendedOrders(PEOPLE, END - DAY);
  const { database, business } = world;
  await placeOrders(database, business, orders, 0);
  const clock = standingClock(END);
  const { id } = await database.withBusiness(business.id, (tx) =>
    askForRun(tx, business, 'test', clock.now()),
  );
  await runInsight({ database, clock }, business.id, id);
});
afterAll(() => world.close());

/** Everybody of a class, page by page, each once. */
async function those(kind: ClassAsked['kind'], name: string, limit = 200): Promise<number[]> {
  const people: number[] = [];
  let after: string | undefined;
  do {
    const page = await world.database.withBusiness(world.business.id, (tx) =>
      peopleInClass(tx, { kind, class: name, limit, ...(after === undefined ? {} : { after }) }),
    );
    if (!page.ok) throw new Error(page.refusal.code);
    people.push(...page.value.people.map(({ person }) => person));
    after = page.value.next ?? undefined;
  } while (after !== undefined);
  expect(new Set(people).size).toBe(people.length);
  return people;
}

test('behind each figure of a cohort stand as many people, those worth most first', async () => {
  const answer = await world.database.withBusiness(world.business.id, (tx) => resultOf(tx, 'cohorts'));
  const cohorts = answer?.result.cohorts ?? [];
  expect(cohorts.length).toBeGreaterThan(12);
  for (const { size, periods } of cohorts.slice(4, 6)) {
    const ago = periods.length - 1;
    const all = await those('cohort', String(ago), 7);
    expect(all).toHaveLength(size);
    for (const { month, people } of periods.slice(0, 4)) {
      const again = await those('cohort', `${ago}.${month}`, 3);
      expect(again).toHaveLength(people);
      expect(all.filter((person) => again.includes(person))).toEqual(again);
    }
  }
  const everybody = await those('everybody', 'all');
  const eldest = await those('cohort', String((cohorts[0]?.periods.length ?? 0) - 1));
  expect(everybody.filter((person) => eldest.includes(person))).toEqual(eldest);
});

test('behind a weekday and an hour stand those who ordered then', async () => {
  const zone = zoneOf(world.business.zone);
  const ordered = (is: (at: number) => boolean): number[] =>
    [...new Set(orders.filter(({ at }) => is(at)).map(({ person }) => person))].sort((a, b) => a - b);
  const sorted = (people: readonly number[]): number[] => people.toSorted((a, b) => a - b);
  // 1970-01-01 was a Thursday, and a week begins on Saturday.
  const weekday = (at: number): number => (zone.dayOf(at) + 5) % 7;
  expect(sorted(await those('weekday', '0'))).toEqual(ordered((at) => weekday(at) === 0));
  const hour = (at: number): number => Math.floor(((at + zone.offsetAt(at)) % DAY) / HOUR);
  expect(sorted(await those('hour', '3'))).toEqual(ordered((at) => hour(at) === 3));
  expect((await those('month', '5')).length).toBeGreaterThan(20);
});

test('nobody is in a class that cannot be', async () => {
  for (const [kind, name] of [
    ['month', '13'],
    ['month', '0'],
    ['weekday', '7'],
    ['hour', '24'],
    ['hour', '1.2'],
    ['cohort', '1.9'],
    ['cohort', 'x'],
  ] as const)
    expect(await those(kind, name), `${kind} ${name}`).toEqual([]);
});

test('a run of before people were marked is told from one with nobody', async () => {
  await world.database.withBusiness(world.business.id, (tx) =>
    tx.query('UPDATE insight_lists SET marks = NULL WHERE business_id = this_business()'),
  );
  await expect(those('hour', '3')).rejects.toThrow('run_tells_less');
});
