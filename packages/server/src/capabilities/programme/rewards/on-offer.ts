import { unitsOf } from '@nardeban/core/programme';
import type { Instant, Refusal } from '@nardeban/core/values';
import type { Tx } from '../../../platform/database/index.ts';
import type { Business } from '../../../platform/tenancy/index.ts';
import { type KeptReward, listRewards } from './catalogue.ts';
import { fulfilled, offerClosed, offered } from './eligibility.ts';

/** A reward as a customer sees it. */
export interface RewardOnOffer {
  readonly reward: KeptReward;
  /** The fewest units it costs. */
  readonly from: number;
  /** Whether they fulfil what is asked; false: it is shown as something to look forward to. */
  readonly theirs: boolean;
  /** Why its code would give nothing now; null: it gives something. */
  readonly closed: Refusal | null;
}

const MOST = 200;

/** Rewards that can be had now, the newest first, and which of them this person (as they are now) may have. */
export async function rewardsOnOffer(
  tx: Tx,
  business: Business,
  person: number,
  now: Instant,
): Promise<readonly RewardOnOffer[]> {
  const { rewards } = await listRewards(tx, { state: 'active', limit: MOST });
  const there = rewards.filter((one) => offered(one, now) === null);
  const may = await fulfilled(
    tx,
    business,
    person,
    there.map(({ definition }) => definition.for),
    now,
  );
  return there.map((reward, index) => {
    const least = unitsOf(reward.definition.price, null);
    return {
      reward,
      from: least.ok ? least.value : 0,
      theirs: may[index] ?? false,
      closed: offerClosed(reward, now),
    };
  });
}
