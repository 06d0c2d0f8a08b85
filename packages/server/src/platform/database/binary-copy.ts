import type { Readable } from 'node:stream';
import { setImmediate as breathe } from 'node:timers/promises';

/**
 * Reads `COPY (…) TO STDOUT (FORMAT binary)`: a fraction of the time that rows as objects take, and never more than one
 * piece of the stream in memory. Other work has its turn between pieces. The layout is the server's documented one (PostgreSQL, "COPY", binary format).
 */

/** One row while it is read: columns by their position. Valid only during the call that it is given to. */
export interface BinaryRow {
  isNull(column: number): boolean;
  int2(column: number): number;
  int4(column: number): number;
  /** A number that int8 holds; beyond 2^53 it would not be exact, which no identity or amount of ours reaches. */
  int8(column: number): number;
  /** A timestamptz in epoch milliseconds. */
  instant(column: number): number;
  text(column: number): string;
}

const SIGNATURE = Buffer.from('PGCOPY\n\u00FF\r\n\0', 'latin1');
const HEADER = SIGNATURE.length + 8;
const POSTGRES_EPOCH_MS = Date.UTC(2000, 0, 1);
/** What has come is read for no longer than this, though more has come meanwhile. */
const LONGEST_TURN_MS = 10;

export async function readBinaryCopy(stream: Readable, onRow: (row: BinaryRow) => void): Promise<void> {
  const row = new RowView();
  const unread = new Unread();
  let begun = false;
  let ended = false;
  let began = performance.now();
  for await (const piece of stream as AsyncIterable<Buffer>) {
    // Read to its very end: a stream given up before leaves the connection in the middle of the COPY.
    if (ended) continue;
    const buffer = unread.followedBy(piece);
    let position = 0;
    if (!begun) {
      if (buffer.length < HEADER) {
        unread.keep(buffer, 0);
        continue;
      }
      if (!buffer.subarray(0, SIGNATURE.length).equals(SIGNATURE)) throw new Error('Not a binary COPY');
      position = HEADER + buffer.readInt32BE(SIGNATURE.length + 4);
      begun = true;
    }
    for (let end = row.open(buffer, position); end !== INCOMPLETE; end = row.open(buffer, position)) {
      ended = end === TRAILER;
      if (ended) break;
      onRow(row);
      position = end;
    }
    unread.keep(buffer, position);
    if (performance.now() - began < LONGEST_TURN_MS) continue;
    await breathe();
    began = performance.now();
  }
}

/** The end of a piece in which a row begins. Put together in one place that is used again: new ones fill the memory. */
class Unread {
  private place = Buffer.alloc(128 * 1024);
  private length = 0;

  /** What was kept, with the piece behind it. Valid until the next call. */
  followedBy(piece: Buffer): Buffer {
    if (this.length === 0) return piece;
    const length = this.length + piece.length;
    if (length > this.place.length) this.place = Buffer.concat([this.place], 2 * length);
    piece.copy(this.place, this.length);
    return this.place.subarray(0, length);
  }

  keep(buffer: Buffer, from: number): void {
    this.length = buffer.length - from;
    if (this.length > this.place.length) this.place = Buffer.alloc(2 * this.length);
    buffer.copy(this.place, 0, from);
  }
}

const INCOMPLETE = -1;
const TRAILER = -2;

class RowView implements BinaryRow {
  private buffer: Buffer = Buffer.alloc(0);
  private readonly starts: number[] = [];
  private readonly lengths: number[] = [];

  /** Finds the columns of the row at `position`; answers where the next row begins. */
  open(buffer: Buffer, position: number): number {
    if (position + 2 > buffer.length) return INCOMPLETE;
    const columns = buffer.readInt16BE(position);
    if (columns === -1) return TRAILER;
    let at = position + 2;
    for (let column = 0; column < columns; column++) {
      if (at + 4 > buffer.length) return INCOMPLETE;
      const length = buffer.readInt32BE(at);
      at += 4;
      this.starts[column] = at;
      this.lengths[column] = length;
      if (length > 0) at += length;
      if (at > buffer.length) return INCOMPLETE;
    }
    this.buffer = buffer;
    return at;
  }

  private start(column: number): number {
    return this.starts[column] as number;
  }

  isNull(column: number): boolean {
    return this.lengths[column] === -1;
  }

  int2(column: number): number {
    return this.buffer.readInt16BE(this.start(column));
  }

  int4(column: number): number {
    return this.buffer.readInt32BE(this.start(column));
  }

  int8(column: number): number {
    const start = this.start(column);
    return this.buffer.readInt32BE(start) * 0x1_0000_0000 + this.buffer.readUInt32BE(start + 4);
  }

  instant(column: number): number {
    return Math.floor(this.int8(column) / 1000) + POSTGRES_EPOCH_MS;
  }

  text(column: number): string {
    const start = this.start(column);
    return this.buffer.toString('utf8', start, start + (this.lengths[column] as number));
  }
}
