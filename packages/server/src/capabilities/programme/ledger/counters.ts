import type { Claim } from '@nardeban/core/programme';
import type { Statement, Tx } from '../../../platform/database/index.ts';

/** How far a counter has come: what captures have used, and what open holds keep aside. */
export interface Counter {
  readonly key: string;
  readonly of: Claim['of'];
  readonly used: number;
  readonly held: number;
}

/**
 * How far these counters have come, in the order asked for; one that nobody has touched is at 0. The counter of a person
 * is that of everybody they are one with. Read without a lock: whether there is room is decided by `hold`.
 */
export async function countersOf(
  tx: Tx,
  asked: readonly Pick<Counter, 'key' | 'of'>[],
  person?: number,
): Promise<Counter[]> {
  if (asked.length === 0) return [];
  return (await tx.query<Counter>(countersStatement(asked, person))).rows;
}

/**
 * The same as a statement to be sent together with others: its rows are the counters. Each is looked up by its key: a join
 * would walk through the counters of everybody, for as long as a connection lives that planned it while there were few.
 */
export function countersStatement(asked: readonly Pick<Counter, 'key' | 'of'>[], person?: number): Statement {
  return {
    name: 'club-counters',
    text: `WITH people AS MATERIALIZED (SELECT club_people($3) AS ids)
      SELECT a.key, a.of, coalesce(sum(c.used), 0)::int8 AS used, coalesce(sum(c.held), 0)::int8 AS held
      FROM unnest($1::text[], $2::text[]) WITH ORDINALITY AS a (key, of, place)
      CROSS JOIN people p
      LEFT JOIN LATERAL (
        SELECT o.used, o.held FROM club_counters o WHERE o.business_id = this_business() AND o.key = a.key
          AND o.person_id = ANY(CASE WHEN a.of = 'all' THEN '{0}'::bigint[] ELSE p.ids END) OFFSET 0) c ON true
      GROUP BY a.place, a.key, a.of ORDER BY a.place`,
    values: [asked.map(({ key }) => key), asked.map(({ of }) => of), person ?? null],
  };
}
