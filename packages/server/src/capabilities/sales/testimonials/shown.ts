import type { Instant } from '@nardeban/core/values';
import type { Tx } from '../../../platform/database/index.ts';

/** What anybody may read of a testimonial. */
export interface Shown {
  readonly words: string;
  readonly name: string;
  /** 1 to 5; null: none was given. */
  readonly score: number | null;
  readonly at: Instant;
}

export const MOST_SHOWN = 24;

/** What is published, the last first. Asked anew each time, so that what is taken back is gone at once. */
export async function shownTestimonials(
  tx: Tx,
  { count, product }: { readonly count: number; readonly product: string | null },
): Promise<readonly Shown[]> {
  const { rows } = await tx.query<Shown>(
    `SELECT words, shown_name AS name, score, given_at AS at FROM testimonials
     WHERE business_id = this_business() AND state = 'published' AND ($2::text IS NULL OR $2 = ANY(products))
     ORDER BY published_at DESC, testimonial_id DESC LIMIT $1`,
    [Math.min(count, MOST_SHOWN), product],
  );
  return rows;
}
