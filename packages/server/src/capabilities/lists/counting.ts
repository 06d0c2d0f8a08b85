import { placesOf } from '@nardeban/core/ladder';
import type { Tx } from '../../platform/database/index.ts';
import type { Business } from '../../platform/tenancy/index.ts';
import { publishedVersion, type Version } from '../ladder/index.ts';

/** How many people, and how sure that is: counted, estimated, or at least so many. */
export interface People {
  readonly people: number;
  readonly how: 'exact' | 'estimate' | 'at_least';
}

/** People are counted one by one up to here; more are told from the counters of the ladder. */
const MOST_COUNTED = 20_000;

/** People on these places of a version. */
export async function peopleOn(tx: Tx, version: Version, places: readonly number[]): Promise<People> {
  const { rows } = await tx.query<{ people: number }>({
    name: 'lists-people-on',
    text: `SELECT count(*)::int AS people FROM (
             SELECT 1 FROM unnest($3::smallint[]) AS place, LATERAL (
               SELECT 1 FROM standings o WHERE o.business_id = this_business() AND o.ladder_id = $1 AND o.version = $2
                 AND o.rung = place OFFSET 0) s LIMIT ${MOST_COUNTED}) AS counted`,
    values: [version.ladderId, version.version, places],
  });
  const people = rows[0]?.people ?? 0;
  if (people < MOST_COUNTED) return { people, how: 'exact' };
  const kept = await keptCount(tx, version, places);
  return kept === null ? { people, how: 'at_least' } : { people: kept, how: 'exact' };
}

/** From the steps counted as they are written (ladder_days): who came to a place less who left it. */
async function keptCount(tx: Tx, version: Version, places: readonly number[]): Promise<number | null> {
  const { rows } = await tx.query<{ people: number | null }>({
    name: 'lists-kept-count',
    text: `SELECT (SELECT sum(CASE WHEN d.to_rung = ANY($3::smallint[]) THEN d.people ELSE 0 END)
                     - sum(CASE WHEN d.from_rung = ANY($3::smallint[]) THEN d.people ELSE 0 END)
                   FROM ladder_days d WHERE d.business_id = this_business() AND d.ladder_id = $1 AND d.version = $2 AND d.span = 32)::int8 AS people
           FROM ladder_versions v WHERE v.business_id = this_business() AND v.ladder_id = $1 AND v.version = $2
             AND v.counted_zone IS NOT NULL`,
    values: [version.ladderId, version.version, places],
  });
  return rows[0]?.people ?? null;
}

/** Everybody of the business: everybody has a standing on its first ladder. */
export async function everybody(tx: Tx, business: Business): Promise<People | null> {
  const version = await publishedVersion(tx, business);
  return version === null
    ? null
    : peopleOn(
        tx,
        version,
        placesOf(version.definition).map((_, index) => index),
      );
}
