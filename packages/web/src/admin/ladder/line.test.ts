import { expect, test } from 'vitest';
import { HEIGHT, linePoints, nearest, pathOf, WIDTH } from './line.ts';

test('a line fills its box, from the side where reading begins', () => {
  const forward = linePoints([0, 5, 10], false);
  expect(forward).toEqual([
    { x: 0, y: HEIGHT - 3 },
    { x: WIDTH / 2, y: HEIGHT / 2 },
    { x: WIDTH, y: 3 },
  ]);
  expect(linePoints([0, 5, 10], true).map(({ x }) => x)).toEqual([WIDTH, WIDTH / 2, 0]);
  expect(pathOf(forward)).toBe('M0 29L50 16L100 3');
});

test('one that never changes runs through the middle, and one point is a line of one point', () => {
  expect(linePoints([7, 7], false).map(({ y }) => y)).toEqual([HEIGHT / 2, HEIGHT / 2]);
  expect(linePoints([7], true)).toEqual([{ x: WIDTH, y: HEIGHT / 2 }]);
  expect(linePoints([], true)).toEqual([]);
});

test('the pointer finds the nearest point in either direction and never one outside', () => {
  expect([0, 0.24, 0.26, 1, 1.4, -1].map((part) => nearest(part, 5, false))).toEqual([0, 1, 1, 4, 4, 0]);
  expect([0, 0.24, 1].map((part) => nearest(part, 5, true))).toEqual([4, 3, 0]);
  expect(nearest(0.5, 0, false)).toBe(0);
});
