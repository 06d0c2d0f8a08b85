import { type Language, type Refusal, sayRefusal as refusalOf } from '@nardeban/core/values';
import { inDigits } from './digits.ts';

/** The sentence of a refusal, in the digits the reader chose. */
export function sayRefusal(refusal: Refusal, language: Language): string {
  return inDigits(refusalOf(refusal, language), language);
}
