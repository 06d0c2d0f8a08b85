import {
  backTest,
  chanceWithin,
  forecast,
  learnChances,
  type PastDeal,
  standingAt,
} from '@nardeban/core/sales';
import { type Instant, MS_PER_DAY } from '@nardeban/core/values';
import type { Learnt, MonthTold } from './chances.ts';

export interface PastAsked {
  readonly deals: readonly PastDeal[];
  /** The beginnings of the months that are tried, and of the month that goes on. */
  readonly starts: readonly Instant[];
  readonly now: Instant;
}

/** What the deals of a pipeline teach: chances, how good they would have been, and what would have been forecast. */
export function learntFrom({ deals, starts, now }: PastAsked): Learnt {
  return {
    learntAt: now,
    model: learnChances(deals, now),
    test: backTest(deals, starts.slice(0, -1), now),
    months: monthsTold(deals, starts),
  };
}

/** What would have been forecast at the beginning of each of these months by what was known then. */
function monthsTold(deals: readonly PastDeal[], starts: readonly Instant[]): readonly MonthTold[] {
  return starts.slice(0, -1).flatMap((from, index) => {
    const to = starts[index + 1] ?? from;
    const model = learnChances(deals, from);
    if (model === null) return [];
    const horizon = (to - from) / MS_PER_DAY;
    const standing = deals.flatMap((deal) => {
      const stood = standingAt(deal, from);
      return stood === null || deal.amount === null ? [] : [{ ...stood, deal, amount: deal.amount }];
    });
    const told = forecast(
      standing.map(({ step, days, amount }) => ({
        amount,
        chance: chanceWithin(model, step, days, horizon),
      })),
      model.decided,
    );
    const wonIn = (deal: PastDeal): boolean =>
      deal.won && deal.closedAt !== null && deal.closedAt >= from && deal.closedAt < to;
    const sum = (some: readonly { readonly amount: number | null }[]): number =>
      some.reduce((total, { amount }) => total + (amount ?? 0), 0);
    return [
      {
        from,
        to,
        ...told,
        came: sum(standing.filter(({ deal }) => wonIn(deal))),
        all: sum(deals.filter(wonIn)),
      },
    ];
  });
}
