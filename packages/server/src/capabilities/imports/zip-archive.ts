import { createReadStream } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { createInflateRaw } from 'node:zlib';
import { Refused } from '../../platform/refused.ts';

/** Excel's own limit of a million rows fits in this, unless cells hold novels. */
const MOST_UNPACKED = 1024 * 1024 * 1024;
const MOST_GROWTH = 200;
const HARMLESS_BYTES = 32 * 1024 * 1024;
const MOST_ENTRIES = 5000;

const END_RECORD = 0x06054b50;
const CENTRAL_ENTRY = 0x02014b50;
const LOCAL_ENTRY = 0x04034b50;
const STORED = 0;
const DEFLATED = 8;

interface Entry {
  readonly name: string;
  readonly method: number;
  readonly packed: number;
  readonly unpacked: number;
  readonly offset: number;
}

/**
 * Looks through a workbook's archive before anything opens it: the sizes it states, and then the sizes it really has,
 * because a bomb may lie. Answers the bytes unpacked. Throws Refused `file_unpacks_too_large`, `file_damaged`,
 * `file_not_a_workbook` (another kind of zip) or `file_is_encrypted`.
 */
export async function checkArchive(path: string): Promise<number> {
  const file = await open(path);
  try {
    const entries = await centralDirectory(file);
    const packed = entries.reduce((sum, entry) => sum + entry.packed, 0);
    refuseBomb(
      entries.reduce((sum, entry) => sum + entry.unpacked, 0),
      packed,
    );
    if (!entries.some(({ name }) => /^xl\/workbook\.xml$/i.test(name)))
      throw new Refused('file_not_a_workbook');
    let unpacked = 0;
    for (const entry of entries) {
      unpacked += await trueSize(path, file, entry, (size) => refuseBomb(unpacked + size, packed));
    }
    return unpacked;
  } finally {
    await file.close();
  }
}

function refuseBomb(unpacked: number, packed: number): void {
  if (unpacked > MOST_UNPACKED || (unpacked > HARMLESS_BYTES && unpacked > packed * MOST_GROWTH)) {
    throw new Refused('file_unpacks_too_large');
  }
}

async function read(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, position);
  if (bytesRead < length) throw new Refused('file_damaged');
  return buffer;
}

async function centralDirectory(file: FileHandle): Promise<Entry[]> {
  const { size } = await file.stat();
  // The end record is followed by a comment of at most 65,535 bytes.
  const tailLength = Math.min(size, 22 + 65_535);
  const tail = await read(file, size - tailLength, tailLength);
  let end = tail.length - 22;
  while (end >= 0 && tail.readUInt32LE(end) !== END_RECORD) end -= 1;
  if (end < 0) throw new Refused('file_damaged');
  const count = tail.readUInt16LE(end + 10);
  const length = tail.readUInt32LE(end + 12);
  const offset = tail.readUInt32LE(end + 16);
  if (count > MOST_ENTRIES || length === 0xffff_ffff || offset + length > size)
    throw new Refused('file_damaged');
  const directory = await read(file, offset, length);
  const entries: Entry[] = [];
  for (let at = 0; entries.length < count; ) {
    if (at + 46 > directory.length || directory.readUInt32LE(at) !== CENTRAL_ENTRY)
      throw new Refused('file_damaged');
    if ((directory.readUInt16LE(at + 8) & 1) === 1) throw new Refused('file_is_encrypted');
    const nameLength = directory.readUInt16LE(at + 28);
    entries.push({
      name: directory.toString('utf8', at + 46, at + 46 + nameLength),
      method: directory.readUInt16LE(at + 10),
      packed: directory.readUInt32LE(at + 20),
      unpacked: directory.readUInt32LE(at + 24),
      offset: directory.readUInt32LE(at + 42),
    });
    at += 46 + nameLength + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
  }
  return entries;
}

/** Unpacks an entry to nowhere, counting. */
async function trueSize(
  path: string,
  file: FileHandle,
  entry: Entry,
  onGrowth: (size: number) => void,
): Promise<number> {
  const local = await read(file, entry.offset, 30);
  if (local.readUInt32LE(0) !== LOCAL_ENTRY) throw new Refused('file_damaged');
  const start = entry.offset + 30 + local.readUInt16LE(26) + local.readUInt16LE(28);
  if (entry.method === STORED || entry.packed === 0) return entry.packed;
  if (entry.method !== DEFLATED) throw new Refused('file_damaged');
  const packed = createReadStream(path, { start, end: start + entry.packed - 1, highWaterMark: 256 * 1024 });
  const inflating = createInflateRaw({ chunkSize: 256 * 1024 });
  packed.on('error', (error) => inflating.destroy(error));
  packed.pipe(inflating);
  let size = 0;
  try {
    for await (const chunk of inflating as AsyncIterable<Buffer>) {
      size += chunk.length;
      onGrowth(size);
    }
  } catch (error) {
    if (error instanceof Refused) throw error;
    throw new Refused('file_damaged', undefined, undefined, error);
  } finally {
    packed.destroy();
  }
  return size;
}
