import type { Qualification } from '@nardeban/core/sales';
import { accept, changedMeanwhile, type Instant, refuse, type Result } from '@nardeban/core/values';
import { timestamptz, type Tx } from '../../../platform/database/index.ts';

/** What somebody is writing. */
export interface AgreementDraft {
  readonly definition: Qualification;
  readonly revision: number;
  /** The version in force when it was begun; 0: the one that is shipped. */
  readonly baseVersion: number;
  readonly note: string | null;
  readonly editedBy: string;
  readonly editedAt: Instant;
}

interface DraftRow extends AgreementDraft {
  readonly isOpen: boolean;
}

const COLUMNS = `definition, revision, coalesce(base_version, 0) AS "baseVersion", note, is_open AS "isOpen",
  edited_by AS "editedBy", edited_at AS "editedAt"`;

export async function readDraft(tx: Tx): Promise<AgreementDraft | null> {
  return openOf(await rowOf(tx, ''));
}

/** The draft as its asker saw it, held until the transaction ends. Refusals: `qualification_draft_unknown`, `changed_meanwhile`. */
export async function holdDraft(tx: Tx, revision: number): Promise<Result<AgreementDraft>> {
  const draft = openOf(await rowOf(tx, 'FOR UPDATE'));
  if (draft === null) return refuse('qualification_draft_unknown');
  return draft.revision === revision ? accept(draft) : changedMeanwhile(draft.editedBy, draft.editedAt);
}

async function rowOf(tx: Tx, lock: '' | 'FOR UPDATE'): Promise<DraftRow | null> {
  const { rows } = await tx.query<DraftRow>(
    `SELECT ${COLUMNS} FROM qualification_drafts WHERE business_id = this_business() ${lock}`,
  );
  return rows[0] ?? null;
}

function openOf(row: DraftRow | null): AgreementDraft | null {
  if (row === null || !row.isOpen) return null;
  const { isOpen: _isOpen, ...draft } = row;
  return draft;
}

/**
 * Keeps what somebody is writing; `revision` is that of the draft they began from, 0 when there was none. Refusal:
 * `changed_meanwhile` with who saved in between and when; then nothing is kept.
 */
export async function keepDraft(
  tx: Tx,
  kept: {
    readonly definition: Qualification;
    readonly revision: number;
    readonly note: string | null;
    readonly by: string;
    readonly now: Instant;
  },
): Promise<Result<{ readonly revision: number; readonly begun: boolean }>> {
  // A first draft has no row to be held, so that two which begin at once meet here.
  await tx.query("SELECT pg_advisory_xact_lock(hashtextextended('qualification draft', this_business()))");
  const draft = openOf(await rowOf(tx, 'FOR UPDATE'));
  if ((draft?.revision ?? 0) !== kept.revision) {
    // The same saving sent again, because its answer was lost, is no conflict.
    const isSame = draft !== null && JSON.stringify(draft.definition) === JSON.stringify(kept.definition);
    if (isSame && draft.editedBy === kept.by) return accept({ revision: draft.revision, begun: false });
    return changedMeanwhile(draft?.editedBy ?? null, draft?.editedAt ?? null);
  }
  const { rows } = await tx.query<{ revision: number }>(
    `INSERT INTO qualification_drafts (business_id, definition, revision, base_version, note, is_open, edited_by, edited_at)
     SELECT this_business(), $1, 1, (SELECT max(version) FROM qualification_versions WHERE business_id = this_business()), $2,
            true, $3, $4
     ON CONFLICT (business_id) DO UPDATE SET definition = excluded.definition, revision = qualification_drafts.revision + 1,
       base_version = CASE WHEN qualification_drafts.is_open THEN qualification_drafts.base_version ELSE excluded.base_version END,
       note = excluded.note, is_open = true, edited_by = excluded.edited_by, edited_at = excluded.edited_at
     RETURNING revision`,
    [JSON.stringify(kept.definition), kept.note, kept.by, timestamptz(kept.now)],
  );
  return accept({ revision: rows[0]?.revision ?? 0, begun: draft === null });
}

/** Puts the draft away, because it was published or is not wanted; its revision stays counted. */
export async function closeDraft(tx: Tx): Promise<void> {
  await tx.query('UPDATE qualification_drafts SET is_open = false WHERE business_id = this_business()');
}
