import { createHash } from 'node:crypto';
import { type AgreementDocument, documentText, type Quotation, type Wants } from '@nardeban/core/sales';
import { accept, type Instant, readIsoDay, refuse, type Result } from '@nardeban/core/values';
import { timestamptz, type Tx } from '../../../platform/database/index.ts';
import type { Business } from '../../../platform/tenancy/index.ts';
import { personById } from '../../people/index.ts';
import { cancelFollowUps } from '../follow-ups/index.ts';
import { readDraft, todayOf } from './drafting.ts';
import { isHeldBack } from './guarding.ts';
import { makeLink } from './links.ts';
import { nextNumber } from './numbers.ts';
import { type Author, letterheadOf, salesPaper } from './paper.ts';
import { looksAt, planAsking, waitsForAnswer } from './following.ts';
import {
  type Agreement,
  agreementById,
  holdAgreement,
  noteEvent,
  touch,
  type Version,
  versionOf,
} from './store.ts';
import { tellOfDeals } from '../deals/telling.ts';

export interface Sent {
  readonly agreement: Agreement;
  /** The path of the link: told this once. */
  readonly link: string;
}

/**
 * Fixes a draft: gives it its number, keeps the whole document with its hash, replaces the version that was sent before, and
 * answers a link for the customer. Refusals: `agreement_unknown`, `changed_meanwhile`, `agreement_not_draft`,
 * `validity_past`, `discount_needs_approval` {asked, allowed}, those of `readDraft`.
 */
export async function sendAgreement(
  tx: Tx,
  business: Business,
  id: number,
  revision: number,
  author: Author,
): Promise<Result<Sent>> {
  const { by, now } = author;
  const held = await holdAgreement(tx, id, revision);
  if (!held.ok) return held;
  const { version, deal, kind } = held.value;
  const draft = await versionOf(tx, id, version);
  if (draft.state !== 'draft') return refuse('agreement_not_draft', 'id', { id });
  const ready = await readyToSend(tx, business, held.value, draft, author);
  if (!ready.ok) return ready;

  const number = held.value.number ?? (await nextNumber(tx, kind));
  const document = await documentFor(tx, business, { ...held.value, number }, draft, author);
  const text = documentText(document);
  // What was sent before and not answered is over: its link says so.
  await tx.query(
    `UPDATE agreement_versions SET state = 'replaced'
     WHERE business_id = this_business() AND agreement_id = $1 AND state = 'sent'`,
    [id],
  );
  await tx.query(
    `UPDATE agreement_versions SET state = 'sent', hash = $3, document = $4, sent_by = $5, sent_at = $6, guard = $7
     WHERE business_id = this_business() AND agreement_id = $1 AND version = $2`,
    [
      id,
      version,
      createHash('sha256').update(text).digest(),
      text,
      by,
      timestamptz(now),
      ready.value === null ? null : JSON.stringify(ready.value),
    ],
  );
  await touch(tx, id, { state: 'sent', version, number, by, at: now });
  await noteEvent(tx, { agreement: id, version, kind: 'sent', by, at: now, detail: { number } });
  // The version before was answered, or was to be: what is to be done about that is done with this one.
  for (const originRef of [waitsForAnswer(id), looksAt(id, 'not_right'), looksAt(id, 'declined')])
    await cancelFollowUps(tx, business, { originRef, at: now, by });
  await planAsking(tx, business, { ...held.value, number }, draft.validUntil, author);
  if (kind === 'quotation')
    await tellOfDeals(tx, business, [
      {
        deal,
        type: 'quotation.sent',
        key: `agreement-${id}-${version}-sent`,
        at: now,
        data: { agreement: String(id), amount: draft.amount ?? 0, deal: String(deal) },
      },
    ]);
  const link = await makeLink(tx, business, { agreement: id, version }, author);
  const sent = await agreementById(tx, id);
  return sent.ok ? accept({ agreement: sent.value, link }) : sent;
}

/** What the guard says now: a budget may have been spent since the draft was written. */
async function readyToSend(
  tx: Tx,
  business: Business,
  { kind, person }: Agreement,
  { content, language, approval, validUntil }: Version,
  { now }: Author,
): Promise<Result<Version['guard']>> {
  if (kind === 'wants') return accept(null);
  if (validUntil !== null && (readIsoDay(validUntil) ?? 0) < todayOf(business, now))
    return refuse('validity_past', 'content.validUntil', { day: validUntil });
  const quotation = content as Quotation;
  const read = await readDraft(tx, business, person, { kind, language, content: quotation }, now);
  if (!read.ok) return read;
  const { guard } = read.value;
  if (guard !== null && isHeldBack(guard) && approval !== 'given')
    return refuse('discount_needs_approval', 'content.discount', {
      asked: guard.asked,
      allowed: guard.allowed,
    });
  return accept(guard);
}

async function documentFor(
  tx: Tx,
  business: Business,
  { kind, number, person }: Agreement & { readonly number: number },
  draft: Version,
  { now }: Author,
): Promise<AgreementDocument> {
  const to = (await personById(tx, person))?.name ?? '';
  const base = {
    number,
    version: draft.version,
    sentAt: now,
    language: draft.language,
    from: letterheadOf(business, await salesPaper(tx)),
    to,
    calendar: business.calendar,
    zone: business.zone,
  };
  if (kind === 'wants') return { kind, ...base, content: draft.content as Wants };
  return {
    kind,
    ...base,
    money: { currency: business.currency, unit: business.unit },
    content: draft.content as Quotation,
    total: draft.amount ?? 0,
  };
}

/** How a draft would look if it were sent now; a number that is to be given yet is 1. */
export function draftDocument(
  tx: Tx,
  business: Business,
  agreement: Agreement,
  draft: Version,
  now: Instant,
): Promise<AgreementDocument> {
  return documentFor(tx, business, { ...agreement, number: agreement.number ?? 1 }, draft, { by: '', now });
}

/** A further link to what was sent last; those made before go on working. Refusals: `agreement_unknown`, `agreement_not_sent`. */
export async function linkAgain(
  tx: Tx,
  business: Business,
  id: number,
  author: Author,
): Promise<Result<Sent>> {
  const found = await agreementById(tx, id, 'hold');
  if (!found.ok) return found;
  const version = await lastSent(tx, id);
  if (version === null) return refuse('agreement_not_sent', 'id', { id });
  const link = await makeLink(tx, business, { agreement: id, version }, author);
  await noteEvent(tx, { agreement: id, version, kind: 'linked', by: author.by, at: author.now });
  return accept({ agreement: found.value, link });
}

async function lastSent(tx: Tx, id: number): Promise<number | null> {
  const { rows } = await tx.query<{ version: number | null }>(
    `SELECT max(version) AS version FROM agreement_versions
     WHERE business_id = this_business() AND agreement_id = $1 AND sent_at IS NOT NULL`,
    [id],
  );
  return rows[0]?.version ?? null;
}

/**
 * Takes back what was sent: whoever follows its link is told so. Refusals: `agreement_unknown`, `changed_meanwhile`,
 * `agreement_accepted`, `agreement_not_sent`.
 */
export async function withdrawAgreement(
  tx: Tx,
  business: Business,
  id: number,
  { revision, reason }: { readonly revision: number; readonly reason: string },
  { by, now }: Author,
): Promise<Result<Agreement>> {
  const held = await holdAgreement(tx, id, revision);
  if (!held.ok) return held;
  if (held.value.state === 'accepted') return refuse('agreement_accepted', 'id', { id });
  const { rows } = await tx.query<{ version: number }>(
    `UPDATE agreement_versions SET state = 'withdrawn'
     WHERE business_id = this_business() AND agreement_id = $1 AND state = 'sent' RETURNING version`,
    [id],
  );
  const version = rows[0]?.version;
  if (version === undefined) return refuse('agreement_not_sent', 'id', { id });
  // A draft of a further version, if there is one, is gone on with.
  const state = held.value.version === version ? 'withdrawn' : held.value.state;
  await touch(tx, id, { state, version: held.value.version, by, at: now });
  await noteEvent(tx, { agreement: id, version, kind: 'withdrawn', by, at: now, detail: { reason } });
  await cancelFollowUps(tx, business, { originRef: waitsForAnswer(id), at: now, by });
  return agreementById(tx, id);
}
