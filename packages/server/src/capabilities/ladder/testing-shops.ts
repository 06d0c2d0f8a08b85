import { type Definition, type Ladder, sixRungLadder } from '@nardeban/core/ladder';
import type { Instant } from '@nardeban/core/values';
import { afterAll, beforeAll } from 'vitest';
import type { Clock } from '../../platform/clock/index.ts';
import { openDatabase, type Database } from '../../platform/database/index.ts';
import { freshDatabase, type FreshDatabase } from '../../platform/database/testing.ts';
import type { Business } from '../../platform/tenancy/index.ts';
import { receiveFacts } from '../facts/index.ts';
import { peopleIdentifiedBy } from '../people/index.ts';
import { beginPublishing, drainClimbs, foundBusiness, saveDraft } from './index.ts';

/** When every shop is founded. */
export const START: Instant = Date.UTC(2026, 0, 10, 9);
/** The present, which stands where a test puts it. */
export const time = { now: START };
export const clock: Clock = { now: () => time.now };
/** Where the shops of one file are. */
export const street = {} as { database: Database };
let slugs = 0;
let keys = 0;

/** Makes a database before the first test of a file and drops it after the last. */
export function useStreet(): void {
  let fresh: FreshDatabase;
  beforeAll(async () => {
    fresh = await freshDatabase();
    street.database = await openDatabase(fresh.appUrl, { max: 8 });
  });
  afterAll(async () => {
    await street.database.close();
    await fresh.drop();
  });
}

/** A shop founded at the start, which is now again. */
export async function shop(): Promise<Business> {
  time.now = START;
  const founded = await foundBusiness(street.database, clock, { slug: `shop-${++slugs}`, name: 'فروشگاه' });
  if (!founded.ok) throw new Error(founded.refusal.code);
  return founded.value;
}

export async function tell(
  business: Business,
  external: string,
  type: string,
  at: Instant,
  data: Record<string, string | number> = {},
): Promise<void> {
  const [answer] = await receiveFacts(street.database, clock, business, [
    { person: { external }, type, at, key: `k${++keys}`, data },
  ]);
  if (answer?.status !== 'stored') throw new Error(JSON.stringify(answer));
}

export const buy = (business: Business, external: string, at: Instant, amount = 1_000_000): Promise<void> =>
  tell(business, external, 'order.paid', at, { order: `o${keys}`, amount });

export const drain = (business: Business) => drainClimbs(street.database, clock, business.id);

export const personOf = (business: Business, external: string): Promise<number> =>
  street.database.withBusiness(business.id, async (tx) => (await peopleIdentifiedBy(tx, external))[0] ?? 0);

/** The six rungs, where the loyal ones have bought so often in a year. */
export function stricter(orders: number): Ladder {
  return {
    ...sixRungLadder,
    rungs: sixRungLadder.rungs.map((rung) =>
      rung.key === 'repeat-customer'
        ? {
            ...rung,
            enter: {
              measure: 'count',
              of: 'order.paid',
              kept: true,
              within: { months: 12 },
              atLeast: orders,
            },
          }
        : rung,
    ),
  };
}

/** Saves a ladder and begins to publish it; who stands where is for the test to say. */
export async function begin(business: Business, definition: Definition): Promise<void> {
  const begun = await street.database.withBusiness(business.id, async (tx) => {
    const saved = await saveDraft(tx, definition, 'owner');
    return saved.ok ? beginPublishing(tx, definition.key, 'owner') : saved;
  });
  if (!begun.ok) throw new Error(begun.refusal.code);
}
