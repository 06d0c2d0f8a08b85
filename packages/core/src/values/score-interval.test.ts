import { describe, expect, test } from 'vitest';
import { scoreDifference, scoreInterval } from './score-interval.ts';

// The first four are Newcombe's own examples for the score method (Statistics in Medicine 17, 1998, pages 857 to 872, table I).
describe("Wilson's interval", () => {
  test.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
    [29, 29, 0.883, 1],
    [4, 10, 0.1682, 0.6873],
  ])('of %i in %i', (times, of, low, high) => {
    const told = scoreInterval(times, of);
    expect(told.share).toBe(times / of);
    expect(told.low).toBeCloseTo(low, 4);
    expect(told.high).toBeCloseTo(high, 4);
  });
});

// Newcombe 1998 (Statistics in Medicine 17, pages 873 to 890), table II, method 10.
describe("Newcombe's interval of a difference", () => {
  test.each([
    [56, 70, 48, 80, 0.0524, 0.3339],
    [9, 10, 3, 10, 0.1705, 0.809],
    [6, 7, 2, 7, 0.0582, 0.8062],
    [5, 56, 0, 29, -0.0381, 0.1926],
    [0, 10, 0, 20, -0.1611, 0.2775],
    [10, 10, 0, 20, 0.6791, 1],
  ])('%i of %i and %i of %i', (times, of, others, ofOthers, low, high) => {
    const told = scoreDifference(scoreInterval(times, of), scoreInterval(others, ofOthers));
    expect(told.low).toBeCloseTo(low, 4);
    expect(told.high).toBeCloseTo(high, 4);
  });
});
