import { createHash, randomBytes } from 'node:crypto';
import type { Instant } from '@nardeban/core/values';
import { timestamptz, type Tx } from '../../platform/database/index.ts';
import { personById } from '../people/index.ts';

/** Somebody signed in on a phone. */
export interface Member {
  readonly sessionId: number;
  /** Who they are by now, after merges. */
  readonly person: number;
  readonly name: string | null;
  /** The mobile they proved. */
  readonly mobile: string;
}

const DAY = 24 * 60 * 60 * 1000;
/** A phone that is not used for so long has to prove itself again. */
export const SESSION_MS = 90 * DAY;
/** The phones of one person; another one takes the place of that which was used longest ago. */
const MOST_PHONES = 10;

function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

/** Signs a phone in; answers the token it keeps. 256 bits of chance: the hash needs neither salt nor slowness. */
export async function beginSession(
  tx: Tx,
  {
    person,
    mobile,
    userAgent,
    now,
  }: {
    readonly person: number;
    readonly mobile: string;
    readonly userAgent: string | undefined;
    readonly now: Instant;
  },
): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  await tx.query(
    `INSERT INTO portal_sessions (business_id, person_id, mobile, hash, user_agent, made_at, seen_at, expires_at)
     VALUES (this_business(), $1, $2, $3, $4, $5, $5, $6)`,
    [
      person,
      mobile,
      hashOf(token),
      userAgent?.slice(0, 300) ?? null,
      timestamptz(now),
      timestamptz(now + SESSION_MS),
    ],
  );
  await tx.query(
    `DELETE FROM portal_sessions WHERE business_id = this_business() AND session_id IN (
       SELECT session_id FROM portal_sessions WHERE business_id = this_business() AND person_id = $1
       ORDER BY seen_at DESC, session_id DESC OFFSET ${MOST_PHONES})`,
    [person],
  );
  return token;
}

/** Who holds this token; null: nobody, no longer, or somebody who is no more. Its time begins anew, once a day. */
export async function memberOfToken(tx: Tx, token: string, now: Instant): Promise<Member | null> {
  if (!/^[\w-]{43}$/.test(token)) return null;
  const { rows } = await tx.query<{ id: number; person: number; mobile: string; seenAt: Instant }>({
    name: 'portal-session',
    text: `SELECT session_id AS id, person_id AS person, mobile, seen_at AS "seenAt" FROM portal_sessions
           WHERE business_id = this_business() AND hash = $1 AND expires_at > $2`,
    values: [hashOf(token), timestamptz(now)],
  });
  const [session] = rows;
  if (session === undefined) return null;
  const person = await personById(tx, session.person);
  if (person === null) return null;
  if (session.seenAt < now - DAY) {
    await tx.query(
      `UPDATE portal_sessions SET seen_at = $2, expires_at = $3 WHERE business_id = this_business() AND session_id = $1`,
      [session.id, timestamptz(now), timestamptz(now + SESSION_MS)],
    );
  }
  return { sessionId: session.id, person: person.id, name: person.name, mobile: session.mobile };
}

/** Signs this phone out, or every phone of the person. */
export async function endSessions(tx: Tx, member: Member, everywhere: boolean): Promise<void> {
  await tx.query(
    `DELETE FROM portal_sessions WHERE business_id = this_business()
       AND (session_id = $1 OR ($2 AND person_id IN (
         SELECT person_id FROM portal_sessions o WHERE o.business_id = this_business() AND o.session_id = $1)))`,
    [member.sessionId, everywhere],
  );
}
