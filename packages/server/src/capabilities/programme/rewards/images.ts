import { accept, refuse, type Result } from '@nardeban/core/values';
import type { FastifyRequest } from 'fastify';
import { timestamptz, type Tx } from '../../../platform/database/index.ts';
import type { Author } from '../codes/batches.ts';

export const LARGEST_IMAGE_MB = 1;
export const MOST_IMAGES = 6;

export type ImageType = 'image/png' | 'image/jpeg' | 'image/webp';
export interface Image {
  readonly type: ImageType;
  readonly content: Buffer;
}

/**
 * What a picture is, by what it begins with and not by what its sender says. Null: none of those that every browser shows
 * and that cannot run anything.
 */
export function imageTypeOf(content: Buffer): ImageType | null {
  if (content.subarray(0, 8).equals(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])))
    return 'image/png';
  if (content.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff]))) return 'image/jpeg';
  return content.toString('latin1', 0, 4) === 'RIFF' && content.toString('latin1', 8, 12) === 'WEBP'
    ? 'image/webp'
    : null;
}

/** Refusals: `media_type_unknown`, `file_not_sent`, `file_too_large`, `image_unknown_kind`, `request_unreadable`. */
export async function receiveImage(request: FastifyRequest): Promise<Result<Image>> {
  if (!request.isMultipart()) return refuse('media_type_unknown');
  try {
    const part = await request.file({
      limits: { files: 1, fileSize: LARGEST_IMAGE_MB * 1024 * 1024 },
      throwFileSizeLimit: false,
    });
    if (part === undefined) return refuse('file_not_sent', 'file');
    const content = await part.toBuffer();
    if (part.file.truncated) return refuse('file_too_large', 'file', { most: LARGEST_IMAGE_MB });
    if (content.length === 0) return refuse('file_not_sent', 'file');
    const type = imageTypeOf(content);
    return type === null ? refuse('image_unknown_kind', 'file') : accept({ type, content });
  } catch (error) {
    // Faults of the form itself have a message and nothing else; those of limits and of the line carry a code.
    if (error instanceof Error && !('code' in error)) return refuse('request_unreadable');
    throw error;
  }
}

/** Keeps a picture of a reward that the caller holds. Refusal: `images_too_many`. */
export async function keepImage(
  tx: Tx,
  reward: number,
  { type, content }: Image,
  { by, now }: Author,
): Promise<Result<number>> {
  const { rows } = await tx.query<{ id: number }>(
    `INSERT INTO reward_images (business_id, reward_id, type, content, made_by, made_at)
     SELECT this_business(), $1, $2, $3, $4, $5
     WHERE (SELECT count(*) FROM reward_images WHERE business_id = this_business() AND reward_id = $1) < $6
     RETURNING image_id AS id`,
    [reward, type, content, by, timestamptz(now), MOST_IMAGES],
  );
  return rows[0] === undefined
    ? refuse('images_too_many', 'file', { most: MOST_IMAGES })
    : accept(rows[0].id);
}

/** Refusal: `image_unknown`. */
export async function removeImage(tx: Tx, reward: number, image: number): Promise<Result<true>> {
  const { rowCount } = await tx.query(
    'DELETE FROM reward_images WHERE business_id = this_business() AND reward_id = $1 AND image_id = $2',
    [reward, image],
  );
  return rowCount === 1 ? accept(true) : refuse('image_unknown', 'image', { id: image });
}

/** A picture of a reward by its key; what a customer may see too, once the reward is on offer. Refusal: `image_unknown`. */
export async function rewardImage(
  tx: Tx,
  asked: { readonly reward: string; readonly image: number; readonly onOffer: boolean },
): Promise<Result<Image>> {
  const { rows } = await tx.query<Image>(
    `SELECT i.type, i.content FROM rewards r JOIN reward_images i ON i.business_id = r.business_id AND i.reward_id = r.reward_id
     WHERE r.business_id = this_business() AND r.key = $1 AND i.image_id = $2 AND (NOT $3 OR r.state = 'active')`,
    [asked.reward, asked.image, asked.onOffer],
  );
  return rows[0] === undefined ? refuse('image_unknown', 'image', { id: asked.image }) : accept(rows[0]);
}
