import type { ForecastOfModel } from '@nardeban/core/insight';
import { z } from 'zod';
import { modelNames, outcomeSchema } from './outcome.ts';
import { type Run, runPhases, runStates } from './run-store.ts';

/** What the routes of insight answer. Instants are epoch milliseconds, days are counted from 1970-01-01. */

const count = z.int().min(0);

export const runSchema = z
  .strictObject({
    id: z.int(),
    state: z.enum(runStates),
    asOf: z.int().nullable().describe('The last day that is seen, whole; null until it began.'),
    stopAsked: z.boolean(),
    phase: z.enum(runPhases).nullable(),
    looked: count.describe('People looked at in this phase.'),
    total: count.nullable().describe('About how many there will be.'),
    told: count.describe('How many were found in another band than before, and a fact told of it.'),
    outcome: outcomeSchema.nullable(),
    madeBy: z.string(),
    madeAt: z.number(),
    startedAt: z.number().nullable(),
    finishedAt: z.number().nullable(),
    changedAt: z.number(),
  })
  .meta({ id: 'InsightRun' });

export function shownRun({ toldThrough: _toldThrough, outcome, ...run }: Run): z.infer<typeof runSchema> {
  // An answer of a version before may look otherwise; the next run writes it anew.
  const read = outcomeSchema.safeParse(outcome);
  return { ...run, outcome: read.success ? read.data : null };
}

const holdoutSchema = z.strictObject({
  actual: z.number().describe('Orders that came in the horizon after the cut, of everybody together.'),
  predicted: z.number(),
  bias: z.number().nullable().describe('−0.1: a tenth too few were foretold.'),
  mae: z.number(),
  rmse: z.number(),
  correlation: z.number(),
  aucActive: z
    .number()
    .nullable()
    .describe('How well it tells who orders again: 0.5 is chance, 1 is certainty.'),
  brier: z.number(),
  calibration: z.array(
    z.strictObject({
      from: z.number(),
      to: z.number(),
      people: count,
      foretold: z.number(),
      actual: z.number(),
    }),
  ),
  byOrders: z
    .array(z.strictObject({ x: count, customers: count, actual: z.number(), predicted: z.number() }))
    .describe('By order days after the first; the last class has that many or more. Mean orders.'),
}) satisfies z.ZodType<NonNullable<ForecastOfModel['holdout']>>;

export const modelSchema = z
  .strictObject({
    run: z.int(),
    asOf: z.int(),
    fittedTo: z
      .enum(['today', 'cut'])
      .describe('`cut`: to what was known at the cut, and tried on what came after it.'),
    name: z.enum(modelNames),
    daysPerUnit: z.int().describe('The unit of time of the parameters.'),
    parameters: z.record(z.string(), z.number()),
    standardErrors: z.record(z.string(), z.number().nullable()),
    logLikelihood: z.number(),
    gain: z.number().describe('Twice what its log-likelihood gains over purchasing without leaving.'),
    verdict: z.enum(['leaving_found', 'leaving_not_told_from_slow_buying', 'no_leaving_assumed']),
    holdout: holdoutSchema.nullable(),
  })
  .meta({ id: 'InsightModel' });
export type ModelShown = z.infer<typeof modelSchema>;

export const settingsSchema = z
  .strictObject({
    horizon: z.int().describe('Days: everybody is told the chance of no order in as many.'),
    discount: z.number().describe('How much less a year later is worth, 0.15 for fifteen percent.'),
    revision: z.int().describe('0: nobody has said anything yet.'),
    changedBy: z.string().nullable(),
    changedAt: z.number().nullable(),
  })
  .meta({ id: 'InsightSettings' });
