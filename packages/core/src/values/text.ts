import { toLatinDigits } from './digits.ts';

/** Bidi controls, the byte order mark, and the control characters no text needs (NUL cannot even be stored). */
// oxlint-disable-next-line no-control-regex -- control characters are what is being removed
const NEVER_SHOWN = /[\u0000-\u0008\u000E-\u001B\u007F\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/g;

/** Arabic presentation forms: letters frozen in one shape by old software. U+FEFF is not one of them. */
const PRESENTATION_FORMS = /[\uFB50-\uFDFF\uFE70-\uFEFE]+/g;

/** Marks and invisibles the search key ignores: the same class as in the database's `fa_norm`. */
// oxlint-disable-next-line no-control-regex, no-misleading-character-class -- marks and NUL are what is being removed
const IGNORED = /[\u0000\u0640\u064B-\u0655\u0670\u061C\u200B-\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/g;

/** White space as ICU's `u_isspace` and so PostgreSQL's `\s` see it: wider than JavaScript's. */
// oxlint-disable-next-line no-control-regex -- the separators U+001C–U+001F count as space there
const SPACES = /[\s\u001C-\u001F\u0085]+/g;

/** White space that is not already single plain spaces: replacing each of those by itself would cost the most. */
// oxlint-disable-next-line no-control-regex -- as above
const UNEVEN_SPACES = /[^\S ]|[\u001C-\u001F\u0085]| {2}/;

/** Letters the search key does not tell apart; one pass each, as only some stand in any one text. */
const FOLDABLE = /[يىئكةۀەؤأإٱ]/;
const FOLDS: readonly (readonly [letters: RegExp, letter: string])[] = [
  [/[يىئ]/g, 'ی'],
  [/ك/g, 'ک'],
  [/[ةۀە]/g, 'ه'],
  [/ؤ/g, 'و'],
  [/[أإٱ]/g, 'ا'],
];

const PLAIN_ASCII = /^[!-~]+(?: [!-~]+)*$/;

/** Is it shown as it stands, as one look tells? */
export function isPlainText(raw: string): boolean {
  return PLAIN_ASCII.test(raw);
}

/**
 * What people read: NFC, Arabic ye and kaf made Persian, presentation forms unfrozen, runs of white space one
 * space, ends trimmed, bidi and other control characters gone. ZWNJ, diacritics, آ and ۀ stay as typed.
 */
export function displayText(raw: string): string {
  if (PLAIN_ASCII.test(raw)) return raw;
  const shown = raw
    .toWellFormed()
    .replace(NEVER_SHOWN, '')
    .replace(PRESENTATION_FORMS, (forms) => forms.normalize('NFKC'))
    .normalize('NFC')
    .replace(/[يى]/g, 'ی')
    .replaceAll('ك', 'ک');
  return evenlySpaced(shown);
}

function evenlySpaced(text: string): string {
  return (UNEVEN_SPACES.test(text) ? text.replace(SPACES, ' ') : text).trim();
}

/**
 * What machines compare, never shown: NFKC, lower case, marks and invisibles deleted, letters and digits
 * folded, spaces collapsed. The database function `fa_norm` is its twin; text.fixture.json holds them together.
 */
export function searchKey(raw: string): string {
  if (PLAIN_ASCII.test(raw)) return raw.toLowerCase();
  let key = raw.toWellFormed().normalize('NFKC').toLowerCase().replace(IGNORED, '');
  if (FOLDABLE.test(key)) for (const [letters, letter] of FOLDS) key = key.replace(letters, letter);
  return evenlySpaced(toLatinDigits(key));
}

/** The search key without spaces and with آ as ا: joins «علی رضا» and «علی‌رضا». Twin of `fa_loose`. */
export function looseKey(raw: string): string {
  return searchKey(raw).replaceAll('آ', 'ا').replaceAll(' ', '');
}

/** The standard Persian keyboard over the US one, key by key. */
const LATIN_KEYS = "qwertyuiop[]asdfghjkl;'zxcvbnm,";
const PERSIAN_KEYS = 'ضصثقفغعهخحجچشسیبلاتنمکگظطزرذدپو';
const TO_PERSIAN = new Map(Array.from(LATIN_KEYS, (key, index) => [key, PERSIAN_KEYS.charAt(index)]));
const TO_LATIN = new Map(Array.from(PERSIAN_KEYS, (key, index) => [key, LATIN_KEYS.charAt(index)]));

/**
 * What the same keys would have typed on the other layout (`sghl` → سلام, and back), for a search that found
 * nothing. Empty when the term has no letter of either layout.
 */
export function keyboardSlips(term: string): string[] {
  const typed = displayText(term).toLowerCase();
  const slips = new Set<string>();
  if (/[a-z]/.test(typed)) slips.add(retyped(typed, TO_PERSIAN));
  if (/[آ-ی]/.test(typed)) slips.add(retyped(typed, TO_LATIN));
  slips.delete(typed);
  return [...slips];
}

function retyped(text: string, layout: ReadonlyMap<string, string>): string {
  return Array.from(text, (key) => layout.get(key) ?? key).join('');
}
