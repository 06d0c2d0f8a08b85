import { afterAll, beforeAll, expect, test } from 'vitest';
import { businessesForTest, type TestBusinesses } from '../../platform/tenancy/testing.ts';
import { appendFacts, receiveFacts } from '../facts/index.ts';
import { mergePeople } from '../people/index.ts';
import { checkBusiness, drainClimbs, foundBusiness } from './index.ts';

const NOW = Date.UTC(2026, 5, 1, 9);
const clock = { now: () => NOW };

let world: TestBusinesses;
beforeAll(async () => {
  world = await businessesForTest();
});
afterAll(() => world.close());

test('a fact queued for somebody who was merged at that moment moves the one they are now', async () => {
  const { database } = world;
  const founded = await foundBusiness(database, clock, { slug: 'climbing', name: 'Climbing' });
  if (!founded.ok) throw new Error(founded.refusal.code);
  const shop = founded.value;
  const met = await receiveFacts(
    database,
    clock,
    shop,
    ['loser', 'winner'].map((external) => ({
      person: { external },
      type: 'page.viewed',
      at: NOW - 1000,
      key: external,
    })),
  );
  const [loser, winner] = met.map((answer) => (answer.status === 'stored' ? answer.personId : null));
  if (loser == null || winner == null) throw new Error('nobody was made');
  const placeOf = async (person: number) => {
    const { rows } = await database.withBusiness(shop.id, (tx) =>
      tx.query<{ rung: number }>(
        `SELECT s.rung FROM standings s JOIN ladders l USING (business_id, ladder_id)
         WHERE l.key = 'loyalty' AND s.version = l.version AND s.person_id = $1`,
        [person],
      ),
    );
    return rows[0]?.rung ?? null;
  };
  await database.withBusiness(shop.id, (tx) =>
    mergePeople(tx, shop, { loser, winner, by: 'maryam', reason: 'same phone' }),
  );
  await drainClimbs(database, clock, shop.id);
  const before = await placeOf(winner);
  expect(await placeOf(loser)).toBeNull();
  // As a writer leaves it who read of the loser before the merge was committed, and stored the fact after it.
  await database.withBusiness(shop.id, async (tx) => {
    await appendFacts(tx, shop, [
      {
        personId: loser,
        conflictId: null,
        type: 'order.paid',
        at: NOW - 500,
        sourceId: 1,
        key: 'late',
        data: { order: 'late', amount: 1_000_000 },
      },
    ]);
    await tx.query('DELETE FROM climb_queue');
    await tx.query('INSERT INTO climb_queue (business_id, person_id) VALUES (this_business(), $1)', [loser]);
  });
  await drainClimbs(database, clock, shop.id);
  expect(await placeOf(winner)).toBeGreaterThan(before ?? 99);
  expect(await placeOf(loser)).toBeNull();
});

test('somebody whose answer has expired, and of whom something earlier is told now, is counted from that day', async () => {
  const { database } = world;
  const founded = await foundBusiness(database, clock, { slug: 'expiring', name: 'Expiring' });
  if (!founded.ok) throw new Error(founded.refusal.code);
  const shop = founded.value;
  const tell = (key: string, at: number, now: number) =>
    receiveFacts(database, { now: () => now }, shop, [
      { person: { external: 'a' }, type: 'order.paid', at, key, data: { order: key, amount: 1_000_000 } },
    ]);
  const standing = async () =>
    database.withBusiness(shop.id, async (tx) => {
      const { rows } = await tx.query<{ known: number; until: number }>(
        'SELECT known_since AS known, until FROM standings WHERE until IS NOT NULL ORDER BY until',
      );
      return rows[0];
    });
  await tell('first', NOW - 1000, NOW);
  await drainClimbs(database, clock, shop.id);
  const before = await standing();
  expect(before?.known).toBe(NOW - 1000);
  const later = (before?.until ?? 0) + 1;
  await tell('earlier', NOW - 90 * 86_400_000, later);
  await drainClimbs(database, { now: () => later }, shop.id);
  expect((await standing())?.known).toBe(NOW - 90 * 86_400_000);
  expect((await checkBusiness(database, { now: () => later }, shop.id)).examples).toEqual([]);
});
