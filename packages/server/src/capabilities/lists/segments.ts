import { sameCriteria, validateCriteria, type Criteria } from '@nardeban/core/criteria';
import { validateDefinition } from '@nardeban/core/ladder';
import { accept, changedMeanwhile, displayText, refuse, type Result } from '@nardeban/core/values';
import type { Tx } from '../../platform/database/index.ts';
import { addJob } from '../../platform/jobs/index.ts';
import type { Business } from '../../platform/tenancy/index.ts';
import { vocabularyOf } from '../facts/index.ts';
import { beginPublishing, retire, saveDraft } from '../ladder/index.ts';
import { peopleOn } from './counting.ts';
import { segmentDefinition, segmentKey } from './segment-definition.ts';
import { type Segment, type SegmentRow, segmentRow, segmentRows, segmentVersion } from './segment-store.ts';

export interface SegmentAsked {
  readonly name: string;
  /** As it came: checked here. */
  readonly criteria: unknown;
}

/** Every fact is weighed for every segment of its business, so there is a bound. */
export const MOST_SEGMENTS = 50;
const LONGEST_NAME = 100;

/** By name, in the Persian alphabet. */
export async function listSegments(tx: Tx, business: Business): Promise<Segment[]> {
  const segments: Segment[] = [];
  for (const row of await segmentRows(tx)) segments.push(await shown(tx, business, row));
  return segments;
}

export async function segmentById(tx: Tx, business: Business, id: number): Promise<Segment | null> {
  const row = await segmentRow(tx, id);
  return row === null ? null : shown(tx, business, row);
}

async function shown(tx: Tx, business: Business, row: SegmentRow): Promise<Segment> {
  const { ladderId: _ladder, version: number, done, ...segment } = row;
  const version = number === null ? null : await segmentVersion(tx, business, row.id);
  return {
    ...segment,
    people: version === null || version === 'computing' ? null : (await peopleOn(tx, version, [0])).people,
    computing: done === null ? null : { done },
  };
}

/**
 * Saves a segment and begins to compute who is in it, by the same publishing that a ladder goes through. Refusals:
 * `name_missing`, `name_too_long`, `segment_name_taken`, `too_many_segments`, and those of criteria.
 */
export async function makeSegment(
  tx: Tx,
  business: Business,
  asked: SegmentAsked,
  by: string,
): Promise<Result<Segment>> {
  await oneAtATime(tx);
  const checked = await check(tx, asked, null);
  if (!checked.ok) return checked;
  const { name, criteria } = checked.value;
  const { rows: counted } = await tx.query<{ segments: number }>(
    'SELECT count(*)::int AS segments FROM segments WHERE business_id = this_business()',
  );
  if ((counted[0]?.segments ?? 0) >= MOST_SEGMENTS)
    return refuse('too_many_segments', undefined, { most: MOST_SEGMENTS });
  const { rows } = await tx.query<{ id: number }>(
    `INSERT INTO segments (business_id, name, criteria, made_by, changed_by)
     VALUES (this_business(), $1, $2, $3, $3) RETURNING segment_id AS id`,
    [name, JSON.stringify(criteria), by],
  );
  const id = rows[0]?.id ?? 0;
  const begun = await compute(tx, business, id, name, criteria, by);
  if (!begun.ok) return begun;
  await tx.query(
    `UPDATE segments SET ladder_id = l.ladder_id FROM ladders l
     WHERE l.business_id = segments.business_id AND l.key = $2 AND segments.business_id = this_business() AND segment_id = $1`,
    [id, segmentKey(id)],
  );
  return found(await segmentById(tx, business, id), id);
}

/**
 * Changes what `revision` showed. Other criteria are computed anew; until that is done, who was in it is told. Refusals as
 * of `makeSegment`, `segment_unknown`, and `changed_meanwhile` when somebody else was quicker.
 */
export async function changeSegment(
  tx: Tx,
  business: Business,
  id: number,
  asked: SegmentAsked & { readonly revision: number },
  by: string,
): Promise<Result<Segment>> {
  await oneAtATime(tx);
  const row = await segmentRow(tx, id);
  if (row === null) return refuse('segment_unknown', 'id', { id });
  if (row.revision !== asked.revision) return changedMeanwhile(row.changedBy, row.changedAt);
  const checked = await check(tx, asked, id);
  if (!checked.ok) return checked;
  const { name, criteria } = checked.value;
  await tx.query(
    `UPDATE segments SET name = $2, criteria = $3, revision = revision + 1, changed_by = $4, changed_at = now()
     WHERE business_id = this_business() AND segment_id = $1`,
    [id, name, JSON.stringify(criteria), by],
  );
  if (!sameCriteria(criteria, row.criteria)) {
    const begun = await compute(tx, business, id, name, criteria, by);
    if (!begun.ok) return begun;
  }
  return found(await segmentById(tx, business, id), id);
}

/** Refusals: `segment_unknown`, `changed_meanwhile`. */
export async function removeSegment(
  tx: Tx,
  business: Business,
  id: number,
  revision: number,
): Promise<Result<Segment>> {
  await oneAtATime(tx);
  const row = await segmentRow(tx, id);
  if (row === null) return refuse('segment_unknown', 'id', { id });
  if (row.revision !== revision) return changedMeanwhile(row.changedBy, row.changedAt);
  const last = await shown(tx, business, row);
  await retire(tx, segmentKey(id));
  await tx.query('DELETE FROM segments WHERE business_id = this_business() AND segment_id = $1', [id]);
  // Its standings are swept by the same work that publishes.
  await askPublishing(tx, business);
  return accept(last);
}

function found(segment: Segment | null, id: number): Result<Segment> {
  return segment === null ? refuse('segment_unknown', 'id', { id }) : accept(segment);
}

async function check(
  tx: Tx,
  asked: SegmentAsked,
  id: number | null,
): Promise<Result<{ readonly name: string; readonly criteria: Criteria }>> {
  const name = displayText(asked.name);
  if (name === '') return refuse('name_missing', 'name');
  if (name.length > LONGEST_NAME) return refuse('name_too_long', 'name', { most: LONGEST_NAME });
  const words = await vocabularyOf(tx);
  const criteria = validateCriteria(asked.criteria, words, 'criteria');
  if (!criteria.ok) return criteria;
  const whole = validateDefinition(segmentDefinition('segment', name, criteria.value), words);
  if (!whole.ok) return whole;
  const { rows } = await tx.query<{ id: number }>(
    'SELECT segment_id AS id FROM segments WHERE business_id = this_business() AND name = $1',
    [name],
  );
  if (rows[0] !== undefined && rows[0].id !== id) return refuse('segment_name_taken', 'name', { name });
  return accept({ name, criteria: criteria.value });
}

/** What was begun before and is not done is given up: only the newest criteria are wanted. */
async function compute(
  tx: Tx,
  business: Business,
  id: number,
  name: string,
  criteria: Criteria,
  by: string,
): Promise<Result<unknown>> {
  const key = segmentKey(id);
  await retire(tx, key, 'publishing');
  const saved = await saveDraft(tx, segmentDefinition(key, name, criteria), by, null, 'segment');
  if (!saved.ok) return saved;
  const begun = await beginPublishing(tx, key, by);
  if (!begun.ok) return begun;
  await askPublishing(tx, business);
  return begun;
}

async function askPublishing(tx: Tx, business: Business): Promise<void> {
  await addJob(tx, 'publish', { business: business.id }, `publish ${business.id}`);
}

async function oneAtATime(tx: Tx): Promise<void> {
  await tx.query("SELECT pg_advisory_xact_lock(hashtext('nardeban segments'), this_business())");
}
