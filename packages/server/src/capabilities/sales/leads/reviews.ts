import { type ReviewSummary, rulesAtWork, summariseReview, type Vote } from '@nardeban/core/sales';
import { accept, type Instant, refuse, type Result } from '@nardeban/core/values';
import { int8Array, timestamptz, type Tx } from '../../../platform/database/index.ts';
import type { Business } from '../../../platform/tenancy/index.ts';
import { canonicalNumber } from '../../people/index.ts';
import { explainLeads } from './explaining.ts';
import { LEAD_COLUMNS, type Lead } from './lead.ts';

/** A list of leads that marketing and sales look at together. */
export interface Review {
  readonly id: number;
  readonly version: number;
  readonly note: string | null;
  readonly madeBy: string;
  readonly madeAt: Instant;
  readonly closedBy: string | null;
  readonly closedAt: Instant | null;
  readonly leads: number;
  readonly votes: number;
}

export interface ReviewVote extends Vote {
  readonly voter: string;
  readonly note: string | null;
  readonly at: Instant;
}

export interface ReviewLead {
  readonly lead: number;
  readonly person: number;
  readonly name: string | null;
  readonly drawnAs: 'accepted' | 'refused' | 'never';
  /** As it stood when the list was drawn. */
  readonly fit: number;
  readonly engagement: number;
  readonly rules: readonly string[];
  readonly state: Lead['state'];
  readonly source: string | null;
  readonly reason: string | null;
}

export interface ReviewPage {
  readonly review: Review;
  readonly leads: readonly ReviewLead[];
  readonly votes: readonly ReviewVote[];
  readonly summary: ReviewSummary;
}

/** So many of each kind are drawn at most. */
const OF_A_KIND = 10;
/** Leads that were answered, or captured, longer ago are past talking about. */
const DAYS = 120;

/**
 * Draws a list: what sales accepted and refused last, and of those it was never given the warmest. Refusals:
 * `lead_review_open` while one is under way, `lead_review_empty`.
 */
export async function drawReview(
  tx: Tx,
  business: Business,
  asked: { readonly note: string | null; readonly by: string; readonly now: Instant },
): Promise<Result<number>> {
  await tx.query("SELECT pg_advisory_xact_lock(hashtextextended('lead review', this_business()))");
  const { rows: open } = await tx.query<{ id: number }>(
    'SELECT review_id AS id FROM lead_reviews WHERE business_id = this_business() AND closed_at IS NULL LIMIT 1',
  );
  if (open[0] !== undefined) return refuse('lead_review_open', 'review', { review: open[0].id });
  const drawn = await draw(tx, asked.now);
  if (drawn.length === 0) return refuse('lead_review_empty');
  const leads = await leadsNumbered(
    tx,
    drawn.map(({ lead }) => lead),
  );
  const explained = await explainLeads(tx, business, leads, asked.now);
  const { rows } = await tx.query<{ id: number }>(
    `INSERT INTO lead_reviews (business_id, version, note, made_by, made_at)
     VALUES (this_business(), coalesce((SELECT max(version) FROM qualification_versions WHERE business_id = this_business()), 0),
       $1, $2, $3) RETURNING review_id AS id`,
    [asked.note, asked.by, timestamptz(asked.now)],
  );
  const id = rows[0]?.id ?? 0;
  const byId = new Map(leads.map((lead) => [lead.id, lead]));
  await tx.query(
    `INSERT INTO lead_review_leads (business_id, review_id, place, lead_id, person_id, drawn_as, fit, engagement, rules)
     SELECT this_business(), $1, n.place, n.lead, n.person, n.drawn, n.fit, n.engagement, n.rules
     FROM jsonb_to_recordset($2::jsonb) AS n (place integer, lead bigint, person bigint, drawn text, fit real, engagement real,
       rules text[])`,
    [
      id,
      JSON.stringify(
        drawn.map(({ lead, drawnAs }, index) => {
          const found = explained.get(lead)?.explanation;
          return {
            place: index + 1,
            lead,
            person: byId.get(lead)?.person ?? 0,
            drawn: drawnAs,
            fit: found?.fit ?? 0,
            engagement: found?.engagement ?? 0,
            rules: found === undefined ? [] : rulesAtWork(found),
          };
        }),
      ),
    ],
  );
  return accept(id);
}

async function draw(
  tx: Tx,
  now: Instant,
): Promise<readonly { readonly lead: number; readonly drawnAs: ReviewLead['drawnAs'] }[]> {
  const answered = (answer: string): string => `
    (SELECT h.lead_id AS lead, '${answer}' AS drawn FROM (
       SELECT lead_id, max(answered_at) AS at FROM lead_handings
       WHERE business_id = this_business() AND answer = '${answer}' AND answered_at > $1::timestamptz - interval '${DAYS} days'
       GROUP BY lead_id ORDER BY 2 DESC LIMIT ${OF_A_KIND}) h)`;
  const { rows } = await tx.query<{ lead: number; drawn: ReviewLead['drawnAs'] }>(
    `SELECT DISTINCT ON (lead) lead, drawn FROM (
       ${answered('accepted')} UNION ALL ${answered('refused')} UNION ALL
       (SELECT l.lead_id, 'never' FROM leads l
        WHERE l.business_id = this_business() AND l.state = 'nurture' AND l.behind IS NULL AND l.handed_at IS NULL
          AND l.captured_at > $1::timestamptz - interval '${DAYS} days'
        ORDER BY l.warmth DESC, l.lead_id DESC LIMIT ${OF_A_KIND})) drawn
     ORDER BY lead, drawn`,
    [timestamptz(now)],
  );
  return rows.map(({ lead, drawn }) => ({ lead, drawnAs: drawn }));
}

async function leadsNumbered(tx: Tx, ids: readonly number[]): Promise<Lead[]> {
  const { rows } = await tx.query<Lead>(
    `SELECT ${LEAD_COLUMNS} FROM leads l JOIN people p ON p.business_id = l.business_id AND p.person_id = l.person_id
     WHERE l.business_id = this_business() AND l.lead_id = ANY($1::bigint[])`,
    [int8Array(ids)],
  );
  return rows;
}

const COLUMNS = `r.review_id AS id, r.version, r.note, r.made_by AS "madeBy", r.made_at AS "madeAt", r.closed_by AS "closedBy",
  r.closed_at AS "closedAt",
  (SELECT count(*)::int FROM lead_review_leads l WHERE l.business_id = r.business_id AND l.review_id = r.review_id) AS leads,
  (SELECT count(*)::int FROM lead_review_votes v WHERE v.business_id = r.business_id AND v.review_id = r.review_id) AS votes`;

/** The newest first. */
export async function listReviews(
  tx: Tx,
  asked: { readonly after?: number | undefined; readonly limit: number },
): Promise<{ readonly reviews: Review[]; readonly next: number | null }> {
  const { rows } = await tx.query<Review>(
    `SELECT ${COLUMNS} FROM lead_reviews r
     WHERE r.business_id = this_business() AND ($1::bigint IS NULL OR r.review_id < $1)
     ORDER BY r.business_id DESC, r.review_id DESC LIMIT $2`,
    [asked.after ?? null, asked.limit + 1],
  );
  const reviews = rows.slice(0, asked.limit);
  return { reviews, next: rows.length > asked.limit ? (reviews.at(-1)?.id ?? null) : null };
}

/** Refusal: `lead_review_unknown`. */
export async function reviewPage(tx: Tx, id: number): Promise<Result<ReviewPage>> {
  const review = await reviewById(tx, id);
  if (review === null) return refuse('lead_review_unknown', 'review', { id });
  const { rows: leads } = await tx.query<ReviewLead>(
    `SELECT d.lead_id AS lead, r.person_id AS person, r.name, d.drawn_as AS "drawnAs", d.fit, d.engagement, d.rules, l.state,
       l.source, (SELECT h.reason FROM lead_handings h WHERE h.business_id = this_business() AND h.lead_id = d.lead_id
                  ORDER BY h.place DESC LIMIT 1) AS reason
     FROM lead_review_leads d
     JOIN leads l ON l.business_id = d.business_id AND l.lead_id = d.lead_id
     JOIN people p ON p.business_id = d.business_id AND p.person_id = d.person_id
     JOIN people r ON r.business_id = d.business_id AND r.person_id = ${canonicalNumber('p')}
     WHERE d.business_id = this_business() AND d.review_id = $1 ORDER BY d.place`,
    [id],
  );
  const { rows: votes } = await tx.query<ReviewVote>(
    `SELECT lead_id AS lead, team, voter, good, note, at FROM lead_review_votes
     WHERE business_id = this_business() AND review_id = $1 ORDER BY lead_id, team, at, voter LIMIT 5000`,
    [id],
  );
  return accept({ review, leads, votes, summary: summariseReview(leads, votes) });
}

async function reviewById(tx: Tx, id: number, lock: '' | 'FOR UPDATE' = ''): Promise<Review | null> {
  const { rows } = await tx.query<Review>(
    `SELECT ${COLUMNS} FROM lead_reviews r WHERE r.business_id = this_business() AND r.review_id = $1 ${lock}`,
    [id],
  );
  return rows[0] ?? null;
}

/** Says for a team what one thinks of a lead, or takes it back with `good` null. Refusals: `lead_review_unknown`, `lead_review_closed`, `lead_unknown`. */
export async function vote(
  tx: Tx,
  said: {
    readonly review: number;
    readonly lead: number;
    readonly team: Vote['team'];
    readonly good: boolean | null;
    readonly note: string | null;
    readonly voter: string;
    readonly now: Instant;
  },
): Promise<Result<true>> {
  const review = await reviewById(tx, said.review, 'FOR UPDATE');
  if (review === null) return refuse('lead_review_unknown', 'review', { id: said.review });
  if (review.closedAt !== null) return refuse('lead_review_closed', 'review');
  const { rowCount } = await tx.query(
    'SELECT FROM lead_review_leads WHERE business_id = this_business() AND review_id = $1 AND lead_id = $2',
    [said.review, said.lead],
  );
  if (rowCount === 0) return refuse('lead_unknown', 'lead', { id: said.lead });
  if (said.good === null)
    await tx.query(
      `DELETE FROM lead_review_votes
       WHERE business_id = this_business() AND review_id = $1 AND lead_id = $2 AND team = $3 AND voter = $4`,
      [said.review, said.lead, said.team, said.voter],
    );
  else
    await tx.query(
      `INSERT INTO lead_review_votes (business_id, review_id, lead_id, team, voter, good, note, at)
       VALUES (this_business(), $1, $2, $3, $4, $5, $6, $7)
       ON CONFLICT (business_id, review_id, lead_id, team, voter)
       DO UPDATE SET good = excluded.good, note = excluded.note, at = excluded.at`,
      [said.review, said.lead, said.team, said.voter, said.good, said.note, timestamptz(said.now)],
    );
  return accept(true);
}

/** What was said stays; nothing more is. Refusals: `lead_review_unknown`, `lead_review_closed`. */
export async function closeReview(
  tx: Tx,
  id: number,
  { by, now }: { readonly by: string; readonly now: Instant },
): Promise<Result<true>> {
  const review = await reviewById(tx, id, 'FOR UPDATE');
  if (review === null) return refuse('lead_review_unknown', 'review', { id });
  if (review.closedAt !== null) return refuse('lead_review_closed', 'review');
  await tx.query(
    `UPDATE lead_reviews SET closed_by = $2, closed_at = $3 WHERE business_id = this_business() AND review_id = $1`,
    [id, by, timestamptz(now)],
  );
  return accept(true);
}
