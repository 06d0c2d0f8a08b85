import { z } from 'zod';
import { upliftOfShares } from '../experiments/uplift.ts';

/** What an experiment says about climbs to a rung: those left alone show who climbs anyway. */
export interface ClimbsTried {
  readonly treated: { readonly people: number; readonly count: number };
  readonly held: { readonly people: number; readonly count: number };
}

const above = z.strictObject({
  climbs: z.number().describe('Of those treated, beyond what those held back did.'),
  low: z.number(),
  high: z.number(),
  share: z
    .number()
    .describe('The share of climbs among those treated that would not have happened; never below 0.'),
  cost: z
    .int()
    .nullable()
    .describe('Cost ÷ the climbs that would not have happened. Null: none that can be seen.'),
});

export const rungCostSchema = z.strictObject({
  rung: z.string(),
  climbs: z.int().describe('Steps up onto this rung in the time.'),
  costPerClimb: z.int().nullable().describe('All costs of the time ÷ climbs, minor units.'),
  aboveHeld: above.nullable().describe('Null: no experiment with people held back has measured this step.'),
});
export type RungCost = z.infer<typeof rungCostSchema>;

/**
 * What it cost that people reached a rung: all costs of the time by the steps onto it; and, where an experiment held people
 * back, by the steps that would not have happened otherwise, as many of a hundred as there.
 */
export function rungCosts(
  cost: number,
  rungs: readonly { readonly rung: string; readonly climbs: number; readonly tried: ClimbsTried | null }[],
): RungCost[] {
  return rungs.map(({ rung, climbs, tried }) => ({
    rung,
    climbs,
    costPerClimb: cost > 0 && climbs > 0 ? Math.round(cost / climbs) : null,
    aboveHeld: tried === null ? null : aboveHeldOf(cost, climbs, tried),
  }));
}

function aboveHeldOf(
  cost: number,
  climbs: number,
  { held, treated }: ClimbsTried,
): z.infer<typeof above> | null {
  const uplift = upliftOfShares(held, treated);
  if (uplift === null) return null;
  const share =
    uplift.treated.mean > 0 ? Math.min(1, Math.max(0, uplift.difference / uplift.treated.mean)) : 0;
  return {
    climbs: uplift.difference * treated.people,
    low: uplift.once.low * treated.people,
    high: uplift.once.high * treated.people,
    share,
    cost: cost > 0 && climbs * share > 0 ? Math.round(cost / (climbs * share)) : null,
  };
}
