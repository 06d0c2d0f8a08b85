import type { Language } from '@nardeban/core/values';
import type { FastifyRequest } from 'fastify';
import type { Database } from '../../../platform/database/index.ts';
import { readerLanguage } from '../../../platform/http/index.ts';
import { type Business, businessStatement } from '../../../platform/tenancy/index.ts';
import { formStatement, formTold, type KeptForm } from './forms.ts';
import { type CaptureSettings, settingsStatement, settingsTold } from './settings.ts';

/** The form of that name, whether it is open or not; null: there is none, or only a draft. */
export async function publicForm(
  database: Database,
  slug: string,
  key: string,
): Promise<{
  readonly business: Business;
  readonly form: KeptForm;
  readonly settings: CaptureSettings;
} | null> {
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
  return { business, form, settings: settingsTold(settings) };
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
