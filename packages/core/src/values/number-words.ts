import type { Language } from './language.ts';

/** Whole numbers in words, so that a nought too many is heard before it is paid. */

interface Words {
  readonly ones: readonly string[];
  readonly tens: readonly string[];
  readonly hundreds: readonly string[];
  readonly thousands: readonly string[];
  readonly and: string;
  readonly nought: string;
}

const persian: Words = {
  ones: 'یک دو سه چهار پنج شش هفت هشت نه ده یازده دوازده سیزده چهارده پانزده شانزده هفده هجده نوزده'.split(
    ' ',
  ),
  tens: 'بیست سی چهل پنجاه شصت هفتاد هشتاد نود'.split(' '),
  hundreds: 'صد دویست سیصد چهارصد پانصد ششصد هفتصد هشتصد نهصد'.split(' '),
  thousands: ['', 'هزار', 'میلیون', 'میلیارد', 'هزار میلیارد'],
  and: ' و ',
  nought: 'صفر',
};

const english: Words = {
  ones: 'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  ),
  tens: 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' '),
  hundreds: 'one two three four five six seven eight nine'.split(' ').map((one) => `${one} hundred`),
  thousands: ['', 'thousand', 'million', 'billion', 'trillion'],
  and: ' ',
  nought: 'zero',
};

/** A whole number, not negative, in words; an empty text for what is too large to be said. */
export function inWords(value: number, language: Language): string {
  const words = language === 'fa' ? persian : english;
  if (!Number.isSafeInteger(value) || value < 0 || value >= 1e15) return '';
  if (value === 0) return words.nought;
  const parts: string[] = [];
  let rest = value;
  for (let place = 0; rest > 0; place += 1) {
    const three = rest % 1000;
    rest = (rest - three) / 1000;
    if (three === 0) continue;
    const scale = words.thousands[place] ?? '';
    // «هزار», not «یک هزار».
    const said = language === 'fa' && place === 1 && three === 1 ? '' : underThousand(three, words);
    parts.unshift([said, scale].filter((part) => part !== '').join(' '));
  }
  return parts.join(words.and);
}

function underThousand(value: number, { ones, tens, hundreds, and }: Words): string {
  const hundred = Math.floor(value / 100);
  const rest = value % 100;
  const parts = hundred === 0 ? [] : [hundreds[hundred - 1] ?? ''];
  if (rest > 0 && rest < 20) parts.push(ones[rest - 1] ?? '');
  if (rest >= 20) {
    parts.push(tens[Math.floor(rest / 10) - 2] ?? '');
    if (rest % 10 > 0) parts.push(ones[(rest % 10) - 1] ?? '');
  }
  return parts.join(and);
}
