import type { Language } from '@nardeban/core/values';
import type { CustomFact, DeclaredTrait, FieldKind, UndeclaredTrait } from '../../../api/words-queries.ts';

/** What is being declared: one that stands already, or one that is new. */
export type Declaring =
  | { readonly what: 'trait'; readonly from: DeclaredTrait | UndeclaredTrait | null }
  | { readonly what: 'fact'; readonly from: CustomFact | null };

/** What somebody chooses a field to be: a text with a list of choices counts as a kind of its own. */
export const SHOWN_KINDS = ['text', 'choice', 'number', 'money', 'day', 'flag'] as const;
export type ShownKind = (typeof SHOWN_KINDS)[number];

export function shownKind(kind: FieldKind, choices: readonly string[] | undefined): ShownKind {
  return choices === undefined ? kind : 'choice';
}

export function sentKind(shown: ShownKind, choices: string): { kind: FieldKind; choices?: string[] } {
  return shown === 'choice' ? { kind: 'text', choices: linesOf(choices) } : { kind: shown };
}

/** One choice a line, as they are typed. */
export function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

interface Titled {
  readonly fa: string;
  readonly en: string;
}

/** Titles after the one in the reader's language was changed: where one stood for both, it goes on to. */
export function titlesWith(
  language: Language,
  title: string,
  other: string,
  before: Titled | null,
): { fa?: string; en?: string } {
  const own = title.trim();
  const otherOne = other.trim();
  const elsewhere = language === 'fa' ? 'en' : 'fa';
  const stoodForBoth = before === null || before.fa === before.en;
  if (otherOne === '' || (stoodForBoth && otherOne === before?.[elsewhere])) return { [language]: own };
  return { [language]: own, [elsewhere]: otherOne };
}

/** A trait as the form holds it. */
export interface TraitForm {
  readonly trait: string;
  readonly title: string;
  readonly otherTitle: string;
  readonly kind: ShownKind;
  readonly choices: string;
}

export function traitForm(from: DeclaredTrait | UndeclaredTrait | null, language: Language): TraitForm {
  if (from === null) return { trait: '', title: '', otherTitle: '', kind: 'text', choices: '' };
  if (!('fa' in from)) {
    const isChoice = from.kind === 'text' && from.values.length > 1;
    return {
      trait: from.trait,
      title: from.trait,
      otherTitle: '',
      kind: isChoice ? 'choice' : from.kind,
      choices: isChoice ? from.values.join('\n') : '',
    };
  }
  return {
    trait: from.trait,
    title: from[language],
    otherTitle: from.fa === from.en ? '' : from[language === 'fa' ? 'en' : 'fa'],
    kind: shownKind(from.kind, from.choices),
    choices: from.choices?.join('\n') ?? '',
  };
}

/** A field of a fact as the form holds it; `stands`: it was declared before, so that name and kind are settled. */
export interface FieldForm {
  readonly id: number;
  readonly name: string;
  readonly title: string;
  readonly before: Titled | null;
  readonly kind: ShownKind;
  readonly choices: string;
  readonly required: boolean;
  readonly wasRequired: boolean;
}

export interface FactForm {
  readonly name: string;
  readonly title: string;
  readonly otherTitle: string;
  readonly fields: readonly FieldForm[];
}

export function factForm(from: CustomFact | null, language: Language): FactForm {
  if (from === null) return { name: '', title: '', otherTitle: '', fields: [newField(0)] };
  return {
    name: from.name,
    title: from[language],
    otherTitle: from.fa === from.en ? '' : from[language === 'fa' ? 'en' : 'fa'],
    fields: Object.entries(from.fields).map(([name, field], id) => ({
      id,
      name,
      title: field[language],
      before: { fa: field.fa, en: field.en },
      kind: shownKind(field.kind, field.choices),
      choices: field.choices?.join('\n') ?? '',
      required: field.required === true,
      wasRequired: field.required === true,
    })),
  };
}

export function newField(id: number): FieldForm {
  const blank = { title: '', before: null, choices: '', required: false, wasRequired: false };
  return { id, name: `field_${id + 1}`, kind: 'text', ...blank };
}

/** A fact as it is sent. Fields without a title are lines nobody filled in. */
export function factBody(form: FactForm, before: CustomFact | null, language: Language) {
  const fields = form.fields
    .filter(({ title, before: stood }) => title.trim() !== '' || stood !== null)
    .map(({ name, title, before: stood, kind, choices, required }) => {
      const other = stood === null || stood.fa === stood.en ? '' : stood[language === 'fa' ? 'en' : 'fa'];
      const needed = required ? { required: true as const } : {};
      return [
        name.trim(),
        { ...sentKind(kind, choices), ...needed, ...titlesWith(language, title, other, stood) },
      ];
    });
  return {
    ...titlesWith(language, form.title, form.otherTitle, before),
    fields: Object.fromEntries(fields) as Record<
      string,
      { kind: FieldKind; choices?: string[]; required?: true; fa?: string; en?: string }
    >,
  };
}

/** A Latin name made of a title, as far as it has Latin letters. */
export function nameOfTitle(title: string): string {
  return title
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '_')
    .replaceAll(/^[_0-9]+|_+$/g, '')
    .slice(0, 60);
}
