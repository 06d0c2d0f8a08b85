import { z } from 'zod';
import type { Assumptions } from './assumptions.ts';

/** People of one rung, type and recency, as the plan spends on them. */
export interface Segment {
  readonly rung: number;
  readonly type: number;
  readonly recency: number;
  readonly people: number;
  /** What one more climb is worth, minor units. */
  readonly gain: number;
  /** The share that climbs anyway. */
  readonly anyway: number;
}

export const planStepSchema = z.strictObject({
  rung: z.int(),
  type: z.int(),
  recency: z.int(),
  round: z.int().describe('1: the first time money is spent on these people.'),
  people: z.int(),
  spend: z.int(),
  climbs: z.number().describe('Climbs expected beyond those that come anyway.'),
  gain: z.int(),
  returned: z.number().describe('Expected gain for each unit of money.'),
});

export const planSchema = z.strictObject({
  budget: z.int(),
  spend: z.int(),
  left: z.int().describe('What is better kept: nothing it could be spent on brings back more than it costs.'),
  gain: z.int(),
  climbs: z.number(),
  steps: z.array(planStepSchema).describe('In the order in which to spend, the best first.'),
});
export type Plan = z.infer<typeof planSchema>;

interface Tranche extends Segment {
  readonly round: number;
  readonly chance: number;
  readonly returned: number;
}

/** More often than this nobody should be bothered for one step. */
export const MOST_ROUNDS = 5;

/**
 * The order in which to spend a budget: always where a unit of money brings most. Each time money is spent on the same
 * people it does less, and those who have climbed are gone; so returns only fall, and taking the best first is the best
 * there is. What brings back less than it costs is not bought however much is left.
 */
export function planFor(segments: readonly Segment[], assumed: Assumptions, budget: number): Plan | null {
  const { costPerPerson } = assumed;
  if (costPerPerson === null) return null;
  const tranches = segments
    .flatMap((segment) => tranchesOf(segment, assumed, costPerPerson))
    .filter(({ returned, people }) => returned > 1 && people > 0)
    .sort(
      (a, b) =>
        b.returned - a.returned ||
        a.round - b.round ||
        a.rung - b.rung ||
        a.type - b.type ||
        a.recency - b.recency,
    );
  const steps: z.infer<typeof planStepSchema>[] = [];
  let [spend, gain, climbs] = [0, 0, 0];
  for (const tranche of tranches) {
    const people = Math.min(tranche.people, Math.floor((budget - spend) / costPerPerson));
    if (people <= 0) break;
    const climbed = people * tranche.chance;
    spend += people * costPerPerson;
    gain += climbed * tranche.gain;
    climbs += climbed;
    const { rung, type, recency, round, returned } = tranche;
    steps.push({
      rung,
      type,
      recency,
      round,
      people,
      spend: people * costPerPerson,
      climbs: climbed,
      gain: Math.round(climbed * tranche.gain),
      returned,
    });
  }
  return { budget, spend, left: budget - spend, gain: Math.round(gain), climbs, steps };
}

function tranchesOf(segment: Segment, assumed: Assumptions, cost: number): Tranche[] {
  const tranches: Tranche[] = [];
  let people = segment.people;
  for (let round = 1; round <= MOST_ROUNDS; round++) {
    const chance = addedBy(segment.anyway, assumed, round);
    tranches.push({
      ...segment,
      people: Math.floor(people),
      round,
      chance,
      returned: (chance * segment.gain) / cost,
    });
    people *= Math.max(0, 1 - segment.anyway - chance);
  }
  return tranches;
}

/** Climbs that one spending on one person adds, the first time or a later one. */
export function addedBy(anyway: number, { lift, fade }: Assumptions, round = 1): number {
  return lift * fade ** (round - 1) * Math.max(0, 1 - anyway);
}
