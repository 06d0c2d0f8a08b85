import { type NormalIdentity, readIdentity } from '../../people/index.ts';
import { accept, displayText, type Language, readNumber, refuse, type Result } from '../../values/index.ts';
import type { Form, FormField } from './definition.ts';

/** What somebody wrote into a form: one text a field. A field that was left empty is not there. */
export type Written = Readonly<Record<string, string>>;

/** What they agreed to, in the words they read. */
export interface Agreed {
  readonly purpose: string;
  readonly channel: string;
  readonly words: string;
}

/** What was written, understood. */
export interface Answers {
  readonly identity: NormalIdentity;
  readonly traits: readonly { readonly trait: string; readonly value: string | number | boolean }[];
  /** They asked for a price, or to be shown it; of which product, if they said. */
  readonly asked: readonly { readonly for: 'price' | 'demo'; readonly product: string | null }[];
  readonly wishes: readonly string[];
  /** What goes into a note, a line a field. */
  readonly notes: readonly { readonly label: string; readonly text: string }[];
  readonly consents: readonly Agreed[];
}

const LONGEST: Readonly<Record<FormField['kind'], number>> = {
  name: 200,
  mobile: 40,
  email: 254,
  text: 500,
  long: 5000,
  number: 60,
  choice: 100,
  product: 100,
  tick: 10,
  hidden: 300,
};
const LONGEST_WISH = 500;
const LONGEST_TRAIT = 300;

/** The texts of the form's own fields and ticks among whatever was posted; of a name that came several times the first. */
export function writtenIn(form: Form, posted: Readonly<Record<string, unknown>>): Written {
  const names = [...form.fields, ...form.consents].map(({ key }) => key);
  const kept: [string, string][] = [];
  for (const name of names) {
    const value = Object.hasOwn(posted, name) ? posted[name] : undefined;
    const first: unknown = Array.isArray(value) ? value[0] : value;
    if (typeof first === 'string' && first.trim() !== '') kept.push([name, first]);
  }
  return Object.fromEntries(kept);
}

/**
 * Reads what was written into a form. Refusals, each with the field's key: `answer_missing`, `answer_too_long`,
 * `answer_not_offered`, `consent_needed`, those of readIdentity and readNumber.
 */
export function readAnswers(form: Form, written: Written, language: Language): Result<Answers> {
  const identity: { name?: string; mobile?: string; email?: string } = {};
  const traits: { trait: string; value: string | number | boolean }[] = [];
  const asked: { for: 'price' | 'demo'; product: string | null }[] = [];
  const wishes: string[] = [];
  const notes: { label: string; text: string }[] = [];
  for (const field of form.fields) {
    const read = readField(field, written[field.key]);
    if (!read.ok) return read;
    const value = read.value;
    if (value === null) continue;
    const { kind, becomes, trait } = field;
    if (kind === 'name' || kind === 'mobile' || kind === 'email') identity[kind] = String(value);
    else if (becomes === 'trait') traits.push({ trait: trait ?? field.key, value: bounded(value) });
    else if (becomes === 'price' || becomes === 'demo')
      asked.push({ for: becomes, product: value === true ? null : productOf(field, String(value)) });
    else if (becomes === 'wish') wishes.push(shown(field, value, language).slice(0, LONGEST_WISH));
    else notes.push({ label: field.label[language], text: shown(field, value, language) });
  }
  const who = readIdentity(identity);
  if (!who.ok) {
    const field = form.fields.find(({ kind }) => kind === who.refusal.field);
    return refuse(who.refusal.code, field?.key ?? 'mobile', who.refusal.detail);
  }
  const consents: Agreed[] = [];
  for (const { key, purpose, channel, words, required } of form.consents) {
    const ticked = written[key] !== undefined;
    if (required && !ticked) return refuse('consent_needed', key);
    if (ticked) consents.push({ purpose, channel, words: words[language] });
  }
  return accept({ identity: who.value, traits, asked, wishes, notes, consents });
}

function readField(field: FormField, raw: string | undefined): Result<string | number | boolean | null> {
  const { key, kind, required } = field;
  const text = raw ?? (kind === 'hidden' ? (field.value ?? '') : '');
  const most = LONGEST[kind];
  if (text.length > most) return refuse('answer_too_long', key, { most });
  const value = kind === 'long' ? lines(text) : displayText(text);
  if (value === '') return required ? refuse('answer_missing', key) : accept(null);
  if (kind === 'tick') return accept(true);
  if (kind === 'choice' || kind === 'product')
    return field.choices?.some((choice) => choice.value === value)
      ? accept(value)
      : refuse('answer_not_offered', key);
  if (kind !== 'number') return accept(value);
  const read = readNumber(value);
  return read.ok ? read : refuse(read.refusal.code, key, read.refusal.detail);
}

/** As people read it, its lines kept. */
function lines(text: string): string {
  return text
    .split(/\r\n?|\n/)
    .map(displayText)
    .join('\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim();
}

function bounded(value: string | number | boolean): string | number | boolean {
  return typeof value === 'string' ? value.slice(0, LONGEST_TRAIT) : value;
}

/** A product is told by what the form calls it; any other choice tells of none. */
function productOf(field: FormField, value: string): string | null {
  return field.kind === 'product' ? value : null;
}

function shown(field: FormField, value: string | number | boolean, language: Language): string {
  if (value === true) return field.label[language];
  const choice = field.choices?.find((one) => one.value === value);
  return choice?.label[language] ?? String(value);
}
