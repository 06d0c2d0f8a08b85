import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Calendar, dayFrom, FIRST_TABLED_DAY, isoDay, jalaliDay, LAST_TABLED_DAY } from './days.ts';
import { exitDay, exitTable, type Window } from './window.ts';

const WINDOWS: readonly Window[] = [
  { days: 90 },
  { days: 1 },
  { months: 1 },
  { months: 12 },
  { months: 5 },
  { years: 1 },
  { years: 4 },
];

describe('exitDay', () => {
  const shahrivar31 = dayFrom('jalali', 1405, 6, 31) ?? 0;
  const leapDay = dayFrom('jalali', 1403, 12, 30) ?? 0;

  it('is n days later, or the same date n months or years later, clamped', () => {
    expect(exitDay(shahrivar31, { days: 90 }, 'jalali')).toBe(shahrivar31 + 90);
    expect(jalaliDay(exitDay(shahrivar31, { months: 1 }, 'jalali'))).toBe('1405/07/30');
    expect(jalaliDay(exitDay(leapDay, { years: 1 }, 'jalali'))).toBe('1404/12/29');
    expect(jalaliDay(exitDay(leapDay, { months: 12 }, 'jalali'))).toBe('1404/12/29');
    expect(isoDay(exitDay(dayFrom('gregorian', 2024, 2, 29) ?? 0, { years: 1 }, 'gregorian'))).toBe(
      '2025-02-28',
    );
  });

  it.each(['jalali', 'gregorian'] as const)('never decreases from day to day, 1900–2100, %s', (calendar) => {
    for (const window of WINDOWS) {
      let last = -Infinity;
      for (let day = FIRST_TABLED_DAY; day <= LAST_TABLED_DAY; day += 1) {
        const exit = exitDay(day, window, calendar);
        if (exit < last || exit <= day)
          expect.fail(`${isoDay(day)} exits ${JSON.stringify(window)} at ${exit}`);
        last = exit;
      }
    }
  });
});

describe('exitTable', () => {
  it('gives what exitDay gives, the first time and again, also outside its table', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: FIRST_TABLED_DAY - 5000, max: LAST_TABLED_DAY + 5000 }),
        fc.constantFrom(...WINDOWS),
        fc.constantFrom<Calendar>('jalali', 'gregorian'),
        (day, window, calendar) => {
          const table = exitTable(window, calendar);
          expect(table(day)).toBe(exitDay(day, window, calendar));
          expect(table(day)).toBe(exitDay(day, window, calendar));
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('stays right when more windows are used than it remembers', () => {
    for (let months = 1; months <= 80; months += 1) {
      expect(exitTable({ months }, 'jalali')(20_000)).toBe(exitDay(20_000, { months }, 'jalali'));
    }
    expect(exitTable({ months: 1 }, 'jalali')(20_000)).toBe(exitDay(20_000, { months: 1 }, 'jalali'));
  });
});
