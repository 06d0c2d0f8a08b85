import type { Day } from '@nardeban/core/values';
import type { Move, StoredFact } from '../../api/answers.ts';

export type Entry =
  | { readonly kind: 'fact'; readonly at: number; readonly fact: StoredFact }
  | { readonly kind: 'move'; readonly at: number; readonly move: Move };

export interface Month {
  readonly first: Day;
  readonly entries: readonly Entry[];
}

/**
 * Facts and moves as one story, newest first. While older facts are still unread, the story ends with the oldest fact
 * known: a move before it would stand without what led to it. A move is told after the fact of the same instant, that
 * is, above it.
 */
export function merged(told: {
  readonly facts: readonly StoredFact[];
  readonly moves: readonly Move[];
  readonly isWhole: boolean;
  readonly until: number;
}): Entry[] {
  const oldest = told.isWhole ? -Infinity : (told.facts.at(-1)?.at ?? Infinity);
  const entries: Entry[] = [];
  for (const fact of told.facts) if (fact.at < told.until) entries.push({ kind: 'fact', at: fact.at, fact });
  for (const move of told.moves) {
    if (move.at < told.until && move.at >= oldest) entries.push({ kind: 'move', at: move.at, move });
  }
  return entries.sort((one, other) => other.at - one.at || rank(one) - rank(other));
}

/** The months in which something happened, each with its entries, in the order they came. */
export function byMonth(entries: readonly Entry[], firstOfMonth: (at: number) => Day): Month[] {
  const months: { first: Day; entries: Entry[] }[] = [];
  for (const entry of entries) {
    const first = firstOfMonth(entry.at);
    const last = months.at(-1);
    if (last?.first === first) last.entries.push(entry);
    else months.push({ first, entries: [entry] });
  }
  return months;
}

function rank(entry: Entry): number {
  return entry.kind === 'move' ? 0 : 1;
}
