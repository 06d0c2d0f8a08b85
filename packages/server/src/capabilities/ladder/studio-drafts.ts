import { type Definition, sameParts } from '@nardeban/core/ladder';
import { accept, type Instant, refuse, type Result } from '@nardeban/core/values';
import { timestamptz, type Tx } from '../../platform/database/index.ts';
import { lockClimbing } from './writing.ts';

/** A draft as it is kept: perhaps incomplete, and with the revision that whoever saves it next must have seen. */
export interface Draft {
  readonly version: number;
  readonly revision: number;
  readonly baseVersion: number | null;
  readonly definition: Definition;
  readonly note: string | null;
  readonly editedBy: string;
  readonly editedAt: Instant;
}

interface DraftRow {
  version: number;
  revision: number;
  base_version: number | null;
  definition: Definition;
  note: string | null;
  made_by: string;
  made_at: Instant;
}

/** The ladder's or typology's row, held until the transaction ends: two savings come one after the other. */
async function holdLadder(
  tx: Tx,
  key: string,
): Promise<{ readonly ladder_id: number; readonly kind: string; readonly version: number | null } | null> {
  const { rows } = await tx.query<{ ladder_id: number; kind: string; version: number | null }>(
    `SELECT ladder_id, kind, version FROM ladders
     WHERE business_id = this_business() AND key = $1 AND kind <> 'segment' FOR UPDATE`,
    [key],
  );
  return rows[0] ?? null;
}

export async function readDraftOf(tx: Tx, ladderId: number): Promise<Draft | null> {
  const { rows } = await tx.query<DraftRow>(
    `SELECT version, revision, base_version, definition, note, made_by, made_at FROM ladder_versions
     WHERE business_id = this_business() AND ladder_id = $1 AND state = 'draft'`,
    [ladderId],
  );
  const [row] = rows;
  if (row === undefined) return null;
  return {
    version: row.version,
    revision: row.revision,
    baseVersion: row.base_version,
    definition: row.definition,
    note: row.note,
    editedBy: row.made_by,
    editedAt: row.made_at,
  };
}

/** Of a ladder whose only publication was stopped, and its draft thrown away, nothing is left to be shown. */
export function isAnything(ladder: string): string {
  return `EXISTS (SELECT FROM ladder_versions a WHERE a.business_id = ${ladder}.business_id AND a.ladder_id = ${ladder}.ladder_id
       AND (a.state <> 'retired' OR a.published_at IS NOT NULL))`;
}

/** A new ladder or typology, begun as a draft. Refusal: `ladder_key_taken`. */
export async function beginLadder(
  tx: Tx,
  definition: Definition,
  by: string,
  now: Instant,
): Promise<Result<{ readonly key: string; readonly version: number; readonly revision: number }>> {
  // The number of a ladder is the next one, so two are not begun at once.
  await lockClimbing(tx);
  const { rows } = await tx.query<{ ladder_id: number }>(
    `INSERT INTO ladders (business_id, ladder_id, key, kind)
     SELECT this_business(), coalesce(max(ladder_id), 0) + 1, $1, $2 FROM ladders WHERE business_id = this_business()
     ON CONFLICT (business_id, key) DO UPDATE SET kind = excluded.kind WHERE ladders.kind <> 'segment' AND NOT ${isAnything('ladders')}
     RETURNING ladder_id`,
    [definition.key, definition.kind],
  );
  const [ladder] = rows;
  if (ladder === undefined) return refuse('ladder_key_taken', 'definition.key', { ladder: definition.key });
  const draft = { definition, note: null, by, baseVersion: null, now };
  return accept({ key: definition.key, ...(await insertDraft(tx, ladder.ladder_id, draft)) });
}

export interface DraftKept {
  readonly version: number;
  readonly revision: number;
  /** Whether this saving began the draft. */
  readonly begun: boolean;
}

/**
 * Keeps what somebody is writing. `revision` is that of the draft they began from, 0 when there was none. Refusals:
 * `ladder_unknown`, `ladder_kind_fixed`, `changed_meanwhile` with who saved in between and when; then nothing is kept.
 */
export async function keepDraft(
  tx: Tx,
  key: string,
  kept: {
    readonly definition: Definition;
    readonly revision: number;
    readonly note: string | null;
    readonly by: string;
    readonly now: Instant;
  },
): Promise<Result<DraftKept>> {
  const ladder = await holdLadder(tx, key);
  if (ladder === null) return refuse('ladder_unknown', 'key', { ladder: key });
  if (ladder.kind !== kept.definition.kind)
    return refuse('ladder_kind_fixed', 'definition.kind', { ladder: key });
  const draft = await readDraftOf(tx, ladder.ladder_id);
  if ((draft?.revision ?? 0) !== kept.revision) {
    // The same saving sent again, because its answer was lost, is no conflict.
    if (draft !== null && draft.editedBy === kept.by && sameParts(draft.definition, kept.definition))
      return accept({ version: draft.version, revision: draft.revision, begun: false });
    return refuse('changed_meanwhile', 'revision', {
      revision: draft?.revision ?? 0,
      ...(draft === null ? {} : { by: draft.editedBy, at: draft.editedAt }),
    });
  }
  if (draft === null) {
    const inserted = await insertDraft(tx, ladder.ladder_id, { ...kept, baseVersion: ladder.version });
    return accept({ ...inserted, begun: true });
  }
  await tx.query(
    `UPDATE ladder_versions SET definition = $3, note = $4, made_by = $5, made_at = $6, revision = revision + 1
     WHERE business_id = this_business() AND ladder_id = $1 AND version = $2`,
    [
      ladder.ladder_id,
      draft.version,
      JSON.stringify(kept.definition),
      kept.note,
      kept.by,
      timestamptz(kept.now),
    ],
  );
  return accept({ version: draft.version, revision: draft.revision + 1, begun: false });
}

async function insertDraft(
  tx: Tx,
  ladderId: number,
  draft: {
    readonly definition: Definition;
    readonly note: string | null;
    readonly by: string;
    readonly baseVersion: number | null;
    readonly now: Instant;
  },
): Promise<{ readonly version: number; readonly revision: number }> {
  const { rows } = await tx.query<{ version: number; revision: number }>(
    `INSERT INTO ladder_versions (business_id, ladder_id, version, state, definition, note, made_by, made_at, base_version, revision)
     SELECT this_business(), $1, coalesce(max(version), 0) + 1, 'draft', $2, $3, $4, $5, $6, coalesce(max(revision), 0) + 1
     FROM ladder_versions WHERE business_id = this_business() AND ladder_id = $1 RETURNING version, revision`,
    [
      ladderId,
      JSON.stringify(draft.definition),
      draft.note,
      draft.by,
      timestamptz(draft.now),
      draft.baseVersion,
    ],
  );
  const [row] = rows;
  if (row === undefined) throw new Error('A draft was inserted and not answered.');
  return row;
}

/**
 * Throws a draft away; a ladder of which there was nothing else goes with it. Refusals: `ladder_unknown`,
 * `draft_unknown`, `changed_meanwhile`.
 */
export async function discardDraft(
  tx: Tx,
  key: string,
  revision: number,
): Promise<Result<{ readonly ladderGone: boolean }>> {
  const ladder = await holdLadder(tx, key);
  if (ladder === null) return refuse('ladder_unknown', 'key', { ladder: key });
  const draft = await readDraftOf(tx, ladder.ladder_id);
  if (draft === null) return refuse('draft_unknown', 'key', { ladder: key });
  if (draft.revision !== revision) {
    return refuse('changed_meanwhile', 'revision', {
      revision: draft.revision,
      by: draft.editedBy,
      at: draft.editedAt,
    });
  }
  await tx.query(
    `DELETE FROM ladder_versions WHERE business_id = this_business() AND ladder_id = $1 AND version = $2`,
    [ladder.ladder_id, draft.version],
  );
  // The next draft goes on counting, so that nobody who still holds this one can mistake it for theirs.
  await tx.query(
    `UPDATE ladder_versions SET revision = greatest(revision, $2) WHERE business_id = this_business() AND ladder_id = $1`,
    [ladder.ladder_id, draft.revision],
  );
  // Its number stays taken while there are versions: moves of one that was stopped stand under it.
  await tx.query(
    `DELETE FROM ladders l WHERE l.business_id = this_business() AND l.ladder_id = $1
       AND NOT EXISTS (SELECT FROM ladder_versions v WHERE v.business_id = l.business_id AND v.ladder_id = l.ladder_id)`,
    [ladder.ladder_id],
  );
  const { rows } = await tx.query(
    `SELECT FROM ladders l WHERE l.business_id = this_business() AND l.ladder_id = $1 AND ${isAnything('l')}`,
    [ladder.ladder_id],
  );
  return accept({ ladderGone: rows.length === 0 });
}
