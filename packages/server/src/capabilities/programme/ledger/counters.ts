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
  const { rows } = await tx.query<Counter>(
    countersStatement(asked, 'club-counters', 'SELECT unnest(club_people($3))', [person ?? null]),
  );
  const touched = new Map(rows.map((counter) => [`${counter.of} ${counter.key}`, counter]));
  return asked.map(({ key, of }) => touched.get(`${of} ${key}`) ?? { key, of, used: 0, held: 0 });
}

/**
 * The same of the people that the statement it becomes part of has read as `ring`: its rows are those of the counters that
 * somebody has touched.
 */
export function countersOfRing(asked: readonly Pick<Counter, 'key' | 'of'>[]): Statement {
  return countersStatement(asked, 'club-counters-of-ring', 'SELECT r.person_id FROM ring r', []);
}

/**
 * Each counter is looked up by its key: a join would walk through the counters of everybody, for as long as a connection lives
 * that planned it while there were few.
 */
function countersStatement(
  asked: readonly Pick<Counter, 'key' | 'of'>[],
  name: string,
  people: string,
  values: readonly unknown[],
): Statement {
  const keysOf = (whose: Claim['of']): string[] =>
    asked.flatMap(({ key, of }) => (of === whose ? [key] : []));
  return {
    name,
    text: `SELECT o.key, 'all' AS of, sum(o.used)::int8 AS used, sum(o.held)::int8 AS held FROM club_counters o
      WHERE o.business_id = this_business() AND o.key = ANY($1::text[]) AND o.person_id = 0 GROUP BY o.key
      UNION ALL
      SELECT o.key, 'person', sum(o.used)::int8, sum(o.held)::int8 FROM club_counters o
      WHERE o.business_id = this_business() AND o.key = ANY($2::text[])
        AND o.person_id = ANY(ARRAY(${people})) AND o.person_id > 0 GROUP BY o.key`,
    values: [keysOf('all'), keysOf('person'), ...values],
    many: { types: ['text[]', 'text[]', ...values.map(() => 'bigint')] },
  };
}
