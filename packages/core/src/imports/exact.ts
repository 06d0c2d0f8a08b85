import {
  currencyDigits,
  type Minor,
  NO_CURRENCY,
  RIAL,
  readMoney,
  type Refusal,
  toLatinDigits,
} from '../values/index.ts';
import type { Mapping } from './mapping.ts';
import { remembering } from './remembering.ts';

/**
 * An amount in millionths of the minor unit. Lines are priced and summed in this, and the order's total is rounded
 * once: prices with more decimals than the currency has (0.001) would otherwise be lost line by line.
 */
export type Exact = bigint;

export const EXACT_PER_MINOR = 1_000_000n;
const EXACT_DECIMALS = 6;

/** Rounds to the minor unit, halves away from zero. Null if the amount is no safe integer. */
export function toMinor(exact: Exact): Minor | null {
  const half = exact < 0n ? -EXACT_PER_MINOR / 2n : EXACT_PER_MINOR / 2n;
  const minor = Number((exact + half) / EXACT_PER_MINOR);
  return Number.isSafeInteger(minor) ? minor : null;
}

const PLAIN = /^(-?)([0-9]{1,15})(?:\.([0-9]{1,10}))?$/;

type Answer = Exact | Refusal;

/** Reads amounts of a file to Exact. `price` may be finer than the minor unit, `amount` must not where a fraction is an error. */
export interface AmountReader {
  readonly amount: (text: string) => Answer;
  readonly price: (text: string) => Answer;
}

export function amountReader(
  mapping: Pick<Mapping, 'currency' | 'unit' | 'times' | 'grouping'>,
): AmountReader {
  const isRial = mapping.currency === RIAL;
  // Places by which the written amount's point moves to the right to count minor units.
  const shift =
    (isRial && mapping.unit === 'toman' ? 1 : currencyDigits(mapping.currency)) + Math.log10(mapping.times);
  const places = Math.round(shift) + EXACT_DECIMALS;
  const times = BigInt(mapping.times);
  const options = {
    currency: mapping.currency,
    unit: mapping.unit,
    ...(mapping.grouping === null ? {} : { grouping: mapping.grouping }),
  };
  const written = (text: string, round: boolean): Answer => {
    const read = readMoney(text, { ...options, round });
    if (!read.ok) return read.refusal;
    // A word in the cell («تومان») states the unit, but the file's thousands hold for bare figures only.
    const bare = /^[^\p{L}]*$/u.test(text);
    return BigInt(read.value) * EXACT_PER_MINOR * (bare ? times : 1n);
  };
  const price = (text: string): Answer => plain(text, places, mapping.grouping) ?? written(text, true);
  const whole = EXACT_PER_MINOR * (mapping.unit === 'toman' ? 10n : 1n);
  const amount = (text: string): Answer => {
    const exact = plain(text, places, mapping.grouping);
    // Nobody divides a toman; in other currencies a finer figure is some program's floating point.
    if (exact === null || (isRial && exact % whole !== 0n)) return written(text, !isRial);
    return exact;
  };
  return { amount: remembering(amount), price: remembering(price) };
}

/** A quantity in millionths, exact. */
export function quantityReader(grouping: Mapping['grouping']): (text: string) => Answer {
  const options = { currency: NO_CURRENCY, unit: 'major', times: 1, grouping } as const;
  const reader = amountReader(options);
  return (text) => {
    const read = reader.price(text);
    // Hundredths are the minor unit where no currency is stated: two places fewer make a plain count of it.
    return typeof read === 'bigint' ? read / 100n : quantityRefusal(read);
  };
}

/** The value of a line: price times quantity, back in millionths, rounded half away from zero. */
export function lineValue(price: Exact, quantity: Exact): Exact {
  const product = price * quantity;
  const half = product < 0n ? -EXACT_PER_MINOR / 2n : EXACT_PER_MINOR / 2n;
  return (product + half) / EXACT_PER_MINOR;
}

/** The fast path: digits, at most one point. Null for any other spelling, and for a lone `1.250`. */
function plain(text: string, places: number, grouping: Mapping['grouping']): Exact | null {
  const match = PLAIN.exec(text) ?? PLAIN.exec(toLatinDigits(text).replace('٫', '.'));
  if (match === null) return null;
  const [, sign = '', whole = '', fraction = ''] = match;
  if (fraction.length === 3 && whole.length <= 3 && !whole.startsWith('0') && grouping !== 'decimal')
    return null;
  const kept = fraction.slice(0, places).padEnd(places, '0');
  const size = BigInt(whole + kept) + (fraction.charAt(places) >= '5' ? 1n : 0n);
  return sign === '' ? size : -size;
}

function quantityRefusal(refusal: Refusal): Refusal {
  const code = refusal.code.startsWith('amount_') ? refusal.code.replace('amount_', 'number_') : refusal.code;
  return { ...refusal, code: code === 'number_currency_differs' ? 'not_a_number' : code };
}
