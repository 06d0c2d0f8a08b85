import { describe, expect, it } from 'vitest';
import { seededChance } from '../testing/chance.ts';
import { partOf, timesOver, timesOverNearest, timesOverUp } from './proportion.ts';

describe('a part of an amount', () => {
  it.each([
    [100_000, 1_250, 12_500],
    [99, 5_000, 49],
    [0, 10_000, 0],
    [Number.MAX_SAFE_INTEGER, 10_000, Number.MAX_SAFE_INTEGER],
  ])('of %i is %i hundredths of a percent: %i', (amount, share, part) => {
    expect(partOf(amount, share)).toBe(part);
  });

  it.each([
    [10, 1, 3, 3, 4, 3],
    [11, 1, 3, 3, 4, 4],
    [12, 1, 3, 4, 4, 4],
    [1, 1, 2, 0, 1, 1],
    [0, 5, 7, 0, 0, 0],
    [Number.MAX_SAFE_INTEGER, 2, 4, 4_503_599_627_370_495, 4_503_599_627_370_496, 4_503_599_627_370_496],
  ])('%i times %i over %i: %i down, %i up, %i to the nearest', (a, b, c, down, up, nearest) => {
    expect([timesOver(a, b, c), timesOverUp(a, b, c), timesOverNearest(a, b, c)]).toEqual([
      down,
      up,
      nearest,
    ]);
  });

  it('is exact at every size, on both sides of the largest product that a number holds', () => {
    for (let seed = 1; seed <= 4_000; seed++) {
      const chance = seededChance(seed);
      const upTo = (digits: number): number => chance.int(0, 10 ** chance.int(1, digits));
      const [a, c] = [upTo(15), 1 + upTo(8)];
      // At most `a`, so that the quotient can be said.
      const b = chance.int(0, c);
      const exact = (add: bigint): number => Number((BigInt(a) * BigInt(b) + add) / BigInt(c));
      expect([timesOver(a, b, c), timesOverUp(a, b, c)], `seed ${seed}: ${a} · ${b} / ${c}`).toEqual([
        exact(0n),
        exact(BigInt(c) - 1n),
      ]);
    }
  });
});
