import { timeOfTouch } from '@nardeban/core/sales';
import type { Instant } from '@nardeban/core/values';
import { timestamptz } from '../../../platform/database/index.ts';
import { cadenceVersions } from './cadences.ts';
import type { ShiftSome } from './shifting-walk.ts';
import { workingCalendarSince } from './working-hours.ts';

const AT_A_TIME = 1000;

interface Run {
  readonly id: number;
  readonly cadence: string;
  readonly revision: number;
  readonly startedAt: Instant;
  readonly touch: number;
  readonly nextAt: Instant;
}

/**
 * Series that run: the touch after the planned one is planned when that one's time has come, and that time moved with the
 * hours. What should have been planned already is left to the next look at it.
 */
export const shiftRuns: ShiftSome = async (tx, business, after, { now, how }) => {
  const from = after ?? { at: now, id: 0 };
  const { rows: near } = await tx.query<{ id: number; at: Instant }>(
    `SELECT run_id AS id, next_at AS at FROM cadence_runs
     WHERE business_id = this_business() AND state = 'running' AND (next_at, run_id) > ($1, $2)
     ORDER BY business_id, next_at, run_id LIMIT $3`,
    [timestamptz(from.at), from.id, AT_A_TIME],
  );
  const { rows } = await tx.query<Run>(
    `SELECT run_id AS id, cadence, revision, started_at AS "startedAt", touch, next_at AS "nextAt" FROM cadence_runs
     WHERE business_id = this_business() AND run_id = ANY($1::bigint[]) AND state = 'running'
     ORDER BY run_id FOR UPDATE ${how === 'eager' ? 'SKIP LOCKED' : ''}`,
    [near.map(({ id }) => id)],
  );
  if (rows.length > 0) {
    const since = Math.min(...rows.map(({ startedAt }) => startedAt));
    const calendar = await workingCalendarSince(tx, business, since);
    const definitions = await cadenceVersions(tx, rows);
    const moved = rows.flatMap((run) => {
      const planned = definitions.get(`${run.cadence} ${run.revision}`)?.touches[run.touch - 1];
      if (planned === undefined) return [];
      const nextAt = Math.max(timeOfTouch(planned, run.startedAt, calendar).at, now + 1);
      return nextAt === run.nextAt ? [] : [{ id: run.id, nextAt }];
    });
    await tx.query(
      `UPDATE cadence_runs r SET next_at = m.next_at, calendar_version = $3
       FROM unnest($1::bigint[], $2::timestamptz[]) AS m (id, next_at)
       WHERE r.business_id = this_business() AND r.run_id = m.id`,
      [moved.map(({ id }) => id), moved.map(({ nextAt }) => timestamptz(nextAt)), calendar.version],
    );
  }
  return near.length < AT_A_TIME ? null : (near.at(-1) ?? null);
};
