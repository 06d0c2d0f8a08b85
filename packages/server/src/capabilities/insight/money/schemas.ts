import { assumptionsSchema, costKinds } from '@nardeban/core/insight';
import { z } from 'zod';
import { dayText } from '../../../platform/http/index.ts';
import type { Cost } from './cost-store.ts';
import { isoDay } from '@nardeban/core/values';

const name = z.string().max(200).nullable();

export const costAskedSchema = z.strictObject({
  channel: name.describe('Null: of no single channel; it is shared out over all of them.'),
  campaign: name,
  kind: z.enum(costKinds),
  from: dayText,
  to: dayText.describe('Belongs to it.'),
  amount: z.int().describe('Minor units.'),
  note: z.string().max(200).optional(),
});

export const costChangeSchema = costAskedSchema.extend({ revision: z.int().min(1) });

export const costSchema = z
  .strictObject({
    id: z.int(),
    channel: z.string().nullable(),
    campaign: z.string().nullable(),
    kind: z.string(),
    from: z.string(),
    to: z.string(),
    amount: z.int(),
    note: z.string(),
    imported: z.boolean(),
    revision: z.int(),
    madeBy: z.string(),
    madeAt: z.int(),
    changedBy: z.string(),
    changedAt: z.int(),
  })
  .meta({ id: 'Cost' });

export function shownCost({ from, to, ...cost }: Cost): z.infer<typeof costSchema> {
  return { ...cost, from: isoDay(from), to: isoDay(to) };
}

export const costsImportedSchema = z
  .strictObject({
    added: z.int(),
    known: z.int().describe('Lines that were imported before; nothing was changed for them.'),
    removed: z
      .int()
      .describe('Lines that were imported before and taken away since; left out unless `withRemoved`.'),
    faults: z
      .array(
        z.strictObject({
          line: z.int(),
          code: z.string(),
          field: z.string().nullable(),
          sentence: z.string(),
        }),
      )
      .describe('Lines that could not be read, the first hundred of them.'),
    faulty: z.int(),
  })
  .meta({ id: 'CostsImported' });

const assumedSchema = assumptionsSchema.omit({ marginRate: true }).partial();

export const moneySettingsSchema = z
  .strictObject({
    marginRate: z.number().describe('Of revenue, where no unit cost is known.'),
    stated: z.boolean().describe('False: nobody has said it yet, and it is assumed.'),
    assumed: assumedSchema.describe(
      'Assumptions of the advisor that are kept in the place of the usual ones.',
    ),
    unitCosts: z.int().describe('How many items have a unit cost.'),
    revision: z.int().describe('0 until something is said.'),
    changedBy: z.string().nullable(),
    changedAt: z.int().nullable(),
  })
  .meta({ id: 'MoneySettings' });

export const moneySettingsChangeSchema = z.strictObject({
  marginRate: z.number().min(0).max(1),
  assumed: assumedSchema,
  revision: z.int().min(0),
});

export const unitCostSchema = z
  .strictObject({ item: z.string(), cost: z.int(), changedBy: z.string(), changedAt: z.int() })
  .meta({ id: 'UnitCost' });

export const MOST_UNIT_COSTS = 1000;

export const unitCostsChangeSchema = z.strictObject({
  items: z
    .array(
      z.strictObject({
        item: z.string().trim().min(1).max(200).describe('As the lines of orders name it.'),
        cost: z.int().min(0).max(1e15).nullable().describe('Of one piece, minor units; null takes it away.'),
      }),
    )
    .min(1)
    .max(MOST_UNIT_COSTS),
});
