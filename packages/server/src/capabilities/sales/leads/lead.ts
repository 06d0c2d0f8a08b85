import type { LeadAnswers } from '@nardeban/core/sales';
import { accept, changedMeanwhile, type Instant, refuse, type Result } from '@nardeban/core/values';
import { int8Array, type Tx } from '../../../platform/database/index.ts';

export type LeadState = 'nurture' | 'handed' | 'accepted' | 'qualified' | 'refused' | 'closed';
export type HandedFor = 'score' | 'hand' | 'staff';

/** A lead as it is kept. */
export interface Lead {
  readonly id: number;
  /** Under whose number it was captured, and whom they are now. */
  readonly person: number;
  readonly root: number;
  readonly state: LeadState;
  readonly owner: string | null;
  readonly source: string | null;
  readonly campaign: string | null;
  readonly medium: string | null;
  readonly form: string | null;
  readonly referrer: number | null;
  readonly capturedAt: Instant;
  readonly handedAt: Instant | null;
  readonly handedFor: HandedFor | null;
  readonly answerBy: Instant | null;
  readonly answeredAt: Instant | null;
  readonly reason: string | null;
  readonly pausedUntil: Instant | null;
  readonly handsSince: Instant | null;
  readonly handAt: Instant | null;
  readonly cooledAt: Instant | null;
  readonly fit: number;
  readonly engagement: number;
  readonly because: readonly { readonly key: string; readonly points: number | null }[];
  readonly version: number;
  readonly scoredAt: Instant;
  readonly lookAt: Instant | null;
  readonly answers: LeadAnswers;
  readonly behind: number | null;
  readonly revision: number;
  readonly changedBy: string;
  readonly changedAt: Instant;
}

/** Of leads `l` joined with their people `p`. */
export const LEAD_COLUMNS = `l.lead_id AS id, l.person_id AS person, coalesce(p.merged_into, p.person_id) AS root, l.state, l.owner,
  l.source, l.campaign, l.medium, l.form, l.referrer_id AS referrer, l.captured_at AS "capturedAt", l.handed_at AS "handedAt",
  l.handed_for AS "handedFor", l.answer_by AS "answerBy", l.answered_at AS "answeredAt", l.reason,
  l.paused_until AS "pausedUntil", l.hands_since AS "handsSince", l.hand_at AS "handAt", l.cooled_at AS "cooledAt", l.fit,
  l.engagement, l.because, l.version, l.scored_at AS "scoredAt", l.look_at AS "lookAt", l.answers, l.behind, l.revision,
  l.changed_by AS "changedBy", l.changed_at AS "changedAt"`;
const JOINED = `leads l JOIN people p ON p.business_id = l.business_id AND p.person_id = l.person_id`;

/** Null: there is no such lead. */
export async function leadById(tx: Tx, id: number): Promise<Lead | null> {
  const { rows } = await tx.query<Lead>({
    name: 'lead-by-id',
    text: `SELECT ${LEAD_COLUMNS} FROM ${JOINED} WHERE l.business_id = this_business() AND l.lead_id = $1`,
    values: [id],
  });
  return rows[0] ?? null;
}

/** Holds a lead as the asker saw it. Refusals: `lead_unknown`, `changed_meanwhile`. */
export async function holdLead(tx: Tx, id: number, revision: number): Promise<Result<Lead>> {
  const { rows } = await tx.query<Lead>(
    `SELECT ${LEAD_COLUMNS} FROM ${JOINED} WHERE l.business_id = this_business() AND l.lead_id = $1 FOR UPDATE OF l`,
    [id],
  );
  const [lead] = rows;
  if (lead === undefined) return refuse('lead_unknown', 'lead', { id });
  if (lead.revision !== revision) return changedMeanwhile(lead.changedBy, lead.changedAt);
  return accept(lead);
}

/**
 * The open leads of these people (as they are now) and of those merged into them, held in order of number. Planned anew each
 * time: what is right for one of them is wrong for a thousand.
 */
export async function holdOpenLeads(tx: Tx, roots: readonly number[]): Promise<Lead[]> {
  if (roots.length === 0) return [];
  const { rows } = await tx.query<Lead>({
    text: `WITH members AS MATERIALIZED (
             SELECT p.person_id FROM people p WHERE p.business_id = this_business() AND p.person_id = ANY($1::bigint[])
             UNION ALL
             SELECT p.person_id FROM people p WHERE p.business_id = this_business() AND p.merged_into = ANY($1::bigint[])
           ), held AS MATERIALIZED (
             SELECT o.lead_id FROM members m, LATERAL (
               SELECT one.lead_id FROM leads one
               WHERE one.business_id = this_business() AND one.person_id = m.person_id AND one.state <> 'closed' LIMIT 1) o
           )
           SELECT ${LEAD_COLUMNS} FROM ${JOINED}
           WHERE l.business_id = this_business() AND l.lead_id = ANY(ARRAY(SELECT lead_id FROM held)) AND l.state <> 'closed'
           ORDER BY l.lead_id FOR UPDATE OF l`,
    values: [int8Array(roots)],
  });
  return rows;
}
