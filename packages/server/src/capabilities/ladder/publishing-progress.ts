import type { Tx } from '../../platform/database/index.ts';

/** How far the version that is being published has come; null when none is. */
export async function publishingOf(
  tx: Tx,
  ladderId: number,
): Promise<{ readonly version: number; readonly done: number; readonly total: number } | null> {
  const { rows } = await tx.query<{ version: number; done: number; total: number }>(
    `SELECT v.version, v.people_done AS done,
            (SELECT count(*) FROM people p WHERE p.business_id = v.business_id AND p.merged_into IS NULL) AS total
     FROM ladder_versions v
     WHERE v.business_id = this_business() AND v.ladder_id = $1 AND v.state = 'publishing' LIMIT 1`,
    [ladderId],
  );
  return rows[0] ?? null;
}
