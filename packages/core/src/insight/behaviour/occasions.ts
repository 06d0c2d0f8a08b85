import { z } from 'zod';
import { dateOf, weekday, type Calendar, type Day } from '../../values/index.ts';
import { lunarDate, lunarDateAfter } from './lunar.ts';

export const occasionSchema = z.enum([
  'nowruz',
  'back-to-school',
  'yalda',
  'new-year',
  'valentine',
  'black-friday',
  'christmas',
  'muharram',
  'arbaeen',
  'mothers-day',
  'fathers-day',
  'ramadan',
  'eid-al-fitr',
  'eid-al-adha',
  'ghadir',
]);
export type Occasion = z.infer<typeof occasionSchema>;

export const occasionNames: Readonly<Record<Occasion, { readonly fa: string; readonly en: string }>> = {
  nowruz: { fa: 'نوروز', en: 'Nowruz' },
  'back-to-school': { fa: 'بازگشایی مدرسه‌ها', en: 'Back to school' },
  yalda: { fa: 'شب یلدا', en: 'Yalda night' },
  'new-year': { fa: 'سال نوی میلادی', en: 'New Year' },
  valentine: { fa: 'ولنتاین', en: 'Valentine’s Day' },
  'black-friday': { fa: 'جمعهٔ سیاه', en: 'Black Friday' },
  christmas: { fa: 'کریسمس', en: 'Christmas' },
  muharram: { fa: 'دههٔ اول محرم', en: 'Muharram to Ashura' },
  arbaeen: { fa: 'اربعین', en: 'Arbaeen' },
  'mothers-day': { fa: 'روز مادر', en: 'Mother’s Day (Iran)' },
  'fathers-day': { fa: 'روز پدر', en: 'Father’s Day (Iran)' },
  ramadan: { fa: 'رمضان', en: 'Ramadan' },
  'eid-al-fitr': { fa: 'عید فطر', en: 'Eid al-Fitr' },
  'eid-al-adha': { fa: 'عید قربان', en: 'Eid al-Adha' },
  ghadir: { fa: 'عید غدیر', en: 'Eid al-Ghadir' },
};

interface Rule {
  readonly in: Calendar | 'lunar';
  readonly month: number;
  readonly day: number;
  /** Days; Ramadan lasts as long as its month. */
  readonly length: number;
  /** Asked of businesses with this calendar only. */
  readonly only?: Calendar;
}

const rules: Readonly<Record<Occasion, Rule>> = {
  nowruz: { in: 'jalali', month: 1, day: 1, length: 13 },
  'back-to-school': { in: 'jalali', month: 7, day: 1, length: 1, only: 'jalali' },
  yalda: { in: 'jalali', month: 9, day: 30, length: 1, only: 'jalali' },
  'new-year': { in: 'gregorian', month: 1, day: 1, length: 1, only: 'gregorian' },
  valentine: { in: 'gregorian', month: 2, day: 14, length: 1 },
  // The Friday after the fourth Thursday of November is the one from the 23rd to the 29th.
  'black-friday': { in: 'gregorian', month: 11, day: 23, length: 1 },
  christmas: { in: 'gregorian', month: 12, day: 25, length: 2, only: 'gregorian' },
  muharram: { in: 'lunar', month: 1, day: 1, length: 10 },
  arbaeen: { in: 'lunar', month: 2, day: 20, length: 1, only: 'jalali' },
  'mothers-day': { in: 'lunar', month: 6, day: 20, length: 1, only: 'jalali' },
  'fathers-day': { in: 'lunar', month: 7, day: 13, length: 1, only: 'jalali' },
  ramadan: { in: 'lunar', month: 9, day: 1, length: 29 },
  'eid-al-fitr': { in: 'lunar', month: 10, day: 1, length: 2 },
  'eid-al-adha': { in: 'lunar', month: 12, day: 10, length: 1 },
  ghadir: { in: 'lunar', month: 12, day: 18, length: 1, only: 'jalali' },
};

/** One coming of an occasion: its first day, and how many it lasts. */
export interface Coming {
  readonly day: Day;
  readonly length: number;
}

/** Whether it moves through the year of the sun. */
export function isLunar(occasion: Occasion): boolean {
  return rules[occasion].in === 'lunar';
}

/** Every coming that begins from `from` to `until`, of the occasions a business with this calendar asks for. */
export function comingsOf(
  from: Day,
  until: Day,
  calendar: Calendar,
): ReadonlyMap<Occasion, readonly Coming[]> {
  const asked = occasionSchema.options.filter((key) => (rules[key].only ?? calendar) === calendar);
  const comings = new Map(asked.map((key): [Occasion, Coming[]] => [key, []]));
  let lunar = lunarDate(from - 1);
  for (let day = from; day <= until; day++) {
    lunar = lunarDateAfter(lunar, day);
    const dates = {
      jalali: dateOf(day, 'jalali'),
      gregorian: dateOf(day, 'gregorian'),
      lunar,
    };
    for (const [occasion, found] of comings) {
      const rule = rules[occasion];
      const date = dates[rule.in];
      if (date.month !== rule.month) continue;
      if (occasion === 'black-friday' ? isBlackFriday(day, date.day) : date.day === rule.day)
        found.push({ day, length: occasion === 'ramadan' ? ramadanFrom(day) : rule.length });
    }
  }
  return comings;
}

const FRIDAY = 6;

function isBlackFriday(day: Day, date: number): boolean {
  return date >= 23 && date <= 29 && weekday(day) === FRIDAY;
}

function ramadanFrom(day: Day): number {
  return lunarDate(day + 29).day === 30 ? 30 : 29;
}
