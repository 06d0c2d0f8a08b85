import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildApp } from '../../app.ts';
import { type Ask, askWith, bearer, type Served, serveForTest } from '../../platform/http/testing.ts';
import type { Business } from '../../platform/tenancy/index.ts';
import { personalLink } from '../programme/index.ts';

let served: Served;
let shop: Business;
let ask: Ask;
let numbers = 0;

beforeAll(async () => {
  served = await serveForTest(buildApp);
  shop = await served.business('shop');
  ask = askWith(served, bearer(await served.key(shop)));
  await open(ask);
});
afterAll(() => served.close());

async function open(as: Ask): Promise<void> {
  const { body } = await as('GET', '/v1/club/portal');
  expect((await as('PUT', '/v1/club/portal', { ...body, open: true })).status).toBe(200);
}

/** Somebody with this name, whose mobile ends in what no answer may hold. */
async function someone(name: string | null, kind: 'person' | 'organisation' = 'person'): Promise<number> {
  numbers += 1;
  const mobile = `0912888${String(numbers).padStart(4, '0')}`;
  const fact = {
    person: { mobile, kind, ...(name === null ? {} : { name }) },
    type: 'page.viewed',
    at: served.clock.now(),
    source: 'till',
    key: `inviting-${numbers}`,
    data: {},
  };
  const { body } = await ask('POST', '/v1/facts', { facts: [fact] });
  return body.results[0].personId;
}

const author = () => ({ by: 'test', now: served.clock.now() });
const codeOf = async (person: number): Promise<string> =>
  (await served.database.withBusiness(shop.id, (tx) => personalLink(tx, [person], author()))).code;

/** What a stranger is told who comes by this code. */
async function told(friend: string, slug = 'shop') {
  const answer = await served.app.inject({ url: `/v1/portal/${slug}?friend=${encodeURIComponent(friend)}` });
  expect(answer.statusCode, answer.body).toBe(200);
  expect(answer.headers['cache-control']).toBe('no-store');
  return answer.json();
}

test('a friend is greeted by the first name of whoever sent the link, and learns nothing more of them', async () => {
  const code = await codeOf(await someone('خانم مریم احمدی'));
  const answer = await told(code);
  expect(answer.invitedBy).toBe('مریم');
  expect(JSON.stringify(answer)).not.toMatch(/احمدی|912888/);
  // As it is read out and typed, too.
  expect((await told(code.toLowerCase())).invitedBy).toBe('مریم');
  const { invitedBy, ...rest } = answer;
  expect(invitedBy).not.toBeNull();
  expect(await told('NOSUCHCODE')).toEqual({ ...rest, invitedBy: null });
  expect((await served.app.inject({ url: '/v1/portal/shop' })).json()).toEqual({ ...rest, invitedBy: null });
});

test.each<[string, string | null, 'person' | 'organisation']>([
  ['has no name', null, 'person'],
  ['is written down by the name of the family alone', 'آقای احمدی', 'person'],
  ['is written down by a number', '09128880000', 'person'],
  ['is written down by what a page would run', '<script>alert(1)</script>', 'person'],
  ['is a firm', 'بازرگانی احمدی', 'organisation'],
])('nobody is named where whoever invited %s', async (_, name, kind) => {
  expect((await told(await codeOf(await someone(name, kind)))).invitedBy).toBeNull();
});

test('nobody is named by a code that is no longer good, is mistyped, or is of another business', async () => {
  const person = await someone('مریم احمدی');
  const old = await codeOf(person);
  const { status, body } = await ask('POST', `/v1/people/${person}/referral/reissue`, {});
  expect(status, JSON.stringify(body)).toBe(201);
  const { code } = body;
  expect([(await told(old)).invitedBy, (await told(code)).invitedBy]).toEqual([null, 'مریم']);
  const mistyped = `${code.slice(0, -1)}${code.endsWith('A') ? 'B' : 'A'}`;
  for (const friend of [mistyped, '؟', "' OR 1=1 --", '0'.repeat(60)])
    expect((await told(friend)).invitedBy).toBeNull();
  const other = await served.business('other-shop');
  await open(askWith(served, bearer(await served.key(other))));
  expect((await told(code, 'other-shop')).invitedBy).toBeNull();
  expect((await served.app.inject({ url: `/v1/portal/shop?friend=${'0'.repeat(61)}` })).statusCode).toBe(400);
});

test('whoever was merged is named as who they are now', async () => {
  const [stays, gone] = [await someone('مریم احمدی'), await someone('ناشناس')];
  const code = await codeOf(gone);
  await ask('POST', '/v1/merges', { loser: gone, winner: stays, reason: 'یک نفر' });
  expect((await told(code)).invitedBy).toBe('مریم');
});
