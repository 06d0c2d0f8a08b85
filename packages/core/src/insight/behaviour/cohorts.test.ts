import { describe, expect, test } from 'vitest';
import { dayFrom, monthName, type Calendar } from '../../values/index.ts';
import { cohortWalk } from './cohorts.ts';
import { buyer, order } from './testing-buyers.ts';

function jalali(month: number, day: number, year = 1404): number {
  return dayFrom('jalali', year, month, day) ?? Number.NaN;
}

/** As an owner would draw it: a row for each month of the first order. */
function table(walk: ReturnType<typeof cohortWalk>, calendar: Calendar = 'jalali'): string[] {
  return walk
    .result()
    .cohorts.map(
      ({ month, size, periods }) =>
        `${monthName(month, calendar, 'en')} ${size}: ${periods
          .map(({ people, cumulative, complete }) => `${people} ${cumulative}${complete ? '' : '…'}`)
          .join(' | ')}`,
    );
}

describe('a shop from Farvardin to the middle of Tir', () => {
  const walk = cohortWalk({ asOf: jalali(4, 15), calendar: 'jalali' });
  walk.take(
    buyer('a', [order(jalali(1, 5)), order(jalali(1, 31)), order(jalali(3, 1)), order(jalali(4, 2))]),
  );
  walk.take(buyer('b', [order(jalali(1, 31)), order(jalali(2, 1), { amount: 300, returned: 200 })]));
  walk.take(buyer('c', [order(jalali(2, 10))]));
  walk.take(buyer('d', [order(jalali(2, 31)), order(jalali(3, 1)), order(jalali(3, 1))]));
  walk.take(buyer('e', [order(jalali(5, 1))]));

  test('follows each month of first orders, and marks the month that goes on', () => {
    expect(table(walk)).toEqual([
      'Farvardin 2: 2 300 | 1 400 | 1 500 | 1 600…',
      'Ordibehesht 2: 2 200 | 1 400 | 0 400…',
    ]);
  });

  test('puts them together over those that saw the whole month', () => {
    expect(walk.result().together).toEqual([
      { month: 0, of: 4, people: 4, retention: 1, perPerson: 125 },
      { month: 1, of: 4, people: 2, retention: 0.5, perPerson: 200 },
      { month: 2, of: 2, people: 1, retention: 0.5, perPerson: 250 },
    ]);
  });

  test('says of which months some may be older than they look', () => {
    const { firstSeen, ninthGap, cohorts } = walk.result();
    expect(firstSeen).toBe(jalali(1, 5));
    expect(ninthGap).toBe(32);
    expect(cohorts.map(({ mayBeOlder }) => mayBeOlder)).toEqual([true, true]);
  });
});

test('the last month is whole on its last day, and those of long ago are counted apart', () => {
  const walk = cohortWalk({ asOf: jalali(4, 31), calendar: 'jalali' });
  walk.take(buyer('a', [order(jalali(4, 1))]));
  walk.take(buyer('old', [order(jalali(1, 1, 1390)), order(jalali(4, 1))]));
  expect(table(walk)).toEqual(['Tir 1: 1 100']);
  expect(walk.result()).toMatchObject({
    people: 2,
    earlier: 1,
    cohorts: [{ complete: true, mayBeOlder: false }],
  });
});

test('a business that counts in Gregorian months has them', () => {
  const day = (month: number, date: number): number => dayFrom('gregorian', 2025, month, date) ?? Number.NaN;
  const walk = cohortWalk({ asOf: day(2, 28), calendar: 'gregorian' });
  walk.take(buyer('a', [order(day(1, 31)), order(day(2, 1))]));
  expect(table(walk, 'gregorian')).toEqual(['January 1: 1 100 | 1 200']);
});
