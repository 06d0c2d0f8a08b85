import { isChosen, lineGross } from '../programme/index.ts';
import { type Instant, weekday, zoneOf } from '../values/index.ts';
import type { Bound, Counting } from './counters.ts';
import { daysSinceGiven } from './habits.ts';
import type { LineFacts } from './lines.ts';
import type { Offer, When } from './offer.ts';
import type { Holding } from './person.ts';
import type { PricingReason } from './priced.ts';
import type { OfferAtHand, PricingInput } from './pricing-input.ts';
import { sumOf } from './proportion.ts';

/** Where an instant lies towards an offer's time; null: within it. */
export function whyNotNow(when: When, now: Instant): PricingReason | null {
  if (when.from !== undefined && now < when.from)
    return { code: 'offer_not_yet', detail: { from: when.from } };
  if (when.to !== undefined && now >= when.to) return { code: 'offer_over', detail: { to: when.to } };
  const zone = zoneOf(when.zone);
  const minute = Math.floor((now + zone.offsetAt(now)) / 60_000) % 1440;
  const inside = when.hours?.find(({ from, to }) =>
    from < to ? minute >= from && minute < to : minute >= from || minute < to,
  );
  if (when.hours !== undefined && inside === undefined) return { code: 'offer_other_hours' };
  // A stretch that runs over midnight belongs to the day on which it began.
  const began = inside !== undefined && inside.from >= inside.to && minute < inside.to ? 1 : 0;
  const day = weekday(zone.dayOf(now) - began);
  return when.weekdays === undefined || when.weekdays.includes(day) ? null : { code: 'offer_other_weekday' };
}

/** Why an offer is not for this basket, this place and this time; null: it is. */
export function whyNotHere(
  offer: Offer,
  input: PricingInput,
  facts: readonly LineFacts[],
): PricingReason | null {
  const time = whyNotNow(offer.when, input.now);
  if (time !== null) return time;
  const { channel, branch, method } = input.basket;
  if (!isChosen(offer.channels, channel)) return { code: 'offer_other_channel' };
  if (!isChosen(offer.branches, branch)) return { code: 'offer_other_branch' };
  if (!isChosen(offer.methods, method)) return { code: 'offer_other_method' };
  const goods = sumOf(facts.filter(({ kind }) => kind === 'goods').map(({ line }) => lineGross(line)));
  const least = offer.leastBasket ?? 0;
  if (goods < least) return { code: 'basket_too_small', detail: { least, missing: least - goods } };
  return null;
}

/** Why an offer is not for this person; null: it is. */
export function whyNotFor(
  { offer, chosen: onList }: Pick<OfferAtHand, 'offer' | 'chosen'>,
  input: Pick<PricingInput, 'buyer' | 'now' | 'calendar'>,
  answers: Holding | null,
  newcomerOrders: number,
): PricingReason | null {
  const { who, rungs, appreciation, chosen: listed } = offer.for;
  const { buyer } = input;
  const asksForPerson =
    who !== undefined ||
    rungs !== undefined ||
    appreciation !== undefined ||
    listed === true ||
    !offer.newcomers ||
    offer.leastDaysBetween !== undefined ||
    offer.limits?.perPerson !== undefined;
  if (buyer === null || answers === null) return asksForPerson ? { code: 'person_needed' } : null;
  if (listed === true && !onList) return { code: 'not_chosen' };
  if (rungs !== undefined && !rungs.rungs.includes(buyer.rungs[rungs.ladder] ?? ''))
    return { code: 'offer_other_rung' };
  if (appreciation !== undefined && (buyer.appreciation ?? 0) < appreciation)
    return { code: 'appreciation_too_low', detail: { least: appreciation, score: buyer.appreciation ?? 0 } };
  if (!offer.newcomers && answers.keptOrders < newcomerOrders)
    return { code: 'not_for_newcomers', detail: { orders: newcomerOrders, kept: answers.keptOrders } };
  if (who !== undefined && !answers.holds(who)) return { code: 'offer_other_people' };
  if (offer.leastDaysBetween !== undefined) {
    const since = daysSinceGiven(buyer.history, offer.key, input.now, zoneOf(input.calendar.zone));
    if (since !== null && since < offer.leastDaysBetween)
      return { code: 'given_recently', detail: { days: since, least: offer.leastDaysBetween } };
  }
  return null;
}

/** Which bound of uses is reached already; null: there is a use left of each. A person's bound needs a person. */
export function whyNoUse(
  bounds: readonly Bound[],
  counting: Counting,
  person: number | null,
): PricingReason | null {
  for (const bound of bounds) {
    if (bound.counts !== 'uses' || bound.limit === null) continue;
    if (bound.of === 'person' && person === null) return { code: 'person_needed' };
    if (counting.left(bound) !== 0) continue;
    const code =
      bound.of === 'person' ? 'uses_of_person' : bound.key.includes(':day:') ? 'uses_of_day' : 'uses_all';
    return { code, detail: { limit: bound.limit } };
  }
  return null;
}
