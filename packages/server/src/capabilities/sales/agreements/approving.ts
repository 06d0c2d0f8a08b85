import { accept, refuse, type Result } from '@nardeban/core/values';
import { timestamptz, type Tx } from '../../../platform/database/index.ts';
import type { Business } from '../../../platform/tenancy/index.ts';
import { cancelFollowUps } from '../follow-ups/index.ts';
import { planDeciding, waitsForManager } from './following.ts';
import { isHeldBack } from './guarding.ts';
import type { Author } from './paper.ts';
import { type Agreement, agreementById, holdAgreement, noteEvent, touch, versionOf } from './store.ts';

interface Deciding {
  readonly revision: number;
  readonly reason: string;
}

/**
 * Asks a manager to let discounts through that the guard holds back. Refusals: `agreement_unknown`, `changed_meanwhile`,
 * `agreement_not_draft`, `approval_not_needed`.
 */
export async function askApproval(
  tx: Tx,
  business: Business,
  id: number,
  { revision, reason }: Deciding,
  author: Author,
): Promise<Result<Agreement>> {
  const held = await holdDraft(tx, id, revision);
  if (!held.ok) return held;
  const asked = await decide(tx, held.value, { approval: 'asked', reason, event: 'approval_asked' }, author);
  await planDeciding(tx, business, held.value, reason, author);
  return asked;
}

/**
 * Lets them through, or not, with a reason that is kept; a change of the draft takes it back. Refusals: those of `askApproval`.
 */
export async function decideApproval(
  tx: Tx,
  business: Business,
  id: number,
  { revision, reason, approve }: Deciding & { readonly approve: boolean },
  author: Author,
): Promise<Result<Agreement>> {
  const held = await holdDraft(tx, id, revision);
  if (!held.ok) return held;
  const to = approve
    ? ({ approval: 'given', event: 'approval_given' } as const)
    : ({ approval: 'refused', event: 'approval_refused' } as const);
  await cancelFollowUps(tx, business, { originRef: waitsForManager(id), at: author.now, by: author.by });
  return decide(tx, held.value, { ...to, reason }, author);
}

async function holdDraft(tx: Tx, id: number, revision: number): Promise<Result<Agreement>> {
  const held = await holdAgreement(tx, id, revision);
  if (!held.ok) return held;
  const { state, guard } = await versionOf(tx, id, held.value.version);
  if (state !== 'draft') return refuse('agreement_not_draft', 'id', { id });
  return isHeldBack(guard) ? accept(held.value) : refuse('approval_not_needed', 'id');
}

async function decide(
  tx: Tx,
  { id, version, state }: Agreement,
  to: { readonly approval: 'asked' | 'given' | 'refused'; readonly reason: string; readonly event: string },
  { by, now }: Author,
): Promise<Result<Agreement>> {
  await tx.query(
    `UPDATE agreement_versions SET approval = $3, approval_reason = $4, approval_by = $5, approval_at = $6
     WHERE business_id = this_business() AND agreement_id = $1 AND version = $2`,
    [id, version, to.approval, to.reason, by, timestamptz(now)],
  );
  await noteEvent(tx, { agreement: id, version, kind: to.event, by, at: now, detail: { reason: to.reason } });
  await touch(tx, id, { state, version, waits: to.approval === 'asked', by, at: now });
  return agreementById(tx, id);
}
