import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { holdsFor } from '../testing/properties.ts';
import { divide, shareOfPieces } from './shares.ts';

/** The method of Hamilton, as slowly as it is said. */
function hamilton(whole: number, weights: readonly number[]): number[] {
  const total = weights.reduce((sum, weight) => sum + BigInt(weight), 0n);
  const parts = weights.map((weight) => Number((BigInt(whole) * BigInt(weight)) / total));
  const rests = weights.map((weight) => (BigInt(whole) * BigInt(weight)) % total);
  for (let left = whole - parts.reduce((sum, part) => sum + part, 0); left > 0; left--) {
    let best = 0;
    for (const [place, rest] of rests.entries()) if (rest > (rests[best] ?? 0n)) best = place;
    parts[best] = (parts[best] ?? 0) + 1;
    rests[best] = 0n;
  }
  return parts;
}

describe('divide', () => {
  it('gives what is left over to the largest remainders, the earlier first', () => {
    expect(divide(10, [1, 1, 1])).toEqual([4, 3, 3]);
    expect(divide(100, [50, 0, 25, 26])).toEqual([49, 0, 25, 26]);
    expect(divide(7, [0, 0])).toEqual([0, 0]);
  });

  it('gives the same for small and for large numbers as the method does by hand', () => {
    const weight = fc.oneof(fc.nat(30), fc.nat(1_000_000), fc.maxSafeNat());
    const whole = fc.oneof(fc.nat(100), fc.nat(1e9), fc.maxSafeNat());
    holdsFor(
      'divide by hand',
      300,
      fc.property(fc.tuple(whole, fc.array(weight, { minLength: 1, maxLength: 8 })), ([all, weights]) => {
        fc.pre(weights.some((one) => one > 0));
        expect(divide(all, weights)).toEqual(hamilton(all, weights));
      }),
    );
  });
});

describe('shareOfPieces', () => {
  it('gives exactly the whole in however many steps', () => {
    holdsFor(
      'shares of pieces',
      200,
      fc.property(
        fc.tuple(fc.maxSafeNat(), fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 6 })),
        ([whole, steps]) => {
          const all = steps.reduce((sum, step) => sum + step, 0);
          let [before, given] = [0, 0];
          for (const step of steps) {
            given += shareOfPieces(whole, before, step, all);
            before += step;
          }
          expect(given).toBe(whole);
        },
      ),
    );
  });
});
