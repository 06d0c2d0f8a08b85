import {
  EMPTY_TALLY,
  type ImportSummary,
  type Mapping,
  mappingSchema,
  type Tally,
} from '@nardeban/core/imports';
import type { Instant, Refusal } from '@nardeban/core/values';
import type { Tx } from '../../platform/database/index.ts';
import { type Look, storableJson } from './look.ts';

export type ImportState = 'proposed' | 'running' | 'stopped' | 'done' | 'failed' | 'undoing' | 'undone';
export type ImportPhase = 'reading' | 'writing' | 'climbing';

/** How far an import is; `batches` and `tally` are what a resumed import goes on from. */
export interface ImportProgress {
  readonly phase: ImportPhase;
  /** Rows done in this phase, and how many there are as far as is known. */
  readonly rows: number;
  readonly rowsTotal: number;
  readonly rowsPerSecond: number;
  readonly secondsLeft: number | null;
  /** Batches that are written, once and for all. */
  readonly batches: number;
  readonly tally: Tally;
  /** The numbers of its facts lie between these; null: it has stored none. */
  readonly facts: { readonly first: number; readonly last: number } | null;
  /** Imports that had told some of its facts before it. */
  readonly met: readonly number[];
}

/** How far the undo of an import is. Places are where it goes on after it was stopped or killed. */
export interface UndoProgress {
  readonly by: string;
  readonly askedAt: Instant;
  readonly phase: 'facts' | 'identifiers' | 'names' | 'done';
  /** The number of the fact, or of the person, that was looked at last. */
  readonly place: number;
  readonly identifier: { readonly kind: string; readonly value: string } | null;
  /** Taken away so far. */
  readonly facts: number;
  readonly people: number;
  readonly identifiers: number;
  /** Imports that are read once more, for what they told as well; and those whose file is no longer there. */
  readonly again: readonly number[];
  readonly lost: readonly number[];
}

export const NO_PROGRESS: ImportProgress = {
  phase: 'reading',
  rows: 0,
  rowsTotal: 0,
  rowsPerSecond: 0,
  secondsLeft: null,
  batches: 0,
  tally: EMPTY_TALLY,
  facts: null,
  met: [],
};

export interface ImportRecord {
  readonly id: number;
  readonly fileName: string;
  readonly filePath: string | null;
  /** A copy of ours in the data folder, and not somebody's own file. */
  readonly fileIsOurs: boolean;
  readonly sha256: string;
  readonly bytes: number;
  readonly mapping: Mapping;
  readonly state: ImportState;
  readonly stopAsked: boolean;
  readonly progress: ImportProgress;
  readonly summary: ImportSummary | null;
  readonly refusal: Refusal | null;
  readonly undo: UndoProgress | null;
  /** Its facts are known by its number; those of an import from before undoing was possible are not. */
  readonly isTraced: boolean;
  readonly madeBy: string;
  readonly madeAt: Instant;
  readonly changedAt: Instant;
}

export interface NewImport {
  readonly fileName: string;
  readonly filePath: string;
  readonly fileIsOurs?: boolean;
  readonly sha256: string;
  readonly bytes: number;
  readonly mapping: Mapping;
  /** Without it the page cannot show the file's columns. */
  readonly look?: Look;
  readonly madeBy: string;
}

const COLUMNS = `import_id AS id, file_name AS "fileName", file_path AS "filePath", file_is_ours AS "fileIsOurs", sha256, bytes, mapping, state,
  stop_asked AS "stopAsked", progress, summary, refusal, undo, made_by AS "madeBy", made_at AS "madeAt", changed_at AS "changedAt"`;

interface Row extends Omit<ImportRecord, 'progress' | 'isTraced'> {
  readonly progress: Partial<ImportProgress>;
}

function recordFrom(row: Row): ImportRecord {
  return {
    ...row,
    mapping: mappingSchema.parse(row.mapping),
    progress: { ...NO_PROGRESS, ...row.progress },
    isTraced: (row.progress.batches ?? 0) === 0 || row.progress.facts !== undefined,
  };
}

export async function importById(tx: Tx, id: number): Promise<ImportRecord | null> {
  const { rows } = await tx.query<Row>(
    `SELECT ${COLUMNS} FROM imports WHERE business_id = this_business() AND import_id = $1`,
    [id],
  );
  return rows[0] === undefined ? null : recordFrom(rows[0]);
}

/** The newest first; `before` is the id to go on from. */
export async function listImports(tx: Tx, most: number, before: number | null): Promise<ImportRecord[]> {
  const { rows } = await tx.query<Row>(
    `SELECT ${COLUMNS} FROM imports WHERE business_id = this_business() AND ($1::bigint IS NULL OR import_id < $1)
     ORDER BY business_id DESC, import_id DESC LIMIT $2`,
    [before, most],
  );
  return rows.map(recordFrom);
}

/** An import of the very same file and mapping that did not come to its end, to go on with. */
export async function unfinishedImport(
  tx: Tx,
  sha256: string,
  mapping: Mapping,
): Promise<ImportRecord | null> {
  const { rows } = await tx.query<Row>(
    `SELECT ${COLUMNS} FROM imports
     WHERE business_id = this_business() AND sha256 = $1 AND mapping = $2::jsonb AND state IN ('running', 'stopped')
     ORDER BY import_id DESC LIMIT 1`,
    [sha256, JSON.stringify(mapping)],
  );
  return rows[0] === undefined ? null : recordFrom(rows[0]);
}

/** Writes a file down as one to be imported; nothing is read into the facts before it is run. */
export async function createImport(tx: Tx, made: NewImport): Promise<ImportRecord> {
  const { rows } = await tx.query<Row>(
    `INSERT INTO imports (business_id, file_name, file_path, sha256, bytes, mapping, state, made_by, file_is_ours, look)
     VALUES (this_business(), $1, $2, $3, $4, $5, 'proposed', $6, $7, $8) RETURNING ${COLUMNS}`,
    [
      made.fileName,
      made.filePath,
      made.sha256,
      made.bytes,
      JSON.stringify(made.mapping),
      made.madeBy,
      made.fileIsOurs ?? false,
      made.look === undefined ? null : storableJson(made.look),
    ],
  );
  if (rows[0] === undefined) throw new Error('The import was not written');
  return recordFrom(rows[0]);
}

/** What the file looks like; null for an import that was made before looks were kept. */
export async function lookOf(tx: Tx, id: number): Promise<Look | null> {
  const { rows } = await tx.query<{ look: Look | null }>(
    'SELECT look FROM imports WHERE business_id = this_business() AND import_id = $1',
    [id],
  );
  return rows[0]?.look ?? null;
}

/** Another mapping for an import that has not begun. */
export async function changeMapping(tx: Tx, id: number, mapping: Mapping): Promise<boolean> {
  const { rowCount } = await tx.query(
    `UPDATE imports SET mapping = $2, changed_at = now()
     WHERE business_id = this_business() AND import_id = $1 AND state = 'proposed'`,
    [id, JSON.stringify(mapping)],
  );
  return rowCount > 0;
}

/** Asks a running import to stop after the batch it is in. */
export async function askStop(tx: Tx, id: number): Promise<boolean> {
  const { rowCount } = await tx.query(
    `UPDATE imports SET stop_asked = true, changed_at = now()
     WHERE business_id = this_business() AND import_id = $1 AND state IN ('proposed', 'running')`,
    [id],
  );
  return rowCount > 0;
}

export async function setState(
  tx: Tx,
  id: number,
  state: ImportState,
  ending: { readonly summary?: ImportSummary; readonly refusal?: Refusal } = {},
): Promise<void> {
  await tx.query(
    `UPDATE imports SET state = $2, stop_asked = false, summary = $3, refusal = $4, changed_at = now()
     WHERE business_id = this_business() AND import_id = $1`,
    [
      id,
      state,
      ending.summary === undefined ? null : JSON.stringify(ending.summary),
      ending.refusal === undefined ? null : JSON.stringify(ending.refusal),
    ],
  );
}

/** Writes down how far an import is; answers whether it was asked to stop. */
export async function setProgress(tx: Tx, id: number, progress: ImportProgress): Promise<boolean> {
  const { rows } = await tx.query<{ stop: boolean }>({
    name: 'import-progress',
    text: `UPDATE imports SET progress = $2, changed_at = now()
           WHERE business_id = this_business() AND import_id = $1 RETURNING stop_asked AS stop`,
    values: [id, JSON.stringify(progress)],
  });
  return rows[0]?.stop ?? false;
}

/** Writes down how far an undo is, and that it is under way or done. */
export async function setUndo(tx: Tx, id: number, undo: UndoProgress): Promise<void> {
  await tx.query(
    `UPDATE imports SET undo = $2, state = $3, stop_asked = false, changed_at = now()
     WHERE business_id = this_business() AND import_id = $1`,
    [id, JSON.stringify(undo), undo.phase === 'done' ? 'undone' : 'undoing'],
  );
}

/** Imports that are, as far as is written down, at work. */
export async function importsSaidToRun(tx: Tx): Promise<ImportRecord[]> {
  const { rows } = await tx.query<Row>(
    `SELECT ${COLUMNS} FROM imports WHERE business_id = this_business() AND state = 'running' ORDER BY import_id`,
  );
  return rows.map(recordFrom);
}

/** Imports that found some of their facts told by this one already. */
export async function importsThatMet(tx: Tx, id: number): Promise<ImportRecord[]> {
  const { rows } = await tx.query<Row>(
    `SELECT ${COLUMNS} FROM imports
     WHERE business_id = this_business() AND import_id <> $1 AND progress -> 'met' @> to_jsonb($1::bigint)
       AND state IN ('done', 'stopped', 'failed') ORDER BY import_id`,
    [id],
  );
  return rows.map(recordFrom);
}

/** Lets an import begin from the first row again. What it stored stays its own and is found there. */
export async function startOver(tx: Tx, { id, progress }: ImportRecord): Promise<void> {
  const { facts } = progress;
  await tx.query(
    `UPDATE imports SET state = 'stopped', progress = $2, summary = NULL, refusal = NULL, undo = NULL,
       stop_asked = false, changed_at = now()
     WHERE business_id = this_business() AND import_id = $1`,
    [id, JSON.stringify({ ...NO_PROGRESS, facts })],
  );
  await tx.query('DELETE FROM import_refusals WHERE business_id = this_business() AND import_id = $1', [id]);
}

/** The next uploaded files that nobody has touched since, of imports that are not at work. */
export async function untouchedFiles(
  tx: Tx,
  since: Instant,
  most: number,
): Promise<{ readonly id: number; readonly path: string }[]> {
  const { rows } = await tx.query<{ id: number; path: string }>(
    `SELECT import_id AS id, file_path AS path FROM imports
     WHERE business_id = this_business() AND file_is_ours AND file_path IS NOT NULL
       AND changed_at < to_timestamp($1::float8 / 1000) AND state NOT IN ('running', 'undoing')
     ORDER BY business_id, changed_at LIMIT $2`,
    [since, most],
  );
  return rows;
}

export async function forgetFile(tx: Tx, id: number): Promise<void> {
  await tx.query(
    'UPDATE imports SET file_path = NULL WHERE business_id = this_business() AND import_id = $1',
    [id],
  );
}
