import { parse, type Parser } from 'csv-parse';
import { Refused } from '../../platform/refused.ts';
import { NEWLINE, RETURN } from './bytes.ts';
import { PlainRows } from './plain-rows.ts';
import { KEPT_OF_FAULTY_ROW, LONGEST_ROW, type RawRow } from './raw-rows.ts';

/** Each fault costs a second look at up to a megabyte; a file with more of them is no table. */
const MOST_FAULTS = 100;

/**
 * The rows of a CSV file in UTF-8, batch by batch, blank ones left out but counted. From the first that is not plain
 * (PlainRows) they are the parser's. A quote that is never closed
 * swallows everything after it; so when a row grows beyond all reason, its first line alone is given up as faulty and
 * reading goes on with the next line. Throws Refused `file_unreadable` when that happens again and again.
 */
export async function* csvRows(bytes: AsyncIterable<Buffer>, delimiter: string): AsyncGenerator<RawRow[]> {
  const plain = new PlainRows(delimiter);
  let reader: FaultTolerantReader | null = null;
  for await (const chunk of bytes) {
    let unread = chunk;
    if (reader === null) {
      const { rows, left } = plain.read(chunk);
      if (rows.length > 0) yield rows;
      if (left === null) continue;
      reader = new FaultTolerantReader(delimiter, plain.line);
      unread = left;
    }
    await reader.feed(unread);
    const rows = reader.take();
    if (rows.length > 0) yield rows;
  }
  if (reader === null) {
    reader = new FaultTolerantReader(delimiter, plain.line);
    await reader.feed(plain.rest);
  }
  await reader.end();
  const rows = reader.take();
  if (rows.length > 0) yield rows;
}

class FaultTolerantReader {
  readonly #delimiter: string;
  #parser: Parser;
  #rows: RawRow[] = [];
  #line: number;
  #faults = 0;
  /** Bytes given to the parser that belong to no complete row yet, and how many it had swallowed before them. */
  #pending: Buffer[] = [];
  #pendingFrom = 0;
  #consumed = 0;
  /** A row without an end is being passed over. */
  #skipping = false;

  /** `line` is how many lines come before what it is fed with. */
  constructor(delimiter: string, line: number) {
    this.#delimiter = delimiter;
    this.#line = line;
    this.#parser = this.#newParser(line === 0);
  }

  take(): RawRow[] {
    const rows = this.#rows;
    this.#rows = [];
    return rows;
  }

  async feed(chunk: Buffer): Promise<void> {
    let rest: Buffer | null = chunk;
    while (rest !== null && rest.length > 0) {
      if (this.#skipping) {
        const end = lineEnd(rest);
        if (end === null) return;
        this.#skipping = false;
        rest = rest.subarray(end);
        continue;
      }
      this.#pending.push(rest);
      const parser = this.#parser;
      const part: Buffer = rest;
      const failure = await new Promise<unknown>((resolve) => {
        parser.write(part, (error) => resolve(error ?? null));
      });
      rest = failure === null ? null : this.#giveUpLine(failure);
    }
    this.#forget();
  }

  async end(): Promise<void> {
    for (;;) {
      const parser = this.#parser;
      const failure = await new Promise<unknown>((resolve) => {
        parser.once('error', resolve);
        parser.once('end', () => resolve(null));
        parser.resume();
        parser.end();
      });
      if (failure === null) return;
      const rest = this.#giveUpLine(failure);
      if (rest.length > 0) await this.feed(rest);
    }
  }

  #newParser(atStart: boolean): Parser {
    const parser = parse({
      delimiter: this.#delimiter,
      bom: atStart,
      relax_column_count: true,
      relax_quotes: true,
      record_delimiter: ['\r\n', '\n', '\r'],
      max_record_size: LONGEST_ROW,
      on_record: (cells: string[], { bytes }) => {
        this.#consumed = bytes;
        this.#line += 1;
        if (cells.length > 1 || cells[0] !== '') this.#rows.push({ line: this.#line, cells });
        // Nothing is left to the stream: rows are taken here, where an error cannot drop them.
        return null;
      },
    });
    parser.on('error', () => {});
    return parser;
  }

  /** Gives up the first line of what could not be read as a row; answers what comes after it. */
  #giveUpLine(error: unknown): Buffer {
    const { code } = error as { code?: string };
    if (code !== 'CSV_MAX_RECORD_SIZE' && code !== 'CSV_QUOTE_NOT_CLOSED') throw error;
    this.#faults += 1;
    this.#line += 1;
    if (this.#faults > MOST_FAULTS) throw new Refused('file_unreadable', { line: this.#line });
    const rest = Buffer.concat(this.#pending).subarray(this.#consumed - this.#pendingFrom);
    const end = lineEnd(rest);
    this.#skipping = end === null && code === 'CSV_MAX_RECORD_SIZE';
    this.#rows.push({
      line: this.#line,
      cells: [rest.toString('utf8', 0, Math.min(end ?? rest.length, KEPT_OF_FAULTY_ROW)).trimEnd()],
      fault:
        end === null || end > LONGEST_ROW
          ? code === 'CSV_QUOTE_NOT_CLOSED'
            ? 'quote_not_closed'
            : 'row_too_long'
          : 'quote_not_closed',
    });
    this.#parser = this.#newParser(false);
    this.#pending = [];
    this.#pendingFrom = 0;
    this.#consumed = 0;
    return end === null ? Buffer.alloc(0) : rest.subarray(end);
  }

  /** Lets go of the bytes whose rows are complete. */
  #forget(): void {
    for (let first = this.#pending[0]; first !== undefined; first = this.#pending[0]) {
      if (this.#pendingFrom + first.length > this.#consumed) return;
      this.#pendingFrom += first.length;
      this.#pending.shift();
    }
  }
}

/** Where the next line begins; null when this one has no end here. */
function lineEnd(bytes: Buffer): number | null {
  const newline = bytes.indexOf(NEWLINE);
  const back = bytes.indexOf(RETURN);
  if (newline < 0) return back < 0 ? null : back + 1;
  return back >= 0 && back < newline - 1 ? back + 1 : newline + 1;
}
