import {
  baseVocabulary,
  type FactDeclaration,
  type FieldDeclaration,
  type Vocabulary,
} from '@nardeban/core/facts';
import { accept, displayText, refuse, type Result } from '@nardeban/core/values';
import type { Tx } from '../../platform/database/index.ts';
import type { Business } from '../../platform/tenancy/index.ts';
import { checkChoices } from './choices.ts';
import { declaredFieldKinds } from './field-kinds.ts';

/** What a business invents: told as `custom.<name>`. */
export interface CustomFact {
  readonly name: string;
  readonly fa: string;
  readonly en: string;
  readonly fields: Readonly<Record<string, FieldDeclaration>>;
}

/** The same as somebody asks for it: the kinds are still to be checked. */
export interface CustomFactAsked {
  readonly name: string;
  readonly fa: string;
  readonly en: string;
  readonly fields: Readonly<
    Record<
      string,
      {
        readonly kind: string;
        readonly required?: boolean | undefined;
        readonly choices?: readonly string[] | undefined;
        readonly fa: string;
        readonly en: string;
      }
    >
  >;
}

/** A row of custom_facts. */
export interface CustomFactRow {
  readonly name: string;
  readonly fields: Readonly<Record<string, FieldDeclaration>>;
  readonly fa: string;
  readonly en: string;
  readonly archived: boolean;
}

const MOST_FIELDS = 64;
const LONGEST_TITLE = 100;

/** The closed vocabulary and what this business declared. */
export async function vocabularyOf(tx: Tx): Promise<Vocabulary> {
  const { rows } = await tx.query<CustomFactRow>({
    name: 'facts-custom',
    text: `SELECT name, fields, title_fa AS fa, title_en AS en, archived_at IS NOT NULL AS archived
           FROM custom_facts WHERE business_id = this_business()`,
  });
  return withCustom(rows);
}

export function withCustom(rows: readonly CustomFactRow[]): Vocabulary {
  if (rows.length === 0) return baseVocabulary;
  const invented = rows.map(({ name, fields, fa, en, archived }): [string, FactDeclaration] => [
    `custom.${name}`,
    { fa, en: { one: en, many: en }, fields, ...(archived ? { archived: true as const } : {}) },
  ]);
  return { ...baseVocabulary, ...Object.fromEntries(invented) };
}

/**
 * Declares a fact of the business's own, or gives it new titles and further fields. A field that was declared stays
 * as it is, because facts that carry it are stored; only its titles and its list of choices may be others. An archived
 * fact is told again. Refusals: `custom_name_invalid`, `title_missing`, `name_too_long`,
 * `too_many_fields`, `field_name_invalid`, `field_kind_unknown`, `amount_is_money`, `field_kind_fixed`,
 * `field_needed_later` (facts told before would lack it), those of checkChoices.
 */
export async function declareCustomFact(
  tx: Tx,
  business: Pick<Business, 'id'>,
  declared: CustomFactAsked,
  by: string | null = null,
): Promise<Result<CustomFact>> {
  const checked = checkCustomFact(declared);
  if (!checked.ok) return checked;
  const fact = checked.value;
  const { rows } = await tx.query<{ fields: CustomFact['fields'] }>(
    'SELECT fields FROM custom_facts WHERE business_id = $1 AND name = $2 FOR UPDATE',
    [business.id, fact.name],
  );
  const before = rows[0]?.fields;
  if (before !== undefined) {
    for (const [name, field] of Object.entries(before)) {
      const now = fact.fields[name];
      if (now === undefined || now.kind !== field.kind)
        return refuse('field_kind_fixed', `fields.${name}`, { field: name });
    }
    for (const [name, field] of Object.entries(fact.fields)) {
      if (field.required && !before[name]?.required)
        return refuse('field_needed_later', `fields.${name}`, { field: name });
    }
  }
  await tx.query(
    `INSERT INTO custom_facts (business_id, name, fields, title_fa, title_en, changed_by, changed_at)
     VALUES ($1, $2, $3, $4, $5, $6, now())
     ON CONFLICT (business_id, name) DO UPDATE
     SET fields = excluded.fields, title_fa = excluded.title_fa, title_en = excluded.title_en, archived_at = NULL,
         changed_by = excluded.changed_by, changed_at = excluded.changed_at`,
    [business.id, fact.name, JSON.stringify(fact.fields), fact.fa, fact.en, by],
  );
  return accept(fact);
}

/** Puts a fact of the business's own away, or takes it back into use. Refusal: `custom_fact_unknown`. */
export async function archiveCustomFact(
  tx: Tx,
  name: string,
  archived: boolean,
  by: string,
): Promise<Result<CustomFactRow>> {
  const { rows } = await tx.query<CustomFactRow>(
    `UPDATE custom_facts SET archived_at = CASE WHEN $2 THEN coalesce(archived_at, now()) END, changed_by = $3,
       changed_at = now()
     WHERE business_id = this_business() AND name = $1
     RETURNING name, fields, title_fa AS fa, title_en AS en, archived_at IS NOT NULL AS archived`,
    [name, archived, by],
  );
  return rows[0] === undefined ? refuse('custom_fact_unknown', 'name') : accept(rows[0]);
}

/** What was declared, in the shape it is kept in; nothing is written. */
export function checkCustomFact({ name, fa, en, fields }: CustomFactAsked): Result<CustomFact> {
  if (!/^[a-z][a-z0-9_]{0,62}$/.test(name)) return refuse('custom_name_invalid', 'name');
  const titles = { fa: displayText(fa), en: displayText(en) };
  for (const language of ['fa', 'en'] as const) {
    if (titles[language] === '') return refuse('title_missing', language);
    if (titles[language].length > LONGEST_TITLE)
      return refuse('name_too_long', language, { most: LONGEST_TITLE });
  }
  const names = Object.keys(fields);
  if (names.length > MOST_FIELDS) return refuse('too_many_fields', 'fields', { most: MOST_FIELDS });
  const kept: Record<string, FieldDeclaration> = {};
  for (const [field, declaration] of Object.entries(fields)) {
    const where = `fields.${field.slice(0, 100)}`;
    if (!/^[a-z][a-zA-Z0-9_]{0,62}$/.test(field)) return refuse('field_name_invalid', where);
    const kind = declaredFieldKinds.find((one) => one === declaration.kind);
    if (kind === undefined) return refuse('field_kind_unknown', where, { field });
    // The column of that name holds minor units of the currency and nothing else.
    if (field === 'amount' && kind !== 'money') return refuse('amount_is_money', where);
    const title = { fa: displayText(declaration.fa), en: displayText(declaration.en) };
    if (title.fa === '' || title.en === '') return refuse('title_missing', where);
    const choices = checkChoices(declaration.choices, kind, `${where}.choices`);
    if (!choices.ok) return choices;
    kept[field] = {
      kind,
      ...(declaration.required ? { required: true } : {}),
      ...(choices.value === undefined ? {} : { choices: choices.value }),
      ...title,
    };
  }
  return accept({ name, ...titles, fields: kept });
}
