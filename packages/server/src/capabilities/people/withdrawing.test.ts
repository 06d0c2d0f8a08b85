import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { Tx } from '../../platform/database/index.ts';
import type { Business } from '../../platform/tenancy/index.ts';
import { businessesForTest, type TestBusinesses } from '../../platform/tenancy/testing.ts';
import { systemClock } from '../../platform/clock/index.ts';
import { appendFacts, receiveFacts, sourceId } from '../facts/index.ts';
import { forgetIdentifiers, resolvePeople } from './index.ts';
import { tablesThatHold } from './withdrawing.ts';

/** A fact told by a person's number, in the very moment in which an undone import takes that person off. */

const IMPORT = 7;
const AT = Date.UTC(2026, 0, 1);

let world: TestBusinesses;
beforeAll(async () => {
  world = await businessesForTest();
});
afterAll(() => world.close());

const inside = <T>(business: Business, work: (tx: Tx) => Promise<T>) =>
  world.database.withBusiness(business.id, work);

/** Somebody who came with the import alone and has nothing but an identifier. */
async function lent(): Promise<{ shop: Business; person: number }> {
  const shop = await world.another();
  const [found] = await inside(shop, (tx) => resolvePeople(tx, shop, [{ external: 'lent' }], [AT], IMPORT));
  if (found === undefined || !('personId' in found)) throw new Error('nobody was made');
  return { shop, person: found.personId };
}

const takeOff = (tx: Tx, shop: Business) =>
  forgetIdentifiers(tx, shop, { importId: IMPORT, by: 'test' }, null, 100);
const tellTx = async (tx: Tx, shop: Business, person: number) =>
  appendFacts(tx, shop, [
    {
      personId: person,
      conflictId: null,
      type: 'visit.made',
      at: AT,
      sourceId: await sourceId(tx, shop, 'till'),
      key: 'visit',
      data: {},
    },
  ]);

/** Begins a transaction, and leaves it open until it is let go. */
async function held<T>(shop: Business, work: (tx: Tx) => Promise<T>) {
  const ready = Promise.withResolvers<T>();
  const letGo = Promise.withResolvers<void>();
  const ended = inside(shop, async (tx) => {
    ready.resolve(await work(tx));
    await letGo.promise;
  });
  ended.catch(ready.reject);
  await ready.promise;
  return {
    async end() {
      letGo.resolve();
      await ended;
    },
  };
}

const somebodyWaits = (shop: Business) =>
  vi.waitFor(
    async () => {
      const { rows } = await inside(shop, (tx) =>
        tx.query<{ waits: boolean }>(
          "SELECT EXISTS (SELECT FROM pg_locks WHERE NOT granted AND locktype IN ('transactionid', 'tuple')) AS waits",
        ),
      );
      expect(rows[0]?.waits).toBe(true);
    },
    { timeout: 15_000, interval: 20 },
  );

/** Facts of people who are not there. */
async function orphans(shop: Business): Promise<number> {
  const { rows } = await inside(shop, (tx) =>
    tx.query<{ orphans: number }>(
      `SELECT count(*)::int AS orphans FROM facts f WHERE f.person_id IS NOT NULL AND NOT EXISTS (
         SELECT FROM people p WHERE p.business_id = f.business_id AND p.person_id = f.person_id)`,
    ),
  );
  return rows[0]?.orphans ?? -1;
}

test('told first, the fact keeps them: the undo waits, sees it and takes nobody off', async () => {
  const { shop, person } = await lent();
  const telling = await held(shop, (tx) => tellTx(tx, shop, person));
  const undoing = inside(shop, (tx) => takeOff(tx, shop));
  await somebodyWaits(shop);
  await telling.end();
  expect(await undoing).toMatchObject({ people: 0 });
  expect(await orphans(shop)).toBe(0);
});

test('taken off first, they are unknown to whoever tells by number meanwhile', async () => {
  const { shop, person } = await lent();
  const undoing = await held(shop, (tx) => takeOff(tx, shop));
  const telling = receiveFacts(world.database, systemClock, shop, [
    { person: { id: person }, type: 'visit.made', at: AT, source: 'till', key: 'visit' },
  ]);
  await somebodyWaits(shop);
  await undoing.end();
  expect(await telling).toMatchObject([{ status: 'refused', refusal: { code: 'person_unknown' } }]);
  expect(await orphans(shop)).toBe(0);
});

test('taken off first, a deed that tells of them is given up whole, to be tried again', async () => {
  const { shop, person } = await lent();
  const undoing = await held(shop, (tx) => takeOff(tx, shop));
  const telling = inside(shop, (tx) => tellTx(tx, shop, person));
  const refused = expect(telling).rejects.toMatchObject({ code: '40001' });
  await somebodyWaits(shop);
  await undoing.end();
  await refused;
  expect(await orphans(shop)).toBe(0);
});

test('of every table that names people it is decided whether it holds somebody whom an undo would take off', async () => {
  const shop = await world.another();
  const naming = await inside(shop, tablesThatHold);
  // A table added here holds people back; one that is worked out from facts belongs into DERIVED.
  expect(naming).toEqual([
    'agreement_orders',
    'agreements',
    'annual_awards',
    'belongs_answers',
    'brought_friends',
    'cadence_runs',
    'capture_submissions',
    'club_accounts',
    'consent_records',
    'deals',
    'experiment_assignments',
    'facts',
    'files',
    'follow_ups',
    'gift_cards',
    'hook_messages',
    'lead_handings',
    'lead_review_leads',
    'leads',
    'notes',
    'objection_raises',
    'offer_people',
    'recommendation_asks',
    'redemptions',
    'referral_links',
    'referrals',
    'referrers',
    'sales_memory',
    'sales_promises',
    'sales_roles',
    'sales_talks',
    'testimonials',
    'till_orders',
    'vouchers',
  ]);
});
