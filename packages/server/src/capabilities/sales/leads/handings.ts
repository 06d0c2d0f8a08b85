import type { Instant } from '@nardeban/core/values';
import { timestamptz, type Tx } from '../../../platform/database/index.ts';
import type { HandedFor, Lead } from './lead.ts';

/** A time sales was asked to look at a lead, and what it answered. */
export interface Handing {
  readonly place: number;
  readonly why: HandedFor;
  readonly version: number;
  readonly fit: number;
  readonly engagement: number;
  readonly owner: string | null;
  readonly handedAt: Instant;
  readonly answerBy: Instant;
  readonly answeredAt: Instant | null;
  readonly answer: 'accepted' | 'refused' | 'cooled' | 'closed' | null;
  readonly reason: string | null;
  readonly note: string | null;
  readonly by: string | null;
}

export interface NewHanding {
  readonly place: number;
  readonly why: HandedFor;
  readonly version: number;
  readonly fit: number;
  readonly engagement: number;
  readonly owner: string | null;
  readonly handedAt: Instant;
  readonly answerBy: Instant;
}

/** The newest first. */
export async function handingsOf(tx: Tx, lead: number): Promise<Handing[]> {
  const { rows } = await tx.query<Handing>(
    `SELECT place, why, version, fit, engagement, owner, handed_at AS "handedAt", answer_by AS "answerBy",
            answered_at AS "answeredAt", answer, reason, note, by_name AS by
     FROM lead_handings WHERE business_id = this_business() AND lead_id = $1
     ORDER BY business_id DESC, lead_id DESC, place DESC LIMIT 50`,
    [lead],
  );
  return rows;
}

export async function writeHandings(
  tx: Tx,
  handings: readonly (NewHanding & { readonly lead: Pick<Lead, 'id' | 'person'> })[],
): Promise<void> {
  if (handings.length === 0) return;
  await tx.query(
    `INSERT INTO lead_handings (business_id, lead_id, place, person_id, why, version, fit, engagement, owner, handed_at, answer_by)
     SELECT this_business(), n.* FROM jsonb_to_recordset($1::jsonb) AS n (lead bigint, place integer, person bigint, why text,
       version integer, fit real, engagement real, owner text, handed_at timestamptz, answer_by timestamptz)`,
    [
      JSON.stringify(
        handings.map(({ lead, handedAt, answerBy, place, why, version, fit, engagement, owner }) => ({
          lead: lead.id,
          person: lead.person,
          place,
          why,
          version,
          fit,
          engagement,
          owner,
          handed_at: timestamptz(handedAt),
          answer_by: timestamptz(answerBy),
        })),
      ),
    ],
  );
}

/** Writes what came of the last hand-over of a lead; one that was answered before gets its refusal beside it. */
export async function answerHanding(
  tx: Tx,
  lead: number,
  said: {
    readonly answer: 'accepted' | 'refused' | 'closed';
    readonly reason: string | null;
    readonly note: string | null;
    readonly owner: string | null;
    readonly by: string;
    readonly at: Instant;
  },
): Promise<number> {
  const { rows } = await tx.query<{ place: number }>(
    `UPDATE lead_handings SET answer = $2, reason = $3, note = $4, owner = coalesce($5, owner), by_name = $6,
            answered_at = coalesce(answered_at, $7)
     WHERE business_id = this_business() AND lead_id = $1 AND place = (
       SELECT max(place) FROM lead_handings WHERE business_id = this_business() AND lead_id = $1)
     RETURNING place`,
    [lead, said.answer, said.reason, said.note, said.owner, said.by, timestamptz(said.at)],
  );
  return rows[0]?.place ?? 0;
}
