import { readIdentity } from '@nardeban/core/people';
import { rateOf } from '@nardeban/core/sales';
import { seededChance } from '@nardeban/core/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildApp } from '../../../app.ts';
import { bearer, type Served, serveForTest, TEST_NOW } from '../../../platform/http/testing.ts';
import type { Tx } from '../../../platform/database/index.ts';
import type { Business } from '../../../platform/tenancy/index.ts';
import { foundBusiness } from '../../ladder/index.ts';
import { resolvePeople } from '../../people/index.ts';
import { loseDeal, moveDeal, openDeal, winDeal } from '../deals/index.ts';
import { tellAsStaff } from '../../facts/index.ts';
import { learnBusiness } from './learning.ts';

const DAY = 86_400_000;
const START = TEST_NOW - 400 * DAY;
const PIPELINE = 'pipeline=seven-steps';
const ALL = `${PIPELINE}&from=2025-01-01`;

let served: Served;
let shop: Business;
let headers: { authorization: string };

/** What was done, told once more without any of the code that is tested. */
interface Told {
  readonly id: number;
  readonly opened: number;
  readonly presented: boolean;
  readonly closed: number | null;
  readonly won: boolean;
  readonly amount: number;
  readonly source: string;
  readonly contacts: number;
}
const told: Told[] = [];

async function person(tx: Tx, number: number): Promise<number> {
  const read = readIdentity({ mobile: `0912444${String(number).padStart(4, '0')}` });
  if (!read.ok) throw new Error(read.refusal.code);
  const [found] = await resolvePeople(tx, shop, [read.value], [START]);
  if (found === undefined || !('personId' in found)) throw new Error('nobody came of it');
  return found.personId;
}

async function makeDeal(tx: Tx, number: number, chance: ReturnType<typeof seededChance>): Promise<void> {
  const opened = START + chance.int(0, 380) * DAY;
  const presented = chance.next() < 0.5;
  const won = chance.next() < (presented ? 0.9 : 0.1);
  const closed = opened + chance.int(10, 40) * DAY;
  const isClosed = closed < TEST_NOW;
  const amount = chance.int(1, 9) * 1_000_000;
  const source = chance.pick(['site', 'fair']);
  const contacts = chance.int(0, 7);
  const who = await person(tx, number);
  const by = 'test';
  const deal = await openDeal(tx, shop, {
    person: who,
    title: `Deal ${number}`,
    amount,
    products: [],
    owner: null,
    expectedClose: null,
    source,
    by,
    at: opened,
  });
  if (!deal.ok) throw new Error(deal.refusal.code);
  const { id } = deal.value;
  const free = { deal: id, by, unproven: 'allow' as const };
  if (presented) await moveDeal(tx, shop, { ...free, to: 'present', at: opened + 3 * DAY });
  for (let contact = 0; contact < contacts; contact++)
    await tellAsStaff(tx, shop, {
      personId: who,
      type: 'contact.attempted',
      at: opened + contact * 1000,
      key: `${id} ${contact}`,
      data: { channel: 'phone', deal: String(id) },
    });
  if (isClosed && won) await winDeal(tx, shop, { ...free, amount, at: closed });
  if (isClosed && !won) await loseDeal(tx, shop, { deal: id, reason: 'price', by, at: closed });
  told.push({
    id,
    opened,
    presented,
    closed: isClosed ? closed : null,
    won: isClosed && won,
    amount,
    source,
    contacts,
  });
}

async function ask(path: string) {
  const answer = await served.app.inject({ url: `/v1/sales/${path}`, headers });
  return { status: answer.statusCode, body: answer.json() };
}

beforeAll(async () => {
  served = await serveForTest(buildApp);
  const founded = await foundBusiness(served.database, served.clock, { slug: 'numbers', name: 'Numbers' });
  if (!founded.ok) throw new Error(founded.refusal.code);
  shop = founded.value;
  headers = bearer(await served.key(shop));
  const chance = seededChance(20_261_122);
  await served.database.withBusiness(shop.id, async (tx) => {
    for (let number = 0; number < 120; number++) await makeDeal(tx, number, chance);
  });
  const cost = {
    channel: 'fair',
    campaign: null,
    kind: 'media',
    from: '2024-10-04',
    to: '2026-05-27',
    amount: 60_100_000,
  };
  const entered = await served.app.inject({
    method: 'POST',
    url: '/v1/insight/costs',
    headers,
    payload: cost,
  });
  if (entered.statusCode !== 201) throw new Error(entered.body);
});
afterAll(() => served.close());

it('before anything was learnt nobody can tell', async () => {
  const open = told.find(({ closed }) => closed === null);
  expect((await ask(`deals/${open?.id}/chance`)).body).toMatchObject({
    chance: null,
    by: 'nothing',
    needed: 20,
  });
  expect((await ask(`reports/forecast?${PIPELINE}`)).body).toMatchObject({
    forecast: null,
    test: null,
    months: [],
  });
});

describe('when the past was learnt from', () => {
  beforeAll(() => learnBusiness(served.database, shop, TEST_NOW));

  it('an open deal is told its chance and what that rests on', async () => {
    const open = told.filter(({ closed }) => closed === null);
    const [presented, other] = [open.find((deal) => deal.presented), open.find((deal) => !deal.presented)];
    const [good, bad] = [await ask(`deals/${presented?.id}/chance`), await ask(`deals/${other?.id}/chance`)];
    expect(good.body).toMatchObject({ by: 'step', verdict: 'better' });
    expect(good.body.chance).toBeGreaterThan(0.6);
    expect(bad.body.chance).toBeLessThan(good.body.chance);
    expect(good.body.low).toBeLessThan(good.body.chance);
    const { rows } = await served.database.withBusiness(shop.id, (tx) =>
      tx.query<{ chance: number; weight: number; amount: number }>(
        'SELECT chance, weight, amount FROM deals WHERE business_id = this_business() AND deal_id = $1',
        [presented?.id],
      ),
    );
    expect(rows[0]?.chance).toBeCloseTo(good.body.chance, 5);
    expect(rows[0]?.weight).toBe(Math.round((rows[0]?.amount ?? 0) * (rows[0]?.chance ?? 0)));
  });

  it('the forecast lies within what is open, with past months beside what came of them', async () => {
    const { body } = await ask(`reports/forecast?${PIPELINE}&until=2026-07-31`);
    const open = told.filter(({ closed }) => closed === null);
    expect(body.amount).toBe(open.reduce((sum, { amount }) => sum + amount, 0));
    expect(body.deals).toBe(open.length);
    expect(body.forecast.low).toBeLessThanOrEqual(body.forecast.mean);
    expect(body.forecast.high).toBeGreaterThanOrEqual(body.forecast.mean);
    expect(body.forecast.high).toBeLessThanOrEqual(body.amount);
    const months: { from: number; to: number; low: number; high: number; came: number; all: number }[] =
      body.months;
    expect(months.length).toBeGreaterThan(6);
    for (const { from, to, came, all } of months) {
      const wins = told.filter(
        (one) => one.won && one.closed !== null && one.closed >= from && one.closed < to,
      );
      expect(all).toBe(wins.reduce((sum, { amount }) => sum + amount, 0));
      expect(came).toBe(
        wins.filter(({ opened }) => opened <= from).reduce((sum, { amount }) => sum + amount, 0),
      );
    }
    // Four of five months are to lie within: of so few, at least half.
    expect(
      months.filter(({ low, high, came }) => came >= low && came <= high).length * 2,
    ).toBeGreaterThanOrEqual(months.length);
  });

  it('learning again changes nothing but when it was', async () => {
    const before = (await ask(`reports/forecast?${PIPELINE}`)).body;
    await learnBusiness(served.database, shop, TEST_NOW);
    expect((await ask(`reports/forecast?${PIPELINE}`)).body).toEqual(before);
  });
});

describe('the reports', () => {
  const won = (some: readonly Told[]) => some.filter((deal) => deal.won);
  const lost = (some: readonly Told[]) => some.filter((deal) => deal.closed !== null && !deal.won);

  it('count the way step by step, and open to the deals behind', async () => {
    const { body } = await ask(`reports/steps?${ALL}`);
    expect(body.totals).toEqual({
      opened: told.length,
      won: won(told).length,
      lost: lost(told).length,
      open: told.filter(({ closed }) => closed === null).length,
      wonAmount: won(told).reduce((sum, { amount }) => sum + amount, 0),
    });
    const [contact, present] = body.steps;
    expect(contact).toMatchObject({ step: 'contact', reached: told.length });
    expect(contact.days.median).toBeGreaterThanOrEqual(3);
    // Who was won has come past every step before the one they stood on.
    const presented = told.filter((deal) => deal.presented || deal.won);
    expect(present.reached).toBe(presented.length);
    const behind = await everything(`reports/deals?${ALL}&figure=reached&step=present`);
    expect(new Set(behind)).toEqual(new Set(presented.map(({ id }) => id)));
    const lostThere = await everything(`reports/deals?${ALL}&figure=lost&step=contact`);
    expect(lostThere).toHaveLength(contact.lost);
  });

  it('count sources with what they cost', async () => {
    const { body } = await ask(`reports/sources?${ALL}`);
    const fair = body.sources.find(({ source }: { source: string }) => source === 'fair');
    const own = told.filter(({ source }) => source === 'fair');
    expect(fair).toMatchObject({
      deals: own.length,
      won: won(own).length,
      leads: 0,
      qualified: 0,
      costPerQualified: null,
    });
    // 100,000 a day, from the first day asked about to the last the money was spent on.
    expect(fair.cost).toBe(100_000 * (20_600 - Date.UTC(2025, 0, 1) / DAY + 1));
    expect(fair.costPerWon).toBe(Math.round(fair.cost / won(own).length));
    expect(body.sources.find(({ source }: { source: string }) => source === 'site').cost).toBeNull();
  });

  it('count reasons and contacts, and open to the deals behind', async () => {
    const { body } = await ask(`reports/lost?${ALL}`);
    const byReason: { reason: string; count: number }[] = body.lost;
    expect(byReason.reduce((sum, { count }) => sum + count, 0)).toBe(lost(told).length);
    expect(await everything(`reports/deals?${ALL}&figure=lost-in&reason=price`)).toHaveLength(
      lost(told).length,
    );
    const { activity } = (await ask(`reports/activity?${ALL}`)).body;
    for (const [from, to] of [
      [0, 1],
      [1, 3],
      [3, 6],
      [6, 99],
    ] as const) {
      const some = told.filter(
        ({ contacts, closed }) => closed !== null && contacts >= from && contacts < to,
      );
      expect(activity.find(({ contacts }: { contacts: number }) => contacts === from)).toEqual({
        contacts: from,
        deals: some.length,
        won: won(some).length,
        rate: rateOf(won(some).length, some.length),
      });
      const behind = await everything(`reports/deals?${ALL}&figure=contacts&contacts=${from}`);
      expect(new Set(behind)).toEqual(new Set(some.map(({ id }) => id)));
    }
  });

  it('count sellers: one row for whoever has none', async () => {
    const { sellers } = (await ask(`reports/sellers?${ALL}`)).body;
    expect(sellers).toHaveLength(1);
    expect(sellers[0]).toMatchObject({ owner: null, won: won(told).length, lost: lost(told).length });
    expect(await everything(`reports/deals?${ALL}&figure=won-in&without=owner`)).toHaveLength(
      won(told).length,
    );
  });

  it.each([
    ['an unknown pipeline', 'reports/steps?pipeline=nothing', 'pipeline_unknown'],
    ['a time upside down', `reports/lost?${PIPELINE}&from=2026-02-01&to=2026-01-01`, 'period_reversed'],
    ['a day that is none', `reports/forecast?${PIPELINE}&until=2026-02-31`, 'day_expected'],
    ['an unknown deal', 'deals/999999/chance', 'deal_unknown'],
  ])('refuse %s', async (_, path, code) => {
    const { status, body } = await ask(path);
    expect(status).toBeGreaterThanOrEqual(400);
    expect(body.code).toBe(code);
  });

  /** The numbers of all deals behind a figure, page by page. */
  async function everything(path: string): Promise<number[]> {
    const ids: number[] = [];
    for (let after: number | null = null; ; ) {
      const { body } = await ask(`${path}&limit=50${after === null ? '' : `&after=${after}`}`);
      ids.push(...body.deals.map(({ id }: { id: number }) => id));
      if (body.next === null) return ids;
      after = body.next;
    }
  }
});
