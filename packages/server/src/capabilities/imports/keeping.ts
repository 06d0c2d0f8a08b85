import { rm } from 'node:fs/promises';
import type { Clock } from '../../platform/clock/index.ts';
import type { Database } from '../../platform/database/index.ts';
import { forgetFile, untouchedFiles } from './records.ts';

/** How long an uploaded file is kept after its import was last touched: to go on with it, or to read it once more. */
export const KEPT_DAYS = 30;

const DAY_MS = 86_400_000;
const FILES_AT_A_TIME = 100;

/**
 * Removes uploaded files whose time is over, of every business. Everything else of the import stays: what came in, the
 * refused rows, and that it can be undone.
 */
export async function removeOldFiles(
  database: Database,
  clock: Clock,
  signal?: AbortSignal,
): Promise<number> {
  const since = clock.now() - KEPT_DAYS * DAY_MS;
  const businesses = await database.withoutBusiness(async (tx) => {
    const { rows } = await tx.query<{ id: number }>(
      'SELECT business_id AS id FROM businesses_with_old_imports(to_timestamp($1::float8 / 1000))',
      [since],
    );
    return rows.map(({ id }) => id);
  });
  let removed = 0;
  for (const business of businesses) {
    for (;;) {
      if (signal?.aborted === true) return removed;
      const files = await database.withBusiness(business, (tx) => untouchedFiles(tx, since, FILES_AT_A_TIME));
      for (const { id, path } of files) {
        await rm(path, { force: true });
        await database.withBusiness(business, (tx) => forgetFile(tx, id));
        removed += 1;
      }
      if (files.length < FILES_AT_A_TIME) break;
    }
  }
  return removed;
}
