import type { Offer } from '@nardeban/core/offers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { CLUB, openTillShop, type TillShop } from './testing-shop.ts';

let shop: TillShop;
beforeAll(async () => {
  shop = await openTillShop('open-offers-shop');
  await shop.publish(CLUB);
});
afterAll(() => shop.close());

async function offer(key: string, more: Partial<Offer>, state = 'active'): Promise<void> {
  const whole: Offer = {
    key,
    name: { fa: key, en: key },
    for: {},
    gives: { kind: 'amount', amount: 1_000 },
    when: { zone: 'Asia/Tehran' },
    by: 'asking',
    announcement: 'private',
    stacking: { exclusive: false, order: 1 },
    newcomers: true,
    ...more,
  };
  const made = await shop.ask('POST', '/v1/club/offers', whole);
  expect(made.status).toBe(201);
  if (state !== 'draft') await shop.ask('PUT', `/v1/club/offers/${key}/state`, { state, revision: 1 });
}

interface Open {
  readonly sum: number;
  readonly unbounded: number;
  readonly offers: readonly { key: string; most: number | null }[];
}
const open = async (headers?: Record<string, string>) =>
  (await shop.ask<Open>('GET', '/v1/club/offers-open', undefined, headers)).body;

test('what open offers can still cost is what their budgets and uses leave, less what was given', async () => {
  await offer('by-uses', { limits: { total: 5, perDay: 2 } });
  await offer('by-budget', { gives: { kind: 'percent', share: 1_000 }, budget: 30_000 });
  await offer('endless', { gives: { kind: 'percent', share: 500 } });
  await offer('draft', { budget: 9_000 }, 'draft');
  await offer('over', { budget: 9_000, when: { zone: 'Asia/Tehran', to: shop.served.clock.now() } });
  expect(await open()).toMatchObject({
    sum: 35_000,
    unbounded: 1,
    offers: [
      { key: 'endless', most: null },
      { key: 'by-budget', most: 30_000 },
      { key: 'by-uses', most: 5_000 },
    ],
  });

  // Who has bought before may have them.
  const person = await shop.person('+989121110009');
  const quote = (order: string, offers: string[]) =>
    shop.ask<{ id: number; priced: { due: number } }>('POST', '/v1/till/quotes', {
      person,
      order,
      offers,
      basket: { lines: [{ item: 'tea', quantity: 1, unitPrice: 50_000 }] },
    });
  const commit = ({ body: { id, priced } }: Awaited<ReturnType<typeof quote>>) =>
    shop.ask('POST', `/v1/till/quotes/${id}/commit`, { paid: priced.due });
  await commit(await quote('O-0', []));
  const quoted = await quote('O-1', ['by-uses', 'by-budget']);
  expect(quoted.body.priced.due).toBe(44_000);
  // What a quote keeps aside may still be let go.
  expect(await open()).toMatchObject({ sum: 35_000 });
  expect((await commit(quoted)).status).toBe(201);
  expect(await open()).toMatchObject({ sum: 29_000 });
  await shop.ask('POST', '/v1/till/orders/O-1/cancel', {});
  expect(await open()).toMatchObject({ sum: 35_000 });

  const stranger = await shop.served.key(await shop.served.business('open-offers-stranger'), ['club:read']);
  expect(await open({ authorization: `Bearer ${stranger}` })).toMatchObject({ sum: 0, offers: [] });
});
