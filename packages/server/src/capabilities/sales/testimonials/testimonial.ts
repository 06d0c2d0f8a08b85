import { createHash } from 'node:crypto';
import { accept, type Instant, type Language, refuse, type Result } from '@nardeban/core/values';
import type { Tx } from '../../../platform/database/index.ts';

/**
 * `asked`: the link was made; `given`: they wrote, somebody has to look; `published`: it is shown; `hidden`: somebody looked and
 * it is not shown; `withdrawn`: they took it back.
 */
export type TestimonialState = 'asked' | 'given' | 'published' | 'hidden' | 'withdrawn';

export interface Testimonial {
  readonly id: number;
  /** The canonical person. */
  readonly person: number;
  readonly name: string | null;
  readonly deal: number | null;
  readonly state: TestimonialState;
  readonly language: Language;
  readonly words: string | null;
  /** 1 to 5. */
  readonly score: number | null;
  /** The name they want to be shown with. */
  readonly shownName: string | null;
  /** May it be published? */
  readonly consent: boolean;
  readonly products: readonly string[];
  readonly categories: readonly string[];
  readonly askedBy: string;
  readonly askedAt: Instant;
  readonly givenAt: Instant | null;
  readonly publishedAt: Instant | null;
  readonly reason: string | null;
  readonly revision: number;
  readonly changedBy: string;
  readonly changedAt: Instant;
}

const columns = `t.testimonial_id AS id, coalesce(p.merged_into, t.person_id) AS person, coalesce(q.name, p.name) AS name,
  t.deal_id AS deal, t.state, t.language, t.words, t.score, t.shown_name AS "shownName", t.consent, t.products, t.categories,
  t.asked_by AS "askedBy", t.asked_at AS "askedAt", t.given_at AS "givenAt", t.published_at AS "publishedAt", t.reason, t.revision,
  t.changed_by AS "changedBy", t.changed_at AS "changedAt"`;
const FROM = `testimonials t
  LEFT JOIN people p ON p.business_id = t.business_id AND p.person_id = t.person_id
  LEFT JOIN people q ON q.business_id = p.business_id AND q.person_id = p.merged_into`;

/** Of a link's secret, which alone is kept. */
export function hashOf(token: string): Buffer {
  return createHash('sha256').update(`nardeban testimonial ${token}`).digest();
}

/** The newest first. */
export async function listTestimonials(
  tx: Tx,
  asked: {
    readonly states: readonly TestimonialState[] | null;
    /** Everybody who is one with them. */
    readonly people: readonly number[] | null;
    readonly after?: number | undefined;
    readonly limit: number;
  },
): Promise<{ readonly testimonials: readonly Testimonial[]; readonly next: number | null }> {
  const { rows } = await tx.query<Testimonial>(
    `SELECT ${columns} FROM ${FROM}
     WHERE t.business_id = this_business() AND ($1::text[] IS NULL OR t.state = ANY($1)) AND ($2::bigint[] IS NULL OR t.person_id = ANY($2))
       AND ($3::bigint IS NULL OR t.testimonial_id < $3)
     ORDER BY t.testimonial_id DESC LIMIT $4`,
    [asked.states, asked.people, asked.after ?? null, asked.limit + 1],
  );
  const testimonials = rows.slice(0, asked.limit);
  return { testimonials, next: rows.length > asked.limit ? (testimonials.at(-1)?.id ?? null) : null };
}

/** Refusal: `testimonial_unknown`. */
export async function testimonialById(
  tx: Tx,
  id: number,
  how: 'read' | 'hold' = 'read',
): Promise<Result<Testimonial>> {
  const { rows } = await tx.query<Testimonial>(
    `SELECT ${columns} FROM ${FROM} WHERE t.business_id = this_business() AND t.testimonial_id = $1
     ${how === 'hold' ? 'FOR UPDATE OF t' : ''}`,
    [id],
  );
  return rows[0] === undefined ? refuse('testimonial_unknown', 'id', { id }) : accept(rows[0]);
}

/** By the secret of its link. Null: there is none, or it leads nowhere any more. */
export async function testimonialOfLink(
  tx: Tx,
  token: string,
  how: 'read' | 'hold' = 'read',
): Promise<Testimonial | null> {
  const { rows } = await tx.query<Testimonial>(
    `SELECT ${columns} FROM ${FROM} WHERE t.business_id = this_business() AND t.hash = $1 ${how === 'hold' ? 'FOR UPDATE OF t' : ''}`,
    [hashOf(token)],
  );
  return rows[0] ?? null;
}

export const recordKinds = [
  'asked',
  'texted',
  'not_texted',
  'given',
  'consented',
  'refused',
  'withdrawn',
  'published',
  'hidden',
] as const;
export type RecordKind = (typeof recordKinds)[number];

/** What happened to it, and what exactly was agreed to. */
export interface TestimonialRecord {
  readonly place: number;
  readonly kind: RecordKind;
  readonly wording: string | null;
  readonly version: string | null;
  readonly words: string | null;
  readonly by: string;
  readonly at: Instant;
}

export async function recordsOf(tx: Tx, id: number): Promise<readonly TestimonialRecord[]> {
  const { rows } = await tx.query<TestimonialRecord>(
    `SELECT place, kind, wording, version, words, by, at FROM testimonial_records
     WHERE business_id = this_business() AND testimonial_id = $1 ORDER BY place LIMIT 500`,
    [id],
  );
  return rows;
}
