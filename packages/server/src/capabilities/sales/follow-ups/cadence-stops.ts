import { STOP_FACTS, stopAmong } from '@nardeban/core/sales';
import type { Instant } from '@nardeban/core/values';
import type { Tx } from '../../../platform/database/index.ts';
import type { Business } from '../../../platform/tenancy/index.ts';
import { type CadenceRun, endRun, RUN_COLUMNS, RUN_TABLES } from './cadence-runs.ts';
import { cadenceVersions } from './cadences.ts';
import { cancelFollowUps } from './planning.ts';

/** In whose name the program itself does something. */
export const MACHINE = 'nardeban';

/** The series that run with these people, held; those that another job holds are left to it. */
export async function runsHeld(tx: Tx, people: readonly number[]): Promise<readonly CadenceRun[]> {
  const { rows } = await tx.query<CadenceRun>(
    `SELECT ${RUN_COLUMNS} FROM ${RUN_TABLES} WHERE r.business_id = this_business() AND r.state = 'running'
       AND r.person_id = ANY($1::bigint[]) ORDER BY r.run_id FOR UPDATE OF r SKIP LOCKED`,
    [people],
  );
  return rows;
}

/** Ends at once what somebody has just ended by what they did. */
export async function stopRunsOf(tx: Tx, business: Business, person: number, now: Instant): Promise<void> {
  const { rows } = await tx.query<{ id: number }>(
    `SELECT person_id AS id FROM people
     WHERE business_id = this_business() AND (person_id = $1 OR merged_into = $1)`,
    [person],
  );
  await stopSome(
    tx,
    business,
    await runsHeld(
      tx,
      rows.map(({ id }) => id),
    ),
    now,
  );
}

interface Told {
  readonly id: number;
  readonly run: number;
  readonly type: string;
  readonly outcome: string | null;
}

/** Ends those of which somebody did what ends them, or of whom two run since two people turned out to be one. */
export async function stopSome(
  tx: Tx,
  business: Business,
  runs: readonly CadenceRun[],
  now: Instant,
): Promise<readonly CadenceRun[]> {
  if (runs.length === 0) return [];
  const types = [...new Set(Object.values(STOP_FACTS).map(({ type }) => type))];
  const { rows } = await tx.query<Told>(
    `SELECT r.run_id AS run, f.fact_id AS id, f.type, f.data ->> 'outcome' AS outcome
     FROM cadence_runs r, LATERAL (
       SELECT coalesce(p.merged_into, p.person_id) AS person_id FROM people p
       WHERE p.business_id = r.business_id AND p.person_id = r.person_id) root, LATERAL (
       SELECT f.fact_id, f.type, f.data, f.at FROM people m
         JOIN facts f ON f.business_id = m.business_id AND f.person_id = m.person_id
       WHERE m.business_id = r.business_id AND (m.person_id = root.person_id OR m.merged_into = root.person_id)
         AND f.at > r.started_at AND f.type = ANY($2::text[])
         AND (f.type <> 'contact.attempted' OR f.data ->> 'outcome' = 'answered')
         AND (f.type NOT IN ('deal.won', 'deal.lost') OR r.deal_id IS NULL OR f.ref = r.deal_id::text)
       ORDER BY f.at, f.fact_id LIMIT 20) f
     WHERE r.business_id = this_business() AND r.run_id = ANY($1::bigint[])
     ORDER BY f.at, f.fact_id`,
    [runs.map(({ id }) => id), types],
  );
  const told = Map.groupBy(rows, ({ run }) => run);
  const definitions = await cadenceVersions(tx, runs);
  const going: CadenceRun[] = [];
  for (const run of runs) {
    const definition = definitions.get(`${run.cadence} ${run.revision}`);
    const stop = definition === undefined ? null : stopAmong(definition, told.get(run.id) ?? []);
    const twin = stop === null && (await hasEarlierTwin(tx, run));
    if (stop === null && !twin) {
      going.push(run);
      continue;
    }
    const stopped = stop?.stop ?? 'merged';
    await endRun(tx, run.id, { state: 'stopped', stopped, fact: stop?.fact.id ?? null, now });
    await cancelFollowUps(tx, business, {
      origin: 'cadence',
      originRef: String(run.id),
      reason: stopped,
      by: MACHINE,
      at: now,
    });
  }
  return going;
}

async function hasEarlierTwin(tx: Tx, run: CadenceRun): Promise<boolean> {
  const { rows } = await tx.query(
    `SELECT FROM people m JOIN cadence_runs r ON r.business_id = m.business_id AND r.person_id = m.person_id
     WHERE m.business_id = this_business() AND (m.person_id = $1 OR m.merged_into = $1)
       AND r.cadence = $2 AND r.state = 'running' AND r.run_id < $3 LIMIT 1`,
    [run.person, run.cadence, run.id],
  );
  return rows.length > 0;
}
