import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { businessesForTest, type TestBusinesses } from '../../platform/tenancy/testing.ts';
import { appendFacts, sourceId } from '../facts/index.ts';
import { beginPublishing, drainClimbs, publishEverybody, saveDraft } from '../ladder/index.ts';
import { fiveRungLadder } from '@nardeban/core/ladder';
import { isSigned, type Receiver, startReceiver } from './testing-receiver.ts';
import { hookShop, type HookShop, NOW } from './testing-shop.ts';

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

const bodies = (): { type: string; timestamp: string; data: Record<string, unknown> }[] =>
  receiver.received.map(({ body }) => JSON.parse(body));
const types = (): string[] => bodies().map(({ type }) => type);
const feed = async (): Promise<number> => {
  const { rows } = await world.database.withBusiness(at.shop.id, (tx) =>
    tx.query<{ rows: number }>('SELECT count(*)::int AS rows FROM feed WHERE business_id = this_business()'),
  );
  return rows[0]?.rows ?? -1;
};

describe('what is told', () => {
  test('a fact arrives, signed, with who it is about', async () => {
    const { secret } = await at.hook(receiver.url, ['order.paid']);
    await at.tell('page.viewed');
    const factId = await at.tell('order.paid', {
      person: { mobile: '09121234567', name: 'مریم رضایی' },
      data: { order: '17', amount: 250_000 },
    });
    await at.worker().sweep();

    expect(types()).toEqual(['order.paid']);
    const [sent] = receiver.received;
    if (sent === undefined) throw new Error('nothing was sent');
    expect(isSigned(sent, secret, NOW)).toBe(true);
    expect(isSigned({ ...sent, body: sent.body.replace('250000', '150000') }, secret, NOW)).toBe(false);
    expect(isSigned(sent, secret, NOW + 10 * 60_000)).toBe(false);
    expect(sent.headers['content-type']).toBe('application/json');
    expect(bodies()[0]).toEqual({
      type: 'order.paid',
      timestamp: new Date(NOW - 1000).toISOString(),
      data: {
        business: at.shop.slug,
        currency: 'IRR',
        person: {
          id: expect.any(Number),
          kind: 'person',
          name: 'مریم رضایی',
          identifiers: [{ kind: 'mobile', value: '+989121234567' }],
        },
        fact: {
          id: factId,
          type: 'order.paid',
          at: NOW - 1000,
          learntAt: expect.any(Number),
          source: expect.any(String),
          key: 'k2',
          data: { order: '17', amount: 250_000 },
        },
      },
    });
  });

  test('somebody who climbs is told of once, from where to where', async () => {
    await at.hook(receiver.url, ['person.moved']);
    await at.tell('order.paid', { data: { order: '1', amount: 900_000 } });
    await at.climb();
    await at.climb();
    await at.worker().sweep();
    const moves = bodies().filter(({ data }) => (data['ladder'] as { key: string }).key === 'loyalty');
    expect(moves).toHaveLength(1);
    expect(moves[0]).toMatchObject({
      type: 'person.moved',
      data: {
        person: { identifiers: [{ kind: 'external', value: 'p1' }] },
        ladder: { kind: 'ladder' },
        from: { key: 'suspect' },
        to: { name: { fa: expect.any(String), en: expect.any(String) } },
        direction: 'up',
        cause: 'fact',
        at: NOW - 1000,
      },
    });
  });

  test('the clock tells who falls; each hears that they stand where the message before said', async () => {
    await at.hook(receiver.url, ['person.moved']);
    for (const order of ['1', '2', '3']) await at.tell('order.paid', { data: { order, amount: 900_000 } });
    await at.climb();
    for (let day = 1; day <= 900; day += 30) {
      at.clock.set(NOW + day * DAY);
      await at.climb();
    }
    await at.worker().sweep();
    const steps = bodies()
      .filter(({ data }) => (data['ladder'] as { key: string }).key === 'loyalty')
      .map(({ data }) => data as { from: { key: string }; to: { key: string }; cause: string });
    expect(steps.some(({ cause }) => cause === 'time')).toBe(true);
    for (const [index, step] of steps.entries()) {
      if (index > 0) expect(step.from.key).toBe(steps[index - 1]?.to.key);
      expect(step.from.key).not.toBe(step.to.key);
    }
  });

  test('what an import brings is not told, and neither are the climbs that follow from it', async () => {
    await at.hook(receiver.url);
    await world.database.withBusiness(at.shop.id, async (tx) => {
      const { rows } = await tx.query<{ id: number }>(
        `INSERT INTO people (business_id, person_id, known_since)
         VALUES (this_business(), nextval('person_ids'), to_timestamp($1::float8 / 1000)) RETURNING person_id AS id`,
        [NOW - 900 * DAY],
      );
      const source = await sourceId(tx, at.shop, 'file');
      const orders = [880, 400, 3, 0].map((days, index) => ({
        personId: rows[0]?.id ?? 0,
        conflictId: null,
        type: 'order.paid',
        at: NOW - days * DAY - 1000,
        sourceId: source,
        key: `imported-${index}`,
        data: { order: String(index), amount: 500_000 },
      }));
      await appendFacts(tx, at.shop, orders, {
        importId: 1,
        isAllNew: true,
        stored: () => {},
        repeated: () => {},
      });
    });
    await at.climb();
    await at.worker().sweep();
    expect(types()).toEqual([]);
    expect(await feed()).toBe(0);
  });

  test('publishing a ladder moves everybody and tells nobody', async () => {
    await at.tell('order.paid', { data: { order: '1', amount: 900_000 } });
    await at.climb();
    await at.hook(receiver.url, ['person.moved']);
    await world.database.withBusiness(at.shop.id, async (tx) => {
      await saveDraft(tx, { ...fiveRungLadder, key: 'loyalty' }, 'test');
      await beginPublishing(tx, 'loyalty', 'test');
    });
    await publishEverybody(world.database, at.clock, at.shop.id);
    await at.climb();
    await at.worker().sweep();
    expect(types()).toEqual([]);
  });

  test('a late fact that says nothing of the present tells no move', async () => {
    await at.tell('order.paid', { data: { order: '1', amount: 900_000 } });
    await at.climb();
    await at.hook(receiver.url, ['person.moved']);
    // It moves the first step to an earlier day; where they stand stays.
    await at.tell('page.viewed', { at: NOW - 20 * DAY });
    await at.climb();
    await at.worker().sweep();
    expect(bodies().filter(({ data }) => (data['ladder'] as { key: string }).key === 'loyalty')).toEqual([]);
  });
});

describe('who hears', () => {
  test('with nobody listening nothing is written down', async () => {
    await at.tell('order.paid', { data: { order: '1', amount: 5 } });
    await at.climb();
    expect(await feed()).toBe(0);
    await at.hook(receiver.url);
    await at.tell('order.paid', { data: { order: '2', amount: 5 } });
    expect(await feed()).toBe(1);
  });

  test('each of several hears what it asked for, and another business nothing', async () => {
    const other = await startReceiver();
    const stranger = await hookShop(world.database);
    const silent = await startReceiver();
    await stranger.hook(silent.url);
    await at.hook(receiver.url, ['order.*']);
    await at.hook(other.url, ['page.viewed', 'order.paid']);
    await at.tell('page.viewed');
    await at.tell('order.paid', { data: { order: '1', amount: 5 } });
    await at.worker().sweep();
    expect(types()).toEqual(['order.paid']);
    expect(other.received.map(({ body }) => JSON.parse(body).type as string).sort()).toEqual([
      'order.paid',
      'page.viewed',
    ]);
    expect(silent.received).toEqual([]);
    await Promise.all([other.close(), silent.close()]);
  });

  test('of two transactions the one that was begun first and commits last is not missed', async () => {
    await at.hook(receiver.url, ['page.viewed']);
    // Two people: whoever asks for a climb waits for whoever has asked for the same one.
    const people = new Map<string, number>();
    for (const key of ['first', 'second']) {
      const fact = await at.tell('visit.made', { person: { external: key } });
      const { rows } = await world.database.withBusiness(at.shop.id, (tx) =>
        tx.query<{ person: number }>(
          'SELECT person_id AS person FROM facts WHERE business_id = this_business() AND fact_id = $1',
          [fact],
        ),
      );
      people.set(key, rows[0]?.person ?? 0);
    }
    const source = await world.database.withBusiness(at.shop.id, (tx) => sourceId(tx, at.shop, 'till'));
    await at.climb();
    const worker = at.worker();
    const append = (key: string, meanwhile: () => Promise<void>) =>
      world.database.withBusiness(at.shop.id, async (tx) => {
        const fact = { personId: people.get(key) ?? 0, conflictId: null, sourceId: source, data: {} };
        await appendFacts(tx, at.shop, [{ ...fact, type: 'page.viewed', at: NOW, key }]);
        await meanwhile();
      });
    await append('first', async () => {
      await append('second', async () => {});
      await worker.sweep();
      expect(bodies().map(({ data }) => (data['fact'] as { key: string }).key)).toEqual(['second']);
    });
    await worker.sweep();
    expect(bodies().map(({ data }) => (data['fact'] as { key: string }).key)).toEqual(['second', 'first']);
  });

  test('many facts from many writers, and two workers: every one arrives, and none twice', async () => {
    await at.hook(receiver.url, ['page.viewed']);
    const workers = [at.worker(), at.worker()];
    const writers = Array.from({ length: 6 }, async (_, writer) => {
      for (let index = 0; index < 12; index += 1)
        await at.tell('page.viewed', { key: `${writer}-${index}`, person: { external: `w${writer}` } });
    });
    const sweeping = (async () => {
      for (let round = 0; round < 8; round += 1) await Promise.all(workers.map((worker) => worker.sweep()));
    })();
    await Promise.all([...writers, sweeping]);
    await Promise.all(workers.map((worker) => worker.sweep()));
    await Promise.all(workers.map((worker) => worker.stop()));
    const keys = bodies().map(({ data }) => (data['fact'] as { key: string }).key);
    expect(keys).toHaveLength(72);
    expect(new Set(keys).size).toBe(72);
    expect(new Set(receiver.received.map(({ headers }) => headers['webhook-id'])).size).toBe(72);
  });
});

test('a drain of people who were queued by nobody says nothing', async () => {
  await at.hook(receiver.url);
  expect(await drainClimbs(world.database, at.clock, at.shop.id)).toMatchObject({ people: 0 });
  expect(await feed()).toBe(0);
});
