import { describe, expect, it } from 'vitest';
import { seededChance } from './chance.ts';

function draws(seed: number): number[] {
  const chance = seededChance(seed);
  return Array.from({ length: 4 }, () => chance.int(0, 999_999));
}

describe('seededChance', () => {
  it('gives the same sequence for the same seed on every machine, and another for another', () => {
    expect(draws(1)).toEqual(draws(1));
    expect(draws(1)).not.toEqual(draws(2));
    expect(draws(2 ** 32 + 1)).not.toEqual(draws(1));
    expect(draws(1405)).toMatchInlineSnapshot(`
      [
        857281,
        556097,
        538575,
        676333,
      ]
    `);
  });

  it('is uniform in [0, 1)', () => {
    const chance = seededChance(7);
    const counts = Array.from({ length: 10 }, () => 0);
    for (let draw = 0; draw < 100_000; draw += 1) {
      const value = chance.next();
      expect(value >= 0 && value < 1).toBe(true);
      counts[Math.floor(value * 10)] = (counts[Math.floor(value * 10)] ?? 0) + 1;
    }
    for (const count of counts) expect(Math.abs(count - 10_000)).toBeLessThan(500);
  });

  it('reaches both ends of a range, and every item', () => {
    const chance = seededChance(3);
    const seen = new Set(Array.from({ length: 1000 }, () => chance.int(-2, 2)));
    expect([...seen].sort((a, b) => a - b)).toEqual([-2, -1, 0, 1, 2]);
    expect(new Set(Array.from({ length: 1000 }, () => chance.pick(['a', 'b', 'c']))).size).toBe(3);
    expect(() => chance.pick([])).toThrow(RangeError);
  });

  it('picks in proportion to weights, never what weighs nothing', () => {
    const chance = seededChance(5);
    const counts = { a: 0, b: 0, never: 0 };
    for (let draw = 0; draw < 10_000; draw += 1) {
      const item = chance.weighted<'a' | 'b' | 'never'>([
        ['a', 3],
        ['b', 1],
        ['never', 0],
      ]);
      counts[item] += 1;
    }
    expect(counts.never).toBe(0);
    expect(Math.abs(counts.a - 7500)).toBeLessThan(200);
    expect(() => chance.weighted([['a', 0]])).toThrow(RangeError);
  });
});
