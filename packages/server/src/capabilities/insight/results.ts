import type { z } from 'zod';
import type { Tx } from '../../platform/database/index.ts';
import { type Question, questionSchemas } from './questions.ts';

export interface ResultOfRun<Result> {
  readonly run: number;
  readonly asOf: number;
  readonly result: Result;
}

/**
 * The answer to a question as the run that is read has it; null before the first run, and where a version before wrote it
 * otherwise than it is read today: the next run writes it anew.
 */
export async function resultOf<Name extends Question>(
  tx: Tx,
  question: Name,
): Promise<ResultOfRun<z.infer<(typeof questionSchemas)[Name]>> | null> {
  const { rows } = await tx.query<{ run: number; as_of: number; result: unknown }>(
    `SELECT r.run_id AS run, r.as_of, s.result FROM (
       SELECT run_id, as_of FROM insight_runs WHERE business_id = this_business() AND state = 'done' ORDER BY run_id DESC LIMIT 1) r
     JOIN insight_results s ON s.business_id = this_business() AND s.run_id = r.run_id AND s.question = $1`,
    [question],
  );
  const [row] = rows;
  if (row === undefined) return null;
  const read = questionSchemas[question].safeParse(row.result);
  return read.success
    ? { run: row.run, asOf: row.as_of, result: read.data as z.infer<(typeof questionSchemas)[Name]> }
    : null;
}
