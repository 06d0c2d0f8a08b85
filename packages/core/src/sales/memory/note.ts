import { z } from 'zod';
import { accept, refuse, type Result } from '../../values/index.ts';
import { shownText } from '../shown-text.ts';

/**
 * What a conversation leaves behind. A need is what is missing, a want is what they ask for it, a like is how they like it:
 * the thirsty need a drink, want tea, like it with mint.
 */
export const noteKinds = ['need', 'want', 'like', 'budget', 'purpose', 'expectation'] as const;
export type NoteKind = (typeof noteKinds)[number];

/** What they do with what they buy: a consumer uses it, a giver gives it, a trade customer sells it on. */
export const purposes = ['uses', 'gives', 'sells_on'] as const;
export type Purpose = (typeof purposes)[number];

/** Where an expectation came from: what they lived through, what they know, what we said or did, what others say. */
export const expectationSources = ['experience', 'knowledge', 'contact', 'others'] as const;
export type ExpectationSource = (typeof expectationSources)[number];

export const LONGEST_SAID = 1000;
export const LONGEST_PRODUCT = 200;

const said = shownText.max(LONGEST_SAID);
const product = shownText.max(LONGEST_PRODUCT).default('');
const day = z.string().regex(/^[0-9]{4}-[0-9]{2}-[0-9]{2}$/);
const money = z.int().min(0).max(Number.MAX_SAFE_INTEGER);

export const noteSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('need'), text: said.default(''), product }),
  z.strictObject({ kind: z.literal('want'), text: said.default(''), product }),
  z.strictObject({ kind: z.literal('like'), text: said.default(''), product }),
  z.strictObject({
    kind: z.literal('budget'),
    text: said.default(''),
    product,
    low: money.nullish().describe('Minor units: they would pay at least so much.'),
    high: money.nullish().describe('Minor units: and at most so much.'),
    byDay: day.nullish().describe('Until when it is there, or when they would buy.'),
  }),
  z.strictObject({
    kind: z.literal('purpose'),
    text: said.default(''),
    product,
    purpose: z.enum(purposes).describe('What they do with it: use it, give it, sell it on.'),
  }),
  z.strictObject({
    kind: z.literal('expectation'),
    text: said.default(''),
    product,
    source: z.enum(expectationSources).describe('Where it came from.'),
    met: z.boolean().nullish().describe('Whether it was met; null: that is not known yet.'),
  }),
]);
export type NewNote = z.infer<typeof noteSchema>;

/** What a note tells, every part by its name; null where its kind has no such part. */
export interface NoteParts {
  readonly kind: NoteKind;
  readonly text: string;
  readonly product: string;
  readonly low: number | null;
  readonly high: number | null;
  readonly byDay: string | null;
  readonly purpose: Purpose | null;
  readonly source: ExpectationSource | null;
  readonly met: boolean | null;
}

/**
 * A note with all its parts, if it says anything. Refusals: `note_says_nothing` (a budget may be its figures alone, a purpose
 * itself), `range_reversed` where a budget's least is above its most.
 */
export function notePartsOf(note: NewNote): Result<NoteParts> {
  const parts: NoteParts = {
    kind: note.kind,
    text: note.text,
    product: note.product,
    low: note.kind === 'budget' ? (note.low ?? null) : null,
    high: note.kind === 'budget' ? (note.high ?? null) : null,
    byDay: note.kind === 'budget' ? (note.byDay ?? null) : null,
    purpose: note.kind === 'purpose' ? note.purpose : null,
    source: note.kind === 'expectation' ? note.source : null,
    met: note.kind === 'expectation' ? (note.met ?? null) : null,
  };
  const figures = [parts.low, parts.high, parts.byDay, parts.purpose].some((one) => one !== null);
  if (parts.text === '' && !figures && (parts.product === '' || parts.kind === 'expectation'))
    return refuse('note_says_nothing', 'text', { kind: note.kind });
  if (parts.low !== null && parts.high !== null && parts.low > parts.high)
    return refuse('range_reversed', 'high');
  return accept(parts);
}
