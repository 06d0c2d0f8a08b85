import type { Calendar, Language, MoneyUnit, Result } from '@nardeban/core/values';
import { accept, refuse } from '@nardeban/core/values';
import type { Database, Statement, Tx } from '../database/index.ts';
import { type BusinessDetails, type BusinessKind, checkDetails } from './details.ts';

/** The tenant: every row of every table belongs to exactly one. */
export interface Business {
  readonly id: number;
  readonly slug: string;
  readonly name: string;
  readonly kind: BusinessKind;
  /** ISO 4217. */
  readonly currency: string;
  readonly unit: MoneyUnit;
  /** IANA. */
  readonly zone: string;
  readonly calendar: Calendar;
  readonly language: Language;
  /** The first day of its business year, MM-DD in its calendar. */
  readonly fiscalYearStart: string;
  /** Days off, Saturday 0 to Friday 6. */
  readonly weekend: readonly number[];
  /** Rises with every change of these settings. */
  readonly revision: number;
}

const columns = `business_id AS id, slug, name, kind, currency, unit, zone, calendar, language,
                 fiscal_year_start AS "fiscalYearStart", weekend, revision`;

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
  const { rows } = await tx.query<Business>(businessStatement);
  return rows[0] ?? null;
}

/** Answers the business whose transaction it is: one row, or none when there is no such business. */
export const businessStatement: Statement = {
  name: 'business',
  text: `SELECT ${columns} FROM businesses WHERE business_id = this_business()`,
};

/** Makes a business in a transaction of its own. Refusals: those of `beginBusiness`. */
export async function createBusiness(
  database: Database,
  details: BusinessDetails,
): Promise<Result<Business>> {
  return database.withoutBusiness((tx) => beginBusiness(tx, details));
}

/**
 * Makes a business inside a transaction that began without one; from here on the transaction is that business's, so
 * that whatever belongs to its founding is there with it or not at all. Refusals: those of `checkDetails`,
 * `slug_taken`.
 */
export async function beginBusiness(tx: Tx, details: BusinessDetails): Promise<Result<Business>> {
  const checked = checkDetails(details);
  if (!checked.ok) return checked;
  const { slug, name, currency, unit, zone, calendar, language, kind, fiscalYearStart, weekend } =
    checked.value;
  const { rows } = await tx.query<{ id: number | null }>(
    'SELECT create_business($1, $2, $3, $4, $5, $6, $7) AS id',
    [slug, name, currency, unit, zone, calendar, language],
  );
  const id = rows[0]?.id ?? null;
  if (id === null) return refuse('slug_taken', 'slug', { slug });
  await tx.query(`SELECT set_config('nardeban.business', $1, true)`, [String(id)]);
  await tx.query(
    `UPDATE businesses SET kind = $1, fiscal_year_start = $2, weekend = $3 WHERE business_id = this_business()`,
    [kind, fiscalYearStart, weekend],
  );
  const business = await businessOf(tx);
  if (business === null) throw new Error('The business that was just made is not there');
  return accept(business);
}

export type BusinessChanges = {
  readonly [Name in Exclude<keyof BusinessDetails, 'slug'>]?: BusinessDetails[Name] | undefined;
};

/**
 * Changes the settings of the transaction's business. `revision` is that of the settings the asker saw; `by` who asks.
 * Refusals: those of `checkDetails`, `changed_meanwhile`.
 */
export async function changeBusiness(
  tx: Tx,
  changes: BusinessChanges,
  revision: number,
): Promise<Result<{ readonly before: Business; readonly after: Business }>> {
  await tx.query('SELECT FROM businesses WHERE business_id = this_business() FOR UPDATE');
  const before = await businessOf(tx);
  if (before === null) return refuse('business_unknown');
  if (before.revision !== revision) return refuse('changed_meanwhile', 'revision');
  const given = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
  const checked = checkDetails({ ...before, ...given });
  if (!checked.ok) return checked;
  const { name, kind, currency, unit, zone, calendar, language, fiscalYearStart, weekend } = checked.value;
  await tx.query(
    `UPDATE businesses SET name = $1, kind = $2, currency = $3, unit = $4, zone = $5, calendar = $6, language = $7,
            fiscal_year_start = $8, weekend = $9, revision = revision + 1
     WHERE business_id = this_business()`,
    [name, kind, currency, unit, zone, calendar, language, fiscalYearStart, weekend],
  );
  return accept({ before, after: { id: before.id, ...checked.value, revision: before.revision + 1 } });
}
