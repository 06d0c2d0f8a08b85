import { accept, displayText, type Instant, refuse, type Result } from '@nardeban/core/values';
import type { FastifyRequest } from 'fastify';
import { timestamptz, type Tx } from '../../platform/database/index.ts';
import { whose } from './whose.ts';

/** A file that members of staff keep with a person: a contract, a picture, a recording. */
export interface KeptFile {
  readonly id: number;
  readonly name: string;
  readonly bytes: number;
  readonly by: string;
  readonly at: Instant;
}

export const LARGEST_FILE_MB = 10;
const MOST_FILES = 200;
const LONGEST_NAME = 200;

const columns = 'file_id AS id, name, bytes, made_by AS by, made_at AS at';

/** The files of a person, the newest first; never more than MOST_FILES. Refusal: `person_unknown`. */
export async function filesOf(tx: Tx, id: number): Promise<Result<readonly KeptFile[]>> {
  const about = await whose(tx, id);
  if (!about.ok) return about;
  const { rows } = await tx.query<KeptFile>(
    `SELECT ${columns} FROM files
     WHERE business_id = this_business() AND person_id = ANY($1::bigint[]) AND removed_at IS NULL
     ORDER BY file_id DESC LIMIT 1000`,
    [about.value.members],
  );
  return accept(rows);
}

/** Keeps a file. Refusals: `person_unknown`, `files_too_many`. */
export async function keepFile(
  tx: Tx,
  kept: {
    readonly personId: number;
    readonly name: string;
    readonly content: Buffer;
    readonly by: string;
    readonly at: Instant;
  },
): Promise<Result<KeptFile>> {
  const standing = await filesOf(tx, kept.personId);
  if (!standing.ok) return standing;
  if (standing.value.length >= MOST_FILES) return refuse('files_too_many', 'file', { most: MOST_FILES });
  const about = await whose(tx, kept.personId);
  if (!about.ok) return about;
  const { rows } = await tx.query<KeptFile>(
    `INSERT INTO files (business_id, person_id, name, bytes, content, made_by, made_at)
     VALUES (this_business(), $1, $2, $3, $4, $5, $6) RETURNING ${columns}`,
    [about.value.person, kept.name, kept.content.length, kept.content, kept.by, timestamptz(kept.at)],
  );
  if (rows[0] === undefined) throw new Error('The file that was just kept did not come back');
  return accept(rows[0]);
}

/** One file with its content. Refusals: `person_unknown`, `file_unknown`. */
export async function fileOf(
  tx: Tx,
  personId: number,
  id: number,
): Promise<Result<{ readonly name: string; readonly content: Buffer }>> {
  const about = await whose(tx, personId);
  if (!about.ok) return about;
  const { rows } = await tx.query<{ name: string; content: Buffer }>(
    `SELECT name, content FROM files WHERE business_id = this_business() AND file_id = $1
       AND person_id = ANY($2::bigint[]) AND removed_at IS NULL`,
    [id, about.value.members],
  );
  return rows[0] === undefined ? refuse('file_unknown', 'file') : accept(rows[0]);
}

/** Takes a file away: its content is erased, the line that says who took it away stays. Refusals as for fileOf. */
export async function removeFile(
  tx: Tx,
  removed: { readonly personId: number; readonly id: number; readonly by: string; readonly at: Instant },
): Promise<Result<{ readonly name: string }>> {
  const about = await whose(tx, removed.personId);
  if (!about.ok) return about;
  const { rows } = await tx.query<{ name: string }>(
    `UPDATE files SET content = NULL, removed_by = $3, removed_at = $4
     WHERE business_id = this_business() AND file_id = $1 AND person_id = ANY($2::bigint[]) AND removed_at IS NULL
     RETURNING name`,
    [removed.id, about.value.members, removed.by, timestamptz(removed.at)],
  );
  return rows[0] === undefined ? refuse('file_unknown', 'file') : accept(rows[0]);
}

/**
 * The file of a multipart request, whole in memory: it is small by rule. Refusals: `media_type_unknown`,
 * `file_not_sent`, `file_too_large`, `request_unreadable`.
 */
export async function receiveFile(
  request: FastifyRequest,
): Promise<Result<{ readonly name: string; readonly content: Buffer }>> {
  if (!request.isMultipart()) return refuse('media_type_unknown');
  try {
    const part = await request.file({
      limits: { files: 1, fileSize: LARGEST_FILE_MB * 1024 * 1024 },
      throwFileSizeLimit: false,
    });
    if (part === undefined) return refuse('file_not_sent', 'file');
    const content = await part.toBuffer();
    if (part.file.truncated) return refuse('file_too_large', 'file', { most: LARGEST_FILE_MB });
    if (content.length === 0) return refuse('file_not_sent', 'file');
    return accept({ name: nameOf(part.filename), content });
  } catch (error) {
    // Faults of the form itself have a message and nothing else; those of limits and of the line carry a code.
    if (error instanceof Error && !('code' in error)) return refuse('request_unreadable');
    throw error;
  }
}

/** The sender's name for it, as a name and nothing else: no folder, no control character, at least one letter. */
function nameOf(sent: string): string {
  const [last = ''] = sent.toWellFormed().split(/[/\\]/).slice(-1);
  const shown = displayText(last.replace(/\p{Cc}/gu, ''))
    .slice(0, LONGEST_NAME)
    .toWellFormed();
  return shown === '' ? 'file' : shown;
}
