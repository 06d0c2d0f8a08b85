import { readEmail, readMobile, readMoment, readNumber, searchKey } from '../values/index.ts';
import { statusOf } from './status.ts';

/** What the sample cells of one column look like, as shares of the cells that are not empty. */
export interface ColumnSamples {
  readonly filled: number;
  readonly different: number;
  readonly mobiles: number;
  readonly emails: number;
  readonly dates: number;
  readonly times: number;
  readonly numbers: number;
  /** Only digits: numbers of orders and customers. */
  readonly digits: number;
  readonly letters: number;
  readonly statuses: number;
  /** A plain number with one or two decimals: `2.55`. */
  readonly decimals: number;
}

const CLOCK = /^[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?$/;

export function columnSamples(cells: readonly string[]): ColumnSamples {
  const texts = cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
  const filled = texts.length;
  const share = (holds: (text: string) => boolean): number =>
    filled === 0 ? 0 : texts.filter(holds).length / filled;
  return {
    filled,
    different: new Set(texts).size,
    mobiles: share((text) => readMobile(text).ok || /^[0-9.]+e\+[0-9]+$/i.test(text)),
    emails: share((text) => text.includes('@') && readEmail(text).ok),
    dates: share(isDate),
    times: share((text) => CLOCK.test(searchKey(text))),
    numbers: share(isNumber),
    digits: share((text) => /^[0-9]+$/.test(searchKey(text))),
    letters: share((text) => /\p{L}/u.test(text)),
    statuses: share((text) => statusOf(text, new Map()) !== null),
    decimals: share((text) => /^-?[0-9]+\.[0-9]{1,2}$/.test(text)),
  };
}

/** A date, or what would be one but for the order of its parts or a day that does not exist. */
function isDate(text: string): boolean {
  // Bare figures are dates only to one who knows the column: 45000 is a price too.
  if (/^[0-9]+(?:\.[0-9]+)?$/.test(text)) return false;
  const read = readMoment(text, { zone: 'UTC' });
  return (
    read.ok || ['date_ambiguous', 'date_does_not_exist', 'time_does_not_exist'].includes(read.refusal.code)
  );
}

/** A number, perhaps with a unit word, or what would be one but for an ambiguous dot or lost digits. */
function isNumber(text: string): boolean {
  const bare = text.replace(/[\p{L}\p{Sc}\s]+/gu, ' ').trim();
  const read = readNumber(bare);
  return (
    read.ok ||
    ['number_ambiguous', 'number_grouping_broken'].includes(read.refusal.code) ||
    /^[0-9.]+e[+-]?[0-9]+$/i.test(text)
  );
}
