import type { FactDeclaration } from '../facts/index.ts';
import type { Language, Window } from '../values/index.ts';

/** A name that a sentence may use for a count of anything: facts, categories, days. */
export interface Noun {
  readonly one: string;
  readonly many: string;
}

/** A lower and an upper bound, as they are to be said; at least one is there. */
export interface Bounds {
  readonly low?: string | undefined;
  readonly high?: string | undefined;
}

/**
 * How one language says the parts of a condition. Everything that arrives here is already written in the language:
 * numbers have their digits, amounts their currency, texts their quotation marks.
 */
export interface Tongue {
  readonly number: (value: number) => string;
  /** How many: like `number`, but small numbers may be words. */
  readonly howMany: (value: number) => string;
  quote(text: string): string;
  yes: string;
  no: string;
  /** Nothing counted, nothing known, a thing that is there, a thing that is not. */
  none: string;
  unknown: string;
  present: string;
  absent: string;

  choice(items: readonly string[]): string;
  together(items: readonly string[]): string;
  either(items: readonly string[]): string;
  group(text: string): string;
  fails(text: string): string;

  bounds(bounds: Bounds): string;
  /** What a fact type is called. */
  facts(declaration: Pick<FactDeclaration, 'fa' | 'en'>): Noun;
  keptFacts(noun: Noun): Noun;
  /** Matters that have not ended: deals that are still open. */
  openFacts(noun: Noun): Noun;
  eitherOf(nouns: readonly Noun[]): Noun;
  /** What values of a field are called: "categories". */
  values(label: string): Noun;
  within(window: Window): string;

  // Tests of a fact's record, to stand after its noun.
  withValue(label: string, value: string): string;
  /** Any amount at all: `any discount`. */
  withAny(label: string): string;
  withOther(label: string, value: string): string;
  marked(label: string): string;
  unmarked(label: string): string;
  selected(noun: string, tests: readonly string[]): string;

  // Whole conditions.
  counted(howMany: string, noun: Noun, one: boolean, tests: readonly string[], within: string): string;
  noneOf(noun: Noun, tests: readonly string[], within: string): string;
  figure(
    measure: 'sum' | 'kept' | 'average' | 'max' | 'min' | 'latest',
    label: string,
    of: string,
    within: string,
  ): string;
  figureIs(figure: string, asked: string): string;
  figureIsNot(figure: string, value: string): string;
  distinct(howMany: string, values: Noun, one: boolean, of: string, within: string): string;
  occasion(which: 'first' | 'last', noun: Noun, tests: readonly string[]): string;
  ago(occasion: string, bounds: Bounds, one: boolean): string;
  agoToday(occasion: string): string;
  trait(name: string): string;
  tagged(tag: string): string;
  untagged(tag: string): string;

  // What was measured.
  amountOf(howMany: string, noun: Noun, one: boolean): string;
  daysAgo(days: number): string;

  // What would have to happen.
  moreFacts(count: number, noun: Noun, tests: readonly string[]): string;
  moreMoney(amount: string, noun: Noun, label: string, tests: readonly string[]): string;
  moreOf(amount: string, label: string, noun: Noun, tests: readonly string[]): string;
  moreDistinct(count: number, values: Noun, of: string): string;
  oneWith(noun: Noun, tests: readonly string[]): string;
  becomes(trait: string, asked: string): string;
  tagAdded(tag: string): string;
  tagRemoved(tag: string): string;
  before(step: string, day: string): string;
  waitUntil(day: string): string;

  /** Headings of groups in a list of reasons. */
  allOf: string;
  anyOf: string;
  notOf: string;
}

/**
 * What sources of a lead are called: those that the program itself writes down, and those that everybody writes alike. Others
 * are said as they were written.
 */
export const SOURCE_NAMES: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  recommendation: { fa: 'معرفی آشنا', en: 'a recommendation' },
  club: { fa: 'باشگاه مشتریان', en: 'the club' },
  friend: { fa: 'یک دوست', en: 'a friend' },
  site: { fa: 'سایت', en: 'the site' },
  phone: { fa: 'تلفن', en: 'the telephone' },
  email: { fa: 'ایمیل', en: 'e-mail' },
  fair: { fa: 'نمایشگاه', en: 'a fair' },
  direct: { fa: 'بی‌واسطه', en: 'a direct visit' },
  instagram: { fa: 'اینستاگرام', en: 'Instagram' },
  telegram: { fa: 'تلگرام', en: 'Telegram' },
  google: { fa: 'گوگل', en: 'Google' },
};

/** Traits that every business has, by the key they are kept under. */
export const TRAIT_NAMES: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  birthday: { fa: 'تاریخ تولد', en: 'birthday' },
  city: { fa: 'شهر', en: 'city' },
  company: { fa: 'شرکت', en: 'company' },
  gender: { fa: 'جنسیت', en: 'gender' },
  industry: { fa: 'رشتهٔ کار', en: 'industry' },
  job: { fa: 'شغل', en: 'job' },
  kind: { fa: 'نوع', en: 'kind' },
  language: { fa: 'زبان', en: 'language' },
  province: { fa: 'استان', en: 'province' },
};
