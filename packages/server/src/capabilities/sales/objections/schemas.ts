import { answerWordsSchema, objectionKinds, objectionWordsSchema } from '@nardeban/core/sales';
import { z } from 'zod';
import type { DealBehind, ObjectionCounted } from './counting.ts';
import type { AnswerVersion, KeptAnswer, KeptObjection } from './library.ts';
import type { Raised } from './raising.ts';

const count = z.int().min(0);
const instant = z.number();
const libraryState = z.enum(['active', 'archived']);
const revision = z.int().min(1).describe('As it was seen; another one is refused.');
const note = z.string().trim().max(500);

const rateSchema = z
  .strictObject({
    times: count,
    of: count,
    rate: z.number().nullable(),
    low: z.number(),
    high: z.number(),
  })
  .meta({
    id: 'ObjectionRate',
    description: 'A rate with the bounds between which the true one lies in 95 of 100 cases.',
  });

const answer = {
  id: z.int(),
  objection: z.int(),
  words: z.string(),
  version: z.int(),
  state: libraryState,
  revision: z.int(),
  changedBy: z.string(),
  changedAt: instant,
};
export const keptAnswerSchema: z.ZodType<KeptAnswer> = z
  .strictObject(answer)
  .meta({ id: 'KeptObjectionAnswer' });

const countedAnswerSchema = z
  .strictObject({
    ...answer,
    rate: z.strictObject({
      given: count.describe('Deals in which it was given.'),
      settled: rateSchema
        .nullable()
        .describe('Of these, those in which it settled the matter. Null: too few.'),
      won: rateSchema
        .nullable()
        .describe('Of the decided deals in which it was given, those won. Null: too few.'),
      decided: count,
      without: rateSchema
        .nullable()
        .describe(
          'Of the decided deals in which the same was raised and this was not said, those won. Null: too few.',
        ),
      comparison: z
        .enum(['better', 'worse', 'same', 'too-few'])
        .describe('`same`: no better than the deals without it, as far as can be told.'),
    }),
  })
  .meta({ id: 'ObjectionAnswerCounted' });

const objection = {
  id: z.int(),
  key: z.string().describe('By which facts speak of it.'),
  kind: z.enum(objectionKinds),
  title: z.string(),
  behind: z.string(),
  products: z.array(z.string()),
  state: libraryState,
  revision: z.int(),
  madeBy: z.string(),
  madeAt: instant,
  changedBy: z.string(),
  changedAt: instant,
};

export const keptObjectionSchema: z.ZodType<KeptObjection> = z
  .strictObject({ ...objection, answers: z.array(keptAnswerSchema) })
  .meta({ id: 'KeptObjection' });

export const countedObjectionSchema: z.ZodType<ObjectionCounted> = z
  .strictObject({
    ...objection,
    counts: z.strictObject({ raised: count, decided: count, won: count }),
    won: rateSchema
      .nullable()
      .describe('Of the decided deals in which it was raised, those won. Null: too few.'),
    answers: z.array(countedAnswerSchema),
  })
  .meta({ id: 'ObjectionCounted' });

export const newObjectionSchema = objectionWordsSchema.extend({
  answers: z.array(answerWordsSchema).max(20).optional(),
});
export const objectionChangeSchema = objectionWordsSchema.extend({ state: libraryState, revision });
export const newAnswerSchema = z.strictObject({ words: answerWordsSchema });
export const answerChangeSchema = z.strictObject({ words: answerWordsSchema, state: libraryState, revision });

export const answerVersionSchema: z.ZodType<AnswerVersion> = z.strictObject({
  version: z.int(),
  words: z.string(),
  by: z.string(),
  at: instant,
});

export const dealBehindSchema: z.ZodType<DealBehind> = z
  .strictObject({
    raise: z.int(),
    deal: z.int(),
    title: z.string(),
    person: z.int(),
    name: z.string().nullable(),
    dealState: z.enum(['open', 'won', 'lost']),
    state: z.enum(['open', 'settled']),
    raisedAt: instant,
  })
  .meta({ id: 'ObjectionDeal' });

export const raisedSchema: z.ZodType<Raised> = z
  .strictObject({
    id: z.int(),
    deal: z.int(),
    objection: z.int(),
    key: z.string(),
    kind: z.enum(objectionKinds),
    title: z.string(),
    state: z.enum(['open', 'settled']),
    answer: z.int().nullable().describe('Given last; where it is settled, the one that settled it.'),
    raisedAt: instant,
    revision: z.int(),
    changedBy: z.string(),
    changedAt: instant,
    events: z.array(
      z.strictObject({
        place: z.int(),
        kind: z.enum(['raised', 'answered', 'settled', 'opened']),
        answer: z.int().nullable(),
        words: z.string().nullable().describe('The answer as it was worded then.'),
        note: z.string(),
        by: z.string(),
        at: instant,
      }),
    ),
  })
  .meta({ id: 'ObjectionRaised' });

/** One of the library, or a new one that goes into it. */
export const raiseSchema = z.strictObject({
  objection: z.int().min(1).optional(),
  add: objectionWordsSchema.optional().describe('A new one, which goes into the library.'),
  note: note.optional(),
});

export const answerGivenSchema = z.strictObject({
  answer: z.int().min(1).optional(),
  add: answerWordsSchema.optional().describe('A new answer, which goes into the library.'),
  settled: z.boolean(),
  note: note.optional(),
  revision,
});

export const settleSchema = z.strictObject({
  state: z.enum(['open', 'settled']),
  note: note.optional(),
  revision,
});
