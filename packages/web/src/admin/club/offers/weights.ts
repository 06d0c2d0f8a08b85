import type { AppreciationPart } from '@nardeban/core/offers';
import { divide } from '@nardeban/core/programme';

/** What the weights are to add up to, so that each reads as its share. */
export const WHOLE = 100;

export function sumOfWeights(parts: readonly Pick<AppreciationPart, 'weight'>[]): number {
  return parts.reduce((sum, { weight }) => sum + weight, 0);
}

/** The same weights among each other, adding up to the whole; none of them is lost. */
export function atWhole(parts: readonly AppreciationPart[]): readonly AppreciationPart[] {
  const least = 1;
  const over = divide(
    WHOLE - least * parts.length,
    parts.map(({ weight }) => Math.max(weight, least)),
  );
  return parts.map((part, at) => ({ ...part, weight: least + (over[at] ?? 0) }));
}
