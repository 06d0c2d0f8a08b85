import type { Instant } from '@nardeban/core/values';
import { recordDeed } from '../../platform/audit/index.ts';
import { timestamptz, type Tx } from '../../platform/database/index.ts';
import { giveUp } from './hook-store.ts';
import { DAY, nextTry, readRetryAfter } from './schedule.ts';
import type { Attempted } from './sending.ts';

/** A message whose attempt is under way. */
export interface Claimed {
  readonly hookId: number;
  readonly id: number;
  readonly token: string;
  readonly body: string;
  readonly attempts: number;
  readonly tries: number;
}

export interface Sending {
  readonly id: number;
  readonly url: string;
  readonly secrets: readonly string[];
}

/** While an attempt is under way nobody else takes its message; after this long whoever made it is taken for gone. */
const LEASE_MS = 60_000;
/** A hook to which nothing but failures was delivered for so long is switched off. */
const FAILING_MS = 5 * DAY;
const GONE = 410;

/** The hooks for which something is due. */
export async function hooksWithDue(tx: Tx, now: Instant): Promise<readonly Sending[]> {
  const { rows } = await tx.query<{ id: number; url: string; secret: string; old: string | null }>({
    name: 'hooks-with-due',
    text: `SELECT h.hook_id AS id, h.url, h.secret, CASE WHEN h.old_secret_until > $1 THEN h.old_secret END AS old
           FROM hooks h WHERE h.business_id = this_business() AND h.enabled AND h.removed_at IS NULL AND EXISTS (
             SELECT FROM hook_messages m WHERE m.business_id = h.business_id AND m.hook_id = h.hook_id AND m.next_at <= $1)`,
    values: [timestamptz(now)],
  });
  return rows.map(({ id, url, secret, old }) => ({
    id,
    url,
    secrets: old === null ? [secret] : [secret, old],
  }));
}

/** Takes the `most` messages of a hook that have been due longest. */
export async function claim(tx: Tx, hookId: number, most: number, now: Instant): Promise<readonly Claimed[]> {
  const { rows } = await tx.query<Claimed>({
    name: 'hooks-claim',
    text: `UPDATE hook_messages SET next_at = $4 WHERE business_id = this_business() AND message_id IN (
             SELECT message_id FROM hook_messages
             WHERE business_id = this_business() AND hook_id = $1 AND next_at <= $3
             ORDER BY next_at, message_id LIMIT $2 FOR UPDATE SKIP LOCKED)
           RETURNING hook_id AS "hookId", message_id AS id, token, body, attempts, tries`,
    values: [hookId, most, timestamptz(now), timestamptz(now + LEASE_MS)],
  });
  return rows;
}

/** An attempt that was broken off by the end of this program counts for nothing: whoever comes next makes it. */
export async function release(tx: Tx, { id, attempts }: Claimed, now: Instant): Promise<void> {
  await tx.query(
    `UPDATE hook_messages SET next_at = $3
     WHERE business_id = this_business() AND message_id = $1 AND attempts = $2 AND next_at IS NOT NULL`,
    [id, attempts, timestamptz(now)],
  );
}

/**
 * Writes down what came of an attempt: delivered, to be tried again, or given up; and what that says about the hook.
 * Harmless to repeat, and when somebody else has made the same attempt meanwhile.
 */
export async function recordAttempt(
  tx: Tx,
  message: Claimed,
  attempted: Attempted,
  { at, now, chance }: { readonly at: Instant; readonly now: Instant; readonly chance: number },
): Promise<void> {
  const { status, error, response, tookMs } = attempted;
  const attempt = message.attempts + 1;
  const good = status !== null && status >= 200 && status < 300;
  const next =
    good || status === GONE
      ? null
      : nextTry(message.tries + 1, now, chance, readRetryAfter(attempted.retryAfter, now));
  const state = good ? 'delivered' : next === null ? 'failed' : 'waiting';
  // The hook before its messages, as everybody takes them who holds both: nobody waits for one who waits for them.
  if (good) await noteDelivery(tx, message.hookId, now);
  else await noteFailure(tx, message.hookId, now);
  await tx.query(
    `INSERT INTO hook_attempts (business_id, message_id, attempt, at, took_ms, status, error, response)
     VALUES (this_business(), $1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING`,
    [message.id, attempt, timestamptz(at), tookMs, status, error, response],
  );
  // One that was given up while it was under way (its hook was switched off) stays so, unless it has arrived after all.
  await tx.query(
    `UPDATE hook_messages SET attempts = $2, tries = tries + 1, status = $4, error = $5,
       state = CASE WHEN next_at IS NULL AND NOT $8 THEN state ELSE $6 END,
       next_at = CASE WHEN next_at IS NULL THEN NULL ELSE $7::timestamptz END,
       done_at = CASE WHEN $7::timestamptz IS NULL THEN $3::timestamptz ELSE done_at END
     WHERE business_id = this_business() AND message_id = $1 AND attempts = $2 - 1`,
    [
      message.id,
      attempt,
      timestamptz(now),
      status,
      error,
      state,
      next === null ? null : timestamptz(next),
      good,
    ],
  );
  if (!good) await switchOffIfDue(tx, message.hookId, status === GONE, now);
}

/** To the minute, so that a busy hook is not written with every message. */
async function noteDelivery(tx: Tx, hookId: number, now: Instant): Promise<void> {
  await tx.query(
    `UPDATE hooks SET delivered_at = $2, failing_since = NULL WHERE business_id = this_business() AND hook_id = $1
       AND (failing_since IS NOT NULL OR delivered_at IS NULL OR delivered_at < $3)`,
    [hookId, timestamptz(now), timestamptz(now - 60_000)],
  );
}

async function noteFailure(tx: Tx, hookId: number, now: Instant): Promise<void> {
  await tx.query('SELECT FROM hooks WHERE business_id = this_business() AND hook_id = $1 FOR UPDATE', [
    hookId,
  ]);
  await tx.query(
    `UPDATE hooks SET failing_since = $2 WHERE business_id = this_business() AND hook_id = $1 AND failing_since IS NULL`,
    [hookId, timestamptz(now)],
  );
}

async function switchOffIfDue(tx: Tx, hookId: number, gone: boolean, now: Instant): Promise<void> {
  const { rows } = await tx.query<{ url: string; because: string }>(
    `UPDATE hooks SET enabled = false, off_because = CASE WHEN $2 THEN 'gone' ELSE 'failing' END, off_at = $3,
       revision = revision + 1, changed_at = $3
     WHERE business_id = this_business() AND hook_id = $1 AND enabled AND removed_at IS NULL
       AND ($2 OR failing_since <= $4)
     RETURNING url, off_because AS because`,
    [hookId, gone, timestamptz(now), timestamptz(now - FAILING_MS)],
  );
  const [off] = rows;
  if (off === undefined) return;
  await giveUp(tx, hookId, now);
  await recordDeed(tx, {
    by: { kind: 'program', name: 'webhooks' },
    deed: 'hook.stopped',
    about: { kind: 'hook', id: hookId },
    detail: { name: off.url, because: off.because },
  });
}
