import {
  accept,
  type Instant,
  type Language,
  type Refusal,
  type Result,
  sayRefusal,
} from '@nardeban/core/values';
import type { Tx } from '../../platform/database/index.ts';
import type { Business } from '../../platform/tenancy/index.ts';
import { balancesOf, redeemReward, rewardsOnOffer } from '../programme/index.ts';

/** A reward as a member sees it. */
export interface MemberReward {
  readonly key: string;
  readonly name: string;
  readonly about: string | null;
  /** The number of its first picture. */
  readonly image: number | null;
  readonly wallet: string;
  readonly least: number;
  readonly most: number;
  readonly step: number;
  /** How many are left; null: there is no end of them. */
  readonly left: number | null;
  /** How many units are still missing. */
  readonly missing: number;
  /** Why else they cannot have it now, as a sentence; null: nothing else stands in the way. */
  readonly why: string | null;
}

/** Everything on offer; what they cannot have yet says why, so that it is something to look forward to. */
export async function memberRewards(
  tx: Tx,
  business: Business,
  person: number,
  { now, language }: { readonly now: Instant; readonly language: Language },
): Promise<readonly MemberReward[]> {
  const rewards = await rewardsOnOffer(tx, business, person, now);
  const balances = new Map(
    (await balancesOf(tx, { kind: 'person', id: person }, { now })).map((one) => [one.wallet, one.available]),
  );
  return rewards.map(({ reward: { key, definition, images, left }, from, theirs, closed }): MemberReward => {
    const { price, what, name, about } = definition;
    const available = balances.get(price.wallet) ?? 0;
    const step = price.kind === 'range' ? (price.step ?? 1) : 1;
    const most = price.kind === 'fixed' ? from : Math.floor(Math.min(price.most, available) / step) * step;
    const refusal: Refusal | null = !theirs
      ? { code: 'reward_not_for_them' }
      : left === 0
        ? { code: 'reward_out_of_stock' }
        : what.kind === 'discount' && what.offer === undefined
          ? { code: 'reward_in_basket_only' }
          : closed;
    return {
      key,
      name: name[language],
      about: about?.[language] ?? null,
      image: images[0] ?? null,
      wallet: price.wallet,
      least: from,
      most: Math.max(from, most),
      step,
      left,
      missing: Math.max(0, from - available),
      why: refusal === null ? null : sayRefusal(refusal, language),
    };
  });
}

/**
 * Takes a reward. Whoever is signed in has proved their mobile by a code, which is the proof that a reward may ask for.
 * Refusals: those of `redeemReward`.
 */
export async function takeReward(
  tx: Tx,
  business: Business,
  asked: {
    readonly person: number;
    readonly key: string;
    readonly units: number | null;
    readonly now: Instant;
  },
): Promise<Result<{ readonly code: string; readonly endsAt: Instant | null }>> {
  const { person, key, units, now } = asked;
  const author = { by: `member ${person}`, now };
  const redeemed = await redeemReward(tx, business, { key, person, units, proven: true }, author);
  if (!redeemed.ok) return redeemed;
  const { code, endsAt } = redeemed.value;
  return accept({ code, endsAt });
}
