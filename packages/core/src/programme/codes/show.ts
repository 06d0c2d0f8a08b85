import { CODE_SIGNS } from './alphabet.ts';

const MOST_IN_A_GROUP = 5;

/** In groups of four or five, as it is printed and read out; the longer groups come first. */
export function showCode(code: string): string {
  const groups = Math.ceil(code.length / MOST_IN_A_GROUP);
  const shown: string[] = [];
  for (let from = 0, left = groups; left > 0; left -= 1) {
    const size = Math.ceil((code.length - from) / left);
    shown.push(code.slice(from, from + size));
    from += size;
  }
  return shown.join('-');
}

/** How signs are called out in Persian. Letters go by names that are not taken for one another over a telephone. */
const SPOKEN_FA: Readonly<Record<string, string>> = {
  '2': 'دو',
  '3': 'سه',
  '4': 'چهار',
  '5': 'پنج',
  '6': 'شش',
  '7': 'هفت',
  '8': 'هشت',
  '9': 'نه',
  A: 'آلفا',
  C: 'چارلی',
  E: 'اکو',
  F: 'فاکس',
  H: 'هتل',
  J: 'ژولیت',
  K: 'کیلو',
  M: 'مایک',
  P: 'پاپا',
  R: 'رومئو',
  T: 'تانگو',
  V: 'ویکتور',
  W: 'ویسکی',
  X: 'ایکس‌ری',
  Y: 'یانکی',
};
/** The same in English, by the words of radio operators. */
const SPOKEN_EN: Readonly<Record<string, string>> = {
  '2': 'two',
  '3': 'three',
  '4': 'four',
  '5': 'five',
  '6': 'six',
  '7': 'seven',
  '8': 'eight',
  '9': 'nine',
  A: 'Alfa',
  C: 'Charlie',
  E: 'Echo',
  F: 'Foxtrot',
  H: 'Hotel',
  J: 'Juliett',
  K: 'Kilo',
  M: 'Mike',
  P: 'Papa',
  R: 'Romeo',
  T: 'Tango',
  V: 'Victor',
  W: 'Whiskey',
  X: 'X-ray',
  Y: 'Yankee',
};

/** A drawn code as it is read out, sign by sign and group by group. */
export function sayCode(code: string, language: 'fa' | 'en'): string {
  const words = language === 'fa' ? SPOKEN_FA : SPOKEN_EN;
  return showCode(code)
    .split('-')
    .map((group) => Array.from(group, (sign) => words[sign] ?? sign).join(' '))
    .join(language === 'fa' ? '، ' : ', ');
}

/** Every sign has a word in both languages; said by the test of this file. */
export const SPOKEN_SIGNS = { signs: CODE_SIGNS, fa: SPOKEN_FA, en: SPOKEN_EN } as const;
