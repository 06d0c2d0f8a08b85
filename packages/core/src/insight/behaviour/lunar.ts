import { MS_PER_DAY, type Day } from '../../values/index.ts';

/** Muharram is month 1. */
export interface LunarDate {
  readonly month: number;
  readonly day: number;
}

/**
 * The lunar Hijri date of a day by the Umm al-Qura calendar, which is calculated and known for 1300 to 1600 AH. Iran and
 * others announce months by sight of the moon: their first day is often one later, seldom the same or two later.
 */
export function lunarDate(day: Day): LunarDate {
  let date = { month: 0, day: 0 };
  for (const { type, value } of lunarFormat.formatToParts(day * MS_PER_DAY)) {
    if (type === 'month') date = { ...date, month: Number(value) };
    if (type === 'day') date = { ...date, day: Number(value) };
  }
  return date;
}

/** The date of `day`, when that of the day before is known: a month has at least 29 days, so most need no calendar. */
export function lunarDateAfter({ month, day: date }: LunarDate, day: Day): LunarDate {
  return date < 29 ? { month, day: date + 1 } : lunarDate(day);
}

const lunarFormat = new Intl.DateTimeFormat('en-u-ca-islamic-umalqura-nu-latn', {
  timeZone: 'UTC',
  month: 'numeric',
  day: 'numeric',
});
