import {
  accept,
  changedMeanwhile,
  displayText,
  type Instant,
  refuse,
  type Result,
} from '@nardeban/core/values';
import { timestamptz, type Tx } from '../../platform/database/index.ts';
import { vocabularyOf } from '../facts/index.ts';
import { type AddressRules, checkUrl } from './addresses.ts';
import { checkEvents } from './events.ts';
import { DAY } from './schedule.ts';
import { newSecret } from './signature.ts';

export interface Hook {
  readonly id: number;
  readonly url: string;
  readonly description: string;
  readonly events: readonly string[];
  readonly enabled: boolean;
  /** Why it is off: somebody switched it off, its address said that it is gone, or nothing has arrived for days. */
  readonly offBecause: 'staff' | 'gone' | 'failing' | null;
  readonly offAt: Instant | null;
  /** Until when messages are signed with the secret before as well; null: they are not. */
  readonly oldSecretUntil: Instant | null;
  readonly failingSince: Instant | null;
  readonly deliveredAt: Instant | null;
  /** Messages on their way, and those given up; no more than MOST_COUNTED is counted. */
  readonly waiting: number;
  readonly failed: number;
  readonly revision: number;
  readonly madeBy: string;
  readonly madeAt: Instant;
  readonly changedBy: string;
  readonly changedAt: Instant;
}

export interface HookAsked {
  readonly url: string;
  readonly description: string;
  readonly events: readonly string[];
  readonly enabled: boolean;
}

/** Every fact that is stored is looked at for each. */
const MOST_HOOKS = 20;
const MOST_COUNTED = 1000;
const LONGEST_DESCRIPTION = 200;
/** How long the secret before goes on signing: time to change it at the other end. */
const OLD_SECRET_MS = DAY;

const counted = (state: string): string => `(SELECT count(*)::int FROM (
    SELECT FROM hook_messages m WHERE m.business_id = h.business_id AND m.hook_id = h.hook_id AND m.state = '${state}'
    LIMIT ${MOST_COUNTED}) few)`;

const select = `SELECT h.hook_id AS id, h.url, h.description, h.events, h.enabled, h.off_because AS "offBecause",
    h.off_at AS "offAt", CASE WHEN h.old_secret_until > $1 THEN h.old_secret_until END AS "oldSecretUntil",
    h.failing_since AS "failingSince", h.delivered_at AS "deliveredAt",
    ${counted('waiting')} AS waiting, ${counted('failed')} AS failed,
    h.revision, h.made_by AS "madeBy", h.made_at AS "madeAt", h.changed_by AS "changedBy", h.changed_at AS "changedAt"
  FROM hooks h WHERE h.business_id = this_business() AND h.removed_at IS NULL`;

/** In the order in which they were made. */
export async function listHooks(tx: Tx, now: Instant): Promise<readonly Hook[]> {
  const { rows } = await tx.query<Hook>(`${select} ORDER BY h.hook_id`, [timestamptz(now)]);
  return rows;
}

export async function hookById(tx: Tx, id: number, now: Instant): Promise<Hook | null> {
  const { rows } = await tx.query<Hook>(`${select} AND h.hook_id = $2`, [timestamptz(now), id]);
  return rows[0] ?? null;
}

/** Makes a hook and tells its secret, this once. Refusals: those of `checked`, and `too_many_hooks`. */
export async function makeHook(
  tx: Tx,
  asked: HookAsked,
  { by, now, rules }: { readonly by: string; readonly now: Instant; readonly rules: AddressRules },
): Promise<Result<{ readonly hook: Hook; readonly secret: string }>> {
  // Two who make the last one at once.
  await tx.query("SELECT pg_advisory_xact_lock(hashtext('nardeban.hooks'), this_business())");
  const good = await checked(tx, asked, rules);
  if (!good.ok) return good;
  if ((await listHooks(tx, now)).length >= MOST_HOOKS)
    return refuse('too_many_hooks', undefined, { most: MOST_HOOKS });
  const { url, description, events, enabled } = good.value;
  const secret = newSecret();
  const { rows } = await tx.query<{ id: number }>(
    `INSERT INTO hooks (business_id, url, description, events, enabled, off_because, off_at, secret, made_by, made_at, changed_by, changed_at)
     VALUES (this_business(), $1, $2, $3, $4, CASE WHEN NOT $4 THEN 'staff' END, CASE WHEN NOT $4 THEN $7::timestamptz END,
             $5, $6, $7, $6, $7) RETURNING hook_id AS id`,
    [url, description, events, enabled, secret, by, timestamptz(now)],
  );
  return accept({ hook: await present(tx, rows[0]?.id ?? 0, now), secret });
}

/**
 * Changes what `revision` showed. One that is switched off gives up what it has not delivered yet: switched on again, it
 * begins with what happens then, and the rest can be replayed. Refusals: those of `checked`, `hook_unknown`,
 * `changed_meanwhile`.
 */
export async function changeHook(
  tx: Tx,
  id: number,
  asked: HookAsked & { readonly revision: number },
  { by, now, rules }: { readonly by: string; readonly now: Instant; readonly rules: AddressRules },
): Promise<Result<{ readonly hook: Hook; readonly before: Hook }>> {
  const seen = await lockedHook(tx, id, asked.revision, now);
  if (!seen.ok) return seen;
  const good = await checked(tx, asked, rules);
  if (!good.ok) return good;
  const { url, description, events, enabled } = good.value;
  await tx.query(
    `UPDATE hooks SET url = $2, description = $3, events = $4, revision = revision + 1, changed_by = $6, changed_at = $7,
       off_because = CASE WHEN $5 THEN NULL WHEN enabled THEN 'staff' ELSE off_because END,
       off_at = CASE WHEN $5 THEN NULL WHEN enabled THEN $7::timestamptz ELSE off_at END,
       failing_since = CASE WHEN $5 AND (NOT enabled OR url <> $2) THEN NULL ELSE failing_since END,
       enabled = $5
     WHERE business_id = this_business() AND hook_id = $1`,
    [id, url, description, events, enabled, by, timestamptz(now)],
  );
  if (!enabled) await giveUp(tx, id, now);
  return accept({ hook: await present(tx, id, now), before: seen.value });
}

/** Removes a hook; what it was sent is forgotten with the months. Refusals: `hook_unknown`, `changed_meanwhile`. */
export async function removeHook(
  tx: Tx,
  id: number,
  revision: number,
  { by, now }: { readonly by: string; readonly now: Instant },
): Promise<Result<Hook>> {
  const seen = await lockedHook(tx, id, revision, now);
  if (!seen.ok) return seen;
  await tx.query(
    `UPDATE hooks SET removed_at = $3, enabled = false, secret = '', old_secret = NULL, changed_by = $2, changed_at = $3
     WHERE business_id = this_business() AND hook_id = $1`,
    [id, by, timestamptz(now)],
  );
  await giveUp(tx, id, now);
  return accept(seen.value);
}

/** Gives a hook another secret and tells it, this once. For a day the one before signs as well. Refusal: `hook_unknown`. */
export async function rotateSecret(
  tx: Tx,
  id: number,
  { by, now }: { readonly by: string; readonly now: Instant },
): Promise<Result<{ readonly hook: Hook; readonly secret: string }>> {
  const secret = newSecret();
  const { rowCount } = await tx.query(
    `UPDATE hooks SET old_secret = secret, old_secret_until = $3, secret = $2, revision = revision + 1, changed_by = $4,
       changed_at = $5
     WHERE business_id = this_business() AND hook_id = $1 AND removed_at IS NULL`,
    [id, secret, timestamptz(now + OLD_SECRET_MS), by, timestamptz(now)],
  );
  if (rowCount === 0) return refuse('hook_unknown', 'id', { id });
  return accept({ hook: await present(tx, id, now), secret });
}

/** What has not been delivered is given up, and stands in the log to be replayed. */
export async function giveUp(tx: Tx, id: number, now: Instant): Promise<void> {
  await tx.query(
    `UPDATE hook_messages SET state = 'failed', next_at = NULL, error = 'hook_off', status = NULL, done_at = $2
     WHERE business_id = this_business() AND hook_id = $1 AND next_at IS NOT NULL`,
    [id, timestamptz(now)],
  );
}

async function lockedHook(tx: Tx, id: number, revision: number, now: Instant): Promise<Result<Hook>> {
  await tx.query('SELECT FROM hooks WHERE business_id = this_business() AND hook_id = $1 FOR UPDATE', [id]);
  const hook = await hookById(tx, id, now);
  if (hook === null) return refuse('hook_unknown', 'id', { id });
  if (hook.revision !== revision) return changedMeanwhile(hook.changedBy, hook.changedAt);
  return accept(hook);
}

async function present(tx: Tx, id: number, now: Instant): Promise<Hook> {
  const hook = await hookById(tx, id, now);
  if (hook === null) throw new Error('The hook that was just written is not there');
  return hook;
}

/** Refusals: those of `checkUrl` and `checkEvents`, and `name_too_long`. */
async function checked(tx: Tx, asked: HookAsked, rules: AddressRules): Promise<Result<HookAsked>> {
  const url = checkUrl(asked.url, rules);
  if (!url.ok) return url;
  const description = displayText(asked.description);
  if (description.length > LONGEST_DESCRIPTION)
    return refuse('name_too_long', 'description', { most: LONGEST_DESCRIPTION });
  const events = checkEvents(asked.events, await vocabularyOf(tx));
  if (!events.ok) return events;
  return accept({ url: url.value, description, events: events.value, enabled: asked.enabled });
}
