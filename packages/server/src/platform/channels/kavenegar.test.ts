import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { createLog } from '../log/index.ts';
import { businessesForTest, type TestBusinesses } from '../tenancy/testing.ts';
import { askForStatus } from './index.ts';
import { kavenegar } from './kavenegar.ts';
import { makeSms } from './sms.ts';

interface Heard {
  readonly path: string;
  readonly form: Record<string, string>;
}

const KEY = '4B6F6C6F7268756D';
const heard: Heard[] = [];
let answer: (response: ServerResponse, request: Heard) => void;
let server: Server;
let world: TestBusinesses;
let now = Date.UTC(2026, 5, 1, 9);
const clock = { now: () => now };
const logged: string[] = [];

const ok = (entries: unknown) => (response: ServerResponse) =>
  response.end(JSON.stringify({ return: { status: 200, message: 'تایید شد' }, entries }));
const refused = (status: number) => (response: ServerResponse) => {
  response.statusCode = status;
  response.end(JSON.stringify({ return: { status, message: 'no' }, entries: null }));
};

beforeAll(async () => {
  server = createServer((request, response) => void read(request).then((one) => answer(response, one)));
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  world = await businessesForTest();
});
afterEach(() => heard.splice(0));
afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await world.close();
});

async function read(request: IncomingMessage): Promise<Heard> {
  let body = '';
  for await (const part of request) body += String(part);
  const one = { path: request.url ?? '', form: Object.fromEntries(new URLSearchParams(body)) };
  heard.push(one);
  return one;
}

function gateway(port = (server.address() as AddressInfo).port) {
  return kavenegar({ url: `http://127.0.0.1:${port}`, key: KEY, sender: '10004346' });
}

function sms(provider = gateway()) {
  const log = createLog('debug', { write: (line) => void logged.push(line) });
  return makeSms({ provider, database: world.database, clock, log });
}

async function messages(): Promise<Record<string, unknown>[]> {
  const { rows } = await world.database.withBusiness(world.business.id, (tx) =>
    tx.query(
      'SELECT message_id AS id, state, reference, reason, cost, parts, asked, ask_at AS "askAt" FROM messages ORDER BY 1 DESC',
    ),
  );
  return rows;
}

const ask = () => askForStatus({ database: world.database, clock, provider: gateway() });

test('a message is posted as the gateway wants it, once, and its number and cost are kept', async () => {
  answer = ok([
    { messageid: 8792343, status: 1, statustext: 'در صف ارسال', receptor: '09121234567', cost: 1450 },
  ]);
  const sent = await sms().send(world.business, { to: '+989121234567', text: 'سلام', purpose: 'receipt' });
  expect(sent).toMatchObject({ ok: true });
  const [message] = await messages();
  expect(heard).toEqual([
    {
      path: `/v1/${KEY}/sms/send.json`,
      form: {
        receptor: '09121234567',
        message: 'سلام',
        sender: '10004346',
        localid: String(message?.['id']),
      },
    },
  ]);
  expect(message).toMatchObject({ state: 'accepted', reference: '8792343', cost: 1450, parts: 1 });
});

test('a code goes by the approved pattern, whose answer may be one entry by itself', async () => {
  answer = ok({ messageid: '991', status: 5, cost: 900 });
  const pattern = { name: 'signin', values: ['123456'] };
  await sms().send(world.business, { to: '+989121234567', text: 'کد', pattern, purpose: 'one-time-code' });
  expect(heard[0]).toMatchObject({
    path: `/v1/${KEY}/verify/lookup.json`,
    form: { receptor: '09121234567', template: 'signin', token: '123456' },
  });
  expect((await messages())[0]).toMatchObject({ state: 'accepted', reference: '991', cost: 900 });
});

test.each([
  [418, 'credit'],
  [411, 'recipient'],
  [424, 'pattern'],
  [403, 'account'],
  [499, 'other'],
])('status %i is a refusal: %s, and nobody asks about it again', async (status, reason) => {
  answer = refused(status);
  expect(
    await sms().send(world.business, { to: '+989121234567', text: 'سلام', purpose: 'receipt' }),
  ).toMatchObject({
    refusal: { code: 'sms_refused', detail: { reason } },
  });
  expect((await messages())[0]).toMatchObject({ state: 'refused', reason, askAt: null });
});

test.each([
  ['a gateway that stumbles', refused(500)],
  ['one that asks for patience', refused(409)],
  ['an answer that cannot be read', (response: ServerResponse) => response.end('<html>')],
  ['a connection that breaks', (response: ServerResponse) => response.destroy()],
  [
    'an answer that leads elsewhere',
    (response: ServerResponse) => response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end(),
  ],
])('%s leaves the fate of a message unknown: it counts as sent and is never sent again', async (_, way) => {
  answer = way;
  expect(
    await sms().send(world.business, { to: '+989121234567', text: 'سلام', purpose: 'receipt' }),
  ).toMatchObject({
    ok: true,
  });
  expect(heard).toHaveLength(1);
  const [message] = await messages();
  expect(message).toMatchObject({ state: 'unknown', reference: null });
  expect(message?.['askAt']).toBe(now + 60_000);
});

test('what became of messages is asked by the gateway’s number, and by ours where no answer was heard', async () => {
  answer = ok([]);
  now += 10 * 24 * 60 * 60_000;
  while ((await ask()) > 0 || heard.length > 0) heard.splice(0);
  answer = ok([{ messageid: 501, status: 1 }]);
  await sms().send(world.business, { to: '+989121234567', text: 'یک', purpose: 'receipt' });
  answer = (response) => response.destroy();
  await sms().send(world.business, { to: '+989121234567', text: 'دو', purpose: 'receipt' });
  const [unheard, accepted] = await messages();
  heard.splice(0);
  expect(await ask()).toBe(0);
  now += 60_000;
  answer = (response, { path, form }) =>
    path.endsWith('/status.json')
      ? ok([{ messageid: Number(form['messageid']), status: 10 }])(response)
      : ok([{ messageid: 502, localid: form['localid'], status: 14 }])(response);
  expect(await ask()).toBe(2);
  expect(heard.map(({ path, form }) => [path.split('/').at(-1), form])).toEqual([
    ['status.json', { messageid: '501' }],
    ['statuslocalmessageid.json', { localid: String(unheard?.['id']) }],
  ]);
  const [second, first] = await messages();
  expect(first).toMatchObject({ id: accepted?.['id'], state: 'delivered', askAt: null });
  expect(second).toMatchObject({ state: 'blocked', reference: '502', askAt: null });
});

test('a message nothing is heard of is asked about ever more rarely, and at last no more', async () => {
  answer = (response) => response.destroy();
  await sms().send(world.business, { to: '+989121234567', text: 'سه', purpose: 'receipt' });
  const waits: number[] = [];
  for (;;) {
    const [message] = await messages();
    const at = message?.['askAt'];
    if (typeof at !== 'number') break;
    waits.push((at - now) / 60_000);
    now = at;
    await ask();
  }
  expect(waits).toEqual([1, 5, 30, 120, 720, 1440]);
  expect((await messages())[0]).toMatchObject({ state: 'unknown', asked: 6 });
});

test('the key of the account is in no line of the log and in nothing that is kept', async () => {
  answer = (response) => response.destroy();
  const nobodyThere = gateway(1);
  await sms(nobodyThere).send(world.business, { to: '+989121234567', text: 'سلام', purpose: 'receipt' });
  answer = refused(418);
  await sms().send(world.business, { to: '+989121234567', text: 'سلام', purpose: 'receipt' });
  expect(logged.length).toBeGreaterThanOrEqual(2);
  expect(logged.join('\n')).not.toContain(KEY);
  expect(JSON.stringify(await messages())).not.toContain(KEY);
});
