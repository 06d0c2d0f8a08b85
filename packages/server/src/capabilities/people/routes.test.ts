import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildApp } from '../../app.ts';
import { bearer, type Served, serveForTest, TEST_NOW } from '../../platform/http/testing.ts';
import type { Business } from '../../platform/tenancy/index.ts';

let served: Served;
let shop: Business;
let key = '';

beforeAll(async () => {
  served = await serveForTest(buildApp);
  shop = await served.business('cafe');
  key = await served.key(shop);
});
afterAll(() => served.close());

const get = async (url: string, headers: Record<string, string> = bearer(key)) =>
  (await served.app.inject({ url, headers })).json();
const post = async (url: string, payload: object = {}, headers: Record<string, string> = {}) =>
  served.app.inject({ method: 'POST', url, headers: { ...bearer(key), ...headers }, payload });

let told = 0;
async function meet(person: object): Promise<number | null> {
  told += 1;
  const { results } = (
    await post('/v1/facts', { facts: [{ person, type: 'visit.made', at: TEST_NOW - 1000, key: `f${told}` }] })
  ).json();
  return results[0].personId;
}

describe('finding people', () => {
  test('by name in any spelling, by number, and by its last digits', async () => {
    const id = await meet({ mobile: '09121112233', name: 'علی‌رضا كريمي', external: 'c-1' });
    for (const search of ['علیرضا', 'کریمی', '۰۹۱۲۱۱۱۲۲۳۳', '2233', 'c-1']) {
      const { people } = await get(`/v1/people?search=${encodeURIComponent(search)}`);
      expect([search, people.map((person: { id: number }) => person.id)]).toEqual([search, [id]]);
    }
    expect(await get('/v1/people')).toEqual({ people: [] });
    expect((await get(`/v1/people?search=${'x'.repeat(201)}`)).code).toBe('input_invalid');
    expect((await get('/v1/people?search=%00')).code).toBe('text_unreadable');
    expect((await get('/v1/people?limit=0')).field).toBe('limit');
  });

  test('shows one with identifiers, traits and since when', async () => {
    const id = await meet({ email: 'Sara@Example.com', name: 'سارا' });
    await post('/v1/facts', {
      facts: [
        {
          person: { id },
          type: 'trait.changed',
          at: TEST_NOW,
          key: 'city',
          data: { trait: 'city', value: 'تهران' },
        },
      ],
    });
    expect(await get(`/v1/people/${id}`)).toEqual({
      id,
      name: 'سارا',
      kind: 'person',
      identifiers: [{ kind: 'email', value: 'sara@example.com' }],
      traits: { city: 'تهران' },
      knownSince: TEST_NOW - 1000,
      mergedFrom: [],
    });
  });

  test('never finds those of another business', async () => {
    const id = await meet({ mobile: '09123334455', name: 'پنهان' });
    const other = bearer(await served.key(await served.business('other')));
    expect(await get('/v1/people?search=پنهان', other)).toEqual({ people: [] });
    for (const url of [`/v1/people/${id}`, `/v1/people/${id}/facts`, `/v1/people/${id}/merges`]) {
      expect(await get(url, other)).toMatchObject({ status: 404, code: 'person_unknown' });
    }
  });
});

describe('saying who is who', () => {
  test('merges once, whatever is sent twice, and takes it back', async () => {
    const loser = (await meet({ external: 'a' })) ?? 0;
    const winner = (await meet({ external: 'b' })) ?? 0;
    const idem = { 'idempotency-key': 'merge-1' };
    const merged = await post('/v1/merges', { loser, winner, reason: 'همان شخص' }, idem);
    const again = await post('/v1/merges', { loser, winner, reason: 'همان شخص' }, idem);
    expect([merged.statusCode, again.statusCode, again.headers['idempotent-replayed']]).toEqual([
      201,
      201,
      'true',
    ]);
    expect(again.json()).toEqual(merged.json());
    expect(await get(`/v1/people/${loser}`)).toMatchObject({ id: winner, mergedFrom: [loser] });
    expect((await get(`/v1/people/${winner}/facts`)).facts).toHaveLength(2);
    expect((await get(`/v1/people/${winner}/merges`)).merges).toMatchObject([
      { loser, winner, reason: 'همان شخص' },
    ]);

    const { mergeId } = merged.json();
    expect((await post(`/v1/merges/${mergeId}/undo`)).statusCode).toBe(200);
    expect(await get(`/v1/people/${loser}`)).toMatchObject({ id: loser, mergedFrom: [] });
    expect((await post(`/v1/merges/${mergeId}/undo`)).json()).toMatchObject({
      status: 409,
      code: 'merge_already_undone',
    });
  });

  test('refuses what cannot be one person', async () => {
    const id = (await meet({ external: 'alone' })) ?? 0;
    expect((await post('/v1/merges', { loser: id, winner: id })).json().code).toBe('merge_with_itself');
    expect((await post('/v1/merges', { loser: id, winner: 999_999 })).json()).toMatchObject({
      status: 404,
      code: 'person_unknown',
    });
    expect((await post('/v1/merges/999999/undo')).json()).toMatchObject({
      status: 404,
      code: 'merge_unknown',
    });
  });

  test('lists what could not be decided, and lets somebody decide', async () => {
    const first = (await meet({ mobile: '09120000001' })) ?? 0;
    await meet({ email: 'two@example.com' });
    expect(await meet({ mobile: '09120000001', email: 'two@example.com' })).toBeNull();
    const { conflicts, next } = await get('/v1/conflicts');
    expect([conflicts.length, next]).toEqual([1, null]);
    expect(conflicts[0]).toMatchObject({
      kind: 'two_people',
      facts: 1,
      candidates: expect.arrayContaining([first]),
    });
    const url = `/v1/conflicts/${conflicts[0].id}/decision`;
    expect((await post(url, { decide: 'assign', person: 999_999 })).json().code).toBe(
      'person_not_a_candidate',
    );
    expect((await post(url, { decide: 'assign', person: first })).json()).toEqual({ facts: 1 });
    expect((await post(url, { decide: 'dismiss' })).json()).toMatchObject({
      status: 409,
      code: 'conflict_already_decided',
    });
    expect((await post('/v1/conflicts/999999/decision', { decide: 'dismiss' })).json()).toMatchObject({
      status: 404,
      code: 'conflict_unknown',
    });
    expect((await get('/v1/conflicts')).conflicts).toEqual([]);
  });
});
