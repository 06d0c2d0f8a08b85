import type { Programme, SimulationResult } from '@nardeban/core/programme';
import type { Instant } from '@nardeban/core/values';
import { timestamptz, type Tx } from '../../../platform/database/index.ts';

/** What a draft is tried on, and with what assumptions. */
export interface SimulationAsked {
  readonly from: Instant;
  readonly to: Instant;
  /** Hundredths of a percent of what they could spend that people spend with each order. */
  readonly spends: number;
  /** What the business keeps of its revenue, in hundredths of a percent; null: not known. */
  readonly marginRate: number | null;
}

export interface SimulationKept {
  readonly id: number;
  readonly revision: number;
  readonly settings: SimulationAsked;
  readonly state: 'waiting' | 'running' | 'done' | 'stopped';
  /** People gone through, of how many. */
  readonly done: number;
  readonly total: number;
  readonly result: SimulationResult | null;
  readonly madeBy: string;
  readonly madeAt: Instant;
  readonly endedAt: Instant | null;
}

const COLUMNS = `simulation_id AS id, revision, settings, state, done, total, result, made_by AS "madeBy", made_at AS "madeAt",
  ended_at AS "endedAt"`;

/** So many are kept; the oldest go. */
const MOST_KEPT = 50;

export async function addSimulation(
  tx: Tx,
  asked: {
    readonly definition: Programme;
    readonly revision: number;
    readonly settings: SimulationAsked;
    readonly by: string;
    readonly now: Instant;
  },
): Promise<number> {
  const { rows } = await tx.query<{ id: number }>(
    `INSERT INTO club_simulations (business_id, definition, revision, settings, state, made_by, made_at)
     VALUES (this_business(), $1, $2, $3, 'waiting', $4, $5) RETURNING simulation_id AS id`,
    [
      JSON.stringify(asked.definition),
      asked.revision,
      JSON.stringify(asked.settings),
      asked.by,
      timestamptz(asked.now),
    ],
  );
  await tx.query(
    `DELETE FROM club_simulations WHERE business_id = this_business() AND simulation_id IN (
       SELECT simulation_id FROM club_simulations WHERE business_id = this_business()
       ORDER BY simulation_id DESC OFFSET ${MOST_KEPT})`,
  );
  const [row] = rows;
  if (row === undefined) throw new Error('A simulation was added and not answered.');
  return row.id;
}

export async function simulationOf(tx: Tx, id: number): Promise<SimulationKept | null> {
  const { rows } = await tx.query<SimulationKept>(
    `SELECT ${COLUMNS} FROM club_simulations WHERE business_id = this_business() AND simulation_id = $1`,
    [id],
  );
  return rows[0] ?? null;
}

/** Takes one up, also one whose worker died: nothing of it was kept, so it begins anew. Null: it has ended. */
export async function beginSimulation(
  tx: Tx,
  id: number,
): Promise<{
  readonly definition: Programme;
  readonly settings: SimulationAsked;
  readonly total: number;
} | null> {
  const { rows } = await tx.query<{ definition: Programme; settings: SimulationAsked; total: number }>(
    `UPDATE club_simulations SET state = 'running', done = 0, total = (
       SELECT count(*) FROM people WHERE business_id = this_business() AND merged_into IS NULL)
     WHERE business_id = this_business() AND simulation_id = $1 AND state IN ('waiting', 'running')
     RETURNING definition, settings, total`,
    [id],
  );
  return rows[0] ?? null;
}

/** Writes how far it has come; false: somebody stopped it. */
export async function noteProgress(tx: Tx, id: number, done: number): Promise<boolean> {
  const { rowCount } = await tx.query(
    `UPDATE club_simulations SET done = $2, total = greatest(total, $2)
     WHERE business_id = this_business() AND simulation_id = $1 AND state = 'running'`,
    [id, done],
  );
  return rowCount !== 0;
}

export async function endSimulation(
  tx: Tx,
  id: number,
  result: SimulationResult,
  now: Instant,
): Promise<void> {
  await tx.query(
    `UPDATE club_simulations SET state = 'done', result = $2, done = $3, total = $3, ended_at = $4
     WHERE business_id = this_business() AND simulation_id = $1 AND state = 'running'`,
    [id, JSON.stringify(result), result.people, timestamptz(now)],
  );
}

/** False: it had ended already. */
export async function stopSimulation(tx: Tx, id: number, now: Instant): Promise<boolean> {
  const { rowCount } = await tx.query(
    `UPDATE club_simulations SET state = 'stopped', ended_at = $2
     WHERE business_id = this_business() AND simulation_id = $1 AND state IN ('waiting', 'running')`,
    [id, timestamptz(now)],
  );
  return rowCount !== 0;
}
