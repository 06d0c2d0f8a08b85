import { randomBytes } from 'node:crypto';
import { accept, type Instant, type Language, refuse, type Result } from '@nardeban/core/values';
import { timestamptz, type Tx } from '../../../platform/database/index.ts';
import type { Business } from '../../../platform/tenancy/index.ts';
import { membersOf, personById } from '../../people/index.ts';
import { dealById } from '../deals/index.ts';
import { boughtBy } from './bought.ts';
import { noteRecord } from './records.ts';
import { hashOf } from './testimonial.ts';

/** 128 bits. */
const SECRET_BYTES = 16;

export interface Asked {
  readonly id: number;
  /** Where they write it. Told once: only a hash of the secret is kept. */
  readonly path: string;
}

/**
 * Makes the link by which somebody writes what they think. Asked again before they wrote, the matter is the same and the new link
 * takes the place of the old one. Refusals: `person_unknown`, `deal_unknown`, `deal_of_another`.
 */
export async function askTestimonial(
  tx: Tx,
  business: Business,
  asked: { readonly person: number; readonly deal: number | null; readonly language: Language },
  { by, now }: { readonly by: string; readonly now: Instant },
): Promise<Result<Asked>> {
  const person = await personById(tx, asked.person);
  if (person === null) return refuse('person_unknown', 'person', { id: asked.person });
  const deal = asked.deal === null ? null : await dealById(tx, asked.deal);
  if (asked.deal !== null && deal === null) return refuse('deal_unknown', 'deal', { id: asked.deal });
  if (deal !== null && deal.person !== person.id) return refuse('deal_of_another', 'deal');
  // They stay: an undone import that would take them off waits, and finds that they were asked.
  await tx.query('SELECT FROM people WHERE business_id = this_business() AND person_id = $1 FOR KEY SHARE', [
    person.id,
  ]);
  await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('nardeban testimonial', $1))`, [person.id]);
  const members = (await membersOf(tx, [person.id])).get(person.id) ?? [person.id];
  const token = randomBytes(SECRET_BYTES).toString('base64url');
  const bought = await boughtBy(tx, members, deal?.products ?? []);
  const { rows: waiting } = await tx.query<{ id: number }>(
    `UPDATE testimonials SET hash = $2, language = $3, sent = sent + 1, revision = revision + 1, changed_by = $4, changed_at = $5,
       deal_id = coalesce($6, deal_id), products = $7, categories = $8
     WHERE business_id = this_business() AND testimonial_id = (
       SELECT testimonial_id FROM testimonials WHERE business_id = this_business() AND person_id = ANY($1::bigint[]) AND state = 'asked'
       ORDER BY testimonial_id DESC LIMIT 1)
     RETURNING testimonial_id AS id`,
    [
      members,
      hashOf(token),
      asked.language,
      by,
      timestamptz(now),
      asked.deal,
      bought.products,
      bought.categories,
    ],
  );
  const id = waiting[0]?.id ?? (await insert());
  await noteRecord(tx, id, { kind: 'asked' }, { by, now });
  return accept({ id, path: `/t/${business.slug}/${token}` });

  async function insert(): Promise<number> {
    const { rows } = await tx.query<{ id: number }>(
      `INSERT INTO testimonials (business_id, person_id, deal_id, state, hash, language, products, categories, asked_by, asked_at, sent,
         changed_by, changed_at)
       VALUES (this_business(), coalesce(
                 (SELECT person_id FROM deals WHERE business_id = this_business() AND deal_id = $2), $1),
               $2, 'asked', $3, $4, $5, $6, $7, $8, 1, $7, $8) RETURNING testimonial_id AS id`,
      [
        person?.id,
        asked.deal,
        hashOf(token),
        asked.language,
        bought.products,
        bought.categories,
        by,
        timestamptz(now),
      ],
    );
    return rows[0]?.id ?? 0;
  }
}
