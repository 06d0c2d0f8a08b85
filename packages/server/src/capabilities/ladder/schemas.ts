import {
  type Because,
  conditionSchema,
  criteriaSchema,
  type Gap,
  type GapStep,
  type Measured,
} from '@nardeban/core/criteria';
import { definitionSchema, wordsSchema } from '@nardeban/core/ladder';
import { z } from 'zod';
import { described, named } from '../../platform/http/index.ts';

/** The answers of the ladder's routes, as the contract tells them. Instants are epoch milliseconds. */

named(criteriaSchema, 'Criteria');
named(conditionSchema, 'Condition');
named(wordsSchema, 'Words');

/** A definition is read by core/ladder, which refuses it with the rung and the condition it is about. */
export const definitionInput = described(definitionSchema, 'Definition');

const measured: z.ZodType<Measured> = z.union([z.string(), z.number(), z.boolean(), z.null()]);
const scalar = z.union([z.string(), z.number(), z.boolean()]);

export const becauseSchema: z.ZodType<Because> = z
  .lazy(() =>
    z.discriminatedUnion('kind', [
      z.object({ kind: z.enum(['all', 'any']), holds: z.boolean(), parts: z.array(becauseSchema) }),
      z.object({ kind: z.literal('not'), holds: z.boolean(), part: becauseSchema }),
      z.object({
        kind: z.literal('condition'),
        holds: z.boolean(),
        condition: conditionSchema,
        measured,
        facts: z.array(z.int()).describe('The newest facts that made the value.'),
        factCount: z.int().describe('How many facts made it in all.'),
      }),
    ]),
  )
  .meta({ id: 'Because' });

const stepSchema: z.ZodType<GapStep> = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(['facts', 'amount', 'distinct']), condition: conditionSchema, more: z.number() }),
  z.object({ kind: z.literal('value'), condition: conditionSchema, value: scalar }),
  z.object({ kind: z.literal('wait'), condition: conditionSchema, until: z.number() }),
]);

const gapSchema: z.ZodType<Gap> = z
  .object({ steps: z.array(stepSchema), at: z.number(), before: z.number().nullable() })
  .meta({ id: 'Gap' });

const meaningSchema = z.strictObject({ who: wordsSchema, feels: wordsSchema, helps: wordsSchema });

export const laddersSchema = z.strictObject({
  ladders: z.array(
    z.strictObject({
      key: z.string(),
      kind: z.enum(['ladder', 'typology']),
      name: wordsSchema,
      version: z.int(),
      places: z.array(
        z.strictObject({ key: z.string(), name: wordsSchema, meaning: meaningSchema.optional() }),
      ),
    }),
  ),
});

const flowSchema = z.strictObject({ from: z.string(), to: z.string(), people: z.int() });
const stepsSchema = z.strictObject({ up: z.int(), down: z.int() });
const periodSchema = z.strictObject({ from: z.string(), to: z.string() });
const directionSchema = z
  .enum(['up', 'down', 'across'])
  .describe('The classes of a typology have no height: every step in it is across.');
const crossings = {
  arrivedUp: z.int(),
  arrivedDown: z.int(),
  leftUp: z.int(),
  leftDown: z.int(),
};

export const overviewSchema = z
  .strictObject({
    ladder: z.string(),
    kind: z.enum(['ladder', 'typology']),
    version: z.int(),
    asOf: z.string().describe('The local day, YYYY-MM-DD.'),
    name: wordsSchema,
    total: z.int(),
    totalBefore: z.int().describe('At the end of the day before the period.'),
    entered: z.int().describe('People the business came to know in the period.'),
    enteredBefore: z.int(),
    rungs: z.array(
      z.strictObject({
        key: z.string(),
        name: wordsSchema,
        people: z.int(),
        share: z.number(),
        ...crossings,
        entered: z.int().describe('People who came to be known in the period and so began here.'),
        peopleBefore: z.int().describe('At the end of the day before the period.'),
        shareBefore: z.number(),
        before: z.strictObject(crossings).describe('Moves in the period before.'),
        revenue: z
          .int()
          .nullable()
          .describe(
            'Orders paid less returns in the period, each by the rung the person stood on right after it, in the minor unit. Null: not counted yet.',
          ),
        revenueBefore: z.int().nullable(),
        orders: z.int().nullable(),
      }),
    ),
    moves: stepsSchema,
    movesBefore: stepsSchema,
    flows: z.array(
      z.strictObject({ ...flowSchema.shape, peopleBefore: z.int(), direction: directionSchema }),
    ),
    steps: z.array(
      z.strictObject({
        ...flowSchema.shape,
        conversion: z.number().nullable(),
        conversionBefore: z.number().nullable(),
        medianDays: z.number().nullable().describe('Exact up to 14 days, within five per cent beyond.'),
        medianDaysBefore: z.number().nullable(),
      }),
    ),
    revenue: z.strictObject({
      currency: z.string(),
      countedAt: z.number().nullable().describe('As of when revenue was counted; null: never yet.'),
      counting: z.boolean(),
    }),
    period: periodSchema,
    before: periodSchema.describe('The days right before the period, as many as it has.'),
    publishing: z.strictObject({ version: z.int(), done: z.int(), total: z.int() }).nullable(),
  })
  .meta({ id: 'LadderOverview' });

export const movesPageSchema = z
  .strictObject({
    period: periodSchema,
    total: z.int(),
    order: z
      .enum(['time', 'person'])
      .describe('Newest first; or by number of person, for a period long before the version was published.'),
    moves: z.array(
      z.strictObject({
        person: z.strictObject({
          id: z.int(),
          name: z.string().nullable(),
          mobile: z.string().nullable(),
          email: z.string().nullable(),
          external: z.string().nullable(),
        }),
        at: z.number(),
        from: z.string(),
        to: z.string(),
        direction: directionSchema,
        stoodDays: z.int(),
        cause: z.enum(['fact', 'time', 'pin', 'unpin']),
        because: becauseSchema.nullable().describe('Without the facts, which are told with the person.'),
        recordedAt: z.number(),
      }),
    ),
    next: z.string().nullable().describe('Send it as `after` for the next page.'),
  })
  .meta({ id: 'LadderMoves' });

export const historySchema = z
  .strictObject({
    by: z.enum(['day', 'week', 'month']),
    keys: z.array(z.string()),
    points: z.array(
      z.strictObject({
        day: z.string(),
        rungs: z.array(z.int()).describe('How many stood there at its end, in the order of keys.'),
      }),
    ),
  })
  .meta({ id: 'LadderHistory' });

export const rungPageSchema = z.strictObject({
  people: z.array(
    z.strictObject({
      id: z.int(),
      name: z.string().nullable(),
      mobile: z.string().nullable(),
      email: z.string().nullable(),
      external: z.string().nullable(),
      since: z.number(),
      until: z.number().nullable(),
    }),
  ),
  next: z.string().nullable().describe('Send it as `after` for the next page.'),
});

export const explanationSchema = z
  .strictObject({
    person: z.strictObject({ id: z.int(), name: z.string().nullable() }),
    ladder: z.string(),
    version: z.int(),
    asOf: z.string(),
    rung: z.string().nullable().describe('Null before the business knew them.'),
    highest: z.string().nullable(),
    since: z.number(),
    until: z.number().nullable(),
    pinned: z.strictObject({ until: z.number(), reason: z.string(), by: z.string() }).nullable(),
    because: becauseSchema.nullable(),
    next: z.strictObject({ rung: z.string(), because: becauseSchema }).nullable(),
    gap: gapSchema.nullable(),
    ahead: z
      .strictObject({
        rung: z.string(),
        at: z.number(),
        cause: z.enum(['fact', 'time', 'pin', 'unpin']),
        because: becauseSchema.nullable(),
      })
      .nullable()
      .describe('Where time alone takes them if nothing new happens; null: nowhere in the next five years.'),
    moves: z.array(
      z.strictObject({
        at: z.number(),
        from: z.string(),
        to: z.string(),
        cause: z.enum(['fact', 'time', 'pin', 'unpin']),
        because: becauseSchema.nullable(),
        recordedAt: z.number().nullable(),
        superseded: z.boolean(),
      }),
    ),
  })
  .meta({ id: 'Explanation' });

const countsSchema = z.array(z.strictObject({ key: z.string(), people: z.int() }));

export const whatIfSchema = z
  .strictObject({
    ladder: z.string(),
    version: z.int().nullable().describe('Null: nothing is published yet, and the draft stands alone.'),
    asOf: z.number(),
    people: z.int(),
    changed: z.int(),
    published: countsSchema,
    draft: countsSchema,
    moves: z.array(flowSchema),
    steps: z.strictObject({ published: stepsSchema, draft: stepsSchema }),
    history: z.array(z.strictObject({ at: z.number(), published: countsSchema, draft: countsSchema })),
    changes: z.array(z.strictObject({ personId: z.int(), from: z.string(), to: z.string() })),
  })
  .meta({ id: 'WhatIf' });

export const savedSchema = z.strictObject({ key: z.string(), version: z.int() });
