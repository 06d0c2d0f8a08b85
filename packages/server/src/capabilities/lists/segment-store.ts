import type { Criteria } from '@nardeban/core/criteria';
import type { Instant } from '@nardeban/core/values';
import type { Tx } from '../../platform/database/index.ts';
import type { Business } from '../../platform/tenancy/index.ts';
import { publishedVersion, type Version } from '../ladder/index.ts';
import { segmentKey } from './segment-definition.ts';

export interface Segment {
  readonly id: number;
  readonly name: string;
  /** As last saved. */
  readonly criteria: Criteria;
  readonly revision: number;
  readonly madeBy: string;
  readonly madeAt: Instant;
  readonly changedBy: string;
  readonly changedAt: Instant;
  /** How many are in it, as far as it is computed; null before that was done for the first time. */
  readonly people: number | null;
  /** While it is being computed: how many people are done. */
  readonly computing: { readonly done: number } | null;
}

export interface SegmentRow extends Omit<Segment, 'people' | 'computing'> {
  readonly ladderId: number;
  readonly version: number | null;
  readonly done: number | null;
}

const select = `SELECT g.segment_id AS id, g.name, g.criteria, g.revision, g.made_by AS "madeBy", g.made_at AS "madeAt",
    g.changed_by AS "changedBy", g.changed_at AS "changedAt", g.ladder_id AS "ladderId", l.version,
    (SELECT v.people_done FROM ladder_versions v WHERE v.business_id = g.business_id AND v.ladder_id = g.ladder_id
       AND v.state = 'publishing' LIMIT 1) AS done
  FROM segments g JOIN ladders l ON l.business_id = g.business_id AND l.ladder_id = g.ladder_id
  WHERE g.business_id = this_business()`;

export async function segmentRows(tx: Tx): Promise<SegmentRow[]> {
  const { rows } = await tx.query<SegmentRow>(`${select} ORDER BY g.name COLLATE "fa-x-icu", g.segment_id`);
  return rows;
}

export async function segmentRow(tx: Tx, id: number): Promise<SegmentRow | null> {
  const { rows } = await tx.query<SegmentRow>(`${select} AND g.segment_id = $1`, [id]);
  return rows[0] ?? null;
}

/** The version of a segment that is read; 'computing' while there is none yet. */
export async function segmentVersion(
  tx: Tx,
  business: Business,
  id: number,
): Promise<Version | 'computing' | null> {
  const { rows } = await tx.query(
    'SELECT FROM segments WHERE business_id = this_business() AND segment_id = $1',
    [id],
  );
  if (rows.length === 0) return null;
  return (await publishedVersion(tx, business, segmentKey(id))) ?? 'computing';
}
