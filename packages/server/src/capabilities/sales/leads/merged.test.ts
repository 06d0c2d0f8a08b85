import { firstForm } from '@nardeban/core/sales';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildApp } from '../../../app.ts';
import {
  type Ask,
  askWith,
  bearer,
  type Served,
  serveForTest,
  TEST_NOW,
} from '../../../platform/http/testing.ts';
import { sessionSecret } from '../../../platform/sign-in/index.ts';
import type { Business } from '../../../platform/tenancy/index.ts';
import { drainClimbs, foundBusiness } from '../../ladder/index.ts';
import { makeStamps } from '../capture/stamps.ts';
import { proveFor } from '../capture/testing-robot.ts';
import { lookAtBusiness } from './looking.ts';

/** Whoever was two has a number that was merged away; what is told of it stays with it, the lead as the facts. */

let served: Served;
let shop: Business;
let ask: Ask;
let numbers = 0;

beforeAll(async () => {
  served = await serveForTest(buildApp);
  await served.prepareJobs();
  const made = await foundBusiness(served.database, served.clock, { slug: 'shop', name: 'فروشگاه' });
  if (!made.ok) throw new Error(made.refusal.code);
  shop = made.value;
  ask = askWith(served, bearer(await served.key(shop)));
});
afterAll(() => served.close());

async function tell(person: object, type: string, data: object = {}): Promise<number> {
  numbers += 1;
  const fact = { person, type, at: served.clock.now(), source: 'till', key: `merged-${numbers}`, data };
  const { body } = await ask('POST', '/v1/facts', { facts: [fact] });
  return body.results[0].personId;
}

/** Somebody who stays, and somebody who is merged into them and can be two with them again. */
async function twoAsOne() {
  const mobiles = [1, 2].map(() => `0912777${String((numbers += 1)).padStart(4, '0')}`);
  const [stays = 0, gone = 0] = await Promise.all(
    mobiles.map((mobile) => tell({ mobile, name: 'مریم' }, 'page.viewed')),
  );
  const merged = await ask('POST', '/v1/merges', { loser: gone, winner: stays, reason: 'یک نفر' });
  expect(merged.status, JSON.stringify(merged.body)).toBe(201);
  const undo = async (): Promise<void> => {
    await ask('POST', `/v1/merges/${merged.body.mergeId}/undo`, {});
    await drainClimbs(served.database, served.clock, shop.id);
    await lookAtBusiness(served.database, served.clock, shop);
  };
  return { stays, gone, mobile: mobiles[1] ?? '', undo };
}

/** The leads of a person as they are now, each with whether it is open. */
async function leadsOf(person: number): Promise<[id: number, open: boolean][]> {
  const { body } = await ask('GET', `/v1/sales/people/${person}/leads`);
  return body.leads.map(({ id, state }: { id: number; state: string }) => [id, state !== 'closed']);
}

async function signsOf(person: number): Promise<number> {
  const { body } = await ask('GET', `/v1/people/${person}/facts?limit=100`);
  return body.facts.filter(({ type }: { type: string }) => type === 'lead.captured').length;
}

/** A form that was just drawn, filled by whoever has this mobile. */
async function fill(mobile: string): Promise<void> {
  const definition = { ...firstForm(), leastSeconds: 0 };
  await ask('POST', '/v1/sales/forms', { key: 'contact', definition });
  await ask('PUT', '/v1/sales/forms/contact', { definition, state: 'open', revision: 1 });
  const { id } = (await ask('GET', '/v1/sales/forms/contact')).body;
  const stamps = makeStamps(await sessionSecret(served.parts.config));
  const { text } = stamps.make(
    { business: shop.id, form: id, now: served.clock.now() },
    { kind: 'draw', bits: 0 },
  );
  const answer = await served.app.inject({
    method: 'POST',
    url: '/f/shop/contact',
    headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' },
    payload: new URLSearchParams({ mobile, nb_stamp: text, nb_proof: proveFor(text) }).toString(),
  });
  expect(answer.statusCode, answer.body).toBe(200);
}

const ways: readonly (readonly [string, (of: { gone: number; mobile: string }) => Promise<unknown>])[] = [
  [
    'is written down by staff',
    ({ gone }) => ask('POST', '/v1/sales/leads', { person: gone, source: 'fair' }),
  ],
  [
    'comes with others',
    ({ gone }) => ask('POST', '/v1/sales/leads/batch', { leads: [{ person: gone, source: 'fair' }] }),
  ],
  ['fills in a form', ({ mobile }) => fill(mobile)],
];

test.each(ways)(
  'whoever %s under a number that was merged away has the lead there, as the fact',
  async (_, captured) => {
    const two = await twoAsOne();
    await captured(two);
    const [[lead] = []] = await leadsOf(two.stays);
    expect(await leadsOf(two.stays)).toEqual([[lead, true]]);
    expect((await ask('GET', `/v1/sales/leads/${lead}`)).body.lead.person).toBe(two.stays);
    await two.undo();
    expect([await leadsOf(two.stays), await leadsOf(two.gone)]).toEqual([[], [[lead, true]]]);
    expect([await signsOf(two.stays), await signsOf(two.gone)]).toEqual([0, 1]);
    expect((await ask('GET', `/v1/sales/leads/${lead}`)).body.lead).toMatchObject({
      person: two.gone,
      behind: null,
    });
  },
);

test('of several who write the same person down at once under all their numbers, one makes the lead', async () => {
  const two = await twoAsOne();
  const asked = [two.gone, two.stays, two.gone, two.stays, two.stays, two.gone].map((person, index) => ({
    person,
    source: `fair-${index}`,
  }));
  const answers = await Promise.all(asked.map((body) => ask('POST', '/v1/sales/leads', body)));
  expect(answers.map(({ status }) => status)).toEqual(asked.map(() => 201));
  expect(new Set(answers.map(({ body }) => body.lead)).size).toBe(1);
  expect(await leadsOf(two.stays)).toEqual([[answers[0]?.body.lead, true]]);
  // In one request the first of them makes it.
  const others = await twoAsOne();
  const together = [others.gone, others.stays].map((person) => ({ person, source: 'fair' }));
  const { body } = await ask('POST', '/v1/sales/leads/batch', { leads: together });
  expect(body.leads[0].lead).toBe(body.leads[1].lead);
  await others.undo();
  expect([(await leadsOf(others.gone)).length, (await leadsOf(others.stays)).length]).toEqual([1, 0]);
});

/** Signs make leads only where marketing and sales have agreed. */
async function agree(): Promise<void> {
  const { inForce } = (await ask('GET', '/v1/sales/qualification')).body;
  if (inForce.version > 0) return;
  await ask('PUT', '/v1/sales/qualification/draft', { definition: inForce.definition, revision: 0 });
  const put = await ask('POST', '/v1/sales/qualification/draft/publish', { revision: 1 });
  expect(put.status, JSON.stringify(put.body)).toBe(201);
}

test.each([
  ['also to the number that stayed', ['price.asked']],
  ['to it alone', []],
])('a sign that is told elsewhere, %s, makes the lead of the number it was told of', async (_, before) => {
  await agree();
  const two = await twoAsOne();
  // That they are one now is news of its own.
  await drainClimbs(served.database, served.clock, shop.id);
  await lookAtBusiness(served.database, served.clock, shop);
  for (const type of before) await tell({ id: two.stays }, type);
  served.clock.set(TEST_NOW + 1000);
  await tell({ mobile: two.mobile }, 'demo.asked');
  await drainClimbs(served.database, served.clock, shop.id);
  await lookAtBusiness(served.database, served.clock, shop);
  const [[lead] = []] = await leadsOf(two.stays);
  expect(lead).toBeGreaterThan(0);
  await two.undo();
  expect((await ask('GET', `/v1/sales/leads/${lead}`)).body.lead.person).toBe(two.gone);
});
