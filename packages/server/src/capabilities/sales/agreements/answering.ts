import { areConfirmed, quotationTotals, type Quotation, shownAs } from '@nardeban/core/sales';
import { accept, displayText, readIsoDay, refuse, type Result } from '@nardeban/core/values';
import { timestamptz, type Tx } from '../../../platform/database/index.ts';
import type { Business } from '../../../platform/tenancy/index.ts';
import { countOwnDiscount } from '../../offers/index.ts';
import { cancelFollowUps } from '../follow-ups/index.ts';
import { todayOf } from './drafting.ts';
import { planLooking, waitsForAnswer } from './following.ts';
import type { Author } from './paper.ts';
import {
  type Agreement,
  agreementById,
  type Answer,
  noteEvent,
  touch,
  type Version,
  versionOf,
} from './store.ts';
import { tellOfDeals } from '../deals/telling.ts';

/** What a customer says to a version, through its link. */
export type Said = Pick<Answer, 'name' | 'address' | 'wording' | 'mobile'> &
  (
    | { readonly kind: 'accept' }
    | { readonly kind: 'decline'; readonly reason: string }
    | { readonly kind: 'wants'; readonly wants: Answer['wants']; readonly comment: string }
  );

/**
 * Keeps what the customer answered: once. Whoever comes again, by a second click, another window or a replay, finds what
 * was answered first and changes nothing (`before`). Refusals: `agreement_unknown`; `agreement_replaced`, `agreement_over`
 * and `agreement_withdrawn` where it cannot be answered any more; `answer_unfit` for another kind of agreement, or another
 * number of wants.
 */
export async function answerAgreement(
  tx: Tx,
  business: Business,
  of: { readonly agreement: number; readonly version: number },
  said: Said,
  now: number,
): Promise<Result<{ readonly before: boolean; readonly version: Version }>> {
  const held = await agreementById(tx, of.agreement, 'hold');
  if (!held.ok) return held;
  const version = await versionOf(tx, of.agreement, of.version);
  if (version.state === 'draft') return refuse('agreement_unknown', 'id');
  if (version.answeredAt !== null) return accept({ before: true, version });
  const validUntil = version.validUntil === null ? null : readIsoDay(version.validUntil);
  const shown = shownAs({ state: version.state, validUntil }, todayOf(business, now));
  if (shown === 'replaced') return refuse('agreement_replaced');
  if (shown === 'withdrawn') return refuse('agreement_withdrawn');
  if (shown === 'expired') return refuse('agreement_over');
  if ((said.kind === 'wants') !== (held.value.kind === 'wants')) return refuse('answer_unfit');
  const { wants } = version.content as { readonly wants?: readonly unknown[] };
  if (said.kind === 'wants' && said.wants.length !== wants?.length) return refuse('answer_unfit');
  await keep(tx, business, { agreement: held.value, version }, said, now);
  return accept({ before: false, version: await versionOf(tx, of.agreement, of.version) });
}

async function keep(
  tx: Tx,
  business: Business,
  { agreement, version }: { readonly agreement: Agreement; readonly version: Version },
  said: Said,
  now: number,
): Promise<void> {
  const { id } = agreement;
  const answer: Answer = {
    name: displayText(said.name).slice(0, 200),
    address: said.address,
    wording: said.wording,
    mobile: said.mobile,
    reason: said.kind === 'decline' ? displayText(said.reason).slice(0, 1000) : '',
    wants:
      said.kind === 'wants'
        ? said.wants.map(({ right, comment }) => ({ right, comment: displayText(comment).slice(0, 1000) }))
        : [],
    comment: said.kind === 'wants' ? displayText(said.comment).slice(0, 1000) : '',
  };
  const isYes = said.kind === 'accept' || (said.kind === 'wants' && areConfirmed(answer));
  const state = isYes ? 'accepted' : 'declined';
  await tx.query(
    `UPDATE agreement_versions SET state = $3, answer = $4, answered_at = $5
     WHERE business_id = this_business() AND agreement_id = $1 AND version = $2`,
    [id, version.version, state, JSON.stringify(answer), timestamptz(now)],
  );
  const author: Author = { by: answer.name, now };
  const isCurrent = agreement.version === version.version;
  if (isYes && !isCurrent) {
    // They agreed to what they were sent while another version was being written: that one is given up.
    await tx.query(
      `UPDATE agreement_versions SET state = 'withdrawn'
       WHERE business_id = this_business() AND agreement_id = $1 AND state = 'draft'`,
      [id],
    );
  }
  await touch(tx, id, {
    state: isYes || isCurrent ? state : agreement.state,
    version: isYes ? version.version : agreement.version,
    by: answer.name,
    at: now,
  });
  const kind = said.kind === 'wants' ? (isYes ? 'confirmed' : 'not_right') : state;
  await noteEvent(tx, { agreement: id, version: version.version, kind, by: answer.name, at: now });
  await cancelFollowUps(tx, business, { originRef: waitsForAnswer(id), at: now, by: answer.name });
  await tellAnswer(tx, business, agreement, version, { isYes, answer, now });
  const numbered = { ...agreement, number: agreement.number ?? 0, version: version.version };
  if (said.kind === 'wants') {
    if (!isYes) await planLooking(tx, business, numbered, 'not_right', author);
    return;
  }
  await planLooking(tx, business, numbered, isYes ? 'accepted' : 'declined', author);
  if (!isYes) return;
  const totals = quotationTotals(version.content as Quotation);
  if (totals.ok && version.guard?.present === true)
    await countOwnDiscount(tx, business, {
      amount: totals.value.lineOff + totals.value.wholeOff,
      purpose: `agreement ${id}`,
      now,
    });
}

async function tellAnswer(
  tx: Tx,
  business: Business,
  { id, kind, deal }: Agreement,
  { version, amount }: Version,
  { isYes, answer, now }: { readonly isYes: boolean; readonly answer: Answer; readonly now: number },
): Promise<void> {
  const about = { agreement: String(id), deal: String(deal) };
  const key = `agreement-${id}-${version}`;
  if (kind === 'wants') {
    if (isYes)
      await tellOfDeals(tx, business, [
        { deal, type: 'wants.confirmed', key: `${key}-confirmed`, at: now, data: about },
      ]);
    return;
  }
  await tellOfDeals(tx, business, [
    isYes
      ? {
          deal,
          type: 'quotation.accepted',
          key: `${key}-accepted`,
          at: now,
          data: { ...about, amount: amount ?? 0 },
        }
      : {
          deal,
          type: 'quotation.declined',
          key: `${key}-declined`,
          at: now,
          data: { ...about, ...(answer.reason === '' ? {} : { reason: answer.reason.slice(0, 200) }) },
        },
  ]);
}
