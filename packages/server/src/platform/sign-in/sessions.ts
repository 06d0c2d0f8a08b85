import { accept, type Instant, refuse, type Result } from '@nardeban/core/values';
import type { Tx } from '../database/index.ts';

/** One browser somebody is signed in with. */
export interface SignedIn {
  readonly id: string;
  readonly userAgent: string | null;
  readonly since: Instant;
  /** As exactly as sessions are renewed: to the day. */
  readonly seenAt: Instant;
  readonly until: Instant;
}

/** Where somebody is signed in, the latest first. */
export async function sessionsOf(tx: Tx, userId: string, now: Instant): Promise<readonly SignedIn[]> {
  const { rows } = await tx.query<SignedIn>(
    `SELECT id, "userAgent", "createdAt" AS since, "updatedAt" AS "seenAt", "expiresAt" AS until
     FROM sign_in.session WHERE "userId" = $1 ORDER BY "createdAt" DESC, id LIMIT 200`,
    [userId],
  );
  return rows.filter((one) => one.until > now);
}

/** Signs one browser out. Refusal: `session_unknown`. */
export async function endSession(tx: Tx, userId: string, id: string): Promise<Result<true>> {
  const { rowCount } = await tx.query('DELETE FROM sign_in.session WHERE "userId" = $1 AND id = $2', [
    userId,
    id,
  ]);
  return rowCount === 0 ? refuse('session_unknown', 'session') : accept(true);
}

/** Signs every browser out, or every one but `keep`; answers how many. */
export async function endSessions(tx: Tx, userId: string, keep: string | null): Promise<number> {
  const { rowCount } = await tx.query(
    'DELETE FROM sign_in.session WHERE "userId" = $1 AND ($2::text IS NULL OR id <> $2)',
    [userId, keep],
  );
  return rowCount;
}
