import { sayCriteria, type Criteria, type Speech } from '../criteria/index.ts';
import { type Language, toPersianDigits, type Window } from '../values/index.ts';
import type { DefinitionChange, MeaningPart, RulePart } from './diff.ts';
import type { Words } from './ladder.ts';

/** A change as people read it. `before` and `after` stand apart where showing them side by side helps. */
export interface SpokenChange {
  readonly sentence: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** «شرط ورود به «مشتری مکرر» عوض شد.» with the rule as it was and as it is. */
export function sayChange(
  change: DefinitionChange,
  kind: 'ladder' | 'typology',
  speech: Speech,
): SpokenChange {
  const { language } = speech;
  const say = sayings[language];
  const name =
    change.place === null ? say.whole[kind] : quoted(change.place.name, change.place.key, language);
  const bare = (sentence: string): SpokenChange => ({ sentence, before: null, after: null });
  const both = (sentence: string, before: string | null, after: string | null): SpokenChange => ({
    sentence,
    before,
    after,
  });
  switch (change.kind) {
    case 'renamed':
      return both(say.renamed(name), inBoth(change.before), inBoth(change.after));
    case 'added':
      return bare(say.added(name, kind, numbered(change.index + 1, language)));
    case 'removed':
      return bare(say.removed(name, kind));
    case 'moved':
      return bare(
        say.moved(
          name,
          change.to > change.from,
          kind,
          numbered(change.from + 1, language),
          numbered(change.to + 1, language),
        ),
      );
    case 'rule': {
      const [before, after] = [change.before, change.after].map((rule) => ruleOf(rule, speech)) as [
        string | null,
        string | null,
      ];
      return both(say.rule(say.rules[change.part], name, deedOf(change)), before, after);
    }
    case 'grace':
      return both(
        say.rule(say.grace, name, deedOf(change)),
        windowOf(change.before, language),
        windowOf(change.after, language),
      );
    case 'meaning':
      return both(
        say.rule(say.meanings[change.part], name, deedOf(change)),
        change.before === null ? null : inBoth(change.before),
        change.after === null ? null : inBoth(change.after),
      );
  }
}

type Deed = 'added' | 'removed' | 'changed';

function deedOf(change: { readonly before: unknown; readonly after: unknown }): Deed {
  if (change.before === null) return 'added';
  return change.after === null ? 'removed' : 'changed';
}

function ruleOf(rule: Criteria | null, speech: Speech): string | null {
  return rule === null ? null : sayCriteria(rule, speech);
}

function quoted(name: Words, key: string, language: Language): string {
  const text = name[language] === '' ? key : name[language];
  return language === 'fa' ? `«${text}»` : `“${text}”`;
}

function inBoth({ fa, en }: Words): string {
  return fa === en ? fa : `${fa} / ${en}`;
}

function numbered(value: number, language: Language): string {
  return language === 'fa' ? toPersianDigits(String(value)) : String(value);
}

function windowOf(window: Window | null, language: Language): string | null {
  if (window === null) return null;
  const [unit = 'days', size = 0] = Object.entries(window)[0] ?? [];
  if (language === 'fa') return `${toPersianDigits(String(size))} ${PERSIAN_UNITS[unit] ?? unit}`;
  return `${size} ${size === 1 ? unit.replace(/s$/, '') : unit}`;
}

const PERSIAN_UNITS: Readonly<Record<string, string>> = { days: 'روز', months: 'ماه', years: 'سال' };

interface Sayings {
  readonly whole: Readonly<Record<'ladder' | 'typology', string>>;
  renamed(name: string): string;
  added(name: string, kind: 'ladder' | 'typology', place: string): string;
  removed(name: string, kind: 'ladder' | 'typology'): string;
  moved(name: string, later: boolean, kind: 'ladder' | 'typology', from: string, to: string): string;
  rule(part: string, name: string, deed: Deed): string;
  readonly rules: Readonly<Record<RulePart, string>>;
  readonly meanings: Readonly<Record<MeaningPart, string>>;
  readonly grace: string;
}

const sayings: Readonly<Record<Language, Sayings>> = {
  fa: {
    whole: { ladder: 'نردبان', typology: 'گونه‌شناسی' },
    renamed: (name) => `نام ${name} عوض شد.`,
    added: (name, kind, place) =>
      kind === 'ladder'
        ? `پلهٔ ${name} افزوده شد: پلهٔ ${place} از پایین.`
        : `گونهٔ ${name} افزوده شد: اولویت ${place}.`,
    removed: (name, kind) => `${kind === 'ladder' ? 'پلهٔ' : 'گونهٔ'} ${name} برداشته شد.`,
    moved: (name, later, kind, from, to) =>
      kind === 'ladder'
        ? `پلهٔ ${name} ${later ? 'بالا' : 'پایین'} رفت: از پلهٔ ${from} به ${to}.`
        : `اولویت گونهٔ ${name} ${later ? 'کمتر' : 'بیشتر'} شد: از ${from} به ${to}.`,
    rule: (part, name, deed) =>
      `${part} ${name} ${deed === 'added' ? 'گذاشته شد' : deed === 'removed' ? 'برداشته شد' : 'عوض شد'}.`,
    rules: { enter: 'شرط ورود به', stay: 'شرط ماندن در', when: 'شرط' },
    meanings: { who: 'توضیح', feels: 'حس‌وحال', helps: 'راهنمای کمک به' },
    grace: 'مهلت پیش از افتادن از',
  },
  en: {
    whole: { ladder: 'the ladder', typology: 'the typology' },
    renamed: (name) => `The name of ${name} changed.`,
    added: (name, kind, place) =>
      kind === 'ladder'
        ? `The rung ${name} was added: rung ${place} from below.`
        : `The class ${name} was added: priority ${place}.`,
    removed: (name, kind) => `The ${kind === 'ladder' ? 'rung' : 'class'} ${name} was taken away.`,
    moved: (name, later, kind, from, to) =>
      kind === 'ladder'
        ? `The rung ${name} moved ${later ? 'up' : 'down'}: from rung ${from} to ${to}.`
        : `The class ${name} has ${later ? 'lower' : 'higher'} priority: from ${from} to ${to}.`,
    rule: (part, name, deed) =>
      `${part} ${name} was ${deed === 'added' ? 'set' : deed === 'removed' ? 'taken away' : 'changed'}.`,
    rules: { enter: 'What it takes to enter', stay: 'What it takes to stay on', when: 'The condition of' },
    meanings: { who: 'The description of', feels: 'The feeling of', helps: 'What helps on' },
    grace: 'The grace period of',
  },
};
