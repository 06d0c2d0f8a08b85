import type { AgreementDocument, Quotation, VersionState, Wants } from '@nardeban/core/sales';
import {
  accept,
  changedMeanwhile,
  type Instant,
  type Language,
  refuse,
  type Result,
} from '@nardeban/core/values';
import { timestamptz, type Tx } from '../../../platform/database/index.ts';
import type { GuardSays } from '../../offers/index.ts';

export type AgreementKind = 'wants' | 'quotation';
export type AgreementState = Exclude<VersionState, 'replaced'>;
export type Approval = 'none' | 'asked' | 'given' | 'refused';

export interface Agreement {
  readonly id: number;
  readonly kind: AgreementKind;
  /** Null: it was never sent. */
  readonly number: number | null;
  readonly deal: number;
  /** Who they are now, whoever it was agreed with. */
  readonly person: number;
  readonly version: number;
  readonly state: AgreementState;
  readonly revision: number;
  readonly madeBy: string;
  readonly madeAt: Instant;
  readonly changedBy: string;
  readonly changedAt: Instant;
}

/** What the customer answered, and how it is known that it was them. */
export interface Answer {
  readonly name: string;
  readonly address: string;
  /** The words beside the button. */
  readonly wording: string;
  readonly reason: string;
  readonly wants: readonly { readonly right: boolean; readonly comment: string }[];
  readonly comment: string;
  /** The mobile that was proved with a code, all but its ends hidden; null: none was asked for. */
  readonly mobile: string | null;
}

export interface Version {
  readonly version: number;
  readonly state: VersionState;
  readonly language: Language;
  readonly content: Quotation | Wants;
  readonly amount: number | null;
  /** YYYY-MM-DD. */
  readonly validUntil: string | null;
  readonly guard: GuardSays | null;
  readonly approval: Approval;
  readonly approvalReason: string;
  readonly approvalBy: string | null;
  readonly approvalAt: Instant | null;
  /** In hexadecimal. */
  readonly hash: string | null;
  readonly sentBy: string | null;
  readonly sentAt: Instant | null;
  readonly openedAt: Instant | null;
  readonly opened: number;
  readonly answer: Answer | null;
  readonly answeredAt: Instant | null;
}

const agreementColumns = `a.agreement_id AS id, a.kind, a.number, a.deal_id AS deal,
  coalesce((SELECT p.merged_into FROM people p WHERE p.business_id = a.business_id AND p.person_id = a.person_id),
           a.person_id) AS person,
  a.version, a.state, a.revision, a.made_by AS "madeBy", a.made_at AS "madeAt", a.changed_by AS "changedBy",
  a.changed_at AS "changedAt"`;

const versionColumns = `v.version, v.state, v.language, v.content, v.amount, to_char(v.valid_until, 'YYYY-MM-DD') AS "validUntil", v.guard,
  v.approval, v.approval_reason AS "approvalReason", v.approval_by AS "approvalBy", v.approval_at AS "approvalAt",
  encode(v.hash, 'hex') AS hash, v.sent_by AS "sentBy", v.sent_at AS "sentAt", v.opened_at AS "openedAt", v.opened,
  v.answer, v.answered_at AS "answeredAt"`;

/** Refusal: `agreement_unknown`. */
export async function agreementById(
  tx: Tx,
  id: number,
  how: 'read' | 'hold' = 'read',
): Promise<Result<Agreement>> {
  const { rows } = await tx.query<Agreement>(
    `SELECT ${agreementColumns} FROM agreements a WHERE a.business_id = this_business() AND a.agreement_id = $1
     ${how === 'hold' ? 'FOR UPDATE OF a' : ''}`,
    [id],
  );
  return rows[0] === undefined ? refuse('agreement_unknown', 'id', { id }) : accept(rows[0]);
}

/** Kept from everybody else until the transaction ends. Refusals: `agreement_unknown`, `changed_meanwhile`. */
export async function holdAgreement(tx: Tx, id: number, revision: number): Promise<Result<Agreement>> {
  const held = await agreementById(tx, id, 'hold');
  if (!held.ok || held.value.revision === revision) return held;
  return changedMeanwhile(held.value.changedBy, held.value.changedAt);
}

export async function versionOf(tx: Tx, agreement: number, version: number): Promise<Version> {
  const { rows } = await tx.query<Version>(
    `SELECT ${versionColumns} FROM agreement_versions v
     WHERE v.business_id = this_business() AND v.agreement_id = $1 AND v.version = $2`,
    [agreement, version],
  );
  if (rows[0] === undefined) throw new Error(`Agreement ${agreement} has no version ${version}`);
  return rows[0];
}

/** The newest first. */
export async function versionsOf(tx: Tx, agreement: number): Promise<readonly Version[]> {
  const { rows } = await tx.query<Version>(
    `SELECT ${versionColumns} FROM agreement_versions v
     WHERE v.business_id = this_business() AND v.agreement_id = $1 ORDER BY v.version DESC LIMIT 100`,
    [agreement],
  );
  return rows;
}

/** What was sent, as it was sent; null: it never was. */
export async function documentOf(
  tx: Tx,
  agreement: number,
  version: number,
): Promise<AgreementDocument | null> {
  const { rows } = await tx.query<{ document: AgreementDocument | null }>(
    `SELECT document::json AS document FROM agreement_versions
     WHERE business_id = this_business() AND agreement_id = $1 AND version = $2`,
    [agreement, version],
  );
  return rows[0]?.document ?? null;
}

export interface AgreementListed extends Agreement {
  readonly title: string;
  readonly amount: number | null;
  readonly validUntil: string | null;
  readonly sentAt: Instant | null;
  readonly openedAt: Instant | null;
  readonly answeredAt: Instant | null;
  readonly approval: Approval;
  readonly paid: number | null;
  readonly ordered: number | null;
  readonly returned: number | null;
  readonly cancelledAt: Instant | null;
  readonly returnedAt: Instant | null;
}

/** Of a deal, of a person with everybody merged into them, or all that wait for a manager; the newest first. */
export async function listAgreements(
  tx: Tx,
  asked: {
    readonly deal?: number | undefined;
    readonly people?: readonly number[] | undefined;
    readonly waiting?: boolean | undefined;
    readonly after?: number | undefined;
    readonly limit: number;
  },
): Promise<{ readonly agreements: readonly AgreementListed[]; readonly next: number | null }> {
  const { rows } = await tx.query<AgreementListed>(
    `SELECT ${agreementColumns}, coalesce(v.content ->> 'title', '') AS title, v.amount,
       to_char(v.valid_until, 'YYYY-MM-DD') AS "validUntil", v.sent_at AS "sentAt", v.opened_at AS "openedAt",
       v.answered_at AS "answeredAt", v.approval, o.paid, o.amount AS ordered, o.returned,
       o.cancelled_at AS "cancelledAt", o.returned_at AS "returnedAt"
     FROM agreements a
     JOIN agreement_versions v ON v.business_id = a.business_id AND v.agreement_id = a.agreement_id AND v.version = a.version
     LEFT JOIN agreement_orders o ON o.business_id = a.business_id AND o.agreement_id = a.agreement_id
     WHERE a.business_id = this_business() AND ($1::bigint IS NULL OR a.deal_id = $1)
       AND ($2::bigint[] IS NULL OR a.person_id = ANY($2)) AND ($3 IS NOT TRUE OR a.waits_for_approval)
       AND ($4::bigint IS NULL OR a.agreement_id < $4)
     ORDER BY a.agreement_id DESC LIMIT $5`,
    [asked.deal ?? null, asked.people ?? null, asked.waiting ?? null, asked.after ?? null, asked.limit + 1],
  );
  const agreements = rows.slice(0, asked.limit);
  return { agreements, next: rows.length > asked.limit ? (agreements.at(-1)?.id ?? null) : null };
}

export interface AgreementEvent {
  readonly id: number;
  readonly version: number;
  readonly kind: string;
  readonly by: string;
  readonly at: Instant;
  readonly detail: Readonly<Record<string, string | number>>;
}

/** Writes down what happened. */
export async function noteEvent(
  tx: Tx,
  event: {
    readonly agreement: number;
    readonly version: number;
    readonly kind: string;
    readonly by: string;
    readonly at: Instant;
    readonly detail?: AgreementEvent['detail'];
  },
): Promise<void> {
  await tx.query(
    `INSERT INTO agreement_events (business_id, agreement_id, version, kind, by, at, detail)
     VALUES (this_business(), $1, $2, $3, $4, $5, $6)`,
    [
      event.agreement,
      event.version,
      event.kind,
      event.by.slice(0, 300),
      timestamptz(event.at),
      JSON.stringify(event.detail ?? {}),
    ],
  );
}

/** The newest first. */
export async function eventsOf(tx: Tx, agreement: number): Promise<readonly AgreementEvent[]> {
  const { rows } = await tx.query<AgreementEvent>(
    `SELECT event_id AS id, version, kind, by, at, detail FROM agreement_events
     WHERE business_id = this_business() AND agreement_id = $1 ORDER BY event_id DESC LIMIT 200`,
    [agreement],
  );
  return rows;
}

/** Writes what every change of an agreement writes. */
export async function touch(
  tx: Tx,
  agreement: number,
  to: {
    readonly state: AgreementState;
    readonly version: number;
    readonly number?: number | null;
    readonly waits?: boolean;
    readonly by: string;
    readonly at: Instant;
  },
): Promise<void> {
  await tx.query(
    `UPDATE agreements SET state = $2, version = $3, number = coalesce($4, number), waits_for_approval = $5,
       revision = revision + 1, changed_by = $6, changed_at = $7
     WHERE business_id = this_business() AND agreement_id = $1`,
    [agreement, to.state, to.version, to.number ?? null, to.waits ?? false, to.by, timestamptz(to.at)],
  );
}

/** The latest quotation of a deal that is a draft; null: nobody is writing one. */
export async function quotationBeingWritten(tx: Tx, deal: number): Promise<number | null> {
  const { rows } = await tx.query<{ id: number }>(
    `SELECT agreement_id AS id FROM agreements
     WHERE business_id = this_business() AND deal_id = $1 AND kind = 'quotation' AND state = 'draft'
     ORDER BY agreement_id DESC LIMIT 1`,
    [deal],
  );
  return rows[0]?.id ?? null;
}
