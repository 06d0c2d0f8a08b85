import { placesOf } from '@nardeban/core/ladder';
import type { Tx } from '../../../platform/database/index.ts';
import type { Business } from '../../../platform/tenancy/index.ts';
import { publishedVersion } from '../../ladder/index.ts';

/** In which of the stretches that begin at the instants of `$3` an instant lies, counted from 1. */
export function bucketOf(at: string): string {
  return `width_bucket(date_part('epoch', ${at}) * 1000, $3::float8[])`;
}

export interface StandingCause {
  readonly posted: number;
  readonly wallet: string;
  readonly aspect: 'rung' | 'level';
  readonly name: string;
  readonly movement: 'earned' | 'reversed' | 'spent' | 'givenBack';
  readonly units: number;
  readonly entries: number;
}

/**
 * What people earned and spent in a window by the rung of the first ladder and the level of the club on which they stand as
 * it is read. Who stands nowhere is not in it.
 */
export async function standing(
  tx: Tx,
  business: Business,
  window: readonly unknown[],
): Promise<readonly StandingCause[]> {
  const version = await publishedVersion(tx, business);
  const rungs = version === null ? [] : placesOf(version.definition).map(({ key }) => key);
  const { rows } = await tx.query<StandingCause>(
    `WITH moved AS MATERIALIZED (
       SELECT ${bucketOf('x.posted_at')} AS posted, x.wallet, coalesce(p.merged_into, p.person_id) AS person,
              CASE WHEN e.against = 'redeemed' THEN CASE WHEN e.units < 0 THEN 'spent' ELSE 'givenBack' END
                   WHEN e.units > 0 THEN 'earned' ELSE 'reversed' END AS movement,
              sum(abs(e.units))::bigint AS units, count(*) AS entries
       FROM club_transactions x, LATERAL (
         SELECT o.account_id, o.units, o.against FROM club_entries o
         WHERE o.business_id = this_business() AND o.transaction_id = x.transaction_id
           AND o.against IN ('issued', 'sold', 'redeemed') OFFSET 0) e, LATERAL (
         SELECT o.person_id FROM club_accounts o
         WHERE o.business_id = this_business() AND o.account_id = e.account_id AND o.card_id = 0 OFFSET 0) a, LATERAL (
         SELECT o.person_id, o.merged_into FROM people o
         WHERE o.business_id = this_business() AND o.person_id = a.person_id OFFSET 0) p
       WHERE x.business_id = this_business() AND x.posted_at >= $1 AND x.posted_at < $2
       GROUP BY 1, 2, 3, 4
     ), told AS (
       SELECT m.*, 'rung' AS aspect, ($6::text[])[s.rung + 1] AS name FROM moved m, LATERAL (
         SELECT o.rung FROM standings o
         WHERE o.business_id = this_business() AND o.ladder_id = $4 AND o.version = $5 AND o.person_id = m.person OFFSET 0) s
       UNION ALL
       SELECT m.*, 'level', l.level FROM moved m, LATERAL (
         SELECT f.data ->> 'level' AS level FROM facts f
         WHERE f.business_id = this_business() AND f.person_id = m.person AND f.type = 'level.changed'
         ORDER BY f.at DESC LIMIT 1) l)
     SELECT posted, wallet, aspect, name, movement, sum(units)::bigint AS units, sum(entries)::bigint AS entries
     FROM told WHERE name IS NOT NULL GROUP BY 1, 2, 3, 4, 5`,
    [...window, version?.ladderId ?? 0, version?.version ?? 0, rungs],
  );
  return rows;
}
