import {
  type Calendar,
  dateOf,
  type Day,
  dayFrom,
  type Instant,
  type Language,
  monthName,
  type MoneyUnit,
  readMoment,
  showDay,
  showMonth,
  showMoney,
  toPersianDigits,
  zoneOf,
} from '@nardeban/core/values';
import { type DigitsChoice, digitsChoice, inDigits } from './digits.ts';
import { showChange, showNumber, showShare } from './numbers.ts';
import { wallClockOf } from './wall-clock.ts';

/** How a business counts its days and its money. */
export interface Manner {
  readonly calendar: Calendar;
  readonly zone: string;
  readonly currency: string;
  readonly unit: MoneyUnit;
}

type DayStyle = 'short' | 'long' | 'full';

/** Days, moments, amounts and numbers as one business's people read them in one language. */
export interface Speech extends Manner {
  readonly language: Language;
  /** What was chosen when this was made: with another choice there is another speech, and all is said anew. */
  readonly digits: DigitsChoice;
  readonly number: (value: number) => string;
  readonly share: (share: number) => string;
  readonly change: (change: number) => string;
  readonly money: (minor: number) => string;
  readonly words: (words: { readonly fa: string; readonly en: string }) => string;
  readonly day: (day: Day, style?: DayStyle) => string;
  readonly month: (day: Day) => string;
  /** «۵ فروردین», where the year is plain from its surroundings. */
  readonly dayInYear: (at: Instant) => string;
  readonly dayOf: (at: Instant) => Day;
  readonly date: (at: Instant, style?: DayStyle) => string;
  readonly time: (at: Instant) => string;
  /** The day of a written date in either calendar and any digits; null if it is none. */
  readonly readDay: (text: string) => Day | null;
}

export function speechOf(manner: Manner, language: Language): Speech {
  const { calendar } = manner;
  const clock = wallClockOf(manner.zone);
  const day = (one: Day, style: DayStyle = 'long') =>
    inDigits(showDay(one, { calendar, language, style }), language);
  return {
    ...manner,
    language,
    digits: digitsChoice(),
    number: (value) => showNumber(value, language),
    share: (share) => showShare(share, language),
    change: (change) => showChange(change, language),
    money: (minor) =>
      inDigits(showMoney(minor, { currency: manner.currency, unit: manner.unit, language }), language),
    words: (words) => words[language],
    day,
    month: (one) => inDigits(showMonth(one, { calendar, language }), language),
    dayInYear: (at) => {
      const date = dateOf(clock.dayOf(at), calendar);
      return `${showNumber(date.day, language)} ${monthName(date.month, calendar, language)}`;
    },
    dayOf: (at) => clock.dayOf(at),
    date: (at, style) => day(clock.dayOf(at), style),
    time: (at) => showTime(clock.timeOf(at), language),
    readDay: (text) => {
      const read = readMoment(text, { zone: zoneOf(manner.zone) });
      return read.ok ? read.value.day : null;
    },
  };
}

/** The day an address speaks of (`2026-03-25`), or null when there is none such. */
export function dayOfAddress(iso: string | undefined): Day | null {
  const parts = /^([0-9]{4})-([0-9]{2})-([0-9]{2})$/.exec(iso ?? '');
  return parts === null ? null : dayFrom('gregorian', Number(parts[1]), Number(parts[2]), Number(parts[3]));
}

function showTime(msOfDay: number, language: Language): string {
  const minutes = Math.floor(msOfDay / 60_000);
  const shown = `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
  return inDigits(language === 'fa' ? toPersianDigits(shown) : shown, language);
}
