import { accept, refuse, type Result } from '../../values/index.ts';
import type { Form } from './definition.ts';
import { mayBecome, TRAP } from './kinds.ts';

/** Names that the page itself posts. */
const OWN_NAME = /^nb_/;
/**
 * Does the form hold together? Refusals: `form_field_twice`, `form_field_reserved`, `form_becomes_wrong`,
 * `form_trait_missing`, `form_choices_missing`, `form_choice_twice`, `form_without_contact` (nobody could be recognised).
 */
export function checkForm(form: Form): Result<Form> {
  const seen = new Set<string>();
  for (const [index, field] of form.fields.entries()) {
    const where = `definition.fields[${index}]`;
    const { key, kind, becomes } = field;
    if (seen.has(key)) return refuse('form_field_twice', where, { field: key });
    if (key === TRAP || OWN_NAME.test(key)) return refuse('form_field_reserved', where, { field: key });
    seen.add(key);
    if (!mayBecome[kind].includes(becomes)) return refuse('form_becomes_wrong', where, { field: key });
    if (becomes === 'trait' && field.trait === undefined)
      return refuse('form_trait_missing', where, { field: key });
    if (kind === 'choice' || kind === 'product') {
      if (field.choices === undefined) return refuse('form_choices_missing', where, { field: key });
      if (new Set(field.choices.map(({ value }) => value)).size < field.choices.length)
        return refuse('form_choice_twice', where, { field: key });
    }
  }
  for (const kind of ['name', 'mobile', 'email'] as const) {
    const all = form.fields.filter((field) => field.kind === kind);
    if (all.length > 1)
      return refuse('form_field_twice', 'definition.fields', { field: all[1]?.key ?? kind });
  }
  for (const [index, { key }] of form.consents.entries()) {
    if (seen.has(key)) return refuse('form_field_twice', `definition.consents[${index}]`, { field: key });
    seen.add(key);
  }
  if (!form.fields.some(({ kind, required }) => required && (kind === 'mobile' || kind === 'email')))
    return refuse('form_without_contact', 'definition.fields');
  return accept(form);
}
