import { int4Array, int8Array, type Statement } from '../../platform/database/index.ts';
import type { Version } from './versions.ts';

/** Somebody on a version of a ladder. */
export interface Climber {
  readonly version: Version;
  readonly personId: number;
}

/**
 * Makes the past moves of these people rows of `moves`, told when they were told and in no order of time as before: what
 * is about to be superseded has to be a row. The caller holds the lock of the climber. Null when there is nobody.
 */
export function statementOfOpening(climbers: readonly Climber[]): Statement | null {
  if (climbers.length === 0) return null;
  return {
    name: 'past_moves_open',
    text: `WITH opened AS (
        DELETE FROM past_moves p USING unnest($1::int[], $2::int[], $3::bigint[]) AS t (l, v, p)
        WHERE p.business_id = this_business() AND p.ladder_id = t.l AND p.version = t.v AND p.person_id = t.p
        RETURNING p.ladder_id, p.version, p.person_id)
      INSERT INTO moves (business_id, ladder_id, version, person_id, at, from_rung, from_since, to_rung, cause, measured, recorded_at, listed)
      SELECT (SELECT this_business()), a.ladder_id, a.version, a.person_id, a.at, a.from_rung, a.from_since, a.to_rung, a.cause,
        a.measured, a.recorded_at, false
      FROM opened o JOIN all_moves a ON a.business_id = this_business() AND a.ladder_id = o.ladder_id AND a.version = o.version
        AND a.person_id = o.person_id AND a.is_past`,
    values: [
      int4Array(climbers.map(({ version }) => version.ladderId)),
      int4Array(climbers.map(({ version }) => version.version)),
      int8Array(climbers.map(({ personId }) => personId)),
    ],
  };
}
