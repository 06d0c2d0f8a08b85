import type { Clock } from '../../../platform/clock/index.ts';
import { type Database, timestamptz } from '../../../platform/database/index.ts';

/** How long a code is kept after it was made: as long as the answer to what it was told for may be asked for again. */
const KEPT_MS = 2 * 24 * 60 * 60 * 1000;
const AT_A_TIME = 5000;

/** Forgets codes and sessions of the portal that nobody can use any more, some at a time. */
export async function forgetSpentCodes(
  database: Database,
  clock: Clock,
  signal?: AbortSignal,
): Promise<number> {
  const before = timestamptz(clock.now() - KEPT_MS);
  const { rows } = await database.withoutBusiness((tx) =>
    tx.query<{ id: number }>('SELECT business_id AS id FROM businesses_with_spent_codes($1)', [before]),
  );
  let forgotten = 0;
  for (const { id } of rows) {
    for (;;) {
      if (signal?.aborted === true) return forgotten;
      const gone = await database.withBusiness(id, async (tx) => {
        const { rowCount: codes } = await tx.query(
          `DELETE FROM one_time_codes WHERE business_id = this_business() AND challenge IN (
             SELECT challenge FROM one_time_codes WHERE business_id = this_business() AND made_at < $1
             ORDER BY made_at LIMIT ${AT_A_TIME} FOR UPDATE SKIP LOCKED)`,
          [before],
        );
        const { rowCount: sessions } = await tx.query(
          `DELETE FROM portal_sessions WHERE business_id = this_business() AND session_id IN (
             SELECT session_id FROM portal_sessions WHERE business_id = this_business() AND expires_at < $1
             ORDER BY expires_at LIMIT ${AT_A_TIME} FOR UPDATE SKIP LOCKED)`,
          [before],
        );
        return Math.max(codes, sessions);
      });
      forgotten += gone;
      if (gone < AT_A_TIME) break;
    }
  }
  return forgotten;
}
