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
    margin: z.strictObject({ before: z.int(), after: z.int() }).nullable(),
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
    most: z.array(z.strictObject({ person: z.int(), worth: z.int(), orders: z.int() })),
  })
  .meta({ id: 'ClubSimulationResult' });

export const simulationSchema = z
  .strictObject({
    id: z.int(),
    revision: z.int().describe('The revision of the draft that is tried.'),
    settings: z.strictObject({
      from: z.number(),
      to: z.number(),
      spends: z.int(),
      marginRate: z.int().nullable(),
    }),
    state: z.enum(['waiting', 'running', 'done', 'stopped']),
    done: z.int(),
    total: z.int(),
    result: simulationResultSchema.nullable(),
    madeBy: z.string(),
    madeAt: z.number(),
    endedAt: z.number().nullable(),
  })
  .meta({ id: 'ClubSimulation' });
