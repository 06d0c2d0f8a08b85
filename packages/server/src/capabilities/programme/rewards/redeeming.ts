import { randomInt } from 'node:crypto';
import { claimsOfReward, type Reward, showCode, unitsOf } from '@nardeban/core/programme';
import { accept, type Instant, type Refusal, refuse, type Result } from '@nardeban/core/values';
import { timestamptz, type Tx } from '../../../platform/database/index.ts';
import type { Business } from '../../../platform/tenancy/index.ts';
import { appendFacts, sourceId } from '../../facts/index.ts';
import { type Author, rewardBatch } from '../codes/batches.ts';
import { codeFrom, hashOfCode } from '../codes/deriving.ts';
import { insertVoucher } from '../codes/vouchers.ts';
import { spend } from '../ledger/holds.ts';
import { type KeptReward, rewardByKey } from './catalogue.ts';
import { fulfilled, offerClosed, offered } from './eligibility.ts';
import { owe } from './partners.ts';

/** Signs of chance in a code that a reward hands out: 2⁶³ of them, for a million are 2⁴³ to a guess. */
export const REDEMPTION_PAYLOAD = 14;
/** Codes are drawn from numbers by chance, so that no two redemptions wait for each other to be numbered. */
const ORDINALS = 2 ** 47;
const DAY = 86_400_000;
export const CLUB_SOURCE = 'club';

export interface RedeemAsked {
  readonly key: string;
  readonly person: number;
  /** How many units the customer wants to spend, where it lets them choose; null: the least. */
  readonly units: number | null;
  /** They have proved who they are; the caller has seen to it. */
  readonly proven: boolean;
}

export interface Redeemed {
  readonly id: number;
  /** The person as they are now. */
  readonly person: number;
  readonly wallet: string;
  readonly units: number;
  /** What is shown to have it handed over, or typed at the till where it brings an offer; in groups. */
  readonly code: string;
  readonly endsAt: Instant | null;
}

/**
 * Spends the units, counts the piece and hands out the code, all or nothing. Refusals: `reward_unknown`, `person_unknown`,
 * `reward_inactive`, `reward_early`, `reward_over`, `reward_offer_closed` (the offer that its code brings is not
 * open), `reward_in_basket_only` (a discount without an offer is given while a basket is priced), `reward_not_for_them`, `reward_units_wrong`, `proof_needed`, and those of the ledger:
 * `units_insufficient` {wallet, available, missing}, `reward_out_of_stock`, `reward_limit_reached` (the person has had theirs).
 */
export async function redeemReward(
  tx: Tx,
  business: Business,
  asked: RedeemAsked,
  author: Author,
): Promise<Result<Redeemed>> {
  const { now } = author;
  const found = await rewardByKey(tx, asked.key);
  if (!found.ok) return found;
  const reward = found.value.definition;
  const person = await rootOf(tx, asked.person);
  if (person === null) return refuse('person_unknown', 'person', { id: asked.person });
  const refusal = offered(found.value, now) ?? offerClosed(found.value, now);
  if (refusal !== null) return { ok: false, refusal };
  if (reward.what.kind === 'discount' && reward.what.offer === undefined)
    return refuse('reward_in_basket_only');
  const units = unitsOf(reward.price, asked.units);
  if (!units.ok) return units;
  const [may] = await fulfilled(tx, business, person, [reward.for], now);
  if (may === false) return refuse('reward_not_for_them');
  if (reward.proof && !asked.proven) return refuse('proof_needed', 'proof', { of: `reward:${reward.key}` });

  const { wallet } = reward.price;
  const seed = await seedOf(tx, found.value.id);
  const ordinal = randomInt(ORDINALS);
  const code = codeFrom(seed, ordinal, REDEMPTION_PAYLOAD);
  const hash = hashOfCode(business.id, code);
  const endsAt = reward.codeDays === undefined ? null : now + reward.codeDays * DAY;
  const id = await insertRedemption(
    tx,
    { ...asked, reward: found.value, person, units: units.value, hash, ordinal, endsAt },
    author,
  );
  const spent = await spend(tx, {
    person,
    wallets: [{ wallet, units: units.value }],
    cards: [],
    claims: claimsOfReward(reward),
    at: now,
    now,
    purpose: 'reward',
    cause: { kind: 'reward', rule: reward.key, by: author.by },
    key: `redemption:${id}`,
  });
  if (!spent.ok) return { ok: false, refusal: inWordsOfRewards(spent.refusal) };
  const voucher = await offerCode(tx, found.value, { hash, ordinal, person, endsAt }, author);
  await tx.query(
    `UPDATE redemptions SET spend_id = $2, voucher_id = $3 WHERE business_id = this_business() AND redemption_id = $1`,
    [id, spent.value[0]?.transaction ?? null, voucher],
  );
  await owe(tx, reward.partner, { kind: 'redeemed', redemption: id }, author);
  await tellRedeemed(tx, business, { id, person, reward: reward.key, wallet, units: units.value }, now);
  return accept({ id, person, wallet, units: units.value, code: showCode(code), endsAt });
}

/** What the ledger calls a full counter is to a customer that there is none left, or that they have had theirs. */
function inWordsOfRewards(refusal: Refusal): Refusal {
  if (refusal.code !== 'counter_full') return refusal;
  return String(refusal.detail?.['key']).endsWith(':stock')
    ? { code: 'reward_out_of_stock' }
    : { code: 'reward_limit_reached' };
}

/** The person as they are now; null: there is nobody of this number. */
export async function rootOf(tx: Tx, person: number): Promise<number | null> {
  const { rows } = await tx.query<{ root: number }>({
    name: 'club-root',
    text: `SELECT coalesce(merged_into, person_id) AS root FROM people
           WHERE business_id = this_business() AND person_id = $1`,
    values: [person],
  });
  return rows[0]?.root ?? null;
}

async function seedOf(tx: Tx, reward: number): Promise<Buffer> {
  const { rows } = await tx.query<{ seed: Buffer }>(
    'SELECT seed FROM rewards WHERE business_id = this_business() AND reward_id = $1',
    [reward],
  );
  if (rows[0] === undefined) throw new Error('A reward that was just read is not there');
  return rows[0].seed;
}

async function insertRedemption(
  tx: Tx,
  asked: {
    readonly reward: KeptReward;
    readonly person: number;
    readonly units: number;
    readonly hash: string;
    readonly ordinal: number;
    readonly proven: boolean;
    readonly endsAt: Instant | null;
  },
  { by, now }: Author,
): Promise<number> {
  const { rows } = await tx.query<{ id: number }>({
    name: 'club-redemption',
    text: `INSERT INTO redemptions (business_id, reward_id, person_id, definition, wallet, units, hash, ordinal, is_proven,
             ends_at, made_by, made_at)
           VALUES (this_business(), $1, $2, $3, $4, $5, $6::uuid, $7, $8, $9, $10, $11) RETURNING redemption_id AS id`,
    values: [
      asked.reward.id,
      asked.person,
      JSON.stringify(asked.reward.definition),
      asked.reward.definition.price.wallet,
      asked.units,
      asked.hash,
      asked.ordinal,
      asked.proven,
      asked.endsAt === null ? null : timestamptz(asked.endsAt),
      by,
      timestamptz(now),
    ],
  });
  const [made] = rows;
  if (made === undefined) throw new Error('A redemption was not written down');
  return made.id;
}

/** Where the reward brings an offer, its code is a voucher of this person alone. */
async function offerCode(
  tx: Tx,
  kept: KeptReward,
  asked: {
    readonly hash: string;
    readonly ordinal: number;
    readonly person: number;
    readonly endsAt: Instant | null;
  },
  author: Author,
): Promise<number | null> {
  const { what, name } = kept.definition;
  if (what.kind !== 'discount' || what.offer === undefined) return null;
  const batch = await batchOf(tx, kept.id, { name: name.fa, offer: what.offer }, author);
  const { hash, ordinal, person, endsAt } = asked;
  const voucher = await insertVoucher(tx, { hash, batch, ordinal, person, validUntil: endsAt });
  if (voucher === null) throw new Error('Two codes were drawn alike');
  return voucher;
}

/** The batch of a reward's codes; made with the first, and anew when the reward brings another offer. */
async function batchOf(
  tx: Tx,
  reward: number,
  asked: { readonly name: string; readonly offer: string },
  author: Author,
): Promise<number> {
  const known = async (lock: string) => {
    const { rows } = await tx.query<{ batch: number | null }>(
      `SELECT b.batch_id AS batch FROM rewards r
       LEFT JOIN voucher_batches b ON b.business_id = r.business_id AND b.batch_id = r.batch_id AND b.offer = $2
       WHERE r.business_id = this_business() AND r.reward_id = $1 ${lock}`,
      [reward, asked.offer],
    );
    return rows[0]?.batch ?? null;
  };
  const there = (await known('')) ?? (await known('FOR UPDATE OF r'));
  if (there !== null) return there;
  const made = await rewardBatch(tx, asked, author);
  await tx.query('UPDATE rewards SET batch_id = $2 WHERE business_id = this_business() AND reward_id = $1', [
    reward,
    made,
  ]);
  return made;
}

async function tellRedeemed(
  tx: Tx,
  business: Business,
  told: {
    readonly id: number;
    readonly person: number;
    readonly reward: Reward['key'];
    readonly wallet: string;
    readonly units: number;
  },
  now: Instant,
): Promise<void> {
  const source = await sourceId(tx, business, CLUB_SOURCE);
  const { id, person, reward, wallet, units } = told;
  const row = { personId: person, conflictId: null, at: now, sourceId: source };
  await appendFacts(tx, business, [
    { ...row, type: 'reward.redeemed', key: `redemption:${id}`, data: { reward, points: units } },
    { ...row, type: 'points.spent', key: `redemption:${id}:spent`, data: { points: units, wallet } },
  ]);
}
