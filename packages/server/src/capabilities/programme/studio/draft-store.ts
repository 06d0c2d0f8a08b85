import { sameParts } from '@nardeban/core/ladder';
import type { Programme } from '@nardeban/core/programme';
import { accept, type Instant, refuse, type Result } from '@nardeban/core/values';
import { timestamptz, type Tx } from '../../../platform/database/index.ts';

/** What somebody is writing. */
export interface ClubDraft {
  readonly definition: Programme;
  readonly revision: number;
  /** The version in force when it was begun; null: there was none. */
  readonly baseVersion: number | null;
  readonly note: string | null;
  readonly editedBy: string;
  readonly editedAt: Instant;
}

interface DraftRow extends ClubDraft {
  readonly isOpen: boolean;
}

const COLUMNS = `definition, revision, base_version AS "baseVersion", note, is_open AS "isOpen", edited_by AS "editedBy",
  edited_at AS "editedAt"`;

export async function readClubDraft(tx: Tx): Promise<ClubDraft | null> {
  return openOf(await rowOf(tx, ''));
}

/**
 * The draft as its asker saw it, held until the transaction ends: two savings or publishings come one after the other.
 * Refusals: `club_draft_unknown`, `changed_meanwhile`.
 */
export async function holdClubDraft(tx: Tx, revision: number): Promise<Result<ClubDraft>> {
  const draft = openOf(await rowOf(tx, 'FOR UPDATE'));
  if (draft === null) return refuse('club_draft_unknown');
  if (draft.revision === revision) return accept(draft);
  return refuse('changed_meanwhile', 'revision', {
    revision: draft.revision,
    by: draft.editedBy,
    at: draft.editedAt,
  });
}

async function rowOf(tx: Tx, lock: '' | 'FOR UPDATE'): Promise<DraftRow | null> {
  const { rows } = await tx.query<DraftRow>(
    `SELECT ${COLUMNS} FROM club_drafts WHERE business_id = this_business() ${lock}`,
  );
  return rows[0] ?? null;
}

function openOf(row: DraftRow | null): ClubDraft | null {
  if (row === null || !row.isOpen) return null;
  const { isOpen: _isOpen, ...draft } = row;
  return draft;
}

/**
 * Keeps what somebody is writing; `revision` is that of the draft they began from, 0 when there was none. Refusal:
 * `changed_meanwhile` with who saved in between and when; then nothing is kept.
 */
export async function keepClubDraft(
  tx: Tx,
  kept: {
    readonly definition: Programme;
    readonly revision: number;
    readonly note: string | null;
    readonly by: string;
    readonly now: Instant;
  },
): Promise<Result<{ readonly revision: number; readonly begun: boolean }>> {
  // A first draft has no row to be held, so that two which begin at once meet here.
  await tx.query("SELECT pg_advisory_xact_lock(hashtextextended('club draft', this_business()))");
  const row = await rowOf(tx, 'FOR UPDATE');
  const draft = openOf(row);
  if ((draft?.revision ?? 0) !== kept.revision) {
    // The same saving sent again, because its answer was lost, is no conflict.
    const isSame = draft !== null && sameParts(draft.definition, kept.definition);
    if (isSame && draft.editedBy === kept.by) return accept({ revision: draft.revision, begun: false });
    return refuse('changed_meanwhile', 'revision', {
      revision: draft?.revision ?? 0,
      ...(draft === null ? {} : { by: draft.editedBy, at: draft.editedAt }),
    });
  }
  const { rows } = await tx.query<{ revision: number }>(
    `INSERT INTO club_drafts (business_id, definition, revision, base_version, note, is_open, edited_by, edited_at)
     SELECT this_business(), $1, 1, (SELECT max(version) FROM club_versions WHERE business_id = this_business()), $2, true, $3, $4
     ON CONFLICT (business_id) DO UPDATE SET definition = excluded.definition, revision = club_drafts.revision + 1,
       base_version = CASE WHEN club_drafts.is_open THEN club_drafts.base_version ELSE excluded.base_version END,
       note = excluded.note, is_open = true, edited_by = excluded.edited_by, edited_at = excluded.edited_at
     RETURNING revision`,
    [JSON.stringify(kept.definition), kept.note, kept.by, timestamptz(kept.now)],
  );
  return accept({ revision: rows[0]?.revision ?? 0, begun: draft === null });
}

/** Puts the draft away, because it was published or is not wanted; its revision stays counted. */
export async function closeClubDraft(tx: Tx): Promise<void> {
  await tx.query('UPDATE club_drafts SET is_open = false WHERE business_id = this_business()');
}
