import { programmeSchema } from '@nardeban/core/programme';
import { z } from 'zod';
import { named, refusalSchema } from '../../../platform/http/index.ts';

/** The answers of the studio of the club, as the contract tells them. Instants are epoch milliseconds. */

export const words = z.strictObject({ fa: z.string(), en: z.string() });

/** A programme as it was published or kept: it was checked when it came in. */
export const keptProgramme = z.unknown().meta({ $ref: '#/components/schemas/ProgrammeInput' });
named(programmeSchema, 'Programme');
export const programmeInput = programmeSchema;

export const clubSchema = z
  .strictObject({
    version: z.int(),
    definition: keptProgramme,
    publishedAt: z.number(),
    hasDraft: z.boolean(),
  })
  .meta({ id: 'Club' });

export const draftSchema = z
  .strictObject({
    definition: keptProgramme,
    revision: z.int().describe('Send it with the next saving.'),
    baseVersion: z.int().nullable(),
    note: z.string().nullable(),
    editedBy: z.string(),
    editedAt: z.number(),
    faults: z.array(refusalSchema).describe('Everything that keeps it from being published.'),
  })
  .meta({ id: 'ClubDraft' });

export const versionsSchema = z.strictObject({
  versions: z.array(
    z.strictObject({
      version: z.int(),
      name: words,
      rules: z.int(),
      note: z.string().nullable(),
      publishedBy: z.string(),
      publishedAt: z.number(),
    }),
  ),
  next: z.int().nullable(),
});

export const presetsSchema = z.strictObject({
  presets: z.array(
    z.strictObject({
      key: z.string(),
      title: words,
      description: words,
      costs: words,
      programme: keptProgramme,
    }),
  ),
});

const place = z.strictObject({
  ladder: z.string().nullable(),
  place: z.string(),
  orders: z.int(),
  revenue: z.int(),
  earned: z.int(),
});

export const goalProgressSchema = z.strictObject({
  key: z.string(),
  target: z.int(),
  from: z.int().nullable(),
  now: z.int().nullable().describe('Null: nothing can be measured yet.'),
  reached: z.boolean(),
});

export const figuresSchema = z.strictObject({
  members: z.int(),
  buyers: z.int(),
  repeaters: z.int(),
  orders: z.int(),
  revenue: z.int(),
  cost: z.int(),
  earned: z.int(),
  spent: z.int(),
});

const margin = z.strictObject({ before: z.int(), after: z.int() }).nullable();

export const simulationResultSchema = z
  .strictObject({
    people: z.int(),
    figures: figuresSchema,
    wallets: z.array(
      z.strictObject({
        wallet: z.string(),
        earned: z.int(),
        reversed: z.int(),
        spent: z.int(),
        expired: z.int(),
        outstanding: z.int(),
        debt: z.int(),
        worth: z.int(),
      }),
    ),
    liability: z.int(),
    margin,
    rules: z.array(
      z.strictObject({ rule: z.string(), times: z.int(), people: z.int(), units: z.int(), worth: z.int() }),
    ),
    rungs: z.array(place),
    levels: z.array(place),
    months: z.array(
      z.strictObject({
        month: z.string(),
        orders: z.int(),
        revenue: z.int(),
        earned: z.int(),
        reversed: z.int(),
        spent: z.int(),
        expired: z.int(),
        liability: z.int(),
      }),
    ),
    bounds: z
      .array(z.strictObject({ key: z.string(), limit: z.int(), asked: z.int() }))
      .describe('Budgets and caps of everybody together, and what would have been asked of them.'),
    goals: z.array(goalProgressSchema),
    referral: z
      .strictObject({
        brought: z.int().describe('Friends known to have been brought before the end of the stretch.'),
        rewarded: z.int().describe('Those of them for whom something would have been paid in it.'),
        worth: z.int().describe('What was paid less what was taken back, in minor units.'),
        steps: z.array(
          z.strictObject({
            step: z.string(),
            side: z.enum(['referrer', 'friend']),
            wallet: z.string(),
            times: z.int(),
            units: z.int(),
            taken: z
              .int()
              .describe('Of these units, what came back because the friend gave everything back.'),
            withheld: z.int().describe('Units not paid because the limits of a referrer were reached.'),
          }),
        ),
      })
      .nullable()
      .optional()
      .describe(
        'What bringing friends would have cost, which is among all the other sums. Null: the draft gives nothing for it; left out of trials made before it was counted.',
      ),
    most: z.array(z.strictObject({ person: z.int(), worth: z.int(), orders: z.int() })),
  })
  .meta({ id: 'ClubSimulationResult' });

const simulationBase = z.strictObject({
  id: z.int(),
  revision: z.int().describe('The revision of the draft that is tried.'),
  settings: z.strictObject({
    from: z.number(),
    to: z.number(),
    spends: z.int(),
    marginRate: z.int().nullable(),
  }),
  state: z.enum(['waiting', 'running', 'done', 'stopped']),
  madeBy: z.string(),
  madeAt: z.number(),
  endedAt: z.number().nullable(),
});

export const simulationsSchema = z.strictObject({
  simulations: z.array(
    simulationBase
      .extend({
        outcome: z
          .strictObject({ people: z.int(), figures: figuresSchema, liability: z.int(), margin })
          .nullable()
          .describe('What it came to; null while it is not done.'),
      })
      .meta({ id: 'ClubSimulationListed' }),
  ),
  next: z.int().nullable(),
});

export const simulationSchema = simulationBase
  .extend({
    done: z.int(),
    total: z.int(),
    result: simulationResultSchema.nullable(),
  })
  .meta({ id: 'ClubSimulation' });
