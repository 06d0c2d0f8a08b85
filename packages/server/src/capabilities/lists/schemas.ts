import { z } from 'zod';
import { refusalSchema } from '../../platform/http/index.ts';

/** What the routes of the list answer. Instants are epoch milliseconds. */

const traitValue = z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]);
const standingSchema = z.strictObject({ key: z.string(), since: z.number() });
export const identifierSchema = z.strictObject({
  kind: z.enum(['external', 'mobile', 'email', 'anonymous']),
  value: z.string(),
});

export const rowSchema = z
  .strictObject({
    id: z.int(),
    name: z.string().nullable(),
    kind: z.enum(['person', 'organisation']),
    known: z.number(),
    mobile: z.string().nullable(),
    email: z.string().nullable(),
    external: z.string().nullable(),
    tags: z.array(z.string()),
    traits: z.record(z.string(), traitValue).describe('Those asked for.'),
    places: z
      .record(z.string(), standingSchema)
      .describe('By the key of the ladder or typology, those asked for.'),
    lastOrder: z.strictObject({ at: z.number(), amount: z.number().nullable() }).nullable(),
    orders: z.strictObject({ count: z.int(), spent: z.number() }).nullable(),
  })
  .meta({ id: 'PersonRow' });

export const pageSchema = z
  .strictObject({
    people: z.array(rowSchema),
    next: z.string().nullable().describe('Send it as `after` for what follows; null at the end of the list.'),
    previous: z
      .string()
      .nullable()
      .describe('Send it as `before` for what comes before; null at its beginning.'),
    looked: z
      .int()
      .describe('How many people were looked at for this answer; the work of one request is bounded.'),
    count: z
      .strictObject({ people: z.int(), how: z.enum(['exact', 'estimate', 'at_least']) })
      .nullable()
      .describe('Of all who fit, with the first page; null where not even an estimate can be given.'),
  })
  .meta({ id: 'PeoplePage' });

export const segmentSchema = z
  .strictObject({
    id: z.int(),
    name: z.string(),
    criteria: z.unknown().meta({ $ref: '#/components/schemas/CriteriaInput' }),
    revision: z.int(),
    madeBy: z.string(),
    madeAt: z.number(),
    changedBy: z.string(),
    changedAt: z.number(),
    people: z.int().nullable().describe('Null until it was computed for the first time.'),
    computing: z.strictObject({ done: z.int() }).nullable(),
  })
  .meta({ id: 'Segment' });

export const jobSchema = z
  .strictObject({
    id: z.int(),
    kind: z.enum(['tagging', 'untagging', 'export', 'duplicates']),
    state: z.enum(['waiting', 'running', 'stopped', 'done', 'failed', 'expired']),
    stopAsked: z.boolean(),
    looked: z.int(),
    done: z.int().describe('People tagged, rows written, or likely duplicates found.'),
    total: z.int().nullable().describe('About how many there will be.'),
    add: z.array(z.string()),
    remove: z.array(z.string()),
    format: z.enum(['csv', 'xlsx']).nullable(),
    bytes: z.int().nullable(),
    expiresAt: z.number().nullable(),
    undoneBy: z.int().nullable(),
    refusal: refusalSchema.nullable(),
    restarted: z
      .enum(['changed', 'part_lost'])
      .nullable()
      .describe(
        'Why it began anew instead of going on: what it was asked for had changed, or what was written was gone.',
      ),
    madeBy: z.string(),
    madeAt: z.number(),
    changedAt: z.number(),
  })
  .meta({ id: 'PeopleJob' });

export const comparedSchema = z
  .strictObject({
    id: z.int(),
    name: z.string().nullable(),
    kind: z.enum(['person', 'organisation']),
    identifiers: z.array(identifierSchema),
    traits: z.record(z.string(), traitValue),
    known: z.number(),
    facts: z.int(),
    orders: z.strictObject({ count: z.int(), spent: z.number(), last: z.number().nullable() }),
    places: z.record(z.string(), standingSchema),
  })
  .meta({ id: 'PersonCompared' });

export const previewSchema = z
  .strictObject({ before: z.array(comparedSchema), after: z.array(comparedSchema) })
  .meta({ id: 'MergePreview' });

export const duplicatesSchema = z.strictObject({
  duplicates: z.array(
    z.strictObject({
      id: z.int(),
      kind: z.enum(['two_people', 'shared_identifier', 'likely']),
      because: z.array(z.string()),
      identifiers: z.array(identifierSchema),
      noticedAt: z.number(),
      facts: z.int().describe('How many facts wait for the decision.'),
      people: z.array(comparedSchema).describe('As they are now; one alone when they were merged meanwhile.'),
    }),
  ),
  next: z.string().nullable(),
});

export const mergesInForceSchema = z.strictObject({
  merges: z.array(
    z.strictObject({
      mergeId: z.int(),
      loser: z.int(),
      winner: z.int(),
      loserName: z.string().nullable(),
      winnerName: z.string().nullable(),
      by: z.string(),
      reason: z.string().nullable(),
      at: z.number(),
    }),
  ),
  next: z.string().nullable(),
});
