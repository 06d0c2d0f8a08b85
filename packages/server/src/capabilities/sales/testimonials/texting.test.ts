import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildServer } from '../../../platform/http/index.ts';
import { type Ask, askWith, bearer, type Served, serveForTest } from '../../../platform/http/testing.ts';
import { recordedMessages } from '../../../platform/channels/index.ts';
import type { Business } from '../../../platform/tenancy/index.ts';
import { receiveFacts } from '../../facts/index.ts';
import { testimonialRoutes } from './routes.ts';

let served: Served;
let shop: Business;
let ask: Ask;
let mute: Ask;
let closeMute: () => Promise<void>;
let numbers = 0;

beforeAll(async () => {
  served = await serveForTest((parts) =>
    buildServer({ ...parts, config: { ...parts.config, sms: { provider: 'recording' } } }, [
      testimonialRoutes,
    ]),
  );
  shop = await served.business('shop', { name: 'فروشگاه' });
  const key = bearer(await served.key(shop));
  ask = askWith(served, key);
  // The same shop where nobody set up a gateway.
  const app = await buildServer(served.parts, [testimonialRoutes]);
  mute = askWith({ ...served, app }, key);
  closeMute = () => app.close();
});
afterAll(async () => {
  await closeMute();
  await served.close();
});

async function somebody(consent: readonly string[], mobile = true): Promise<number> {
  numbers += 1;
  const person = mobile
    ? { mobile: `0912555${String(numbers).padStart(4, '0')}` }
    : { email: `nobody-${numbers}@shop.example` };
  const told = (type: string, data: object) => {
    const at = served.clock.now() - 1000 + (numbers += 1);
    return { person, type, at, key: `text-${numbers}`, data };
  };
  const [first] = await receiveFacts(served.database, served.clock, shop, [
    told('page.viewed', {}),
    ...consent.map((type) => told(type, { purpose: 'surveys', channel: 'sms' })),
  ]);
  if (first?.status !== 'stored' || first.personId === null) throw new Error(JSON.stringify(first));
  return first.personId;
}
const messages = () => recordedMessages(served.database, shop.id, 50);
const records = async (id: number): Promise<[kind: string, why: string | null][]> =>
  (await ask('GET', `/v1/sales/testimonials/${id}`)).body.records.map(
    ({ kind, words }: { kind: string; words: string | null }) => [kind, words],
  );

test('the link goes to the mobile of whoever agreed to be asked, once, and it is told', async () => {
  const person = await somebody(['consent.given']);
  const once = { 'idempotency-key': 'text-once' };
  const asked = await ask('POST', '/v1/sales/testimonials', { person, sms: true }, once);
  expect(asked.status, JSON.stringify(asked.body)).toBe(201);
  const again = await ask('POST', '/v1/sales/testimonials', { person, sms: true }, once);
  expect(again.body).toEqual({ id: asked.body.id, path: null });
  const sent = await messages();
  expect(sent).toHaveLength(1);
  expect(sent[0]?.text).toMatch(/^فروشگاه\n[^\n]+\nhttps?:\/\/[^\n]+$/u);
  expect(sent[0]?.text.endsWith(asked.body.path)).toBe(true);
  expect(await records(asked.body.id)).toEqual([
    ['asked', null],
    ['texted', null],
  ]);
});

test.each([
  ['sms_not_agreed', () => somebody([])],
  ['sms_not_agreed', () => somebody(['consent.given', 'consent.withdrawn'])],
  ['person_has_no_mobile', () => somebody(['consent.given'], false)],
])('nothing is sent and no link is made: %s', async (code, whom) => {
  const before = (await messages()).length;
  const person = await whom();
  const refused = await ask('POST', '/v1/sales/testimonials', { person, sms: true });
  expect(refused.body.code).toBe(code);
  expect(await messages()).toHaveLength(before);
  const listed = await ask('GET', `/v1/sales/testimonials?person=${person}`);
  expect(listed.body.testimonials).toEqual([]);
});

test('where no gateway is set up it is said before anything is made', async () => {
  const person = await somebody(['consent.given']);
  const refused = await mute('POST', '/v1/sales/testimonials', { person, sms: true });
  expect(refused.body.code).toBe('sms_not_set_up');
});
