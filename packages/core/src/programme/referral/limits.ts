import type { ReferralLimits, ReferralReward } from './terms.ts';

/** What a referrer was rewarded with and still has, and this month's part of it: of all people they are one with. */
export interface ReferrerSoFar {
  readonly friends: number;
  readonly friendsThisMonth: number;
  readonly units: ReadonlyMap<string, number>;
  readonly unitsThisMonth: ReadonlyMap<string, number>;
  /** This very friend is counted among them already, for an earlier step. */
  readonly countsFriend: boolean;
}

export type LimitReached = 'friends' | 'friends-per-month' | 'units';

export interface Allowed {
  /** What may be paid: a reward that does not fit is cut, one for which nothing is left is not there. */
  readonly pay: readonly ReferralReward[];
  /** What is not paid, by wallet. */
  readonly withheld: readonly ReferralReward[];
  readonly reached: LimitReached | null;
}

/** How much of a referrer's reward the limits let through. */
export function withinLimits(
  limits: ReferralLimits | undefined,
  rewards: readonly ReferralReward[],
  so: ReferrerSoFar,
): Allowed {
  if (!so.countsFriend && so.friends >= (limits?.friends ?? Number.POSITIVE_INFINITY))
    return { pay: [], withheld: rewards, reached: 'friends' };
  if (!so.countsFriend && so.friendsThisMonth >= (limits?.friendsPerMonth ?? Number.POSITIVE_INFINITY))
    return { pay: [], withheld: rewards, reached: 'friends-per-month' };
  const pay: ReferralReward[] = [];
  const withheld: ReferralReward[] = [];
  for (const { wallet, units } of rewards) {
    const left = Math.min(
      leftIn(limits?.units, wallet, so.units),
      leftIn(limits?.unitsPerMonth, wallet, so.unitsThisMonth),
    );
    const fits = Math.min(units, left);
    if (fits > 0) pay.push({ wallet, units: fits });
    if (fits < units) withheld.push({ wallet, units: units - fits });
  }
  return { pay, withheld, reached: withheld.length > 0 ? 'units' : null };
}

function leftIn(
  most: readonly ReferralReward[] | undefined,
  wallet: string,
  so: ReadonlyMap<string, number>,
): number {
  const limit = most?.find((one) => one.wallet === wallet);
  return limit === undefined ? Number.POSITIVE_INFINITY : Math.max(0, limit.units - (so.get(wallet) ?? 0));
}
