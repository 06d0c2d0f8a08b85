import { dateOf, type Day, dayFrom } from '../../values/index.ts';

/** An official day off in Iran that falls on the same Jalali date every year. */
export interface SolarHoliday {
  readonly month: number;
  readonly day: number;
  readonly name: { readonly fa: string; readonly en: string };
}

/**
 * The days off of the official calendar of Iran that follow the sun. Those that follow the moon (Ashura, Fitr and so on)
 * are announced by sighting: no table can promise them, so a business enters them year by year.
 */
export const SOLAR_HOLIDAYS: readonly SolarHoliday[] = [
  { month: 1, day: 1, name: { fa: 'نوروز', en: 'Nowruz' } },
  { month: 1, day: 2, name: { fa: 'عید نوروز', en: 'Nowruz, second day' } },
  { month: 1, day: 3, name: { fa: 'عید نوروز', en: 'Nowruz, third day' } },
  { month: 1, day: 4, name: { fa: 'عید نوروز', en: 'Nowruz, fourth day' } },
  { month: 1, day: 12, name: { fa: 'روز جمهوری اسلامی', en: 'Islamic Republic Day' } },
  { month: 1, day: 13, name: { fa: 'روز طبیعت', en: 'Nature Day' } },
  { month: 3, day: 14, name: { fa: 'رحلت امام خمینی', en: 'Passing of Imam Khomeini' } },
  { month: 3, day: 15, name: { fa: 'قیام ۱۵ خرداد', en: 'Uprising of 15 Khordad' } },
  { month: 11, day: 22, name: { fa: 'پیروزی انقلاب اسلامی', en: 'Victory of the Revolution' } },
  { month: 12, day: 29, name: { fa: 'ملی‌شدن صنعت نفت', en: 'Nationalisation of Oil' } },
];

const byDate = new Map(SOLAR_HOLIDAYS.map((one) => [one.month * 32 + one.day, one]));

/** The official solar day off on this day, or null. */
export function solarHoliday(day: Day): SolarHoliday | null {
  const { month, day: date } = dateOf(day, 'jalali');
  return byDate.get(month * 32 + date) ?? null;
}

/** The official solar days off of a Jalali year, in their order. */
export function solarHolidaysOf(
  year: number,
): readonly { readonly day: Day; readonly name: SolarHoliday['name'] }[] {
  return SOLAR_HOLIDAYS.flatMap(({ month, day, name }) => {
    const found = dayFrom('jalali', year, month, day);
    return found === null ? [] : [{ day: found, name }];
  });
}
