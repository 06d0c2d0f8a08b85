import { expect, test } from 'vitest';
import { crossings, type Flow, peopleIn } from './crossings.ts';

const flow = (from: string, to: string, people: number): Flow => ({
  from,
  to,
  people,
  peopleBefore: 0,
  direction: from < to ? 'up' : 'down',
});
const step = (from: string, to: string, people: number, conversion: number, medianDays: number) => ({
  from,
  to,
  people,
  conversion,
  medianDays,
  conversionBefore: null,
  medianDaysBefore: null,
});

test('a move that skips rungs crosses every gap on its way, and the conversions of a rung add up', () => {
  const gaps = crossings({
    rungs: ['a', 'b', 'c'].map((key) => ({ key })),
    flows: [flow('a', 'c', 2), flow('a', 'b', 5), flow('b', 'a', 0), flow('c', 'a', 1), flow('c', 'gone', 9)],
    steps: [step('a', 'b', 5, 0.25, 12), step('a', 'c', 2, 0.1, 40)],
  });
  expect(gaps.map(({ up, down }) => [peopleIn(up), peopleIn(down)])).toEqual([
    [7, 1],
    [2, 1],
  ]);
  expect(gaps[0]?.up.map(({ to }) => to)).toEqual(['b', 'c']);
  expect(gaps.map(({ conversion, medianDays }) => [conversion, medianDays])).toEqual([
    [0.35, 12],
    [null, null],
  ]);
});
