import { isAscii, isUtf8 } from 'node:buffer';
import { createHash } from 'node:crypto';
import { bytesOf, firstBytes, isZip, NEWLINE } from './bytes.ts';
import { checkArchive } from './zip-archive.ts';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1256';

/** What one reading of the whole file tells before any row is looked at. */
export interface FileScan {
  readonly format: 'csv' | 'xlsx';
  readonly sha256: string;
  /** As it lies on the disk. */
  readonly bytes: number;
  /** Unpacked; what progress is measured by. */
  readonly textBytes: number;
  readonly encoding: Encoding;
}

/**
 * Reads the file once: its fingerprint, its size unpacked, and its encoding. A file that is UTF-8 in some lines and
 * something else in others counts as UTF-8: guessing line by line would make wrong names, so the other lines' texts
 * are refused when they are read. Throws Refused as `bytesOf` and `checkArchive` do.
 */
export async function scanFile(path: string): Promise<FileScan> {
  const hash = createHash('sha256');
  let bytes = 0;
  const onRead = (chunk: Buffer): void => {
    bytes += chunk.length;
    hash.update(chunk);
  };
  if (isZip(await firstBytes(path, 4))) {
    for await (const chunk of bytesOf(path, onRead)) void chunk;
    const textBytes = await checkArchive(path);
    return { format: 'xlsx', sha256: hash.digest('hex'), bytes, textBytes, encoding: 'utf-8' };
  }
  const guess = new EncodingGuess();
  let textBytes = 0;
  for await (const chunk of bytesOf(path, onRead)) {
    textBytes += chunk.length;
    guess.see(chunk);
  }
  return { format: 'csv', sha256: hash.digest('hex'), bytes, textBytes, encoding: guess.encoding() };
}

const NUL = 0x00;

class EncodingGuess {
  #start: Buffer = Buffer.alloc(0);
  #rest: Buffer = Buffer.alloc(0);
  #validBeyondAscii = false;
  #invalid = false;

  see(chunk: Buffer): void {
    if (this.#start.length < 4096) this.#start = Buffer.concat([this.#start, chunk.subarray(0, 4096)]);
    if (this.#invalid && this.#validBeyondAscii) return;
    // Cut at a line's end, so that no letter of several bytes is torn.
    const first = chunk.indexOf(NEWLINE) + 1;
    const end = chunk.lastIndexOf(NEWLINE) + 1;
    if (end > 0) {
      this.#judge(Buffer.concat([this.#rest, chunk.subarray(0, first)]));
      this.#judge(chunk.subarray(first, end));
    }
    this.#rest = end > 0 ? Buffer.from(chunk.subarray(end)) : Buffer.concat([this.#rest, chunk]);
    // A file without line ends must not be gathered in memory.
    if (this.#rest.length > 1024 * 1024) this.#rest = Buffer.alloc(0);
  }

  encoding(): Encoding {
    const utf16 = utf16Of(this.#start);
    if (utf16 !== null) return utf16;
    this.#judge(this.#rest);
    return this.#invalid && !this.#validBeyondAscii ? 'windows-1256' : 'utf-8';
  }

  #judge(bytes: Buffer): void {
    if (isUtf8(bytes)) {
      if (!this.#validBeyondAscii && !isAscii(bytes)) this.#validBeyondAscii = true;
      return;
    }
    this.#invalid = true;
    if (this.#validBeyondAscii) return;
    for (let from = 0; from < bytes.length; ) {
      const end = bytes.indexOf(NEWLINE, from);
      const line = bytes.subarray(from, end < 0 ? bytes.length : end);
      if (isUtf8(line) && !isAscii(line)) {
        this.#validBeyondAscii = true;
        return;
      }
      from = end < 0 ? bytes.length : end + 1;
    }
  }
}

/** By its mark, or because every other byte of Latin text is NUL. */
function utf16Of(start: Buffer): Encoding | null {
  if (start[0] === 0xff && start[1] === 0xfe) return 'utf-16le';
  if (start[0] === 0xfe && start[1] === 0xff) return 'utf-16be';
  const pairs = Math.min(start.length >> 1, 1000);
  let evenNuls = 0;
  let oddNuls = 0;
  for (let pair = 0; pair < pairs; pair++) {
    if (start[pair * 2] === NUL) evenNuls += 1;
    if (start[pair * 2 + 1] === NUL) oddNuls += 1;
  }
  if (pairs < 4) return null;
  // Separators, digits and line ends have a NUL beside them even in Persian text.
  if (oddNuls > pairs / 8 && evenNuls <= oddNuls / 8) return 'utf-16le';
  return evenNuls > pairs / 8 && oddNuls <= evenNuls / 8 ? 'utf-16be' : null;
}

/** Bytes of any encoding as UTF-8, which the parser takes; UTF-8 goes through untouched. */
export async function* asUtf8(bytes: AsyncIterable<Buffer>, encoding: Encoding): AsyncGenerator<Buffer> {
  if (encoding === 'utf-8') {
    yield* bytes;
    return;
  }
  const decoder = new TextDecoder(encoding);
  for await (const chunk of bytes) {
    const text = decoder.decode(chunk, { stream: true });
    if (text !== '') yield Buffer.from(text);
  }
  const last = decoder.decode();
  if (last !== '') yield Buffer.from(last);
}
