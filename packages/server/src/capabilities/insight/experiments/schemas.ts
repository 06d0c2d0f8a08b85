import {
  experimentDefinitionSchema,
  experimentReadingSchema,
  measurabilitySchema,
  upliftSchema,
} from '@nardeban/core/insight';
import { z } from 'zod';
import { named } from '../../../platform/http/index.ts';
import type { Experiment } from './experiment-store.ts';

named(experimentDefinitionSchema, 'ExperimentDefinition');
named(upliftSchema, 'Uplift');
named(experimentReadingSchema, 'ExperimentReading');
named(measurabilitySchema, 'Measurability');

export const experimentSchema = z
  .strictObject({
    id: z.int(),
    definition: experimentDefinitionSchema,
    state: z
      .enum(['draft', 'running', 'stopped'])
      .describe('`stopped`: nobody new is assigned; it is still read.'),
    startedAt: z.int().nullable(),
    stoppedAt: z.int().nullable(),
    assigned: z.strictObject({ held: z.int(), treated: z.int() }),
    revision: z.int(),
    madeBy: z.string(),
    madeAt: z.int(),
    changedBy: z.string(),
    changedAt: z.int(),
  })
  .meta({ id: 'Experiment' });

export const experimentReadSchema = z.strictObject({
  experiment: experimentSchema,
  plan: measurabilitySchema
    .nullable()
    .describe('Whether as many people as planned can show the effect hoped for.'),
  latest: experimentReadingSchema.nullable().describe('Null: it has not been read yet.'),
  days: z
    .array(
      z.strictObject({
        day: z.string(),
        counted: z.int(),
        difference: z.number().nullable(),
        low: z.number().nullable(),
        high: z.number().nullable().describe('Of what decides, by the interval that holds at every look.'),
      }),
    )
    .describe('The readings of the last ninety days, the oldest first.'),
});

export const experimentPeopleSchema = z
  .strictObject({
    people: z.array(
      z.strictObject({
        person: z.int(),
        name: z.string().nullable(),
        arm: z.enum(['held', 'treated']),
        at: z.int().describe('When they were put into it.'),
        counted: z.boolean().describe('Their window is over, so that a reading counts them.'),
      }),
    ),
    next: z.int().nullable().describe('Give it back as `after`.'),
  })
  .meta({ id: 'ExperimentPeople' });

export function shownExperiment(experiment: Experiment): z.infer<typeof experimentSchema> {
  const { salt: _, ...shown } = experiment;
  return shown;
}
