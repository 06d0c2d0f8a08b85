import { type MoneyUnit, RIAL, searchKey } from '../values/index.ts';

/** What a header says of its amounts: «مبلغ (هزار تومان)», `amount_usd`, `Total (£)`. */
export interface HeaderUnit {
  /** The header without the words about money, for recognition. */
  readonly rest: string;
  readonly currency: string | null;
  readonly unit: MoneyUnit | null;
  readonly times: 1 | 1000 | 1_000_000;
}

const UNITS: ReadonlyMap<string, MoneyUnit> = new Map([
  ['تومان', 'toman'],
  ['تومن', 'toman'],
  ['toman', 'toman'],
  ['tomans', 'toman'],
  ['irt', 'toman'],
  ['ریال', 'rial'],
  ['ریالی', 'rial'],
  ['rial', 'rial'],
  ['rials', 'rial'],
  ['irr', 'rial'],
]);

const CURRENCIES: ReadonlyMap<string, string> = new Map([
  ...[
    'usd',
    'eur',
    'gbp',
    'aed',
    'try',
    'iqd',
    'afn',
    'cny',
    'cad',
    'aud',
    'chf',
    'jpy',
    'inr',
    'sek',
    'nok',
    'dkk',
  ].map((code): [string, string] => [code, code.toUpperCase()]),
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

const SCALES: ReadonlyMap<string, 1000 | 1_000_000> = new Map([
  ['هزار', 1000],
  ['میلیون', 1_000_000],
]);

/** Takes the words about money out of a header. */
export function headerUnit(header: string): HeaderUnit {
  const words = searchKey(header)
    .replace(/([$€£₺])/g, ' $1 ')
    .split(/[^\p{L}\p{N}$€£₺]+/u)
    .filter((word) => word !== '');
  let currency: string | null = null;
  let unit: MoneyUnit | null = null;
  let times: HeaderUnit['times'] = 1;
  const rest: string[] = [];
  for (const word of words) {
    const named = UNITS.get(word);
    const code = CURRENCIES.get(word);
    const scale = SCALES.get(word);
    if (named !== undefined) {
      unit = named;
      currency = RIAL;
    } else if (code !== undefined) {
      currency = code;
      unit = 'major';
    } else if (scale !== undefined) times = scale;
    else if (word !== 'به' && word !== 'in') rest.push(word);
  }
  // «هزار» beside no unit is a word of the header's own.
  return { rest: rest.join(' '), currency, unit, times: unit === null ? 1 : times };
}
