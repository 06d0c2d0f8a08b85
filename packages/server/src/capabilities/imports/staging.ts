import type { DeclaredTraits } from '@nardeban/core/facts';
import { hash } from 'node:crypto';
import { once } from 'node:events';
import type { Writable } from 'node:stream';
import {
  contentOf,
  type Exact,
  hasReturnPrefix,
  type Mapping,
  orderNumberReader,
  rowFrom,
  rowReader,
  type StagedRow,
  toMinor,
} from '@nardeban/core/imports';
import { EARLIEST_FACT, FUTURE_TOLERANCE_MS } from '@nardeban/core/facts';
import type { BusinessCalendar, Instant, Refusal } from '@nardeban/core/values';
import pg from 'pg';
import { from, to } from 'pg-copy-streams';
import { copyField, copyRows } from './copy-text.ts';
import type { RawRow } from './raw-rows.ts';
import type { Table } from './table.ts';

/** A row that was refused, as it is kept for the file to download. */
export interface KeptRefusal {
  readonly line: number;
  readonly refusal: Refusal;
  readonly cells: readonly string[];
}

export interface StagingOptions {
  /** The day of the import: what lies beyond it is a misread date. The same again when it is resumed. */
  readonly now: Instant;
  readonly signal: AbortSignal;
  /** What the business declared of its people's traits. */
  readonly traits: DeclaredTraits;
  /** Awaited, so that it may write; `share` is how much of the file has been read, 0 to 1. */
  onProgress(rows: number, share: number): Promise<void>;
  onRefused(rows: readonly KeptRefusal[]): Promise<void>;
}

export interface Staged {
  readonly lines: number;
  readonly refused: number;
  /** What the rows are worth together, returns taken off; null where lines repeat their order's total. */
  readonly net: bigint | null;
}

/** All rows of one key in the order of the file; a row without content is one that was refused. */
export interface StagedGroup {
  readonly key: string;
  readonly rows: readonly StagedRow[];
  /** How many rows of the same key came in groups before this one. */
  readonly before: number;
  /** Rows of the order that were refused before. */
  readonly refusedLines: readonly number[];
  /** Rows of an order that has more than `MOST_ROWS_OF_ORDER`. */
  readonly beyond: readonly number[];
}

/** An order of more rows is a column that was taken for the order number by mistake. */
export const MOST_ROWS_OF_ORDER = 10_000;

const REFUSALS_AT_A_TIME = 500;
const BYTES_AT_A_TIME = 128 * 1024;

/** What a key begins with: a file's own order number, or the content of a row that has none. */
const ORDER = 'o';
const ROW = 'r';
const PERSON = 'p';

/**
 * Rows on their way from the file to orders. They rest in a temporary table of one connection, which sorts them by
 * order number without holding them in memory, and which vanishes with the connection, however that ends.
 */
export class Staging {
  readonly #client: pg.PoolClient;

  private constructor(client: pg.PoolClient) {
    this.#client = client;
  }

  static async on(client: pg.PoolClient): Promise<Staging> {
    await client.query(
      'CREATE TEMP TABLE staged_rows (key text COLLATE "C" NOT NULL, line bigint NOT NULL, content text NOT NULL)',
    );
    return new Staging(client);
  }

  /** Reads the whole file into the table. Stops early, leaving it useless, when the signal says so. */
  async fill(
    table: Table,
    mapping: Mapping,
    business: BusinessCalendar,
    options: StagingOptions,
  ): Promise<Staged> {
    const read = rowReader(mapping, table.headers, business, options.traits);
    const orderOf = orderNumberReader(mapping, table.headers);
    const sink = this.#client.query(from('COPY staged_rows FROM STDIN'));
    const net = new NetValue(mapping);
    const latest = options.now + FUTURE_TOLERANCE_MS;
    const dateColumn = table.headers.find((header) => mapping.columns[header] === 'date') ?? '';
    let lines = 0;
    let refused = 0;
    let bytes = 0;
    let text = '';
    let kept: KeptRefusal[] = [];
    const keep = (row: RawRow, refusal: Refusal): void => {
      refused += 1;
      kept.push({ line: row.line, refusal, cells: row.cells });
      const order = row.fault === undefined ? orderOf(row.cells) : '';
      if (order !== '') text += `${ORDER}${copyField(order)}\t${row.line}\t\n`;
    };
    try {
      for await (const batch of table.rows((count) => (bytes = count))) {
        for (const row of batch) {
          lines += 1;
          const result = row.fault === undefined ? read(row.cells, row.line) : null;
          if (result === null) keep(row, { code: row.fault ?? 'row_width' });
          else if (!result.ok) keep(row, result.refusal);
          else if (result.value.at !== null && result.value.at < EARLIEST_FACT)
            keep(row, { code: 'fact_too_early', field: dateColumn });
          else if (result.value.at !== null && result.value.at > latest)
            keep(row, { code: 'fact_in_future', field: dateColumn });
          else {
            net.add(result.value);
            text += stagedLine(result.value, mapping.kind);
          }
          if (text.length > BYTES_AT_A_TIME) {
            await write(sink, text);
            text = '';
          }
          if (kept.length >= REFUSALS_AT_A_TIME) {
            await options.onRefused(kept);
            kept = [];
          }
        }
        if (options.signal.aborted) break;
        await options.onProgress(lines, table.textBytes === 0 ? 1 : Math.min(1, bytes / table.textBytes));
      }
      if (text !== '') await write(sink, text);
      if (kept.length > 0) await options.onRefused(kept);
      sink.end();
      await once(sink, 'finish');
    } catch (error) {
      sink.destroy();
      throw error;
    }
    return { lines, refused, net: net.value() };
  }

  /** The rows, order by order, always in the same sequence for the same file and mapping. */
  async *groups(): AsyncGenerator<StagedGroup[]> {
    await this.#client.query("SET work_mem = '64MB'");
    const source = this.#client.query(
      to('COPY (SELECT key, line, content FROM staged_rows ORDER BY key, line) TO STDOUT'),
    );
    let group = null as GrowingGroup | null;
    for await (const batch of copyRows(source as AsyncIterable<Buffer>)) {
      const groups: StagedGroup[] = [];
      for (const [key = '', line = '', content = ''] of batch) {
        if (group?.key !== key) {
          if (group !== null) groups.push(group);
          group = { key, rows: [], before: 0, refusedLines: [], beyond: [] };
        }
        if (content === '') group.refusedLines.push(Number(line));
        else if (group.rows.length < MOST_ROWS_OF_ORDER) group.rows.push(rowFrom(content, Number(line)));
        else if (isOrderKey(key)) group.beyond.push(Number(line));
        else {
          groups.push(group);
          const before: number = group.before + group.rows.length;
          group = { key, rows: [rowFrom(content, Number(line))], before, refusedLines: [], beyond: [] };
        }
      }
      if (groups.length > 0) yield groups;
    }
    if (group !== null) yield [group];
  }
}

interface GrowingGroup {
  readonly key: string;
  readonly rows: StagedRow[];
  readonly before: number;
  readonly refusedLines: number[];
  readonly beyond: number[];
}

function stagedLine(row: StagedRow, kind: Mapping['kind']): string {
  const content = contentOf(row);
  const key =
    kind === 'people'
      ? `${PERSON}${String(row.line).padStart(10, '0')}`
      : row.order === ''
        ? `${ROW}${rowHash(content)}`
        : ORDER + row.order;
  return `${copyField(key)}\t${row.line}\t${copyField(content)}\n`;
}

/** Ninety-six bits of what a row says: enough to tell a billion rows apart. */
function rowHash(content: string): string {
  return hash('sha1', content, 'base64url').slice(0, 16);
}

/**
 * What stands for the n-th row of a key: its order number, or for rows without one the hash of the content and, for
 * rows that say the very same, which of them it is. So a file that overlaps another names its rows alike.
 */
export function numberOf(key: string, nth: number): string {
  return key.startsWith(ORDER) ? key.slice(1) : `row:${key.slice(1)}:${nth}`;
}

/** Rows of one key are one order, unless they have no order number: then each is one. */
export function isOrderKey(key: string): boolean {
  return key.startsWith(ORDER);
}

async function write(sink: Writable, text: string): Promise<void> {
  if (!sink.write(text)) await once(sink, 'drain');
}

/** Sums up rows before they are grouped, for a first look at the total. */
class NetValue {
  readonly #mapping: Mapping;
  #sum: Exact = 0n;

  constructor(mapping: Mapping) {
    this.#mapping = mapping;
  }

  add(row: StagedRow): void {
    if (row.value === null) return;
    const isReturn =
      row.status === 'returned' ||
      (row.order !== '' && hasReturnPrefix(row.order, this.#mapping.returnPrefixes));
    this.#sum += isReturn && row.value > 0n ? -row.value : row.value;
  }

  value(): bigint | null {
    const { kind, amountOf, columns } = this.#mapping;
    const repeated = kind === 'lines' && amountOf === 'order' && Object.values(columns).includes('amount');
    if (kind === 'people' || repeated) return null;
    const minor = toMinor(this.#sum);
    return minor === null ? null : BigInt(minor);
  }
}
