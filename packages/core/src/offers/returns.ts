import { type Basket, lineGross, shareOfPieces } from '../programme/index.ts';
import { accept, refuse, type Result } from '../values/index.ts';
import type { Priced } from './priced.ts';
import { sumOf, timesOver } from './proportion.ts';
import type { ReturnPlan } from './return-plan.ts';

/** An order as it was priced: what was quoted is what is given back, whatever prices and offers are today. */
export interface OrderPriced {
  readonly basket: Basket;
  readonly priced: Priced;
}

/**
 * What goes back when so many pieces of each line come back, after so many came back before (both by place). It is worked out
 * as the difference between two states, each a rounded-down share of the whole, so that any number of steps that together
 * return everything give back exactly everything; until the last piece of a line a few minor units of rounding wait. A cancellation is the return of all that is left; "what if this comes
 * back" is this same call.
 *
 * Refusals: `return_lines_differ`, `return_too_many`, `return_nothing`.
 */
export function planReturn(
  order: OrderPriced,
  before: readonly number[],
  back: readonly number[],
): Result<ReturnPlan> {
  const { lines } = order.basket;
  if (before.length !== lines.length || back.length !== lines.length)
    return refuse('return_lines_differ', 'lines', { lines: lines.length });
  for (const [place, { quantity }] of lines.entries()) {
    const [gone, now] = [before[place] ?? 0, back[place] ?? 0];
    if (!isPieces(gone) || !isPieces(now) || gone + now > quantity)
      return refuse('return_too_many', `lines.${place}`, {
        line: place + 1,
        left: quantity - gone,
        back: now,
      });
  }
  if (sumOf(back) === 0) return refuse('return_nothing', 'lines');
  const earlier = undoneBy(order, before);
  const later = undoneBy(
    order,
    lines.map((_line, place) => (before[place] ?? 0) + (back[place] ?? 0)),
  );
  return accept(between(order, earlier, later, back));
}

/** The return of all that is left. Refusal: `return_nothing` when nothing is. */
export function planCancel(order: OrderPriced, before: readonly number[]): Result<ReturnPlan> {
  return planReturn(
    order,
    before,
    order.basket.lines.map(({ quantity }, place) => quantity - (before[place] ?? 0)),
  );
}

function isPieces(pieces: number): boolean {
  return Number.isSafeInteger(pieces) && pieces >= 0;
}

/** Everything undone once so many pieces of each line are back. No figure falls as pieces grow. */
interface Undone {
  readonly everything: boolean;
  readonly lines: readonly {
    readonly discount: number;
    readonly tax: number;
    readonly byWallets: number;
    readonly byGiftCards: number;
    readonly money: number;
  }[];
  readonly worth: readonly number[];
  readonly points: readonly number[];
  readonly cards: readonly number[];
  readonly earned: readonly (readonly number[])[];
  readonly discounts: readonly number[];
  /** What the goods that are kept cost before anything was taken off. */
  readonly goodsKept: number;
  readonly counters: readonly number[];
}

function undoneBy({ basket, priced }: OrderPriced, pieces: readonly number[]): Undone {
  const quantityOf = (place: number): number => basket.lines[place]?.quantity ?? 1;
  const share = (amount: number, place: number): number =>
    shareOfPieces(amount, 0, pieces[place] ?? 0, quantityOf(place));
  const shares = (amounts: readonly number[]): number[] => amounts.map(share);
  const everything = basket.lines.every(({ quantity }, place) => pieces[place] === quantity);

  const byWallet = priced.spent.map(({ lines }) => shares(lines));
  const byCard = priced.giftCards.map(({ lines }) => shares(lines));
  const worth = byWallet.map(sumOf);
  const discounts = priced.decisions.map(({ lines }) => sumOf(shares(lines)));
  const earned = priced.earned.map(({ lines }) => shares(lines));
  const decisionOf = new Map(priced.decisions.map(({ source }, index) => [source, index]));
  const earnedOf = new Map(priced.earned.map(({ rule }, index) => [`rule:${rule}`, index]));

  const points = priced.spent.map((spent, index) => {
    if (spent.reward === undefined)
      return spent.worth === 0
        ? whole(spent.points)
        : timesOver(spent.points, worth[index] ?? 0, spent.worth);
    // A reward's price goes back as what it took off does; where it took nothing off, with the whole order.
    const place = decisionOf.get(`reward:${spent.reward}`) ?? -1;
    const amount = priced.decisions[place]?.amount ?? 0;
    return amount === 0 ? whole(spent.points) : timesOver(spent.points, discounts[place] ?? 0, amount);
  });
  function whole(amount: number): number {
    return everything ? amount : 0;
  }

  const counters = priced.claims.map(({ parts }) =>
    sumOf(
      parts.map(({ source, add, counts }) => {
        const rule = earnedOf.get(source);
        if (rule !== undefined) {
          const [all, gone] = [priced.earned[rule]?.points ?? 0, sumOf(earned[rule] ?? [])];
          if (all === 0 || gone === all) return all === 0 ? whole(add) : add;
          return counts === 'uses' ? 0 : timesOver(add, gone, all);
        }
        const place = decisionOf.get(source) ?? -1;
        const [all, gone] = [priced.decisions[place]?.amount ?? 0, discounts[place] ?? 0];
        // A use is free again when nothing is left of what it gave; a perk ends with the order.
        if (counts === 'uses') return all > 0 && add > 0 && gone === all ? add : whole(add);
        return Math.min(add, gone) + whole(Math.max(0, add - all));
      }),
    ),
  );

  return {
    everything,
    lines: priced.lines.map((line, place) => ({
      discount: share(line.discount, place),
      tax: share(line.tax, place),
      byWallets: sumOf(byWallet.map((parts) => parts[place] ?? 0)),
      byGiftCards: sumOf(byCard.map((parts) => parts[place] ?? 0)),
      money: share(line.due, place),
    })),
    worth,
    points,
    cards: byCard.map(sumOf),
    earned,
    discounts,
    goodsKept: sumOf(
      basket.lines.map((line, place) =>
        (line.kind ?? 'goods') === 'goods'
          ? lineGross({ ...line, quantity: line.quantity - (pieces[place] ?? 0) })
          : 0,
      ),
    ),
    counters,
  };
}

function between(
  { priced }: OrderPriced,
  earlier: Undone,
  later: Undone,
  back: readonly number[],
): ReturnPlan {
  const grown = (after: readonly number[], before: readonly number[]): number[] =>
    after.map((amount, index) => amount - (before[index] ?? 0));
  const lines = later.lines.flatMap((after, place) => {
    const before = earlier.lines[place];
    const pieces = back[place] ?? 0;
    if (before === undefined || pieces === 0) return [];
    const [discount, tax] = [after.discount - before.discount, after.tax - before.tax];
    const byWallets = after.byWallets - before.byWallets;
    const byGiftCards = after.byGiftCards - before.byGiftCards;
    const money = after.money - before.money;
    const net = byWallets + byGiftCards + money;
    const gross = discount + net;
    return [{ place, pieces, gross, discount, net, tax, byWallets, byGiftCards, money }];
  });
  const points = grown(later.points, earlier.points);
  const worth = grown(later.worth, earlier.worth);
  const cards = grown(later.cards, earlier.cards);
  const discounts = grown(later.discounts, earlier.discounts);
  const counters = grown(later.counters, earlier.counters);
  return {
    lines,
    gross: sumOf(lines.map((line) => line.gross)),
    discount: sumOf(lines.map((line) => line.discount)),
    net: sumOf(lines.map((line) => line.net)),
    tax: sumOf(lines.map((line) => line.tax)),
    money: sumOf(lines.map((line) => line.money)),
    spent: priced.spent.flatMap(({ wallet, reward }, spent) => {
      const [units, value] = [points[spent] ?? 0, worth[spent] ?? 0];
      if (units === 0 && value === 0) return [];
      return [{ spent, wallet, ...(reward === undefined ? {} : { reward }), points: units, worth: value }];
    }),
    giftCards: priced.giftCards.flatMap(({ card }, index) => {
      const amount = cards[index] ?? 0;
      return amount === 0 ? [] : [{ card, amount }];
    }),
    earned: priced.earned.flatMap(({ rule, wallet }, index) => {
      const parts = grown(later.earned[index] ?? [], earlier.earned[index] ?? []);
      const units = sumOf(parts);
      return units === 0 ? [] : [{ rule, wallet, points: units, lines: parts }];
    }),
    discounts: priced.decisions.flatMap(({ source }, index) => {
      const amount = discounts[index] ?? 0;
      return amount === 0 ? [] : [{ source, amount }];
    }),
    belowLeast: priced.decisions.flatMap(({ source, amount, leastBasket }, index) => {
      const kept = amount - (later.discounts[index] ?? 0);
      const [least, left] = [leastBasket ?? 0, later.goodsKept];
      return kept > 0 && left < least ? [{ source, least, left, kept }] : [];
    }),
    counters: priced.claims.flatMap(({ key, of }, index) => {
      const subtract = counters[index] ?? 0;
      return subtract === 0 ? [] : [{ key, of, subtract }];
    }),
    everything: later.everything,
    perksEnded:
      later.everything && !earlier.everything
        ? priced.decisions.flatMap(({ source, perk }) => (perk === undefined ? [] : [source]))
        : [],
  };
}
