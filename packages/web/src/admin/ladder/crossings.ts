import type { LadderOverview, Step } from '../../api/answers.ts';

/** People who went from one rung to another; rungs are named by their keys. */
export type Flow = LadderOverview['flows'][number];

/** What crossed the gap above a rung in the period, which part of its people climbed, and after how long. */
export interface Crossing {
  /** The flows that climbed through the gap, and those that fell through it, the strongest first. */
  readonly up: readonly Flow[];
  readonly down: readonly Flow[];
  readonly conversion: number | null;
  readonly medianDays: number | null;
}

export function peopleIn(flows: readonly Flow[]): number {
  return flows.reduce((sum, flow) => sum + flow.people, 0);
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
export function crossings(overview: {
  readonly rungs: readonly { readonly key: string }[];
  readonly flows: readonly Flow[];
  readonly steps: readonly Step[];
}): Crossing[] {
  const places = new Map(overview.rungs.map((rung, place) => [rung.key, place]));
  const flows = overview.flows
    .filter((flow) => flow.people > 0)
    .toSorted((one, other) => other.people - one.people);
  return overview.rungs.slice(0, -1).map((rung, gap) => {
    const through = (isUp: boolean) =>
      flows.filter((flow) => {
        const from = places.get(flow.from);
        const to = places.get(flow.to);
        if (from === undefined || to === undefined) return false;
        return isUp ? from <= gap && to > gap : from > gap && to <= gap;
      });
    const upward = overview.steps.filter((one) => one.from === rung.key && (places.get(one.to) ?? -1) > gap);
    const busiest = upward.toSorted((one, other) => other.people - one.people)[0];
    return {
      up: through(true),
      down: through(false),
      conversion: sumOf(upward),
      medianDays: busiest?.medianDays ?? null,
    };
  });
}
