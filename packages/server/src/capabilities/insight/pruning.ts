import type { Database, Tx } from '../../platform/database/index.ts';

const AT_ONCE = 20_000;
/** Answers of so many runs are kept, to be compared; of who was where only the last. */
const KEPT_RESULTS = 30;

/**
 * Takes away what only an earlier run said of people, some at a time, and answers that are too old. Runs themselves stay,
 * with what they found and the models they fitted. Nothing of a run that has still to tell of changes is touched, nor of
 * the one it compares with.
 */
export async function pruneRuns(database: Database, businessId: number, signal?: AbortSignal): Promise<void> {
  for (let more = true; more; ) {
    if (signal?.aborted === true) return;
    more = await database.withBusiness(businessId, async (tx) => {
      const { rows } = await tx.query<{ kept: number | null; answers: number | null }>(
        `SELECT max(run_id) FILTER (WHERE told_through IS NULL) AS kept,
           (SELECT o.run_id FROM insight_runs o WHERE o.business_id = this_business() AND o.state = 'done'
            ORDER BY o.run_id DESC OFFSET $1 LIMIT 1) AS answers
         FROM insight_runs WHERE business_id = this_business() AND state = 'done'`,
        [KEPT_RESULTS],
      );
      const { kept = null, answers = null } = rows[0] ?? {};
      if (answers !== null)
        await tx.query('DELETE FROM insight_results WHERE business_id = this_business() AND run_id <= $1', [
          answers,
        ]);
      if (kept === null) return false;
      await tx.query('DELETE FROM insight_lists WHERE business_id = this_business() AND run_id < $1', [kept]);
      const { rows: old } = await tx.query<{ run: number | null }>(
        'SELECT min(run_id) AS run FROM person_scores WHERE business_id = this_business() AND run_id < $1',
        [kept],
      );
      const run = old[0]?.run ?? null;
      if (run !== null) await sweepScores(tx, run);
      return run !== null;
    });
  }
}

/** Takes away all that an unfinished run has written, so that it can begin anew or be given up. */
export async function sweepRun(database: Database, businessId: number, run: number): Promise<void> {
  for (let more = true; more; ) {
    more = await database.withBusiness(businessId, async (tx) => {
      for (const table of ['insight_lists', 'insight_results', 'insight_models'])
        await tx.query(`DELETE FROM ${table} WHERE business_id = this_business() AND run_id = $1`, [run]);
      return sweepScores(tx, run);
    });
  }
}

async function sweepScores(tx: Tx, run: number): Promise<boolean> {
  const { rowCount } = await tx.query(
    // Up to the last of them, and not "those of a list": a planner that believes in one row looks through all for each.
    `DELETE FROM person_scores WHERE business_id = this_business() AND run_id = $1 AND person_id <= (
       SELECT max(person_id) FROM (
         SELECT person_id FROM person_scores WHERE business_id = this_business() AND run_id = $1
         ORDER BY person_id LIMIT $2) AS swept)`,
    [run, AT_ONCE],
  );
  return rowCount === AT_ONCE;
}
