import { type Because, evaluate } from '../criteria/index.ts';
import type { BusinessCalendar, Instant } from '../values/index.ts';
import { whyNotFor } from './eligible.ts';
import { holdingOf } from './person.ts';
import type { PricingReason } from './priced.ts';
import type { Buyer, OfferAtHand } from './pricing-input.ts';

/** Whether an offer is for a person at an instant. */
export interface Suiting {
  /** Why it is not; null: it is. */
  readonly against: PricingReason | null;
  /** What its criteria came to, with the facts; null: it asks for none, or is not for them for another reason. */
  readonly because: Because | null;
}

/** The same that is asked at the till of a person, without the basket, the place and what is left of bounds. */
export function suitingOf(
  at: Pick<OfferAtHand, 'offer' | 'chosen'>,
  {
    buyer,
    now,
    calendar,
    newcomerOrders,
  }: {
    readonly buyer: Buyer;
    readonly now: Instant;
    readonly calendar: BusinessCalendar;
    readonly newcomerOrders: number;
  },
): Suiting {
  const { who } = at.offer.for;
  const answers = holdingOf(buyer, who === undefined ? [] : [who], now, calendar);
  const against = whyNotFor(at, { buyer, now, calendar }, answers, newcomerOrders);
  const isDecided = against === null || against.code === 'offer_other_people';
  return {
    against,
    because: who === undefined || !isDecided ? null : evaluate(who, buyer.history, now, calendar).because,
  };
}
