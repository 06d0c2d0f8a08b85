import {
  checkPipeline,
  editPipeline,
  type Pipeline,
  pipelineSchema,
  SEVEN_STEPS,
} from '@nardeban/core/sales';
import { accept, changedMeanwhile, type Instant, refuse, type Result } from '@nardeban/core/values';
import { timestamptz, type Tx } from '../../../platform/database/index.ts';
import type { Business } from '../../../platform/tenancy/index.ts';
import { vocabularyOf } from '../../facts/index.ts';
import { relocate } from './relocating.ts';

/** A pipeline as it is kept. Revision 0: as every business finds it, and not changed yet. */
export interface KeptPipeline {
  readonly key: string;
  readonly definition: Pipeline;
  readonly position: number;
  readonly archivedAt: Instant | null;
  readonly revision: number;
  readonly changedBy: string | null;
  readonly changedAt: Instant | null;
}

export const MOST_PIPELINES = 20;

export interface Author {
  readonly by: string;
  readonly now: Instant;
}

const shipped: KeptPipeline = {
  key: SEVEN_STEPS.key,
  definition: SEVEN_STEPS,
  position: 0,
  archivedAt: null,
  revision: 0,
  changedBy: null,
  changedAt: null,
};

const columns = `pipeline AS key, definition, position, archived_at AS "archivedAt", revision,
  changed_by AS "changedBy", changed_at AS "changedAt"`;

/** All pipelines in their order, archived ones last. A business that has none of its own has the one in seven steps. */
export async function pipelinesOf(tx: Tx): Promise<readonly KeptPipeline[]> {
  const { rows } = await tx.query<KeptPipeline>({
    name: 'pipelines',
    text: `SELECT ${columns} FROM pipelines WHERE business_id = this_business()
           ORDER BY archived_at IS NOT NULL, position, pipeline`,
    values: [],
  });
  return rows.length === 0 ? [shipped] : rows.map(read);
}

/**
 * One pipeline. 'share': nobody changes its definition until this transaction ends, so that no deal steps onto what is being
 * taken away; it is taken before any deal is held. Refusal: `pipeline_unknown`.
 */
export async function pipelineByKey(
  tx: Tx,
  key: string,
  how: 'read' | 'share' | 'hold' = 'read',
): Promise<Result<KeptPipeline>> {
  const { rows } = await tx.query<KeptPipeline>(
    `SELECT ${columns} FROM pipelines WHERE business_id = this_business() AND pipeline = $1
     ${how === 'hold' ? 'FOR UPDATE' : how === 'share' ? 'FOR SHARE' : ''}`,
    [key],
  );
  if (rows[0] !== undefined) return accept(read(rows[0]));
  if (key === shipped.key && !(await anyOf(tx))) return accept(shipped);
  return refuse('pipeline_unknown', 'pipeline', { pipeline: key });
}

/** The one new deals go into where nothing else is said: the first that is not archived. */
export async function firstPipeline(tx: Tx): Promise<KeptPipeline> {
  const all = await pipelinesOf(tx);
  return all.find(({ archivedAt }) => archivedAt === null) ?? all[0] ?? shipped;
}

async function anyOf(tx: Tx): Promise<boolean> {
  const { rowCount } = await tx.query('SELECT FROM pipelines WHERE business_id = this_business() LIMIT 1');
  return rowCount > 0;
}

/** The pipeline every business finds becomes its own as soon as anything is made of it. */
export async function settleShipped(tx: Tx, { by, now }: Author): Promise<void> {
  if (await anyOf(tx)) return;
  const { rowCount } = await tx.query(
    `INSERT INTO pipelines (business_id, pipeline, definition, revision, changed_by, changed_at)
     VALUES (this_business(), $1, $2, 0, $3, $4) ON CONFLICT DO NOTHING`,
    [shipped.key, JSON.stringify(shipped.definition), by, timestamptz(now)],
  );
  if (rowCount > 0) await keepVersion(tx, shipped.key, 0, shipped.definition, { by, now });
}

async function keepVersion(
  tx: Tx,
  key: string,
  revision: number,
  definition: Pipeline,
  { by, now }: Author,
): Promise<void> {
  await tx.query(
    `INSERT INTO pipeline_versions (business_id, pipeline, revision, definition, changed_by, changed_at)
     VALUES (this_business(), $1, $2, $3, $4, $5) ON CONFLICT DO NOTHING`,
    [key, revision, JSON.stringify(definition), by, timestamptz(now)],
  );
}

/** Refusals: those of `checkPipeline`, `pipeline_key_taken`, `pipelines_too_many`. */
export async function addPipeline(
  tx: Tx,
  definition: Pipeline,
  author: Author,
): Promise<Result<KeptPipeline>> {
  const fit = checkPipeline(definition, await vocabularyOf(tx));
  if (!fit.ok) return fit;
  await settleShipped(tx, author);
  const all = await pipelinesOf(tx);
  if (all.length >= MOST_PIPELINES) return refuse('pipelines_too_many', undefined, { most: MOST_PIPELINES });
  const { retired: _, ...fresh } = definition;
  const { rowCount } = await tx.query(
    `INSERT INTO pipelines (business_id, pipeline, definition, position, changed_by, changed_at)
     VALUES (this_business(), $1, $2, $3, $4, $5) ON CONFLICT DO NOTHING`,
    [
      fresh.key,
      JSON.stringify(fresh),
      Math.max(...all.map(({ position }) => position)) + 1,
      author.by,
      timestamptz(author.now),
    ],
  );
  if (rowCount === 0) return refuse('pipeline_key_taken', 'definition.key', { key: fresh.key });
  await keepVersion(tx, fresh.key, 1, fresh, author);
  return pipelineByKey(tx, fresh.key);
}

/**
 * Changes what `revision` showed; deals on a step that is taken away go where `into` says, in the same transaction. Refusals:
 * `pipeline_unknown`, `changed_meanwhile`, those of `checkPipeline` and `editPipeline`, `pipeline_last` (archived, and the
 * only one that was not).
 */
export async function changePipeline(
  tx: Tx,
  business: Business,
  key: string,
  asked: {
    readonly definition: Pipeline;
    readonly into: Readonly<Record<string, string>>;
    readonly archived: boolean;
    readonly revision: number;
  },
  author: Author,
): Promise<Result<KeptPipeline>> {
  await settleShipped(tx, author);
  const seen = await pipelineByKey(tx, key, 'hold');
  if (!seen.ok) return seen;
  if (seen.value.revision !== asked.revision)
    return changedMeanwhile(seen.value.changedBy, seen.value.changedAt);
  const fit = checkPipeline(asked.definition, await vocabularyOf(tx));
  if (!fit.ok) return fit;
  const edited = editPipeline(seen.value.definition, asked.definition, asked.into, await standingOn(tx, key));
  if (!edited.ok) return edited;
  if (asked.archived && seen.value.archivedAt === null) {
    const others = (await pipelinesOf(tx)).filter((one) => one.key !== key && one.archivedAt === null);
    if (others.length === 0) return refuse('pipeline_last');
  }
  const revision = seen.value.revision + 1;
  await tx.query(
    `UPDATE pipelines SET definition = $2, archived_at = CASE WHEN $3 THEN coalesce(archived_at, $5) END,
       revision = $4, changed_by = $6, changed_at = $5
     WHERE business_id = this_business() AND pipeline = $1`,
    [
      key,
      JSON.stringify(edited.value.pipeline),
      asked.archived,
      revision,
      timestamptz(author.now),
      author.by,
    ],
  );
  await keepVersion(tx, key, revision, edited.value.pipeline, author);
  for (const [from, to] of edited.value.moves)
    await relocate(tx, business, { pipeline: key, from, to }, author);
  return pipelineByKey(tx, key);
}

/** Puts the pipelines into this order; one that is not named stays behind those that are. */
export async function orderPipelines(tx: Tx, keys: readonly string[], author: Author): Promise<void> {
  await settleShipped(tx, author);
  await tx.query(
    `UPDATE pipelines SET position = coalesce(array_position($1::text[], pipeline), 1000)
     WHERE business_id = this_business()`,
    [keys],
  );
}

/** How many deals under way stand on each step of a pipeline. */
export async function standingOn(tx: Tx, pipeline: string): Promise<ReadonlyMap<string, number>> {
  const { rows } = await tx.query<{ step: string; deals: number }>(
    `SELECT step, count(*)::int AS deals FROM deals
     WHERE business_id = this_business() AND pipeline = $1 AND finished_at IS NULL GROUP BY step`,
    [pipeline],
  );
  return new Map(rows.map(({ step, deals }) => [step, deals]));
}

function read(row: KeptPipeline): KeptPipeline {
  return { ...row, definition: pipelineSchema.parse(row.definition) };
}

export interface PipelineVersion {
  readonly revision: number;
  readonly definition: Pipeline;
  readonly changedBy: string;
  readonly changedAt: Instant;
}

const MOST_VERSIONS = 50;

/** What was ever in force of a pipeline, the newest first. Refusal: `pipeline_unknown`. */
export async function pipelineVersions(tx: Tx, key: string): Promise<Result<readonly PipelineVersion[]>> {
  const there = await pipelineByKey(tx, key);
  if (!there.ok) return there;
  const { rows } = await tx.query<PipelineVersion>(
    `SELECT revision, definition, changed_by AS "changedBy", changed_at AS "changedAt" FROM pipeline_versions
     WHERE business_id = this_business() AND pipeline = $1 ORDER BY revision DESC LIMIT $2`,
    [key, MOST_VERSIONS],
  );
  return accept(rows.map((row) => ({ ...row, definition: pipelineSchema.parse(row.definition) })));
}
