import { expect, test } from 'vitest';
import { crossings } from './crossings.ts';

const rung = (key: string) => ({
  key,
  name: { fa: key, en: key },
  people: 0,
  share: 0,
  arrivedUp: 0,
  arrivedDown: 0,
  leftUp: 0,
  leftDown: 0,
});

test('a move that skips rungs crosses every gap on its way, and the conversions of a rung add up', () => {
  const gaps = crossings({
    rungs: ['a', 'b', 'c'].map(rung),
    flows: [
      { from: 'a', to: 'b', people: 5 },
      { from: 'a', to: 'c', people: 2 },
      { from: 'c', to: 'a', people: 1 },
      { from: 'c', to: 'gone', people: 9 },
    ],
    steps: [
      { from: 'a', to: 'b', people: 5, conversion: 0.25, medianDays: 12 },
      { from: 'a', to: 'c', people: 2, conversion: 0.1, medianDays: 40 },
    ],
  });
  expect(gaps).toEqual([
    { up: 7, down: 1, conversion: 0.35, medianDays: 12 },
    { up: 2, down: 1, conversion: null, medianDays: null },
  ]);
});
