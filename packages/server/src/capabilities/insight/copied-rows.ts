import { finished } from 'node:stream/promises';
import type { Tx } from '../../platform/database/index.ts';

const HEADER = Buffer.from('PGCOPY\n\u00FF\r\n\0\0\0\0\0\0\0\0\0', 'latin1');
const NULL = -1;
const END = -1;
const TWO_TO_32 = 0x1_0000_0000;
const LARGEST_INT8 = 2 ** 63;
/** No number takes more, with its length. */
const LARGEST_NUMBER = 12;

/**
 * Rows in the server's binary COPY form (PostgreSQL, "COPY", binary format), written straight into the memory that is sent:
 * no value of a row outlives the call it is given in. Columns follow each other in the order of the table.
 */
export class CopiedRows {
  #place = Buffer.allocUnsafeSlow(1 << 16);
  #view = new DataView(this.#place.buffer);
  #at = HEADER.copy(this.#place);
  rows = 0;

  /** Begins anew in the same memory. */
  clear(): void {
    this.#at = HEADER.length;
    this.rows = 0;
  }

  begin(columns: number): void {
    this.#room(LARGEST_NUMBER);
    this.#view.setInt16(this.#at, columns);
    this.#at += 2;
    this.rows++;
  }

  int4(value: number): void {
    this.#room(LARGEST_NUMBER);
    this.#view.setInt32(this.#at, 4);
    this.#view.setInt32(this.#at + 4, value);
    this.#at += 8;
  }

  /** Whole. What is no such number would be written as another one. */
  int8(value: number): void {
    if (!(Math.abs(value) < LARGEST_INT8)) throw new RangeError(`No whole number of eight bytes: ${value}`);
    this.#room(LARGEST_NUMBER);
    const high = Math.floor(value / TWO_TO_32);
    this.#view.setInt32(this.#at, 8);
    this.#view.setInt32(this.#at + 4, high);
    this.#view.setUint32(this.#at + 8, value - high * TWO_TO_32);
    this.#at += 12;
  }

  /** Seven digits. */
  real(value: number): void {
    this.#room(LARGEST_NUMBER);
    this.#view.setInt32(this.#at, 4);
    this.#view.setFloat32(this.#at + 4, value);
    this.#at += 8;
  }

  /** Names of our own: one byte a letter. */
  name(value: string): void {
    this.#room(4 + value.length);
    this.#view.setInt32(this.#at, value.length);
    this.#at += 4;
    for (let i = 0; i < value.length; i++) this.#place[this.#at++] = value.charCodeAt(i);
  }

  /** So many bytes, which `put` writes into the view from the place it is told. */
  bytes(length: number, put: (view: DataView, at: number) => void): void {
    this.#room(4 + length);
    this.#view.setInt32(this.#at, length);
    put(this.#view, this.#at + 4);
    this.#at += 4 + length;
  }

  null(): void {
    this.#room(LARGEST_NUMBER);
    this.#view.setInt32(this.#at, NULL);
    this.#at += 4;
  }

  /** Sends them; `into` is a table that is not under row level security. */
  async copyInto(tx: Tx, into: string): Promise<void> {
    this.#room(LARGEST_NUMBER);
    this.#view.setInt16(this.#at, END);
    const stream = tx.copyIn(`COPY ${into} FROM STDIN (FORMAT binary)`);
    stream.end(this.#place.subarray(0, this.#at + 2));
    await finished(stream);
  }

  #room(bytes: number): void {
    if (this.#at + bytes <= this.#place.length) return;
    const larger = Buffer.allocUnsafeSlow(2 * this.#place.length + bytes);
    this.#place.copy(larger, 0, 0, this.#at);
    this.#place = larger;
    this.#view = new DataView(larger.buffer);
  }
}
