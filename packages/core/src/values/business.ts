import type { Calendar } from './days.ts';
import type { Language } from './language.ts';
import type { MoneyUnit } from './money.ts';

/** How a business counts days: its IANA time zone, and the calendar its months and years follow. */
export interface BusinessCalendar {
  readonly zone: string;
  readonly calendar: Calendar;
}

/** What a business's amounts are in: an ISO 4217 code, and the unit people write and read. */
export interface BusinessMoney {
  readonly currency: string;
  readonly unit: MoneyUnit;
}

export interface BusinessSettings extends BusinessCalendar, BusinessMoney {
  readonly language: Language;
  /** Days off, Saturday 0 … Friday 6. */
  readonly weekendDays: readonly number[];
}

/** What a new business starts with: an Iranian shop that prices in toman and rests on Friday. */
export const DEFAULT_BUSINESS: BusinessSettings = {
  zone: 'Asia/Tehran',
  calendar: 'jalali',
  currency: 'IRR',
  unit: 'toman',
  language: 'fa',
  weekendDays: [6],
};
