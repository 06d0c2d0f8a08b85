import { keyboardSlips, looseKey, searchKey } from '@nardeban/core/values';

/** Something the palette may offer: its name and everything else by which it may be looked for, in any language. */
export interface Findable {
  readonly label: string;
  readonly words: string;
}

/**
 * How well a thing answers what was typed: higher is better, 0 is not at all. The same letters count the same however
 * they were typed: Arabic or Persian ye and kaf, with or without the half space, under the other keyboard's layout
 * (`lvnl` for «مردم», «حثخحمث» for `people`), and Persian words in Latin letters (`nardeban` for «نردبان»).
 */
export function rank(typed: string, thing: Findable): number {
  const asked = searchKey(typed);
  if (asked === '') return 1;
  const label = searchKey(thing.label);
  const words = `${label} ${searchKey(thing.words)}`;
  const straight = plainRank(asked, label, words);
  if (straight > 0) return straight;
  for (const slip of keyboardSlips(typed)) {
    const slipped = plainRank(searchKey(slip), label, words);
    if (slipped > 0) return slipped * 0.8;
  }
  return soundsLike(asked, words) ? 15 : 0;
}

function plainRank(asked: string, label: string, words: string): number {
  if (asked === '') return 0;
  if (label === asked) return 100;
  if (label.startsWith(asked)) return 90;
  if (` ${label}`.includes(` ${asked}`)) return 80;
  if (` ${words}`.includes(` ${asked}`)) return 60;
  const loose = looseKey(asked);
  if (loose.length >= 2 && looseKey(words).includes(loose)) return 40;
  // Several words in any order: «برون مردم» finds «برون‌ریزی مردم».
  const parts = asked.split(' ');
  return parts.length > 1 && parts.every((part) => words.includes(part)) ? 30 : 0;
}

/** Letters of both alphabets by their sound; vowels, which Persian leaves out and people spell as they like, by none. */
const SOUNDS: Readonly<Record<string, string>> = {
  ب: 'b',
  پ: 'p',
  ت: 't',
  ط: 't',
  ث: 's',
  س: 's',
  ص: 's',
  ش: 's',
  ج: 'j',
  چ: 'c',
  خ: 'k',
  ک: 'k',
  د: 'd',
  ذ: 'z',
  ز: 'z',
  ض: 'z',
  ظ: 'z',
  ژ: 'z',
  ر: 'r',
  غ: 'g',
  ق: 'g',
  گ: 'g',
  ف: 'f',
  ل: 'l',
  م: 'm',
  ن: 'n',
  q: 'g',
  x: 'ks',
};
const SILENT = /[aeiouwyvh'اآعهحویئء\u200c ]/g;

/** Whether a word written in the letters of the one language is a word of the other: by its consonants in order. */
function soundsLike(asked: string, words: string): boolean {
  const sound = soundOf(asked);
  if (sound.length < 3) return false;
  const isLatin = /[a-z]/.test(asked);
  return words.split(' ').some((word) => /[a-z]/.test(word) !== isLatin && soundOf(word).startsWith(sound));
}

function soundOf(word: string): string {
  return Array.from(
    word.replace(/c?h/g, (pair) => (pair === 'ch' ? 'c' : '')).replace(SILENT, ''),
    (letter) => SOUNDS[letter] ?? letter,
  )
    .join('')
    .replace(/(.)\1+/g, '$1');
}

/** The things that answer, best first; those that answer equally well stay in their order. */
export function find<Thing extends Findable>(typed: string, things: readonly Thing[]): readonly Thing[] {
  return things
    .map((thing) => ({ thing, rank: rank(typed, thing) }))
    .filter((one) => one.rank > 0)
    .sort((one, other) => other.rank - one.rank)
    .map((one) => one.thing);
}
