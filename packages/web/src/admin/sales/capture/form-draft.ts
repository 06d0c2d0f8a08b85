import {
  type Becoming,
  type Form,
  type FormField,
  type FormFieldKind,
  mayBecome,
} from '@nardeban/core/sales';

type Words = Form['title'];

/** A field of this kind as it begins: named after its kind, and what it usually becomes. */
export function newField(form: Form, kind: FormFieldKind, label: Words): FormField {
  const key = freeKey(form, kind);
  const becomes: Becoming = mayBecome[kind][0] ?? 'note';
  return {
    key,
    kind,
    label,
    required: false,
    becomes,
    ...(becomes === 'trait' ? { trait: key } : {}),
    ...(kind === 'choice' || kind === 'product'
      ? { choices: [{ value: '1', label: { fa: '', en: '' } }] }
      : {}),
  };
}

export function freeKey(form: Form, wanted: string): string {
  const taken = new Set([...form.fields, ...form.consents].map(({ key }) => key));
  for (let number = 1; ; number += 1) {
    const key = number === 1 ? wanted : `${wanted}${number}`;
    if (!taken.has(key)) return key;
  }
}

/** The same field that becomes something else; a trait needs a name. */
export function becoming(field: FormField, becomes: Becoming): FormField {
  const { trait, ...rest } = field;
  return becomes === 'trait' ? { ...rest, becomes, trait: trait ?? field.key } : { ...rest, becomes };
}

/** Moves one of a list a place up or down. */
export function moved<Item>(items: readonly Item[], from: number, by: -1 | 1): Item[] {
  const next = [...items];
  const item = next[from];
  const other = next[from + by];
  if (item === undefined || other === undefined) return next;
  next[from] = other;
  next[from + by] = item;
  return next;
}

/**
 * The form as it is sent: what was written in one language stands for the other too until somebody translates it, and
 * choices are told by what they are called. Answers also whether something is written in neither.
 */
export function sentForm(form: Form): { readonly definition: Form; readonly lacksWords: boolean } {
  let lacksWords = false;
  const both = ({ fa, en }: Words): Words => {
    const written = { fa: fa.trim(), en: en.trim() };
    if (written.fa === '' && written.en === '') lacksWords = true;
    return {
      fa: written.fa === '' ? written.en : written.fa,
      en: written.en === '' ? written.fa : written.en,
    };
  };
  const optional = (words: Words | undefined): Words | undefined =>
    words === undefined || (words.fa.trim() === '' && words.en.trim() === '') ? undefined : both(words);
  const { intro, fields, consents, after, ...rest } = form;
  const said = optional(intro);
  const definition: Form = {
    ...rest,
    title: both(form.title),
    button: both(form.button),
    ...(said === undefined ? {} : { intro: said }),
    fields: fields.map(({ help, choices, ...field }) => {
      const helped = optional(help);
      return {
        ...field,
        label: both(field.label),
        ...(helped === undefined ? {} : { help: helped }),
        ...(choices === undefined
          ? {}
          : {
              choices: choices.map(({ label }) => {
                const words = both(label);
                return { label: words, value: words.en.slice(0, 100) };
              }),
            }),
      };
    }),
    consents: consents.map((consent) => ({ ...consent, words: both(consent.words) })),
    after:
      after.kind === 'thanks'
        ? { kind: 'thanks', words: both(after.words) }
        : { kind: 'redirect', to: after.to.trim() },
  };
  return { definition, lacksWords };
}

/** A name for addresses that nobody has to think of. */
export function keyOfForm(title: Words): string {
  for (const text of [title.en, title.fa]) {
    const key = text
      .toLowerCase()
      .replaceAll(/[^a-z0-9]+/g, '-')
      .replace(/^[^a-z]+/, '')
      .replace(/-+$/, '')
      .slice(0, 40)
      .replace(/-+$/, '');
    if (key !== '') return key;
  }
  return 'form';
}
