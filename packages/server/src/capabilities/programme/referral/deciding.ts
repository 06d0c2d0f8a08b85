import type { SignKind } from '@nardeban/core/programme';
import { accept, type Instant, refuse, type Result } from '@nardeban/core/values';
import { timestamptz, type Tx } from '../../../platform/database/index.ts';
import type { Business } from '../../../platform/tenancy/index.ts';
import { lookAt } from './looking.ts';
import { lockReferral, type Referral, saveReferral } from './store.ts';

export interface ReferralDecision {
  readonly decide: 'approve' | 'refuse';
  readonly reason: string;
  /** Of the referral as whoever decides saw it. */
  readonly revision: number;
  readonly by: string;
  readonly now: Instant;
}

/**
 * Somebody has looked. Approving lets pass every sign that is there: a new one lays the referral before somebody again. It
 * also undoes a refusal. Refusing takes back all that was paid, whatever state it is in. Refusals: `referral_unknown`,
 * `changed_meanwhile`, `referral_not_in_review`, `referral_refused_already`.
 */
export async function decideReferral(
  tx: Tx,
  business: Business,
  id: number,
  { decide, reason, revision, by, now }: ReferralDecision,
): Promise<Result<Referral>> {
  const seen = await lockReferral(tx, id);
  if (seen === null) return refuse('referral_unknown', 'id', { id });
  if (seen.revision !== revision) return refuse('changed_meanwhile', 'revision');
  if (decide === 'refuse' && seen.state === 'refused') return refuse('referral_refused_already', 'id');
  if (decide === 'approve' && seen.state !== 'review' && seen.state !== 'refused')
    return refuse('referral_not_in_review', 'id');
  const cleared: SignKind[] =
    decide === 'approve'
      ? [...new Set([...seen.cleared, ...seen.signs.map(({ kind }) => kind)])]
      : [...seen.cleared];
  const decided: Referral = { ...seen, state: decide === 'approve' ? 'open' : 'refused', cleared };
  await saveReferral(tx, seen, decided);
  await tx.query(
    `UPDATE referrals SET decided_at = $2, decided_by = $3, decision_reason = $4, revision = revision + 1
     WHERE business_id = this_business() AND referral_id = $1`,
    [id, timestamptz(now), by.slice(0, 300), reason],
  );
  const looked = await lockReferral(tx, id);
  if (looked === null) throw new Error('A referral that is held is gone');
  return accept(await lookAt(tx, business, looked, now));
}
