import { z } from 'zod';
import type { Criteria } from '../criteria/index.ts';
import { accept, refuse, type Result, type Window } from '../values/index.ts';
import type { Definition } from './ladder.ts';

/**
 * A definition while it is being written: names may still be empty, conditions incomplete, rungs too few. It has the
 * shape that whoever shows or edits it relies on and nothing more; validateDefinition says what keeps it from being
 * published.
 */

const words = z.strictObject({ fa: z.string().max(2000), en: z.string().max(2000) });
const key = z.string().regex(/^[a-z][a-z0-9-]{0,62}$/);
const scalar = z.union([z.string().max(200), z.number(), z.boolean()]);
const name = z.string().max(100);
const meaning = z.strictObject({ who: words, feels: words, helps: words });
const size = z.number().min(0).max(100_000);
const window: z.ZodType<Window> = z.union([
  z.strictObject({ days: size }),
  z.strictObject({ months: size }),
  z.strictObject({ years: size }),
]);

const compared = {
  atLeast: z.number().optional(),
  atMost: z.number().optional(),
  is: scalar.optional(),
  oneOf: z.array(scalar).max(100).optional(),
};
const selected = {
  of: z.union([name, z.array(name).max(20)]),
  where: z
    .array(z.strictObject({ field: name, ...compared, not: scalar.optional() }))
    .max(10)
    .optional(),
  ...compared,
};
const counted = { ...selected, within: window.optional(), kept: z.literal(true).optional() };
const measured = { ...counted, field: name };

const condition = z.discriminatedUnion('measure', [
  z.strictObject({ measure: z.literal('count'), ...counted, open: z.literal(true).optional() }),
  z.strictObject({ measure: z.enum(['sum', 'average', 'max', 'min', 'distinct']), ...measured }),
  z.strictObject({ measure: z.enum(['daysSinceFirst', 'daysSinceLast']), ...selected }),
  z.strictObject({ measure: z.literal('latest'), ...selected, field: name }),
  z.strictObject({ measure: z.literal('trait'), trait: name, ...compared }),
  z.strictObject({ measure: z.literal('tag'), tag: name }),
]);

/** Deeper than this nothing is read: the walk itself is bounded. */
const MOST_DEPTH = 12;

function criteriaTo(depth: number): z.ZodType {
  if (depth === 0) return condition;
  const part = z.lazy(() => criteriaTo(depth - 1));
  return z.union([
    z.strictObject({ all: z.array(part).max(30) }),
    z.strictObject({ any: z.array(part).max(30) }),
    z.strictObject({ not: part }),
    condition,
  ]);
}
const criteria = criteriaTo(MOST_DEPTH) as z.ZodType<Criteria>;

const draftSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('ladder'),
    key,
    name: words,
    rungs: z
      .array(
        z.strictObject({
          key,
          name: words,
          meaning: meaning.optional(),
          enter: criteria.optional(),
          stay: criteria.optional(),
          grace: window.optional(),
        }),
      )
      .max(12),
  }),
  z.strictObject({
    kind: z.literal('typology'),
    key,
    name: words,
    classes: z
      .array(z.strictObject({ key, name: words, meaning: meaning.optional(), when: criteria.optional() }))
      .max(40),
  }),
]);

/** Written out in JSON a draft is no longer than this; the largest sensible one is a tenth of it. */
const MOST_LETTERS = 400_000;

/** Reads a draft that came from outside. Refusals: `draft_unreadable` with the part, `draft_too_large`. */
export function readDraft(draft: unknown): Result<Definition> {
  const read = draftSchema.safeParse(draft);
  if (read.success) {
    // Measured when it is known not to be nested without end.
    const long = JSON.stringify(read.data).length > MOST_LETTERS;
    return long ? refuse('draft_too_large', 'definition', { most: MOST_LETTERS }) : accept(read.data);
  }
  const path = (read.error.issues[0]?.path ?? []).reduce<string>(
    (sofar, part) => (typeof part === 'number' ? `${sofar}[${part}]` : `${sofar}.${String(part)}`),
    'definition',
  );
  return refuse('draft_unreadable', path, { part: path.slice(0, 100) });
}
