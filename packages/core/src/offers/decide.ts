import type { Words } from '../ladder/index.ts';
import { type Asked, askedOf } from './asked.ts';
import type { Bound, Counting } from './counters.ts';
import type { Guard } from './guard-settings.ts';
import { holdBack } from './guard.ts';
import { linesOn } from './lines.ts';
import { discountOf, type Give, type On, type Perk, perkOf } from './offer.ts';
import type { Decision, PricingReason } from './priced.ts';
import { proposeInstead } from './propose.ts';
import { sumOf } from './proportion.ts';
import { type Standing, togetherBound } from './standing.ts';

/** Something that could be given: an offer by itself, an offer by a code, a reward that was chosen. */
export interface Candidate {
  readonly source: string;
  readonly offer: { readonly key: string; readonly version: number } | null;
  readonly name: Words;
  readonly gives: Give;
  readonly on: On | null;
  readonly bounds: readonly Bound[];
  readonly order: number;
  readonly exclusive: boolean;
  /** Of candidates with one of these names in common at most one is given. */
  readonly groups: readonly string[];
  readonly mostTogether: number | null;
  /** `whole`: as it is or not at all, for it was paid for. */
  readonly heldBack: 'refuse' | 'trim' | 'swap' | 'whole';
  /** Why no discount of it may be given, whatever its size. */
  readonly noDiscount: PricingReason | null;
  /** What the goods of the basket had to come to for it; null: nothing was asked. */
  readonly leastBasket: number | null;
  /** The units of a wallet a reward costs. */
  readonly price: { readonly wallet: string; readonly units: number } | null;
}

/**
 * Decides one candidate on a basket as it stands, and takes off what is given: `standing` and `counting` move on. What was
 * skipped, trimmed or swapped says why; so does what was given.
 */
export function decide(
  candidate: Candidate,
  standing: Standing,
  counting: Counting,
  guard: Guard | null,
): Decision {
  const { gives, heldBack, noDiscount } = candidate;
  const [discount, perk] = [discountOf(gives), perkOf(gives)];
  const on = linesOn(standing.facts, candidate.on);
  if (on.length === 0 && (discount !== null || candidate.on !== null))
    return skipped(candidate, standing, 0, { code: 'nothing_it_is_on' });
  const asked: Asked =
    discount === null
      ? { off: standing.nets.map(() => 0), given: standing.given.map(() => 0) }
      : askedOf(discount, on, standing.facts, standing.nets);
  const total = sumOf(asked.off);
  if (perk === null && total === 0) return skipped(candidate, standing, 0, nothingOff(candidate));
  if (heldBack === 'whole' && discount?.kind === 'amount' && total < discount.amount) {
    return skipped(candidate, standing, total, {
      code: 'reward_above_basket',
      detail: { amount: discount.amount, left: total },
    });
  }
  const own = candidate.mostTogether === null ? null : togetherBound(on, candidate.mostTogether);
  const money = moneyLeft(candidate.bounds, counting);
  const hold = (what: Asked, cost: number) => holdBack(what, standing, { own, money, perk: cost });
  const held =
    noDiscount !== null && total > 0
      ? { off: asked.off.map(() => 0), reasons: [noDiscount] }
      : hold(asked, perk?.cost ?? 0);
  const perks = guard?.perks ?? [];
  const fits = (off: readonly number[], cost: number): boolean =>
    (sumOf(off) === 0 || noDiscount === null) &&
    hold({ off, given: off.map(() => 0) }, cost).reasons.length === 0;

  const give = (
    outcome: 'applied' | 'trimmed' | 'swapped',
    off: readonly number[],
    given: readonly number[],
    with_: Perk | null,
    more: Pick<Decision, 'reasons'> & Partial<Pick<Decision, 'proposal'>>,
  ): Decision => {
    const amount = sumOf(off);
    const cost = amount + (with_?.cost ?? 0);
    standing.nets = standing.nets.map((net, place) => net - (off[place] ?? 0));
    standing.given = standing.given.map((pieces, place) => pieces + (given[place] ?? 0));
    standing.perks += with_?.cost ?? 0;
    if (own !== null) standing.together = [...standing.together, own];
    for (const bound of candidate.bounds)
      counting.claim(bound, candidate.source, bound.counts === 'uses' ? 1 : cost);
    return {
      ...named(candidate),
      outcome,
      amount,
      lines: [...off],
      asked: total,
      cost,
      ...(candidate.leastBasket === null ? {} : { leastBasket: candidate.leastBasket }),
      ...(with_ === null ? {} : { perk: with_.name }),
      ...more,
    };
  };

  if (held.reasons.length === 0) {
    // The same thanks for less is worth saying even where the discount is borne.
    const better =
      heldBack === 'whole' || perk !== null
        ? null
        : proposeInstead(
            asked.off,
            perks.filter(({ worth }) => worth !== undefined),
            fits,
            {
              alone: false,
              least: total,
            },
          );
    const reasons = [{ code: 'given', detail: { amount: total } }];
    return give('applied', asked.off, asked.given, perk, {
      reasons,
      ...(better === null ? {} : { proposal: better.proposal }),
    });
  }
  const reasons = [...held.reasons];
  if (heldBack === 'whole') return { ...skipped(candidate, standing, total), reasons };
  const swap = perk === null ? proposeInstead(asked.off, perks, fits, { alone: true, least: 0 }) : null;
  const proposal = swap === null ? {} : { proposal: swap.proposal };
  if (heldBack === 'swap' && swap !== null) {
    const detail = { cost: swap.proposal.cost, instead: swap.proposal.instead };
    reasons.push({ code: 'perk_instead', detail });
    return give(
      'swapped',
      swap.off,
      standing.given.map(() => 0),
      swap.perk,
      { reasons, ...proposal },
    );
  }
  // A piece that is no longer free has its floor again.
  const none = standing.given.map(() => 0);
  const { off } = hold({ off: held.off, given: none }, perk?.cost ?? 0);
  const trimmed = sumOf(off);
  const bornePerk = perk !== null && fits(off, perk.cost);
  if (heldBack === 'trim' && (perk === null ? trimmed > 0 : bornePerk)) {
    reasons.push({ code: 'trimmed_to', detail: { amount: trimmed, asked: total } });
    return give('trimmed', off, none, perk, { reasons, ...proposal });
  }
  return { ...skipped(candidate, standing, total), reasons, ...proposal };
}

function nothingOff({ gives }: Candidate): PricingReason {
  const discount = discountOf(gives);
  if (discount?.kind === 'free-product')
    return { code: 'free_product_missing', detail: { item: discount.item } };
  if (discount?.kind === 'buy-get')
    return { code: 'too_few_pieces', detail: { buy: discount.buy, get: discount.get } };
  return { code: 'nothing_off' };
}

/** What is left of the tightest bound of money; null: none bounds it. */
function moneyLeft(bounds: readonly Bound[], counting: Counting): number | null {
  let least: number | null = null;
  for (const bound of bounds) {
    const left = bound.counts === 'money' ? counting.left(bound) : null;
    if (left !== null && (least === null || left < least)) least = left;
  }
  return least;
}

function named({ source, offer, name }: Candidate): Pick<Decision, 'source' | 'offer' | 'name'> {
  return { source, ...(offer === null ? {} : { offer: { ...offer } }), name };
}

/** Nothing is given, and why. */
export function skipped(
  candidate: Pick<Candidate, 'source' | 'offer' | 'name'> & Partial<Candidate>,
  standing: Pick<Standing, 'facts'>,
  asked: number,
  ...reasons: PricingReason[]
): Decision {
  const { source, offer, name } = candidate;
  return {
    source,
    ...(offer === null ? {} : { offer: { ...offer } }),
    name,
    outcome: 'skipped',
    amount: 0,
    lines: standing.facts.map(() => 0),
    asked,
    cost: 0,
    reasons,
  };
}
