import type { LadderOverview, Step } from '../../api/answers.ts';

/** What crossed the gap above a rung in the period, which part of its people climbed, and after how long. */
export interface Crossing {
  readonly up: number;
  readonly down: number;
  readonly conversion: number | null;
  readonly medianDays: number | null;
}

/** Steps from one rung share one base, so their conversions add up to all who climbed from it. */
function sumOf(steps: readonly Step[]): number | null {
  const known = steps.flatMap((one) => (one.conversion === null ? [] : [one.conversion]));
  return known.length === 0
    ? null
    : Math.min(
        1,
        known.reduce((sum, one) => sum + one, 0),
      );
}

/**
 * The gaps between neighbouring rungs, bottom first. A move that skips rungs crosses every gap on its way, so that each
 * gap tells all who passed it.
 */
export function crossings(overview: Pick<LadderOverview, 'rungs' | 'flows' | 'steps'>): Crossing[] {
  const places = new Map(overview.rungs.map((rung, place) => [rung.key, place]));
  return overview.rungs.slice(0, -1).map((rung, gap) => {
    let up = 0;
    let down = 0;
    for (const flow of overview.flows) {
      const from = places.get(flow.from);
      const to = places.get(flow.to);
      if (from === undefined || to === undefined) continue;
      if (from <= gap && to > gap) up += flow.people;
      if (from > gap && to <= gap) down += flow.people;
    }
    const upward = overview.steps.filter((one) => one.from === rung.key && (places.get(one.to) ?? -1) > gap);
    const busiest = upward.toSorted((one, other) => other.people - one.people)[0];
    return { up, down, conversion: sumOf(upward), medianDays: busiest?.medianDays ?? null };
  });
}
