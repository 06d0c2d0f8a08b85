import type { FieldDeclaration, Vocabulary } from '../facts/index.ts';
import {
  readIsoDay,
  showDay,
  showMoney,
  zoneOf,
  type BusinessMoney,
  type Calendar,
  type Instant,
  type Language,
} from '../values/index.ts';
import type { Condition, FieldTest, Scalar } from './criteria.ts';
import { english } from './sentence-en.ts';
import { persian } from './sentence-fa.ts';
import { SOURCE_NAMES, TRAIT_NAMES, type Bounds, type Noun, type Tongue } from './sentence-tongue.ts';

/** Whom a sentence is for, and whose words, amounts and dates it speaks of. */
export interface Speech {
  readonly language: Language;
  readonly vocabulary: Vocabulary;
  readonly money: BusinessMoney;
  readonly calendar: Calendar;
  /** IANA name of the business's time zone. */
  readonly zone: string;
  /** What the business calls traits of its own, and what they hold; without it they are called by their keys. */
  readonly traits?: Readonly<Record<string, FieldDeclaration>>;
}

/** A condition over facts of one or several types. */
export type Selecting = Exclude<Condition, { measure: 'tag' } | { measure: 'trait' }>;

/** A condition that reads one field. */
export type Reading = Extract<Selecting, { field: string }>;

type Comparison = Pick<FieldTest, 'is' | 'oneOf' | 'atLeast' | 'atMost'>;

const tongues: Readonly<Record<Language, Tongue>> = { fa: persian, en: english };

export function grammarOf(speech: Speech): Grammar {
  return new Grammar(speech);
}

/** Turns the words of a condition (types, fields, values) into words of the reader's language. */
export class Grammar {
  readonly tongue: Tongue;
  readonly #speech: Speech;

  constructor(speech: Speech) {
    this.tongue = tongues[speech.language];
    this.#speech = speech;
  }

  /** What the facts of a condition are called. A type that is not in the vocabulary is called by its key. */
  noun(condition: Selecting, spokenOf: 'asked' | 'plain' = 'asked'): Noun {
    const types = [...new Set(typesOf(condition))];
    const nouns = types.map((type) => {
      const declaration = this.#declaration(type);
      return declaration ? this.tongue.facts(declaration) : { one: type, many: type };
    });
    const noun = nouns.length === 1 && nouns[0] ? nouns[0] : this.tongue.eitherOf(nouns);
    const kept = condition.measure === 'count' && condition.kept && spokenOf === 'asked';
    if (kept) return this.tongue.keptFacts(noun);
    if (condition.measure !== 'count' || !condition.open) return noun;
    const lasting = types.length === 1 ? this.#declaration(types[0] ?? '')?.lasting : undefined;
    return lasting === undefined ? this.tongue.openFacts(noun) : this.tongue.facts(lasting);
  }

  /** The facts of a condition with what is asked of their record: `paid orders with channel "shop"`. */
  selection(condition: Selecting): string {
    return this.tongue.selected(this.noun(condition).many, this.tests(condition));
  }

  tests(condition: Selecting): string[] {
    return (condition.where ?? []).map((test) => this.test(condition, test));
  }

  test(condition: Selecting, asked: FieldTest): string {
    const { tongue } = this;
    const test = this.#withNames(condition, asked);
    const label = this.label(condition, test.field);
    const field = this.field(condition, test.field);
    const flag =
      typeof test.is === 'boolean' ? test.is : typeof test.not === 'boolean' ? !test.not : undefined;
    if (flag !== undefined) return flag ? tongue.marked(label) : tongue.unmarked(label);
    if (
      field?.kind === 'money' &&
      test.atLeast === 1 &&
      test.atMost === undefined &&
      test.not === undefined
    ) {
      return tongue.withAny(label);
    }
    const other = test.not === undefined ? [] : [tongue.withOther(label, this.value(test.not, field))];
    const compared =
      test.is !== undefined ||
      test.oneOf !== undefined ||
      test.atLeast !== undefined ||
      test.atMost !== undefined;
    return tongue.together([
      ...(compared ? [tongue.withValue(label, this.asked(test, field))] : []),
      ...other,
    ]);
  }

  /** `total amount of paid orders in the last 90 days`. */
  figure(condition: Reading): string {
    const measure = condition.measure === 'sum' && condition.kept ? 'kept' : condition.measure;
    if (measure === 'distinct') throw new RangeError('distinct values are counted, they are no figure');
    const within = 'within' in condition && condition.within ? this.tongue.within(condition.within) : '';
    return this.tongue.figure(
      measure,
      this.label(condition, condition.field),
      this.selection(condition),
      within,
    );
  }

  label(condition: Selecting, field: string): string {
    return this.field(condition, field)?.[this.#speech.language] ?? field;
  }

  field(condition: Selecting, field: string): FieldDeclaration | undefined {
    const [type] = typesOf(condition);
    const fields = (type === undefined ? undefined : this.#declaration(type))?.fields;
    return fields && Object.hasOwn(fields, field) ? fields[field] : undefined;
  }

  trait(key: string): string {
    return this.#traitName(key) ?? this.tongue.trait(key);
  }

  #traitName(key: string): string | undefined {
    const declared = this.traitField(key);
    if (declared !== undefined) return declared[this.#speech.language];
    const name = Object.hasOwn(TRAIT_NAMES, key) ? TRAIT_NAMES[key] : undefined;
    return name?.[this.#speech.language];
  }

  /** The same test, by what traits and sources are called: their keys are for programs. */
  #withNames(condition: Selecting, test: FieldTest): FieldTest {
    const nameOf = this.#namesFor(condition, test.field);
    if (nameOf === null) return test;
    const { is, oneOf, not, ...rest } = test;
    const named = (value: Scalar): Scalar => (typeof value === 'string' ? (nameOf(value) ?? value) : value);
    return {
      ...rest,
      ...(is === undefined ? {} : { is: named(is) }),
      ...(oneOf === undefined ? {} : { oneOf: oneOf.map(named) }),
      ...(not === undefined ? {} : { not: named(not) }),
    };
  }

  /** How what is kept in a field is called; null: it is said as it was written. */
  #namesFor(condition: Selecting, field: string): ((key: string) => string | undefined) | null {
    const isOf = (wanted: string): boolean => typesOf(condition).every((type) => type === wanted);
    if (field === 'trait' && isOf('trait.changed')) return (key) => this.#traitName(key);
    if (field === 'source' && isOf('lead.captured'))
      return (key) => {
        const source = key.toLowerCase();
        return Object.hasOwn(SOURCE_NAMES, source)
          ? SOURCE_NAMES[source]?.[this.#speech.language]
          : undefined;
      };
    return null;
  }

  /** What the business declared a trait to be. */
  traitField(key: string): FieldDeclaration | undefined {
    const { traits } = this.#speech;
    return traits !== undefined && Object.hasOwn(traits, key) ? traits[key] : undefined;
  }

  /** What a comparison asks for: `at least 5,000,000 toman`, `"Tehran" or "Karaj"`. */
  asked(comparison: Comparison, field: FieldDeclaration | undefined): string {
    const { is, oneOf, atLeast, atMost } = comparison;
    if (is !== undefined) return this.value(is, field);
    if (oneOf !== undefined) return this.tongue.choice(oneOf.map((one) => this.value(one, field)));
    return this.tongue.bounds({
      low: atLeast === undefined ? undefined : this.value(atLeast, field),
      high: atMost === undefined ? undefined : this.value(atMost, field),
    });
  }

  /** Bounds in plain numbers, and whether the noun after them stands for one. */
  bounds(range: {
    readonly atLeast?: number | undefined;
    readonly atMost?: number | undefined;
  }): Bounds & { readonly one: boolean } {
    const { atLeast, atMost } = range;
    // Words and digits do not mix: «۱ تا ۳», but «دست‌کم یک».
    const between = atLeast !== undefined && atMost !== undefined && atLeast !== atMost;
    const say = between ? this.tongue.number : this.tongue.howMany;
    return {
      low: atLeast === undefined ? undefined : say(atLeast),
      high: atMost === undefined ? undefined : say(atMost),
      one: (atMost ?? atLeast) === 1,
    };
  }

  howMany(range: { readonly atLeast?: number | undefined; readonly atMost?: number | undefined }): {
    readonly text: string;
    readonly one: boolean;
  } {
    const { low, high, one } = this.bounds(range);
    return { text: this.tongue.bounds({ low, high }), one };
  }

  value(value: Scalar, field: FieldDeclaration | undefined): string {
    if (typeof value === 'boolean') return value ? this.tongue.yes : this.tongue.no;
    if (typeof value === 'number') return this.amount(value, field);
    const day = field?.kind === 'day' ? readIsoDay(value) : null;
    return day === null ? this.tongue.quote(value) : this.#showDay(day);
  }

  /** A number of a field, as money where the field holds money; an average may fall between minor units. */
  amount(value: number, field: FieldDeclaration | undefined): string {
    if (field?.kind !== 'money' || !Number.isFinite(value)) return this.tongue.number(value);
    return showMoney(Math.round(value), { ...this.#speech.money, language: this.#speech.language });
  }

  /** The local day of an instant, in the business's calendar. */
  day(at: Instant): string {
    return this.#showDay(zoneOf(this.#speech.zone).dayOf(at));
  }

  #showDay(day: number): string {
    return showDay(day, { calendar: this.#speech.calendar, language: this.#speech.language, style: 'long' });
  }

  #declaration(type: string): Vocabulary[string] | undefined {
    return Object.hasOwn(this.#speech.vocabulary, type) ? this.#speech.vocabulary[type] : undefined;
  }
}

function typesOf(condition: Selecting): readonly string[] {
  return typeof condition.of === 'string' ? [condition.of] : condition.of;
}
