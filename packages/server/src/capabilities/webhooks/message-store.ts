import { randomUUID } from 'node:crypto';
import { accept, type Instant, refuse, type Result } from '@nardeban/core/values';
import { timestamptz, type Tx } from '../../platform/database/index.ts';
import type { Told } from './telling.ts';

export const messageStates = ['waiting', 'delivered', 'failed'] as const;
export type MessageState = (typeof messageStates)[number];

/** One event for one hook, and what became of it. */
export interface Message {
  readonly id: number;
  /** The `webhook-id` it bears, the same with each attempt. */
  readonly token: string;
  readonly event: string;
  readonly personId: number | null;
  readonly state: MessageState;
  readonly attempts: number;
  /** When it is tried next; null: no more. */
  readonly nextAt: Instant | null;
  /** What the last attempt answered. */
  readonly status: number | null;
  readonly error: string | null;
  readonly madeAt: Instant;
  readonly doneAt: Instant | null;
}

export interface MessageAttempt {
  readonly attempt: number;
  readonly at: Instant;
  readonly tookMs: number;
  readonly status: number | null;
  readonly error: string | null;
  readonly response: string | null;
}

export interface MessageOpened extends Message {
  readonly body: string;
  /** The latest first, no more than MOST_ATTEMPTS_SHOWN. */
  readonly tried: readonly MessageAttempt[];
}

const MOST_ATTEMPTS_SHOWN = 50;
/** So many at once are replayed; whoever has more asks again. */
export const MOST_REPLAYED = 10_000;

const columns = `message_id AS id, token, event, person_id AS "personId", state, attempts, next_at AS "nextAt", status, error,
  made_at AS "madeAt", done_at AS "doneAt"`;

/** Puts messages in line, due at once; answers their numbers. */
export async function addMessages(
  tx: Tx,
  messages: readonly (Told & { readonly hookId: number })[],
  now: Instant,
): Promise<readonly number[]> {
  const { rows } = await tx.query<{ id: number }>({
    name: 'hooks-add-messages',
    text: `INSERT INTO hook_messages (business_id, hook_id, token, event, person_id, body, next_at, made_at)
           SELECT (SELECT this_business()), h, t, e, p, b, $6::timestamptz, $6::timestamptz
           FROM unnest($1::bigint[], $2::text[], $3::text[], $4::bigint[], $5::text[]) WITH ORDINALITY AS m (h, t, e, p, b, o)
           ORDER BY o RETURNING message_id AS id`,
    values: [
      messages.map(({ hookId }) => hookId),
      messages.map(() => `msg_${randomUUID().replaceAll('-', '')}`),
      messages.map(({ event }) => event),
      messages.map(({ personId }) => personId),
      messages.map(({ body }) => body),
      timestamptz(now),
    ],
  });
  return rows.map(({ id }) => id);
}

/** The log of a hook, the latest first. */
export async function listMessages(
  tx: Tx,
  hookId: number,
  asked: {
    readonly state?: MessageState | undefined;
    readonly after?: number | undefined;
    readonly limit: number;
  },
): Promise<{ readonly messages: readonly Message[]; readonly next: number | null }> {
  // The state stands in the text, so that the index of what is not delivered is seen to fit.
  const state = asked.state === undefined ? '' : `AND state = '${asked.state}'`;
  const { rows } = await tx.query<Message>(
    `SELECT ${columns} FROM hook_messages
     WHERE business_id = this_business() AND hook_id = $1 ${state} AND ($2::bigint IS NULL OR message_id < $2)
     ORDER BY message_id DESC LIMIT $3`,
    [hookId, asked.after ?? null, asked.limit + 1],
  );
  const messages = rows.slice(0, asked.limit);
  return { messages, next: rows.length > asked.limit ? (messages.at(-1)?.id ?? null) : null };
}

/** Refusal: `hook_message_unknown`. */
export async function openMessage(tx: Tx, hookId: number, id: number): Promise<Result<MessageOpened>> {
  const { rows } = await tx.query<Message & { body: string }>(
    `SELECT ${columns}, body FROM hook_messages WHERE business_id = this_business() AND hook_id = $1 AND message_id = $2`,
    [hookId, id],
  );
  const [message] = rows;
  if (message === undefined) return refuse('hook_message_unknown', 'message', { id });
  const { rows: tried } = await tx.query<MessageAttempt>(
    `SELECT attempt, at, took_ms AS "tookMs", status, error, response FROM hook_attempts
     WHERE business_id = this_business() AND message_id = $1 ORDER BY attempt DESC LIMIT $2`,
    [id, MOST_ATTEMPTS_SHOWN],
  );
  return accept({ ...message, tried });
}

/**
 * Sends a message once more from the beginning, under the same id, whatever became of it; one that waits is not waited for.
 * Refusals: `hook_message_unknown`, `hook_is_off`.
 */
export async function replayMessage(
  tx: Tx,
  hookId: number,
  id: number,
  now: Instant,
): Promise<Result<MessageOpened>> {
  const on = await mustBeOn(tx, hookId);
  if (!on.ok) return on;
  await tx.query(
    `UPDATE hook_messages SET state = 'waiting', tries = 0, next_at = $3, done_at = NULL
     WHERE business_id = this_business() AND hook_id = $1 AND message_id = $2`,
    [hookId, id, timestamptz(now)],
  );
  return openMessage(tx, hookId, id);
}

/** The same for everything that was given up since then, the oldest first; answers how many. Refusal: `hook_is_off`. */
export async function replayFailed(
  tx: Tx,
  hookId: number,
  since: Instant,
  now: Instant,
): Promise<Result<number>> {
  const on = await mustBeOn(tx, hookId);
  if (!on.ok) return on;
  const { rowCount } = await tx.query(
    `UPDATE hook_messages SET state = 'waiting', tries = 0, next_at = $3, done_at = NULL
     WHERE business_id = this_business() AND message_id IN (
       SELECT message_id FROM hook_messages
       WHERE business_id = this_business() AND hook_id = $1 AND state = 'failed' AND made_at >= $2
       ORDER BY message_id LIMIT ${MOST_REPLAYED})`,
    [hookId, timestamptz(since), timestamptz(now)],
  );
  return accept(rowCount);
}

/** Refusals: `hook_unknown`, `hook_is_off`. */
export async function mustBeOn(tx: Tx, hookId: number): Promise<Result<null>> {
  const { rows } = await tx.query<{ enabled: boolean }>(
    'SELECT enabled FROM hooks WHERE business_id = this_business() AND hook_id = $1 AND removed_at IS NULL',
    [hookId],
  );
  const [hook] = rows;
  if (hook === undefined) return refuse('hook_unknown', 'id', { id: hookId });
  return hook.enabled ? accept(null) : refuse('hook_is_off');
}
