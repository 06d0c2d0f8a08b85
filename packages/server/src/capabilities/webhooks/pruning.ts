import type { Clock } from '../../platform/clock/index.ts';
import { type Database, timestamptz } from '../../platform/database/index.ts';
import { DAY } from './schedule.ts';

/** How long the log of messages goes back. */
const KEPT_MS = 30 * DAY;
const AT_A_TIME = 5000;

/** Forgets messages older than thirty days, with their attempts, some at a time; and hooks removed as long ago. */
export async function pruneMessages(database: Database, clock: Clock, signal?: AbortSignal): Promise<number> {
  const before = timestamptz(clock.now() - KEPT_MS);
  const { rows } = await database.withoutBusiness((tx) =>
    tx.query<{ id: number }>('SELECT business_id AS id FROM businesses_with_old_messages($1)', [before]),
  );
  let forgotten = 0;
  for (const { id } of rows) {
    for (;;) {
      if (signal?.aborted === true) return forgotten;
      const gone = await database.withBusiness(id, async (tx) => {
        // The oldest have the lowest numbers.
        const { rows: old } = await tx.query<{ id: number }>(
          `DELETE FROM hook_messages WHERE business_id = this_business() AND made_at < $1 AND message_id IN (
             SELECT message_id FROM hook_messages WHERE business_id = this_business() ORDER BY message_id LIMIT ${AT_A_TIME})
           RETURNING message_id AS id`,
          [before],
        );
        await tx.query(
          'DELETE FROM hook_attempts WHERE business_id = this_business() AND message_id = ANY($1::bigint[])',
          [old.map((message) => message.id)],
        );
        await tx.query(
          `DELETE FROM hooks h WHERE business_id = this_business() AND removed_at < $1 AND NOT EXISTS (
             SELECT FROM hook_messages m WHERE m.business_id = h.business_id AND m.hook_id = h.hook_id)`,
          [before],
        );
        return old.length;
      });
      forgotten += gone;
      if (gone < AT_A_TIME) break;
    }
  }
  return forgotten;
}
