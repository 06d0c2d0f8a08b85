import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { createGunzip } from 'node:zlib';
import { Refused } from '../../platform/refused.ts';

/** Honest tables compress to a fiftieth at most; what grows more, and large, was made to harm. */
const MOST_GROWTH = 200;
const HARMLESS_BYTES = 64 * 1024 * 1024;

export const NEWLINE = 0x0a;
export const RETURN = 0x0d;

const CHUNK = 64 * 1024;

/** The first bytes of a file as they lie on the disk. */
export async function firstBytes(path: string, count: number): Promise<Buffer> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(count), 0, count, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

export function isGzip(start: Buffer): boolean {
  return start[0] === 0x1f && start[1] === 0x8b;
}

export function isZip(start: Buffer): boolean {
  return start.length >= 4 && start.readUInt32LE(0) === 0x04034b50;
}

/**
 * The bytes of a file, unpacked if it is gzip. `onRead` hears of the bytes as they come from the disk. Throws Refused
 * `file_unpacks_too_large` for a decompression bomb and `file_damaged` for a broken archive.
 */
export async function* bytesOf(
  path: string,
  onRead: (chunk: Buffer) => void = () => {},
): AsyncGenerator<Buffer> {
  const isPacked = isGzip(await firstBytes(path, 2));
  const raw = createReadStream(path, { highWaterMark: CHUNK });
  if (!isPacked) {
    for await (const chunk of raw as AsyncIterable<Buffer>) {
      onRead(chunk);
      yield chunk;
    }
    return;
  }
  let packed = 0;
  raw.on('data', (chunk) => {
    packed += chunk.length;
    onRead(chunk as Buffer);
  });
  const unpacking = createGunzip({ chunkSize: CHUNK });
  raw.on('error', (error) => unpacking.destroy(error));
  raw.pipe(unpacking);
  let unpacked = 0;
  try {
    for await (const chunk of unpacking as AsyncIterable<Buffer>) {
      unpacked += chunk.length;
      if (unpacked > HARMLESS_BYTES && unpacked > packed * MOST_GROWTH)
        throw new Refused('file_unpacks_too_large');
      yield chunk;
    }
  } catch (error) {
    if (error instanceof Refused) throw error;
    const { code } = error as { code?: string };
    if (code?.startsWith('Z_') === true || code === 'ERR_BUFFER_TOO_LARGE')
      throw new Refused('file_damaged', undefined, undefined, error);
    throw error;
  } finally {
    raw.destroy();
  }
}
