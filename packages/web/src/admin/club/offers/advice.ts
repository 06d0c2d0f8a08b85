import {
  type Discount,
  discountOf,
  type Offer,
  type OfferRuns,
  type Perk,
  proposeInstead,
} from '@nardeban/core/offers';
import type { KeptOffer } from './queries.ts';

/** When public discounts ran, as far as it is kept: those that were archived until they were. */
export function runsOf(
  past: readonly Pick<KeptOffer, 'offer' | 'state' | 'madeAt' | 'changedAt'>[],
  { but, now }: { readonly but: string; readonly now: number },
): OfferRuns['runs'] {
  return past.flatMap(({ offer, state, madeAt, changedAt }) => {
    if (state === 'draft' || offer.key === but) return [];
    if (offer.announcement !== 'public' || discountOf(offer.gives) === null) return [];
    const from = Math.max(madeAt, offer.when.from ?? madeAt);
    const to = Math.min(state === 'archived' ? changedAt : now, offer.when.to ?? now);
    return from < to ? [{ from, to }] : [];
  });
}

/** A smaller discount and a perk in place of a discount, and what both cost on a basket of this amount. */
export interface Instead {
  readonly perk: Perk;
  readonly discount: number;
  readonly cost: number;
  readonly instead: number;
}

/** Null: the discount says nothing of a basket by itself, or no perk that is known costs less. */
export function insteadOf(offer: Offer, perks: readonly Perk[], basket: number): Instead | null {
  const { gives } = offer;
  // What is a perk already, or has one beside it, need not become one.
  if (gives.kind === 'perk' || gives.kind === 'combination') return null;
  const off = takenOff(gives, basket);
  const swap = off === 0 ? null : proposeInstead([off], perks, () => true, { alone: true, least: 0 });
  if (swap === null) return null;
  const { discount, cost, instead } = swap.proposal;
  return { perk: swap.perk, discount, cost, instead };
}

function takenOff(discount: Discount, basket: number): number {
  if (discount.kind === 'amount') return Math.min(discount.amount, basket);
  if (discount.kind !== 'percent') return 0;
  const off = Math.floor((basket * discount.share) / 10_000);
  return discount.cap === undefined ? off : Math.min(off, discount.cap);
}

/** The offer with half of its discount and a perk, or with the perk alone. */
export function swapped(offer: Offer, { perk, discount }: Pick<Instead, 'perk' | 'discount'>): Offer {
  const { gives } = offer;
  if (discount === 0 || (gives.kind !== 'percent' && gives.kind !== 'amount'))
    return { ...offer, gives: { kind: 'perk', perk } };
  const half: Discount =
    gives.kind === 'amount'
      ? { kind: 'amount', amount: Math.max(1, Math.floor(gives.amount / 2)) }
      : {
          kind: 'percent',
          share: Math.max(1, Math.floor(gives.share / 2)),
          ...(gives.cap === undefined ? {} : { cap: Math.max(1, Math.floor(gives.cap / 2)) }),
        };
  return { ...offer, gives: { kind: 'combination', discount: half, perk } };
}
