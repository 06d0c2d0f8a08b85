import { broughtBy } from '@nardeban/core/sales';
import type { Instant } from '@nardeban/core/values';
import { timestamptz, type Tx } from '../../../platform/database/index.ts';
import { readingFor } from '../../ladder/index.ts';
import { membersOf } from '../../people/index.ts';
import { historiesOf, rootsOf } from './reading.ts';

/** What a friend has paid and given back, with the numbers of the facts. */
export const paidReading = readingFor([], { also: ['order.paid', 'order.returned'], ids: true });

/** Counts anew what those of these people who were brought have paid for since. */
export async function countFriends(tx: Tx, people: readonly number[], now: Instant): Promise<void> {
  const members = await membersOf(tx, await rootsOf(tx, people));
  const all = [...members.values()].flat();
  const { rows } = await tx.query<{
    id: number;
    person: number;
    at: Instant;
    orders: number;
    revenue: number;
  }>(
    `SELECT friend_id AS id, person_id AS person, at, orders, revenue FROM brought_friends
     WHERE business_id = this_business() AND person_id = ANY($1::bigint[]) ORDER BY friend_id FOR UPDATE`,
    [all],
  );
  if (rows.length === 0) return;
  const rootOf = new Map([...members].flatMap(([root, own]) => own.map((member) => [member, root] as const)));
  const roots = [...new Set(rows.map(({ person }) => rootOf.get(person) ?? person))];
  const histories = await historiesOf(tx, roots, paidReading);
  for (const { id, person, at, orders, revenue } of rows) {
    const brought = broughtBy(histories.get(rootOf.get(person) ?? person)?.facts ?? [], at);
    if (brought.orders === orders && brought.revenue === revenue) continue;
    await tx.query(
      `UPDATE brought_friends SET orders = $2, revenue = $3, counted_at = $4
       WHERE business_id = this_business() AND friend_id = $1`,
      [id, brought.orders, brought.revenue, timestamptz(now)],
    );
  }
}

const MOST_PENDING = 500;

/**
 * Counts those of whom something was told and nobody has counted it yet, so that a report says what the facts say at this moment
 * and not what they said a minute ago.
 */
export async function countPending(tx: Tx, now: Instant): Promise<void> {
  const { rows } = await tx.query<{ root: number }>(
    `WITH friends AS (
       SELECT DISTINCT coalesce(p.merged_into, f.person_id) AS root FROM brought_friends f
       LEFT JOIN people p ON p.business_id = f.business_id AND p.person_id = f.person_id
       WHERE f.business_id = this_business())
     SELECT root FROM friends
     WHERE EXISTS (SELECT FROM climb_queue c WHERE c.business_id = this_business() AND c.person_id = root)
        OR EXISTS (SELECT FROM recommendation_news n WHERE n.business_id = this_business() AND n.person_id = root)
     ORDER BY root LIMIT ${MOST_PENDING}`,
  );
  if (rows.length > 0)
    await countFriends(
      tx,
      rows.map(({ root }) => root),
      now,
    );
}
