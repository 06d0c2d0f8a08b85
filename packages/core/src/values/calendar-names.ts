import type { Language } from './language.ts';

/** The two calendars a business may count its months in. */
export type Calendar = 'jalali' | 'gregorian';

/** Month names, first month first. `Intl` knows them too, but only inside dates whose order it gets wrong. */
export const MONTH_NAMES: Readonly<Record<Calendar, Readonly<Record<Language, readonly string[]>>>> = {
  jalali: {
    fa: 'فروردین اردیبهشت خرداد تیر مرداد شهریور مهر آبان آذر دی بهمن اسفند'.split(' '),
    en: 'Farvardin Ordibehesht Khordad Tir Mordad Shahrivar Mehr Aban Azar Dey Bahman Esfand'.split(' '),
  },
  gregorian: {
    fa: 'ژانویه فوریه مارس آوریل مه ژوئن ژوئیه اوت سپتامبر اکتبر نوامبر دسامبر'.split(' '),
    en: 'January February March April May June July August September October November December'.split(' '),
  },
};

/** Weekday names, Saturday first. */
export const WEEKDAY_NAMES: Readonly<Record<Language, readonly string[]>> = {
  fa: ['شنبه', 'یکشنبه', 'دوشنبه', 'سه‌شنبه', 'چهارشنبه', 'پنجشنبه', 'جمعه'],
  en: ['Saturday', 'Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'],
};
