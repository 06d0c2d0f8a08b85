import { createHash } from 'node:crypto';
import { parse } from 'csv-parse/sync';
import { checkSheet, isSheetColumn, originOf, proposeSheet, type SheetColumn } from '@nardeban/core/sales';
import { accept, displayText, type Instant, refuse, type Result } from '@nardeban/core/values';
import { int4Array, textArray, timestamptz, type Tx } from '../../../platform/database/index.ts';
import { checkOwner } from '../deals/index.ts';
import type { Author } from './settings.ts';
import { type LineContent, toldByLine } from './told.ts';

export const LARGEST_SHEET_MB = 10;
export const MOST_LINES = 50_000;
const MOST_COLUMNS = 100;
const SHOWN = 5;

/** A list as it was read: its headers, and its lines. */
export interface Sheet {
  readonly headers: readonly string[];
  readonly lines: readonly (readonly string[])[];
}

/**
 * Reads a CSV of UTF-8 or UTF-16 with any of the usual separators. Refusals: `file_empty`, `file_has_header_only`,
 * `sheet_unreadable` (also a workbook or a picture), `file_too_wide`, `sheet_too_long`.
 */
export function readSheet(bytes: Buffer): Result<Sheet> {
  if (bytes.length === 0) return refuse('file_empty', 'file');
  const text = decoded(bytes);
  if (text === null || text.includes('\u0000')) return refuse('sheet_unreadable', 'file');
  const [first = ''] = text.split(/\r?\n/, 1);
  const counts = [',', ';', '\t', '،'].map((sign) => ({ sign, times: first.split(sign).length }));
  const delimiter = counts.toSorted((a, b) => b.times - a.times)[0]?.sign ?? ',';
  let rows: string[][];
  try {
    rows = parse(text, {
      delimiter,
      relax_column_count: true,
      skip_empty_lines: true,
      relax_quotes: true,
      max_record_size: 200_000,
      to: MOST_LINES + 2,
    });
  } catch {
    return refuse('sheet_unreadable', 'file');
  }
  const [headers = [], ...lines] = rows;
  if (headers.length > MOST_COLUMNS) return refuse('file_too_wide', 'file', { most: MOST_COLUMNS });
  if (lines.length === 0) return refuse('file_has_header_only', 'file');
  if (lines.length > MOST_LINES) return refuse('sheet_too_long', 'file', { most: MOST_LINES });
  return accept({
    headers: headers.map((header, index) => displayText(header).slice(0, 100) || `column ${index + 1}`),
    lines: lines.map((cells) => cells.slice(0, headers.length).map((cell) => cell.toWellFormed())),
  });
}

function decoded(bytes: Buffer): string | null {
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : 'utf-8';
  for (const one of [encoding, 'windows-1256']) {
    try {
      return new TextDecoder(one, { fatal: true }).decode(bytes);
    } catch {
      // The next one; a table saved by an old program is in the letters of its country.
    }
  }
  return null;
}

/** What a list would come to. */
export interface SheetLook {
  readonly headers: readonly string[];
  readonly columns: readonly SheetColumn[];
  readonly lines: number;
  readonly sample: readonly (readonly string[])[];
}

export function lookAtSheet({ headers, lines }: Sheet): SheetLook {
  return {
    headers,
    columns: proposeSheet(headers),
    lines: lines.length,
    sample: lines.slice(0, SHOWN).map((cells) => cells.map((cell) => displayText(cell.slice(0, 100)))),
  };
}

export interface Batch {
  readonly id: number;
  readonly fileName: string;
  readonly lines: number;
  readonly source: string;
  readonly medium: string | null;
  readonly campaign: string | null;
  readonly owner: string | null;
  readonly hand: boolean;
  readonly state: 'running' | 'done';
  readonly madeBy: string;
  readonly madeAt: Instant;
  readonly doneAt: Instant | null;
}

export interface BatchAsked {
  readonly fileName: string;
  readonly columns: readonly string[] | null;
  readonly source: string;
  readonly medium: string | null;
  readonly campaign: string | null;
  readonly owner: string | null;
  readonly hand: boolean;
}

const batchColumns = `batch_id AS id, file_name AS "fileName", lines, source, medium, campaign, owner, hand, state,
  made_by AS "madeBy", made_at AS "madeAt", done_at AS "doneAt"`;

/**
 * Keeps a list to be made leads of by the job. The same file again is the same list. Lines that cannot be read are kept as
 * refused. Refusals: `owner_unknown`, `input_invalid`, those of checkSheet.
 */
export async function keepBatch(
  tx: Tx,
  bytes: Buffer,
  { headers, lines }: Sheet,
  asked: BatchAsked,
  { by, now }: Author,
): Promise<Result<{ readonly batch: Batch; readonly isNew: boolean }>> {
  const owner = await checkOwner(tx, asked.owner);
  if (!owner.ok) return owner;
  const columns = asked.columns ?? proposeSheet(headers);
  if (columns.length !== headers.length || !columns.every(isSheetColumn))
    return refuse('input_invalid', 'columns', { field: 'columns' });
  const fit = checkSheet(columns);
  if (!fit.ok) return fit;
  const sha256 = createHash('sha256').update(bytes).digest();
  const { rows } = await tx.query<Batch>(
    `INSERT INTO capture_batches (business_id, file_name, sha256, lines, source, medium, campaign, owner, hand, made_by, made_at)
     VALUES (this_business(), $1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
     ON CONFLICT (business_id, sha256) DO NOTHING RETURNING ${batchColumns}`,
    [
      asked.fileName,
      sha256,
      lines.length,
      asked.source,
      asked.medium,
      asked.campaign,
      asked.owner,
      asked.hand,
      by,
      timestamptz(now),
    ],
  );
  const [made] = rows;
  if (made === undefined) {
    const { rows: known } = await tx.query<Batch>(
      `SELECT ${batchColumns} FROM capture_batches WHERE business_id = this_business() AND sha256 = $1`,
      [sha256],
    );
    if (known[0] === undefined) throw new Error('A list that is there could not be found');
    return accept({ batch: known[0], isNew: false });
  }
  await keepLines(tx, made, { headers, lines }, columns, now);
  return accept({ batch: made, isNew: true });
}

const AT_ONCE = 2000;

async function keepLines(
  tx: Tx,
  batch: Batch,
  { headers, lines }: Sheet,
  columns: readonly SheetColumn[],
  now: Instant,
): Promise<void> {
  for (let from = 0; from < lines.length; from += AT_ONCE) {
    const part = lines.slice(from, from + AT_ONCE).map((cells, index) => {
      const content: LineContent = { kind: 'line', headers, columns, cells };
      const told = toldByLine(content);
      const origin = told.ok
        ? originOf({
            own: [],
            query: {
              utm_source: told.value.source ?? batch.source,
              utm_medium: told.value.medium ?? batch.medium,
              utm_campaign: told.value.campaign ?? batch.campaign,
            },
            fallback: { source: batch.source, medium: null, campaign: null },
          })
        : batch;
      return { line: from + index + 2, content, told, origin };
    });
    await tx.query({
      name: 'capture-keep-lines',
      text: `INSERT INTO capture_submissions (business_id, key, way, batch_id, line, state, reasons, content, source, medium,
                                              campaign, at)
             SELECT this_business(), 'csv-' || $1 || '-' || t.line, 'csv', $1::bigint, t.line, t.state,
                    CASE WHEN t.reason IS NULL THEN '{}'::text[] ELSE ARRAY[t.reason] END, t.content::jsonb, t.source, t.medium, t.campaign, $9
             FROM unnest($2::integer[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[])
               AS t (line, state, reason, content, source, medium, campaign)`,
      values: [
        batch.id,
        int4Array(part.map(({ line }) => line)),
        textArray(part.map(({ told }) => (told.ok ? 'queued' : 'refused'))),
        textArray(part.map(({ told }) => (told.ok ? null : told.refusal.code))),
        textArray(part.map(({ content }) => JSON.stringify(content))),
        textArray(part.map(({ origin }) => origin.source)),
        textArray(part.map(({ origin }) => origin.medium)),
        textArray(part.map(({ origin }) => origin.campaign)),
        timestamptz(now),
      ],
    });
  }
}

export async function listBatches(tx: Tx): Promise<readonly Batch[]> {
  const { rows } = await tx.query<Batch>(
    `SELECT ${batchColumns} FROM capture_batches WHERE business_id = this_business() ORDER BY batch_id DESC LIMIT 100`,
  );
  return rows;
}

export async function batchById(tx: Tx, id: number): Promise<Batch | null> {
  const { rows } = await tx.query<Batch>(
    `SELECT ${batchColumns} FROM capture_batches WHERE business_id = this_business() AND batch_id = $1`,
    [id],
  );
  return rows[0] ?? null;
}

export interface BatchTally {
  readonly queued: number;
  readonly taken: number;
  readonly repeated: number;
  readonly waiting: number;
  readonly refused: number;
}

export async function tallyOf(tx: Tx, batch: number): Promise<BatchTally> {
  const { rows } = await tx.query<{ state: keyof BatchTally; lines: number }>(
    `SELECT state, count(*)::integer AS lines FROM capture_submissions
     WHERE business_id = this_business() AND batch_id = $1 GROUP BY state`,
    [batch],
  );
  const of = (state: keyof BatchTally): number => rows.find((row) => row.state === state)?.lines ?? 0;
  return {
    queued: of('queued'),
    taken: of('taken'),
    repeated: of('repeated'),
    waiting: of('waiting'),
    refused: of('refused'),
  };
}
