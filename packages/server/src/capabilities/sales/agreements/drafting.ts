import {
  type Quotation,
  quotationSchema,
  quotationTotals,
  type Wants,
  wantsSchema,
} from '@nardeban/core/sales';
import {
  accept,
  type Instant,
  type Language,
  readIsoDay,
  refuse,
  type Result,
  zoneOf,
} from '@nardeban/core/values';
import { timestamptz, type Tx } from '../../../platform/database/index.ts';
import type { Business } from '../../../platform/tenancy/index.ts';
import type { GuardSays } from '../../offers/index.ts';
import { dealById } from '../deals/index.ts';
import { cancelFollowUps } from '../follow-ups/index.ts';
import { waitsForManager } from './following.ts';
import { guardOf } from './guarding.ts';
import type { Author } from './paper.ts';
import { type Agreement, agreementById, holdAgreement, noteEvent, touch, versionOf } from './store.ts';

/** What a draft says, with its kind. */
export type Draft =
  | { readonly kind: 'quotation'; readonly language: Language; readonly content: Quotation }
  | { readonly kind: 'wants'; readonly language: Language; readonly content: Wants };

/** A version more than this is no version any more but another agreement. */
const MOST_VERSIONS = 99;

/** Refusals: `deal_unknown`, those of `readDraft`. */
export async function draftAgreement(
  tx: Tx,
  business: Business,
  deal: number,
  draft: Draft,
  { by, now }: Author,
): Promise<Result<Agreement>> {
  const matter = await dealById(tx, deal);
  if (matter === null) return refuse('deal_unknown', 'deal', { id: deal });
  const read = await readDraft(tx, business, matter.person, draft, now);
  if (!read.ok) return read;
  const { rows } = await tx.query<{ id: number }>(
    `INSERT INTO agreements (business_id, kind, deal_id, person_id, made_by, made_at, changed_by, changed_at)
     VALUES (this_business(), $1, $2, $3, $4, $5, $4, $5) RETURNING agreement_id AS id`,
    [draft.kind, deal, matter.person, by, timestamptz(now)],
  );
  const id = rows[0]?.id ?? 0;
  await insertVersion(tx, id, 1, draft.language, read.value);
  await noteEvent(tx, { agreement: id, version: 1, kind: 'drafted', by, at: now });
  return agreementById(tx, id);
}

/**
 * Writes a draft anew; of what was sent, declined or withdrawn already a further version is begun, and what was sent stays as it
 * was until that is sent. Refusals: `agreement_unknown`, `changed_meanwhile`, `agreement_kind_fixed`, `agreement_accepted`,
 * `versions_too_many`, those of `readDraft`.
 */
export async function changeDraft(
  tx: Tx,
  business: Business,
  id: number,
  { revision, draft }: { readonly revision: number; readonly draft: Draft },
  { by, now }: Author,
): Promise<Result<Agreement>> {
  const held = await holdAgreement(tx, id, revision);
  if (!held.ok) return held;
  const { kind, state, version, person } = held.value;
  if (kind !== draft.kind) return refuse('agreement_kind_fixed', 'kind');
  if (state === 'accepted') return refuse('agreement_accepted', 'id', { id });
  const read = await readDraft(tx, business, person, draft, now);
  if (!read.ok) return read;
  const current = await versionOf(tx, id, version);
  if (current.state === 'draft') {
    await tx.query(
      `UPDATE agreement_versions SET language = $3, content = $4, amount = $5, valid_until = $6, guard = $7, approval = 'none',
         approval_reason = '', approval_by = NULL, approval_at = NULL
       WHERE business_id = this_business() AND agreement_id = $1 AND version = $2`,
      [id, version, draft.language, ...columnsOf(read.value)],
    );
    await cancelFollowUps(tx, business, { originRef: waitsForManager(id), at: now, by });
    await touch(tx, id, { state, version, by, at: now });
    return agreementById(tx, id);
  }
  if (version >= MOST_VERSIONS) return refuse('versions_too_many', 'id', { most: MOST_VERSIONS });
  await insertVersion(tx, id, version + 1, draft.language, read.value);
  await noteEvent(tx, { agreement: id, version: version + 1, kind: 'drafted', by, at: now });
  await touch(tx, id, { state: 'draft', version: version + 1, by, at: now });
  return agreementById(tx, id);
}

/**
 * Gives a draft up: the version before it stands again as it stood; the first of all is withdrawn. Refusals:
 * `agreement_unknown`, `changed_meanwhile`, `agreement_not_draft`.
 */
export async function discardDraft(
  tx: Tx,
  business: Business,
  id: number,
  revision: number,
  { by, now }: Author,
): Promise<Result<Agreement>> {
  const held = await holdAgreement(tx, id, revision);
  if (!held.ok) return held;
  const { version } = held.value;
  const current = await versionOf(tx, id, version);
  if (current.state !== 'draft') return refuse('agreement_not_draft', 'id', { id });
  await noteEvent(tx, { agreement: id, version, kind: 'discarded', by, at: now });
  await cancelFollowUps(tx, business, { originRef: waitsForManager(id), at: now, by });
  if (version === 1) {
    await tx.query(
      `UPDATE agreement_versions SET state = 'withdrawn' WHERE business_id = this_business() AND agreement_id = $1 AND version = 1`,
      [id],
    );
    await touch(tx, id, { state: 'withdrawn', version, by, at: now });
    return agreementById(tx, id);
  }
  await tx.query(
    'DELETE FROM agreement_versions WHERE business_id = this_business() AND agreement_id = $1 AND version = $2',
    [id, version],
  );
  const before = await versionOf(tx, id, version - 1);
  await touch(tx, id, {
    state: before.state === 'replaced' ? 'withdrawn' : before.state,
    version: version - 1,
    by,
    at: now,
  });
  return agreementById(tx, id);
}

export interface DraftRead {
  readonly content: Quotation | Wants;
  readonly amount: number | null;
  readonly validUntil: string | null;
  readonly guard: GuardSays | null;
}

/**
 * A draft as it is kept: texts as they are shown, what it comes to, and what the guard says of its discounts. Refusals:
 * `date_unreadable`, those of `quotationTotals` and `judgeOwnDiscounts`.
 */
export async function readDraft(
  tx: Tx,
  business: Business,
  person: number,
  draft: Draft,
  now: Instant,
): Promise<Result<DraftRead>> {
  if (draft.kind === 'wants') {
    const content = wantsSchema.parse(draft.content);
    return accept({ content, amount: null, validUntil: null, guard: null });
  }
  const content = quotationSchema.parse(draft.content);
  if (readIsoDay(content.validUntil) === null)
    return refuse('date_unreadable', 'content.validUntil', { text: content.validUntil });
  const totals = quotationTotals(content);
  if (!totals.ok)
    return { ok: false, refusal: { ...totals.refusal, field: `content.${totals.refusal.field ?? 'lines'}` } };
  const guard = await guardOf(tx, business, { person, content, totals: totals.value, now });
  if (!guard.ok) return guard;
  return accept({
    content,
    amount: totals.value.total,
    validUntil: content.validUntil,
    guard: guard.value,
  });
}

function columnsOf({ content, amount, validUntil, guard }: DraftRead): unknown[] {
  return [JSON.stringify(content), amount, validUntil, guard === null ? null : JSON.stringify(guard)];
}

async function insertVersion(
  tx: Tx,
  agreement: number,
  version: number,
  language: Language,
  read: DraftRead,
): Promise<void> {
  await tx.query(
    `INSERT INTO agreement_versions (business_id, agreement_id, version, language, content, amount, valid_until, guard)
     VALUES (this_business(), $1, $2, $3, $4, $5, $6, $7)`,
    [agreement, version, language, ...columnsOf(read)],
  );
}

/** The day it is for the business. */
export function todayOf(business: Pick<Business, 'zone'>, now: Instant): number {
  return zoneOf(business.zone).dayOf(now);
}
