import type { AppreciationPart } from '@nardeban/core/offers';
import { divide } from '@nardeban/core/programme';
import { asksNothing } from '../../criteria/shape.ts';

/** What the weights are to add up to, so that each reads as its share. */
export const WHOLE = 100;

export const MOST_PARTS = 20;

/** Whether a part says all it has to: it is called something in both languages, and so is each of its signs. */
export function isPartWhole({ name, of }: AppreciationPart): boolean {
  const named = [name, ...(of.kind === 'cooperation' ? of.signs.map((sign) => sign.name) : [])];
  return (
    named.every(({ fa, en }) => fa.trim() !== '' && en.trim() !== '') &&
    (of.kind !== 'cooperation' || of.signs.every(({ holds }) => !asksNothing(holds)))
  );
}

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
