import type { History } from '../facts/index.ts';
import { divide } from '../programme/index.ts';
import type { Instant } from '../values/index.ts';
import type { Asked } from './asked.ts';
import { baseBears, type BaseStability } from './base.ts';
import type { Guard } from './guard-settings.ts';
import { discountHabit, teachesToWait } from './habits.ts';
import type { Offer } from './offer.ts';
import type { PricingReason } from './priced.ts';
import { sumOf } from './proportion.ts';
import { floorsWith, type Standing, type TogetherBound } from './standing.ts';

/** What the guard leaves of a discount, line by line, and what it held back for. No reason: nothing was held back. */
export interface Held {
  readonly off: readonly number[];
  readonly reasons: readonly PricingReason[];
}

/**
 * Holds a discount to what the lines, the sum of discounts, the money that is left of a budget and the basket bear. What does
 * not fit is taken from all lines by their part of it.
 *
 * @param own the offer's own bound on the sum of discounts, if it has one
 * @param money what is left of the tightest budget; null: none
 * @param perk what the perk costs that is given with it
 */
export function holdBack(
  asked: Asked,
  standing: Standing,
  {
    own,
    money,
    perk,
  }: { readonly own: TogetherBound | null; readonly money: number | null; readonly perk: number },
): Held {
  const reasons: PricingReason[] = [];
  const floors = floorsWith(standing, asked.given);
  let off: readonly number[] = asked.off.map((part, place) =>
    Math.min(part, Math.max(0, (standing.nets[place] ?? 0) - (floors[place] ?? 0))),
  );
  const short = sumOf(asked.off) - sumOf(off);
  if (short > 0) reasons.push({ code: 'below_margin_of_line', detail: { over: short } });

  for (const { places, most, share } of own === null ? standing.together : [...standing.together, own]) {
    const already = sumOf(
      places.map((place) => (standing.facts[place]?.gross ?? 0) - (standing.nets[place] ?? 0)),
    );
    const here = sumOf(places.map((place) => off[place] ?? 0));
    const room = Math.max(0, most - already);
    if (here <= room) continue;
    const parts = divide(
      room,
      places.map((place) => off[place] ?? 0),
    );
    const byPlace = new Map(places.map((place, index) => [place, parts[index] ?? 0]));
    off = off.map((part, place) => byPlace.get(place) ?? part);
    reasons.push({ code: 'stacked_beyond_limit', detail: { share, over: here - room } });
  }

  if (money !== null && sumOf(off) + perk > money) {
    reasons.push({ code: 'budget_spent', detail: { left: money } });
    off = divide(Math.max(0, money - perk), off);
  }

  const bears = (total: number): boolean => {
    const parts = divide(total, off);
    const nets = standing.nets.map((net, place) => net - (parts[place] ?? 0));
    return standing.basket.bears(nets, standing.perks + perk);
  };
  const total = sumOf(off);
  if (total + perk > 0 && !bears(total)) {
    const most = largest(total, bears);
    reasons.push({ code: 'below_margin_of_basket', detail: { over: total - most } });
    off = divide(most, off);
  }
  return { off, reasons };
}

/** The largest number up to `most` that is borne, by halving; 0 where none is. */
function largest(most: number, bears: (total: number) => boolean): number {
  let [low, high] = [0, most];
  while (high - low > 1) {
    const middle = low + Math.floor((high - low) / 2);
    if (bears(middle)) low = middle;
    else high = middle;
  }
  return low;
}

/**
 * Why the guard gives no discount of this offer at all, whatever its size: told in public on an unstable base, a habit made
 * of a newcomer, one more lesson in waiting. Null: it may be given. Perks alone are never asked about.
 *
 * A discount that a newcomer can have once only is a welcome, not a habit.
 *
 * @param lesson what `lessonOf` says of the person
 */
export function whyNoDiscount(
  offer: Offer,
  guard: Guard | null,
  {
    base,
    keptOrders,
    lesson,
  }: {
    readonly base: BaseStability;
    readonly keptOrders: number;
    readonly lesson: PricingReason | null;
  },
): PricingReason | null {
  if (guard === null) return null;
  const { publicNeeds, newcomerOrders } = guard;
  if (offer.announcement === 'public' && publicNeeds !== undefined && !baseBears(base, publicNeeds)) {
    return base.kind === 'unknown'
      ? { code: 'base_unknown', detail: { needed: publicNeeds } }
      : { code: 'base_not_stable', detail: { covered: base.covered, needed: publicNeeds } };
  }
  if (newcomerOrders !== undefined && offer.limits?.perPerson !== 1 && keptOrders < newcomerOrders)
    return { code: 'habit_of_newcomer', detail: { kept: keptOrders, orders: newcomerOrders } };
  return lesson;
}

/** What one more discount would teach this person: to wait for the next one. Null: nothing, or nobody asks. */
export function lessonOf(
  guard: Guard | null,
  history: History | null,
  now: Instant,
  zone: string,
): PricingReason | null {
  const waiting = guard?.waiting;
  if (waiting === undefined || history === null) return null;
  const of = waiting.habit?.of ?? 1;
  const habit = discountHabit(history, { now, zone, days: waiting.days, of });
  switch (teachesToWait(habit, waiting)) {
    case 'often':
      return {
        code: 'teaches_to_wait',
        detail: { given: habit.given, days: habit.days, most: waiting.most },
      };
    case 'only-on-discount':
      return {
        code: 'buys_only_on_discount',
        detail: { discounted: habit.discounted, orders: habit.orders },
      };
    case null:
      return null;
  }
}
