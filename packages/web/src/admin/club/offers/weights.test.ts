import { DEFAULT_APPRECIATION } from '@nardeban/core/offers';
import { expect, test } from 'vitest';
import { atWhole, sumOfWeights } from './weights.ts';

test('whatever the weights were, they come to a hundred and none is lost', () => {
  for (const weights of [
    [1, 1, 1, 1, 1],
    [100, 100, 100, 100, 1],
    [0, 30, 30, 15, 15],
  ]) {
    const parts = DEFAULT_APPRECIATION.parts.map((part, at) => ({ ...part, weight: weights[at] ?? 0 }));
    const made = atWhole(parts);
    expect(sumOfWeights(made)).toBe(100);
    expect(Math.min(...made.map(({ weight }) => weight))).toBeGreaterThan(0);
  }
});
