import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { adjustedBy } from '@nardeban/core/insight';
import { placesOf } from '@nardeban/core/ladder';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildApp } from '../../../app.ts';
import { checkoutFolder } from '../../../platform/config/index.ts';
import {
  type Ask,
  askWith,
  bearer,
  type Served,
  serveForTest,
  TEST_NOW,
} from '../../../platform/http/testing.ts';
import type { Business } from '../../../platform/tenancy/index.ts';
import { receiveFacts } from '../../facts/index.ts';
import { drainClimbs, foundBusiness, publishedVersion, publishEverybody } from '../../ladder/index.ts';
import { readAllExperiments } from './reading.ts';

const DAY = 86_400_000;

let served: Served;
let shop: Business;
let headers: { authorization: string };
let ask: Ask;
const people: number[] = [];
beforeAll(async () => {
  served = await serveForTest(buildApp);
  await served.prepareJobs();
  const made = await foundBusiness(served.database, served.clock, { slug: 'trials', name: 'Trials' });
  if (!made.ok) throw new Error(made.refusal.code);
  shop = made.value;
  headers = bearer(await served.key(shop));
  ask = askWith(served, headers, '/v1/insight/experiments');
  const facts = Array.from({ length: 400 }, (_, i) => ({
    person: { external: `e${i}` },
    type: 'visit.made',
    at: TEST_NOW - 40 * DAY,
    source: 'door',
    key: `v${i}`,
  }));
  const answers = await receiveFacts(served.database, served.clock, shop, facts);
  for (const answer of answers) if (answer.status === 'stored') people.push(answer.personId ?? 0);
});
afterAll(() => served.close());

const definition = {
  name: 'پیامک تولد',
  hypothesis: 'کسی که پیامک تولد بگیرد بیشتر می‌خرد',
  outcome: 'orders',
  held: 5000,
  windowDays: 14,
  costPerTreated: 200,
  ladder: null,
  rung: null,
  plan: { people: 400, measured: { what: 'share', base: 0.2 }, lift: 0.1 },
};

async function running(changes: object = {}): Promise<number> {
  const { body } = await ask('POST', '', { ...definition, ...changes });
  await ask('POST', `/${body.id}/start`, { revision: 1 });
  return body.id;
}

interface Assigned {
  readonly personId: number;
  readonly arm: 'held' | 'treated' | null;
  readonly isNew: boolean;
}
const assign = async (id: number, some: readonly number[]): Promise<Assigned[]> =>
  (await ask('POST', `/${id}/assignments`, { people: some })).body.assignments;

interface Bought {
  readonly person: number;
  readonly ago: number;
  readonly amount: number;
}

async function orders(bought: readonly Bought[]): Promise<void> {
  const facts = bought.map(({ person, ago, amount }) => ({
    person: { external: `e${people.indexOf(person)}` },
    type: 'order.paid',
    at: TEST_NOW - ago * DAY,
    source: 'till',
    key: `${person}-${ago}`,
    data: { order: `${person}-${ago}`, amount },
  }));
  const answers = await receiveFacts(served.database, served.clock, shop, facts);
  if (answers.some(({ status }) => status !== 'stored')) throw new Error(JSON.stringify(answers));
}

describe('an experiment', () => {
  test('is drafted, changed, started, and from then on stays as it is', async () => {
    const { body: drafted } = await ask('POST', '', definition);
    expect(drafted).toMatchObject({ state: 'draft', revision: 1, assigned: { held: 0, treated: 0 } });
    expect(drafted.salt).toBeUndefined();
    const change = { definition: { ...definition, windowDays: 30 }, revision: 1 };
    expect((await ask('PUT', `/${drafted.id}`, change)).body).toMatchObject({
      revision: 2,
      definition: { windowDays: 30 },
    });
    expect((await ask('PUT', `/${drafted.id}`, change)).body.code).toBe('changed_meanwhile');
    expect((await ask('POST', `/${drafted.id}/assignments`, { people: [people[0]] })).body.code).toBe(
      'experiment_not_running',
    );
    expect((await ask('POST', `/${drafted.id}/readings`)).body.code).toBe('experiment_not_running');
    expect((await ask('POST', `/${drafted.id}/start`, { revision: 2 })).body).toMatchObject({
      state: 'running',
      startedAt: TEST_NOW,
    });
    expect((await ask('PUT', `/${drafted.id}`, { ...change, revision: 3 })).body.code).toBe(
      'experiment_not_draft',
    );
    expect((await ask('DELETE', `/${drafted.id}?revision=3`)).body.code).toBe('experiment_not_draft');
    expect((await ask('POST', `/${drafted.id}/stop`, { revision: 3 })).body).toMatchObject({
      state: 'stopped',
    });
    const told = (await ask('GET', `/${drafted.id}`)).body;
    // Four hundred people cannot show a tenth more.
    expect(told.plan).toMatchObject({ measurable: false });
    expect(told.latest).toBeNull();
  });

  test('hears beforehand that it cannot be measured', async () => {
    const asked = { people: 3000, measured: { what: 'share', base: 0.05 }, lift: 0.1, held: 1000 };
    expect((await ask('POST', '/size', asked)).body).toMatchObject({
      measurable: false,
      needed: { needed: 167_260 },
    });
  });

  test('about climbs names a rung that can be climbed to', async () => {
    const climbs = { ...definition, outcome: 'climbs', ladder: 'loyalty' };
    expect((await ask('POST', '', climbs)).body.code).toBe('experiment_climbs_need_rung');
    expect((await ask('POST', '', { ...climbs, rung: 'nowhere' })).body.code).toBe(
      'experiment_climbs_need_rung',
    );
  });
});

describe('assignment', () => {
  test('is the same for ever, and nobody gets an arm without a number of the business', async () => {
    const id = await running();
    const first = await assign(id, [...people.slice(0, 50), 999_999]);
    expect(first.at(-1)).toEqual({ personId: 999_999, arm: null, isNew: false });
    expect(first.filter(({ isNew }) => isNew).length).toBe(50);
    const again = await assign(id, people.slice(0, 60));
    expect(again.slice(0, 50)).toEqual(first.slice(0, 50).map((one) => ({ ...one, isNew: false })));
    expect(again.filter(({ isNew }) => isNew).length).toBe(10);
    const { experiment } = (await ask('GET', `/${id}`)).body;
    expect(experiment.assigned.held + experiment.assigned.treated).toBe(60);
    expect((await assign(id, [people[70] ?? 0, people[70] ?? 0])).map(({ isNew }) => isNew)).toEqual([
      true,
      false,
    ]);
  });

  test('cannot be changed or taken back', async () => {
    for (const statement of [
      'UPDATE experiment_assignments SET treated = true',
      'DELETE FROM experiment_assignments',
    ]) {
      await expect(served.database.withBusiness(shop.id, (tx) => tx.query(statement))).rejects.toThrow(
        /permission denied/,
      );
    }
  });

  test('by segment goes page by page', async () => {
    const criteria = { measure: 'count', of: 'visit.made', atLeast: 1 };
    const made = await served.app.inject({
      method: 'POST',
      url: '/v1/segments',
      headers,
      payload: { name: 'visitors', criteria },
    });
    await publishEverybody(served.database, served.clock, shop.id);
    const id = await running();
    const seen = new Set<number>();
    for (let after: string | undefined; ; ) {
      const { body } = await ask('POST', `/${id}/assignments`, {
        segment: made.json().id,
        ...(after === undefined ? {} : { after }),
      });
      for (const one of body.assignments) seen.add(one.personId);
      if (body.next === null) break;
      after = body.next;
    }
    expect(seen.size).toBe(400);
  });

  test('of people who turn out to be one is the first', async () => {
    const id = await running();
    const [one = 0, other = 0] = people.slice(80, 82);
    const [early] = await assign(id, [one]);
    served.clock.set(TEST_NOW + 1000);
    await assign(id, [other]);
    const merged = await served.app.inject({
      method: 'POST',
      url: '/v1/merges',
      headers,
      payload: { loser: one, winner: other },
    });
    expect(merged.statusCode).toBe(201);
    const [now] = await assign(id, [other]);
    expect(now).toEqual({ personId: other, arm: early?.arm, isNew: false });
    served.clock.set(TEST_NOW);
    const reading = (await ask('POST', `/${id}/readings`)).body;
    expect(reading.assigned.held + reading.assigned.treated).toBe(1);
    expect(
      (await served.app.inject({ method: 'POST', url: `/v1/merges/${merged.json().mergeId}/undo`, headers }))
        .statusCode,
    ).toBeLessThan(300);
  });
});

describe('the people of an experiment', () => {
  test('are told by arm, page by page, under the name of whom they are now', async () => {
    const id = await running();
    const assigned = await assign(id, people.slice(200, 230));
    const numbers = (arm: string) =>
      assigned
        .filter((one) => one.arm === arm)
        .map(({ personId }) => personId)
        .sort((a, b) => a - b);
    for (const arm of ['held', 'treated']) {
      const seen: number[] = [];
      for (let after: number | null = 0; after !== null; ) {
        const { body } = await ask(
          'GET',
          `/${id}/people?arm=${arm}&limit=7${after === 0 ? '' : `&after=${after}`}`,
        );
        expect(
          body.people.every((one: { arm: string; counted: boolean }) => one.arm === arm && !one.counted),
        ).toBe(true);
        seen.push(...body.people.map(({ person }: { person: number }) => person));
        after = body.next;
      }
      expect(seen).toEqual(numbers(arm));
    }
    served.clock.set(TEST_NOW + 15 * DAY);
    const { body } = await ask('GET', `/${id}/people`);
    expect(body.people).toHaveLength(30);
    expect(body.people[0]).toMatchObject({ at: TEST_NOW, counted: true });
    served.clock.set(TEST_NOW);
    expect((await ask('GET', '/999999/people')).body.code).toBe('experiment_unknown');
    expect((await ask('GET', `/${id}/people?arm=other`)).status).toBe(400);
  });
});

describe('a reading', () => {
  test('takes the noise off by what a model of before the start expected, and by no later one', async () => {
    // Too few would leave one arm, now and then, with fewer than a reading asks for: who is held is drawn anew each time.
    const members = people.slice(0, 100);
    // Half bought thrice a year ago and long before, the others once: nothing of it in the fortnight before the start.
    const long = members.flatMap((person, place) =>
      (place % 2 === 0 ? [300, 330, 370, 390] : [380]).map((ago) => ({ person, ago, amount: 20_000 })),
    );
    await orders(long);
    served.clock.set(TEST_NOW - 20 * DAY);
    const id = await running({ outcome: 'margin', windowDays: 18, costPerTreated: 0 });
    await assign(id, members);
    served.clock.set(TEST_NOW);
    await orders(
      members.flatMap((person, place) =>
        place % 2 === 0 ? [{ person, ago: 5, amount: 30_000 + place }] : [],
      ),
    );
    const run = (daysAgo: number, r: number) =>
      served.database.withBusiness(shop.id, async (tx) => {
        const chosen = {
          cut: 0,
          best: 'bg-nbd',
          rulesBest: false,
          counts: 'bg-nbd',
          leavingFound: true,
          baselines: [],
          risk: [],
          spend: {
            p: 6,
            q: 4,
            gamma: 15_000,
            standardErrors: {},
            logLikelihood: -1,
            spenders: 9,
            correlation: 0,
          },
        };
        const { rows } = await tx.query<{ id: number }>(
          `INSERT INTO insight_runs (business_id, state, as_of, made_on, made_by, made_at, changed_at, outcome)
           VALUES (this_business(), 'done', $1, '2026-01-01', 'test', now(), now(), $2) RETURNING run_id AS id`,
          [Math.floor((TEST_NOW - daysAgo * DAY) / DAY), JSON.stringify({ chosen })],
        );
        await tx.query(
          `INSERT INTO insight_models (business_id, run_id, fitted_to, name, days_per_unit, parameters, standard_errors,
             log_likelihood, gain, verdict) VALUES (this_business(), $1, 'today', 'bg-nbd', 7, $2, '{}', -1, 9, 'leaving_found')`,
          [rows[0]?.id, JSON.stringify({ r, alpha: 4, a: 0.8, b: 2.5 })],
        );
      });
    await run(2, 9);
    const later = (await ask('POST', `/${id}/readings`)).body;
    expect(later.adjusted).toBeNull();
    await run(30, 0.3);
    const told = (await ask('POST', `/${id}/readings`)).body;
    expect(told.adjusted).toMatchObject({ by: 'expected_margin' });
    expect(told.adjusted.reduction).toBeGreaterThan(0.5);
    expect(told.margin.standardError).toBeLessThan(told.marginPlain.standardError);
  });

  test('counts everybody assigned, in the window that was set, and is kept day by day', async () => {
    served.clock.set(TEST_NOW - 20 * DAY);
    const id = await running({ outcome: 'margin' });
    const assigned = await assign(id, people.slice(100, 400));
    const treated = assigned.filter(({ arm }) => arm === 'treated');
    served.clock.set(TEST_NOW);
    // Two of three treated buy within the fortnight; what they buy after it counts no more.
    await orders(
      treated.flatMap(({ personId: person }, place) => [
        { person, ago: 2, amount: 90_000 },
        ...(place % 3 > 0 ? [{ person, ago: 10, amount: 10_000 }] : []),
      ]),
    );
    served.clock.set(TEST_NOW - 8 * DAY);
    expect((await ask('POST', `/${id}/readings`)).body).toMatchObject({
      verdict: 'too_early',
      counted: { held: 0, treated: 0 },
    });
    served.clock.set(TEST_NOW);
    const reading = (await ask('POST', `/${id}/readings`)).body;
    const buyers = treated.filter((_, place) => place % 3 > 0).length;
    expect(reading).toMatchObject({
      verdict: 'more',
      counted: { held: 300 - treated.length, treated: treated.length },
      ratio: { alarm: false },
      orders: { held: { mean: 0 }, treated: { mean: buyers / treated.length } },
      climbs: null,
    });
    expect(reading.marginPlain.difference).toBeCloseTo((buyers * 10_000 * 0.3) / treated.length - 200, 6);
    const told = (await ask('GET', `/${id}`)).body;
    expect(told.days.length).toBe(2);
    expect(told.latest).toEqual(reading);
    expect((await ask('POST', `/${id}/stop`, { revision: 2 })).status).toBe(200);
    expect(await readAllExperiments(served.database, shop, TEST_NOW)).toBeGreaterThan(1);
    expect((await ask('GET', `/${id}`)).body.latest).toEqual(reading);
  });

  test('of climbs says what a rung costs above those held back', async () => {
    await drainClimbs(served.database, served.clock, shop.id);
    const published = await served.database.withBusiness(shop.id, (tx) => publishedVersion(tx, shop));
    if (published === null) throw new Error('no ladder');
    const rung = placesOf(published.definition)[2]?.key ?? '';
    served.clock.set(TEST_NOW - 20 * DAY);
    const id = await running({ outcome: 'climbs', ladder: published.key, rung });
    await assign(id, people.slice(100, 400));
    served.clock.set(TEST_NOW);
    const reading = (await ask('POST', `/${id}/readings`)).body;
    expect(reading.climbs.held.people + reading.climbs.treated.people).toBe(300);
    expect(reading.climbs.treated.mean + reading.climbs.held.mean).toBeGreaterThan(0.2);
    const answer = await served.app.inject({ url: '/v1/insight/money/rungs', headers });
    const told = answer.json().rungs.find((one: { rung: string }) => one.rung === rung);
    expect(told.aboveHeld).toMatchObject({ low: expect.any(Number), high: expect.any(Number) });
  });
});

describe('the past taken off, on the CDNOW purchases', () => {
  test('makes the variance smaller by 42 in 100 for orders and 35 for spending', async () => {
    const path = join(checkoutFolder, 'tests', 'data', 'cdnow', 'orders.csv.gz');
    const lines = gunzipSync(await readFile(path))
      .toString()
      .trimEnd()
      .split('\n')
      .slice(1);
    const days = new Map<string, Map<string, number>>();
    for (const line of lines) {
      const [customer = '', day = '', , amount] = line.split(',');
      const own = days.get(customer) ?? new Map<string, number>();
      days.set(customer, own.set(day, (own.get(day) ?? 0) + Number(amount)));
    }
    const cut = '1997-09-30';
    const rows = [...days.values()].map((own) => {
      const first = [...own.keys()].sort()[0] ?? '';
      const sums = { before: [0, 0], after: [0, 0] };
      for (const [day, amount] of own) {
        const part = day > cut ? sums.after : sums.before;
        part[0] = (part[0] ?? 0) + (day > cut || day > first ? 1 : 0);
        part[1] = (part[1] ?? 0) + amount;
      }
      return sums;
    });
    expect(rows.length).toBe(23_570);
    const reductionOf = (what: 0 | 1): number =>
      adjustedBy(
        {
          isTreated: Uint8Array.from(rows, (_, i) => i % 2),
          values: Float64Array.from(rows, ({ after }) => after[what] ?? 0),
        },
        Float64Array.from(rows, ({ before }) => before[what] ?? 0),
      ).reduction;
    expect([reductionOf(0), reductionOf(1)]).toEqual([expect.closeTo(0.42, 2), expect.closeTo(0.353, 2)]);
  });
});
