import { toPersianDigits, type Window } from '../values/index.ts';
import { grouped, listed, spaced } from './sentence-text.ts';
import type { Bounds, Noun, Tongue } from './sentence-tongue.ts';

/** Persian, the source. Nouns stay singular after numbers, and a word that is followed by its owner takes its ezafe. */
export const persian: Tongue = {
  number,
  howMany,
  quote: (text) => `«${text}»`,
  yes: 'بله',
  no: 'خیر',
  none: 'هیچ',
  unknown: 'نامعلوم',
  present: 'دارد',
  absent: 'ندارد',

  choice: (items) => listed(items, '، ', ' یا '),
  together: (items) => listed(items, '، ', '، و '),
  either: (items) => listed(items, '، ', '، یا '),
  group: (text) => `(${text})`,
  fails: (text) => `این شرط برقرار نباشد: ${text}`,

  bounds,
  facts: ({ fa }) => ({ one: fa, many: fa }),
  keptFacts: (noun) => same(`${owned(noun.one)} برنگشته`),
  openFacts: (noun) => same(`${owned(noun.one)} هنوز باز`),
  eitherOf: (nouns) =>
    same(
      listed(
        nouns.map((noun) => noun.one),
        '، ',
        ' یا ',
      ),
    ),
  values: (label) => same(label),
  within,

  withValue: (label, value) => `${owned(label)} ${value}`,
  withAny: (label) => label,
  withOther: (label, value) => `${indefinite(label)} جز ${value}`,
  marked: (label) => `نشان ${persianQuote(label)}`,
  unmarked: (label) => `نداشتن نشان ${persianQuote(label)}`,
  selected,

  counted: (many, noun, _one, tests, window) => spaced(many, selected(noun.one, tests), window),
  noneOf: (noun, tests, window) => spaced('بدون هیچ', selected(noun.one, tests), window),
  figure: (measure, label, of, window) => {
    const lessReturns = measure === 'kept' ? 'منهای برگشتی‌ها' : '';
    return spaced(FIGURES[measure], owned(label), of, lessReturns, window);
  },
  figureIs: (figure, asked) => `${figure} ${asked}`,
  figureIsNot: (figure, value) => `${figure} چیزی جز ${value}`,
  distinct: (many, values, _one, of, window) => spaced(many, owned(values.one), 'متفاوت میان', of, window),
  occasion: (which, noun, tests) => spaced(which === 'first' ? 'نخستین' : 'آخرین', selected(noun.one, tests)),
  ago: (occasion, asked) => `${occasion} ${bounds(asked)} روز پیش`,
  agoToday: (occasion) => `${occasion} همین امروز`,
  trait: (name) => `ویژگی ${persianQuote(name)}`,
  tagged: (tag) => `دارای برچسب ${tag}`,
  untagged: (tag) => `بدون برچسب ${tag}`,

  amountOf: (many, noun) => `${many} ${noun.one}`,
  daysAgo: (days) => (days === 0 ? 'امروز' : `${number(days)} روز پیش`),

  moreFacts: (count, noun, tests) => spaced(howMany(count), other(noun.one, tests)),
  moreMoney: (amount, noun, label, tests) =>
    label === 'مبلغ'
      ? spaced(amount, other(noun.one, tests))
      : spaced(amount, owned(label), 'بیشتر در', selected(noun.one, tests)),
  moreOf: (amount, label, noun, tests) => spaced(amount, owned(label), 'بیشتر در', selected(noun.one, tests)),
  moreDistinct: (count, values, of) => spaced(howMany(count), owned(values.one), 'تازهٔ دیگر میان', of),
  oneWith: (noun, tests) => spaced('یک', selected(noun.one, tests)),
  becomes: (trait, asked) => `ثبت ${trait}: ${asked}`,
  tagAdded: (tag) => `گذاشتن برچسب ${tag}`,
  tagRemoved: (tag) => `برداشتن برچسب ${tag}`,
  before: (step, day) => `${step} تا پیش از ${day}`,
  waitUntil: (day) => `صبر تا ${day}`,

  allOf: 'همهٔ این‌ها',
  anyOf: 'دست‌کم یکی از این‌ها',
  notOf: 'این شرط برقرار نباشد',
};

const FIGURES = {
  sum: 'جمع',
  kept: 'جمع',
  average: 'میانگین',
  max: 'بیشترین',
  min: 'کمترین',
  latest: 'تازه‌ترین',
} as const;

function number(value: number): string {
  return toPersianDigits(grouped(value)).replaceAll(',', '٬').replace('.', '٫').replace('-', '\u200E\u2212');
}

function howMany(value: number): string {
  return value === 1 ? 'یک' : number(value);
}

function bounds({ low, high }: Bounds): string {
  if (low !== undefined && high !== undefined) return low === high ? `درست ${low}` : `${low} تا ${high}`;
  return low !== undefined ? `دست‌کم ${low}` : `حداکثر ${high ?? ''}`;
}

function within(window: Window): string {
  if ('days' in window) return window.days === 1 ? 'در همین امروز' : `در ${number(window.days)} روز گذشته`;
  if ('months' in window) return `در ${howMany(window.months)} ماه گذشته`;
  return `در ${howMany(window.years)} سال گذشته`;
}

function selected(noun: string, tests: readonly string[]): string {
  return tests.length === 0 ? noun : `${noun} با ${listed(tests, '، ', ' و ')}`;
}

/** «خرید پرداخت‌شدهٔ دیگر»، «خرید پرداخت‌شدهٔ دیگر با کانال «سایت»». */
function other(noun: string, tests: readonly string[]): string {
  return selected(`${owned(noun)} دیگر`, tests);
}

/** The word with its ezafe, where that is written: «دسته» ← «دستهٔ»، «کالا» ← «کالای». A sounded ه (راه، گروه) takes none. */
function owned(word: string): string {
  if (/[^اوآ]ه$/.test(word)) return `${word}ٔ`;
  if (/[او]$/.test(word)) return `${word}ی`;
  return word;
}

/** The word with its indefinite ی: «کانالی»، «دسته‌ای»، «کالایی». */
function indefinite(word: string): string {
  if (/[^اوآ]ه$/.test(word) || word.endsWith('ی')) return `${word}\u200Cای`;
  if (/[او]$/.test(word)) return `${word}یی`;
  return `${word}ی`;
}

function persianQuote(text: string): string {
  return `«${text}»`;
}

function same(word: string): Noun {
  return { one: word, many: word };
}
