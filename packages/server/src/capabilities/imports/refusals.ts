import { type Language, type Refusal, sayRefusal } from '@nardeban/core/values';
import type { Tx } from '../../platform/database/index.ts';
import { csvLine } from '../../platform/spreadsheet/index.ts';
import type { KeptRefusal } from './staging.ts';

/** A refused row keeps at most so much of its text. */
const LONGEST_RAW = 100_000;

/** Keeps refused rows with their reasons; one that was kept before stays as it was. Cells may follow later (`fillCells`). */
export async function keepRefusals(tx: Tx, importId: number, rows: readonly KeptRefusal[]): Promise<void> {
  if (rows.length === 0) return;
  await tx.query(
    `INSERT INTO import_refusals (business_id, import_id, line, code, field, detail, raw)
     SELECT this_business(), $1, line, code, field, detail::jsonb, raw
     FROM unnest($2::bigint[], $3::text[], $4::text[], $5::text[], $6::text[]) AS r (line, code, field, detail, raw)
     ORDER BY line ON CONFLICT DO NOTHING`,
    [
      importId,
      rows.map(({ line }) => line),
      rows.map(({ refusal }) => refusal.code),
      rows.map(({ refusal }) => refusal.field ?? null),
      rows.map(({ refusal }) =>
        refusal.detail === undefined ? null : storable(JSON.stringify(refusal.detail)),
      ),
      rows.map(({ cells }) => rawOf(cells)),
    ],
  );
}

/** How many rows of the import are kept aside. */
export async function countRefusals(tx: Tx, importId: number): Promise<number> {
  const { rows } = await tx.query<{ count: number }>(
    'SELECT count(*) AS count FROM import_refusals WHERE business_id = this_business() AND import_id = $1',
    [importId],
  );
  return rows[0]?.count ?? 0;
}

/** The lines after `after` that were kept without their cells: those of orders that were refused as a whole. */
export async function linesWithoutCells(
  tx: Tx,
  importId: number,
  after: number,
  most: number,
): Promise<number[]> {
  const { rows } = await tx.query<{ line: number }>(
    `SELECT line FROM import_refusals WHERE business_id = this_business() AND import_id = $1 AND line > $2 AND raw = '[]'
     ORDER BY business_id, import_id, line LIMIT $3`,
    [importId, after, most],
  );
  return rows.map(({ line }) => line);
}

export async function fillCells(
  tx: Tx,
  importId: number,
  rows: readonly { line: number; cells: readonly string[] }[],
): Promise<void> {
  if (rows.length === 0) return;
  await tx.query(
    `UPDATE import_refusals r SET raw = f.raw FROM unnest($2::bigint[], $3::text[]) AS f (line, raw)
     WHERE r.business_id = this_business() AND r.import_id = $1 AND r.line = f.line`,
    [importId, rows.map(({ line }) => line), rows.map(({ cells }) => rawOf(cells))],
  );
}

export interface RefusedLine {
  readonly line: number;
  readonly refusal: Refusal;
  readonly cells: readonly string[];
}

/** Refused rows in the order of the file, after a line. */
export async function refusedLines(
  tx: Tx,
  importId: number,
  after: number,
  most: number,
): Promise<RefusedLine[]> {
  const { rows } = await tx.query<{
    line: number;
    code: string;
    field: string | null;
    detail: Refusal['detail'] | null;
    raw: string;
  }>(
    `SELECT line, code, field, detail, raw FROM import_refusals
     WHERE business_id = this_business() AND import_id = $1 AND line > $2
     ORDER BY business_id, import_id, line LIMIT $3`,
    [importId, after, most],
  );
  return rows.map(({ line, code, field, detail, raw }) => ({
    line,
    refusal: { code, ...(field === null ? {} : { field }), ...(detail == null ? {} : { detail }) },
    cells: JSON.parse(raw) as string[],
  }));
}

const ROWS_AT_A_TIME = 1000;

/**
 * The file of refused rows, piece by piece: UTF-8 with a byte order mark for Excel, the columns of the import's file
 * and then the row's number and the reason. `query` runs each page in a transaction of its own, so that a slow reader
 * holds none open.
 */
export async function* refusedFile(
  query: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>,
  importId: number,
  headers: readonly string[],
  language: Language,
): AsyncGenerator<string> {
  const names = language === 'fa' ? ['سطر', 'ستون', 'دلیل'] : ['row', 'column', 'reason'];
  yield `\uFEFF${csvLine([...headers, ...names])}`;
  let after = 0;
  for (;;) {
    const from = after;
    const rows = await query((tx) => refusedLines(tx, importId, from, ROWS_AT_A_TIME));
    if (rows.length === 0) return;
    yield rows
      .map(({ line, refusal, cells }) => {
        const filled = Array.from(
          { length: Math.max(headers.length, cells.length) },
          (_, index) => cells[index] ?? '',
        );
        return csvLine([...filled, String(line), refusal.field ?? '', sayRefusal(refusal, language)]);
      })
      .join('');
    after = rows.at(-1)?.line ?? after;
  }
}

function rawOf(cells: readonly string[]): string {
  const raw = storable(JSON.stringify(cells));
  if (raw.length <= LONGEST_RAW) return raw;
  const each = Math.max(10, Math.floor(LONGEST_RAW / (cells.length * 2 + 1)));
  return storable(JSON.stringify(cells.map((cell) => cell.slice(0, each).toWellFormed())));
}

/** PostgreSQL keeps no NUL; its picture stands in for it. */
function storable(json: string): string {
  return json.replaceAll('\\u0000', '␀').toWellFormed();
}
