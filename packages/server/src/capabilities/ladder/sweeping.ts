import type { Clock } from '../../platform/clock/index.ts';
import type { Database } from '../../platform/database/index.ts';
import { businessById } from '../../platform/tenancy/index.ts';
import { isCounted, recountLadder } from './counting.ts';
import { activeVersions } from './versions.ts';

/** Published versions that were written before there were counters, or counted by the days of another zone. */
export async function countUncounted(
  database: Database,
  clock: Clock,
  businessId: number,
  signal: AbortSignal | undefined,
): Promise<void> {
  const business = await businessById(database, businessId);
  if (!business) return;
  const versions = await database.withBusiness(businessId, (tx) => activeVersions(tx, business));
  for (const version of versions) {
    if (signal?.aborted || version.state !== 'published') continue;
    await database.withBusiness(businessId, async (tx) => {
      if (!(await isCounted(tx, version))) await recountLadder(tx, version, clock.now());
    });
  }
}

const SWEPT_AT_A_TIME = 20_000;

/**
 * Takes away standings and counters of versions no longer in force, some at a time; answers whether there may be more.
 */
export async function sweepRetired(database: Database, businessId: number): Promise<boolean> {
  return database.withBusiness(businessId, async (tx) => {
    const { rows } = await tx.query<{ ladder_id: number; version: number }>(
      `SELECT ladder_id, version FROM ladder_versions v WHERE business_id = this_business() AND state = 'retired' AND (
         EXISTS (SELECT FROM standings s WHERE s.business_id = v.business_id AND s.ladder_id = v.ladder_id AND s.version = v.version)
         OR counted_zone IS NOT NULL)`,
    );
    for (const { ladder_id, version } of rows) {
      const { rowCount } = await tx.query(
        // Up to the last of them, and not "those of a list": a planner that believes in one row looks through all for each.
        `DELETE FROM standings WHERE business_id = this_business() AND ladder_id = $1 AND version = $2 AND person_id <= (
           SELECT max(person_id) FROM (
             SELECT person_id FROM standings WHERE business_id = this_business() AND ladder_id = $1 AND version = $2
             ORDER BY person_id LIMIT $3) AS swept)`,
        [ladder_id, version, SWEPT_AT_A_TIME],
      );
      if (rowCount === SWEPT_AT_A_TIME) return true;
      for (const table of ['ladder_days', 'ladder_waits', 'ladder_waits_counted', 'ladder_money']) {
        await tx.query(
          `DELETE FROM ${table} WHERE business_id = this_business() AND ladder_id = $1 AND version = $2`,
          [ladder_id, version],
        );
      }
      await tx.query(
        'UPDATE ladder_versions SET counted_zone = NULL WHERE business_id = this_business() AND ladder_id = $1 AND version = $2',
        [ladder_id, version],
      );
    }
    return false;
  });
}
