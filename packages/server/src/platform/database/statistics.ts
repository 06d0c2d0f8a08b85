import type { Database } from './database.ts';

/**
 * Has the server look again at tables that have at least doubled since it last did. For whoever writes thousands of rows at
 * a stretch: a plan made for an empty table reads everybody to find one, and autovacuum may be a minute away
 * (docs/decisions/0025-statistics-in-time.md). A round trip of a millisecond where nothing has doubled.
 */
export async function takeStatistics(database: Database): Promise<void> {
  await database.withoutBusiness((tx) => tx.query('SELECT take_statistics()'));
}
