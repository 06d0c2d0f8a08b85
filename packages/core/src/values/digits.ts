const PERSIAN_ZERO = 0x06f0;
const ARABIC_ZERO = 0x0660;
const LATIN_ZERO = 0x30;

const OTHER_THAN_LATIN = /[۰-۹٠-٩]/;

/** Persian (۰–۹) and Arabic (٠–٩) digits become ASCII ones; everything else stays as it is. */
export function toLatinDigits(text: string): string {
  return OTHER_THAN_LATIN.test(text) ? withDigitsFrom(LATIN_ZERO, text) : text;
}

/** ASCII and Arabic digits become Persian ones: only for text that a person will read. */
export function toPersianDigits(text: string): string {
  return withDigitsFrom(PERSIAN_ZERO, text);
}

/** One pass without a callback: imports call this for every cell. */
function withDigitsFrom(zero: number, text: string): string {
  let out = '';
  for (let index = 0; index < text.length; index++) {
    const value = digitValue(text.charCodeAt(index));
    out += value < 0 ? text.charAt(index) : String.fromCharCode(zero + value);
  }
  return out;
}

function digitValue(code: number): number {
  if (code >= LATIN_ZERO && code <= LATIN_ZERO + 9) return code - LATIN_ZERO;
  if (code >= ARABIC_ZERO && code <= ARABIC_ZERO + 9) return code - ARABIC_ZERO;
  if (code >= PERSIAN_ZERO && code <= PERSIAN_ZERO + 9) return code - PERSIAN_ZERO;
  return -1;
}
