import { timestamptz, type Tx } from '../../../platform/database/index.ts';
import type { Business } from '../../../platform/tenancy/index.ts';
import { tell } from './telling.ts';

/**
 * Takes every deal under way from a step that is no more to another, without asking for anything: each begins a stay there,
 * and is told as moved.
 */
export async function relocate(
  tx: Tx,
  business: Business,
  way: { readonly pipeline: string; readonly from: string; readonly to: string },
  { by, now }: { readonly by: string; readonly now: number },
): Promise<void> {
  const { rows } = await tx.query<{ id: number; place: number }>(
    `WITH moved AS (
       UPDATE deals SET step = $3, step_since = $4, stalled_at = NULL, stalled_for = NULL, revision = revision + 1,
         changed_by = $5, changed_at = $4
       WHERE business_id = this_business() AND pipeline = $1 AND step = $2 AND finished_at IS NULL
       RETURNING deal_id
     ), gone AS (
       UPDATE deal_steps s SET left_at = greatest(s.entered_at, $4::timestamptz), left_by = $5
       FROM moved m WHERE s.business_id = this_business() AND s.deal_id = m.deal_id AND s.left_at IS NULL
     ), come AS (
       INSERT INTO deal_steps (business_id, deal_id, place, step, entered_at, by)
       SELECT this_business(), m.deal_id, (SELECT max(s.place) + 1 FROM deal_steps s
                WHERE s.business_id = this_business() AND s.deal_id = m.deal_id), $3, $4, $5
       FROM moved m RETURNING deal_id, place
     )
     SELECT m.deal_id AS id, c.place FROM moved m JOIN come c USING (deal_id) ORDER BY m.deal_id`,
    [way.pipeline, way.from, way.to, timestamptz(now), by],
  );
  const data = { step: way.to, stepBefore: way.from };
  await tell(
    tx,
    business,
    now,
    rows.map(({ id, place }) => ({
      deal: id,
      type: 'deal.moved',
      key: `moved-${place}`,
      data,
    })),
  );
}
