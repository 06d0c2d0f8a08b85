import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rateOf } from './rate.ts';

describe('a rate', () => {
  test('has the interval that Wilson gives: 4 of 10 is 16.8 to 68.7 of a hundred', () => {
    const { rate, low, high } = rateOf(4, 10);
    expect(rate).toBe(0.4);
    expect(low).toBeCloseTo(0.1682, 4);
    expect(high).toBeCloseTo(0.6873, 4);
  });

  test('of nothing tried says nothing', () => {
    expect(rateOf(0, 0)).toEqual({ times: 0, of: 0, rate: null, low: 0, high: 1 });
  });

  test('lies in its interval, which is narrower the oftener it was tried', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5_000 }), fc.nat(), (of, some) => {
        const times = some % (of + 1);
        const { rate, low, high } = rateOf(times, of);
        const more = rateOf(times * 4, of * 4);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(1);
        expect(low).toBeLessThanOrEqual((rate ?? 0) + 1e-12);
        expect(high).toBeGreaterThanOrEqual((rate ?? 0) - 1e-12);
        expect(more.high - more.low).toBeLessThan(high - low + 1e-12);
      }),
    );
  });
});
