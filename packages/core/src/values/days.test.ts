import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MONTH_NAMES, WEEKDAY_NAMES } from './calendar-names.ts';
import {
  addMonths,
  type Calendar,
  dateOf,
  type Day,
  dayFrom,
  FIRST_TABLED_DAY,
  isoDay,
  readIsoDay,
  jalaliDay,
  LAST_TABLED_DAY,
  monthLength,
  MS_PER_DAY,
  showDay,
  showMonth,
  startOfMonth,
  startOfYear,
  weekday,
} from './days.ts';

const anyDay = fc.integer({ min: FIRST_TABLED_DAY, max: LAST_TABLED_DAY });
const calendars = fc.constantFrom<Calendar>('jalali', 'gregorian');

function jalali(year: number, month: number, day: number): Day {
  const found = dayFrom('jalali', year, month, day);
  if (found === null) throw new Error(`${year}/${month}/${day} does not exist`);
  return found;
}

describe('Jalali days', () => {
  it.each([
    [1399, '2020-03-20'],
    [1400, '2021-03-21'],
    [1401, '2022-03-21'],
    [1402, '2023-03-21'],
    [1403, '2024-03-20'],
    [1404, '2025-03-21'],
    [1405, '2026-03-21'],
    [1406, '2027-03-21'],
    [1407, '2028-03-20'],
    [1408, '2029-03-20'],
    [1409, '2030-03-21'],
  ])('1 Farvardin %i is %s', (year, iso) => {
    expect(isoDay(jalali(year, 1, 1))).toBe(iso);
    expect(readIsoDay(iso)).toBe(jalali(year, 1, 1));
  });

  it.each(['2025-02-29', '2025-13-01', '2025-1-1', '۲۰۲۵-۰۱-۰۱', '2025-01-01T00', ''])(
    'read no day from %j',
    (text) => {
      expect(readIsoDay(text)).toBeNull();
    },
  );

  it('know the leap years of 1399–1412', () => {
    const leap = Array.from({ length: 14 }, (_, index) => 1399 + index).filter(
      (year) => monthLength('jalali', year, 12) === 30,
    );
    expect(leap).toEqual([1399, 1403, 1408, 1412]);
  });

  it('exist or do not', () => {
    expect(isoDay(jalali(1403, 12, 30))).toBe('2025-03-20');
    expect(dayFrom('jalali', 1404, 12, 30)).toBeNull();
    expect(dayFrom('jalali', 1403, 12, 31)).toBeNull();
    expect(dayFrom('jalali', 1403, 7, 31)).toBeNull();
    expect(dayFrom('jalali', 1403, 13, 1)).toBeNull();
    expect(dayFrom('jalali', 1403, 0, 1)).toBeNull();
    expect(dayFrom('jalali', 4000, 1, 1)).toBeNull();
    expect(dayFrom('jalali', 1403.5, 1, 1)).toBeNull();
    expect(dayFrom('gregorian', 2025, 2, 29)).toBeNull();
    expect(dayFrom('gregorian', 1900, 2, 29)).toBeNull();
    expect(dayFrom('gregorian', 2000, 2, 29)).toBe(11_016);
    expect(dayFrom('gregorian', 2024, 4, 31)).toBeNull();
    expect(dayFrom('gregorian', 1970, 1, 1)).toBe(0);
  });

  it('make the quarters of 1405 93, 93, 90 and 89 days long', () => {
    const starts = [jalali(1405, 1, 1), jalali(1405, 4, 1), jalali(1405, 7, 1), jalali(1405, 10, 1)];
    expect(starts.map(isoDay)).toEqual(['2026-03-21', '2026-06-22', '2026-09-23', '2026-12-22']);
    const ends = [...starts.slice(1), jalali(1406, 1, 1)];
    expect(ends.map((end, index) => end - (starts[index] ?? 0))).toEqual([93, 93, 90, 89]);
  });

  it('agree with Intl on every day from 1900 to 2100', () => {
    const intl = new Intl.DateTimeFormat('en-US-u-ca-persian-nu-latn', {
      timeZone: 'UTC',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
    });
    for (let day = FIRST_TABLED_DAY; day <= LAST_TABLED_DAY; day += 1) {
      const [month, date, year] = intl.format(day * MS_PER_DAY).split(/[/ ]/);
      const ours = dateOf(day, 'jalali');
      if (ours.year !== Number(year) || ours.month !== Number(month) || ours.day !== Number(date)) {
        expect.fail(`${isoDay(day)} is ${jalaliDay(day)} here and ${year}/${month}/${date} in Intl`);
      }
    }
  });
});

describe('days of both calendars', () => {
  it('come back from their dates, and follow one another', () => {
    fc.assert(
      fc.property(anyDay, calendars, (day, calendar) => {
        const date = dateOf(day, calendar);
        expect(dayFrom(calendar, date.year, date.month, date.day)).toBe(day);
        expect(dateOf(day, calendar)).toEqual(date);
        const first = startOfMonth(day, calendar);
        expect(dateOf(first, calendar)).toEqual({ ...date, day: 1 });
        expect(dateOf(startOfYear(day, calendar), calendar)).toEqual({ year: date.year, month: 1, day: 1 });
        expect(addMonths(first, 1, calendar) - first).toBe(monthLength(calendar, date.year, date.month));
      }),
      { numRuns: 1000 },
    );
  });

  it('work outside the tabled years too', () => {
    expect(jalaliDay(dayFrom('gregorian', 1890, 1, 1) ?? 0)).toBe('1268/10/11');
    expect(jalaliDay(LAST_TABLED_DAY + 1)).toBe('1479/10/11');
    expect(isoDay(dayFrom('gregorian', 1, 1, 1) ?? 0)).toBe('0001-01-01');
  });

  it('clamp when months are added', () => {
    expect(jalaliDay(addMonths(jalali(1405, 6, 31), 1, 'jalali'))).toBe('1405/07/30');
    expect(jalaliDay(addMonths(jalali(1403, 12, 30), 12, 'jalali'))).toBe('1404/12/29');
    expect(jalaliDay(addMonths(jalali(1405, 1, 31), -1, 'jalali'))).toBe('1404/12/29');
    expect(jalaliDay(addMonths(jalali(1405, 2, 10), -14, 'jalali'))).toBe('1403/12/10');
    const leap = dayFrom('gregorian', 2024, 2, 29) ?? 0;
    expect(isoDay(addMonths(leap, 12, 'gregorian'))).toBe('2025-02-28');
    expect(isoDay(addMonths(leap, -1, 'gregorian'))).toBe('2024-01-29');
  });

  it('count the week from Saturday', () => {
    expect(weekday(jalali(1405, 1, 1))).toBe(0);
    expect(weekday(0)).toBe(5);
    expect(weekday(-1)).toBe(4);
    expect(weekday(jalali(1405, 1, 7))).toBe(6);
  });
});

/** Intl writes مهٔ where people write مه. */
function plain(name: string): string {
  return name.replaceAll('\u0654', '');
}

describe('days as people read them', () => {
  const day = jalali(1405, 1, 5);

  it.each([
    ['jalali', 'fa', 'short', '۱۴۰۵/۰۱/۰۵'],
    ['jalali', 'fa', 'long', '۵ فروردین ۱۴۰۵'],
    ['jalali', 'fa', 'full', 'چهارشنبه ۵ فروردین ۱۴۰۵'],
    ['jalali', 'en', 'short', '1405/01/05'],
    ['jalali', 'en', 'full', 'Wednesday, 5 Farvardin 1405'],
    ['gregorian', 'fa', 'short', '۲۰۲۶/۰۳/۲۵'],
    ['gregorian', 'fa', 'full', 'چهارشنبه ۲۵ مارس ۲۰۲۶'],
    ['gregorian', 'en', 'short', '2026-03-25'],
    ['gregorian', 'en', 'long', '25 March 2026'],
  ] as const)('%s, %s, %s: %s', (calendar, language, style, shown) => {
    expect(showDay(day, { calendar, language, style })).toBe(shown);
  });

  it('have a month and two machine forms', () => {
    expect(showMonth(day, { calendar: 'jalali', language: 'fa' })).toBe('فروردین ۱۴۰۵');
    expect(showMonth(day, { calendar: 'gregorian', language: 'en' })).toBe('March 2026');
    expect(isoDay(day)).toBe('2026-03-25');
    expect(jalaliDay(day)).toBe('1405/01/05');
  });

  it('use the names that Intl uses', () => {
    for (const calendar of ['jalali', 'gregorian'] as const) {
      for (const language of ['fa', 'en'] as const) {
        const ca = calendar === 'jalali' ? 'persian' : 'gregory';
        const intl = new Intl.DateTimeFormat(`${language}-u-ca-${ca}`, { timeZone: 'UTC', month: 'long' });
        const names = MONTH_NAMES[calendar][language].map((_, index) =>
          plain(
            intl.format(
              (dayFrom(calendar, calendar === 'jalali' ? 1400 : 2020, index + 1, 5) ?? 0) * MS_PER_DAY,
            ),
          ),
        );
        expect(MONTH_NAMES[calendar][language]).toEqual(names);
      }
    }
    for (const language of ['fa', 'en'] as const) {
      const intl = new Intl.DateTimeFormat(language, { timeZone: 'UTC', weekday: 'long' });
      const names = WEEKDAY_NAMES[language].map((_, index) => intl.format((index + 2) * MS_PER_DAY));
      expect(WEEKDAY_NAMES[language]).toEqual(names);
    }
  });
});
