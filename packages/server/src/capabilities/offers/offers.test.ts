import { afterAll, beforeAll, expect, test } from 'vitest';
import { appendFacts, sourceId } from '../facts/index.ts';
import { openTillShop, type TillShop } from './testing-shop.ts';

let shop: TillShop;
beforeAll(async () => {
  shop = await openTillShop('offer-shop');
});
afterAll(async () => {
  await shop.close();
});

const offer = {
  key: 'spring',
  name: { fa: 'بهار', en: 'Spring' },
  for: { who: { measure: 'count', of: 'order.paid', atLeast: 1 } },
  gives: { kind: 'percent', share: 500 },
  when: { zone: 'Asia/Tehran' },
  by: 'itself',
  announcement: 'public',
  stacking: { exclusive: false, order: 1 },
  newcomers: false,
};

test('an offer is written, changed by whoever saw it last, begun, paused, and archived for good', async () => {
  const made = await shop.ask<{ revision: number; state: string }>('POST', '/v1/club/offers', offer, {
    'idempotency-key': 'o1',
  });
  expect(made).toMatchObject({ status: 201, body: { state: 'draft', revision: 1, chosen: 0 } });
  const replay = await shop.ask('POST', '/v1/club/offers', offer, { 'idempotency-key': 'o1' });
  expect(replay.headers['idempotent-replayed']).toBe('true');
  expect(await shop.ask('POST', '/v1/club/offers', offer)).toMatchObject({
    status: 409,
    body: { code: 'offer_key_taken' },
  });
  const bad = { ...offer, key: 'bad', for: { who: { measure: 'count', of: 'no.such', atLeast: 1 } } };
  expect((await shop.ask('POST', '/v1/club/offers', bad)).status).toBe(422);
  const nowhere = { ...offer, key: 'bad', for: { rungs: { ladder: 'no-such', rungs: ['x'] } } };
  expect(await shop.ask('POST', '/v1/club/offers', nowhere)).toMatchObject({
    status: 404,
    body: { code: 'ladder_unknown' },
  });
  const changed = { ...offer, gives: { kind: 'percent', share: 700 } };
  expect(await shop.ask('PUT', '/v1/club/offers/spring', { offer: changed, revision: 1 })).toMatchObject({
    status: 200,
    body: { revision: 2 },
  });
  expect(await shop.ask('PUT', '/v1/club/offers/spring', { offer, revision: 1 })).toMatchObject({
    status: 409,
    body: { code: 'changed_meanwhile' },
  });
  expect(
    await shop.ask('PUT', '/v1/club/offers/spring', { offer: { ...offer, key: 'summer' }, revision: 2 }),
  ).toMatchObject({ body: { code: 'offer_key_fixed' } });
  const begun = await shop.ask<{ revision: number }>('PUT', '/v1/club/offers/spring/state', {
    state: 'active',
    revision: 2,
  });
  expect(begun).toMatchObject({ status: 200, body: { state: 'active' } });
  expect(await shop.ask('GET', '/v1/club/offers?state=active')).toMatchObject({
    body: { offers: [{ offer: { key: 'spring' } }], next: null },
  });
  await shop.ask('PUT', '/v1/club/offers/spring/state', { state: 'archived', revision: 3 });
  expect(await shop.ask('PUT', '/v1/club/offers/spring', { offer: changed, revision: 4 })).toMatchObject({
    status: 409,
    body: { code: 'offer_archived' },
  });
  expect((await shop.ask('GET', '/v1/club/offers/none')).status).toBe(404);
});

test('the guard is what the business says, and whoever saw an older state of it changes nothing', async () => {
  const before = await shop.ask<{ settings: { guard: object }; revision: number }>(
    'GET',
    '/v1/club/offer-settings',
  );
  expect(before.body).toMatchObject({ revision: 0, base: null });
  const settings = { ...before.body.settings, guard: { heldBack: 'refuse', mostDiscount: 300, perks: [] } };
  const changed = await shop.ask('PUT', '/v1/club/offer-settings', { settings, revision: 0 });
  expect(changed).toMatchObject({ status: 200, body: { revision: 1 } });
  expect(await shop.ask('PUT', '/v1/club/offer-settings', { settings, revision: 0 })).toMatchObject({
    status: 409,
    body: { code: 'changed_meanwhile' },
  });
  const base = { target: 1_000_000, ladder: 'none', rungs: ['client'] };
  expect(
    await shop.ask('PUT', '/v1/club/offer-settings', { settings: { ...settings, base }, revision: 1 }),
  ).toMatchObject({ status: 404 });
});

test('the best customers of a year are those with reason to be thanked, and an award is given once, as a deed and a fact', async () => {
  const { database, clock } = shop.served;
  const people = await Promise.all([1, 2, 3].map((n) => shop.person(`+98912333000${n}`)));
  const now = clock.now();
  await database.withBusiness(shop.business.id, async (tx) => {
    const source = await sourceId(tx, shop.business, 'test');
    await appendFacts(
      tx,
      shop.business,
      people.flatMap((person, place) =>
        Array.from({ length: (place + 1) * 2 }, (_, i) => ({
          personId: person,
          conflictId: null,
          type: 'order.paid',
          at: now - (i + 1) * 86_400_000,
          sourceId: source,
          key: `${person}-${i}`,
          data: { order: `${person}-${i}`, amount: 10_000, onTime: true },
        })),
      ),
    );
  });
  const best = people[2] ?? 0;
  const score = await shop.ask<{ score: number; parts: { key: string; facts: number[] }[] }>(
    'GET',
    `/v1/people/${best}/appreciation`,
  );
  expect(score.status, JSON.stringify(score.body)).toBe(200);
  expect(score.body.score).toBeGreaterThan(0);
  expect(score.body.parts.find(({ key }) => key === 'purchases')?.facts.length).toBe(6);
  const found = await shop.ask<{
    candidates: { person: number; place: number; orders: number; spent: number }[];
  }>('GET', '/v1/club/awards/1405/candidates?count=2');
  expect(found.body.candidates.map(({ person, orders }) => [person, orders])).toEqual([
    [people[2], 6],
    [people[1], 4],
  ]);
  const title = { fa: 'مشتری سال', en: 'Customer of the year' };
  const given = await shop.ask('POST', '/v1/club/awards/1405', {
    person: best,
    place: 1,
    title,
    isPublic: true,
  });
  expect(given).toMatchObject({ status: 201, body: { person: best, place: 1 } });
  expect(
    await shop.ask('POST', '/v1/club/awards/1405', { person: best, place: 2, title, isPublic: true }),
  ).toMatchObject({ status: 409 });
  expect(await shop.ask('GET', '/v1/club/awards/1405')).toMatchObject({
    body: { awards: [{ person: best, title }] },
  });
  const { rows } = await database.withBusiness(shop.business.id, (tx) =>
    tx.query<{ offer: string; deeds: number }>(
      `SELECT f.ref AS offer, (SELECT count(*)::int FROM deeds WHERE business_id = this_business() AND deed = 'award.given') AS deeds
       FROM facts f WHERE f.business_id = this_business() AND f.person_id = $1 AND f.type = 'offer.given'`,
      [best],
    ),
  );
  expect(rows).toEqual([{ offer: 'award-1405', deeds: 1 }]);
});
