import { accept, refuse, type Result } from '../../values/index.ts';
import type { Claim } from '../earned.ts';
import type { Reward, RewardGives, RewardPrice } from './definition.ts';

/**
 * How many units are spent. A fixed price is what it is; of a range the customer chooses, and without a choice it is the
 * least. Refusals: `reward_units_wrong` with what may be chosen.
 */
export function unitsOf(price: RewardPrice, chosen: number | null): Result<number> {
  const [least, most] = price.kind === 'fixed' ? [price.units, price.units] : [price.least, price.most];
  const step = (price.kind === 'range' ? price.step : undefined) ?? 1;
  const units = chosen ?? Math.ceil(least / step) * step;
  return units >= least && units <= most && units % step === 0
    ? accept(units)
    : refuse('reward_units_wrong', 'units', { least, most, step });
}

/** No basket comes to more, in minor units. */
const MOST_MONEY = 1_000_000_000_000_000n;

/** What a discount reward takes off for these units, as an offer gives it. Null: nothing, the units are too few. */
export function givesFor(
  gives: RewardGives,
  units: number,
):
  | { readonly kind: 'percent'; readonly share: number; readonly cap?: number }
  | { readonly kind: 'amount'; readonly amount: number }
  | null {
  if (gives.kind === 'amount') return gives;
  if (gives.kind === 'percent')
    return { kind: 'percent', share: gives.share, ...(gives.cap === undefined ? {} : { cap: gives.cap }) };
  const worth = (BigInt(units) * BigInt(gives.amount)) / BigInt(gives.units);
  const amount = worth > MOST_MONEY ? Number(MOST_MONEY) : Number(worth);
  return amount === 0 ? null : { kind: 'amount', amount };
}

/** What of a reward is bounded: how many there are of everybody together, and how many one person may have. */
export function claimsOfReward({
  key,
  stock,
  perPerson,
}: Pick<Reward, 'key' | 'stock' | 'perPerson'>): Claim[] {
  const claims: Claim[] = [];
  if (stock !== undefined) claims.push({ key: `reward:${key}:stock`, add: 1, limit: stock, of: 'all' });
  if (perPerson !== undefined)
    claims.push({ key: `reward:${key}:uses`, add: 1, limit: perPerson, of: 'person' });
  return claims;
}
