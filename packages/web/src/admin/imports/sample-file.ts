import type { Language } from '@nardeban/core/values';
import english from './sample-orders.en.csv?raw';
import persian from './sample-orders.fa.csv?raw';

/** A small file of orders that can be imported as it is: UTF-8 with a byte order mark, so that Excel shows it rightly. */
export function sampleFile(language: Language): Blob {
  const rows = (language === 'fa' ? persian : english).trim().split(/\r?\n/);
  return new Blob([`\uFEFF${rows.join('\r\n')}\r\n`], { type: 'text/csv;charset=utf-8' });
}
