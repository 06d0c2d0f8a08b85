import type { Priced } from './priced.ts';

/** What an order that is edited takes more, or gives back (below 0), than it did. Nothing that stays the same is named. */
export interface PriceChange {
  readonly due: number;
  readonly wallets: readonly { readonly wallet: string; readonly points: number }[];
  readonly giftCards: readonly { readonly card: number; readonly amount: number }[];
  readonly earned: readonly { readonly rule: string; readonly points: number }[];
  readonly counters: readonly { readonly key: string; readonly of: 'person' | 'all'; readonly add: number }[];
}

/** The difference between two prices of one order: what has to be taken aside on top and what becomes free. */
export function changeOf(before: Priced, after: Priced): PriceChange {
  const wallets = difference(
    before.spent,
    after.spent,
    ({ wallet }) => wallet,
    ({ points }) => points,
  );
  const cards = difference(
    before.giftCards,
    after.giftCards,
    ({ card }) => card,
    ({ amount }) => amount,
  );
  const earned = difference(
    before.earned,
    after.earned,
    ({ rule }) => rule,
    ({ points }) => points,
  );
  const counters = difference(
    before.claims,
    after.claims,
    ({ key, of }) => `${of} ${key}`,
    ({ add }) => add,
  );
  return {
    due: after.due - before.due,
    wallets: wallets.map(([{ wallet }, points]) => ({ wallet, points })),
    giftCards: cards.map(([{ card }, amount]) => ({ card, amount })),
    earned: earned.map(([{ rule }, points]) => ({ rule, points })),
    counters: counters.map(([{ key, of }, add]) => ({ key, of, add })),
  };
}

function difference<Row>(
  before: readonly Row[],
  after: readonly Row[],
  name: (row: Row) => string | number,
  amount: (row: Row) => number,
): [Row, number][] {
  const found = new Map<string | number, [Row, number]>();
  const add = (row: Row, sign: 1 | -1): void => {
    const known = found.get(name(row));
    found.set(name(row), [row, (known?.[1] ?? 0) + sign * amount(row)]);
  };
  for (const row of before) add(row, -1);
  for (const row of after) add(row, 1);
  return [...found.values()].filter(([, sum]) => sum !== 0);
}
