import { expect, test } from 'vitest';
import { readGiftCards } from './gift-card-search.ts';

test('an address made by hand holds only what can be shown', () => {
  expect(readGiftCards({ state: 'frozen', tail: 'a7xk', person: '5', card: 9 })).toEqual({
    state: 'frozen',
    tail: 'A7XK',
    person: 5,
    card: 9,
  });
  // Four digits are a number to whoever reads addresses.
  expect(readGiftCards({ tail: 4827 })).toEqual({ tail: '4827' });
  expect(readGiftCards({ state: 'lost', tail: 'a7x', person: 0, card: 'x' })).toEqual({});
});
