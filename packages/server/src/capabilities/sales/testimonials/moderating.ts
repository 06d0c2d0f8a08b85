import { accept, changedMeanwhile, type Instant, refuse, type Result } from '@nardeban/core/values';
import { timestamptz, type Tx } from '../../../platform/database/index.ts';
import { noteRecord } from './records.ts';
import { type Testimonial, testimonialById } from './testimonial.ts';

/**
 * Somebody looked at it: it is shown, or it is not. Nothing is shown that its author does not let be shown. Refusals:
 * `testimonial_unknown`, `changed_meanwhile`, `testimonial_not_given`, `testimonial_not_permitted`.
 */
export async function moderateTestimonial(
  tx: Tx,
  id: number,
  asked: {
    readonly state: 'published' | 'hidden';
    readonly reason: string | null;
    readonly revision: number;
  },
  { by, now }: { readonly by: string; readonly now: Instant },
): Promise<Result<Testimonial>> {
  const seen = await testimonialById(tx, id, 'hold');
  if (!seen.ok) return seen;
  if (seen.value.revision !== asked.revision)
    return changedMeanwhile(seen.value.changedBy, seen.value.changedAt);
  if (seen.value.state === asked.state) return seen;
  if (seen.value.words === null || seen.value.state === 'asked' || seen.value.state === 'withdrawn')
    return refuse('testimonial_not_given', 'state');
  if (asked.state === 'published' && !seen.value.consent) return refuse('testimonial_not_permitted', 'state');
  await noteRecord(tx, id, { kind: asked.state }, { by, now });
  await tx.query(
    `UPDATE testimonials SET state = $2, reason = $3, published_at = CASE WHEN $2 = 'published' THEN $5::timestamptz END,
       revision = revision + 1, changed_by = $4, changed_at = $5
     WHERE business_id = this_business() AND testimonial_id = $1`,
    [id, asked.state, asked.reason, by, timestamptz(now)],
  );
  const changed = await testimonialById(tx, id);
  return changed.ok ? accept(changed.value) : changed;
}
