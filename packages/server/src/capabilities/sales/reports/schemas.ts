import { z } from 'zod';
import { dayText, idText } from '../../../platform/http/index.ts';
import { rateSchema } from '../rate-schema.ts';
import { FIGURES, NOBODYS } from './behind.ts';

const pipeline = z.string().min(1).max(63);

export const askedSchema = {
  pipeline,
  from: dayText.optional().describe('The first day; the month before last begins where it is left out.'),
  to: dayText.optional().describe('The last day; today where it is left out.'),
  owner: z.string().min(1).max(100).optional().describe('One seller: the number of their account.'),
  source: z.string().min(1).max(200).optional(),
};

export const totalsSchema = z.strictObject({
  opened: z.int(),
  won: z.int(),
  lost: z.int(),
  open: z.int(),
  wonAmount: z.int(),
});

export const stepCountsSchema = z
  .strictObject({
    step: z.string(),
    reached: z.int().describe('Came to it or beyond it.'),
    here: z.int().describe('Stand there now.'),
    lost: z.int().describe('Were lost there.'),
    days: z
      .strictObject({ low: z.number(), median: z.number(), high: z.number() })
      .nullable()
      .describe('Days on it of those who left it: quarter, half, three quarters.'),
  })
  .meta({ id: 'SalesStepCounts' });

export const sourceCountsSchema = z
  .strictObject({
    source: z.string().nullable(),
    leads: z.int(),
    handed: z.int(),
    accepted: z.int(),
    qualified: z.int(),
    deals: z.int(),
    won: z.int(),
    wonAmount: z.int(),
    rate: rateSchema,
    cost: z.int().nullable(),
    costPerQualified: z.int().nullable(),
    costPerWon: z.int().nullable(),
  })
  .meta({ id: 'SalesSourceCounts' });

export const lostSchema = z
  .strictObject({ reason: z.string().nullable(), step: z.string(), count: z.int(), amount: z.int() })
  .meta({ id: 'SalesLost' });

export const sellerSchema = z
  .strictObject({
    owner: z.string().nullable(),
    open: z.int(),
    openAmount: z.int(),
    won: z.int(),
    wonAmount: z.int(),
    lost: z.int(),
    rate: rateSchema,
    days: z.number().nullable(),
    done: z.int(),
    missed: z.int(),
  })
  .meta({ id: 'SalesSeller' });

export const activitySchema = z
  .strictObject({ contacts: z.int(), deals: z.int(), won: z.int(), rate: rateSchema })
  .meta({ id: 'SalesActivity' });

export const testSchema = z
  .strictObject({
    verdict: z.enum(['better', 'no better', 'too few']),
    deals: z.int(),
    said: z.int(),
    error: z.number(),
    baseError: z.number(),
    gain: z.strictObject({ low: z.number(), high: z.number() }),
    groups: z.array(z.strictObject({ said: z.number(), won: z.number(), count: z.int() })),
  })
  .meta({ id: 'SalesBackTest' });

export const monthSchema = z
  .strictObject({
    from: z.number(),
    to: z.number(),
    mean: z.int(),
    low: z.int(),
    high: z.int(),
    came: z.int().describe('Of the deals that were open at its beginning.'),
    all: z.int().describe('With those opened in it.'),
  })
  .meta({ id: 'SalesMonthTold' });

export const forecastSchema = z
  .strictObject({
    until: z.number(),
    forecast: z.strictObject({ mean: z.int(), low: z.int(), high: z.int() }).nullable(),
    deals: z.int(),
    amount: z.int(),
    unknown: z.int(),
    expected: z.int(),
    learntAt: z.number().nullable(),
    decided: z.int().nullable(),
    base: z.number().nullable().describe('The share of all decided deals that was won.'),
    test: testSchema.nullable(),
    months: z.array(monthSchema),
  })
  .meta({ id: 'SalesForecast' });

export const chanceSchema = z
  .strictObject({
    chance: z.number().nullable(),
    low: z.number().nullable(),
    high: z.number().nullable(),
    by: z
      .enum(['step', 'all', 'nothing'])
      .describe(
        'Of deals that stood on its step as long; the share of all, where steps told nothing; or nobody can tell.',
      ),
    deals: z.int().describe('How many decided deals it rests on.'),
    won: z.int(),
    verdict: z.enum(['better', 'no better', 'too few']).nullable(),
    decided: z.int().describe('How many deals of the pipeline have been decided; so many are needed:'),
    needed: z.int(),
  })
  .meta({ id: 'DealChance' });

export const behindQuery = {
  ...askedSchema,
  figure: z.enum(FIGURES),
  step: z.string().min(1).max(63).optional(),
  reason: z.string().min(1).max(63).optional(),
  without: z.enum(NOBODYS).optional(),
  contacts: z.coerce.number().int().min(0).max(1000).optional(),
  after: idText.optional(),
  limit: z.coerce.number().int().min(1).max(200).optional(),
};

export const dealBehindSchema = z
  .strictObject({
    id: z.int(),
    title: z.string(),
    person: z.strictObject({ id: z.int(), name: z.string().nullable() }),
    amount: z.int().nullable(),
    step: z.string(),
    state: z.enum(['open', 'won', 'lost']),
    owner: z.string().nullable(),
    openedAt: z.number(),
    closedAt: z.number().nullable(),
  })
  .meta({ id: 'DealBehind' });
