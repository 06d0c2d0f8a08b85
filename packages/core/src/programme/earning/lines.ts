import type { Basket } from '../basket.ts';
import type { Choosing, Counts, EarningRule } from './rule.ts';

/** What a line of the basket came to, and who paid it: a line as it was priced. Minor units. */
export interface EarningLine {
  readonly net: number;
  readonly tax: number;
  readonly byWallets: number;
  readonly byGiftCards: number;
}

const NOTHING_MORE: Counts = {};

/**
 * What of each line earns under a rule, in minor units: the goods that were paid with money, without the tax in it. Tax,
 * shipping, the purchase of a gift card and what points or gift cards paid count only where the rule says so. What was
 * paid otherwise takes its part of the tax with it, so that nothing is taken off twice.
 */
export function earningAmounts(
  rule: Pick<EarningRule, 'counts' | 'where'>,
  basket: Basket,
  lines: readonly EarningLine[],
): number[] {
  const counts = rule.counts ?? NOTHING_MORE;
  return basket.lines.map((line, place) => {
    const priced = lines[place];
    if (priced === undefined) return 0;
    if (line.kind === 'shipping' && counts.shipping !== true) return 0;
    if (line.kind === 'gift-card' && counts.giftCardPurchase !== true) return 0;
    if (!isChosen(rule.where?.products, line.item)) return 0;
    if (!isChosen(rule.where?.groups, line.group)) return 0;
    const before = counts.tax === true ? priced.net : Math.max(0, priced.net - priced.tax);
    const otherwise =
      (counts.paidByWallets === true ? 0 : priced.byWallets) +
      (counts.paidByGiftCards === true ? 0 : priced.byGiftCards);
    if (otherwise <= 0 || priced.net <= 0) return before;
    const byMoney = Math.max(0, priced.net - otherwise);
    return Number((BigInt(before) * BigInt(byMoney)) / BigInt(priced.net));
  });
}

/** Whether something is chosen; what has no name is chosen by no list of names, and excepted by none. */
export function isChosen(choosing: Choosing | undefined, name: string | undefined): boolean {
  if (choosing === undefined) return true;
  if (choosing.only !== undefined && (name === undefined || !choosing.only.includes(name))) return false;
  return name === undefined || choosing.except?.includes(name) !== true;
}
