import { z } from 'zod';
import { declaredFieldKinds } from './field-kinds.ts';

const kind = z.enum(declaredFieldKinds);
const choices = z
  .array(z.string().max(400))
  .max(200)
  .describe('Of a text: the only values it may have, in the order in which they are offered.');
const title = z.string().max(200);
const archived = z.literal(true).optional().describe('No longer told; what was told is called as before.');

export const fieldSchema = z.strictObject({
  kind,
  required: z.literal(true).optional(),
  choices: z.array(z.string()).optional(),
  fa: z.string().max(100),
  en: z.string().max(100),
});

export const wordSchema = z.strictObject({
  type: z.string(),
  fa: z.string(),
  en: z.strictObject({ one: z.string(), many: z.string() }),
  fields: z.record(z.string(), fieldSchema),
  archived,
});

export const traitWordSchema = z
  .strictObject({
    trait: z.string().describe('As it stands in `data.trait` of `trait.changed`.'),
    fa: z.string(),
    en: z.string(),
    kind,
    choices: z.array(z.string()).optional(),
    archived,
  })
  .meta({ id: 'TraitWord' });

/** Titles in both languages, or in one that stands for both. */
const titles = { fa: title.optional(), en: title.optional() };

export const customAsked = z.strictObject({
  ...titles,
  fields: z.record(
    z.string(),
    z.strictObject({ kind, required: z.literal(true).optional(), choices: choices.optional(), ...titles }),
  ),
});
export type CustomAsked = z.infer<typeof customAsked>;

export const customSchema = z.strictObject({
  name: z.string(),
  fa: z.string(),
  en: z.string(),
  fields: z.record(z.string(), fieldSchema),
});

const changed = { changedBy: z.string().nullable(), changedAt: z.int().nullable() };
const looked = {
  looked: z.int().describe('So many of the newest were looked at.'),
  all: z.boolean().describe('That was everything there is.'),
};

export const customListSchema = z.strictObject({
  facts: z.array(
    z.strictObject({
      ...customSchema.shape,
      archived: z.boolean(),
      told: z.int().describe('How often, among the facts looked at.'),
      ...changed,
    }),
  ),
  ...looked,
});

export const traitAsked = z.strictObject({
  trait: z.string().max(200),
  ...titles,
  kind,
  choices: choices.optional(),
});
export type TraitBody = z.infer<typeof traitAsked>;

export const traitListSchema = z.strictObject({
  declared: z.array(
    z.strictObject({
      trait: z.string(),
      fa: z.string(),
      en: z.string(),
      kind,
      choices: z.array(z.string()).optional(),
      archived: z.boolean(),
      people: z.int().describe('Who has a value, among those looked at.'),
      ...changed,
    }),
  ),
  undeclared: z
    .array(
      z.strictObject({
        trait: z.string(),
        people: z.int(),
        kind: kind.describe('What all the values could be declared as.'),
        values: z.array(z.string()).describe('The values, where they are few.'),
      }),
    )
    .describe('Traits people have that nobody declared, the commonest first.'),
  onlyDeclared: z.boolean().describe('Traits that are not declared are refused.'),
  ...looked,
});

const scalar = z.union([z.string(), z.number(), z.boolean()]);
export const fitSchema = z
  .strictObject({
    having: z.int().describe('How many people, or facts, have a value.'),
    misfits: z.int().describe('How many of these would not be taken today; they stay as they are.'),
    examples: z.array(
      z.strictObject({ field: z.string(), value: scalar, times: z.int(), person: z.int().nullable() }),
    ),
    ...looked,
  })
  .meta({ id: 'Fit' });

export const archiveBody = z.strictObject({ archived: z.boolean() });
