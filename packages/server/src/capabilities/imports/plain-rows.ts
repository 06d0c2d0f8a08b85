import { NEWLINE, RETURN } from './bytes.ts';
import { LONGEST_ROW, type RawRow } from './raw-rows.ts';

const BYTE_ORDER_MARK = Buffer.from('\uFEFF');
/** A letter is three bytes of UTF-8 at most, as far as it is one of JavaScript's. */
const MOST_BYTES_OF_LETTER = 3;

/**
 * Rows of a CSV file as nearly all files are: each in a line of its own, quotes around whole cells. They are cut out of the
 * text as they stand, in a fifth of the time of the parser, which looks at every byte. What is not like that is left to
 * the parser, with all that comes after it.
 */
export class PlainRows {
  readonly #delimiter: string;
  #rest: Buffer = Buffer.alloc(0);
  /** How many lines are done. */
  line = 0;

  constructor(delimiter: string) {
    this.#delimiter = delimiter;
  }

  /** The beginning of a row of which the end has not come. */
  get rest(): Buffer {
    return this.#rest;
  }

  /** The rows that end in these bytes; `left` is where the first begins that is not plain, null when all are. */
  read(chunk: Buffer): { readonly rows: RawRow[]; readonly left: Buffer | null } {
    const bytes = this.#rest.length === 0 ? chunk : Buffer.concat([this.#rest, chunk]);
    const rows: RawRow[] = [];
    let from = 0;
    for (let end = bytes.indexOf(NEWLINE); end >= 0; end = bytes.indexOf(NEWLINE, from)) {
      const mark = this.line === 0 && bytes.indexOf(BYTE_ORDER_MARK) === 0 ? BYTE_ORDER_MARK.length : 0;
      // Each line by itself: a cell is a part of the text it was cut out of, and keeps all of it in memory.
      const cells = this.#cells(
        bytes.toString('utf8', from + mark, bytes[end - 1] === RETURN ? end - 1 : end),
      );
      if (cells === null) return { rows, left: bytes.subarray(from) };
      this.line += 1;
      if (cells.length > 1 || cells[0] !== '') rows.push({ line: this.line, cells });
      from = end + 1;
    }
    if (bytes.length - from > LONGEST_ROW) return { rows, left: bytes.subarray(from) };
    // A copy, for the same reason.
    this.#rest = Buffer.from(bytes.subarray(from));
    return { rows, left: null };
  }

  /** Null: the line is not a plain row. */
  #cells(line: string): string[] | null {
    if (line.includes('\r') || line.length * MOST_BYTES_OF_LETTER > LONGEST_ROW) return null;
    if (!line.includes('"')) return line.split(this.#delimiter);
    const cells: string[] = [];
    for (let at = 0; ; ) {
      let end: number;
      if (line[at] === '"') {
        let quote = line.indexOf('"', at + 1);
        while (quote >= 0 && line[quote + 1] === '"') quote = line.indexOf('"', quote + 2);
        end = quote + 1;
        if (quote < 0 || (end < line.length && line[end] !== this.#delimiter)) return null;
        cells.push(line.slice(at + 1, quote).replaceAll('""', '"'));
      } else {
        const next = line.indexOf(this.#delimiter, at);
        end = next < 0 ? line.length : next;
        cells.push(line.slice(at, end));
      }
      if (end === line.length) return cells;
      at = end + 1;
    }
  }
}
