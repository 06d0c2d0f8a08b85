import type { Reward } from '@nardeban/core/programme';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { changeReward, draftReward } from '../../programme/index.ts';
import { CLUB, openTillShop, type TillShop } from '../testing-shop.ts';

/** Somebody at the till who may sell and nothing else. */

let shop: TillShop;
let cashier = '';
beforeAll(async () => {
  shop = await openTillShop('cashiers-shop');
  await shop.publish(CLUB);
  cashier = await shop.served.key(shop.business, ['till:write', 'people:read']);
});
afterAll(() => shop.close());

async function reward(key: string, definition: Partial<Reward>): Promise<void> {
  const { database, clock } = shop.served;
  const whole: Reward = {
    key,
    name: { fa: `پاداش ${key}`, en: key },
    what: { kind: 'gift' },
    price: { kind: 'fixed', wallet: 'points', units: 100 },
    proof: false,
    ...definition,
  };
  const by = { by: 'test', now: clock.now() };
  await database.withBusiness(shop.business.id, async (tx) => {
    expect((await draftReward(tx, whole, by)).ok).toBe(true);
    const opened = await changeReward(tx, key, { definition: whole, state: 'active', revision: 1 }, by);
    expect(opened.ok).toBe(true);
  });
}

interface ClubAtTill {
  readonly wallets: readonly { key: string; name: { fa: string } }[];
  readonly rules: readonly { key: string }[];
  readonly rewards: readonly { key: string; price: object }[];
}
const club = (query = '', key = cashier) =>
  shop.ask<ClubAtTill>('GET', `/v1/till/club${query}`, undefined, { authorization: `Bearer ${key}` });

test('a cashier who may not read the club is told its words, and nothing more of it', async () => {
  expect((await club()).body).toEqual({
    wallets: CLUB.wallets.map(({ key, name }) => ({ key, name })),
    rules: CLUB.rules.map(({ key, name }) => ({ key, name })),
    rewards: [],
  });
  expect(
    await shop.ask('GET', '/v1/club/offers', undefined, { authorization: `Bearer ${cashier}` }),
  ).toMatchObject({ status: 403 });
});

test('of the rewards those that go with a sale and that this customer may have', async () => {
  await reward('mug', {});
  await reward('ten-off', {
    what: { kind: 'discount', gives: { kind: 'amount', amount: 1000 } },
    price: { kind: 'range', wallet: 'points', least: 10, most: 50 },
  });
  // Given as a code ahead of the sale, and only for those on a level nobody has.
  await reward('by-code', { what: { kind: 'discount', offer: 'spring' } });
  await reward('for-gold', { for: { levels: ['gold'] } });
  await reward('over', { until: shop.served.clock.now() - 1 });
  const person = await shop.person('+989121230001');
  const { status, body } = await club(`?person=${person}`);
  expect(status).toBe(200);
  expect(
    body.rewards.map(({ key, price }) => ({ key, price })).sort((a, b) => (a.key < b.key ? -1 : 1)),
  ).toEqual([
    { key: 'mug', price: { kind: 'fixed', wallet: 'points', units: 100 } },
    { key: 'ten-off', price: { kind: 'range', wallet: 'points', least: 10, most: 50 } },
  ]);
  // A stranger's number tells nothing.
  const stranger = await shop.served.key(await shop.served.business('cashiers-stranger'), ['till:write']);
  expect((await club(`?person=${person}`, stranger)).body).toEqual({ wallets: [], rules: [], rewards: [] });
});

test('a reward is paid for with units of its wallet though nothing else is, as many as the customer chose', async () => {
  const person = await shop.person('+989121230002');
  await shop.give(person, 'points', 60);
  const quoted = (units: number) =>
    shop.ask<{
      id: number;
      priced: {
        due: number;
        spent: { points: number }[];
        payments: object[];
        decisions: { outcome: string }[];
      };
    }>('POST', '/v1/till/quotes', {
      person,
      basket: { lines: [{ item: 'tea', quantity: 1, unitPrice: 50_000 }] },
      rewards: [{ reward: 'as-you-like', units }],
    });
  await reward('as-you-like', {
    what: { kind: 'discount', gives: { kind: 'worth', units: 1, amount: 100 } },
    price: { kind: 'range', wallet: 'points', least: 10, most: 50, step: 5 },
  });
  const { body } = await quoted(35);
  expect(body.priced).toMatchObject({ due: 46_500, spent: [{ points: 35 }], payments: [] });
  expect((await shop.ask('POST', `/v1/till/quotes/${body.id}/commit`, { paid: 46_500 })).status).toBe(201);
  // Of the 60 there are 25 left: 50 are too many, and 33 are no whole steps.
  expect((await quoted(50)).body.priced).toMatchObject({ due: 50_000, spent: [], payments: [] });
  expect((await quoted(33)).body.priced).toMatchObject({ due: 50_000, decisions: [{ outcome: 'skipped' }] });
  expect((await quoted(25)).body.priced).toMatchObject({ due: 47_500 });
  expect(await shop.differences()).toEqual([]);
});

test('a partner is owed for their reward in a basket, once, and no more when all of the order has come back', async () => {
  const person = await shop.person('+989121230003');
  await shop.give(person, 'points', 100);
  await reward('cinema-seat', { partner: { key: 'cinema', name: 'سینما', owed: 40_000 } });
  const entries = () =>
    shop.served.database.withBusiness(shop.business.id, async (tx) => {
      const { rows } = await tx.query(
        `SELECT partner, kind, amount, order_number AS order, wallet, units FROM partner_entries
         WHERE business_id = this_business() ORDER BY entry_id`,
      );
      return rows;
    });
  const { body: quote } = await shop.ask<{ id: number; priced: { due: number } }>('POST', '/v1/till/quotes', {
    person,
    order: 'SEAT-1',
    basket: { lines: [{ item: 'tea', quantity: 2, unitPrice: 50_000 }] },
    rewards: [{ reward: 'cinema-seat' }],
  });
  expect(await entries()).toEqual([]);
  const pay = () => shop.ask('POST', `/v1/till/quotes/${quote.id}/commit`, { paid: quote.priced.due });
  expect((await pay()).status).toBe(201);
  expect((await pay()).status).toBe(201);
  const redeemed = {
    partner: 'cinema',
    kind: 'redeemed',
    amount: 40_000,
    order: 'SEAT-1',
    wallet: 'points',
    units: 100,
  };
  expect(await entries()).toEqual([redeemed]);
  const back = (quantity: number) =>
    shop.ask('POST', '/v1/till/orders/SEAT-1/returns', { lines: [{ line: 0, quantity }], reason: '' });
  expect((await back(1)).status).toBe(201);
  expect(await entries()).toEqual([redeemed]);
  expect((await back(1)).status).toBe(201);
  expect(await entries()).toEqual([redeemed, { ...redeemed, kind: 'cancelled', amount: -40_000 }]);
  expect(await shop.differences()).toEqual([]);
});
