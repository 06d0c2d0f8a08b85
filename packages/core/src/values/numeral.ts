/** A numeral taken apart: digits only, no sign, no separators. */
export interface Numeral {
  readonly negative: boolean;
  readonly whole: string;
  readonly fraction: string;
  /** A lone `1.250`: grouping to one writer, a fraction to another. `whole` and `fraction` are then 1 and 250. */
  readonly ambiguous: boolean;
}

/** Why a text is no numeral: `not_a_number`, or digit groups that are not threes (`1,25,000`). */
export type NumeralFault = 'not_a_number' | 'number_grouping_broken';

const DIGITS = /^[0-9]+$/;

/**
 * Takes a numeral apart. Expects the search key of the text, which has ASCII digits and plain spaces. Grouping is
 * `٬ , ، . '` or a space before exactly three digits; the decimal sign is `٫ /`, or a `.` or `,` that cannot be
 * grouping; the sign is `-` or U+2212, before or after, or the accountants' brackets.
 */
export function takeApart(text: string): Numeral | NumeralFault {
  const { body, negative } = withoutSign(text);
  const parts = split(body.replaceAll('،', ',').replaceAll('’', "'"));
  return typeof parts === 'string' ? parts : { negative, ...parts };
}

function withoutSign(text: string): { body: string; negative: boolean } {
  const brackets = /^\((.+)\)$/.exec(text);
  if (brackets !== null) return { body: (brackets[1] ?? '').trim(), negative: true };
  const before = /^([-+\u2212])(.*)$/.exec(text);
  if (before !== null) return { body: (before[2] ?? '').trim(), negative: before[1] !== '+' };
  const after = /^(.*)[-\u2212]$/.exec(text);
  if (after !== null) return { body: (after[1] ?? '').trim(), negative: true };
  return { body: text, negative: false };
}

type Parts = Omit<Numeral, 'negative'>;

function split(body: string): Parts | NumeralFault {
  if (DIGITS.test(body)) return { whole: body, fraction: '', ambiguous: false };
  if (!/^[0-9.,٬٫/' ]+$/.test(body) || !/[0-9]$/.test(body)) return 'not_a_number';
  const strong = body.search(/[٫/]/);
  if (strong >= 0) return joined(body.slice(0, strong), body.slice(strong + 1), false);
  const point = decimalPoint(body);
  if (point === null) return joined(body, '', false);
  const before = body.slice(0, point);
  const after = body.slice(point + 1);
  const lone = body.charAt(point) === '.' && after.length === 3 && /^[1-9][0-9]{0,2}$/.test(before);
  return joined(before, after, lone);
}

/** Where the `.` or `,` that begins a fraction stands; null if every such sign groups. */
function decimalPoint(body: string): number | null {
  const dot = body.indexOf('.');
  const comma = body.indexOf(',');
  const oneDot = dot >= 0 && body.indexOf('.', dot + 1) < 0;
  const oneComma = comma >= 0 && body.indexOf(',', comma + 1) < 0;
  if (oneDot && dot > comma) return dot;
  // A comma before three digits groups (1,250), unless dots have grouped already (1.250,500).
  if (oneComma && comma > dot && (dot >= 0 || body.length - comma - 1 < 3)) return comma;
  return null;
}

function joined(before: string, fraction: string, ambiguous: boolean): Parts | NumeralFault {
  if (fraction !== '' && !DIGITS.test(fraction)) return 'not_a_number';
  if (before === '') return { whole: '0', fraction, ambiguous: false };
  if (DIGITS.test(before)) return { whole: before, fraction, ambiguous };
  if (!/^[1-9][0-9]{0,2}([.,٬' ])[0-9]{3}(?:\1[0-9]{3})*$/.test(before)) return 'number_grouping_broken';
  return { whole: before.replace(/[^0-9]/g, ''), fraction, ambiguous: false };
}
