import { afterAll, beforeAll, expect, test } from 'vitest';
import { balancesOf, refundCard, topUpCard } from '../../programme/index.ts';
import { CLUB, openTillShop, type TillShop } from '../testing-shop.ts';

/** Gift cards that are sold at the till, on lines of a basket with other things in it. */

let shop: TillShop;
beforeAll(async () => {
  shop = await openTillShop('card-sales-shop');
  await shop.publish(CLUB);
});
afterAll(() => shop.close());

const CARD = { item: 'gift-card', kind: 'gift-card', unitPrice: 200_000 } as const;
const TEA = { item: 'tea', quantity: 2, unitPrice: 50_000 } as const;

interface Cards {
  readonly cards: readonly { line: number; card: number; amount: number; code: string | null }[];
  readonly left: number;
}
let mobiles = 0;

async function sell(lines: readonly object[], more: object = {}) {
  const person = await shop.person(`+98912444${String((mobiles += 1)).padStart(4, '0')}`);
  const order = `C-${mobiles}`;
  const { body: quoted } = await shop.ask<{ id: number; priced: { due: number } }>(
    'POST',
    '/v1/till/quotes',
    {
      person,
      order,
      basket: { lines },
      ...more,
    },
  );
  const { status } = await shop.ask('POST', `/v1/till/quotes/${quoted.id}/commit`, {
    paid: quoted.priced.due,
  });
  expect(status).toBe(201);
  return { person, order, due: quoted.priced.due };
}
const issue = (order: string, headers?: Record<string, string>) =>
  shop.ask<Cards & { code?: string }>('POST', `/v1/till/orders/${order}/gift-cards`, {}, headers);
const cashier = async (): Promise<Record<string, string>> => ({
  authorization: `Bearer ${await shop.served.key(shop.business, ['till:write'])}`,
});

test('pain 10: a cashier sells a card with other things: it is owed, no income, earns nothing, and its money can be spent', async () => {
  const { person, order, due } = await sell([TEA, { ...CARD, quantity: 2 }]);
  expect(due).toBe(500_000);
  const { status, body } = await issue(order, await cashier());
  expect(status).toBe(201);
  expect(body).toMatchObject({
    cards: [
      { line: 1, amount: 200_000 },
      { line: 1, amount: 200_000 },
    ],
    left: 0,
  });
  // What was bought and earned is the tea alone.
  const told = await shop.served.database.withBusiness(shop.business.id, async (tx) => {
    const { rows: facts } = await tx.query<{ amount: number }>(
      `SELECT amount::int8 AS amount FROM facts
       WHERE business_id = this_business() AND person_id = $1 AND type = 'order.paid'`,
      [person],
    );
    const { rows: entries } = await tx.query<{ name: string; units: number }>(
      `SELECT e.against AS name, sum(e.units)::int8 AS units FROM club_entries e
       JOIN club_transactions t USING (business_id, transaction_id)
       WHERE e.business_id = this_business() AND t.cause ->> 'order' = $1 AND t.wallet = 'gift-card'
       GROUP BY e.against`,
      [order],
    );
    const balances = await balancesOf(tx, { kind: 'person', id: person }, { now: shop.served.clock.now() });
    return { facts, entries, points: balances.find(({ wallet }) => wallet === 'points')?.available };
  });
  expect(told).toEqual({
    facts: [{ amount: 100_000 }],
    entries: [{ name: 'sold', units: 400_000 }],
    points: 10,
  });

  const [card] = body.cards;
  const spent = await shop.ask<{ priced: { byGiftCards: number; due: number } }>('POST', '/v1/till/quotes', {
    dry_run: true,
    basket: { lines: [{ ...TEA, quantity: 5 }] },
    giftCards: [{ code: card?.code }],
  });
  expect(spent.body.priced).toMatchObject({ byGiftCards: 200_000, due: 50_000 });
  expect(await shop.differences()).toEqual([]);
});

test('each piece gets one card, however often and by however many it is asked', async () => {
  const { order } = await sell([{ ...CARD, quantity: 3 }]);
  const answers = await Promise.all([1, 2, 3, 4].map(() => issue(order)));
  expect(answers.flatMap(({ body }) => body.cards ?? [])).toHaveLength(3);
  expect(answers.filter(({ body }) => body.code === 'gift_cards_none_due')).toHaveLength(3);
  const key = { 'idempotency-key': 'cards-once' };
  const second = await sell([{ ...CARD, quantity: 1 }]);
  const first = await issue(second.order, { ...(await cashier()), ...key });
  const again = await issue(second.order, { ...(await cashier()), ...key });
  expect(first.body.cards[0]?.code).toMatch(/[0-9A-Z]/);
  // A code is told once, also to whoever repeats the question.
  expect(again.body.cards).toEqual(first.body.cards.map((one) => ({ ...one, code: null })));
});

test('a card whose code got lost on its way gets a new one at the till, while it is as it was sold', async () => {
  const { order } = await sell([TEA, { ...CARD, quantity: 1 }]);
  const { body } = await issue(order);
  const [lost] = body.cards;
  const recode = (number: string, card: number | undefined, headers?: Record<string, string>) =>
    shop.ask<{ code: string | null; card: number; tail: string; amount: number }>(
      'POST',
      `/v1/till/orders/${number}/gift-cards/recode`,
      { card },
      headers,
    );
  const key = { ...(await cashier()), 'idempotency-key': 'recode-once' };
  const first = await recode(order, lost?.card, key);
  expect(first).toMatchObject({ status: 201, body: { card: lost?.card, amount: 200_000 } });
  // Lost once more, and given once more: nothing but the last code is worth anything.
  expect((await recode(order, lost?.card, key)).body).toEqual({ ...first.body, code: null });
  const last = await recode(order, lost?.card);
  const pays = async (code: string | null | undefined) =>
    (
      await shop.ask<{ priced: { byGiftCards: number } }>('POST', '/v1/till/quotes', {
        dry_run: true,
        basket: { lines: [{ ...TEA, quantity: 5 }] },
        giftCards: [{ code }],
      })
    ).body.priced.byGiftCards;
  expect([await pays(lost?.code), await pays(first.body.code), await pays(last.body.code)]).toEqual([
    0, 0, 200_000,
  ]);

  const { order: other } = await sell([TEA]);
  expect((await recode(other, lost?.card)).body).toMatchObject({ code: 'gift_card_unknown' });
  expect((await recode('no-such-order', lost?.card)).body).toMatchObject({ code: 'order_unknown' });
  const { database, clock } = shop.served;
  const now = clock.now();
  clock.set(now + 86_400_000);
  expect((await recode(order, lost?.card)).body).toMatchObject({ code: 'gift_card_not_fresh' });
  clock.set(now);
  // Once something was done with it, it is in somebody's hand.
  await database.withBusiness(shop.business.id, async (tx) => {
    const more = await topUpCard(tx, lost?.card ?? 0, { amount: 5, paid: true }, { by: 'test', now });
    expect(more.ok).toBe(true);
  });
  expect((await recode(order, lost?.card)).body).toMatchObject({ code: 'gift_card_not_fresh' });
  expect(await shop.differences()).toEqual([]);
});

test('what came back gets no card, and a card that came back is good for nothing', async () => {
  const { order } = await sell([TEA, { ...CARD, quantity: 2 }]);
  const back = await shop.ask<{ money: number; cardsEnded: number[] }>(
    'POST',
    `/v1/till/orders/${order}/returns`,
    { lines: [{ line: 1, quantity: 1 }] },
  );
  expect(back.body).toMatchObject({ money: 200_000, cardsEnded: [] });
  const { body } = await issue(order);
  expect(body.cards).toHaveLength(1);
  expect((await issue(order)).body.code).toBe('gift_cards_none_due');
  const rest = await shop.ask<{ money: number; cardsEnded: number[] }>(
    'POST',
    `/v1/till/orders/${order}/cancel`,
    {},
  );
  expect(rest.body).toMatchObject({ money: 300_000, cardsEnded: [body.cards[0]?.card] });
  expect((await issue(order)).body.code).toBe('gift_cards_none_due');
  expect(await shop.differences()).toEqual([]);
});

test('a card that was refunded elsewhere is not made a second time', async () => {
  const { order } = await sell([{ ...CARD, quantity: 1 }]);
  const { body } = await issue(order);
  const { database, clock } = shop.served;
  await database.withBusiness(shop.business.id, async (tx) => {
    const author = { by: 'test', now: clock.now() };
    expect((await refundCard(tx, body.cards[0]?.card ?? 0, { reason: 'x' }, author)).ok).toBe(true);
  });
  expect((await issue(order)).body.code).toBe('gift_cards_none_due');
});

test('another business and an order that is not there have none', async () => {
  const { order } = await sell([{ ...CARD, quantity: 1 }]);
  const stranger = await shop.served.key(await shop.served.business('card-sales-stranger'), ['till:write']);
  expect((await issue(order, { authorization: `Bearer ${stranger}` })).body.code).toBe('order_unknown');
  expect((await issue('no-such-order')).status).toBe(404);
  const { order: tea } = await sell([TEA]);
  expect((await issue(tea)).body.code).toBe('gift_cards_none_due');
});
