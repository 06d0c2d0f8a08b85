import { checkForm, type Form, formSchema, hostOf } from '@nardeban/core/sales';
import { accept, changedMeanwhile, type Instant, refuse, type Result } from '@nardeban/core/values';
import { type Rows, type Statement, timestamptz, type Tx } from '../../../platform/database/index.ts';
import { checkOwner } from '../deals/index.ts';
import { type Author, captureSettings } from './settings.ts';

export type FormState = 'draft' | 'open' | 'closed';

/** A form as it is kept. */
export interface KeptForm {
  readonly id: number;
  readonly key: string;
  readonly definition: Form;
  readonly state: FormState;
  readonly revision: number;
  readonly madeBy: string;
  readonly madeAt: Instant;
  readonly changedBy: string;
  readonly changedAt: Instant;
}

const MOST_FORMS = 200;

const columns = `form_id AS id, key, definition, state, revision, made_by AS "madeBy", made_at AS "madeAt",
  changed_by AS "changedBy", changed_at AS "changedAt"`;

/** The newest first. */
export async function listForms(
  tx: Tx,
  asked: { readonly after?: number | undefined; readonly limit: number },
): Promise<{ readonly forms: readonly KeptForm[]; readonly next: number | null }> {
  const { rows } = await tx.query<KeptForm>(
    `SELECT ${columns} FROM capture_forms
     WHERE business_id = this_business() AND ($1::bigint IS NULL OR form_id < $1)
     ORDER BY business_id DESC, form_id DESC LIMIT $2`,
    [asked.after ?? null, asked.limit + 1],
  );
  const forms = rows.slice(0, asked.limit).map(read);
  return { forms, next: rows.length > asked.limit ? (forms.at(-1)?.id ?? null) : null };
}

/** Answers the form of that name; `formTold` reads it. */
export function formStatement(key: string, how: 'read' | 'hold' = 'read'): Statement {
  return {
    name: `capture-form-by-key-${how}`,
    text: `SELECT ${columns} FROM capture_forms WHERE business_id = this_business() AND key = $1
           ${how === 'hold' ? 'FOR UPDATE' : ''}`,
    values: [key],
  };
}

export function formTold({ rows }: Pick<Rows<KeptForm>, 'rows'>): KeptForm | null {
  return rows[0] === undefined ? null : read(rows[0]);
}

export async function formByKey(
  tx: Tx,
  key: string,
  how: 'read' | 'hold' = 'read',
): Promise<KeptForm | null> {
  return formTold(await tx.query<KeptForm>(formStatement(key, how)));
}

export async function formById(tx: Tx, id: number): Promise<KeptForm | null> {
  const { rows } = await tx.query<KeptForm>({
    name: 'capture-form-by-id',
    text: `SELECT ${columns} FROM capture_forms WHERE business_id = this_business() AND form_id = $1`,
    values: [id],
  });
  return rows[0] === undefined ? null : read(rows[0]);
}

/** The form as it stood at that revision. */
export async function formAsItStood(tx: Tx, id: number, revision: number): Promise<Form | null> {
  const { rows } = await tx.query<{ definition: unknown }>(
    `SELECT definition FROM capture_form_versions WHERE business_id = this_business() AND form_id = $1 AND revision = $2`,
    [id, revision],
  );
  return rows[0] === undefined ? null : formSchema.parse(rows[0].definition);
}

/** Refusals: those of checkForm, `form_redirect_not_own`, `owner_unknown`, `form_key_taken`, `forms_too_many`. */
export async function draftForm(
  tx: Tx,
  { key, definition }: { readonly key: string; readonly definition: Form },
  { by, now }: Author,
): Promise<Result<KeptForm>> {
  const fit = await checked(tx, definition);
  if (!fit.ok) return fit;
  const { rows: counted } = await tx.query<{ forms: number }>(
    'SELECT count(*)::int AS forms FROM capture_forms WHERE business_id = this_business()',
  );
  if ((counted[0]?.forms ?? 0) >= MOST_FORMS)
    return refuse('forms_too_many', undefined, { most: MOST_FORMS });
  const { rows } = await tx.query<KeptForm>(
    `INSERT INTO capture_forms (business_id, key, definition, made_by, made_at, changed_by, changed_at)
     VALUES (this_business(), $1, $2, $3, $4, $3, $4) ON CONFLICT (business_id, key) DO NOTHING RETURNING ${columns}`,
    [key, JSON.stringify(definition), by, timestamptz(now)],
  );
  if (rows[0] === undefined) return refuse('form_key_taken', 'key', { key });
  const form = read(rows[0]);
  await keepVersion(tx, form);
  return accept(form);
}

/**
 * Changes what `revision` showed. What was sent before stays as it was asked then. Refusals: `form_unknown`,
 * `changed_meanwhile`, and those of a draft.
 */
export async function changeForm(
  tx: Tx,
  key: string,
  asked: { readonly definition: Form; readonly state: FormState; readonly revision: number },
  { by, now }: Author,
): Promise<Result<KeptForm>> {
  const seen = await formByKey(tx, key, 'hold');
  if (seen === null) return refuse('form_unknown', 'key', { key });
  if (seen.revision !== asked.revision) return changedMeanwhile(seen.changedBy, seen.changedAt);
  const fit = await checked(tx, asked.definition);
  if (!fit.ok) return fit;
  const { rows } = await tx.query<KeptForm>(
    `UPDATE capture_forms SET definition = $2, state = $3, revision = revision + 1, changed_by = $4, changed_at = $5
     WHERE business_id = this_business() AND form_id = $1 RETURNING ${columns}`,
    [seen.id, JSON.stringify(asked.definition), asked.state, by, timestamptz(now)],
  );
  if (rows[0] === undefined) return refuse('form_unknown', 'key', { key });
  const form = read(rows[0]);
  await keepVersion(tx, form);
  return accept(form);
}

async function keepVersion(tx: Tx, form: KeptForm): Promise<void> {
  await tx.query(
    `INSERT INTO capture_form_versions (business_id, form_id, revision, definition, changed_by, changed_at)
     VALUES (this_business(), $1, $2, $3, $4, $5)`,
    [form.id, form.revision, JSON.stringify(form.definition), form.changedBy, timestamptz(form.changedAt)],
  );
}

async function checked(tx: Tx, form: Form): Promise<Result<true>> {
  const fit = checkForm(form);
  if (!fit.ok) return fit;
  if (form.after.kind === 'redirect' && !isOwn((await captureSettings(tx)).sites, form.after.to))
    return refuse('form_redirect_not_own', 'definition.after.to', { host: hostOf(form.after.to) ?? '' });
  const owner = await checkOwner(tx, form.lead.owner, 'definition.lead.owner');
  return owner.ok ? accept(true) : owner;
}

/** Is the address on one of these sites? */
export function isOwn(sites: readonly string[], address: string): boolean {
  return URL.canParse(address) && sites.includes(new URL(address).origin);
}

function read(row: KeptForm): KeptForm {
  return { ...row, definition: formSchema.parse(row.definition) };
}
