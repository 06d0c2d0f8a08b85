import { isField, type Pipeline } from '../pipeline/definition.ts';
import type { NoteParts } from './note.ts';
import type { BuyingRole } from './part.ts';

/** A part as it was said: who plays it, and how they belong to the customer. */
export interface PartSaid {
  readonly role: BuyingRole;
  readonly self: boolean;
  readonly belonging: string | null;
}

/** The fields of the shipped pipeline that ask for what a conversation tells, by the kind of the note. */
const FIELD_OF: Readonly<Record<string, string>> = { need: 'need', want: 'want', like: 'taste' };
const DECIDES = 'decides';
const DECIDER: Readonly<Record<string, string>> = {
  household: 'family',
  buys_for: 'family',
  works_at: 'firm',
};

/**
 * What a conversation about a deal tells of what its steps ask for, so that nobody writes the same thing twice: only fields that
 * are still empty, and only where the pipeline asks for them. What stands there stays.
 */
export function fillsOf(
  pipeline: Pipeline,
  known: Readonly<Record<string, unknown>>,
  notes: readonly NoteParts[],
  parts: readonly PartSaid[],
): Readonly<Record<string, string>> {
  const asked = new Map(
    pipeline.steps.flatMap(({ asks }) => asks.filter(isField).map((ask) => [ask.key, ask] as const)),
  );
  const fills: Record<string, string> = {};
  const fill = (field: string, value: string): void => {
    if (value !== '' && known[field] === undefined && fills[field] === undefined) fills[field] = value;
  };
  for (const { kind, text, product } of notes) {
    const field = FIELD_OF[kind];
    if (field !== undefined && asked.get(field)?.kind === 'text') fill(field, text === '' ? product : text);
  }
  const decides = asked.get(DECIDES);
  const decider = parts.find(({ role }) => role === 'decides');
  if (decides?.kind === 'choice' && decider !== undefined) {
    const choice = decider.self ? 'self' : DECIDER[decider.belonging ?? ''];
    if (decides.choices.some(({ key }) => key === choice)) fill(DECIDES, choice ?? '');
  }
  return fills;
}
