import type { Instant } from '@nardeban/core/values';
import { type Statement, timestamptz, type Tx } from '../../../platform/database/index.ts';
import type { Content } from './told.ts';

export type Way = 'script' | 'page' | 'email' | 'csv';
export type SubmissionState = 'queued' | 'taken' | 'repeated' | 'waiting' | 'discarded' | 'refused';

/** Something that was sent in, as it is kept. */
export interface Submission {
  readonly id: number;
  readonly key: string;
  readonly way: Way;
  readonly form: number | null;
  readonly revision: number | null;
  readonly mailbox: number | null;
  readonly batch: number | null;
  readonly line: number | null;
  readonly state: SubmissionState;
  readonly reasons: readonly string[];
  /** Who they are now, after merges. */
  readonly person: number | null;
  readonly lead: number | null;
  readonly conflict: number | null;
  readonly content: Content;
  readonly source: string | null;
  readonly medium: string | null;
  readonly campaign: string | null;
  readonly address: string | null;
  readonly at: Instant;
  readonly decidedBy: string | null;
  readonly decidedAt: Instant | null;
}

const columns = `s.submission_id AS id, s.key, s.way, s.form_id AS form, s.revision, s.mailbox_id AS mailbox, s.batch_id AS batch,
  s.line, s.state, s.reasons, coalesce(p.merged_into, s.person_id) AS person, s.lead_id AS lead, s.conflict_id AS conflict,
  s.content, s.source, s.medium, s.campaign, s.address, s.at, s.decided_by AS "decidedBy", s.decided_at AS "decidedAt"`;

const WITH_PERSON = `LEFT JOIN LATERAL (
  SELECT o.merged_into FROM people o WHERE o.business_id = this_business() AND o.person_id = s.person_id LIMIT 1) p ON true`;

/** The newest first. */
export async function listSubmissions(
  tx: Tx,
  asked: {
    readonly form?: number | undefined;
    readonly state?: SubmissionState | undefined;
    readonly batch?: number | undefined;
    readonly after?: number | undefined;
    readonly limit: number;
  },
): Promise<{ readonly submissions: readonly Submission[]; readonly next: number | null }> {
  const { rows } = await tx.query<Submission>(
    `SELECT ${columns} FROM capture_submissions s ${WITH_PERSON}
     WHERE s.business_id = this_business() AND ($1::bigint IS NULL OR s.form_id = $1) AND ($2::text IS NULL OR s.state = $2)
       AND ($3::bigint IS NULL OR s.batch_id = $3) AND ($4::bigint IS NULL OR s.submission_id < $4)
     ORDER BY s.business_id DESC, s.submission_id DESC LIMIT $5`,
    [asked.form ?? null, asked.state ?? null, asked.batch ?? null, asked.after ?? null, asked.limit + 1],
  );
  const submissions = rows.slice(0, asked.limit);
  return { submissions, next: rows.length > asked.limit ? (submissions.at(-1)?.id ?? null) : null };
}

export async function submissionById(
  tx: Tx,
  id: number,
  how: 'read' | 'hold' = 'read',
): Promise<Submission | null> {
  const { rows } = await tx.query<Submission>(
    `SELECT ${columns} FROM capture_submissions s ${WITH_PERSON}
     WHERE s.business_id = this_business() AND s.submission_id = $1 ${how === 'hold' ? 'FOR UPDATE OF s' : ''}`,
    [id],
  );
  return rows[0] ?? null;
}

export interface Arriving {
  readonly key: string;
  readonly way: Way;
  readonly form: { readonly id: number; readonly revision: number } | null;
  readonly mailbox: number | null;
  readonly state: SubmissionState;
  readonly reasons: readonly string[];
  readonly content: Content;
  readonly source: string | null;
  readonly medium: string | null;
  readonly campaign: string | null;
  readonly address: string | null;
  readonly at: Instant;
}

/** Keeps what was sent; null when it was sent before, under the same key. */
export async function keepSubmission(tx: Tx, arriving: Arriving): Promise<number | null> {
  const { rows } = await tx.query<{ id: number }>({
    name: 'capture-keep',
    text: `INSERT INTO capture_submissions (business_id, key, way, form_id, revision, mailbox_id, state, reasons, content, source,
                                            medium, campaign, address, at)
           VALUES (this_business(), $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
           ON CONFLICT (business_id, key) DO NOTHING RETURNING submission_id AS id`,
    values: [
      arriving.key,
      arriving.way,
      arriving.form?.id ?? null,
      arriving.form?.revision ?? null,
      arriving.mailbox,
      arriving.state,
      arriving.reasons,
      JSON.stringify(arriving.content),
      arriving.source,
      arriving.medium,
      arriving.campaign,
      arriving.address?.slice(0, 60) ?? null,
      timestamptz(arriving.at),
    ],
  });
  return rows[0]?.id ?? null;
}

/**
 * Keeps what was sent and let in at once, as a statement; `id` was taken from the numbers of submissions. Where it was sent
 * before, under the same key, it fails with a reason of OVERTAKEN.
 */
export function keepingTaken(
  arriving: Omit<Arriving, 'state' | 'reasons' | 'mailbox'>,
  taken: { readonly id: number; readonly person: number; readonly lead: number },
): Statement {
  return {
    name: 'capture-keep-taken',
    text: `INSERT INTO capture_submissions (business_id, submission_id, key, way, form_id, revision, state, content, source, medium,
                                            campaign, address, at, person_id, lead_id) OVERRIDING SYSTEM VALUE
           VALUES (this_business(), $1, $2, $3, $4, $5, 'taken', $6, $7, $8, $9, $10, $11, $12, $13)`,
    values: [
      taken.id,
      arriving.key,
      arriving.way,
      arriving.form?.id ?? null,
      arriving.form?.revision ?? null,
      JSON.stringify(arriving.content),
      arriving.source,
      arriving.medium,
      arriving.campaign,
      arriving.address?.slice(0, 60) ?? null,
      timestamptz(arriving.at),
      taken.person,
      taken.lead,
    ],
  };
}

/** Writes down that somebody looked at it and put it away. */
export async function putAway(tx: Tx, id: number, by: string, now: Instant): Promise<void> {
  await tx.query(
    `UPDATE capture_submissions SET state = 'discarded', decided_by = $2, decided_at = $3
     WHERE business_id = this_business() AND submission_id = $1`,
    [id, by, timestamptz(now)],
  );
}
