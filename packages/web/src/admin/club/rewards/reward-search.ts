import type { KeptReward, Redemption } from './queries.ts';

export const REWARD_STATES = [
  'draft',
  'active',
  'archived',
] as const satisfies readonly KeptReward['state'][];
export const REDEMPTION_STATES = [
  'open',
  'handed',
  'cancelled',
] as const satisfies readonly Redemption['state'][];

/** What the address of the page on rewards holds. */
export interface RewardsSearch {
  /** The catalogue is shown without it. */
  readonly view?: 'redemptions' | 'partners';
  /** The state of the rewards that are listed. */
  readonly state?: KeptReward['state'];
  /** The state of the redemptions that are listed. */
  readonly redeemed?: Redemption['state'];
  /** The reward that is open, by its key, or whose redemptions are listed. */
  readonly reward?: string;
  /** A new one is being made. */
  readonly add?: true;
}

export function readRewards(raw: Readonly<Record<string, unknown>>): RewardsSearch {
  const view = raw['view'] === 'redemptions' || raw['view'] === 'partners' ? raw['view'] : undefined;
  const state = REWARD_STATES.find((one) => one === raw['state']);
  const redeemed = REDEMPTION_STATES.find((one) => one === raw['redeemed']);
  const { reward } = raw;
  return {
    ...(view === undefined ? {} : { view }),
    ...(state === undefined ? {} : { state }),
    ...(redeemed === undefined ? {} : { redeemed }),
    ...(typeof reward === 'string' && /^[a-z][a-z0-9-]{0,62}$/.test(reward) ? { reward } : {}),
    ...(raw['add'] === true ? { add: true } : {}),
  };
}
