import {
  after,
  claimsOfReward,
  readCode,
  type Reward,
  REDEMPTION_STATES,
  rewardSchema,
  type RedemptionState,
  showCode,
} from '@nardeban/core/programme';
import { accept, type Instant, refuse, type Result } from '@nardeban/core/values';
import { timestamptz, type Tx } from '../../../platform/database/index.ts';
import type { Business } from '../../../platform/tenancy/index.ts';
import { appendFacts, sourceId } from '../../facts/index.ts';
import type { Author } from '../codes/batches.ts';
import { codeFrom, hashOfCode } from '../codes/deriving.ts';
import { spend } from '../ledger/holds.ts';
import { giveBack, uncount } from '../ledger/posting.ts';
import { owe } from './partners.ts';
import { CLUB_SOURCE, REDEMPTION_PAYLOAD } from './redeeming.ts';

/** What was redeemed: the reward as it was then, what was spent, and what became of it. */
export interface Redemption {
  readonly id: number;
  readonly reward: string;
  readonly name: { readonly fa: string; readonly en: string };
  readonly person: number;
  readonly state: RedemptionState;
  readonly wallet: string;
  readonly units: number;
  readonly proven: boolean;
  readonly endsAt: Instant | null;
  readonly by: string;
  readonly at: Instant;
  readonly endedBy: string | null;
  readonly endedAt: Instant | null;
  readonly reason: string;
}

interface Row extends Omit<Redemption, 'reward' | 'name'> {
  readonly definition: unknown;
  readonly spend: number | null;
  readonly voucher: number | null;
  readonly ordinal: number;
}

/** What a code that brings an offer was given out for is handed over when a till uses it, and open again after a return. */
export const STATE = `CASE WHEN state = 'open' AND voucher_id IS NOT NULL AND EXISTS (
    SELECT FROM club_counters o
    WHERE o.business_id = this_business() AND o.key = 'voucher:' || voucher_id AND o.person_id = 0 AND o.used > 0)
  THEN 'handed' ELSE state END`;
const columns = `redemption_id AS id, person_id AS person, ${STATE} AS state, definition, wallet, units,
  is_proven AS proven, ends_at AS "endsAt", made_by AS by, made_at AS at, ended_by AS "endedBy", ended_at AS "endedAt", reason,
  spend_id AS spend, voucher_id AS voucher, ordinal`;

/** The newest first. `people`: those who are one person. */
export async function listRedemptions(
  tx: Tx,
  asked: {
    readonly people?: readonly number[] | undefined;
    readonly reward?: string | undefined;
    readonly state?: RedemptionState | undefined;
    readonly after?: number | undefined;
    readonly limit: number;
  },
): Promise<{ readonly redemptions: readonly Redemption[]; readonly next: number | null }> {
  const { rows } = await tx.query<Row>(
    `SELECT ${columns} FROM redemptions
     WHERE business_id = this_business() AND ($1::bigint IS NULL OR redemption_id < $1)
       AND ($2::bigint[] IS NULL OR person_id = ANY($2)) AND ($3::text IS NULL OR ${STATE} = $3)
       AND ($4::text IS NULL OR reward_id = (SELECT r.reward_id FROM rewards r
                                             WHERE r.business_id = this_business() AND r.key = $4))
     ORDER BY business_id DESC, redemption_id DESC LIMIT $5`,
    [asked.after ?? null, asked.people ?? null, asked.state ?? null, asked.reward ?? null, asked.limit + 1],
  );
  const redemptions = rows.slice(0, asked.limit).map(shown);
  return { redemptions, next: rows.length > asked.limit ? (redemptions.at(-1)?.id ?? null) : null };
}

/** Refusal: `redemption_unknown`. */
export async function redemptionById(tx: Tx, id: number): Promise<Result<Redemption>> {
  const { rows } = await tx.query<Row>(
    `SELECT ${columns} FROM redemptions WHERE business_id = this_business() AND redemption_id = $1`,
    [id],
  );
  return rows[0] === undefined ? refuse('redemption_unknown', 'id', { id }) : accept(shown(rows[0]));
}

/** What a person has redeemed, with the codes and the offers that these bring, to be shown to themselves. */
export async function redemptionsOf(
  tx: Tx,
  members: readonly number[],
): Promise<readonly (Redemption & { readonly code: string; readonly offer: string | null })[]> {
  const { rows } = await tx.query<Row & { seed: Buffer; offer: string | null }>(
    `SELECT ${columns}, definition #>> '{what,offer}' AS offer, (SELECT r.seed FROM rewards r
       WHERE r.business_id = this_business() AND r.reward_id = redemptions.reward_id) AS seed
     FROM redemptions WHERE business_id = this_business() AND person_id = ANY($1::bigint[])
     ORDER BY redemption_id DESC LIMIT 200`,
    [members],
  );
  return rows.map((row) => ({
    ...shown(row),
    offer: row.offer,
    code: showCode(codeFrom(row.seed, row.ordinal, REDEMPTION_PAYLOAD)),
  }));
}

/**
 * Hands over what a code was given out for. Refusals: `redemption_code_unknown`, `redemption_not_open` {state}, `redemption_over`, `redemption_at_till` (its
 * code brings an offer and is typed where a basket is priced).
 */
export async function handOver(
  tx: Tx,
  business: Pick<Business, 'id'>,
  typed: string,
  { by, now }: Author,
): Promise<Result<Redemption>> {
  const read = readCode(typed);
  if (!read.ok) return read;
  const { rows } = await tx.query<Row>(
    `SELECT ${columns} FROM redemptions WHERE business_id = this_business() AND hash = $1::uuid FOR UPDATE`,
    [hashOfCode(business.id, read.value.code)],
  );
  const [row] = rows;
  if (row === undefined) return refuse('redemption_code_unknown', 'code');
  if (after(REDEMPTION_STATES, row.state, 'hand over') === null)
    return refuse('redemption_not_open', 'code', { state: row.state });
  if (row.endsAt !== null && row.endsAt <= now)
    return refuse('redemption_over', 'code', { until: row.endsAt });
  if (row.voucher !== null) return refuse('redemption_at_till', 'code');
  return ended(tx, row, { state: 'handed', reason: '' }, { by, now });
}

export interface CancelledRedemption {
  readonly redemption: Redemption;
  /** Units that are there again, and those that went back to lots which have ended meanwhile. */
  readonly restored: number;
  readonly expired: number;
}

/**
 * Undoes a redemption: the units go back to the lots they came from, the piece and the person's use are free again, its code
 * is worth nothing. Refusals: `redemption_unknown`, `redemption_not_open` {state}, `redemption_used` (its code was used at
 * the till, or an open quote holds it).
 */
export async function cancelRedemption(
  tx: Tx,
  business: Business,
  id: number,
  reason: string,
  author: Author,
): Promise<Result<CancelledRedemption>> {
  const { now, by } = author;
  const { rows } = await tx.query<Row>(
    `SELECT ${columns} FROM redemptions WHERE business_id = this_business() AND redemption_id = $1 FOR UPDATE`,
    [id],
  );
  const [row] = rows;
  if (row === undefined) return refuse('redemption_unknown', 'id', { id });
  if (row.voucher !== null && row.state === 'handed') return refuse('redemption_used');
  if (after(REDEMPTION_STATES, row.state, 'cancel') === null)
    return refuse('redemption_not_open', 'id', { state: row.state });
  const reward = rewardSchema.parse(row.definition);
  const free = await takeCode(tx, row, author);
  if (!free.ok) return free;
  if (row.spend === null) throw new Error(`The redemption ${id} has spent nothing`);
  const cause = { kind: 'cancel', rule: reward.key, reason, by };
  const back = await giveBack(tx, {
    spend: row.spend,
    units: row.units,
    at: now,
    now,
    cause,
    key: `redemption:${id}:back`,
  });
  if (!back.ok) return back;
  await uncountReward(tx, row, reward, now);
  await owe(tx, reward.partner, { kind: 'cancelled', redemption: id }, author);
  const restored = row.units - back.value.expired;
  if (restored > 0) await tellRestored(tx, business, row, restored, now);
  const cancelled = await ended(tx, row, { state: 'cancelled', reason }, author);
  return cancelled.ok
    ? accept({ redemption: cancelled.value, restored, expired: back.value.expired })
    : cancelled;
}

/** Uses the code up, so that no till can; whoever was first has it. */
async function takeCode(tx: Tx, row: Row, { by, now }: Author): Promise<Result<true>> {
  if (row.voucher === null) return accept(true);
  const taken = await spend(tx, {
    wallets: [],
    cards: [],
    claims: [{ key: `voucher:${row.voucher}`, add: 1, limit: 1, of: 'all' }],
    at: now,
    now,
    purpose: 'reward',
    cause: { kind: 'cancel', by },
    key: `redemption:${row.id}:code`,
  });
  if (!taken.ok) return refuse('redemption_used');
  await tx.query(
    `UPDATE vouchers SET disabled_at = coalesce(disabled_at, $2)
     WHERE business_id = this_business() AND hash = (
       SELECT r.hash FROM redemptions r WHERE r.business_id = this_business() AND r.redemption_id = $1)`,
    [row.id, timestamptz(now)],
  );
  return accept(true);
}

async function uncountReward(tx: Tx, row: Row, reward: Reward, now: Instant): Promise<void> {
  const claims = claimsOfReward(reward).map(({ key, of, add }) => ({ key, of, subtract: add }));
  if (claims.length > 0)
    await uncount(tx, { claims, person: row.person, key: `redemption:${row.id}:uncount`, now });
}

async function tellRestored(
  tx: Tx,
  business: Business,
  row: Row,
  points: number,
  now: Instant,
): Promise<void> {
  await appendFacts(tx, business, [
    {
      personId: row.person,
      conflictId: null,
      type: 'points.restored',
      at: now,
      sourceId: await sourceId(tx, business, CLUB_SOURCE),
      key: `redemption:${row.id}:restored`,
      data: { points, wallet: row.wallet },
    },
  ]);
}

async function ended(
  tx: Tx,
  row: Row,
  to: { readonly state: 'handed' | 'cancelled'; readonly reason: string },
  { by, now }: Author,
): Promise<Result<Redemption>> {
  await tx.query(
    `UPDATE redemptions SET state = $2, reason = $3, ended_by = $4, ended_at = $5
     WHERE business_id = this_business() AND redemption_id = $1`,
    [row.id, to.state, to.reason, by, timestamptz(now)],
  );
  return accept(shown({ ...row, ...to, endedBy: by, endedAt: now }));
}

function shown(row: Row): Redemption {
  const { key, name } = rewardSchema.parse(row.definition);
  return {
    id: row.id,
    reward: key,
    name: { fa: name.fa, en: name.en },
    person: row.person,
    state: row.state,
    wallet: row.wallet,
    units: row.units,
    proven: row.proven,
    endsAt: row.endsAt,
    by: row.by,
    at: row.at,
    endedBy: row.endedBy,
    endedAt: row.endedAt,
    reason: row.reason,
  };
}
