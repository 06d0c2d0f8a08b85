import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { MultipartFile } from '@fastify/multipart';
import { accept, displayText, refuse, type Result } from '@nardeban/core/values';
import type { FastifyRequest } from 'fastify';
import type { Business } from '../../platform/tenancy/index.ts';

export interface Uploaded {
  /** Where it lies now, under a name of ours: the sender's name is shown and never used as a path. */
  readonly path: string;
  readonly fileName: string;
}

/**
 * Streams the file of a multipart request to disk, in a folder of its business; memory stays flat whatever the size.
 * Refusals: `media_type_unknown`, `file_not_sent`, `body_too_large`, `request_unreadable` (not the parts it says); a file that was refused leaves nothing behind.
 */
export async function storeUpload(
  request: FastifyRequest,
  business: Business,
  dataFolder: string,
): Promise<Result<Uploaded>> {
  if (!request.isMultipart()) return refuse('media_type_unknown');
  let part: MultipartFile | undefined;
  try {
    part = await request.file();
  } catch (error) {
    if (isUnreadable(error)) return refuse('request_unreadable');
    throw error;
  }
  if (part === undefined) return refuse('file_not_sent', 'file');
  const folder = join(dataFolder, 'imports', String(business.id));
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, randomUUID());
  try {
    await pipeline(part.file, createWriteStream(path, { mode: 0o600 }));
  } catch (error) {
    await rm(path, { force: true });
    if (isUnreadable(error)) return refuse('request_unreadable');
    throw error;
  }
  if (part.file.truncated) {
    await rm(path, { force: true });
    return refuse('body_too_large', 'file');
  }
  const fileName = displayText(part.filename.toWellFormed().replaceAll('\u0000', '')).slice(0, 200);
  return accept({ path, fileName: fileName === '' ? 'file' : fileName });
}

/** Faults of the form itself have a message and nothing else; those of the disk, and of limits, carry a code. */
function isUnreadable(error: unknown): boolean {
  return error instanceof Error && !('code' in error);
}
