import type { Goal } from '../definition.ts';

/** What goals are measured by, over one stretch of time: people, orders, minor units. */
export interface ClubFigures {
  /** Members, those of them who bought, and those who bought at least twice. */
  readonly members: number;
  readonly buyers: number;
  readonly repeaters: number;
  readonly orders: number;
  readonly revenue: number;
  /** What the club cost: what was taken off with units of its wallets. */
  readonly cost: number;
  /** What was earned and what was spent of it, in what the units are worth. */
  readonly earned: number;
  readonly spent: number;
}

export interface GoalProgress {
  readonly key: string;
  readonly target: number;
  readonly from: number | null;
  /** Null where nothing can be measured yet: there are no buyers, or no orders. */
  readonly now: number | null;
  readonly reached: boolean;
}

/** Where the goals stand. The units are those of `goalSchema`; ratios are rounded down. */
export function goalProgress(goals: readonly Goal[], figures: ClubFigures): GoalProgress[] {
  return goals.map(({ key, measure, target, from }) => {
    const now = measured(measure, figures);
    const reached = now !== null && (measure === 'cost-share' ? now <= target : now >= target);
    return { key, target, from: from ?? null, now, reached };
  });
}

function measured(measure: Goal['measure'], figures: ClubFigures): number | null {
  switch (measure) {
    case 'members':
      return figures.members;
    case 'active-members':
      return figures.buyers;
    case 'repeat-share':
      return ratio(figures.repeaters, 10_000, figures.buyers);
    case 'orders-per-member':
      return ratio(figures.orders, 100, figures.members);
    case 'revenue-per-member':
      return ratio(figures.revenue, 1, figures.members);
    case 'average-order':
      return ratio(figures.revenue, 1, figures.orders);
    case 'cost-share':
      return ratio(figures.cost, 10_000, figures.revenue);
    case 'redeemed-share':
      return ratio(figures.spent, 10_000, figures.earned);
  }
}

function ratio(part: number, times: number, whole: number): number | null {
  return whole <= 0 ? null : Number((BigInt(part) * BigInt(times)) / BigInt(whole));
}
