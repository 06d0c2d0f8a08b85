import { RIAL } from './money.ts';

/** What the words beside an amount say about it. */
export interface MoneyWords {
  /** The currency named, if any. */
  readonly currency: string | null;
  /** For rial amounts, the unit named. */
  readonly unit: 'rial' | 'toman' | null;
  /** Zeros that a word adds: هزار 3, میلیون 6, میلیارد 9. */
  readonly zeros: number;
}

const SCALES: ReadonlyMap<string, number> = new Map([
  ['هزار', 3],
  ['میلیون', 6],
  ['ملیون', 6],
  ['میلیارد', 9],
]);

const UNITS: ReadonlyMap<string, 'rial' | 'toman'> = new Map([
  ['ریال', 'rial'],
  ['rial', 'rial'],
  ['rials', 'rial'],
  ['irr', 'rial'],
  ['تومان', 'toman'],
  ['تومن', 'toman'],
  ['toman', 'toman'],
  ['tomans', 'toman'],
  ['irt', 'toman'],
]);

const SYMBOLS: ReadonlyMap<string, string> = new Map([
  ['$', 'USD'],
  ['€', 'EUR'],
  ['£', 'GBP'],
  ['₺', 'TRY'],
  ['دلار', 'USD'],
  ['یورو', 'EUR'],
  ['پوند', 'GBP'],
  ['درهم', 'AED'],
  ['لیر', 'TRY'],
]);

/**
 * Reads the words around an amount (as search keys). Null if one is unknown or two contradict each other.
 * A three-letter Latin word is taken for a currency code.
 */
export function readMoneyWords(words: readonly string[]): MoneyWords | null {
  let currency: string | null = null;
  let unit: 'rial' | 'toman' | null = null;
  let zeros = 0;
  for (const word of words) {
    const scale = SCALES.get(word);
    const named = UNITS.get(word);
    const code = SYMBOLS.get(word) ?? (/^[a-z]{3}$/.test(word) ? word.toUpperCase() : null);
    if (scale !== undefined && zeros === 0) zeros = scale;
    else if (named !== undefined && unit === null && currency === null) {
      unit = named;
      currency = RIAL;
    } else if (code !== null && currency === null) currency = code;
    else return null;
  }
  return { currency, unit, zeros };
}
