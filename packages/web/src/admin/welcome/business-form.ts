import { type Calendar, DEFAULT_BUSINESS, type Language, type MoneyUnit } from '@nardeban/core/values';
import type { BusinessSettings } from '../../api/coming-in-queries.ts';

export type BusinessKind = BusinessSettings['kind'];
export const KINDS = [
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
] as const satisfies readonly BusinessKind[];

/** What the form about a business holds; what is sent is made from it by `detailsOf`. */
export interface BusinessForm {
  readonly name: string;
  readonly kind: BusinessKind;
  readonly currency: string;
  readonly unit: MoneyUnit;
  readonly zone: string;
  readonly calendar: Calendar;
  readonly language: Language;
  readonly fiscalYearStart: string;
  readonly weekend: readonly number[];
}

/** A form for somebody who reads this language, where their clock stands. */
export function newBusinessForm(language: Language): BusinessForm {
  const isPersian = language === 'fa';
  const { currency, unit, calendar, weekendDays } = DEFAULT_BUSINESS;
  return {
    name: '',
    kind: 'shop',
    ...(isPersian ? { currency, unit, calendar } : { currency: 'EUR', unit: 'major', calendar: 'gregorian' }),
    zone: isPersian ? DEFAULT_BUSINESS.zone : Intl.DateTimeFormat().resolvedOptions().timeZone,
    language,
    fiscalYearStart: '01-01',
    // Saturday and Sunday.
    weekend: isPersian ? weekendDays : [0, 1],
  };
}

export function detailsOf(form: BusinessForm) {
  return { ...form, name: form.name.trim(), weekend: [...form.weekend] };
}
