import { givesFor, type Reward, rewardSchema, unitsOf } from '@nardeban/core/programme';
import type { Instant } from '@nardeban/core/values';
import type { Rows, Statement, Tx } from '../../../platform/database/index.ts';
import type { Business } from '../../../platform/tenancy/index.ts';
import type { RewardState } from './catalogue.ts';
import { fulfilled, offered } from './eligibility.ts';

/** What a reward takes off a basket, or brings along with it, in the words of an offer. */
type Gives =
  | { readonly kind: 'percent'; readonly share: number; readonly cap?: number }
  | { readonly kind: 'amount'; readonly amount: number }
  | { readonly kind: 'free-product'; readonly item: string; readonly pieces: number }
  | {
      readonly kind: 'perk';
      readonly perk: {
        readonly key: string;
        readonly name: { readonly fa: string; readonly en: string };
        readonly cost: number;
      };
    };

/** A reward as a basket is priced with it: `RewardAtHand` of core/offers. */
export interface PricedReward {
  readonly key: string;
  readonly name: { readonly fa: string; readonly en: string };
  readonly wallet: string;
  readonly units: number;
  readonly gives: Gives;
  readonly on: null;
  readonly stock: number | null;
  readonly perPerson: number | null;
  /** Whether whoever wants it has to prove who they are. */
  readonly proof: boolean;
  readonly refused: { readonly code: string; readonly detail?: Record<string, string | number> } | null;
}

export interface RewardAsked {
  readonly key: string;
  /** How many units the customer wants to spend on it, where it lets them choose; null: the least. */
  readonly units: number | null;
}

interface RewardRow {
  readonly place: number;
  readonly state: RewardState;
  readonly definition: unknown;
}

/** Looks rewards up for a basket, to be sent together with other statements. `readRewards` reads the answer. */
export function rewardsStatement(asked: readonly RewardAsked[]): Statement {
  return {
    name: 'club-rewards',
    text: `SELECT given.place::int AS place, r.state, r.definition
           FROM unnest($1::text[]) WITH ORDINALITY AS given (key, place),
             LATERAL (SELECT * FROM rewards o WHERE o.business_id = this_business() AND o.key = given.key LIMIT 1) r`,
    values: [asked.map(({ key }) => key)],
  };
}

/**
 * The answer of `rewardsStatement` for the same rewards. Whether the person may have them is asked afterwards, in one
 * reading of their history (`rewardsForPricing` does both); a reward for everybody needs no asking.
 */
export function readRewards(
  { rows }: Pick<Rows<object>, 'rows'>,
  asked: readonly RewardAsked[],
  now: Instant,
): readonly { readonly priced: PricedReward; readonly reward: Reward | null }[] {
  const found = new Map((rows as RewardRow[]).map((row) => [row.place, row]));
  return asked.map((one, index) => {
    const row = found.get(index + 1);
    if (row === undefined) return { priced: unknown(one.key), reward: null };
    const reward = rewardSchema.parse(row.definition);
    return { priced: shown(row.state, reward, one, now), reward };
  });
}

/** The same in one step, with what is asked of the person. `person`: as they are now; null: nobody is known. */
export async function rewardsForPricing(
  tx: Tx,
  business: Business,
  asked: readonly RewardAsked[],
  { person, now }: { readonly person: number | null; readonly now: Instant },
): Promise<readonly PricedReward[]> {
  if (asked.length === 0) return [];
  const read = readRewards(await tx.query(rewardsStatement(asked)), asked, now);
  if (person === null)
    return read.map(({ priced }) => ({
      ...priced,
      refused: priced.refused ?? { code: 'reward_needs_person' },
    }));
  const may = await fulfilled(
    tx,
    business,
    person,
    read.map(({ reward }) => reward?.for),
    now,
  );
  return read.map(({ priced }, index) =>
    priced.refused === null && may[index] === false
      ? { ...priced, refused: { code: 'reward_not_for_them' } }
      : priced,
  );
}

function shown(state: RewardState, reward: Reward, asked: RewardAsked, now: Instant): PricedReward {
  const units = unitsOf(reward.price, asked.units);
  const gives = units.ok ? givesOf(reward, units.value) : null;
  const refusal =
    offered({ state, definition: reward }, now) ??
    (units.ok ? (gives === null ? { code: 'reward_not_in_basket' } : null) : units.refusal);
  return {
    key: reward.key,
    name: reward.name,
    wallet: reward.price.wallet,
    units: units.ok ? units.value : (asked.units ?? 0),
    gives: gives ?? NOTHING,
    on: null,
    stock: reward.stock ?? null,
    perPerson: reward.perPerson ?? null,
    proof: reward.proof,
    refused:
      refusal === null
        ? null
        : { code: refusal.code, ...(refusal.detail === undefined ? {} : { detail: { ...refusal.detail } }) },
  };
}

/** Stands in where a reward takes nothing off a basket; it is refused then. */
const NOTHING: Gives = { kind: 'amount', amount: 1 };

/** Null: it has no place in a basket; it is redeemed for a code. */
function givesOf({ key, name, what, cost = 0 }: Reward, units: number): Gives | null {
  if (what.kind === 'discount') return what.gives === undefined ? null : givesFor(what.gives, units);
  if (what.kind === 'product') return { kind: 'free-product', item: what.item, pieces: what.pieces };
  return what.kind === 'service' || what.kind === 'gift' ? { kind: 'perk', perk: { key, name, cost } } : null;
}

function unknown(key: string): PricedReward {
  return {
    key,
    name: { fa: key, en: key },
    wallet: '',
    units: 0,
    gives: NOTHING,
    on: null,
    stock: null,
    perPerson: null,
    proof: false,
    refused: { code: 'reward_unknown' },
  };
}
