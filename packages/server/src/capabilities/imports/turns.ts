import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';
import type { Tx } from '../../platform/database/index.ts';
import type { Business } from '../../platform/tenancy/index.ts';

/**
 * One process at a time runs an import or undoes it. The lock goes with the connection, also when the process is
 * killed; but the server may be at work for a dead process a little longer, so a taken lock is asked for again before
 * giving up.
 */
export async function takeTurn(
  client: pg.PoolClient,
  business: Business,
  importId: number,
  patienceMs: number,
): Promise<boolean> {
  const until = performance.now() + patienceMs;
  for (;;) {
    const { rows } = await client.query<{ taken: boolean }>(
      'SELECT pg_try_advisory_lock(hashtextextended($1, 0)) AS taken',
      [nameOf(business.id, importId)],
    );
    if (rows[0]?.taken === true) return true;
    if (performance.now() >= until) return false;
    await pause(100);
  }
}

/** Whether somebody is at work on the import: one whose process was killed says so no longer. */
export async function isAtWork(tx: Tx, business: Pick<Business, 'id'>, importId: number): Promise<boolean> {
  const { rows } = await tx.query<{ free: boolean }>(
    'SELECT pg_try_advisory_xact_lock(hashtextextended($1, 0)) AS free',
    [nameOf(business.id, importId)],
  );
  return rows[0]?.free !== true;
}

function nameOf(business: number, importId: number): string {
  return `nardeban.import ${business} ${importId}`;
}

/** Until the transaction ends nobody else begins an import or an undo in this business. */
export async function lockImports(tx: Tx): Promise<void> {
  await tx.query("SELECT pg_advisory_xact_lock(hashtext('nardeban.imports'), this_business())");
}

export async function isUndoUnderWay(tx: Tx): Promise<boolean> {
  const { rows } = await tx.query(
    `SELECT FROM imports WHERE business_id = this_business() AND state = 'undoing' LIMIT 1`,
  );
  return rows.length > 0;
}
