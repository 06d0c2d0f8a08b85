import type { Club } from './answers.ts';

export interface Bounds {
  readonly least: number;
  readonly most: number;
  readonly step: number;
}

/** What may be spent on a reward by somebody who has so many units, in whole steps. */
export function boundsOf(price: Club['rewards'][number]['price'], has: number): Bounds {
  if (price.kind === 'fixed') return { least: price.units, most: price.units, step: 1 };
  const step = price.step ?? 1;
  const least = Math.ceil(price.least / step) * step;
  return { least, most: Math.max(least, Math.floor(Math.min(price.most, has) / step) * step), step };
}
