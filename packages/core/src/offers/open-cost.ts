import { discountOf, type Offer, perkOf } from './offer.ts';

/** What of an offer has not been given yet; null: without an end. Money in minor units. */
export interface OfferLeft {
  readonly uses: number | null;
  readonly money: number | null;
}

/**
 * The most that an offer can still cost when everybody takes it who may: by its budget, and by its uses where each has a
 * most. Null: nothing bounds it.
 */
export function mostOpenCost(offer: Offer, left: OfferLeft): number | null {
  const each = mostOfOneUse(offer);
  const byUses = each === null || left.uses === null ? null : each * left.uses;
  if (left.money === null || byUses === null) return left.money ?? byUses;
  return Math.min(left.money, byUses);
}

/** The most that one use costs; null: it depends on the basket. */
function mostOfOneUse({ gives }: Offer): number | null {
  const [discount, perk] = [discountOf(gives), perkOf(gives)?.cost ?? 0];
  if (discount === null) return perk;
  if (discount.kind === 'amount') return discount.amount + perk;
  return discount.kind === 'percent' && discount.cap !== undefined ? discount.cap + perk : null;
}
