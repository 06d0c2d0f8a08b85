import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildApp } from '../../app.ts';
import {
  type Ask,
  askWith,
  bearer,
  type Served,
  serveForTest,
  TEST_NOW,
} from '../../platform/http/testing.ts';
import type { Business } from '../../platform/tenancy/index.ts';
import { receiveFacts } from '../facts/index.ts';
import { drainClimbs, foundBusiness } from '../ladder/index.ts';

const DAY = 86_400_000;
let served: Served;
let business: Business;
let ask: Ask;
/** By how often they bought: nobody, once, twice … six times. */
const people: number[] = [];

beforeAll(async () => {
  served = await serveForTest(buildApp);
  await served.prepareJobs();
  const founded = await foundBusiness(served.database, served.clock, { slug: 'thanks', name: 'Thanks' });
  if (!founded.ok) throw new Error(founded.refusal.code);
  business = founded.value;
  ask = askWith(served, bearer(await served.key(business)));
  for (let orders = 0; orders < 7; orders++) {
    const person = { mobile: `0912444000${orders}`, name: `buys ${orders}` };
    const [first] = await receiveFacts(served.database, served.clock, business, [
      { person, type: 'page.viewed', at: TEST_NOW - 300 * DAY, data: {}, key: `seen ${orders}` },
      ...Array.from({ length: orders }, (_, at) => ({
        person,
        type: 'order.paid',
        at: TEST_NOW - (10 + at * 20) * DAY,
        data: { order: `${orders}-${at}`, amount: 1_000_000, onTime: true },
        key: `${orders}-${at}`,
      })),
    ]);
    if (first === undefined || first.status === 'refused' || first.personId === null)
      throw new Error('refused');
    people.push(first.personId);
  }
  await drainClimbs(served.database, served.clock, business.id);
});
afterAll(() => served.close());

const base = {
  name: { fa: 'سپاس', en: 'Thanks' },
  gives: { kind: 'percent', share: 500 },
  when: { zone: 'Asia/Tehran' },
  by: 'itself',
  announcement: 'private',
  stacking: { exclusive: false, order: 1 },
  newcomers: false,
};

async function made(key: string, more: object): Promise<void> {
  const answer = await ask('POST', '/v1/club/offers', { ...base, key, ...more });
  expect(answer.status, JSON.stringify(answer.body)).toBe(201);
}

/** All pages, each of at most so many. */
async function all(key: string, limit = 2) {
  const found = [];
  for (let after = 0; ; ) {
    const { status, body } = await ask('GET', `/v1/club/offers/${key}/people?limit=${limit}&after=${after}`);
    expect(status, JSON.stringify(body)).toBe(200);
    expect(body.people.length).toBeLessThanOrEqual(limit);
    found.push(...body.people);
    if (body.next === null) return found;
    expect(body.next).toBeGreaterThan(after);
    after = body.next;
  }
}

test('those on the list are told page by page, by whom, and what speaks against one of them', async () => {
  await made('chosen', { for: { chosen: true } });
  const [newcomer = 0, , twice = 0, , four = 0] = people;
  await ask('POST', '/v1/club/offers/chosen/people', { add: [four, newcomer, twice] });
  const found = await all('chosen');
  expect(found.map(({ person }) => person)).toEqual([newcomer, twice, four].sort((a, b) => a - b));
  expect(found.find(({ person }) => person === four)).toEqual({
    person: four,
    name: 'buys 4',
    listed: { by: expect.any(String), at: TEST_NOW },
    rung: null,
    appreciation: null,
    against: null,
    because: null,
  });
  expect(found.find(({ person }) => person === newcomer)).toMatchObject({
    against: { code: 'not_for_newcomers', detail: { orders: 1, kept: 0 } },
  });
  await ask('POST', '/v1/club/offers/chosen/people', { remove: [twice] });
  expect((await all('chosen')).map(({ person }) => person)).toEqual([newcomer, four].sort((a, b) => a - b));
});

test('of an offer with criteria those who meet them, each with the figures and facts', async () => {
  await made('regulars', { for: { who: { measure: 'count', of: 'order.paid', atLeast: 3 } } });
  const found = await all('regulars', 3);
  expect(found.map(({ name }) => name)).toEqual(['buys 3', 'buys 4', 'buys 5', 'buys 6']);
  expect(found[0]).toMatchObject({
    listed: null,
    against: null,
    because: { kind: 'condition', holds: true, measured: 3, factCount: 3 },
  });
  expect(found[0].because.facts).toHaveLength(3);
});

test('of an offer for a rung and a score those who stand there and deserve as much thanks', async () => {
  const { ladders } = (await ask('GET', '/v1/ladders')).body;
  const ladder = ladders.find(({ kind }: { kind: string }) => kind === 'ladder');
  const [, , ...upper] = ladder.places.map(({ key }: { key: string }) => key);
  await made('top', { for: { rungs: { ladder: ladder.key, rungs: upper }, appreciation: 10 } });
  const found = await all('top', 1);
  expect(found.length).toBeGreaterThan(0);
  expect(found.length).toBeLessThan(people.length);
  for (const one of found) {
    expect(one.rung).toMatchObject({ fa: expect.any(String) });
    expect(one.appreciation).toBeGreaterThanOrEqual(10);
    expect(one.because).toBeNull();
  }
  await made('none-so-high', { for: { appreciation: 100 } });
  expect(await all('none-so-high')).toEqual([]);
});

test('two who were merged are one, by the number they go by', async () => {
  await made('merged', { for: { chosen: true } });
  const [, once = 0, , , , five = 0] = people;
  await ask('POST', '/v1/club/offers/merged/people', { add: [once, five] });
  const merged = await ask('POST', '/v1/merges', { loser: once, winner: five, reason: 'one and the same' });
  expect(merged.status, JSON.stringify(merged.body)).toBeLessThan(300);
  expect((await all('merged', 5)).map(({ person }) => person)).toEqual([five]);
});

test('an offer nobody knows, another business and a key without the right are refused', async () => {
  expect(await ask('GET', '/v1/club/offers/nothing/people')).toMatchObject({
    status: 404,
    body: { code: 'offer_unknown' },
  });
  expect((await ask('GET', '/v1/club/offers/chosen/people?limit=101')).status).toBe(400);
  const url = '/v1/club/offers/chosen/people';
  const stranger = bearer(await served.key(await served.business('stranger')));
  expect((await served.app.inject({ url, headers: stranger })).statusCode).toBe(404);
  const other = bearer(await served.key(business, ['people:read']));
  expect((await served.app.inject({ url, headers: other })).statusCode).toBe(403);
});
