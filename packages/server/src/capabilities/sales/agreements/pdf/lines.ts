import type { Language } from '@nardeban/core/values';
import bidiModule, { type Bidi } from 'bidi-js';

// Its types speak of an ES module; what Node loads is the factory itself.
const bidi = (bidiModule as unknown as () => Bidi)();

/** A word, or the space between two, that is written in one direction: brackets are the right way round. */
export interface Run {
  readonly text: string;
  readonly rtl: boolean;
}

/** Controls that order text and have no sign of their own. */
export const CONTROLS = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g;

/**
 * Breaks a paragraph into lines no wider than `width` and each line into runs from left to right, by the bidirectional algorithm:
 * the levels are those of the whole paragraph, the order is that of each line. A word that is too wide is broken where it
 * must be. `measure` says how wide a text is.
 */
export function linesOf(
  paragraph: string,
  {
    width,
    language,
    measure,
  }: { readonly width: number; readonly language: Language; readonly measure: (text: string) => number },
): { readonly text: string; readonly runs: readonly Run[] }[] {
  const { levels } = bidi.getEmbeddingLevels(paragraph, directionOf(paragraph, language));
  return broken(paragraph, width, measure).map(({ start, end }) => ({
    text: paragraph.slice(start, end).replace(CONTROLS, ''),
    runs: runsOf(paragraph, levels, start, end),
  }));
}

/** As whoever wrote it reads it: by its first letter, as pages do; without one, by the language of the paper. */
function directionOf(text: string, language: Language): 'rtl' | 'ltr' {
  const letter = /\p{L}/u.exec(text)?.[0];
  if (letter === undefined) return language === 'fa' ? 'rtl' : 'ltr';
  return RIGHT_TO_LEFT.test(letter) ? 'rtl' : 'ltr';
}

interface Stretch {
  readonly start: number;
  readonly end: number;
}

function broken(text: string, width: number, measure: (text: string) => number): Stretch[] {
  const lines: Stretch[] = [];
  const words = [...text.matchAll(/[^ ]+/g)].flatMap(({ 0: word, index }) =>
    measure(word) <= width
      ? [{ start: index, end: index + word.length }]
      : piecesOf(word, index, width, measure),
  );
  let line: Stretch | null = null;
  for (const word of words) {
    const longer: Stretch | null = line === null ? null : { start: line.start, end: word.end };
    if (line !== null && longer !== null && measure(text.slice(longer.start, longer.end)) <= width)
      line = longer;
    else {
      if (line !== null) lines.push(line);
      line = word;
    }
  }
  if (line !== null) lines.push(line);
  return lines;
}

/** A word that is wider than a line, sign by sign. */
function piecesOf(word: string, at: number, width: number, measure: (text: string) => number): Stretch[] {
  const pieces: Stretch[] = [];
  let start = at;
  let piece = '';
  for (const sign of word) {
    if (piece !== '' && measure(piece + sign) > width) {
      pieces.push({ start, end: start + piece.length });
      start += piece.length;
      piece = '';
    }
    piece += sign;
  }
  pieces.push({ start, end: start + piece.length });
  return pieces;
}

/** The runs of a stretch in the order in which they stand on paper (rule L2), brackets mirrored in those from right to left (L4). */
function runsOf(text: string, levels: Uint8Array, start: number, end: number): Run[] {
  const runs: { level: number; text: string }[] = [];
  for (let at = start; at < end; at++) {
    const level = levels[at] ?? 0;
    const sign = text.charAt(at);
    const written = level % 2 === 1 ? (bidi.getMirroredCharacter(sign) ?? sign) : sign;
    const last = runs.at(-1);
    if (last?.level === level) last.text += written;
    else runs.push({ level, text: written });
  }
  const highest = Math.max(0, ...runs.map(({ level }) => level));
  for (let level = highest; level > 0; level--) {
    for (let from = 0; from < runs.length; from++) {
      if ((runs[from]?.level ?? 0) < level) continue;
      let until = from;
      while ((runs[until + 1]?.level ?? 0) >= level) until += 1;
      runs.splice(from, until - from + 1, ...runs.slice(from, until + 1).reverse());
      from = until;
    }
  }
  return runs.flatMap(({ level, text: written }) => wordsOf(written.replace(CONTROLS, ''), level % 2 === 1));
}

/** Words are shaped one by one, each only once a paper: letters join within them and not beyond. */
function wordsOf(text: string, rtl: boolean): Run[] {
  const words = (text.match(/ +|[^ ]+/g) ?? []).map((word) => ({ text: word, rtl }));
  return rtl ? words.reverse() : words;
}

const STRONG = /[^\p{Script=Common}\p{Script=Inherited}\p{Script=Unknown}]/u;
const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u;

/**
 * A run as the shaper has to be given it. It takes the direction from the first sign that has a script, and Persian digits are of the
 * Arabic one: they would come out backwards, as would brackets alone. Turned round first, they come out right.
 */
export function forShaping({ text, rtl }: Run): string {
  const strong = STRONG.exec(text)?.[0];
  const shapedFromRight = strong !== undefined && RIGHT_TO_LEFT.test(strong);
  return shapedFromRight === rtl ? text : Array.from(text).reverse().join('');
}
