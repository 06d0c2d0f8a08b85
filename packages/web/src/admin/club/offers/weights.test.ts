import { DEFAULT_APPRECIATION } from '@nardeban/core/offers';
import { expect, test } from 'vitest';
import { atWhole, isPartWhole, sumOfWeights } from './weights.ts';

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

test('a part is whole when it and all its signs are called something in both languages and ask something', () => {
  const parts = DEFAULT_APPRECIATION.parts;
  expect(parts.every(isPartWhole)).toBe(true);
  const [first] = parts;
  const last = parts.at(-1);
  if (first === undefined || last?.of.kind !== 'cooperation') throw new Error('The parts are others');
  expect(isPartWhole({ ...first, name: { fa: 'وفاداری', en: ' ' } })).toBe(false);
  const [sign] = last.of.signs;
  if (sign === undefined) throw new Error('There is no sign');
  const withSign = (changes: object) => ({
    ...last,
    of: { kind: 'cooperation' as const, signs: [{ ...sign, ...changes }] },
  });
  expect(isPartWhole(withSign({}))).toBe(true);
  expect(isPartWhole(withSign({ name: { fa: '', en: '' } }))).toBe(false);
  expect(isPartWhole(withSign({ holds: { all: [] } }))).toBe(false);
});
