import { STOPS } from '@nardeban/core/sales';
import type { Series } from './queries.ts';
import { clockText, readClock } from './when.ts';

type Touch = Series['touches'][number];

/** One touch, as it is typed. */
export interface TouchDraft {
  /** For keys of the page alone. */
  readonly id: number;
  readonly day: string;
  readonly clock: string;
  readonly kind: Touch['kind'];
  readonly text: string;
  readonly who: string | null;
}

export const MOST_TOUCHES = 20;
export const EMPTY_SERIES: Series = {
  name: '',
  touches: [{ day: 0, at: null, kind: 'call', text: '', who: null }],
  stops: [...STOPS],
  start: null,
};

export function touchDrafts(
  touches: Series['touches'],
  show: { readonly number: (number: number) => string; readonly clock: (text: string) => string },
): readonly TouchDraft[] {
  return touches.map(({ day, at, kind, text, who }, index) => ({
    id: index,
    day: show.number(day),
    clock: at === null ? '' : show.clock(clockText(at)),
    kind,
    text,
    who,
  }));
}

/** What is sent of a touch; null: something is missing or cannot be read. */
export function touchOf(draft: TouchDraft, read: (text: string) => number | null): Touch | null {
  const day = read(draft.day);
  const at = readClock(draft.clock);
  const text = draft.text.trim();
  if (day === null || !Number.isInteger(day) || day < 0 || day > 365 || at === undefined || text === '')
    return null;
  return { day, at, kind: draft.kind, text, who: draft.who };
}

/** A key that no series has yet. */
export function newKey(taken: readonly string[]): string {
  let number = taken.length + 1;
  while (taken.includes(`series-${number}`)) number += 1;
  return `series-${number}`;
}
