import { toPersianDigits } from '@nardeban/core/values';
import { inDigits } from '../../../language/digits.ts';
import type { Speech } from '../../../language/speech.ts';

/** A time or a year in the digits of who reads it. */
export function inTheirDigits(text: string, { language }: Pick<Speech, 'language'>): string {
  return inDigits(language === 'fa' ? toPersianDigits(text) : text, language);
}
