import { seededChance } from '@nardeban/core/testing';
import { type Clock } from '../../platform/clock/index.ts';
import type { Database } from '../../platform/database/index.ts';
import type { Business } from '../../platform/tenancy/index.ts';
import { appendFacts, sourceId } from '../facts/index.ts';

const DAY = 86_400_000;

export interface PretendedOrder {
  readonly person: number;
  readonly at: number;
  readonly amount: number;
}

/**
 * People with orders over two years before `end`: one in three leaves after each order, the rest buy at a rate of their
 * own. The same people for the same seed.
 */
export function pretendedOrders(people: number, end: number, seed = 3): PretendedOrder[] {
  const chance = seededChance(seed);
  return Array.from({ length: people }, (_, i) => {
    const every = 10 + 70 * chance.next();
    const price = 100 + Math.floor(900 * chance.next());
    const orders: PretendedOrder[] = [];
    for (let at = end - (40 + 660 * chance.next()) * DAY; at < end; ) {
      orders.push({ person: i + 1, at: Math.floor(at), amount: price + chance.int(0, 50) });
      if (chance.next() < 0.3) break;
      at -= Math.log(1 - chance.next()) * every * DAY;
    }
    return orders;
  }).flat();
}

/** Puts orders into a business, people numbered from `first` on. */
export async function placeOrders(
  database: Database,
  business: Business,
  orders: readonly PretendedOrder[],
  first: number,
): Promise<void> {
  await database.withBusiness(business.id, async (tx) => {
    const source = await sourceId(tx, business, 'test');
    const people = [...new Set(orders.map(({ person }) => first + person))];
    await tx.query(
      `INSERT INTO people (business_id, person_id, known_since)
       SELECT this_business(), p, to_timestamp(0) FROM unnest($1::bigint[]) AS p ON CONFLICT DO NOTHING`,
      [people],
    );
    await appendFacts(
      tx,
      business,
      orders.map(({ person, at, amount }, i) => ({
        personId: first + person,
        conflictId: null,
        type: 'order.paid',
        at,
        sourceId: source,
        key: `o ${first + person} ${i}`,
        data: { order: `${first + person}-${i}`, amount },
      })),
    );
  });
}

/** A clock that stands where it is put. */
export function standingClock(at: number): Clock & { set(at: number): void } {
  let now = at;
  return { now: () => now, set: (to) => void (now = to) };
}
