import { accept, readNumber, refuse } from '@nardeban/core/values';
import type { Speech } from '../../../language/speech.ts';
import type { Manner } from '../../criteria/figures.ts';

/** A share that is typed in hundredths: 30 is 0.3. A sign of per cent may stand after it. */
export function hundredthsIn(speech: Speech): Manner<number> {
  return {
    show: (share) => speech.number(Math.round(share * 10_000) / 100),
    read: (text) => {
      const read = readNumber(text, { grouping: 'thousands' });
      return read.ok ? accept(read.value / 100) : read;
    },
    after: speech.language === 'fa' ? '٪' : '%',
  };
}

/** People, days, months: what comes in whole ones only. */
export function wholesIn(speech: Speech): Manner<number> {
  return {
    show: speech.number,
    read: (text) => {
      const read = readNumber(text, { grouping: 'thousands' });
      if (!read.ok) return read;
      return Number.isSafeInteger(read.value) ? read : refuse('whole_number_expected');
    },
  };
}
