import {
  EMPTY_TALLY,
  type ImportSummary,
  type Mapping,
  mappingSchema,
  type Tally,
} from '@nardeban/core/imports';
import type { Instant, Refusal } from '@nardeban/core/values';
import type { Tx } from '../../platform/database/index.ts';

export type ImportState = 'proposed' | 'running' | 'stopped' | 'done' | 'failed';
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
}

export const NO_PROGRESS: ImportProgress = {
  phase: 'reading',
  rows: 0,
  rowsTotal: 0,
  rowsPerSecond: 0,
  secondsLeft: null,
  batches: 0,
  tally: EMPTY_TALLY,
};

export interface ImportRecord {
  readonly id: number;
  readonly fileName: string;
  readonly filePath: string | null;
  readonly sha256: string;
  readonly bytes: number;
  readonly mapping: Mapping;
  readonly state: ImportState;
  readonly stopAsked: boolean;
  readonly progress: ImportProgress;
  readonly summary: ImportSummary | null;
  readonly refusal: Refusal | null;
  readonly madeBy: string;
  readonly madeAt: Instant;
  readonly changedAt: Instant;
}

export interface NewImport {
  readonly fileName: string;
  readonly filePath: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly mapping: Mapping;
  readonly madeBy: string;
}

const COLUMNS = `import_id AS id, file_name AS "fileName", file_path AS "filePath", sha256, bytes, mapping, state,
  stop_asked AS "stopAsked", progress, summary, refusal, made_by AS "madeBy", made_at AS "madeAt", changed_at AS "changedAt"`;

interface Row extends Omit<ImportRecord, 'progress'> {
  readonly progress: Partial<ImportProgress>;
}

function recordFrom(row: Row): ImportRecord {
  return { ...row, mapping: mappingSchema.parse(row.mapping), progress: { ...NO_PROGRESS, ...row.progress } };
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
    `INSERT INTO imports (business_id, file_name, file_path, sha256, bytes, mapping, state, made_by)
     VALUES (this_business(), $1, $2, $3, $4, $5, 'proposed', $6) RETURNING ${COLUMNS}`,
    [made.fileName, made.filePath, made.sha256, made.bytes, JSON.stringify(made.mapping), made.madeBy],
  );
  if (rows[0] === undefined) throw new Error('The import was not written');
  return recordFrom(rows[0]);
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
