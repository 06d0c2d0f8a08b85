import { describe, expect, it } from 'vitest';
import { type BusinessCalendar, dayFrom, isoDay, jalaliDay, zoneOf } from '../../values/index.ts';
import { anniversariesOf, dayOfTrait } from './anniversaries.ts';
import { lasting } from './instants.ts';
import type { Expiry } from '../wallet.ts';

const tehran: BusinessCalendar = { zone: 'Asia/Tehran', calendar: 'jalali' };
const zone = zoneOf(tehran.zone);
const jalali = (year: number, month: number, day: number): number =>
  dayFrom('jalali', year, month, day) ?? NaN;
/** Half past two in the afternoon of 30 Aban 1405. */
const bought = zone.at(jalali(1405, 8, 30), 14.5 * 3_600_000);

/** The first day on which it can be spent and the last, as Jalali dates. */
function days(vesting: number, expiry: Expiry, at = bought): [string, string | null] {
  const { availableFrom, expiresAt } = lasting(at, vesting, expiry, tehran);
  // The end is the first instant of the day after the last.
  if (expiresAt !== null) expect(expiresAt).toBe(zone.startOf(zone.dayOf(expiresAt)));
  return [
    jalaliDay(zone.dayOf(availableFrom)),
    expiresAt === null ? null : jalaliDay(zone.dayOf(expiresAt - 1)),
  ];
}

describe('how long what was earned lasts', () => {
  it.each<[string, number, Expiry, string, string | null]>([
    ['at once and for ever', 0, { kind: 'never' }, '1405/08/30', null],
    ['twenty-five days later', 25, { kind: 'never' }, '1405/09/25', null],
    ['180 days', 0, { kind: 'after', unit: 'day', count: 180 }, '1405/08/30', '1406/02/30'],
    ['180 days after it vests', 25, { kind: 'after', unit: 'day', count: 180 }, '1405/09/25', '1406/03/24'],
    ['a year', 0, { kind: 'after', unit: 'month', count: 12 }, '1405/08/30', '1406/08/30'],
    [
      'a month too short for the day',
      0,
      { kind: 'after', unit: 'month', count: 4 },
      '1405/08/30',
      '1405/12/29',
    ],
    ['to a day of the year', 0, { kind: 'fixed', day: '12-29' }, '1405/08/30', '1405/12/29'],
    [
      'to the 30th of Esfand of a year that has none',
      0,
      { kind: 'fixed', day: '12-30' },
      '1405/08/30',
      '1405/12/29',
    ],
    [
      'to a day of the year at least so far off',
      0,
      { kind: 'fixed', day: '12-29', least: 120 },
      '1405/08/30',
      '1406/12/29',
    ],
    [
      'to the end of the season',
      0,
      { kind: 'period', unit: 'quarter', after: 0 },
      '1405/08/30',
      '1405/09/30',
    ],
    [
      'to the end of the next season',
      0,
      { kind: 'period', unit: 'quarter', after: 1 },
      '1405/08/30',
      '1405/12/29',
    ],
    [
      'to the end of the month it vests in',
      25,
      { kind: 'period', unit: 'month', after: 0 },
      '1405/09/25',
      '1405/09/30',
    ],
    [
      'to the end of the next leap year',
      0,
      { kind: 'period', unit: 'year', after: 3 },
      '1405/08/30',
      '1408/12/30',
    ],
    ['rolling', 0, { kind: 'rolling', days: 90 }, '1405/08/30', '1405/11/30'],
  ])('%s', (_what, vesting, expiry, from, to) => {
    expect(days(vesting, expiry)).toEqual([from, to]);
  });

  it('what waits no day is there at the very instant, what waits from the start of its day', () => {
    expect(lasting(bought, 0, { kind: 'never' }, tehran).availableFrom).toBe(bought);
    expect(lasting(bought, 1, { kind: 'never' }, tehran).availableFrom).toBe(
      zone.startOf(jalali(1405, 9, 1)),
    );
  });

  it('counts whole days of the zone, not times of 24 hours', () => {
    const lateAtNight = zone.at(jalali(1405, 8, 30), 23.99 * 3_600_000);
    expect(days(1, { kind: 'after', unit: 'day', count: 1 }, lateAtNight)).toEqual([
      '1405/09/01',
      '1405/09/02',
    ]);
  });
});

describe('birthdays in the Jalali calendar', () => {
  const found = (birth: string, from: number, to: number): string[] =>
    anniversariesOf(dayOfTrait(birth) ?? NaN, from, to, 'jalali').map(
      ({ day, year }) => `${year}: ${jalaliDay(day)}`,
    );

  it('who was born on 30 Esfand has it on 29 Esfand of common years and on the 30th of leap years', () => {
    // 1375/12/30 is 1997-03-20.
    expect(jalaliDay(dayOfTrait('1997-03-20') ?? NaN)).toBe('1375/12/30');
    expect(found('1997-03-20', jalali(1402, 1, 1), jalali(1405, 12, 29))).toEqual([
      '1402: 1402/12/29',
      '1403: 1403/12/30',
      '1404: 1404/12/29',
      '1405: 1405/12/29',
    ]);
  });

  it('comes once a year of the calendar, both ends of the stretch included', () => {
    const birth = isoDay(jalali(1370, 1, 1));
    expect(found(birth, jalali(1404, 1, 1), jalali(1405, 1, 1))).toEqual([
      '1404: 1404/01/01',
      '1405: 1405/01/01',
    ]);
    expect(found(birth, jalali(1404, 1, 2), jalali(1404, 12, 29))).toEqual([]);
  });

  it('the day of birth itself is none, nor is one before it', () => {
    expect(found('2020-05-05', jalali(1390, 1, 1), jalali(1400, 1, 1))).toEqual(
      ['1400: 1400/02/16'].slice(1),
    );
    expect(found('2020-05-05', jalali(1399, 1, 1), jalali(1400, 12, 29))).toEqual(['1400: 1400/02/16']);
  });

  it('reads no birthday from what is no date', () => {
    expect([
      dayOfTrait('2025-02-29'),
      dayOfTrait('soon'),
      dayOfTrait(19970320),
      dayOfTrait('1375/12/30'),
    ]).toEqual([null, null, null, null]);
  });
});
