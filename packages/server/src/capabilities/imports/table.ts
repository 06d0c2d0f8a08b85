import { stat } from 'node:fs/promises';
import { uniqueHeaders } from '@nardeban/core/imports';
import { displayText } from '@nardeban/core/values';
import { Refused } from '../../platform/refused.ts';
import { bytesOf } from './bytes.ts';
import { csvRows } from './csv-rows.ts';
import { delimiterOf } from './delimiter.ts';
import { isBlank, type RawRow } from './raw-rows.ts';
import { asUtf8, type FileScan, scanFile } from './scan.ts';
import { xlsxRows } from './xlsx-rows.ts';

/** How many rows a proposal looks at. */
const SAMPLE_ROWS = 1000;
const MOST_COLUMNS = 2000;
const SNIFFED_BYTES = 64 * 1024;

/** A file whose shape is known: what heads its columns, and its rows as often as they are wanted. */
export interface Table extends FileScan {
  readonly path: string;
  /** One of a kind each (`uniqueHeaders`). */
  readonly headers: readonly string[];
  /** The first rows, for a proposal. */
  readonly sample: readonly (readonly string[])[];
  /** An estimate from the bytes of the sample. */
  readonly rowsEstimated: number;
  /** All rows after the header, in batches, each exactly as wide as the file says. `onBytes` hears how far it is. */
  rows(onBytes?: (read: number) => void): AsyncIterable<RawRow[]>;
}

/**
 * Opens a file of any accepted kind: CSV with any common separator and encoding, perhaps gzip, or XLSX. `known` is what an
 * earlier reading told, when the file cannot have changed since. Throws Refused `file_missing`, `file_empty`, `file_has_header_only`, `file_too_wide`, and those of the readers.
 */
export async function openTable(path: string, known?: FileScan): Promise<Table> {
  const found = await stat(path).catch(() => null);
  if (found === null || !found.isFile()) throw new Refused('file_missing', { file: path }, 'file');
  const scan = known?.bytes === found.size ? known : await scanFile(path);
  if (scan.textBytes === 0) throw new Refused('file_empty', undefined, 'file');
  const delimiter = scan.format === 'csv' ? delimiterOf(await beginningOf(path, scan)) : '';
  const allRows = (onBytes: (read: number) => void): AsyncIterable<RawRow[]> =>
    scan.format === 'xlsx'
      ? xlsxRows(path)
      : csvRows(asUtf8(counted(bytesOf(path), onBytes), scan.encoding), delimiter);
  const { header, sample, bytesPerRow } = await beginningRows(allRows(() => {}));
  if (header.length > MOST_COLUMNS) throw new Refused('file_too_wide', { most: MOST_COLUMNS }, 'file');
  const headers = uniqueHeaders(header.map(displayText));
  return {
    ...scan,
    path,
    headers,
    sample,
    rowsEstimated: Math.max(sample.length, Math.round(scan.textBytes / bytesPerRow)),
    rows: (onBytes = () => {}) =>
      withoutHeader(allRows(onBytes), scan.format === 'xlsx' ? headers.length : 0),
  };
}

async function* counted(
  bytes: AsyncIterable<Buffer>,
  onBytes: (read: number) => void,
): AsyncGenerator<Buffer> {
  let read = 0;
  for await (const chunk of bytes) {
    read += chunk.length;
    onBytes(read);
    yield chunk;
  }
}

async function beginningOf(path: string, scan: FileScan): Promise<string> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of asUtf8(bytesOf(path), scan.encoding)) {
    chunks.push(chunk.subarray(0, SNIFFED_BYTES - length));
    length += chunk.length;
    if (length >= SNIFFED_BYTES) break;
  }
  const text = Buffer.concat(chunks).toString('utf8');
  // What was cut off in the middle of a row would look like a narrower one.
  const end = text.lastIndexOf('\n');
  return length >= SNIFFED_BYTES && end > 0 ? text.slice(0, end) : text;
}

async function beginningRows(
  rows: AsyncIterable<RawRow[]>,
): Promise<{ header: readonly string[]; sample: (readonly string[])[]; bytesPerRow: number }> {
  let header: readonly string[] | null = null;
  const sample: (readonly string[])[] = [];
  let letters = 0;
  for await (const batch of rows) {
    for (const row of batch) {
      if (isBlank(row.cells)) continue;
      if (header === null) {
        if (row.fault !== undefined) throw new Refused(row.fault, { line: row.line }, 'file');
        header = row.cells;
        continue;
      }
      if (row.fault !== undefined) continue;
      sample.push(row.cells);
      letters += row.cells.reduce((sum, cell) => sum + Buffer.byteLength(cell) + 1, 0);
      if (sample.length >= SAMPLE_ROWS) return { header, sample, bytesPerRow: letters / sample.length };
    }
  }
  if (header === null) throw new Refused('file_empty', undefined, 'file');
  if (sample.length === 0) throw new Refused('file_has_header_only', undefined, 'file');
  return { header, sample, bytesPerRow: letters / sample.length };
}

/** Leaves the header and blank rows out. A workbook's rows end with their last filled cell: they are made as wide as the header. */
async function* withoutHeader(rows: AsyncIterable<RawRow[]>, width: number): AsyncGenerator<RawRow[]> {
  let headerPassed = false;
  for await (const batch of rows) {
    const kept: RawRow[] = [];
    for (const row of batch) {
      if (row.fault === undefined && isBlank(row.cells)) continue;
      if (!headerPassed) {
        headerPassed = true;
        continue;
      }
      const { cells } = row;
      kept.push(
        cells.length < width && row.fault === undefined
          ? { ...row, cells: [...cells, ...Array<string>(width - cells.length).fill('')] }
          : row,
      );
    }
    if (kept.length > 0) yield kept;
  }
}
