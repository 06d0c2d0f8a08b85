import type { Instant } from '@nardeban/core/values';
import { timestamptz, type Tx } from '../../platform/database/index.ts';
import type { Version } from './versions.ts';

/** Where somebody stands, and where they stood at the end of two instants; null: not known to the business yet. */
export interface StoodThen {
  readonly personId: number;
  readonly now: number;
  readonly first: number | null;
  readonly second: number | null;
}

/**
 * The next people on a version in order of number, at most `most`, after the person `after`, with the places on which they
 * stood at two instants, as the moves tell it today. Nobody whose standing is not written yet is among them.
 */
export async function stoodThen(
  tx: Tx,
  version: Version,
  [first, second]: readonly [Instant, Instant],
  { after, most }: { readonly after: number; readonly most: number },
): Promise<readonly StoodThen[]> {
  const { rows } = await tx.query<StoodThen>({
    name: 'stood_then',
    // The moves of a stretch of people are read along the keys; for each page they are put in order anew.
    text: `WITH page AS MATERIALIZED (
        SELECT person_id, rung, known_since FROM standings
        WHERE business_id = this_business() AND ladder_id = $1 AND version = $2 AND person_id > $3 ORDER BY person_id LIMIT $4),
      then_on AS (
        SELECT m.person_id, (array_agg(m.to_rung ORDER BY m.at DESC) FILTER (WHERE m.at <= $5))[1] AS first,
          (array_agg(m.to_rung ORDER BY m.at DESC))[1] AS second
        FROM all_moves m
        WHERE m.business_id = this_business() AND m.ladder_id = $1 AND m.version = $2 AND m.superseded_at IS NULL AND m.at <= $6
          AND m.person_id > $3 AND m.person_id <= (SELECT max(person_id) FROM page)
        GROUP BY m.person_id)
      SELECT p.person_id AS "personId", p.rung AS now,
        CASE WHEN p.known_since <= $5 THEN coalesce(t.first, $7) END AS first,
        CASE WHEN p.known_since <= $6 THEN coalesce(t.second, $7) END AS second
      FROM page p LEFT JOIN then_on t USING (person_id) ORDER BY p.person_id`,
    values: [
      version.ladderId,
      version.version,
      after,
      most,
      timestamptz(first),
      timestamptz(second),
      version.compiled.positions.start,
    ],
  });
  return rows;
}

/** Which of these people came up to a place, or above it, in a time of their own; whoever is there already does not count. */
export async function climbedTo(
  tx: Tx,
  version: Version,
  place: number,
  people: readonly { readonly personId: number; readonly from: Instant; readonly until: Instant }[],
): Promise<ReadonlySet<number>> {
  const { rows } = await tx.query<{ id: number }>({
    name: 'climbed_to',
    text: `SELECT DISTINCT p AS id FROM unnest($4::bigint[], $5::timestamptz[], $6::timestamptz[]) AS asked (p, f, u), LATERAL (
        SELECT FROM all_moves m WHERE m.business_id = this_business() AND m.ladder_id = $1 AND m.version = $2 AND m.person_id = p
          AND m.superseded_at IS NULL AND m.at > f AND m.at <= u AND m.to_rung >= $3 AND m.from_rung < $3 LIMIT 1) climbed`,
    values: [
      version.ladderId,
      version.version,
      place,
      people.map(({ personId }) => personId),
      people.map(({ from }) => timestamptz(from)),
      people.map(({ until }) => timestamptz(until)),
    ],
  });
  return new Set(rows.map(({ id }) => id));
}
