import { toLatinDigits } from './digits.ts';
import { readMoneyWords } from './money-words.ts';
import { currencyDigits, type Minor, type MoneyUnit, RIAL } from './money.ts';
import { type Numeral, takeApart } from './numeral.ts';
import { quoting } from './quote.ts';
import { accept, refuse, type Result } from './refusal.ts';
import { searchKey } from './text.ts';

/** What a lone `1.250` means in this file: 1250 (`thousands`) or one and a quarter (`decimal`). */
export type DotMeaning = 'thousands' | 'decimal';

export interface MoneyOptions {
  /** ISO 4217 code; decides how many decimals an amount may have. */
  readonly currency: string;
  /** The unit of amounts that name none. `rial` and `toman` matter for IRR only. */
  readonly unit: MoneyUnit;
  readonly grouping?: DotMeaning;
  /** Rounds what is finer than the minor unit, halves away from zero, instead of refusing it. */
  readonly round?: boolean;
}

/** Longer texts are no numbers; the bound keeps a pasted novel cheap to refuse. */
const LONGEST = 64;

/**
 * A number in any spelling of Persian or English lists: `1,250,000`, «۱٬۲۵۰», «۲/۵», «۳.۱۴۹.۰۰۰», `12-`, «۲٪» (= 2).
 * Refusals: `number_missing`, `not_a_number`, `number_in_exponent_form`, `cell_is_formula`,
 * `number_grouping_broken`, `number_ambiguous` (a lone `1.250` without `grouping`), `number_too_large` (the
 * whole part is no safe integer).
 */
export function readNumber(text: string, options: { readonly grouping?: DotMeaning } = {}): Result<number> {
  if (isPlain(text)) return accept(withoutMinusZero(Number(text)));
  return quoting(text, writtenNumber(text, options.grouping));
}

function writtenNumber(text: string, grouping: DotMeaning | undefined): Result<number> {
  const cell = cellText(text);
  if (typeof cell !== 'string') return cell;
  const numeral = understood(takeApart(cell.replace(/ ?[%٪]$/, '')), grouping, 'number_ambiguous');
  if (!numeral.ok) return numeral;
  const { negative, whole, fraction } = numeral.value;
  if (!Number.isSafeInteger(Number(whole))) return refuse('number_too_large');
  const size = Number(`${whole}.${fraction}0`);
  return accept(withoutMinusZero(negative ? -size : size));
}

/**
 * An amount as minor units (rial, cents), by string arithmetic alone. Reads what `readNumber` reads, plus unit
 * words, which win over `unit`: «۳.۱۴۹.۰۰۰ تومان», «۲٫۵ میلیون تومان», `$12.34`. A rial or toman amount has no
 * fraction, other currencies have as many decimals as their minor unit; zeros beyond that are no fraction.
 * Refusals: those of `readNumber`, with `amount_ambiguous` for its ambiguity, and `amount_has_fraction`,
 * `amount_too_precise`, `amount_too_large`, `amount_currency_differs` (another currency is named).
 */
export function readMoney(text: string, options: MoneyOptions): Result<Minor> {
  const digits = currencyDigits(options.currency);
  const factor = options.currency === RIAL && options.unit === 'toman' ? 10 : 10 ** digits;
  const plain = plainMinor(text, digits, factor);
  if (!Number.isNaN(plain)) return accept(plain);
  const easy = plainMinor(ungrouped(text), digits, factor);
  return Number.isNaN(easy) ? quoting(text, writtenMoney(text, options, digits)) : accept(easy);
}

function writtenMoney(text: string, options: MoneyOptions, digits: number): Result<Minor> {
  const cell = cellText(text);
  if (typeof cell !== 'string') return cell;
  // Words stand before or after the digits; letters between digits are no amount.
  if (/[0-9].*[\p{L}\p{Sc}].*[0-9]/u.test(cell)) return refuse('not_a_number');
  const words = readMoneyWords(cell.match(/\p{L}+|\p{Sc}/gu) ?? []);
  if (words === null) return refuse('not_a_number');
  if (words.currency !== null && words.currency !== options.currency) {
    return refuse('amount_currency_differs', undefined, { currency: options.currency });
  }
  const body = cell
    .replace(/[\p{L}\p{Sc}]+/gu, ' ')
    .trim()
    .replace(/^([-+\u2212]) +/, '$1');
  const numeral = understood(takeApart(body), options.grouping, 'amount_ambiguous');
  if (!numeral.ok) return numeral;
  const inToman = options.currency === RIAL && (words.unit ?? options.unit) === 'toman';
  return toMinor(numeral.value, {
    shift: (inToman ? 1 : digits) + words.zeros,
    decimals: digits + words.zeros,
    round: options.round === true,
  });
}

/** Moves the point `shift` places to the right, refusing (or rounding away) what is finer than allowed. */
function toMinor(
  { negative, whole, fraction }: Numeral,
  rule: { shift: number; decimals: number; round: boolean },
): Result<Minor> {
  const kept = fraction.replace(/0+$/, '');
  if (kept.length > rule.decimals && !rule.round) {
    const code = rule.decimals === 0 ? 'amount_has_fraction' : 'amount_too_precise';
    return refuse(code, undefined, { decimals: rule.decimals });
  }
  const moved = BigInt(whole + kept.slice(0, rule.shift).padEnd(rule.shift, '0'));
  const rounded = (kept.charAt(rule.shift) || '0') >= '5' ? moved + 1n : moved;
  const minor = Number(rounded);
  if (!Number.isSafeInteger(minor)) return refuse('amount_too_large');
  return accept(withoutMinusZero(negative ? -minor : minor));
}

/** The search key of a cell, or the refusal of what is plainly no number. */
function cellText(text: string): string | Result<never> {
  const cell = searchKey(text.slice(0, LONGEST + 1));
  if (cell === '') return refuse('number_missing');
  if (/^[=@]/.test(cell)) return refuse('cell_is_formula');
  if (/^[-+\u2212]?[0-9]+(?:[.,٫/][0-9]*)?e[-+]?[0-9]+$/.test(cell)) {
    return refuse('number_in_exponent_form');
  }
  if (text.length > LONGEST || !/[0-9]/.test(cell)) return refuse('not_a_number');
  return cell;
}

/** Settles a lone `1.250` by what the file's owner said, and turns a fault into its refusal. */
function understood(
  numeral: Numeral | string,
  grouping: DotMeaning | undefined,
  ambiguity: string,
): Result<Numeral> {
  if (typeof numeral === 'string') return refuse(numeral);
  if (!numeral.ambiguous || grouping === 'decimal') return accept(numeral);
  if (grouping === undefined) return refuse(ambiguity);
  return accept({ ...numeral, whole: numeral.whole + numeral.fraction, fraction: '', ambiguous: false });
}

const GROUPED = /^-?[1-9۱-۹][0-9۰-۹]{0,2}(?:([,٬])[0-9۰-۹]{3}(?:\1[0-9۰-۹]{3})*)$|^-?[۰-۹]+$/;

/** The commonest written amounts, 1,250,000 and «۱٬۲۵۰٬۰۰۰», as plain digits; any other text as it is. */
function ungrouped(text: string): string {
  if (text.length > LONGEST || !GROUPED.test(text)) return text;
  return toLatinDigits(text.replace(/[,٬]/g, ''));
}

/** Few enough that even the finest minor unit (a ten-thousandth) stays a safe integer. */
const PLAIN_LENGTH = 11;

function isPlain(text: string): boolean {
  return !Number.isNaN(plainMinor(text, 2, 100));
}

/**
 * The fast path of a million calls: an optional minus, up to eleven characters, at most two decimals. NaN if the text is
 * anything else or has a fraction finer than `digits`. `factor` is the number of minor units in one.
 */
function plainMinor(text: string, digits: number, factor: number): number {
  const length = text.length;
  const negative = text.charCodeAt(0) === 45;
  const first = negative ? 1 : 0;
  if (length === first || length - first > PLAIN_LENGTH) return Number.NaN;
  let point = -1;
  let value = 0;
  for (let index = first; index < length; index++) {
    const code = text.charCodeAt(index);
    if (code >= 48 && code <= 57) value = value * 10 + code - 48;
    else if (code === 46 && point < 0 && index > first) point = index;
    else return Number.NaN;
  }
  let minor = value * factor;
  if (point >= 0) {
    const decimals = length - point - 1;
    if (decimals < 1 || decimals > 2) return Number.NaN;
    const scale = decimals === 1 ? 10 : 100;
    if (value % scale !== 0 && decimals > digits) return Number.NaN;
    minor = (value / scale) * factor;
    // A true fraction has `factor` divisible by `scale`: divide that, so that only whole numbers are multiplied.
    if (value % scale !== 0) minor = value * (factor / scale);
  }
  return withoutMinusZero(negative && minor !== 0 ? -minor : minor);
}

function withoutMinusZero(value: number): number {
  return value === 0 ? 0 : value;
}
