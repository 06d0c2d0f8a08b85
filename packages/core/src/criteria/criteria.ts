import { z } from 'zod';
import { baseVocabulary } from '../facts/index.ts';

/**
 * The one language of conditions in the product: rungs, types, segments, qualification, eligibility and guards are
 * written in it. A criteria is a tree: `all`, `any` and `not` over conditions; a condition measures something of a
 * person's history and compares it. All windows and ages are counted in whole local days of the business, so every
 * answer changes either with a fact or at the start of a day.
 */

/** How far back a window reaches: on its last day a fact still counts, the day after it does not. */
export const windowSchema = z.union([
  z.strictObject({ days: z.int().min(1).max(36_600) }),
  z.strictObject({ months: z.int().min(1).max(1_200) }),
  z.strictObject({ years: z.int().min(1).max(100) }),
]);

const scalarSchema = z.union([z.string().max(200), z.number(), z.boolean()]);
export type Scalar = z.infer<typeof scalarSchema>;

const name = z.string().min(1).max(100);

/** Which facts count by what their record says. Fields are joined by "and". A field that is absent never matches. */
export const fieldTestSchema = z.strictObject({
  field: name,
  is: scalarSchema.optional(),
  oneOf: z.array(scalarSchema).min(1).max(100).optional(),
  not: scalarSchema.optional(),
  atLeast: z.number().optional(),
  atMost: z.number().optional(),
});
export type FieldTest = z.infer<typeof fieldTestSchema>;

const selection = {
  /** One fact type or several. */
  of: z.union([name, z.array(name).min(1).max(20)]),
  where: z.array(fieldTestSchema).min(1).max(10).optional(),
};
const windowed = { ...selection, within: windowSchema.optional() };

const range = { atLeast: z.number().optional(), atMost: z.number().optional() };
const choice = { is: scalarSchema.optional(), oneOf: z.array(scalarSchema).min(1).max(100).optional() };

/**
 * `kept`: orders net of what came back. An order given back in whole does not count, in part counts with what is
 * left; a return that names no order is subtracted from the sum on its own day. Only for `order.paid`.
 */
const kept = { kept: z.literal(true).optional() };

/**
 * `open`: matters that were begun and have not ended since, such as deals neither won nor lost. Only for types that begin a
 * matter (`closedBy` in the vocabulary); counted on the day on which they were last begun. `where` only by what the end says as
 * the beginning did (`matterFields`): what ends a matter need not say what it was about otherwise.
 */
const open = { open: z.literal(true).optional() };

export const conditionSchema = z.discriminatedUnion('measure', [
  z.strictObject({ measure: z.literal('count'), ...windowed, ...kept, ...open, ...range }),
  z.strictObject({ measure: z.literal('sum'), ...windowed, ...kept, field: name, ...range }),
  z.strictObject({ measure: z.literal('average'), ...windowed, field: name, ...range }),
  z.strictObject({ measure: z.literal('max'), ...windowed, field: name, ...range }),
  z.strictObject({ measure: z.literal('min'), ...windowed, field: name, ...range }),
  z.strictObject({ measure: z.literal('distinct'), ...windowed, field: name, ...range }),
  z.strictObject({ measure: z.literal('daysSinceFirst'), ...selection, ...range }),
  z.strictObject({ measure: z.literal('daysSinceLast'), ...selection, ...range }),
  z.strictObject({ measure: z.literal('latest'), ...selection, field: name, ...range, ...choice }),
  z.strictObject({ measure: z.literal('trait'), trait: name, ...range, ...choice }),
  z.strictObject({ measure: z.literal('tag'), tag: name }),
]);
export type Condition = z.infer<typeof conditionSchema>;

export type Criteria =
  | { readonly all: readonly Criteria[] }
  | { readonly any: readonly Criteria[] }
  | { readonly not: Criteria }
  | Condition;

export const criteriaSchema: z.ZodType<Criteria> = z.lazy(() =>
  z.union([
    z.strictObject({ all: z.array(criteriaSchema).min(1).max(30) }),
    z.strictObject({ any: z.array(criteriaSchema).min(1).max(30) }),
    z.strictObject({ not: criteriaSchema }),
    conditionSchema,
  ]),
);

/** The conditions of a criteria in the order of the tree: the order in which measured values are kept. */
export function conditionsOf(criteria: Criteria): Condition[] {
  if ('all' in criteria) return criteria.all.flatMap(conditionsOf);
  if ('any' in criteria) return criteria.any.flatMap(conditionsOf);
  if ('not' in criteria) return conditionsOf(criteria.not);
  return [criteria];
}

/** The fact types a criteria reads: a reader fetches these and no others. */
export function typesRead(criteria: Criteria): Set<string> {
  const types = new Set<string>();
  for (const condition of conditionsOf(criteria))
    for (const type of typesOfCondition(condition)) types.add(type);
  return types;
}

export function typesOfCondition(condition: Condition): readonly string[] {
  if (condition.measure === 'trait') return ['trait.changed'];
  if (condition.measure === 'tag') return ['tag.added', 'tag.removed'];
  const types = typeof condition.of === 'string' ? [condition.of] : condition.of;
  if ('kept' in condition && condition.kept) return [...types, 'order.returned'];
  if ('open' in condition && condition.open) return [...new Set(types.flatMap(typesOfMatter))];
  return types;
}

/** The type that begins a matter, with those that end it and begin it again. */
function typesOfMatter(type: string): readonly string[] {
  const declared = baseVocabulary[type];
  return [type, ...(declared?.closedBy ?? []), ...(declared?.reopenedBy ?? [])];
}

/** The fields of facts a criteria reads, beyond their type and time. */
export function fieldsRead(criteria: Criteria): Set<string> {
  const fields = new Set<string>();
  for (const condition of conditionsOf(criteria)) {
    if (condition.measure === 'trait') fields.add('trait').add('value');
    else if (condition.measure === 'tag') fields.add('tag');
    else {
      for (const test of condition.where ?? []) fields.add(test.field);
      if ('field' in condition) fields.add(condition.field);
      if ('kept' in condition && condition.kept) fields.add('order').add('amount');
      if ('open' in condition && condition.open)
        for (const type of typesOfCondition(condition)) {
          const ref = baseVocabulary[type]?.ref;
          if (ref !== undefined) fields.add(ref);
        }
    }
  }
  return fields;
}
