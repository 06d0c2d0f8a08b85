import { readIdentity } from '@nardeban/core/people';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildApp } from '../../../app.ts';
import type { Tx } from '../../../platform/database/index.ts';
import { bearer, type Served, serveForTest, TEST_NOW } from '../../../platform/http/testing.ts';
import type { Business } from '../../../platform/tenancy/index.ts';
import { foundBusiness } from '../../ladder/index.ts';
import { resolvePeople } from '../../people/index.ts';
import { loseDeal, noteReturned, openDeal, reopenDeal, winDeal } from '../deals/index.ts';
import { pastDeals } from './past.ts';

const DAY = 86_400_000;
const AMOUNT = 1_000_000;
const by = 'test';
let served: Served;
let shops = 0;

beforeAll(async () => {
  served = await serveForTest(buildApp);
});
afterAll(() => served.close());

async function aShop(): Promise<Business> {
  const slug = `returned-${(shops += 1)}`;
  const founded = await foundBusiness(served.database, served.clock, { slug, name: slug });
  if (!founded.ok) throw new Error(founded.refusal.code);
  return founded.value;
}

/** A deal that was sold ten days ago. */
async function sold(tx: Tx, shop: Business, amount: number | null): Promise<number> {
  const read = readIdentity({ mobile: '09124440001' });
  if (!read.ok) throw new Error(read.refusal.code);
  const [who] = await resolvePeople(tx, shop, [read.value], [TEST_NOW - 30 * DAY]);
  if (who === undefined || !('personId' in who)) throw new Error('nobody came of it');
  const deal = await openDeal(tx, shop, {
    person: who.personId,
    title: 'کفش',
    amount,
    products: [],
    owner: null,
    expectedClose: null,
    source: 'fair',
    by,
    at: TEST_NOW - 20 * DAY,
  });
  if (!deal.ok) throw new Error(deal.refusal.code);
  const won = { deal: deal.value.id, by, unproven: 'allow' as const, at: TEST_NOW - 10 * DAY };
  expect(await winDeal(tx, shop, { ...won, amount })).toMatchObject({
    ok: true,
  });
  return deal.value.id;
}

const back =
  (...amounts: number[]) =>
  async (tx: Tx, _: Business, deal: number): Promise<void> => {
    for (const amount of amounts)
      await noteReturned(tx, {
        deal,
        amount,
        soldAt: TEST_NOW - 10 * DAY,
        reason: 'کوچک بود',
        by,
        at: TEST_NOW,
      });
  };
const calledOff =
  (becomes: 'open' | 'lost') =>
  async (tx: Tx, shop: Business, deal: number): Promise<void> => {
    await reopenDeal(tx, shop, { deal, reason: 'نمی‌خواهد', by, at: TEST_NOW });
    if (becomes === 'lost') await loseDeal(tx, shop, { deal, reason: 'price', by, at: TEST_NOW });
  };

test.each([
  ['nothing comes back', AMOUNT, back(), { won: 1, kept: AMOUNT }],
  ['a part comes back', AMOUNT, back(300_000), { won: 1, kept: 700_000 }],
  ['two parts come back', AMOUNT, back(300_000, 600_000), { won: 1, kept: 100_000 }],
  ['all of it comes back, which was sold nevertheless', AMOUNT, back(AMOUNT), { won: 1, kept: 0 }],
  ['more comes back than the deal is said to be worth', AMOUNT, back(AMOUNT + 1), { won: 1, kept: 0 }],
  ['a part comes back of what nobody said the worth of', null, back(300_000), { won: 1, kept: null }],
  ['it is called off and they talk on', AMOUNT, calledOff('open'), { won: 0, kept: AMOUNT }],
  ['it is called off and lost', AMOUNT, calledOff('lost'), { won: 0, kept: AMOUNT }],
] as const)(
  'what was sold, of which %s: the sale and what was kept of it',
  async (_, amount, happens, { won, kept }) => {
    const shop = await aShop();
    const deal = await served.database.withBusiness(shop.id, async (tx) => {
      const id = await sold(tx, shop, amount);
      await happens(tx, shop, id);
      return id;
    });
    const learntFrom = await served.database.withBusiness(shop.id, (tx) =>
      pastDeals(tx, 'seven-steps', TEST_NOW),
    );
    expect(learntFrom).toMatchObject([{ id: deal, won: won === 1, amount: kept }]);
    const headers = bearer(await served.key(shop));
    const report = async (path: string) => {
      const { body } = await served.app.inject({
        url: `/v1/sales/reports/${path}?pipeline=seven-steps&from=2026-01-01`,
        headers,
      });
      return JSON.parse(body);
    };
    const wonAmount = won === 1 ? (kept ?? 0) : 0;
    expect((await report('steps')).totals).toMatchObject({ opened: 1, won, wonAmount });
    expect((await report('sources')).sources).toMatchObject([{ source: 'fair', deals: 1, won, wonAmount }]);
    expect((await report('sellers')).sellers).toMatchObject([{ owner: null, won, wonAmount }]);
  },
);
