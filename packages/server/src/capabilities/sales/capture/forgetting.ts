import type { Clock } from '../../../platform/clock/index.ts';
import { type Database, timestamptz } from '../../../platform/database/index.ts';

const DAY = 86_400_000;
/** How long what was put away can still be let in. */
const DISCARDED_DAYS = 30;
/** How long it is kept from which network address something was sent. */
const ADDRESSED_DAYS = 30;
const AT_A_TIME = 5000;

/**
 * Removes what somebody put away a month ago, counts of windows of time that are over, and from where things were sent a month
 * ago. Beside what people agreed to the address stays: there it is part of the proof.
 */
export async function forgetCaptures(
  database: Database,
  clock: Clock,
  signal?: AbortSignal,
): Promise<number> {
  const now = clock.now();
  const discarded = timestamptz(now - DISCARDED_DAYS * DAY);
  const counted = now - 2 * DAY;
  const addressed = timestamptz(now - ADDRESSED_DAYS * DAY);
  const { rows } = await database.withoutBusiness((tx) =>
    tx.query<{ id: number }>('SELECT business_id AS id FROM businesses_with_old_captures($1, $2, $3)', [
      discarded,
      timestamptz(counted),
      addressed,
    ]),
  );
  let forgotten = 0;
  for (const { id } of rows) {
    for (;;) {
      if (signal?.aborted === true) return forgotten;
      const gone = await database.withBusiness(id, async (tx) => {
        const { rowCount: submissions } = await tx.query(
          `DELETE FROM capture_submissions WHERE business_id = this_business() AND submission_id IN (
             SELECT submission_id FROM capture_submissions
             WHERE business_id = this_business() AND state = 'discarded' AND decided_at < $1 LIMIT ${AT_A_TIME})`,
          [discarded],
        );
        const { rowCount: tries } = await tx.query(
          `DELETE FROM capture_tries WHERE business_id = this_business() AND (kind, subject, minutes, slot) IN (
             SELECT kind, subject, minutes, slot FROM capture_tries
             WHERE business_id = this_business() AND slot < floor($1::float8 / 60000 / minutes) - 1
             LIMIT ${AT_A_TIME} FOR UPDATE SKIP LOCKED)`,
          [counted],
        );
        const { rowCount: addresses } = await tx.query(
          `UPDATE capture_submissions SET address = NULL
           WHERE business_id = this_business() AND submission_id IN (
             SELECT submission_id FROM capture_submissions
             WHERE business_id = this_business() AND address IS NOT NULL AND at < $1
             ORDER BY business_id, at LIMIT ${AT_A_TIME} FOR UPDATE SKIP LOCKED)`,
          [addressed],
        );
        return Math.max(submissions, tries, addresses);
      });
      forgotten += gone;
      if (gone < AT_A_TIME) break;
    }
  }
  return forgotten;
}
