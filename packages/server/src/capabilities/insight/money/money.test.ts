import type { Buyer } from '@nardeban/core/insight';
import { zoneOf } from '@nardeban/core/values';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildApp } from '../../../app.ts';
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
import { drainClimbs, foundBusiness, publishedVersion, stoodThen } from '../../ladder/index.ts';
import { beginMoney } from './counting.ts';

const DAY = 86_400_000;

let served: Served;
let shop: Business;
let ask: Ask;
beforeAll(async () => {
  served = await serveForTest(buildApp);
  await served.prepareJobs();
  const made = await foundBusiness(served.database, served.clock, { slug: 'money', name: 'Money' });
  if (!made.ok) throw new Error(made.refusal.code);
  shop = made.value;
  ask = askWith(served, bearer(await served.key(shop)));
});
afterAll(() => served.close());

const media = {
  channel: 'instagram',
  campaign: 'nowruz',
  kind: 'media',
  from: '2026-03-01',
  to: '2026-03-31',
  amount: 3_100_000,
};

describe('costs', () => {
  test('are entered, corrected by who saw them as they are, and taken away', async () => {
    const entered = await ask('POST', '/v1/insight/costs', media);
    expect(entered).toMatchObject({
      status: 201,
      body: { ...media, note: '', imported: false, revision: 1 },
    });
    const { id } = entered.body;
    const change = { ...media, amount: 3_200_000, revision: 1 };
    expect((await ask('PUT', `/v1/insight/costs/${id}`, change)).body).toMatchObject({
      amount: 3_200_000,
      revision: 2,
    });
    expect(await ask('PUT', `/v1/insight/costs/${id}`, change)).toMatchObject({
      status: 409,
      body: { code: 'changed_meanwhile' },
    });
    expect(await ask('DELETE', `/v1/insight/costs/${id}?revision=1`)).toMatchObject({ status: 409 });
    expect(await ask('DELETE', `/v1/insight/costs/${id}?revision=2`)).toMatchObject({ status: 200 });
    expect(await ask('DELETE', `/v1/insight/costs/${id}?revision=2`)).toMatchObject({
      status: 404,
      body: { code: 'cost_unknown' },
    });
    const { deeds } = (await ask('GET', '/v1/deeds?limit=20')).body;
    expect(deeds.slice(0, 3).map(({ deed }: { deed: string }) => deed)).toEqual([
      'cost.removed',
      'cost.changed',
      'cost.entered',
    ]);
  });

  test('that cannot be are refused', async () => {
    const refused = async (changes: object) =>
      (await ask('POST', '/v1/insight/costs', { ...media, ...changes })).body.code;
    expect(await refused({ to: '2026-02-01' })).toBe('cost_period_wrong');
    expect(await refused({ amount: 0 })).toBe('cost_not_positive');
    expect(await refused({ from: '2026-02-31' })).toBe('day_expected');
    expect(await refused({ channel: 'x'.repeat(100) })).toBe('cost_name_too_long');
    expect(await refused({ amount: 1.5 })).toBe('input_invalid');
  });

  test('come by list, once however often it is sent, and each line is answered for itself', async () => {
    const csv = [
      'تاریخ,پایان,کانال,نوع,مبلغ',
      '1405/01/01,1405/01/31,پیامک,تبلیغات,۱۵۰٬۰۰۰',
      '1405/01/01,1405/01/31,پیامک,تبلیغات,۱۵۰٬۰۰۰',
      '1405/13/01,,پیامک,,10',
      '1405/02/01,,,,۵۰۰٬۰۰۰',
    ].join('\n');
    const first = await ask('POST', '/v1/insight/costs/import', { csv });
    expect(first.body).toMatchObject({
      added: 3,
      known: 0,
      faulty: 1,
      faults: [{ line: 4, sentence: expect.any(String) }],
    });
    expect((await ask('POST', '/v1/insight/costs/import', { csv })).body).toMatchObject({
      added: 0,
      known: 3,
    });
    expect((await ask('POST', '/v1/insight/costs/import', { csv: 'a,b\n1,2' })).body.code).toBe(
      'cost_columns_missing',
    );
    expect((await ask('POST', '/v1/insight/costs/import', { csv: `${csv}\n"` })).body.code).toBe(
      'file_unreadable',
    );
  });

  test('that came by list and were taken away stay away, until somebody wants them back', async () => {
    const csv =
      'from,to,channel,amount\n2026-03-01,2026-03-31,radio,120000\n2026-04-01,2026-04-30,radio,130000';
    const send = async (more: object = {}) =>
      (await ask('POST', '/v1/insight/costs/import', { csv, ...more })).body;
    expect(await send()).toMatchObject({ added: 2, known: 0, removed: 0 });
    const radio = async () => (await ask('GET', '/v1/insight/costs?channel=radio')).body.costs;
    const [{ id, revision }] = await radio();
    expect((await ask('DELETE', `/v1/insight/costs/${id}?revision=${revision}`)).status).toBe(200);
    expect(await send()).toMatchObject({ added: 0, known: 1, removed: 1 });
    expect(await radio()).toHaveLength(1);
    expect(await send({ withRemoved: true })).toMatchObject({ added: 1, known: 1, removed: 0 });
    expect(await radio()).toHaveLength(2);
    expect(await send()).toMatchObject({ added: 0, known: 2, removed: 0 });
    for (const one of await radio())
      await ask('DELETE', `/v1/insight/costs/${one.id}?revision=${one.revision}`);
    expect(await radio()).toHaveLength(0);
  });

  test('are listed page by page, each once, those that began last first', async () => {
    const seen: number[] = [];
    const days: string[] = [];
    for (let after = ''; ; ) {
      const { costs, next } = (await ask('GET', `/v1/insight/costs?limit=2${after}`)).body;
      for (const one of costs) {
        seen.push(one.id);
        days.push(one.from);
      }
      if (next === null) break;
      after = `&after=${next}`;
    }
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.length).toBe(3);
    expect(days).toEqual(days.toSorted().reverse());
    expect((await ask('GET', '/v1/insight/costs?channel=tv')).body.costs).toEqual([]);
  });
});

describe('settings', () => {
  test('say that the margin is assumed until somebody says it', async () => {
    expect((await ask('GET', '/v1/insight/money/settings')).body).toMatchObject({
      marginRate: 0.3,
      stated: false,
      revision: 0,
    });
    const said = { marginRate: 0.4, assumed: { causalShare: 0.6 }, revision: 0 };
    expect((await ask('PUT', '/v1/insight/money/settings', said)).body).toMatchObject({
      marginRate: 0.4,
      stated: true,
      revision: 1,
    });
    expect((await ask('PUT', '/v1/insight/money/settings', said)).body.code).toBe('changed_meanwhile');
    expect((await ask('PUT', '/v1/insight/money/settings', { ...said, revision: 1 })).body.revision).toBe(2);
  });

  test('keep what goods cost', async () => {
    const items = [
      { item: 'قهوه', cost: 600 },
      { item: 'کیک', cost: 200 },
      { item: 'قهوه', cost: 650 },
    ];
    expect((await ask('PUT', '/v1/insight/unit-costs', { items })).body).toEqual({ unitCosts: 2 });
    expect(
      (await ask('PUT', '/v1/insight/unit-costs', { items: [{ item: 'کیک', cost: null }] })).body,
    ).toEqual({ unitCosts: 1 });
    expect((await ask('GET', '/v1/insight/unit-costs')).body).toMatchObject({
      items: [{ item: 'قهوه', cost: 650 }],
      next: null,
    });
  });
});

describe('before anything was counted', () => {
  test('nothing is claimed', async () => {
    expect((await ask('GET', '/v1/insight/money')).body).toEqual({ countedAt: null, returns: null });
    expect((await ask('GET', '/v1/insight/advisor')).body).toMatchObject({ countedAt: null, advice: null });
  });
});

describe('what a run counts', () => {
  /** Eighty people with an order 500 days ago; half of them order again soon, and all the time from then on. */
  const people: number[] = [];
  const daysOf = (index: number): number[] => (index % 2 === 0 ? [500, 440, 430, 300, 200, 100] : [500]);

  beforeAll(async () => {
    for (let index = 0; index < 80; index++) {
      const facts = daysOf(index).map((ago) => ({
        person: { external: `e${index}` },
        type: 'order.paid',
        at: TEST_NOW - ago * DAY,
        source: 'till',
        key: `${index}-${ago}`,
        data: { order: `${index}-${ago}`, amount: 1_000_000 },
      }));
      const answers = await receiveFacts(served.database, served.clock, shop, facts);
      const [answer] = answers;
      if (answer?.status !== 'stored') throw new Error(JSON.stringify(answers));
      people.push(answer.personId ?? 0);
    }
    await drainClimbs(served.database, served.clock, shop.id);
    const zone = zoneOf(shop.zone);
    const asOf = zone.dayOf(TEST_NOW) - 1;
    const part = await beginMoney({ database: served.database, business: shop, run: 1, asOf });
    people.forEach((person, index) =>
      part.take(
        buyerOf(
          person,
          daysOf(index).map((ago) => zone.dayOf(TEST_NOW - ago * DAY)),
        ),
      ),
    );
    await served.database.withBusiness(shop.id, (tx) => part.keep(tx));
  });

  const buyerOf = (person: number, days: readonly number[]): Buyer => ({
    person: String(person),
    orders: days.map((day) => ({
      day,
      hour: null,
      amount: 1_000_000,
      returned: 0,
      discount: 0,
      channel: 'پیامک',
      branch: null,
      lines: [],
    })),
    touches: [],
    complaints: 0,
    referrals: 0,
  });

  test('where people stood then is told as the moves tell it', async () => {
    const [first, second] = [TEST_NOW - 470 * DAY, TEST_NOW - 350 * DAY];
    await served.database.withBusiness(shop.id, async (tx) => {
      const version = await publishedVersion(tx, shop);
      if (version === null) throw new Error('no ladder');
      const pages = [];
      for (let after = 0; ; ) {
        const page = await stoodThen(tx, version, [first, second], { after, most: 30 });
        if (page.length === 0) break;
        pages.push(...page);
        after = page.at(-1)?.personId ?? 0;
      }
      expect(pages.map(({ personId }) => personId)).toEqual(people.toSorted((a, b) => a - b));
      const known = await stoodThen(tx, version, [TEST_NOW - 900 * DAY, second], { after: 0, most: 1 });
      expect(known).toMatchObject([{ first: null }]);
      const risen = pages.filter((one) => (one.second ?? 0) > (one.first ?? 0));
      expect(risen.length).toBe(40);
    });
  });

  test('costs that change are answered at once', async () => {
    const before = (await ask('GET', '/v1/insight/money?from=2024-01-01&to=2026-05-31')).body;
    expect(before.returns.assumptions.margin).toMatchObject({ rate: 0.4, rateFrom: 'stated' });
    const [channel] = before.returns.first.channels;
    expect(channel).toMatchObject({
      channel: 'پیامک',
      customers: 80,
      direct: 3_000_000,
      shared: 5_000_000,
      costPerCustomer: 100_000,
    });
    expect(channel.margin).toBe(0.4 * 1_000_000 * (40 * 6 + 40));
    await ask('POST', '/v1/insight/costs', { ...media, channel: 'پیامک', campaign: null, amount: 8_000_000 });
    const after = (await ask('GET', '/v1/insight/money?from=2024-01-01&to=2026-05-31')).body;
    expect(after.returns.first.channels[0].costPerCustomer).toBe(200_000);
    expect((await ask('GET', '/v1/insight/money?from=2026-05-02&to=2026-05-01')).body.code).toBe(
      'period_reversed',
    );
  });

  test('each rung with what it cost to get there', async () => {
    const told = (await ask('GET', '/v1/insight/money/rungs?from=2024-01-01&to=2026-05-31')).body;
    expect(told.cost).toBe(16_000_000);
    const climbs = told.rungs.find(({ climbs: some }: { climbs: number }) => some > 0);
    expect(climbs.costPerClimb).toBe(Math.round(16_000_000 / climbs.climbs));
    expect(told.rungs.every(({ aboveHeld }: { aboveHeld: unknown }) => aboveHeld === null)).toBe(true);
  });

  test('the advice, under any assumptions, and in the order of a budget', async () => {
    const plain = (await ask('GET', '/v1/insight/advisor')).body;
    expect(plain.usual).toMatchObject({ causalShare: 0.6, marginRate: 0.4 });
    const step = plain.advice.steps.find(({ enough }: { enough: boolean }) => enough);
    expect(step).toMatchObject({ climbed: 40, stayed: 40 });
    expect(step.overall.gain).toBeGreaterThan(0);
    expect(plain.names[step.rung].name.fa).toEqual(expect.any(String));
    const moved = (await ask('GET', '/v1/insight/advisor?causalShare=0.3&costPerPerson=100&budget=5000')).body
      .advice;
    const same = moved.steps.find(({ rung }: { rung: number }) => rung === step.rung);
    expect(Math.abs(same.overall.gain * 2 - step.overall.gain)).toBeLessThanOrEqual(2);
    expect(moved.plan.spend + moved.plan.left).toBe(5000);
    expect((await ask('GET', '/v1/insight/advisor?causalShare=2')).status).toBe(400);
  });

  test('one person is told for themselves', async () => {
    const told = (await ask('GET', `/v1/insight/advisor/people/${people[1]}`)).body;
    expect(told.advice).toMatchObject({
      rung: expect.any(Number),
      likeThem: { climbed: expect.any(Number) },
    });
    expect((await ask('GET', '/v1/insight/advisor/people/999999')).body.code).toBe('person_unknown');
  });
});
