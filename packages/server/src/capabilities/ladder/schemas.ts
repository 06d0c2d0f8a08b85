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

const becauseSchema: z.ZodType<Because> = z
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

export const overviewSchema = z
  .strictObject({
    ladder: z.string(),
    kind: z.enum(['ladder', 'typology']),
    version: z.int(),
    asOf: z.string().describe('The local day, YYYY-MM-DD.'),
    name: wordsSchema,
    total: z.int(),
    rungs: z.array(
      z.strictObject({
        key: z.string(),
        name: wordsSchema,
        people: z.int(),
        share: z.number(),
        arrivedUp: z.int(),
        arrivedDown: z.int(),
        leftUp: z.int(),
        leftDown: z.int(),
      }),
    ),
    moves: stepsSchema,
    flows: z.array(flowSchema),
    steps: z.array(
      z.strictObject({
        ...flowSchema.shape,
        conversion: z.number().nullable(),
        medianDays: z.number().nullable(),
      }),
    ),
    period: z.strictObject({ from: z.string(), to: z.string() }),
    publishing: z.strictObject({ version: z.int(), done: z.int(), total: z.int() }).nullable(),
  })
  .meta({ id: 'LadderOverview' });

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
    version: z.int(),
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
