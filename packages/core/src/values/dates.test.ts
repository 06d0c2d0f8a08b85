import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type MomentOptions, readMoment } from './dates.ts';
import { jalaliDay, isoDay, showDay } from './days.ts';
import { zoneOf } from './zone.ts';

const TEHRAN: MomentOptions = { zone: 'Asia/Tehran' };

/** The local wall clock of what was read, with its date alone if no time was told; or the refusal's code. */
function outcome(text: string, options: MomentOptions = TEHRAN): string {
  const result = readMoment(text, options);
  if (!result.ok) return result.refusal.code;
  const { at, day, hasTime } = result.value;
  const zone = typeof options.zone === 'string' ? zoneOf(options.zone) : options.zone;
  expect(zone.dayOf(at)).toBe(day);
  if (!hasTime) {
    expect(at).toBe(zone.startOf(day));
    return isoDay(day);
  }
  return new Date(at + zone.offsetAt(at))
    .toISOString()
    .replace('T', ' ')
    .replace('Z', '')
    .replace('.000', '');
}

describe('dates that are read', () => {
  it.each([
    // ISO, with and without an offset
    ['2010-12-01', '2010-12-01'],
    ['2010-12-01 08:26', '2010-12-01 08:26:00'],
    ['2010-12-01 08:26:00', '2010-12-01 08:26:00'],
    ['2010-12-01T08:26:00', '2010-12-01 08:26:00'],
    ['2010-12-01T08:26:00Z', '2010-12-01 11:56:00'],
    ['2010-12-01T08:26:00.123Z', '2010-12-01 11:56:00.123'],
    ['2010-12-01t08:26:00z', '2010-12-01 11:56:00'],
    ['2010-12-01T22:26:00+01:00', '2010-12-02 00:56:00'],
    ['2010-12-01T08:26:00.123456-0500', '2010-12-01 16:56:00.123'],
    ['2010-12-01 08:26:00+00', '2010-12-01 11:56:00'],
    ['2010/12/01 08:26', '2010-12-01 08:26:00'],
    ['2010-12-01  8:26', '2010-12-01 08:26:00'],
    ['20101201', '2010-12-01'],
    ['2010.12.1', '2010-12-01'],
    // Jalali, in Latin, Persian and Arabic digits
    ['1405/1/5', '2026-03-25'],
    ['1405/01/05', '2026-03-25'],
    ['1405-01-05', '2026-03-25'],
    ['14050105', '2026-03-25'],
    ['۱۴۰۵/۰۱/۰۵ ۱۴:۳۰', '2026-03-25 14:30:00'],
    ['١٤٠٥/٠١/٠٥', '2026-03-25'],
    ['\u202A۱۴۰۵/۱/۵\u202C', '2026-03-25'],
    ['14:30 1405/01/05', '2026-03-25 14:30:00'],
    ['۱۴۰۵/۱/۵ - ۱۴:۳۰', '2026-03-25 14:30:00'],
    ['05/01/05', '2026-03-25'],
    ['99/12/29', '2021-03-19'],
    ['5/1/1405', '2026-03-25'],
    ['1403/12/30', '2025-03-20'],
    // Named months, weekdays before and after
    ['۵ فروردین ۱۴۰۵', '2026-03-25'],
    ['چهارشنبه ۵ فروردین ۱۴۰۵', '2026-03-25'],
    ['چهارشنبه، ۵ فروردین ۱۴۰۵', '2026-03-25'],
    ['چهار شنبه ۵ فروردین ماه ۱۴۰۵', '2026-03-25'],
    ['سه‌شنبه ۵ آبان ۱۴۰۴ ساعت ۱۴:۳۰', '2025-10-27 14:30:00'],
    ['۱۴۰۵ فروردین ۱, شنبه', '2026-03-21'],
    ['1 دي 1403', '2024-12-21'],
    ['25 March 2026', '2026-03-25'],
    ['Mar 25, 2026', '2026-03-25'],
    ['25-Mar-2026', '2026-03-25'],
    ['1st June 2020', '2020-06-01'],
    ['۲۵ مه ۲۰۲۶', '2026-05-25'],
    ['5 Farvardin 1405', '2026-03-25'],
    ['Wed, 25 Mar 2026 10:00:00 GMT', '2026-03-25 13:30:00'],
    ['Wed Mar 25 2026 10:00:00 GMT+0330 (Iran Standard Time)', '2026-03-25 10:00:00'],
    // Twelve-hour clocks
    ['1405/1/5 2:30 ب.ظ', '2026-03-25 14:30:00'],
    ['1405/1/5 12:30 AM', '2026-03-25 00:30:00'],
    ['1405/1/5 12:30 PM', '2026-03-25 12:30:00'],
    // Order shown by a part over 12
    ['13/1/2010', '2010-01-13'],
    ['1/13/2010 8:26', '2010-01-13 08:26:00'],
    ['5/5/2010', '2010-05-05'],
    // Excel serials
    ['45000', '2023-03-15'],
    ['45000.5', '2023-03-15 12:00:00'],
    ['40513.3513888889', '2010-12-01 08:26:00'],
    ['45000.9999999', '2023-03-16 00:00:00'],
    // Midnight that does not exist, and a time in that gap
    ['1401/01/02', '2022-03-22'],
    ['1401/01/02 00:30', '2022-03-22 01:00:00'],
    ['1401/06/30 23:30', '2022-09-21 23:30:00'],
  ])('%j is %s', (text, expected) => {
    expect(outcome(text)).toBe(expected);
  });

  it('take the stated order of day and month', () => {
    expect(outcome('12/1/2010 8:26', { ...TEHRAN, dayFirst: false })).toBe('2010-12-01 08:26:00');
    expect(outcome('12/1/2010', { ...TEHRAN, dayFirst: true })).toBe('2010-01-12');
    expect(outcome('12/1/10', { ...TEHRAN, dayFirst: false })).toBe('2010-12-01');
    expect(outcome('1.12.10', { ...TEHRAN, dayFirst: true })).toBe('2010-12-01');
    expect(outcome('5/1/1405', { ...TEHRAN, dayFirst: false })).toBe('2026-03-25');
  });

  it('read the zone they are in', () => {
    const london = readMoment('2010-07-01 08:26:00', { zone: zoneOf('Europe/London') });
    expect(london.ok && new Date(london.value.at).toISOString()).toBe('2010-07-01T07:26:00.000Z');
  });

  it('read what toLocaleString makes of any instant', () => {
    const second = fc.integer({ min: Date.UTC(1930, 0, 1) / 1000, max: Date.UTC(2099, 0, 1) / 1000 });
    const styles: Intl.DateTimeFormatOptions[] = [
      {},
      { dateStyle: 'short' },
      { dateStyle: 'long' },
      { dateStyle: 'full' },
      { dateStyle: 'full', timeStyle: 'medium' },
      { dateStyle: 'long', timeStyle: 'short', hour12: true },
    ];
    const dates = fc.constantFrom(...styles);
    fc.assert(
      fc.property(second, dates, fc.constantFrom('fa-IR', 'en-u-ca-persian'), (seconds, style, locale) => {
        if (locale !== 'fa-IR' && (style.dateStyle === 'short' || style.dateStyle === undefined)) return;
        const at = seconds * 1000;
        const text = new Intl.DateTimeFormat(locale, { ...style, timeZone: 'Asia/Tehran' }).format(at);
        const result = readMoment(text, TEHRAN);
        expect(result.ok ? jalaliDay(result.value.day) : `${text}: ${result.refusal.code}`).toBe(
          jalaliDay(zoneOf('Asia/Tehran').dayOf(at)),
        );
      }),
      { numRuns: 1000 },
    );
  });

  it('read back every day that is shown', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -14_000, max: 47_000 }),
        fc.constantFrom('jalali' as const, 'gregorian' as const),
        fc.constantFrom('fa' as const, 'en' as const),
        fc.constantFrom('short' as const, 'long' as const, 'full' as const),
        (day, calendar, language, style) => {
          expect(outcome(showDay(day, { calendar, language, style }))).toBe(isoDay(day));
        },
      ),
      { numRuns: 1000 },
    );
  });
});

describe('dates that are refused', () => {
  it.each([
    ['', 'date_missing'],
    ['  ', 'date_missing'],
    ['1403-12-31', 'date_does_not_exist'],
    ['1403/12/31', 'date_does_not_exist'],
    ['1404/12/30', 'date_does_not_exist'],
    ['۱۴۰۴/۱۲/۳۰', 'date_does_not_exist'],
    ['2026-02-30', 'date_does_not_exist'],
    ['2026-13-01', 'date_does_not_exist'],
    ['31 شهریور 1404 ', '2025-09-22'],
    ['31 مهر 1404', 'date_does_not_exist'],
    ['12/1/2010', 'date_ambiguous'],
    ['12/1/2010 8:26', 'date_ambiguous'],
    ['12/31/10', 'date_ambiguous'],
    ['0000-00-00', 'date_out_of_range'],
    ['1250/01/01', 'date_out_of_range'],
    ['1600-01-01', 'date_out_of_range'],
    ['2150-01-01', 'date_out_of_range'],
    ['2026-01-01 24:00', 'time_does_not_exist'],
    ['2026-01-01 10:60', 'time_does_not_exist'],
    ['2026-01-01 13:00 PM', 'time_does_not_exist'],
    ['2026-01-01T10:00:00+23:00', 'time_does_not_exist'],
    ['=TODAY()', 'cell_is_formula'],
    ['abc', 'date_unreadable'],
    ['1234', 'date_unreadable'],
    ['99999', 'date_unreadable'],
    ['1405/1', 'date_unreadable'],
    ['1405/1-5', 'date_unreadable'],
    ['فروردین ۱۴۰۵', 'date_unreadable'],
    ['12:30', 'date_unreadable'],
    ['1405/1/5/7', 'date_unreadable'],
    ['1'.repeat(5000), 'date_unreadable'],
  ])('%j: %s', (text, code) => {
    expect(outcome(text)).toBe(code);
  });

  it('obey the stated order even where the other would do', () => {
    expect(outcome('1/13/2010', { ...TEHRAN, dayFirst: true })).toBe('date_does_not_exist');
    expect(outcome('13/1/2010', { ...TEHRAN, dayFirst: false })).toBe('date_does_not_exist');
  });

  it('quote what was written', () => {
    const result = readMoment('۱۴۰۴/۱۲/۳۰', TEHRAN);
    expect(!result.ok && result.refusal.detail).toEqual({ text: '۱۴۰۴/۱۲/۳۰' });
  });

  it('never throw, whatever is typed', () => {
    const typed = fc.string({ unit: fc.constantFrom(...Array.from('0123456789/-.: TZ+،۱۴آذرmar')) });
    fc.assert(
      fc.property(typed, fc.option(fc.boolean(), { nil: undefined }), (text, dayFirst) => {
        const result = readMoment(text, dayFirst === undefined ? TEHRAN : { ...TEHRAN, dayFirst });
        expect(!result.ok || Number.isFinite(result.value.at)).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });
});
