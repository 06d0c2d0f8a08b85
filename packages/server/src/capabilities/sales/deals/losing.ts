import { stepToReturnTo } from '@nardeban/core/sales';
import { type Instant, refuse, type Result } from '@nardeban/core/values';
import { timestamptz, type Tx } from '../../../platform/database/index.ts';
import type { Business } from '../../../platform/tenancy/index.ts';
import { cancelFollowUps } from '../follow-ups/planning.ts';
import type { Deal } from './deal.ts';
import { enterStep, leaveStep, noteChange } from './keeping.ts';
import { again, holdWithPipeline, placesOf } from './moving.ts';
import { tell } from './telling.ts';

interface Ending {
  readonly deal: number;
  readonly revision?: number | undefined;
  readonly by: string;
  readonly at: Instant;
}

/**
 * Loses a deal. Refusals: `deal_unknown`, `changed_meanwhile`, `deal_not_open`, `lost_reason_unknown` {reason}, `deal_has_order` {order}
 * while an order of it is neither paid for nor called off.
 */
export async function loseDeal(
  tx: Tx,
  business: Business,
  asked: Ending & {
    /** One of the pipeline's. */
    readonly reason: string;
    readonly note?: string | null | undefined;
  },
): Promise<Result<Deal>> {
  const held = await holdWithPipeline(tx, asked.deal, asked.revision);
  if (!held.ok) return held;
  const { deal, pipeline } = held.value;
  if (deal.state !== 'open') return refuse('deal_not_open');
  if (!pipeline.lostReasons.some(({ key }) => key === asked.reason))
    return refuse('lost_reason_unknown', 'reason', { reason: asked.reason });
  const order = await unpaidOrderOf(tx, deal.id);
  if (order !== null) return refuse('deal_has_order', undefined, { order });
  const { by } = asked;
  const at = Math.max(asked.at, deal.stepSince);
  const note = asked.note ?? null;
  await leaveStep(tx, deal.id, { by, at, evidence: { known: deal.known }, reason: note ?? asked.reason });
  await tx.query(
    `UPDATE deals SET state = 'lost', closed_at = $2, finished_at = $2, lost_reason = $3, lost_note = $4, stalled_at = NULL,
       stalled_for = NULL, revision = revision + 1, changed_by = $5, changed_at = $2
     WHERE business_id = this_business() AND deal_id = $1`,
    [deal.id, timestamptz(at), asked.reason, note, by],
  );
  await noteChange(tx, deal.id, { what: 'lost', after: asked.reason, note }, { by, at });
  // Nothing is to be done any more about what is lost.
  await cancelFollowUps(tx, business, { deal: deal.id, by, at });
  await tell(tx, business, at, [
    {
      deal: deal.id,
      type: 'deal.lost',
      key: `lost-${await placesOf(tx, deal.id)}`,
      data: { reason: asked.reason },
    },
  ]);
  return again(tx, deal.id);
}

/**
 * Opens a deal again that was won or lost: it stands where it stood, or where that step's deals went meanwhile, and before the
 * sale. Refusals: `deal_unknown`, `changed_meanwhile`, `deal_not_closed`.
 */
export async function reopenDeal(
  tx: Tx,
  business: Business,
  asked: Ending & { readonly reason?: string | null | undefined },
): Promise<Result<Deal>> {
  const held = await holdWithPipeline(tx, asked.deal, asked.revision);
  if (!held.ok) return held;
  const { deal, pipeline } = held.value;
  if (deal.state === 'open') return refuse('deal_not_closed');
  const { by } = asked;
  const at = Math.max(asked.at, deal.stepSince);
  const step = stepToReturnTo(pipeline, deal.step);
  // A won deal may still stand on a step after the sale.
  await leaveStep(tx, deal.id, { by, at, evidence: {}, reason: asked.reason ?? null });
  const place = await enterStep(tx, deal.id, step.key, { by, at });
  await tx.query(
    `UPDATE deals SET state = 'open', step = $2, step_since = $3, closed_at = NULL, finished_at = NULL, lost_reason = NULL,
       lost_note = NULL, returned = 0, stalled_at = NULL, stalled_for = NULL, revision = revision + 1, changed_by = $4, changed_at = $3
     WHERE business_id = this_business() AND deal_id = $1`,
    [deal.id, step.key, timestamptz(at), by],
  );
  await noteChange(
    tx,
    deal.id,
    {
      what: 'reopened',
      before: deal.state === 'lost' ? deal.lostReason : 'won',
      note: asked.reason ?? null,
    },
    { by, at },
  );
  const data = asked.reason === undefined || asked.reason === null ? {} : { reason: asked.reason };
  await tell(tx, business, at, [{ deal: deal.id, type: 'deal.reopened', key: `reopened-${place}`, data }]);
  return again(tx, deal.id);
}

/** The number of an order that was agreed on in a deal and still stands unpaid. */
async function unpaidOrderOf(tx: Tx, deal: number): Promise<string | null> {
  const { rows } = await tx.query<{ number: string }>(
    `SELECT o.number FROM agreements a
     JOIN agreement_orders o ON o.business_id = a.business_id AND o.agreement_id = a.agreement_id
     WHERE a.business_id = this_business() AND a.deal_id = $1 AND o.cancelled_at IS NULL AND o.paid_at IS NULL
     ORDER BY a.agreement_id LIMIT 1`,
    [deal],
  );
  return rows[0]?.number ?? null;
}
