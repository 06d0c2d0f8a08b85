import { firstForm, type Form } from '@nardeban/core/sales';
import { afterAll, beforeAll, beforeEach, expect } from 'vitest';
import { buildApp } from '../../../app.ts';
import { type Ask, askWith, bearer, type Served, serveForTest } from '../../../platform/http/testing.ts';
import type { Business } from '../../../platform/tenancy/index.ts';
import { foundBusiness } from '../../ladder/index.ts';
import { proveFor } from './testing-robot.ts';

/** A shop that is written to by its forms. */
interface Counter {
  served: Served;
  shop: Business;
  headers: { authorization: string };
  ask: Ask;
}

const DAY = 86_400_000;
export const counter = {} as Counter;
let made = 0;

/** Opens the shop before the first test of a file and closes it after the last. */
export function useCounter(): void {
  beforeAll(async () => {
    counter.served = await serveForTest(buildApp);
    await counter.served.prepareJobs();
    const { database, clock } = counter.served;
    const founded = await foundBusiness(database, clock, { slug: 'shop', name: 'فروشگاه' });
    if (!founded.ok) throw new Error(founded.refusal.code);
    counter.shop = founded.value;
    counter.headers = bearer(await counter.served.key(counter.shop));
    counter.ask = askWith(counter.served, counter.headers);
  });
  afterAll(() => counter.served.close());
  // Windows of rates are over before the next test begins.
  beforeEach(() => later(2 * DAY));
}

/** So much time goes by. */
export function later(milliseconds: number): void {
  counter.served.clock.set(counter.served.clock.now() + milliseconds);
}

export const ask: Ask = (...asked) => counter.ask(...asked);

/** An open form: the first one of a shop, changed. */
export async function form(changes: Partial<Form> = {}): Promise<string> {
  made += 1;
  const key = `form-${made}`;
  const definition = { ...firstForm(), ...changes };
  const drafted = await ask('POST', '/v1/sales/forms', { key, definition });
  expect(drafted.status, JSON.stringify(drafted.body)).toBe(201);
  await change(key, 1, definition);
  return key;
}

export async function change(key: string, revision: number, definition: Form, state = 'open'): Promise<void> {
  const { status, body } = await ask('PUT', `/v1/sales/forms/${key}`, { definition, state, revision });
  expect(status, JSON.stringify(body)).toBe(200);
  expect(body.state).toBe(state);
}

/** What the script of a form sends: what was filled in, and the work that the stamp asks for. */
export async function sendByScript(
  key: string,
  fields: Record<string, string>,
  { stamp, address = '203.0.113.5' }: { stamp: string; address?: string },
) {
  const answer = await counter.served.app.inject({
    method: 'POST',
    url: `/f/shop/${key}`,
    remoteAddress: address,
    headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' },
    payload: new URLSearchParams({ ...fields, nb_stamp: stamp, nb_proof: proveFor(stamp) }).toString(),
  });
  return { status: answer.statusCode, body: answer.json() };
}

/** A number that nobody had before. */
export const mobile = (): string => `0912${String(1_000_000 + (made += 1)).slice(-7)}`;

/** What somebody may say in a form beside who they are: where they live, what they look for and what they wish. */
export const asksMuch: Form['fields'] = [
  ...firstForm().fields,
  {
    key: 'city',
    kind: 'text',
    label: { fa: 'شهر', en: 'City' },
    required: false,
    becomes: 'trait',
    trait: 'city',
  },
  {
    key: 'what',
    kind: 'product',
    label: { fa: 'کالا', en: 'Product' },
    required: false,
    becomes: 'price',
    choices: [{ value: 'sofa', label: { fa: 'مبل', en: 'Sofa' } }],
  },
  { key: 'hope', kind: 'text', label: { fa: 'آرزو', en: 'Wish' }, required: false, becomes: 'wish' },
];
