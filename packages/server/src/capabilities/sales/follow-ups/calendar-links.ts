import { createHash, randomBytes } from 'node:crypto';
import { accept, type Instant, refuse, type Result } from '@nardeban/core/values';
import type { Language } from '@nardeban/core/values';
import { timestamptz, type Tx } from '../../../platform/database/index.ts';

/** How much a calendar is told: what kind of deed it is, of whom too, or all that is to be done. */
export const LINK_SHOWS = ['kind', 'name', 'all'] as const;
export type LinkShows = (typeof LINK_SHOWS)[number];

export interface CalendarLink {
  readonly id: number;
  readonly shows: LinkShows;
  readonly language: Language;
  readonly madeAt: Instant;
  /** When a calendar last read it; null: none did. */
  readonly seenAt: Instant | null;
}

const MOST_LINKS = 10;
/** A calendar asks every few minutes; that it asked is written down once an hour. */
const SEEN_EVERY_MS = 3_600_000;
export const TOKEN_SHAPE = /^[\w-]{43}$/;

const columns = `link_id AS id, shows, language, made_at AS "madeAt", seen_at AS "seenAt"`;

/** The links of one member of staff that can be read. */
export async function calendarLinksOf(tx: Tx, user: string): Promise<readonly CalendarLink[]> {
  const { rows } = await tx.query<CalendarLink>(
    `SELECT ${columns} FROM calendar_links
     WHERE business_id = this_business() AND user_id = $1 AND revoked_at IS NULL ORDER BY link_id DESC`,
    [user],
  );
  return rows;
}

/** A new link. The token is told now and never again. Refusal: `calendar_links_too_many`. */
export async function makeCalendarLink(
  tx: Tx,
  asked: { readonly user: string; readonly shows: LinkShows; readonly language: Language },
  now: Instant,
): Promise<Result<{ readonly link: CalendarLink; readonly token: string }>> {
  await tx.query(`SELECT pg_advisory_xact_lock(hashtext('nardeban calendar links'), hashtext($1))`, [
    asked.user,
  ]);
  if ((await calendarLinksOf(tx, asked.user)).length >= MOST_LINKS)
    return refuse('calendar_links_too_many', undefined, { most: MOST_LINKS });
  const token = randomBytes(32).toString('base64url');
  const { rows } = await tx.query<CalendarLink>(
    `INSERT INTO calendar_links (business_id, user_id, hash, shows, language, made_at)
     VALUES (this_business(), $1, $2, $3, $4, $5) RETURNING ${columns}`,
    [asked.user, hashOf(token), asked.shows, asked.language, timestamptz(now)],
  );
  if (rows[0] === undefined) throw new Error('A calendar link was not stored');
  return accept({ link: rows[0], token });
}

/** From now on nobody can read it. Refusal: `calendar_link_unknown`. */
export async function revokeCalendarLink(
  tx: Tx,
  user: string,
  id: number,
  now: Instant,
): Promise<Result<true>> {
  const { rowCount } = await tx.query(
    `UPDATE calendar_links SET revoked_at = $3
     WHERE business_id = this_business() AND link_id = $1 AND user_id = $2 AND revoked_at IS NULL`,
    [id, user, timestamptz(now)],
  );
  return rowCount === 1 ? accept(true) : refuse('calendar_link_unknown', 'id', { id });
}

/** Whose calendar this token reads, as long as they work here; null: nobody's. */
export async function readerOf(
  tx: Tx,
  token: string,
  now: Instant,
): Promise<{ readonly user: string; readonly shows: LinkShows; readonly language: Language } | null> {
  if (!TOKEN_SHAPE.test(token)) return null;
  const { rows } = await tx.query<{
    id: number;
    user: string;
    shows: LinkShows;
    language: Language;
    seenAt: Instant | null;
  }>(
    `SELECT c.link_id AS id, c.user_id AS user, c.shows, c.language, c.seen_at AS "seenAt"
     FROM calendar_links c JOIN sign_in.memberships m ON m.business_id = c.business_id AND m.user_id = c.user_id
     WHERE c.business_id = this_business() AND c.hash = $1 AND c.revoked_at IS NULL`,
    [hashOf(token)],
  );
  const [found] = rows;
  if (found === undefined) return null;
  if (found.seenAt === null || now - found.seenAt > SEEN_EVERY_MS)
    await tx.query(
      'UPDATE calendar_links SET seen_at = $2 WHERE business_id = this_business() AND link_id = $1',
      [found.id, timestamptz(now)],
    );
  return { user: found.user, shows: found.shows, language: found.language };
}

function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
