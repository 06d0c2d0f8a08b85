import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Tx } from '../../platform/database/index.ts';
import { businessesForTest, type TestBusinesses } from '../../platform/tenancy/testing.ts';
import { changeHook, rotateSecret } from './hook-store.ts';
import { replayFailed, replayMessage } from './message-store.ts';
import { claim } from './outcomes.ts';
import { pruneMessages } from './pruning.ts';
import { isSigned, type Receiver, startReceiver } from './testing-receiver.ts';
import { hookShop, type HookShop, NOW, RULES } from './testing-shop.ts';

const MINUTE = 60_000;
const DAY = 86_400_000;

let world: TestBusinesses;
let receiver: Receiver;
let at: HookShop;
beforeAll(async () => {
  world = await businessesForTest();
});
afterAll(() => world.close());
beforeEach(async () => {
  receiver = await startReceiver();
  at = await hookShop(world.database);
});
afterEach(() => receiver.close());

const refuseWith = (status: number, headers: Record<string, string> = {}): void =>
  receiver.answer((_, response) => response.writeHead(status, headers).end(`no ${status}`));

describe('trying again', () => {
  test('after a failure it waits, and then delivers the same message under the same id', async () => {
    const { id, secret } = await at.hook(receiver.url, ['page.viewed']);
    await at.tell('page.viewed');
    refuseWith(500);
    const worker = at.worker();
    await worker.sweep();
    await worker.sweep();
    expect(receiver.received).toHaveLength(1);
    const [waiting] = await at.log(id);
    expect(waiting).toMatchObject({ state: 'waiting', attempts: 1, status: 500, error: null });
    expect((waiting?.nextAt ?? 0) - NOW).toBeGreaterThanOrEqual(5000);
    expect((waiting?.nextAt ?? 0) - NOW).toBeLessThanOrEqual(6000);
    expect((await at.read(id)).failingSince).toBe(NOW);

    at.clock.set(NOW + 7000);
    receiver.answer((_, response) => response.writeHead(204).end());
    await worker.sweep();
    const [first, second] = receiver.received;
    if (first === undefined || second === undefined) throw new Error('it was not sent twice');
    expect(second.body).toBe(first.body);
    expect(second.headers['webhook-id']).toBe(first.headers['webhook-id']);
    expect(isSigned(second, secret, NOW + 7000)).toBe(true);
    const [done] = await at.log(id);
    expect(done).toMatchObject({ state: 'delivered', attempts: 2, status: 204, nextAt: null });
    const { tried } = await at.open(id, done?.id ?? 0);
    expect(tried.map(({ attempt, status, response }) => [attempt, status, response])).toEqual([
      [2, 204, null],
      [1, 500, 'no 500'],
    ]);
    expect(await at.read(id)).toMatchObject({ failingSince: null, deliveredAt: NOW + 7000, waiting: 0 });
  });

  test('ten attempts, and then it is given up and stays in the log', async () => {
    const { id } = await at.hook(receiver.url, ['page.viewed']);
    await at.tell('page.viewed');
    refuseWith(503);
    const worker = at.worker();
    for (let attempt = 1; attempt <= 12; attempt += 1) {
      await worker.sweep();
      const [message] = await at.log(id);
      at.clock.set((message?.nextAt ?? at.clock.now()) + 1);
    }
    expect(receiver.received).toHaveLength(10);
    expect((await at.log(id))[0]).toMatchObject({ state: 'failed', attempts: 10, nextAt: null });
    // Over three days of it, and not yet five: it stays on.
    expect(await at.read(id)).toMatchObject({ enabled: true, failed: 1 });
  });

  test('a receiver that asks for time is given it', async () => {
    const { id } = await at.hook(receiver.url, ['page.viewed']);
    await at.tell('page.viewed');
    refuseWith(429, { 'retry-after': '3600' });
    await at.worker().sweep();
    const [message] = await at.log(id);
    expect((message?.nextAt ?? 0) - NOW).toBeGreaterThanOrEqual(60 * MINUTE);
  });

  test('what is no answer is a failure with its reason; a redirect is not followed', async () => {
    const { id } = await at.hook(receiver.url, ['page.viewed']);
    const elsewhere = await startReceiver();
    await at.tell('page.viewed');
    receiver.answer((_, response) => response.writeHead(302, { location: elsewhere.url }).end());
    await at.worker().sweep();
    expect((await at.log(id))[0]).toMatchObject({ state: 'waiting', status: 302 });
    expect(elsewhere.received).toEqual([]);

    at.clock.set(NOW + MINUTE);
    receiver.answer(() => {});
    await at.worker({ timeoutMs: 150 }).sweep();
    expect((await at.log(id))[0]).toMatchObject({ status: null, error: 'timeout', attempts: 2 });

    at.clock.set(NOW + 60 * MINUTE);
    receiver.answer((_, response) => response.socket?.destroy());
    await at.worker().sweep();
    expect((await at.log(id))[0]).toMatchObject({ status: null, error: 'connection_failed', attempts: 3 });

    at.clock.set(NOW + 4 * 60 * MINUTE);
    await at.worker({ rules: { own: [] } }).sweep();
    expect((await at.log(id))[0]).toMatchObject({ status: null, error: 'address_refused', attempts: 4 });
    expect(receiver.received).toHaveLength(3);
    await elsewhere.close();
  });

  test('of a long answer a kilobyte is kept, and one that never ends is not waited for', async () => {
    const { id } = await at.hook(receiver.url, ['page.viewed']);
    await at.tell('page.viewed');
    receiver.answer((_, response) => response.writeHead(200).write('س'.repeat(5000)));
    await at.worker().sweep();
    const [message] = await at.log(id);
    expect(message?.state).toBe('delivered');
    expect((await at.open(id, message?.id ?? 0)).tried[0]?.response).toBe('س'.repeat(512));
  });

  test('one that is slow holds up nobody else', async () => {
    const slow = await startReceiver();
    slow.answer((_, response) => void setTimeout(() => response.end(), 400));
    await at.hook(slow.url, ['page.viewed']);
    await at.hook(receiver.url, ['page.viewed']);
    for (let index = 0; index < 40; index += 1) await at.tell('page.viewed');
    const worker = at.worker();
    let slowAtTheEnd = -1;
    receiver.answer((_, response) => {
      response.end();
      if (receiver.received.length === 40) slowAtTheEnd = slow.received.length;
    });
    await worker.sweep();
    expect(receiver.received).toHaveLength(40);
    expect(slow.received).toHaveLength(40);
    expect(slowAtTheEnd).toBeLessThan(30);
    await slow.close();
  });
});

describe('switching off', () => {
  test('410 switches it off, gives up what waits, and says so in the audit', async () => {
    const { id } = await at.hook(receiver.url, ['page.viewed']);
    for (let index = 0; index < 3; index += 1) await at.tell('page.viewed');
    refuseWith(410);
    await at.worker().sweep();
    expect(await at.read(id)).toMatchObject({ enabled: false, offBecause: 'gone', waiting: 0, failed: 3 });
    const { rows } = await world.database.withBusiness(at.shop.id, (tx) =>
      tx.query<{ deed: string; detail: unknown }>(
        `SELECT deed, detail FROM deeds WHERE business_id = this_business() AND deed = 'hook.stopped'`,
      ),
    );
    expect(rows).toEqual([{ deed: 'hook.stopped', detail: { name: receiver.url, because: 'gone' } }]);
    await at.tell('page.viewed');
    await at.worker().sweep();
    expect(await at.log(id)).toHaveLength(3);
  });

  test('five days of nothing but failures switch it off; one delivery begins the count anew', async () => {
    const { id } = await at.hook(receiver.url, ['page.viewed']);
    const worker = at.worker();
    const day = async (number: number): Promise<void> => {
      at.clock.set(NOW + number * DAY);
      await at.tell('page.viewed');
      await worker.sweep();
    };
    refuseWith(500);
    await day(0);
    await day(4);
    expect((await at.read(id)).enabled).toBe(true);
    receiver.answer((_, response) => response.end());
    await day(4.5);
    refuseWith(500);
    await day(5);
    await day(9);
    expect((await at.read(id)).enabled).toBe(true);
    await day(10.1);
    expect(await at.read(id)).toMatchObject({ enabled: false, offBecause: 'failing', waiting: 0 });

    // Switched on again, it has five days once more.
    const hook = await at.read(id);
    await world.database.withBusiness(at.shop.id, (tx) =>
      changeHook(tx, id, { ...hook, enabled: true }, { by: 'test', now: at.clock.now(), rules: RULES }),
    );
    await day(11);
    expect(await at.read(id)).toMatchObject({ enabled: true, offBecause: null });
  });
});

describe('sending again', () => {
  test('one message, delivered or not; and everything that was given up since', async () => {
    const { id } = await at.hook(receiver.url, ['page.viewed']);
    const worker = at.worker();
    await at.tell('page.viewed');
    await worker.sweep();
    const [delivered] = await at.log(id);
    const inside = <T>(work: (tx: Tx) => Promise<T>) => world.database.withBusiness(at.shop.id, work);
    await inside((tx) => replayMessage(tx, id, delivered?.id ?? 0, at.clock.now()));
    await worker.sweep();
    expect(new Set(receiver.received.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
    expect(receiver.received).toHaveLength(2);
    expect((await at.log(id))[0]).toMatchObject({ state: 'delivered', attempts: 2 });

    refuseWith(410);
    at.clock.set(NOW + DAY);
    for (let index = 0; index < 3; index += 1) await at.tell('page.viewed');
    await worker.sweep();
    const off = await at.read(id);
    expect(await inside((tx) => replayFailed(tx, id, NOW, at.clock.now()))).toMatchObject({
      ok: false,
      refusal: { code: 'hook_is_off' },
    });
    await inside((tx) =>
      changeHook(tx, id, { ...off, enabled: true }, { by: 'test', now: at.clock.now(), rules: RULES }),
    );
    receiver.answer((_, response) => response.end());
    expect(await inside((tx) => replayFailed(tx, id, NOW + 2 * DAY, at.clock.now()))).toEqual({
      ok: true,
      value: 0,
    });
    expect(await inside((tx) => replayFailed(tx, id, NOW + DAY, at.clock.now()))).toEqual({
      ok: true,
      value: 3,
    });
    await worker.sweep();
    expect((await at.log(id)).map(({ state }) => state)).toEqual(
      Array.from({ length: 4 }, () => 'delivered'),
    );
    expect((await at.read(id)).failed).toBe(0);
  });
});

describe('an end in the middle', () => {
  test('one that is stopped leaves what it had under way to the next, as if it had not begun', async () => {
    const { id } = await at.hook(receiver.url, ['page.viewed']);
    for (let index = 0; index < 30; index += 1) await at.tell('page.viewed');
    const held = new Promise<void>((resolve) => {
      receiver.answer((_, response) => {
        if (receiver.received.length <= 15) response.end();
        if (receiver.received.length === 20) resolve();
      });
    });
    const first = at.worker();
    const sweeping = first.sweep();
    await held;
    await first.stop();
    await sweeping;
    receiver.answer((_, response) => response.end());
    await at.worker().sweep();
    const log = await at.log(id);
    expect(log).toHaveLength(30);
    expect(log.every(({ state, attempts }) => state === 'delivered' && attempts === 1)).toBe(true);
    const arrived = receiver.received.map(({ headers }) => headers['webhook-id']);
    expect(new Set(arrived).size).toBe(30);
  });

  test('what a killed program had taken is taken up again a minute later', async () => {
    const { id } = await at.hook(receiver.url, ['page.viewed']);
    await at.tell('page.viewed');
    const worker = at.worker();
    refuseWith(500);
    await worker.sweep();
    at.clock.set(NOW + MINUTE);
    // Taken, and then nothing more is heard of whoever took it.
    const taken = await world.database.withBusiness(at.shop.id, (tx) => claim(tx, id, 10, at.clock.now()));
    expect(taken).toHaveLength(1);
    receiver.answer((_, response) => response.end());
    await worker.sweep();
    expect(receiver.received).toHaveLength(1);
    at.clock.set(NOW + 2 * MINUTE + 1);
    await worker.sweep();
    expect((await at.log(id))[0]).toMatchObject({ state: 'delivered', attempts: 2 });
  });
});

test('a changed secret signs at once, and the one before for a day beside it', async () => {
  const { id, secret: before } = await at.hook(receiver.url, ['page.viewed']);
  const rotated = await world.database.withBusiness(at.shop.id, (tx) =>
    rotateSecret(tx, id, { by: 'test', now: NOW }),
  );
  if (!rotated.ok) throw new Error(rotated.refusal.code);
  const { secret: after, hook } = rotated.value;
  expect(hook.oldSecretUntil).toBe(NOW + DAY);
  const worker = at.worker();
  await at.tell('page.viewed');
  await worker.sweep();
  at.clock.set(NOW + DAY + 1);
  await at.tell('page.viewed');
  await worker.sweep();
  const [during, later] = receiver.received;
  if (during === undefined || later === undefined) throw new Error('nothing was sent');
  expect([isSigned(during, before, NOW), isSigned(during, after, NOW)]).toEqual([true, true]);
  const then = NOW + DAY + 1;
  expect([isSigned(later, before, then), isSigned(later, after, then)]).toEqual([false, true]);
});

test('the log goes back thirty days', async () => {
  const { id } = await at.hook(receiver.url, ['page.viewed']);
  const worker = at.worker();
  await at.tell('page.viewed');
  await worker.sweep();
  at.clock.set(NOW + 20 * DAY);
  await at.tell('page.viewed');
  await worker.sweep();
  at.clock.set(NOW + 29 * DAY);
  await pruneMessages(world.database, at.clock);
  expect(await at.log(id)).toHaveLength(2);
  at.clock.set(NOW + 31 * DAY);
  expect(await pruneMessages(world.database, at.clock)).toBeGreaterThan(0);
  const log = await at.log(id);
  expect(log).toHaveLength(1);
  expect((await at.open(id, log[0]?.id ?? 0)).tried).toHaveLength(1);
  const { rows } = await world.database.withBusiness(at.shop.id, (tx) =>
    tx.query<{ attempts: number }>('SELECT count(*)::int AS attempts FROM hook_attempts'),
  );
  expect(rows[0]?.attempts).toBe(1);
});
