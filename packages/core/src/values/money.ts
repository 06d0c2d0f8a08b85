import { toPersianDigits } from './digits.ts';
import type { Language } from './language.ts';

/** An amount in the currency's minor unit (rial, cent): a safe integer, never a fraction. */
export type Minor = number;

/** What written amounts count: `rial` and `toman` belong to IRR; `major` is the main unit of any currency. */
export type MoneyUnit = 'rial' | 'toman' | 'major';

/** Amounts with no currency stated: ISO 4217 keeps this code for them. */
export const NO_CURRENCY = 'XXX';

/** The iranian rial: its minor unit is the current rial itself (ISO's two decimals are never used). */
export const RIAL = 'IRR';

/** ISO 4217 currencies whose minor unit is not a hundredth. */
const UNUSUAL_DIGITS: ReadonlyMap<string, number> = new Map([
  ...'IRR BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'
    .split(' ')
    .map((code): [string, number] => [code, 0]),
  ...'BHD IQD JOD KWD LYD OMR TND'.split(' ').map((code): [string, number] => [code, 3]),
  ...'CLF UYW'.split(' ').map((code): [string, number] => [code, 4]),
]);

/** What Persian speakers call the currencies their customers pay in; the code stands in for any other. */
const PERSIAN_NAMES: Readonly<Record<string, string>> = {
  USD: 'دلار',
  EUR: 'یورو',
  GBP: 'پوند',
  AED: 'درهم',
  TRY: 'لیر',
  IQD: 'دینار',
  AFN: 'افغانی',
  CNY: 'یوان',
};

/** How many decimal places the minor unit of a currency is: IRR 0, USD 2, KWD 3; 2 when no currency is stated. */
export function currencyDigits(currency: string): number {
  return UNUSUAL_DIGITS.get(currency) ?? 2;
}

/** An exact decimal string in the currency's main unit: 974774793 cents → `9747747.93`, 1250 rial → `1250`. */
export function minorToDecimal(minor: number | bigint, currency: string): string {
  return decimal(minor, currencyDigits(currency), false);
}

/**
 * An amount as people read it: «۱٬۲۵۰٬۰۰۰ تومان», `1,250,000 toman`, `12.34 USD`. Rial amounts show in the
 * business's unit; a toman amount shows a decimal only if a single rial would be hidden. A Persian negative
 * starts with U+200E U+2212, so that the minus stays on the left of its number in right-to-left text.
 */
export function showMoney(
  minor: number | bigint,
  options: { readonly currency: string; readonly unit: MoneyUnit; readonly language: Language },
): string {
  const inToman = options.currency === RIAL && options.unit === 'toman';
  const number = grouped(decimal(minor, inToman ? 1 : currencyDigits(options.currency), inToman));
  const name = unitName(options.currency, inToman, options.language);
  const shown = options.language === 'fa' ? inPersian(number) : number;
  return name === '' ? shown : `${shown} ${name}`;
}

function unitName(currency: string, inToman: boolean, language: Language): string {
  if (currency === NO_CURRENCY) return '';
  if (language === 'en') return currency === RIAL ? (inToman ? 'toman' : 'rial') : currency;
  return currency === RIAL ? (inToman ? 'تومان' : 'ریال') : (PERSIAN_NAMES[currency] ?? currency);
}

/** Shifts the point by text alone, so that no float ever touches an amount. */
function decimal(minor: number | bigint, digits: number, dropZeroFraction: boolean): string {
  const value = BigInt(minor);
  const sign = value < 0n ? '-' : '';
  const all = (value < 0n ? -value : value).toString().padStart(digits + 1, '0');
  const whole = all.slice(0, all.length - digits);
  const fraction = all.slice(all.length - digits);
  if (digits === 0 || (dropZeroFraction && /^0+$/.test(fraction))) return sign + whole;
  return `${sign}${whole}.${fraction}`;
}

function grouped(number: string): string {
  const [whole = '', fraction] = number.split('.');
  const groups = whole.replace(/\B(?=(?:\d{3})+$)/g, ',');
  return fraction === undefined ? groups : `${groups}.${fraction}`;
}

function inPersian(number: string): string {
  return toPersianDigits(number).replaceAll(',', '٬').replace('.', '٫').replace('-', '\u200E\u2212');
}
