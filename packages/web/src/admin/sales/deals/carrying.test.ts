import { expect, test } from 'vitest';
import { type Carried, deedOfKey } from './carrying.ts';
import type { DealCard } from './queries.ts';

const card = { id: 7, step: 'b' } as DealCard;
const steps = ['a', 'b', 'c'];

function after(keys: readonly string[], direction: 'rtl' | 'ltr'): readonly (string | null)[] {
  let carried: Carried | null = null;
  return keys.map((key) => {
    const deed = deedOfKey(key, card, { carried, steps, direction });
    if (deed === null) return null;
    carried = deed.kind === 'taken' || deed.kind === 'over' ? deed.carried : null;
    return deed.kind === 'put-back' ? deed.kind : `${deed.kind} ${deed.carried.step}`;
  });
}

test('a card is taken up, held over the step an arrow points to, and put down or back', () => {
  expect(after(['ArrowLeft', ' ', 'ArrowLeft', 'ArrowLeft', 'Enter'], 'rtl')).toEqual([
    null,
    'taken b',
    'over c',
    'over c',
    'put c',
  ]);
  expect(after(['Enter', 'ArrowLeft', 'Tab', ' '], 'ltr')).toEqual(['taken b', 'over a', null, 'put a']);
  expect(after([' ', 'ArrowRight', 'ArrowLeft', ' '], 'ltr')).toEqual([
    'taken b',
    'over c',
    'over b',
    'put-back',
  ]);
  expect(after([' ', 'ArrowRight', 'Escape', 'Escape'], 'rtl')).toEqual([
    'taken b',
    'over a',
    'put-back',
    null,
  ]);
});
