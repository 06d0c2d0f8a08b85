import type { Criteria } from '../criteria/index.ts';
import { boundsOfGuard, boundsOfOffer, boundsOfReward, boundsOfVoucher, type Counting } from './counters.ts';
import { type Candidate, skipped } from './decide.ts';
import { whyNotFor, whyNotHere, whyNoUse } from './eligible.ts';
import { lessonOf, whyNoDiscount } from './guard.ts';
import type { LineFacts } from './lines.ts';
import { discountOf, type Offer } from './offer.ts';
import type { Holding } from './person.ts';
import type { Decision, PricingReason } from './priced.ts';
import type { OfferAtHand, PricingInput, VoucherAtHand } from './pricing-input.ts';

/** Rewards come after all offers: they take off what the customer still has to pay. */
const REWARD_ORDER = 1_000_000;

export interface Sorted {
  /** In the order in which they are taken off. */
  readonly candidates: readonly Candidate[];
  /** What is not for this basket, person, place or time. */
  readonly skipped: readonly Decision[];
}

/** The criteria that the offers at hand ask about the person. */
export function criteriaOfOffers(offers: readonly OfferAtHand[]): Criteria[] {
  return offers.flatMap(({ offer }) => (offer.for.who === undefined ? [] : [offer.for.who]));
}

/**
 * Sorts what is at hand into what could be given and what could not, with the reason. Neither the order in which offers
 * stand nor the one in which codes were shown matters: lower numbers of order come first, then keys, then numbers of codes.
 */
export function candidatesOf(
  input: PricingInput,
  facts: readonly LineFacts[],
  answers: Holding | null,
  counting: Counting,
): Sorted {
  const { buyer, guard, now, calendar, base } = input;
  const lesson = lessonOf(guard, buyer?.history ?? null, now, calendar.zone);
  const noDiscount = (offer: Offer): PricingReason | null =>
    discountOf(offer.gives) === null
      ? null
      : whyNoDiscount(offer, guard, { base, keptOrders: answers?.keptOrders ?? 0, lesson });
  const candidates: Candidate[] = [];
  const left: Decision[] = [];
  const consider = (candidate: Candidate, why: PricingReason | null): void => {
    const person = buyer?.person ?? null;
    const reason = why ?? whyNoUse(candidate.bounds, counting, person);
    if (reason === null) candidates.push(candidate);
    else left.push(skipped(candidate, { facts }, 0, reason));
  };
  const whyNot = (at: OfferAtHand): PricingReason | null =>
    whyNotHere(at.offer, input, facts) ?? whyNotFor(at, input, answers, input.guard?.newcomerOrders ?? 1);

  const byKey = new Map(input.offers.map((at) => [at.offer.key, at]));
  for (const at of byKey.values()) {
    if (at.offer.by === 'code') continue;
    const candidate = ofOffer(at, input, null, noDiscount(at.offer));
    const why = whyNot(at);
    // What nobody asked for is told only to whom it could be given.
    if (at.offer.by === 'asking' && !at.asked) {
      if (why === null) left.push(skipped(candidate, { facts }, 0, { code: 'not_asked' }));
    } else consider(candidate, why);
  }
  for (const voucher of onceEach(input.vouchers)) {
    const at = voucher.offer === null ? undefined : byKey.get(voucher.offer);
    if (at === undefined) {
      const source = `voucher:${voucher.id}`;
      const reason = voucher.refused ?? { code: 'code_brings_nothing' };
      left.push(skipped({ source, offer: null, name: voucher.name }, { facts }, 0, reason));
    } else consider(ofOffer(at, input, voucher, noDiscount(at.offer)), voucher.refused ?? whyNot(at));
  }
  // A reward is taken once in a basket.
  for (const reward of new Map(input.rewards.map((one) => [one.key, one])).values()) {
    consider(
      {
        source: `reward:${reward.key}`,
        offer: null,
        name: reward.name,
        gives: reward.gives,
        on: reward.on,
        bounds: boundsOfReward(reward),
        order: REWARD_ORDER,
        exclusive: false,
        groups: [],
        mostTogether: null,
        heldBack: 'whole',
        noDiscount: null,
        leastBasket: null,
        price: { wallet: reward.wallet, units: reward.units },
      },
      reward.refused,
    );
  }
  candidates.sort((a, b) => a.order - b.order || compared(a, b));
  return { candidates, skipped: left };
}

function compared(a: Candidate, b: Candidate): number {
  const [left, right] = [a.offer?.key ?? a.source, b.offer?.key ?? b.source];
  if (left !== right) return left < right ? -1 : 1;
  // Numbers of codes have no leading noughts: the shorter is the lower.
  return a.source.length - b.source.length || (a.source < b.source ? -1 : a.source > b.source ? 1 : 0);
}

function ofOffer(
  { offer, version }: OfferAtHand,
  input: PricingInput,
  voucher: VoucherAtHand | null,
  noDiscount: PricingReason | null,
): Candidate {
  const { guard, now, calendar } = input;
  return {
    source: voucher === null ? `offer:${offer.key}` : `voucher:${voucher.id}`,
    offer: { key: offer.key, version },
    name: offer.name,
    gives: offer.gives,
    on: offer.on ?? null,
    bounds: [
      ...(voucher === null ? [] : boundsOfVoucher(voucher)),
      ...boundsOfOffer(offer, now),
      ...boundsOfGuard(guard, now, calendar),
    ],
    order: offer.stacking.order,
    exclusive: offer.stacking.exclusive,
    groups: groupsOf(offer),
    mostTogether: offer.stacking.mostTogether ?? null,
    heldBack: offer.heldBack ?? guard?.heldBack ?? 'trim',
    noDiscount,
    leastBasket: offer.leastBasket ?? null,
    price: null,
  };
}

/** One offer is given once in a basket, however many codes bring it. */
function groupsOf({ key, stacking: { group } }: Offer): string[] {
  return group === undefined ? [`offer:${key}`] : [`offer:${key}`, `group:${group}`];
}

/** A code that is shown twice is one code. */
function onceEach(vouchers: readonly VoucherAtHand[]): VoucherAtHand[] {
  return [...new Map(vouchers.map((one) => [one.id, one])).values()].sort((a, b) => a.id - b.id);
}
