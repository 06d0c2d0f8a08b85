import type { Qualification, TrialResult, TrialSettings } from '@nardeban/core/sales';
import type { Instant } from '@nardeban/core/values';
import { timestamptz, type Tx } from '../../../platform/database/index.ts';

/** A draft tried on what really happened. */
export interface KeptTrial {
  readonly id: number;
  readonly revision: number;
  readonly settings: TrialSettings;
  readonly state: 'waiting' | 'running' | 'done' | 'stopped';
  /** People gone through, of how many. */
  readonly done: number;
  readonly total: number;
  readonly result: TrialResult | null;
  readonly madeBy: string;
  readonly madeAt: Instant;
  readonly endedAt: Instant | null;
}

const COLUMNS = `trial_id AS id, revision, settings, state, done, total, result, made_by AS "madeBy", made_at AS "madeAt",
  ended_at AS "endedAt"`;
/** So many are kept; the oldest go. */
const MOST_KEPT = 50;

export async function addTrial(
  tx: Tx,
  asked: {
    readonly definition: Qualification;
    readonly revision: number;
    readonly settings: TrialSettings;
    readonly by: string;
    readonly now: Instant;
  },
): Promise<number> {
  const { rows } = await tx.query<{ id: number }>(
    `INSERT INTO qualification_trials (business_id, definition, revision, settings, state, made_by, made_at)
     VALUES (this_business(), $1, $2, $3, 'waiting', $4, $5) RETURNING trial_id AS id`,
    [
      JSON.stringify(asked.definition),
      asked.revision,
      JSON.stringify(asked.settings),
      asked.by,
      timestamptz(asked.now),
    ],
  );
  await tx.query(
    `DELETE FROM qualification_trials WHERE business_id = this_business() AND trial_id IN (
       SELECT trial_id FROM qualification_trials WHERE business_id = this_business()
       ORDER BY business_id DESC, trial_id DESC OFFSET ${MOST_KEPT})`,
  );
  const [row] = rows;
  if (row === undefined) throw new Error('A trial was added and not answered.');
  return row.id;
}

export async function trialOf(tx: Tx, id: number): Promise<KeptTrial | null> {
  const { rows } = await tx.query<KeptTrial>(
    `SELECT ${COLUMNS} FROM qualification_trials WHERE business_id = this_business() AND trial_id = $1`,
    [id],
  );
  return rows[0] ?? null;
}

/** Takes one up, also one whose worker died: nothing of it was kept, so it begins anew. Null: it has ended. */
export async function beginTrial(
  tx: Tx,
  id: number,
): Promise<{ readonly definition: Qualification; readonly settings: TrialSettings } | null> {
  const { rows } = await tx.query<{ definition: Qualification; settings: TrialSettings }>(
    `UPDATE qualification_trials SET state = 'running', done = 0, total = (
       SELECT count(*) FROM people WHERE business_id = this_business() AND merged_into IS NULL)
     WHERE business_id = this_business() AND trial_id = $1 AND state IN ('waiting', 'running')
     RETURNING definition, settings`,
    [id],
  );
  return rows[0] ?? null;
}

/** Writes how far it has come; false: somebody stopped it. */
export async function noteProgress(tx: Tx, id: number, done: number): Promise<boolean> {
  const { rowCount } = await tx.query(
    `UPDATE qualification_trials SET done = $2, total = greatest(total, $2)
     WHERE business_id = this_business() AND trial_id = $1 AND state = 'running'`,
    [id, done],
  );
  return rowCount !== 0;
}

export async function endTrial(tx: Tx, id: number, result: TrialResult, now: Instant): Promise<void> {
  await tx.query(
    `UPDATE qualification_trials SET state = 'done', result = $2, done = $3, total = $3, ended_at = $4
     WHERE business_id = this_business() AND trial_id = $1 AND state = 'running'`,
    [id, JSON.stringify(result), result.people, timestamptz(now)],
  );
}

/** False: it had ended already. */
export async function stopTrial(tx: Tx, id: number, now: Instant): Promise<boolean> {
  const { rowCount } = await tx.query(
    `UPDATE qualification_trials SET state = 'stopped', ended_at = $2
     WHERE business_id = this_business() AND trial_id = $1 AND state IN ('waiting', 'running')`,
    [id, timestamptz(now)],
  );
  return rowCount !== 0;
}
