import { expect, test } from 'vitest';
import { hundredths, itemsOf, times } from './rules.ts';

test('of a hundred, what is there is never none; and a lift never reads as chance', () => {
  expect([0, 0.001, 0.344, 1].map(hundredths)).toEqual([0, 1, 34, 100]);
  expect([1.02, 2.08, 0.9].map(times)).toEqual([1.1, 2.1, 0.9]);
});

test('things that rules speak of come once', () => {
  expect(
    itemsOf([
      { from: 'a', to: 'b' },
      { from: 'b', to: 'c' },
    ]),
  ).toEqual(['a', 'b', 'c']);
});
