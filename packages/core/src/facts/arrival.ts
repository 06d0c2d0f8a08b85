import { accept, refuse, type Instant, type Result } from '../values/index.ts';
import type { FactData } from './fact.ts';
import type { FieldDeclaration, FieldKind } from './declaration.ts';
import type { Vocabulary } from './vocabulary.ts';

/** No fact happened before the computers that could have noted it; an earlier date is a misread one. */
export const EARLIEST_FACT: Instant = Date.UTC(1970, 0, 1);

/** Clocks differ and zones are mistaken; more than a day ahead is a misread date. */
export const FUTURE_TOLERANCE_MS = 24 * 60 * 60 * 1000;

const MOST_FIELDS = 64;
const LONGEST_TEXT = 2000;
/** What names the thing a fact is about stands in an index, which takes no long texts. */
const LONGEST_REF = 200;

/**
 * May this fact be told? Checks the type against the vocabulary, the record against the type's fields, and the
 * instant against reason. Unknown fields are refused: a misspelt field would silently never match a condition.
 */
export function checkFact(
  fact: { readonly type: string; readonly at: Instant; readonly data: FactData },
  now: Instant,
  words: Vocabulary,
): Result<true> {
  const declaration = Object.hasOwn(words, fact.type) ? words[fact.type] : undefined;
  if (!declaration) return refuse('unknown_fact_type', 'type', { type: fact.type.slice(0, 100) });
  if (declaration.archived) return refuse('fact_archived', 'type', { type: fact.type });
  if (!Number.isSafeInteger(fact.at)) return refuse('instant_unreadable', 'at');
  if (fact.at < EARLIEST_FACT) return refuse('fact_too_early', 'at');
  if (fact.at > now + FUTURE_TOLERANCE_MS) return refuse('fact_in_future', 'at');
  const names = Object.keys(fact.data);
  if (names.length > MOST_FIELDS) return refuse('too_many_fields', 'data', { most: MOST_FIELDS });
  for (const name of names) {
    const field = Object.hasOwn(declaration.fields, name) ? declaration.fields[name] : undefined;
    if (!field)
      return refuse('unknown_field', `data.${name.slice(0, 100)}`, {
        type: fact.type,
        field: name.slice(0, 100),
      });
    const value = fact.data[name];
    const fault = faultOf(value, fact.type === 'trait.changed' && name === 'value' ? 'any' : field.kind);
    if (name === declaration.ref && typeof value === 'string' && value.length > LONGEST_REF) {
      return refuse('text_too_long', `data.${name}`, { field: name });
    }
    if (fault) return refuse(fault, `data.${name}`, { field: name });
    const among = choiceFault(value, field, name);
    if (among !== null) return refuse(among.code, `data.${name}`, among.detail);
  }
  for (const name in declaration.fields) {
    if (declaration.fields[name]?.required && fact.data[name] === undefined)
      return refuse('field_missing', `data.${name}`, { type: fact.type, field: name });
  }
  return accept(true);
}

const MOST_CHOICES_SAID = 8;

/** A value that is none of the choices there are; null: it is one, or any will do. */
export function choiceFault(
  value: string | number | boolean | undefined,
  { choices }: Pick<FieldDeclaration, 'choices'>,
  name: string,
): { readonly code: string; readonly detail: Readonly<Record<string, string>> } | null {
  if (choices === undefined || (typeof value === 'string' && choices.includes(value))) return null;
  const said = choices.slice(0, MOST_CHOICES_SAID).join(' | ');
  return {
    code: 'choice_expected',
    detail: {
      field: name,
      value: String(value).slice(0, 100),
      choices: choices.length > MOST_CHOICES_SAID ? `${said} | …` : said,
    },
  };
}

/** What is wrong with a value of a kind, as a code; undefined: nothing is. `any`: whatever a record may hold. */
export function faultOf(
  value: string | number | boolean | undefined,
  kind: FieldKind | 'any',
): string | undefined {
  if (typeof value === 'string' && value.length > LONGEST_TEXT) return 'text_too_long';
  if (typeof value === 'string' && value.includes('\u0000')) return 'text_unreadable';
  if (typeof value === 'number' && !Number.isFinite(value)) return 'number_expected';
  switch (kind) {
    case 'any':
      return value === undefined ? 'text_expected' : undefined;
    case 'text':
      return typeof value === 'string' ? undefined : 'text_expected';
    case 'number':
      return typeof value === 'number' ? undefined : 'number_expected';
    case 'money':
      return typeof value === 'number' && Number.isSafeInteger(value) ? undefined : 'minor_units_expected';
    case 'flag':
      return typeof value === 'boolean' ? undefined : 'flag_expected';
    case 'day':
      return typeof value === 'string' && /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/.test(value)
        ? undefined
        : 'day_expected';
  }
}
