import { accept, refuse, type Result } from '@nardeban/core/values';
import type { FastifyRequest } from 'fastify';
import type { Logo } from './paper.ts';

const LARGEST_BYTES = 200 * 1024;
/** Wider or higher is no logo, and unpacked it would fill the memory. */
const MOST_PIXELS = 2000;

/** Refusals: `media_type_unknown`, `file_not_sent`, `logo_too_large`, `logo_unknown_kind`, `logo_unreadable`, `request_unreadable`. */
export async function receiveLogo(request: FastifyRequest): Promise<Result<Logo>> {
  if (!request.isMultipart()) return refuse('media_type_unknown');
  try {
    const part = await request.file({
      limits: { files: 1, fileSize: LARGEST_BYTES },
      throwFileSizeLimit: false,
    });
    if (part === undefined) return refuse('file_not_sent', 'file');
    const content = await part.toBuffer();
    if (part.file.truncated) return refuse('logo_too_large', 'file', { most: LARGEST_BYTES / 1024 });
    if (content.length === 0) return refuse('file_not_sent', 'file');
    return readLogo(content);
  } catch (error) {
    // Faults of the form itself have a message and nothing else; those of limits and of the line carry a code.
    if (error instanceof Error && !('code' in error)) return refuse('request_unreadable');
    throw error;
  }
}

/**
 * What a picture is, by what it holds and not by its name. Refusals: `logo_unknown_kind`, `logo_unreadable`, `logo_too_wide`
 * with its size in pixels.
 */
export function readLogo(content: Buffer): Result<Logo> {
  const type = typeOf(content);
  if (type === null) return refuse('logo_unknown_kind', 'file');
  const size = sizeOfLogo({ type, content });
  if (size === null || size.width < 1 || size.height < 1) return refuse('logo_unreadable', 'file');
  if (size.width > MOST_PIXELS || size.height > MOST_PIXELS)
    return refuse('logo_too_wide', 'file', { ...size, most: MOST_PIXELS });
  return accept({ type, content });
}

/** In pixels; null: it cannot be read. */
export function sizeOfLogo({ type, content }: Logo): Size | null {
  return type === 'image/png' ? sizeOfPng(content) : sizeOfJpeg(content);
}

function typeOf(content: Buffer): Logo['type'] | null {
  if (content.subarray(0, 8).equals(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])))
    return 'image/png';
  return content.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff])) ? 'image/jpeg' : null;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

function sizeOfPng(content: Buffer): Size | null {
  // The first part has to be the header, and the file has to end with the last one: half a file is none.
  if (content.length < 45 || content.toString('latin1', 12, 16) !== 'IHDR') return null;
  if (content.toString('latin1', content.length - 8, content.length - 4) !== 'IEND') return null;
  return { width: content.readUInt32BE(16), height: content.readUInt32BE(20) };
}

function sizeOfJpeg(content: Buffer): Size | null {
  let at = 2;
  while (at + 9 < content.length) {
    if (content[at] !== 0xff) return null;
    const marker = content[at + 1] ?? 0;
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return { height: content.readUInt16BE(at + 5), width: content.readUInt16BE(at + 7) };
    const length = content.readUInt16BE(at + 2);
    if (length < 2) return null;
    at += 2 + length;
  }
  return null;
}
