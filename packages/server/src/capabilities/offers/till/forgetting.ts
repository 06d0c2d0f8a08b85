import type { Clock } from '../../../platform/clock/index.ts';
import { type Database, timestamptz } from '../../../platform/database/index.ts';
import { KEPT_MS, pruneQuotes } from './quote-store.ts';

/** Takes quotes away that came to nothing a week ago, in every business, some at a time. */
export async function forgetQuotes(database: Database, clock: Clock, signal?: AbortSignal): Promise<void> {
  const now = clock.now();
  const due = await database.withoutBusiness(async (tx) => {
    const { rows } = await tx.query<{ id: number }>(
      'SELECT business_id AS id FROM businesses_with_old_quotes($1)',
      [timestamptz(now - KEPT_MS)],
    );
    return rows.map(({ id }) => id);
  });
  for (const id of due) {
    for (let isMore = true; isMore; ) {
      if (signal?.aborted === true) return;
      isMore = await database.withBusiness(id, (tx) => pruneQuotes(tx, now));
    }
  }
}
