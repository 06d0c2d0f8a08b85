import type { Tx } from '../../platform/database/index.ts';
import { modelSchema, type ModelShown } from './schemas.ts';

const COLUMNS = `m.run_id AS run, r.as_of AS "asOf", m.fitted_to AS "fittedTo", m.name, m.days_per_unit AS "daysPerUnit", m.parameters,
  m.standard_errors AS "standardErrors", m.log_likelihood AS "logLikelihood", m.gain, m.verdict, m.holdout`;

/** The models of a run: those fitted to all there is, and those tried on the past. */
export async function modelsOf(tx: Tx, run: number): Promise<ModelShown[]> {
  const { rows } = await tx.query(
    `SELECT ${COLUMNS} FROM insight_models m JOIN insight_runs r USING (business_id, run_id)
     WHERE m.business_id = this_business() AND m.run_id = $1 ORDER BY m.fitted_to DESC, m.name`,
    [run],
  );
  return shown(rows);
}

/** Every time a model was fitted to all there was, the newest first; `before` is the run of the last of the page before. */
export async function modelHistory(
  tx: Tx,
  name: ModelShown['name'],
  before: number | null,
  most: number,
): Promise<ModelShown[]> {
  const { rows } = await tx.query(
    `SELECT ${COLUMNS} FROM insight_models m JOIN insight_runs r USING (business_id, run_id)
     WHERE m.business_id = this_business() AND m.fitted_to = 'today' AND m.name = $1 AND r.state = 'done'
       AND ($2::bigint IS NULL OR m.run_id < $2) ORDER BY m.run_id DESC LIMIT $3`,
    [name, before, most],
  );
  return shown(rows);
}

/** What a version before wrote may look otherwise; then it is left out. */
function shown(rows: readonly object[]): ModelShown[] {
  return rows.flatMap((row) => {
    const read = modelSchema.safeParse(row);
    return read.success ? [read.data] : [];
  });
}
