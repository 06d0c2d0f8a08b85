import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTillShop, type TillShop } from '../testing-shop.ts';

interface Quoted {
  readonly id: number;
  readonly proof: { readonly of: string[] } | null;
}

let shop: TillShop;
beforeAll(async () => {
  shop = await openTillShop('proof-shop');
});
afterAll(async () => {
  await shop.close();
});

test('a one-time code sent to the mobile proves who spends: a wrong one does not, and a right one does once', async () => {
  const mobile = '+989125550000';
  const person = await shop.person(mobile);
  await shop.give(person, 'credit', 90_000);
  const quoting = () =>
    shop.ask<Quoted>('POST', '/v1/till/quotes', {
      person,
      basket: { lines: [{ item: 'a', quantity: 1, unitPrice: 100_000 }] },
      use: [{ wallet: 'credit', units: 40_000 }],
    });
  const { body: quote } = await quoting();
  expect(quote.proof).toEqual({ of: ['wallet:credit'] });
  const asked = await shop.ask<{ challenge: string; to: string }>(
    'POST',
    `/v1/till/quotes/${quote.id}/proof`,
    {},
  );
  expect(asked.status, JSON.stringify(asked.body)).toBe(201);
  expect(asked.body.to).not.toContain('5550');
  const code = await shop.lastCode(mobile);
  const told = (proof: object) => ({ paid: 60_000, proof });
  const commit = (id: number, body: object) =>
    shop.ask<{ code?: string; number?: string }>('POST', `/v1/till/quotes/${id}/commit`, body);
  const wrong = code === '000000' ? '111111' : '000000';
  expect(await commit(quote.id, told({ challenge: asked.body.challenge, code: wrong }))).toMatchObject({
    status: 422,
    body: { code: 'one_time_code_wrong' },
  });
  const right = told({ challenge: asked.body.challenge, code });
  const sold = await commit(quote.id, right);
  expect(sold.status, JSON.stringify(sold.body)).toBe(201);
  expect((await commit(quote.id, right)).body.number).toBe(sold.body.number);
  // The code was asked for this quote, and is good for no other.
  const { body: other } = await quoting();
  expect((await commit(other.id, right)).status).toBe(422);
  await shop.ask('DELETE', `/v1/till/quotes/${other.id}`);
});
