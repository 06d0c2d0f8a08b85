import {
  baseVocabulary,
  type FactDeclaration,
  type FieldDeclaration,
  type FieldKind,
  type Vocabulary,
} from '@nardeban/core/facts';
import { accept, displayText, refuse, type Result } from '@nardeban/core/values';
import type { Tx } from '../../platform/database/index.ts';
import type { Business } from '../../platform/tenancy/index.ts';

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
}

const MOST_FIELDS = 64;
const LONGEST_TITLE = 100;
const kinds: readonly FieldKind[] = ['text', 'number', 'money', 'flag', 'day'];

/** The closed vocabulary and what this business declared. */
export async function vocabularyOf(tx: Tx): Promise<Vocabulary> {
  const { rows } = await tx.query<CustomFactRow>({
    name: 'facts-custom',
    text: `SELECT name, fields, title_fa AS fa, title_en AS en FROM custom_facts WHERE business_id = this_business()`,
  });
  return withCustom(rows);
}

export function withCustom(rows: readonly CustomFactRow[]): Vocabulary {
  if (rows.length === 0) return baseVocabulary;
  const invented = rows.map(({ name, fields, fa, en }): [string, FactDeclaration] => [
    `custom.${name}`,
    { fa, en: { one: en, many: en }, fields },
  ]);
  return { ...baseVocabulary, ...Object.fromEntries(invented) };
}

/**
 * Declares a fact of the business's own, or gives it new titles and further fields. A field that was declared stays
 * as it is, because facts that carry it are stored. Refusals: `custom_name_invalid`, `title_missing`, `name_too_long`,
 * `too_many_fields`, `field_name_invalid`, `field_kind_unknown`, `amount_is_money`, `field_kind_fixed`,
 * `field_needed_later` (facts told before would lack it).
 */
export async function declareCustomFact(
  tx: Tx,
  business: Pick<Business, 'id'>,
  declared: CustomFactAsked,
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
    `INSERT INTO custom_facts (business_id, name, fields, title_fa, title_en) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (business_id, name) DO UPDATE
     SET fields = excluded.fields, title_fa = excluded.title_fa, title_en = excluded.title_en`,
    [business.id, fact.name, JSON.stringify(fact.fields), fact.fa, fact.en],
  );
  return accept(fact);
}

function checkCustomFact({ name, fa, en, fields }: CustomFactAsked): Result<CustomFact> {
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
    const kind = kinds.find((one) => one === declaration.kind);
    if (kind === undefined) return refuse('field_kind_unknown', where, { field });
    // The column of that name holds minor units of the currency and nothing else.
    if (field === 'amount' && kind !== 'money') return refuse('amount_is_money', where);
    const title = { fa: displayText(declaration.fa), en: displayText(declaration.en) };
    if (title.fa === '' || title.en === '') return refuse('title_missing', where);
    kept[field] = { kind, ...(declaration.required ? { required: true } : {}), ...title };
  }
  return accept({ name, ...titles, fields: kept });
}
