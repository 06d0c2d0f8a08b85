import { accept, keyboardSlips, refuse, type Result, toLatinDigits } from '../../values/index.ts';
import { valueOfSign } from './alphabet.ts';
import { checksHold, LONGEST_CODE } from './checks.ts';
import { SHORTEST_CODE } from './entropy.ts';

/** `drawn`: a code that was made by chance; `word`: one that somebody chose to be known, like NOWRUZ. */
export interface TypedCode {
  readonly kind: 'drawn' | 'word';
  /** As it is looked up: without separators, in capitals. */
  readonly code: string;
}

export const SHORTEST_WORD = 3;
export const LONGEST_WORD = 40;

/** What people write between the groups of a code, or paste along with it. */
const SEPARATORS = /[\s\u200B-\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF\u0640\-‐-―−_.:/,،*+()[\]|'"«»]/gu;
/** Signs that are not ours, and the one of ours that was meant. */
const LOOK_ALIKES: Readonly<Record<string, string>> = { S: '5', B: '8', Z: '2', G: '6', U: 'V', N: 'M' };

/**
 * Reads a code as people type, say or scan it: Persian and Arabic digits, small letters, any separators, signs that look
 * like one of ours, and the keys of a Persian keyboard that was left on. Refusals: `code_missing`, `code_mistyped` (it has
 * the form of a drawn code and its check signs say that some sign is wrong: that is told without looking anything up).
 */
export function readCode(text: string): Result<TypedCode> {
  const plain = plainOf(text);
  if (plain.length === 0 || text.length > 400) return refuse('code_missing', 'code');
  const drawn = [plain, ...keyboardSlips(plain).map(plainOf)].map(asDrawn).filter((one) => one !== null);
  const right = drawn.find((code) => checksHold(valuesOf(code)));
  if (right !== undefined) return accept({ kind: 'drawn', code: right });
  if (drawn.length > 0) return refuse('code_mistyped', 'code');
  return plain.length < SHORTEST_WORD || plain.length > LONGEST_WORD || !isWord(plain)
    ? refuse('code_mistyped', 'code')
    : accept({ kind: 'word', code: plain });
}

/**
 * A word that is to be a code everybody may know. Refusals: `code_word_unfit` (too short, too long, or with signs that are
 * neither letters nor digits), `code_word_like_drawn` (a mistyped drawn code could be it).
 */
export function readWord(text: string): Result<string> {
  const plain = plainOf(text);
  if (plain.length < SHORTEST_WORD || plain.length > LONGEST_WORD || !isWord(plain))
    return refuse('code_word_unfit', 'word', { least: SHORTEST_WORD, most: LONGEST_WORD });
  return [plain, ...keyboardSlips(plain).map(plainOf)].some((one) => asDrawn(one) !== null)
    ? refuse('code_word_like_drawn', 'word')
    : accept(plain);
}

function plainOf(text: string): string {
  return toLatinDigits(text.toWellFormed().normalize('NFKC'))
    .replace(SEPARATORS, '')
    .toUpperCase()
    .replace(/[يى]/g, 'ی')
    .replaceAll('ك', 'ک');
}

function isWord(plain: string): boolean {
  return /^[\p{L}\p{N}]+$/u.test(plain);
}

/** With signs of ours for those that look like one; null: it has not the form of a drawn code. */
function asDrawn(plain: string): string | null {
  if (plain.length < SHORTEST_CODE || plain.length > LONGEST_CODE) return null;
  const signs = Array.from(plain, (sign) => LOOK_ALIKES[sign] ?? sign);
  return signs.every((sign) => valueOfSign(sign) !== undefined) ? signs.join('') : null;
}

function valuesOf(code: string): number[] {
  return Array.from(code, (sign) => valueOfSign(sign) ?? 0);
}
