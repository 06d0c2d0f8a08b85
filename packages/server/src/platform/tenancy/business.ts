import {
  accept,
  type Calendar,
  DEFAULT_BUSINESS,
  displayText,
  isZone,
  type Language,
  type MoneyUnit,
  refuse,
  type Result,
  RIAL,
} from '@nardeban/core/values';
import type { Database, Tx } from '../database/index.ts';

/** The tenant: every row of every table belongs to exactly one. */
export interface Business {
  readonly id: number;
  readonly slug: string;
  readonly name: string;
  /** ISO 4217. */
  readonly currency: string;
  readonly unit: MoneyUnit;
  /** IANA. */
  readonly zone: string;
  readonly calendar: Calendar;
  readonly language: Language;
}

/** What a new business is told about; what is left out comes from DEFAULT_BUSINESS. */
export interface BusinessDetails {
  readonly slug: string;
  readonly name: string;
  readonly currency?: string | undefined;
  readonly unit?: MoneyUnit | undefined;
  readonly zone?: string | undefined;
  readonly calendar?: Calendar | undefined;
  readonly language?: Language | undefined;
}

const LONGEST_NAME = 200;

/** The business of that slug, or null: the one question about businesses that stands outside all of them. */
export async function businessBySlug(database: Database, slug: string): Promise<Business | null> {
  const id = await database.withoutBusiness(async (tx) => {
    const { rows } = await tx.query<{ id: number | null }>('SELECT business_id_of($1) AS id', [slug]);
    return rows[0]?.id ?? null;
  });
  return id === null ? null : businessById(database, id);
}

/** The business of that number, or null. */
export async function businessById(database: Database, id: number): Promise<Business | null> {
  return database.withBusiness(id, (tx) => businessOf(tx));
}

/** The business whose transaction this is. */
export async function businessOf(tx: Tx): Promise<Business | null> {
  const { rows } = await tx.query<Business>({
    name: 'business',
    text: `SELECT business_id AS id, slug, name, currency, unit, zone, calendar, language
           FROM businesses WHERE business_id = this_business()`,
  });
  return rows[0] ?? null;
}

/**
 * Refusals: `slug_invalid`, `slug_taken`, `name_missing`, `name_too_long`, `currency_invalid`, `unit_invalid` (rial
 * and toman belong to IRR, the main unit to every other currency), `zone_unknown`.
 */
export async function createBusiness(
  database: Database,
  details: BusinessDetails,
): Promise<Result<Business>> {
  const checked = checkDetails(details);
  if (!checked.ok) return checked;
  const { slug, name, currency, unit, zone, calendar, language } = checked.value;
  const id = await database.withoutBusiness(async (tx) => {
    const { rows } = await tx.query<{ id: number | null }>(
      'SELECT create_business($1, $2, $3, $4, $5, $6, $7) AS id',
      [slug, name, currency, unit, zone, calendar, language],
    );
    return rows[0]?.id ?? null;
  });
  if (id === null) return refuse('slug_taken', 'slug', { slug });
  return accept({ id, ...checked.value });
}

function checkDetails(details: BusinessDetails): Result<Omit<Business, 'id'>> {
  const { slug } = details;
  if (slug.length > 63 || !/^[a-z0-9](-?[a-z0-9])*$/.test(slug)) return refuse('slug_invalid', 'slug');
  const name = displayText(details.name);
  if (name === '') return refuse('name_missing', 'name');
  if (name.length > LONGEST_NAME) return refuse('name_too_long', 'name', { most: LONGEST_NAME });
  const currency = details.currency ?? DEFAULT_BUSINESS.currency;
  if (!/^[A-Z]{3}$/.test(currency)) return refuse('currency_invalid', 'currency');
  const unit = details.unit ?? (currency === DEFAULT_BUSINESS.currency ? DEFAULT_BUSINESS.unit : 'major');
  if ((currency === RIAL) === (unit === 'major')) return refuse('unit_invalid', 'unit', { currency });
  const zone = details.zone ?? DEFAULT_BUSINESS.zone;
  if (!isZone(zone)) return refuse('zone_unknown', 'zone');
  return accept({
    slug,
    name,
    currency,
    unit,
    zone,
    calendar: details.calendar ?? DEFAULT_BUSINESS.calendar,
    language: details.language ?? DEFAULT_BUSINESS.language,
  });
}
