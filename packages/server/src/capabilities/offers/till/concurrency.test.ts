import { afterAll, beforeAll, expect, test } from 'vitest';
import { CLUB, openTillShop, type TillShop } from '../testing-shop.ts';

interface Priced {
  readonly due: number;
  readonly byWallets: number;
  readonly byGiftCards: number;
  readonly decisions: readonly {
    source: string;
    outcome: string;
    amount: number;
    reasons: { code: string }[];
  }[];
}
interface Quoted {
  readonly id: number;
  readonly priced: Priced;
}

const TILLS = 64;
const POINTS = 1_000;
const CARD = 500_000;
const USES = 20;
const BUDGET = 155_000;

let shop: TillShop;
beforeAll(async () => {
  shop = await openTillShop('busy-shop');
  // What is earned here vests later: else the first to pay would give those who come last more to spend.
  await shop.publish({ ...CLUB, rules: CLUB.rules.map((rule) => ({ ...rule, wallet: 'credit' })) });
});
afterAll(async () => {
  await shop.close();
});

const offer = (key: string, share: number, rest: object) => ({
  key,
  name: { fa: key, en: key },
  for: {},
  gives: { kind: 'percent', share },
  when: { zone: 'Asia/Tehran' },
  by: 'itself',
  announcement: 'private',
  stacking: { exclusive: false, order: 1 },
  newcomers: true,
  ...rest,
});
const sum = (amounts: readonly number[]): number => amounts.reduce((total, one) => total + one, 0);

test('64 tills at once on one person, budget, code and gift card: exactly what is there is spent, and given back', async () => {
  const person = await shop.person('+989121110000');
  const card = await shop.giftCard(CARD);
  for (const one of [offer('by-code', 500, { by: 'code' }), offer('budgeted', 1000, { budget: BUDGET })]) {
    expect((await shop.ask('POST', '/v1/club/offers', one)).status).toBe(201);
    expect(
      (await shop.ask('PUT', `/v1/club/offers/${one.key}/state`, { state: 'active', revision: 1 })).status,
    ).toBe(200);
  }
  const guard = { heldBack: 'trim', perks: [] };
  const { body: settings } = await shop.ask<{ settings: object; revision: number }>(
    'GET',
    '/v1/club/offer-settings',
  );
  const changed = await shop.ask('PUT', '/v1/club/offer-settings', {
    settings: { ...settings.settings, guard },
    revision: settings.revision,
  });
  expect(changed.status, JSON.stringify(changed.body)).toBe(200);
  await shop.word('NOWRUZ', 'by-code', USES);
  await shop.give(person, 'points', POINTS);

  const asked = (place: number) => ({
    person,
    order: `busy-${place}`,
    basket: { lines: [{ item: 'a', quantity: 1, unitPrice: 100_000 }] },
    use: [{ wallet: 'points', units: 100 }],
    giftCards: [{ code: card.code, amount: 30_000 }],
    codes: ['NOWRUZ'],
  });
  const sales = await Promise.all(
    Array.from({ length: TILLS }, async (_, place) => {
      const quoted = await shop.ask<Quoted>('POST', '/v1/till/quotes', asked(place));
      expect(quoted.status, JSON.stringify(quoted.body)).toBe(201);
      const { id, priced } = quoted.body;
      const body = { paid: priced.due };
      const sold = await shop.ask<{ number: string }>('POST', `/v1/till/quotes/${id}/commit`, body);
      expect(sold.status, JSON.stringify(sold.body)).toBe(201);
      return { id, priced, body };
    }),
  );

  const taken = (source: string) =>
    sales.flatMap(({ priced }) =>
      priced.decisions.filter((one) => one.source.startsWith(source) && one.amount > 0),
    );
  expect(sum(sales.map(({ priced }) => priced.byWallets))).toBe(POINTS * 100);
  expect(sum(sales.map(({ priced }) => priced.byGiftCards))).toBe(CARD);
  expect(taken('voucher:')).toHaveLength(USES);
  expect(sum(taken('offer:budgeted').map(({ amount }) => amount))).toBe(BUDGET);
  // A code that is skipped says why.
  const skipped = sales.flatMap(({ priced }) =>
    priced.decisions.filter(({ source, outcome }) => source.startsWith('voucher:') && outcome === 'skipped'),
  );
  expect(skipped.every(({ reasons }) => reasons.length > 0)).toBe(true);
  expect(await shop.differences()).toEqual([]);

  // The same requests again change nothing.
  const used = await budgetUsed();
  expect(used).toBe(BUDGET);
  await Promise.all(
    sales.map(async ({ id, body }) => {
      expect((await shop.ask('POST', `/v1/till/quotes/${id}/commit`, body)).status).toBe(201);
    }),
  );
  expect(await budgetUsed()).toBe(BUDGET);

  // And the way back is locked as well: every order is cancelled, by two tills at the same time.
  await Promise.all(
    sales.flatMap((_, place) =>
      [1, 2].map(() => shop.ask('POST', `/v1/till/orders/busy-${place}/cancel`, {})),
    ),
  );
  expect(await budgetUsed()).toBe(0);
  const after = await shop.ask<Quoted>('POST', '/v1/till/quotes', {
    ...asked(1_000),
    use: [{ wallet: 'points', units: 10_000 }],
    basket: { lines: [{ item: 'a', quantity: 10, unitPrice: 100_000 }] },
    giftCards: [{ code: card.code }],
    dry_run: true,
  });
  expect(after.body.priced).toMatchObject({ byWallets: POINTS * 100, byGiftCards: CARD });
  expect(await shop.differences()).toEqual([]);
}, 180_000);

async function budgetUsed(): Promise<number | undefined> {
  const { body } = await shop.ask<{
    budgets: { offer: string | null; counts: string; used: number; held: number }[];
  }>('GET', '/v1/club/budgets');
  const budget = body.budgets.find((one) => one.offer === 'budgeted' && one.counts === 'money');
  expect(budget?.held).toBe(0);
  return budget?.used;
}
