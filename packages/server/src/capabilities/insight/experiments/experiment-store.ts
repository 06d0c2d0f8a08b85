import { randomBytes } from 'node:crypto';
import {
  type ClimbsTried,
  type ExperimentDefinition,
  type ExperimentReading,
  experimentReadingSchema,
} from '@nardeban/core/insight';
import { placesOf } from '@nardeban/core/ladder';
import {
  accept,
  changedMeanwhile,
  type Day,
  displayText,
  type Instant,
  refuse,
  type Result,
} from '@nardeban/core/values';
import { timestamptz, type Tx } from '../../../platform/database/index.ts';
import type { Business } from '../../../platform/tenancy/index.ts';
import { publishedVersion } from '../../ladder/index.ts';

export interface Experiment {
  readonly id: number;
  readonly definition: ExperimentDefinition;
  readonly state: 'draft' | 'running' | 'stopped';
  readonly salt: string;
  readonly startedAt: Instant | null;
  readonly stoppedAt: Instant | null;
  readonly assigned: { readonly held: number; readonly treated: number };
  readonly revision: number;
  readonly madeBy: string;
  readonly madeAt: Instant;
  readonly changedBy: string;
  readonly changedAt: Instant;
}

export interface Author {
  readonly by: string;
  readonly now: Instant;
}

/** Each that runs is read every night. */
const MOST_EXPERIMENTS = 500;

const columns = `experiment_id AS id, definition, state, salt, started_at AS "startedAt", stopped_at AS "stoppedAt",
  json_build_object('held', held, 'treated', treated) AS assigned, revision, made_by AS "madeBy", made_at AS "madeAt",
  changed_by AS "changedBy", changed_at AS "changedAt"`;

/** A page of experiments, the latest first. */
export async function listExperiments(
  tx: Tx,
  after: number | undefined,
  limit: number,
): Promise<{ readonly experiments: readonly Experiment[]; readonly next: number | null }> {
  const { rows } = await tx.query<Experiment>(
    `SELECT ${columns} FROM experiments WHERE business_id = this_business() AND ($1::bigint IS NULL OR experiment_id < $1)
     ORDER BY experiment_id DESC LIMIT $2`,
    [after ?? null, limit + 1],
  );
  const experiments = rows.slice(0, limit);
  return { experiments, next: rows.length > limit ? (experiments.at(-1)?.id ?? null) : null };
}

/** Refusal: `experiment_unknown`. */
export async function experimentById(tx: Tx, id: number): Promise<Result<Experiment>> {
  const { rows } = await tx.query<Experiment>(
    `SELECT ${columns} FROM experiments WHERE business_id = this_business() AND experiment_id = $1`,
    [id],
  );
  const [found] = rows;
  return found === undefined ? refuse('experiment_unknown', 'id', { id }) : accept(found);
}

/** Refusals: those of `checked`, and `too_many_experiments`. */
export async function draftExperiment(
  tx: Tx,
  business: Business,
  asked: ExperimentDefinition,
  { by, now }: Author,
): Promise<Result<Experiment>> {
  const good = await checked(tx, business, asked);
  if (!good.ok) return good;
  const { rows: counted } = await tx.query<{ experiments: number }>(
    'SELECT count(*)::int AS experiments FROM experiments WHERE business_id = this_business()',
  );
  if ((counted[0]?.experiments ?? 0) >= MOST_EXPERIMENTS)
    return refuse('too_many_experiments', undefined, { most: MOST_EXPERIMENTS });
  const { rows } = await tx.query<{ id: number }>(
    `INSERT INTO experiments (business_id, definition, salt, made_by, made_at, changed_by, changed_at)
     VALUES (this_business(), $1, $2, $3, $4, $3, $4) RETURNING experiment_id AS id`,
    [JSON.stringify(good.value), randomBytes(9).toString('base64url'), by, timestamptz(now)],
  );
  return experimentById(tx, rows[0]?.id ?? 0);
}

/** Changes a draft that `revision` showed. Refusals: those of `lockedAs` and `checked`. */
export async function changeExperiment(
  tx: Tx,
  business: Business,
  id: number,
  { definition, revision }: { readonly definition: ExperimentDefinition; readonly revision: number },
  { by, now }: Author,
): Promise<Result<Experiment>> {
  const seen = await lockedAs(tx, 'draft', id, revision);
  if (!seen.ok) return seen;
  const good = await checked(tx, business, definition);
  if (!good.ok) return good;
  await tx.query(
    `UPDATE experiments SET definition = $2, revision = revision + 1, changed_by = $3, changed_at = $4
     WHERE business_id = this_business() AND experiment_id = $1`,
    [id, JSON.stringify(good.value), by, timestamptz(now)],
  );
  return experimentById(tx, id);
}

/** Takes a draft away. Refusals: those of `lockedAs`. */
export async function removeExperiment(tx: Tx, id: number, revision: number): Promise<Result<Experiment>> {
  const seen = await lockedAs(tx, 'draft', id, revision);
  if (!seen.ok) return seen;
  await tx.query('DELETE FROM experiments WHERE business_id = this_business() AND experiment_id = $1', [id]);
  return seen;
}

/** From now on people can be assigned, and what is looked for is fixed. Refusals: those of `lockedAs` and `checked`. */
export async function startExperiment(
  tx: Tx,
  business: Business,
  id: number,
  revision: number,
  { by, now }: Author,
): Promise<Result<Experiment>> {
  const seen = await lockedAs(tx, 'draft', id, revision);
  if (!seen.ok) return seen;
  // The ladder may have changed since it was drafted.
  const good = await checked(tx, business, seen.value.definition);
  if (!good.ok) return good;
  await tx.query(
    `UPDATE experiments SET state = 'running', started_at = $3, revision = revision + 1, changed_by = $2, changed_at = $3
     WHERE business_id = this_business() AND experiment_id = $1`,
    [id, by, timestamptz(now)],
  );
  return experimentById(tx, id);
}

/** Nobody new is assigned; it is read until all windows are over. Refusals: those of `lockedAs`. */
export async function stopExperiment(
  tx: Tx,
  id: number,
  revision: number,
  { by, now }: Author,
): Promise<Result<Experiment>> {
  const seen = await lockedAs(tx, 'running', id, revision);
  if (!seen.ok) return seen;
  await tx.query(
    `UPDATE experiments SET state = 'stopped', stopped_at = $3, revision = revision + 1, changed_by = $2, changed_at = $3
     WHERE business_id = this_business() AND experiment_id = $1`,
    [id, by, timestamptz(now)],
  );
  return experimentById(tx, id);
}

/** Refusals: `experiment_unknown`, `changed_meanwhile`, `experiment_not_draft`, `experiment_not_running`. */
async function lockedAs(
  tx: Tx,
  state: 'draft' | 'running',
  id: number,
  revision: number,
): Promise<Result<Experiment>> {
  await tx.query(
    'SELECT FROM experiments WHERE business_id = this_business() AND experiment_id = $1 FOR UPDATE',
    [id],
  );
  const found = await experimentById(tx, id);
  if (found.ok && found.value.revision !== revision)
    return changedMeanwhile(found.value.changedBy, found.value.changedAt);
  if (found.ok && found.value.state !== state)
    return refuse(state === 'draft' ? 'experiment_not_draft' : 'experiment_not_running');
  return found;
}

/** Refusals: `name_missing`, `experiment_climbs_need_rung`. */
async function checked(
  tx: Tx,
  business: Business,
  asked: ExperimentDefinition,
): Promise<Result<ExperimentDefinition>> {
  const name = displayText(asked.name);
  if (name === '') return refuse('name_missing', 'name');
  const definition = { ...asked, name, hypothesis: displayText(asked.hypothesis) };
  if (asked.outcome !== 'climbs') return accept({ ...definition, ladder: null, rung: null });
  return (await placeToReach(tx, business, asked)) === null
    ? refuse('experiment_climbs_need_rung', 'rung')
    : accept(definition);
}

/** The version and place that an experiment about climbs looks at; null where there is none (any more). */
export async function placeToReach(
  tx: Tx,
  business: Business,
  { ladder, rung }: Pick<ExperimentDefinition, 'ladder' | 'rung'>,
) {
  if (ladder === null || rung === null) return null;
  const version = await publishedVersion(tx, business, ladder);
  if (version === null || version.definition.kind !== 'ladder') return null;
  const place = placesOf(version.definition).findIndex(({ key }) => key === rung);
  return place > 0 ? { version, place } : null;
}

/** Puts a reading in the place of an earlier one of the same day. */
export async function keepReading(tx: Tx, id: number, day: Day, reading: ExperimentReading): Promise<void> {
  await tx.query(
    `INSERT INTO experiment_readings (business_id, experiment_id, day, read_at, result)
     VALUES (this_business(), $1, $2, $3, $4)
     ON CONFLICT (business_id, experiment_id, day) DO UPDATE SET read_at = excluded.read_at, result = excluded.result`,
    [id, day, timestamptz(reading.at), JSON.stringify(reading)],
  );
}

/** The readings of the last days, the oldest first. */
export async function readingsOf(
  tx: Tx,
  id: number,
  days: number,
): Promise<readonly { readonly day: Day; readonly reading: ExperimentReading }[]> {
  const { rows } = await tx.query<{ day: Day; result: unknown }>(
    `SELECT day, result FROM experiment_readings WHERE business_id = this_business() AND experiment_id = $1
     ORDER BY day DESC LIMIT $2`,
    [id, days],
  );
  return rows.map(({ day, result }) => ({ day, reading: experimentReadingSchema.parse(result) })).reverse();
}

/** What the latest readings say about climbs to the rungs of a ladder; of several about one rung the largest. */
export async function climbsTried(tx: Tx, ladder: string): Promise<ReadonlyMap<string, ClimbsTried>> {
  const { rows } = await tx.query<{ rung: string; result: unknown }>(
    `SELECT e.definition ->> 'rung' AS rung, r.result FROM experiments e, LATERAL (
       SELECT result FROM experiment_readings o WHERE o.business_id = e.business_id AND o.experiment_id = e.experiment_id
       ORDER BY day DESC LIMIT 1) r
     WHERE e.business_id = this_business() AND e.state <> 'draft' AND e.definition ->> 'outcome' = 'climbs'
       AND e.definition ->> 'ladder' = $1 ORDER BY e.held + e.treated`,
    [ladder],
  );
  const tried = new Map<string, ClimbsTried>();
  for (const { rung, result } of rows) {
    const { climbs, verdict } = experimentReadingSchema.parse(result);
    if (climbs === null || verdict === 'faulty') continue;
    const counts = (arm: typeof climbs.held) => ({
      people: arm.people,
      count: Math.round(arm.mean * arm.people),
    });
    tried.set(rung, { held: counts(climbs.held), treated: counts(climbs.treated) });
  }
  return tried;
}
