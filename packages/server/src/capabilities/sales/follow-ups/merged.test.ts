import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildApp } from '../../../app.ts';
import { type Ask, askWith, bearer, type Served, serveForTest } from '../../../platform/http/testing.ts';
import { staffOf } from '../../../platform/http/testing-browser.ts';
import type { Business } from '../../../platform/tenancy/index.ts';
import { drainClimbs, foundBusiness } from '../../ladder/index.ts';
import { tendCadences } from './cadence-work.ts';

/** What is to be done about somebody who was two: their rows stay under the numbers they were told of. */

let served: Served;
let shop: Business;
let ask: Ask;
let numbers = 0;

beforeAll(async () => {
  served = await serveForTest(buildApp);
  await served.prepareJobs();
  // The server's own clock says when a fact was learnt.
  served.clock.set(Date.now());
  const made = await foundBusiness(served.database, served.clock, { slug: 'shop', name: 'فروشگاه' });
  if (!made.ok) throw new Error(made.refusal.code);
  shop = made.value;
  ask = askWith(served, bearer(await served.key(shop)));
});
afterAll(() => served.close());

async function tell(person: object, type: string, data: object = {}): Promise<number> {
  numbers += 1;
  served.clock.set(Date.now());
  const fact = { person, type, at: served.clock.now(), source: 'till', key: `merged-${numbers}`, data };
  const { body } = await ask('POST', '/v1/facts', { facts: [fact] });
  expect(body.results, JSON.stringify(body)).toHaveLength(1);
  return body.results[0].personId;
}
async function somebody(name: string): Promise<number> {
  numbers += 1;
  return tell({ mobile: `0912666${String(numbers).padStart(4, '0')}`, name }, 'page.viewed');
}
async function merge(loser: number, winner: number): Promise<void> {
  const merged = await ask('POST', '/v1/merges', { loser, winner, reason: 'یک نفر' });
  expect(merged.status, JSON.stringify(merged.body)).toBe(201);
}

test('"today" says of a deal of whoever was merged away that they are leaving, by whatever number that was told', async () => {
  const seller = await staffOf(served, shop, 'sales');
  for (const title of ['told of who stayed', 'told of who is gone', 'told of nobody']) {
    const [stays, gone] = [await somebody('مریم'), await somebody('مریم کریمی')];
    const opened = await ask('POST', '/v1/sales/deals', {
      person: gone,
      title,
      amount: 1_000_000,
      products: [],
      expectedClose: null,
      owner: seller.id,
    });
    expect(opened.status, JSON.stringify(opened.body)).toBe(201);
    if (title !== 'told of nobody')
      await tell({ id: title === 'told of who stayed' ? stays : gone }, 'band.changed', { band: 'leaving' });
    await merge(gone, stays);
  }
  const { body } = await seller.browser.ask('GET', '/v1/sales/today');
  const lines = body.items.map((item: { title: string; name: string; reasons: { code: string }[] }) => [
    item.title,
    [item.name, ...item.reasons.map(({ code }) => code)],
  ]);
  expect(Object.fromEntries(lines)).toEqual({
    'told of who stayed': ['مریم', 'no-next-step', 'leaving'],
    'told of who is gone': ['مریم', 'no-next-step', 'leaving'],
    'told of nobody': ['مریم', 'no-next-step'],
  });
});

test('what is to be done about somebody who was two is one line', async () => {
  const seller = await staffOf(served, shop, 'sales', 'one-line@shop.example');
  const [stays, gone] = [await somebody('سارا'), await somebody('سارا احمدی')];
  for (const person of [stays, gone])
    await ask('POST', '/v1/sales/follow-ups', {
      person,
      kind: 'call',
      about: 'بپرسید چه می‌خواهد',
      owner: seller.id,
      due: served.clock.now(),
      wholeDay: true,
    });
  await merge(gone, stays);
  const { body } = await seller.browser.ask('GET', '/v1/sales/today');
  expect(
    body.items.map(({ person, followUps }: { person: number; followUps: object[] }) => [
      person,
      followUps.length,
    ]),
  ).toEqual([[stays, 2]]);
});

test('a series that a sign begins goes on with the lead that they have under another number', async () => {
  const [stays, gone] = [await somebody('زهرا'), await somebody('زهرا رضایی')];
  const led = await ask('POST', '/v1/sales/leads', { person: stays, source: 'fair' });
  expect(led.status, JSON.stringify(led.body)).toBe(201);
  await merge(gone, stays);
  await drainClimbs(served.database, served.clock, shop.id);
  served.clock.set(Date.now());
  const saved = await ask('PUT', '/v1/sales/cadences/ruled', {
    definition: {
      name: 'نخستین تماس',
      touches: [{ day: 0, at: null, kind: 'call', text: 'زنگ بزنید', who: null }],
      stops: ['answered'],
      start: 'lead.captured',
    },
    revision: 0,
  });
  expect(saved.status, JSON.stringify(saved.body)).toBe(200);
  await tell({ id: gone }, 'lead.captured', { source: 'site' });
  await drainClimbs(served.database, served.clock, shop.id);
  await tendCadences(served.database, served.clock);
  const { body } = await ask('GET', `/v1/sales/cadence-runs?person=${stays}`);
  expect(body.runs).toMatchObject([{ state: 'running', lead: led.body.lead }]);
});
