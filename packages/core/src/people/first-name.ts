import { displayText } from '../values/index.ts';

/** What is said before a name and is none. */
const TITLES: ReadonlySet<string> = new Set(
  'آقای|آقا|خانم|خانوم|جناب|سرکار|دکتر|مهندس|استاد|حاج|حاجی|سید|سیده|mr|mrs|ms|miss|dr|prof|sir|madam'.split(
    '|',
  ),
);
const LONGEST = 30;
const WORD = /^\p{L}[\p{L}\p{M}\u200c'’-]*$/u;

/**
 * The first name in a whole name as people write it: «خانم دکتر مریم احمدی» is «مریم». Null where it cannot be told: nothing is
 * left of «آقای احمدی» but the family's name, and «Ahmadi, Maryam», a number or an address is no first name either.
 */
export function firstName(name: string): string | null {
  const words = displayText(name).split(' ');
  const named = words.filter((word) => !TITLES.has(word.replace(/\.$/, '').toLowerCase()));
  const [first = ''] = named;
  if (named.length < words.length && named.length < 2) return null;
  return WORD.test(first) && first.length <= LONGEST ? first : null;
}
