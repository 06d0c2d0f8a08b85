import { customersOf, fitModels, cellsOf, forecast, type Purchase, seenAt } from '@nardeban/core/insight';
import { zoneOf } from '@nardeban/core/values';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { prepareJobs } from '../../platform/jobs/index.ts';
import type { Business } from '../../platform/tenancy/index.ts';
import { businessesForTest, type TestBusinesses } from '../../platform/tenancy/testing.ts';
import { ThreadDied } from '../../platform/threads/index.ts';
import { mergePeople } from '../people/index.ts';
import { peopleInClass } from './people-lists.ts';
import { askForRun, latestRun, type Run, runById, stopRun } from './run-store.ts';
import { runInsight } from './running.ts';
import { scoresOf } from './person-scores.ts';
import { placeOrders, pretendedOrders, type PretendedOrder, standingClock } from './testing-shop.ts';

const END = Date.UTC(2026, 10, 21, 9);
const DAY = 86_400_000;
const PEOPLE = 900;

let world: TestBusinesses;
let shop: Business;
let orders: PretendedOrder[];
const clock = standingClock(END);

beforeAll(async () => {
  world = await businessesForTest();
  await prepareJobs(world.fresh.ownerUrl);
  shop = world.business;
  orders = pretendedOrders(PEOPLE, END - DAY);
  await placeOrders(world.database, shop, orders, 0);
});
afterAll(() => world.close());

const ask = (business: Business): Promise<Run> =>
  world.database.withBusiness(business.id, (tx) => askForRun(tx, business, 'test', clock.now()));
const find = (business: Business, id: number): Promise<Run | null> =>
  world.database.withBusiness(business.id, (tx) => runById(tx, id));
async function ran(business: Business): Promise<Run> {
  const { id } = await ask(business);
  await runInsight({ database: world.database, clock }, business.id, id);
  const run = await find(business, id);
  if (run === null) throw new Error('no run');
  return run;
}
const count = async (business: Business, table: string, where = 'true'): Promise<number> => {
  const { rows } = await world.database.withBusiness(business.id, (tx) =>
    tx.query<{ n: number }>(`SELECT count(*) AS n FROM ${table} WHERE ${where}`),
  );
  return rows[0]?.n ?? 0;
};

function purchases(): Purchase[] {
  const zone = zoneOf(shop.zone);
  return orders.map(({ person, at, amount }) => ({ customer: String(person), day: zone.dayOf(at), amount }));
}

describe('a run', () => {
  let run: Run;
  beforeAll(async () => {
    run = await ran(shop);
  });

  test('finds what core finds in the same orders', async () => {
    const asOf = zoneOf(shop.zone).dayOf(END) - 1;
    const customers = customersOf(purchases());
    const question = {
      from: null,
      until: asOf - 90,
      horizon: 90,
      daysPerUnit: 7,
      margin: 0.3,
      discount: 0.0027,
    } as const;
    const answer = forecast(customers, question);
    if (!answer.ok) throw new Error(answer.refusal.code);
    expect(run).toMatchObject({ state: 'done', asOf, told: 0, toldThrough: null });
    expect(run.outcome).toMatchObject({
      buyers: PEOPLE,
      missing: [],
      chosen: { best: answer.value.best, cut: asOf - 90 },
      revenue: orders.reduce((sum, { amount }) => sum + amount, 0),
    });
    const { rows } = await world.database.withBusiness(shop.id, (tx) =>
      tx.query<{
        fitted_to: string;
        name: string;
        log_likelihood: number;
        holdout: { aucActive: number; rmse: number } | null;
      }>('SELECT fitted_to, name, log_likelihood, holdout FROM insight_models WHERE run_id = $1', [run.id]),
    );
    expect(rows).toHaveLength(8);
    const model = (fittedTo: string, name: string) =>
      rows.find((row) => row.fitted_to === fittedTo && row.name === name);
    for (const {
      model: { name },
      logLikelihood,
      holdout,
    } of answer.value.models) {
      expect(model('cut', name)?.log_likelihood).toBeCloseTo(logLikelihood, 5);
      expect(model('cut', name)?.holdout?.aucActive).toBeCloseTo(holdout?.aucActive ?? 0, 8);
      expect(model('cut', name)?.holdout?.rmse).toBeCloseTo(holdout?.rmse ?? 0, 8);
    }
    const seen = seenAt(customers, { from: null, until: asOf, horizon: 0 });
    for (const {
      model: { name },
      logLikelihood,
    } of fitModels(cellsOf(seen), ['bg-nbd', 'pareto-nbd'], 7))
      expect(model('today', name)?.log_likelihood).toBeCloseTo(logLikelihood, 5);
  });

  test('scores everybody, and lists them by what is at stake', async () => {
    expect(await count(shop, 'person_scores')).toBe(PEOPLE);
    const { bands, foretold } = run.outcome ?? { bands: [], foretold: null };
    const { intervals } = foretold ?? {};
    for (const [figure, interval] of [
      [foretold?.orders90, intervals?.orders90],
      [foretold?.ordersYear, intervals?.ordersYear],
      [foretold?.value90?.expected, intervals?.value90],
      [foretold?.valueYear?.expected, intervals?.valueYear],
    ] as const) {
      expect(interval?.low).toBeLessThan(figure ?? 0);
      expect(interval?.high).toBeGreaterThan(figure ?? Number.POSITIVE_INFINITY);
      expect(interval?.low).toBeGreaterThan(0);
    }
    expect(bands.reduce((sum, { people }) => sum + people, 0)).toBe(PEOPLE);
    for (const { band, people } of bands) {
      const listed: number[] = [];
      let after: string | undefined;
      do {
        const page = await world.database.withBusiness(shop.id, (tx) =>
          peopleInClass(tx, {
            kind: 'band',
            class: band,
            limit: 70,
            ...(after === undefined ? {} : { after }),
          }),
        );
        if (!page.ok) throw new Error(page.refusal.code);
        expect(page.value.people.every((person) => person.foretold?.band === band)).toBe(true);
        listed.push(...page.value.people.map((person) => person.foretold?.atRisk ?? Number.NaN));
        after = page.value.next ?? undefined;
      } while (after !== undefined);
      expect(listed).toHaveLength(people);
      expect(listed).toEqual([...listed].sort((a, b) => b - a));
    }
    const { rows } = await world.database.withBusiness(shop.id, (tx) =>
      tx.query<{ year: number; value: number; odd: number }>(
        `SELECT sum(orders_year) AS year, sum(value_year) AS value,
           count(*) FILTER (WHERE NOT (quiet BETWEEN 0 AND 1 AND orders_90_low <= orders_90_high AND value_year_low <= value_year_high)) AS odd
         FROM person_scores`,
      ),
    );
    expect(rows[0]?.odd).toBe(0);
    expect(Math.abs(rows[0]?.year ?? 0)).toBeCloseTo(foretold?.ordersYear ?? 0, 0);
    expect(Math.abs((rows[0]?.value ?? 0) / (foretold?.valueYear?.expected ?? 1) - 1)).toBeLessThan(0.001);
  });

  test('the next one tells of changed bands alone, once, also when it is gone on with', async () => {
    clock.set(END + 20 * DAY);
    const second = await ran(shop);
    expect(await count(shop, 'facts', "type = 'band.changed'")).toBe(second.told);
    expect(second.told).toBeGreaterThan(5);
    expect(second.told).toBeLessThan(PEOPLE);
    // Only the run that is read keeps people.
    expect(await count(shop, 'person_scores', `run_id <> ${second.id}`)).toBe(0);
    await world.database.withBusiness(shop.id, (tx) =>
      tx.query('UPDATE insight_runs SET told_through = 0 WHERE run_id = $1', [second.id]),
    );
    await runInsight({ database: world.database, clock }, shop.id, second.id);
    expect(await count(shop, 'facts', "type = 'band.changed'")).toBe(second.told);
    const third = await ran(shop);
    expect(third.told).toBe(0);
    clock.set(END);
  });
});

test('interrupted it begins anew, stopped it leaves nothing; what was read stays until then', async () => {
  const business = await world.another();
  await placeOrders(world.database, business, orders, 10_000);
  const first = await ran(business);
  const { id } = await ask(business);
  expect((await ask(business)).id).toBe(id);
  const dying = new AbortController();
  await world.database.withBusiness(business.id, (tx) =>
    // As a program leaves it that is killed while it writes.
    tx.query(
      `INSERT INTO person_scores (business_id, run_id, person_id, first_day, last_day, order_days, spent)
       VALUES (this_business(), $1, 10001, 1, 1, 1, 1)`,
      [id],
    ),
  );
  dying.abort();
  await expect(
    runInsight({ database: world.database, clock }, business.id, id, { signal: dying.signal }),
  ).rejects.toThrow('Interrupted');
  expect((await world.database.withBusiness(business.id, latestRun))?.id).toBe(first.id);
  await runInsight({ database: world.database, clock }, business.id, id);
  expect(await find(business, id)).toMatchObject({ state: 'done' });
  expect(await count(business, 'person_scores', `run_id = ${id}`)).toBe(PEOPLE);

  const stopped = await ask(business);
  await world.database.withBusiness(business.id, async (tx) => {
    await tx.query("UPDATE insight_runs SET state = 'running' WHERE run_id = $1", [stopped.id]);
    await stopRun(tx, stopped.id, clock.now());
  });
  await runInsight({ database: world.database, clock }, business.id, stopped.id);
  expect(await find(business, stopped.id)).toMatchObject({ state: 'stopped' });
  expect(await count(business, 'person_scores', `run_id = ${stopped.id}`)).toBe(0);
  expect((await world.database.withBusiness(business.id, latestRun))?.id).toBe(id);
});

test('a run whose thread dies has failed and says so; nothing of it stays, and the next one goes on', async () => {
  const business = await world.another();
  await placeOrders(world.database, business, orders, 40_000);
  const first = await ran(business);
  const { id } = await ask(business);
  await expect(
    runInsight({ database: world.database, clock }, business.id, id, {
      thread: new URL('./testing-dying-thread.ts', import.meta.url),
    }),
  ).rejects.toThrow(ThreadDied);
  expect(await find(business, id)).toMatchObject({ state: 'failed', outcome: null, finishedAt: END });
  for (const table of ['person_scores', 'insight_lists', 'insight_models', 'insight_results'])
    expect(await count(business, table, `run_id = ${id}`), table).toBe(0);
  expect((await world.database.withBusiness(business.id, latestRun))?.id).toBe(first.id);
  expect(await count(business, 'person_scores', `run_id = ${first.id}`)).toBe(PEOPLE);
  // A job is delivered again; there is nothing left to do.
  await runInsight({ database: world.database, clock }, business.id, id);
  expect(await find(business, id)).toMatchObject({ state: 'failed' });
  expect(await ran(business)).toMatchObject({ state: 'done' });
});

test('old customers who look new because the list begins are left out of the fits, scored, and told', async () => {
  const business = await world.another();
  const begin = END - 700 * DAY;
  // The list begins long after the shop: whoever was a customer before comes by within the first weeks of it.
  const old = Array.from({ length: 500 }, (_, i) =>
    [0, 45, 130].map((later) => ({
      person: PEOPLE + 1 + i,
      at: begin + (i % 25) * DAY + later * DAY,
      amount: 200,
    })),
  ).flat();
  const all = [...orders, ...old];
  await placeOrders(world.database, business, all, 50_000);
  const { outcome } = await ran(business);
  const first = new Map<number, number>();
  for (const { person, at } of all) first.set(person, Math.min(at, first.get(person) ?? at));
  const zone = zoneOf(business.zone);
  const firstDay = zone.dayOf(Math.min(...first.values()));
  const looksNew = [...first.values()].filter((at) => zone.dayOf(at) < firstDay + 30).length;
  expect(outcome?.notices).toContainEqual({ what: 'first_seen_left_out', count: looksNew });
  expect(outcome).toMatchObject({ buyers: PEOPLE + 500, firstDay });
  expect(await count(business, 'person_scores', 'band IS NOT NULL')).toBe(PEOPLE + 500);
});

test('people who were merged are one buyer', async () => {
  const business = await world.another();
  await placeOrders(
    world.database,
    business,
    [
      { person: 1, at: END - 100 * DAY, amount: 100 },
      { person: 2, at: END - 50 * DAY, amount: 30 },
      { person: 3, at: END - 20 * DAY, amount: 7 },
    ],
    20_000,
  );
  const merged = await world.database.withBusiness(business.id, (tx) =>
    mergePeople(tx, business, { loser: 20_001, winner: 20_003, by: 'test' }),
  );
  expect(merged.ok).toBe(true);
  const { outcome } = await ran(business);
  expect(outcome).toMatchObject({ buyers: 2, repeaters: 1, revenue: 137 });
  const look = () => world.database.withBusiness(business.id, (tx) => scoresOf(tx, 20_001));
  const scores = await look();
  expect(scores).toMatchObject({
    orderDays: 2,
    spent: 107,
    evidence: {
      rfm: { recency: 5, frequency: 3, value: 3 },
      cadence: { gaps: 1, usualGap: 80 },
      type: { usualGap: 80, discounted: 0, discountedRate: null, proneness: null },
    },
  });
  // As the runs before it was packed have left it.
  await world.database.withBusiness(business.id, (tx) =>
    tx.query('UPDATE person_scores SET evidence = $1, evidence_packed = NULL WHERE person_id = 20003', [
      JSON.stringify(scores?.evidence),
    ]),
  );
  expect(await look()).toEqual(scores);
});

test('too little is told with what is missing, and odd things are counted; nothing is foretold', async () => {
  const business = await world.another();
  const one = { person: 1, at: END - 10 * DAY, amount: 0 };
  await placeOrders(world.database, business, [one, { ...one, person: 2, amount: 50 }], 30_000);
  const { outcome } = await ran(business);
  expect(outcome).toMatchObject({
    buyers: 2,
    foretold: null,
    chosen: null,
    bands: [],
    missing: [
      { what: 'customers', needed: 500, found: 2 },
      { what: 'days', needed: 180, found: 10 },
      { what: 'repeat_customers', needed: 10, found: 0 },
    ],
    notices: [
      { what: 'orders_without_value', count: 1 },
      { what: 'buyers_without_value', count: 1 },
    ],
  });
  const scores = await world.database.withBusiness(business.id, (tx) => scoresOf(tx, 30_001));
  expect(scores).toMatchObject({ orderDays: 1, foretold: null });
  expect((await ran(await world.another())).outcome).toMatchObject({ buyers: 0, firstDay: null });
});

test('another business sees nothing of it', async () => {
  expect(await world.database.withBusiness(world.stranger.id, latestRun)).toBeNull();
  expect(await world.database.withBusiness(world.stranger.id, (tx) => scoresOf(tx, 1))).toBeNull();
  for (const table of ['insight_runs', 'insight_models', 'insight_results', 'person_scores', 'insight_lists'])
    expect(await count(world.stranger, table)).toBe(0);
});
