import { accept, type Instant, refuse, type Result } from '@nardeban/core/values';
import {
  float8Array,
  int8Array,
  type Statement,
  textArray,
  timestamptz,
  type Tx,
} from '../../platform/database/index.ts';
import type { Business } from '../../platform/tenancy/index.ts';
import { type FactRow, tellAsStaff } from '../facts/index.ts';
import { whose } from './whose.ts';

/** What a member of staff wrote about a person, in plain text. */
export interface Note {
  readonly id: number;
  readonly text: string;
  readonly by: string;
  readonly at: Instant;
  readonly changedBy: string | null;
  readonly changedAt: Instant | null;
  readonly revision: number;
}

export const LONGEST_NOTE = 10_000;

const columns = `note_id AS id, text, made_by AS by, made_at AS at, changed_by AS "changedBy", changed_at AS "changedAt",
  revision`;

/** The notes about a person, the newest first. Refusal: `person_unknown`. */
export async function notesOf(
  tx: Tx,
  id: number,
  page: { readonly before: number | undefined; readonly limit: number },
): Promise<Result<readonly Note[]>> {
  const about = await whose(tx, id);
  if (!about.ok) return about;
  const { rows } = await tx.query<Note>({
    name: 'dossier-notes',
    text: `SELECT ${columns} FROM notes
           WHERE business_id = this_business() AND person_id = ANY($1::bigint[]) AND removed_at IS NULL
             AND ($2::bigint IS NULL OR note_id < $2)
           ORDER BY note_id DESC LIMIT $3`,
    values: [about.value.members, page.before ?? null, page.limit],
  });
  return accept(rows);
}

/** Writes a note and tells that it was written. Refusal: `person_unknown`. */
export async function addNote(
  tx: Tx,
  business: Business,
  written: { readonly personId: number; readonly text: string; readonly by: string; readonly at: Instant },
): Promise<Result<Note>> {
  const about = await whose(tx, written.personId);
  if (!about.ok) return about;
  const { rows } = await tx.query<Note>(
    `INSERT INTO notes (business_id, person_id, text, made_by, made_at) VALUES (this_business(), $1, $2, $3, $4)
     RETURNING ${columns}`,
    [about.value.person, written.text, written.by, timestamptz(written.at)],
  );
  const [note] = rows;
  if (note === undefined) throw new Error('The note that was just written did not come back');
  await tellAsStaff(tx, business, {
    personId: about.value.person,
    type: 'note.written',
    at: written.at,
    key: `note ${note.id}`,
    data: { note: String(note.id), by: written.by },
  });
  return accept(note);
}

/**
 * Writes what people sent us as notes about them, any number at once; the people are there. Answers the facts that are to be
 * told of it, from the caller's own source, together with whatever else they tell.
 */
export async function addNotes(
  tx: Tx,
  notes: readonly { readonly personId: number; readonly text: string; readonly at: Instant }[],
  { by, source }: { readonly by: string; readonly source: number },
): Promise<readonly FactRow[]> {
  if (notes.length === 0) return [];
  const { rows } = await tx.query<{ id: number; person: number; at: Instant }>({
    name: 'dossier-add-notes',
    text: `INSERT INTO notes (business_id, person_id, text, made_by, made_at)
           SELECT this_business(), n.person, n.text, $4, to_timestamp(n.at / 1000)
           FROM unnest($1::bigint[], $2::text[], $3::float8[]) AS n (person, text, at)
           RETURNING note_id AS id, person_id AS person, made_at AS at`,
    values: [
      int8Array(notes.map(({ personId }) => personId)),
      textArray(notes.map(({ text }) => text.slice(0, LONGEST_NOTE).toWellFormed())),
      float8Array(notes.map(({ at }) => at)),
      by,
    ],
  });
  return rows.map(({ id, person, at }) => noteWritten({ id, person, at }, { by, source }));
}

/** The same for one note, as a statement to be sent together with others; `id` was taken from the numbers of notes. */
export function addingNote(note: {
  readonly id: number;
  readonly person: number;
  readonly text: string;
  readonly by: string;
  readonly at: Instant;
}): Statement {
  return {
    name: 'dossier-add-note',
    text: `INSERT INTO notes (business_id, note_id, person_id, text, made_by, made_at) OVERRIDING SYSTEM VALUE
           VALUES (this_business(), $1, $2, $3, $4, $5)`,
    values: [
      note.id,
      note.person,
      note.text.slice(0, LONGEST_NOTE).toWellFormed(),
      note.by,
      timestamptz(note.at),
    ],
  };
}

/** The fact that is to be told of a note. */
export function noteWritten(
  { id, person, at }: { readonly id: number; readonly person: number; readonly at: Instant },
  { by, source }: { readonly by: string; readonly source: number },
): FactRow {
  return {
    personId: person,
    conflictId: null,
    type: 'note.written',
    at,
    sourceId: source,
    key: `note ${id}`,
    data: { note: String(id), by },
  };
}

/**
 * Changes a note of which the writer saw this revision. Refusals: `person_unknown`, `note_unknown`, and
 * `changed_meanwhile` when somebody else was quicker (detail: by whom, when, and the revision there is now).
 */
export async function changeNote(
  tx: Tx,
  changed: {
    readonly personId: number;
    readonly id: number;
    readonly text: string;
    readonly revision: number;
    readonly by: string;
    readonly at: Instant;
  },
): Promise<Result<Note>> {
  const standing = await seen(tx, changed);
  if (!standing.ok) return standing;
  const { rows } = await tx.query<Note>(
    `UPDATE notes SET text = $2, changed_by = $3, changed_at = $4, revision = revision + 1
     WHERE business_id = this_business() AND note_id = $1 RETURNING ${columns}`,
    [changed.id, changed.text, changed.by, timestamptz(changed.at)],
  );
  return rows[0] === undefined ? refuse('note_unknown', 'note') : accept(rows[0]);
}

/** Takes a note away: its words are erased, the fact that one was written stays. Refusals as for a change. */
export async function removeNote(
  tx: Tx,
  removed: {
    readonly personId: number;
    readonly id: number;
    readonly revision: number;
    readonly by: string;
    readonly at: Instant;
  },
): Promise<Result<true>> {
  const standing = await seen(tx, removed);
  if (!standing.ok) return standing;
  await tx.query(
    `UPDATE notes SET text = '-', removed_by = $2, removed_at = $3 WHERE business_id = this_business() AND note_id = $1`,
    [removed.id, removed.by, timestamptz(removed.at)],
  );
  return accept(true);
}

/** The note as it stands, locked, if the writer has seen it so. */
async function seen(
  tx: Tx,
  asked: { readonly personId: number; readonly id: number; readonly revision: number },
): Promise<Result<Note>> {
  const about = await whose(tx, asked.personId);
  if (!about.ok) return about;
  const { rows } = await tx.query<Note>(
    `SELECT ${columns} FROM notes
     WHERE business_id = this_business() AND note_id = $1 AND person_id = ANY($2::bigint[]) AND removed_at IS NULL
     FOR UPDATE`,
    [asked.id, about.value.members],
  );
  const [note] = rows;
  if (note === undefined) return refuse('note_unknown', 'note');
  if (note.revision === asked.revision) return accept(note);
  return refuse('changed_meanwhile', 'revision', {
    by: note.changedBy ?? note.by,
    at: note.changedAt ?? note.at,
    revision: note.revision,
  });
}
