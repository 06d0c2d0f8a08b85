import { type Acquisition, acquisitionSchema, type Evidence, evidenceSchema } from '@nardeban/core/insight';
import type { Instant } from '@nardeban/core/values';
import { timestamptz, type Tx } from '../../../platform/database/index.ts';

/** What a run has counted of money, and when. */
export interface Counted<Result> {
  readonly at: Instant;
  readonly result: Result;
}

/** The evidence of the advisor, with the ladder it is about. */
export interface AdvisorEvidence {
  readonly ladder: string;
  readonly version: number;
  readonly evidence: Evidence;
}

async function keep(tx: Tx, question: string, at: Instant, result: unknown): Promise<void> {
  await tx.query(
    `INSERT INTO money_results (business_id, question, counted_at, result) VALUES (this_business(), $1, $2, $3)
     ON CONFLICT (business_id, question) DO UPDATE SET counted_at = excluded.counted_at, result = excluded.result`,
    [question, timestamptz(at), JSON.stringify(result)],
  );
}

async function kept(tx: Tx, question: string): Promise<Counted<unknown> | null> {
  const { rows } = await tx.query<{ at: Instant; result: unknown }>(
    'SELECT counted_at AS at, result FROM money_results WHERE business_id = this_business() AND question = $1',
    [question],
  );
  return rows[0] ?? null;
}

export function keepAcquisition(tx: Tx, at: Instant, result: Acquisition): Promise<void> {
  return keep(tx, 'acquisition', at, result);
}

/** Null until a run has counted it. */
export async function keptAcquisition(tx: Tx): Promise<Counted<Acquisition> | null> {
  const found = await kept(tx, 'acquisition');
  return found && { at: found.at, result: acquisitionSchema.parse(found.result) };
}

export function keepEvidence(tx: Tx, at: Instant, result: AdvisorEvidence): Promise<void> {
  return keep(tx, 'advisor', at, result);
}

/** Null until a run has counted it. */
export async function keptEvidence(tx: Tx): Promise<Counted<AdvisorEvidence> | null> {
  const found = await kept(tx, 'advisor');
  if (found === null) return null;
  const { ladder, version, evidence } = found.result as AdvisorEvidence;
  return { at: found.at, result: { ladder, version, evidence: evidenceSchema.parse(evidence) } };
}
