import { definitionSchema, wordsSchema } from '@nardeban/core/ladder';
import { z } from 'zod';
import { described } from '../../platform/http/index.ts';
import { becauseSchema } from './schemas.ts';

/** The answers of the studio's routes, as the contract tells them. Instants are epoch milliseconds. */

/** Read by core/ladder's readDraft: it may be incomplete. */
export const draftInput = described(definitionSchema, 'Definition');

/** A definition as it is kept. A draft's may be incomplete, so it is told without being checked. */
const keptDefinition = z.unknown().meta({ $ref: '#/components/schemas/DefinitionInput' });

const kind = z.enum(['ladder', 'typology']);
const told = { version: z.int(), by: z.string().nullable(), at: z.number().nullable() };
const draft = {
  version: z.int(),
  revision: z.int().describe('Send it with the next saving.'),
  baseVersion: z.int().nullable().describe('The version in force when the draft was begun.'),
  note: z.string().nullable(),
  editedBy: z.string(),
  editedAt: z.number(),
};
const designed = {
  key: z.string(),
  kind,
  name: z.strictObject({ fa: z.string(), en: z.string() }),
  places: z.int(),
  publishing: z
    .strictObject({
      version: z.int(),
      done: z.int(),
      total: z.int(),
      stoppable: z
        .boolean()
        .describe('False where the ladder is computed anew because days or money of the business changed.'),
    })
    .nullable(),
  archived: z.strictObject({ by: z.string(), at: z.number() }).nullable(),
};

export const studioSchema = z.strictObject({
  ladders: z.array(
    z.strictObject({
      ...designed,
      published: z.strictObject(told).nullable(),
      draft: z.strictObject(draft).nullable(),
    }),
  ),
});

export const inStudioSchema = z
  .strictObject({
    ...designed,
    published: z.strictObject({ ...told, definition: keptDefinition }).nullable(),
    draft: z.strictObject({ ...draft, definition: keptDefinition }).nullable(),
  })
  .meta({ id: 'InStudio' });

export const draftKeptSchema = z.strictObject({ version: z.int(), revision: z.int() });
export const ladderBegunSchema = z.strictObject({ key: z.string(), version: z.int(), revision: z.int() });
export const discardedSchema = z.strictObject({
  ladderGone: z.boolean().describe('There was nothing of it but this draft.'),
});
export const publishingStoppedSchema = z.strictObject({
  version: z.int().describe('The version that was given up.'),
  draft: z
    .strictObject({ version: z.int(), revision: z.int() })
    .nullable()
    .describe('What its definition went back to; null for a roll-back, and beside another draft.'),
});
export const archivedSchema = z.strictObject({ version: z.int().describe('The version that was in force.') });

const version = {
  version: z.int(),
  state: z.enum(['publishing', 'published', 'retired']),
  name: wordsSchema,
  note: z.string().nullable(),
  madeBy: z.string(),
  madeAt: z.number(),
  publishedBy: z.string().nullable(),
  publishedAt: z.number().nullable(),
  restores: z.int().nullable().describe('The earlier version it put back in force.'),
  before: z.int().nullable().describe('The version before it.'),
};

export const versionsSchema = z.strictObject({
  versions: z.array(z.strictObject(version)),
  next: z.int().nullable().describe('Send it as `before` for the next page.'),
});
export const versionSchema = z.strictObject({ ...version, definition: keptDefinition });

export const changedPeopleSchema = z.strictObject({
  people: z.array(
    z.strictObject({
      id: z.int(),
      name: z.string().nullable(),
      from: z.string(),
      to: z.string(),
      direction: z.enum(['up', 'down', 'other']),
      because: becauseSchema.nullable(),
    }),
  ),
  next: z
    .int()
    .nullable()
    .describe('Send it as `after` for the next page; a page may be short and have a next one.'),
  looked: z.int().describe('How many people were looked at for this page.'),
});

export const suggestionsSchema = z.strictObject({
  values: z.array(z.union([z.string(), z.number(), z.boolean()])),
});
