import { z } from 'zod';
import { criteriaSchema, windowSchema, fieldsRead, typesRead, type Criteria } from '../criteria/index.ts';

/** Words in both languages; Persian is the source. */
export const wordsSchema = z.strictObject({
  fa: z.string().min(1).max(2000),
  en: z.string().min(1).max(2000),
});
export type Words = z.infer<typeof wordsSchema>;

const key = z.string().regex(/^[a-z][a-z0-9-]{0,62}$/);

/** What a rung means beyond its rule: what a person on it thinks and feels, and what helps them up. */
export const rungMeaningSchema = z.strictObject({
  who: wordsSchema,
  feels: wordsSchema,
  helps: wordsSchema,
});

const rungSchema = z.strictObject({
  key,
  name: wordsSchema,
  meaning: rungMeaningSchema.optional(),
  /** What it takes to climb here. The bottom rung asks for nothing. */
  enter: criteriaSchema.optional(),
  /** What it takes to stay; without it, `enter`. A person for whom `enter` holds is never dropped. */
  stay: criteriaSchema.optional(),
  /** How long `stay` may fail before the fall. */
  grace: windowSchema.optional(),
});
export type Rung = z.infer<typeof rungSchema>;

/** An ordered list of rungs, bottom first. */
export const ladderSchema = z.strictObject({
  kind: z.literal('ladder'),
  key,
  name: wordsSchema,
  rungs: z.array(rungSchema).min(2).max(12),
});
export type Ladder = z.infer<typeof ladderSchema>;

const classSchema = z.strictObject({
  key,
  name: wordsSchema,
  meaning: rungMeaningSchema.optional(),
  when: criteriaSchema.optional(),
});

/** Classes without order among people, in order of priority: the first that matches; the last asks for nothing. */
export const typologySchema = z.strictObject({
  kind: z.literal('typology'),
  key,
  name: wordsSchema,
  classes: z.array(classSchema).min(2).max(40),
});
export type Typology = z.infer<typeof typologySchema>;

export const definitionSchema = z.discriminatedUnion('kind', [ladderSchema, typologySchema]);
export type Definition = z.infer<typeof definitionSchema>;

/** The places of a definition, in its order: rungs bottom to top, classes by priority. */
export function placesOf(definition: Definition): readonly { readonly key: string; readonly name: Words }[] {
  return definition.kind === 'ladder' ? definition.rungs : definition.classes;
}

export function criteriaIn(definition: Definition): Criteria[] {
  const found: (Criteria | undefined)[] =
    definition.kind === 'ladder'
      ? definition.rungs.flatMap((rung) => [rung.enter, rung.stay])
      : definition.classes.map((one) => one.when);
  return found.filter((one) => one !== undefined);
}

/** The fact types a definition reads; pins always. */
export function factTypesRead(definition: Definition): string[] {
  const types = new Set(['rung.pinned', 'rung.unpinned']);
  for (const criteria of criteriaIn(definition)) for (const type of typesRead(criteria)) types.add(type);
  return [...types].sort();
}

/** The fields a definition reads, beyond type and time; pins always. */
export function factFieldsRead(definition: Definition): string[] {
  const fields = new Set(['ladder', 'rung', 'until']);
  for (const criteria of criteriaIn(definition)) for (const field of fieldsRead(criteria)) fields.add(field);
  return [...fields].sort();
}
