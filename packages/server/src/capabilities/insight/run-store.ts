import { accept, type Day, type Instant, isoDay, refuse, type Result, zoneOf } from '@nardeban/core/values';
import { timestamptz, type Tx } from '../../platform/database/index.ts';
import { addJob } from '../../platform/jobs/index.ts';
import type { Business } from '../../platform/tenancy/index.ts';
import type { Outcome } from './outcome.ts';

export const runStates = ['waiting', 'running', 'stopped', 'failed', 'done'] as const;
export type RunState = (typeof runStates)[number];
export const runPhases = ['reading', 'fitting', 'writing', 'telling'] as const;
export type RunPhase = (typeof runPhases)[number];

export interface Run {
  readonly id: number;
  readonly state: RunState;
  /** The last day that is seen, whole; null until it began. */
  readonly asOf: Day | null;
  readonly stopAsked: boolean;
  readonly phase: RunPhase | null;
  /** People looked at in this phase, and about how many there will be. */
  readonly looked: number;
  readonly total: number | null;
  readonly outcome: Outcome | null;
  readonly toldThrough: number | null;
  /** How many were told that their band is another now. */
  readonly told: number;
  readonly madeBy: string;
  readonly madeAt: Instant;
  readonly startedAt: Instant | null;
  readonly finishedAt: Instant | null;
  readonly changedAt: Instant;
}

const COLUMNS = `run_id AS id, state, as_of AS "asOf", stop_asked AS "stopAsked", phase, looked, total, outcome,
  told_through AS "toldThrough", told, made_by AS "madeBy", made_at AS "madeAt", started_at AS "startedAt",
  finished_at AS "finishedAt", changed_at AS "changedAt"`;

/**
 * Asks for a run and has it begun; while one waits or is under way that one is answered, for it will see as much. `by` is
 * who asks.
 */
export async function askForRun(tx: Tx, business: Business, by: string, at: Instant): Promise<Run> {
  await tx.query("SELECT pg_advisory_xact_lock(hashtext('nardeban.insight ask'), this_business())");
  const { rows: open } = await tx.query<Run>(
    `SELECT ${COLUMNS} FROM insight_runs
     WHERE business_id = this_business() AND state IN ('waiting', 'running') AND NOT stop_asked ORDER BY run_id LIMIT 1`,
  );
  const [underWay] = open;
  if (underWay !== undefined) {
    // Whoever had it may be gone, with its job; two who do it wait for each other.
    await wake(tx, business, underWay.id);
    return underWay;
  }
  const { rows } = await tx.query<Run>(
    `INSERT INTO insight_runs (business_id, state, made_on, made_by, made_at, changed_at)
     VALUES (this_business(), 'waiting', $1, $2, $3, $3) RETURNING ${COLUMNS}`,
    [isoDay(zoneOf(business.zone).dayOf(at)), by, timestamptz(at)],
  );
  const [made] = rows;
  if (made === undefined) throw new Error('A run was not written down');
  await wake(tx, business, made.id);
  return made;
}

async function wake(tx: Tx, business: Business, run: number): Promise<void> {
  await addJob(tx, 'insight', { business: business.id, run }, `insight ${run}`);
}

export async function runById(tx: Tx, id: number): Promise<Run | null> {
  const { rows } = await tx.query<Run>(
    `SELECT ${COLUMNS} FROM insight_runs WHERE business_id = this_business() AND run_id = $1`,
    [id],
  );
  return rows[0] ?? null;
}

/** The newest first; `before` is the last of the page before. */
export async function runsBefore(tx: Tx, before: number | null, most: number): Promise<Run[]> {
  const { rows } = await tx.query<Run>(
    `SELECT ${COLUMNS} FROM insight_runs WHERE business_id = this_business() AND ($1::bigint IS NULL OR run_id < $1)
     ORDER BY run_id DESC LIMIT $2`,
    [before, most],
  );
  return rows;
}

/** The run that is read: the last one that came to its end. */
export async function latestRun(tx: Tx): Promise<Run | null> {
  const { rows } = await tx.query<Run>(
    `SELECT ${COLUMNS} FROM insight_runs WHERE business_id = this_business() AND state = 'done' ORDER BY run_id DESC LIMIT 1`,
  );
  return rows[0] ?? null;
}

/** Refusals: `run_unknown`, `run_not_running`. One that has not begun is stopped at once. */
export async function stopRun(tx: Tx, id: number, at: Instant): Promise<Result<Run>> {
  if ((await runById(tx, id)) === null) return refuse('run_unknown', 'id', { run: id });
  const { rows } = await tx.query<Run>(
    `UPDATE insight_runs SET stop_asked = true, state = CASE WHEN state = 'waiting' THEN 'stopped' ELSE state END, changed_at = $2
     WHERE business_id = this_business() AND run_id = $1 AND state IN ('waiting', 'running') RETURNING ${COLUMNS}`,
    [id, timestamptz(at)],
  );
  return rows[0] === undefined ? refuse('run_not_running', 'id', { run: id }) : accept(rows[0]);
}

/**
 * Takes a run up from its beginning, whoever had it before: what is kept of everybody while it goes is in memory, and gone
 * with the program. Null: it is over, or to stop.
 */
export async function beginRun(tx: Tx, id: number, asOf: Day, at: Instant): Promise<Run | null> {
  const { rows } = await tx.query<Run>(
    `UPDATE insight_runs SET state = CASE WHEN stop_asked THEN 'stopped' ELSE 'running' END, as_of = $2, phase = 'reading',
       looked = 0, started_at = coalesce(started_at, $3), changed_at = $3,
       total = (SELECT count(*) FROM people p WHERE p.business_id = this_business() AND p.merged_into IS NULL)
     WHERE business_id = this_business() AND run_id = $1 AND state IN ('waiting', 'running') RETURNING ${COLUMNS}`,
    [id, asOf, timestamptz(at)],
  );
  return rows[0]?.state === 'running' ? rows[0] : null;
}

/** Says how far it is; answers whether it is to stop. */
export async function reachIn(
  tx: Tx,
  id: number,
  reached: {
    readonly phase: RunPhase;
    readonly looked: number;
    readonly total: number | null;
    readonly at: Instant;
  },
): Promise<'go on' | 'stop'> {
  const { rows } = await tx.query<{ stop: boolean }>(
    `UPDATE insight_runs SET phase = $2, looked = $3, total = coalesce($4, total), changed_at = $5
     WHERE business_id = this_business() AND run_id = $1 AND state = 'running' RETURNING stop_asked AS stop`,
    [id, reached.phase, reached.looked, reached.total, timestamptz(reached.at)],
  );
  return rows[0]?.stop === false ? 'go on' : 'stop';
}

export async function endRun(tx: Tx, id: number, state: 'stopped' | 'failed', at: Instant): Promise<void> {
  await tx.query(
    `UPDATE insight_runs SET state = $2, phase = NULL, finished_at = $3, changed_at = $3
     WHERE business_id = this_business() AND run_id = $1 AND state IN ('waiting', 'running')`,
    [id, state, timestamptz(at)],
  );
}

/** From here on everybody reads this run. False: it was stopped meanwhile. */
export async function turnOverTo(tx: Tx, id: number, outcome: Outcome, at: Instant): Promise<boolean> {
  const { rowCount } = await tx.query(
    `UPDATE insight_runs SET state = 'done', phase = 'telling', outcome = $2, told_through = 0, finished_at = $3, changed_at = $3
     WHERE business_id = this_business() AND run_id = $1 AND state = 'running' AND NOT stop_asked`,
    [id, JSON.stringify(outcome), timestamptz(at)],
  );
  return rowCount === 1;
}
