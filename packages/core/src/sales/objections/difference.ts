import { scoreDifference } from '../../values/index.ts';
import type { Rate } from '../rate.ts';

/** Between which bounds one rate is above another in 95 of 100 such cases. Null where one of them was never tried. */
export function difference(one: Rate, other: Rate): { readonly low: number; readonly high: number } | null {
  if (one.rate === null || other.rate === null) return null;
  return scoreDifference({ ...one, share: one.rate }, { ...other, share: other.rate });
}
