import type { LadderOverview } from '../../api/answers.ts';

/** What crossed the gap above a rung in the period, and how the step from it to the next one goes. */
export interface Crossing {
  readonly up: number;
  readonly down: number;
  readonly conversion: number | null;
  readonly medianDays: number | null;
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
    const step = overview.steps.find((one) => one.from === rung.key && places.get(one.to) === gap + 1);
    return { up, down, conversion: step?.conversion ?? null, medianDays: step?.medianDays ?? null };
  });
}
