import type { Language } from '@nardeban/core/values';
import type { FastifyRequest } from 'fastify';
import type { Database } from '../../../platform/database/index.ts';
import { readerLanguage } from '../../../platform/http/index.ts';
import { type Business, businessStatement } from '../../../platform/tenancy/index.ts';
import { formStatement, formTold, type KeptForm } from './forms.ts';
import type { OpenForm } from './posting.ts';
import { type CaptureSettings, settingsStatement, settingsTold } from './settings.ts';

const MOST_REMEMBERED = 500;
const remembered = new WeakMap<Database, Map<string, OpenForm>>();

/**
 * The form of that name as it was when it was last read, if it was open then; else as it is. Whoever takes something by it has
 * to ask whether it is still so, and to read it again with publicForm before anything is refused by it.
 */
export async function lastKnownForm(database: Database, slug: string, key: string): Promise<OpenForm | null> {
  return remembered.get(database)?.get(`${slug} ${key}`) ?? publicForm(database, slug, key);
}

function remember(database: Database, known: OpenForm): void {
  const all = remembered.get(database) ?? new Map<string, OpenForm>();
  remembered.set(database, all);
  const name = `${known.business.slug} ${known.form.key}`;
  all.delete(name);
  if (known.form.state !== 'open') return;
  const oldest = all.keys().next();
  if (all.size >= MOST_REMEMBERED && !oldest.done) all.delete(oldest.value);
  all.set(name, known);
}

/** The form of that name, whether it is open or not; null: there is none, or only a draft. */
export async function publicForm(database: Database, slug: string, key: string): Promise<OpenForm | null> {
  const [named] = await database.withoutBusiness((tx) =>
    tx.commitWith<[{ id: number | null }]>([
      { name: 'business-of', text: 'SELECT business_id_of($1) AS id', values: [slug] },
    ]),
  );
  const id = named.rows[0]?.id ?? null;
  if (id === null) return null;
  const [businesses, forms, settings] = await database.withBusiness(id, (tx) =>
    tx.commitWith<[Business, KeptForm, CaptureSettings]>([
      businessStatement,
      formStatement(key),
      settingsStatement,
    ]),
  );
  const [business] = businesses.rows;
  const form = formTold(forms);
  if (business === undefined || form === null || form.state === 'draft') return null;
  const known = { business, form, settings: settingsTold(settings) };
  remember(database, known);
  return known;
}

/** What the address or the form itself says first; then what the reader's browser prefers, then the business. */
export function languageOf(
  request: FastifyRequest,
  told: unknown,
  business: Pick<Business, 'language'>,
): Language {
  if (told === 'fa' || told === 'en') return told;
  return request.headers['accept-language'] === undefined ? business.language : readerLanguage(request);
}
