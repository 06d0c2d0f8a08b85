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

/** What a business does for a living. */
export const businessKinds = [
  'shop',
  'online_shop',
  'cafe',
  'restaurant',
  'beauty',
  'clinic',
  'gym',
  'education',
  'services',
  'wholesale',
  'other',
] as const;
export type BusinessKind = (typeof businessKinds)[number];

/** What a new business is told about; what is left out comes from DEFAULT_BUSINESS. */
export interface BusinessDetails {
  readonly slug: string;
  readonly name: string;
  readonly kind?: BusinessKind | undefined;
  readonly currency?: string | undefined;
  readonly unit?: MoneyUnit | undefined;
  readonly zone?: string | undefined;
  readonly calendar?: Calendar | undefined;
  readonly language?: Language | undefined;
  readonly fiscalYearStart?: string | undefined;
  readonly weekend?: readonly number[] | undefined;
}

/** The same, complete and checked. */
export type CheckedDetails = {
  readonly [Name in keyof BusinessDetails]-?: NonNullable<BusinessDetails[Name]>;
};

const LONGEST_NAME = 200;
const FISCAL_YEAR_START = '01-01';

/**
 * Refusals: `slug_invalid`, `name_missing`, `name_too_long`, `currency_invalid`, `unit_invalid` (rial and toman belong
 * to IRR, the main unit to every other currency), `zone_unknown`, `fiscal_year_invalid`, `weekend_invalid`.
 */
export function checkDetails(details: BusinessDetails): Result<CheckedDetails> {
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
  const calendar = details.calendar ?? DEFAULT_BUSINESS.calendar;
  const fiscalYearStart = details.fiscalYearStart ?? FISCAL_YEAR_START;
  if (!isDayOfEveryYear(fiscalYearStart, calendar)) return refuse('fiscal_year_invalid', 'fiscalYearStart');
  const weekend = [...new Set(details.weekend ?? DEFAULT_BUSINESS.weekendDays)].sort(
    (one, other) => one - other,
  );
  const isWeek = weekend.every((day) => Number.isInteger(day) && day >= 0 && day <= 6);
  // A week of nothing but days off has no working day to count.
  if (!isWeek || weekend.length > 6) return refuse('weekend_invalid', 'weekend');
  return accept({
    slug,
    name,
    kind: details.kind ?? 'shop',
    currency,
    unit,
    zone,
    calendar,
    language: details.language ?? DEFAULT_BUSINESS.language,
    fiscalYearStart,
    weekend,
  });
}

/** MM-DD, and such a day in every year: 30 Esfand and 29 February are not. */
function isDayOfEveryYear(text: string, calendar: Calendar): boolean {
  const parts = /^(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$/.exec(text);
  if (parts === null) return false;
  const [month, day] = [Number(parts[1]), Number(parts[2])];
  if (calendar === 'jalali') return day <= (month <= 6 ? 31 : month <= 11 ? 30 : 29);
  return day <= ([31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0);
}
