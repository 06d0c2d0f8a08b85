import type { Instant } from '../values/index.ts';
import { baseBears, type BaseStability } from './base.ts';
import type { Guard } from './guard-settings.ts';
import { type OfferRuns, shareOfDaysOnOffer } from './habits.ts';
import { type Discount, discountOf, type Offer } from './offer.ts';
import type { PricingReason } from './priced.ts';

/** Days looked back on for how often there was something public, and from which share of them it has become the price. */
const LOOKED_BACK = 90;
const MOST_DAYS = 5_000;

/**
 * What to think of before an offer is published, as reasons: nothing here refuses, the guard does that basket by basket.
 * `marginRate` is what the business usually keeps of revenue, in hundredths of a percent; `runs` are the public discounts of
 * the past.
 */
export function adviseOffer(
  offer: Offer,
  {
    guard,
    base,
    marginRate,
    runs,
    now,
  }: {
    readonly guard: Guard | null;
    readonly base: BaseStability;
    readonly marginRate: number;
    readonly runs: OfferRuns['runs'];
    readonly now: Instant;
  },
): PricingReason[] {
  const discount = discountOf(offer.gives);
  const found: PricingReason[] = [];
  if (offer.budget === undefined) found.push({ code: 'advice_no_budget' });
  if (discount === null) return found;
  if (offer.announcement === 'public') {
    const needed = guard?.publicNeeds ?? 10_000;
    if (!baseBears(base, needed)) {
      found.push(
        base.kind === 'unknown'
          ? { code: 'base_unknown', detail: { needed } }
          : { code: 'base_not_stable', detail: { covered: base.covered, needed } },
      );
    }
    if (Object.keys(offer.for).length === 0) found.push({ code: 'advice_public_for_everybody' });
    const share = shareOfDaysOnOffer({ runs }, { now, zone: offer.when.zone, days: LOOKED_BACK });
    if (share >= MOST_DAYS)
      found.push({ code: 'advice_always_on_offer', detail: { share, days: LOOKED_BACK } });
  }
  if (offer.newcomers && offer.limits?.perPerson !== 1) found.push({ code: 'advice_habit_of_newcomers' });
  const share = shareOf(discount);
  if (share > marginRate) found.push({ code: 'advice_above_margin', detail: { share, margin: marginRate } });
  return found;
}

/** What a discount takes off what it is on, where that can be said without a basket; else 0. */
function shareOf(discount: Discount): number {
  if (discount.kind === 'percent') return discount.share;
  if (discount.kind !== 'buy-get') return 0;
  return Math.floor((discount.share * discount.get) / (discount.buy + discount.get));
}
