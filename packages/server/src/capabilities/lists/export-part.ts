import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, rename, rm, stat } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { CSV_START, csvLine } from '../../platform/spreadsheet/index.ts';
import { openSheetFile } from './sheet-files.ts';

type Rows = readonly (readonly string[])[];

export interface PartAsked {
  readonly format: 'csv' | 'xlsx';
  readonly rightToLeft: boolean;
  readonly headers: readonly string[];
}

/** Where the rows of an export stand until all of them are written. */
export function partOf(path: string): string {
  return `${path}.part`;
}

/**
 * The rows that an export has written so far, on the disk: it goes on behind those it has said it wrote, also after the
 * program was killed. A text file is its own part. A workbook cannot be gone on with in its middle, so its rows stand as
 * lines of JSON, and are packed when there are all of them.
 */
export class ExportPart {
  private readonly path: string;
  private readonly asked: PartAsked;
  private readonly file: Awaited<ReturnType<typeof open>>;
  private written: number;

  private constructor(
    path: string,
    asked: PartAsked,
    file: Awaited<ReturnType<typeof open>>,
    written: number,
  ) {
    this.path = path;
    this.asked = asked;
    this.file = file;
    this.written = written;
  }

  static async begin(path: string, asked: PartAsked): Promise<ExportPart> {
    const file = await open(partOf(path), 'w', 0o600);
    const part = new ExportPart(path, asked, file, 0);
    await part.write(asked.format === 'csv' ? CSV_START + csvLine(asked.headers) : '');
    return part;
  }

  /** Takes away what was written behind these bytes and never said; null when not so much is there. */
  static async goOn(path: string, asked: PartAsked, bytes: number): Promise<ExportPart | null> {
    // A text file may have been given its name already, and nobody had been told yet.
    if (asked.format === 'csv' && (await sizeOf(partOf(path))) === null && (await sizeOf(path)) === bytes)
      await rename(path, partOf(path));
    const size = await sizeOf(partOf(path));
    if (size === null || size < bytes) return null;
    const file = await open(partOf(path), 'r+');
    await file.truncate(bytes);
    return new ExportPart(path, asked, file, bytes);
  }

  /** The rows are on the disk when this answers; so many bytes stand there then. */
  async add(rows: Rows): Promise<number> {
    const lines = this.asked.format === 'csv' ? rows.map(csvLine) : rows.map(jsonLine);
    await this.write(lines.join(''));
    return this.written;
  }

  private async write(text: string): Promise<void> {
    const bytes = Buffer.from(text);
    await this.file.write(bytes, 0, bytes.length, this.written);
    await this.file.datasync();
    this.written += bytes.length;
  }

  /** Leaves what is there, for whoever goes on with it. */
  async leave(): Promise<void> {
    await this.file.close();
  }

  /**
   * Makes the file itself of the part: the text file as it stands, the workbook packed beside it. Answers how many bytes it
   * has; null when `signal` broke it off, and then the part is still there.
   */
  async pack(signal: AbortSignal | undefined): Promise<number | null> {
    await this.file.close();
    if (this.asked.format === 'csv') {
      await rename(partOf(this.path), this.path);
      return this.written;
    }
    const place = `${this.path}.${randomUUID()}`;
    const sheet = await openSheetFile(place, this.asked);
    try {
      for await (const rows of this.rowsWritten()) {
        if (signal?.aborted === true) return null;
        await sheet.add(rows);
      }
      const bytes = await sheet.end();
      await rename(place, this.path);
      return bytes;
    } finally {
      await sheet.abandon();
      await rm(place, { force: true });
    }
  }

  private async *rowsWritten(): AsyncGenerator<string[][]> {
    let rows: string[][] = [];
    const lines = createInterface({ input: createReadStream(partOf(this.path)), crlfDelay: Infinity });
    for await (const line of lines) {
      rows.push(JSON.parse(line) as string[]);
      if (rows.length < PACKED_AT_ONCE) continue;
      yield rows;
      rows = [];
    }
    if (rows.length > 0) yield rows;
  }
}

const PACKED_AT_ONCE = 1_000;

/** What reads lines takes two signs more for the end of one than JSON does. */
function jsonLine(row: readonly string[]): string {
  return `${JSON.stringify(row).replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029')}\n`;
}

async function sizeOf(path: string): Promise<number | null> {
  const found = await stat(path).catch(() => null);
  return found?.isFile() === true ? found.size : null;
}

export async function removePart(path: string): Promise<void> {
  await rm(partOf(path), { force: true });
}
