import { randomBytes } from 'node:crypto';
import { validateCriteria } from '@nardeban/core/criteria';
import { type Reward, rewardSchema } from '@nardeban/core/programme';
import { accept, changedMeanwhile, type Instant, refuse, type Result } from '@nardeban/core/values';
import { timestamptz, type Tx } from '../../../platform/database/index.ts';
import { vocabularyOf } from '../../facts/index.ts';
import type { Author } from '../codes/batches.ts';

export type RewardState = 'draft' | 'active' | 'archived';

/** How an offer stands that a code brings: only an active one that is not over is given. */
export interface OfferNow {
  readonly state: 'draft' | 'active' | 'archived';
  readonly until: Instant | null;
}

/** A reward of the catalogue as it is kept. */
export interface KeptReward {
  readonly id: number;
  readonly key: string;
  readonly definition: Reward;
  readonly state: RewardState;
  /** The offer that its code brings; null: it brings none. */
  readonly offer: OfferNow | null;
  /** Its pictures, in the order in which they were added. */
  readonly images: readonly number[];
  /** How many of the stock are left, what open quotes keep aside taken off; null: there is no end of them. */
  readonly left: number | null;
  readonly revision: number;
  readonly madeBy: string;
  readonly madeAt: Instant;
  readonly changedBy: string;
  readonly changedAt: Instant;
}

export const MOST_REWARDS = 2_000;

const columns = `reward_id AS id, key, definition, state, revision, made_by AS "madeBy", made_at AS "madeAt",
  changed_by AS "changedBy", changed_at AS "changedAt",
  ARRAY(SELECT i.image_id FROM reward_images i
        WHERE i.business_id = this_business() AND i.reward_id = r.reward_id ORDER BY i.image_id) AS images,
  CASE WHEN r.definition ? 'stock' THEN greatest(0, (r.definition ->> 'stock')::int8 - coalesce((
    SELECT sum(o.used + o.held) FROM club_counters o
    WHERE o.business_id = this_business() AND o.key = 'reward:' || r.key || ':stock' AND o.person_id = 0), 0))::int8 END AS left,
  CASE WHEN r.definition #> '{what,offer}' IS NOT NULL THEN coalesce((
    SELECT jsonb_build_object('state', o.state, 'until', o.definition #> '{when,to}') FROM offers o
    WHERE o.business_id = this_business() AND o.key = r.definition #>> '{what,offer}'),
    '{"state": "archived", "until": null}') END AS offer`;

/** The newest first. */
export async function listRewards(
  tx: Tx,
  asked: {
    readonly after?: number | undefined;
    readonly state?: RewardState | undefined;
    readonly limit: number;
  },
): Promise<{ readonly rewards: readonly KeptReward[]; readonly next: number | null }> {
  const { rows } = await tx.query<KeptReward>(
    `SELECT ${columns} FROM rewards r
     WHERE business_id = this_business() AND ($1::bigint IS NULL OR reward_id < $1) AND ($2::text IS NULL OR state = $2)
     ORDER BY business_id DESC, reward_id DESC LIMIT $3`,
    [asked.after ?? null, asked.state ?? null, asked.limit + 1],
  );
  const rewards = rows.slice(0, asked.limit).map(read);
  return { rewards, next: rows.length > asked.limit ? (rewards.at(-1)?.id ?? null) : null };
}

/** Refusal: `reward_unknown`. */
export async function rewardByKey(
  tx: Tx,
  key: string,
  how: 'read' | 'hold' = 'read',
): Promise<Result<KeptReward>> {
  const { rows } = await tx.query<KeptReward>(
    `SELECT ${columns} FROM rewards r WHERE business_id = this_business() AND key = $1
     ${how === 'hold' ? 'FOR UPDATE' : ''}`,
    [key],
  );
  return rows[0] === undefined ? refuse('reward_unknown', 'key', { key }) : accept(read(rows[0]));
}

/** Refusals: those of the criteria, `reward_key_taken`, `rewards_too_many`, `validity_reversed`. */
export async function draftReward(
  tx: Tx,
  definition: Reward,
  { by, now }: Author,
): Promise<Result<KeptReward>> {
  const fit = await checked(tx, definition);
  if (!fit.ok) return fit;
  const { rows: counted } = await tx.query<{ rewards: number }>(
    'SELECT count(*)::int AS rewards FROM rewards WHERE business_id = this_business()',
  );
  if ((counted[0]?.rewards ?? 0) >= MOST_REWARDS)
    return refuse('rewards_too_many', undefined, { most: MOST_REWARDS });
  const { rowCount } = await tx.query(
    `INSERT INTO rewards (business_id, key, definition, seed, made_by, made_at, changed_by, changed_at)
     VALUES (this_business(), $1, $2, $3, $4, $5, $4, $5) ON CONFLICT (business_id, key) DO NOTHING`,
    [definition.key, JSON.stringify(definition), randomBytes(32), by, timestamptz(now)],
  );
  if (rowCount === 0) return refuse('reward_key_taken', 'key', { key: definition.key });
  return rewardByKey(tx, definition.key);
}

/**
 * Changes what `revision` showed. What was redeemed stays as it was then. Refusals: `reward_unknown`, `changed_meanwhile`,
 * `reward_key_fixed`, those of the criteria, `validity_reversed`.
 */
export async function changeReward(
  tx: Tx,
  key: string,
  asked: { readonly definition: Reward; readonly state: RewardState; readonly revision: number },
  { by, now }: Author,
): Promise<Result<KeptReward>> {
  const seen = await rewardByKey(tx, key, 'hold');
  if (!seen.ok) return seen;
  if (seen.value.revision !== asked.revision)
    return changedMeanwhile(seen.value.changedBy, seen.value.changedAt);
  if (asked.definition.key !== key) return refuse('reward_key_fixed', 'definition.key');
  const fit = await checked(tx, asked.definition);
  if (!fit.ok) return fit;
  await tx.query(
    `UPDATE rewards SET definition = $2, state = $3, revision = revision + 1, changed_by = $4, changed_at = $5
     WHERE business_id = this_business() AND reward_id = $1`,
    [seen.value.id, JSON.stringify(asked.definition), asked.state, by, timestamptz(now)],
  );
  return rewardByKey(tx, key);
}

async function checked(tx: Tx, definition: Reward): Promise<Result<true>> {
  const { from, until } = definition;
  if (from !== undefined && until !== undefined && until <= from)
    return refuse('validity_reversed', 'definition.until');
  const who = definition.for?.who;
  if (who === undefined) return accept(true);
  const criteria = validateCriteria(who, await vocabularyOf(tx), 'definition.for.who');
  return criteria.ok ? accept(true) : criteria;
}

function read(row: KeptReward): KeptReward {
  return { ...row, definition: rewardSchema.parse(row.definition) };
}
