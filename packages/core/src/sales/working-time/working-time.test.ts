import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { holdsFor } from '../../testing/properties.ts';
import { dayFrom, type Day, isoDay, zoneOf } from '../../values/index.ts';
import { calendarInTime, type Hours, isWorkingDay, type WorkingCalendar } from './calendar.ts';
import { checkWorkingHours, defaultWorkingHours, workingCalendar, type WorkingHours } from './hours.ts';
import { solarHolidaysOf } from './iranian-holidays.ts';
import { isClosed, whenDue } from './when-due.ts';
import {
  addWorkingDays,
  addWorkingTime,
  isWorking,
  nextWorkingMoment,
  workingMinutesBetween,
} from './working-time.ts';

const SHOP: WorkingHours = {
  ...defaultWorkingHours({ zone: 'Asia/Tehran', calendar: 'jalali', weekend: [6] }),
  week: [
    ...Array.from({ length: 5 }, (): [number, number][] => [
      [540, 780],
      [960, 1200],
    ]),
    [[540, 780]],
    [],
  ],
};
const shop = workingCalendar(SHOP, 'Asia/Tehran', 1);
const tehran = zoneOf('Asia/Tehran');

function jalali(year: number, month: number, day: number): Day {
  return dayFrom('jalali', year, month, day) ?? Number.NaN;
}
function at(day: Day, clock: string): number {
  const [hour = 0, minute = 0] = clock.split(':').map(Number);
  return tehran.at(day, (hour * 60 + minute) * 60_000);
}
function shown(instant: number): string {
  const day = tehran.dayOf(instant);
  const minutes = (instant - tehran.startOf(day)) / 60_000;
  return `${day - jalali(1405, 8, 30)} ${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
}

// 1405/08/30 is a Saturday.
const SATURDAY = jalali(1405, 8, 30);

describe('working time in a shop with a noon break, half a Thursday and Friday off', () => {
  it.each([
    [0, '8:00', 0, '0 9:00'],
    [0, '9:00', 0, '0 9:00'],
    [0, '9:00', 60, '0 10:00'],
    [0, '12:30', 60, '0 16:30'],
    [0, '13:00', 30, '0 16:30'],
    [0, '19:30', 30, '0 20:00'],
    [0, '19:30', 31, '1 9:01'],
    [5, '12:00', 60, '5 13:00'],
    [5, '12:00', 90, '7 9:30'],
    [6, '12:00', 0, '7 9:00'],
    [0, '9:00', 44 * 60, '5 13:00'],
  ] as const)('day %i at %s and %i minutes: %s', (day, clock, minutes, answer) => {
    expect(shown(addWorkingTime(shop, at(SATURDAY + day, clock), minutes))).toBe(answer);
  });

  it('leaves out a day off of its own, works on a day of its own, and keeps the official holidays', () => {
    const own = workingCalendar(
      {
        ...SHOP,
        days: [
          { day: '2026-11-22', name: 'inventory', hours: [] },
          { day: '2026-11-27', name: 'Friday market', hours: [[600, 660]] },
        ],
      },
      'Asia/Tehran',
      2,
    );
    expect(isWorkingDay(own, SATURDAY + 1)).toBe(false);
    expect(shown(addWorkingTime(own, at(SATURDAY, '19:30'), 31))).toBe('2 9:01');
    expect(shown(nextWorkingMoment(own, at(SATURDAY + 6, '8:00')))).toBe('6 10:00');
    expect(isWorkingDay(own, jalali(1405, 11, 22))).toBe(false);
    expect(isWorkingDay({ ...own, official: false }, jalali(1405, 11, 22))).toBe(true);
  });

  it('counts working days from the next day on which somebody works', () => {
    expect(addWorkingDays(shop, SATURDAY, 0) - SATURDAY).toBe(0);
    expect(addWorkingDays(shop, SATURDAY + 6, 0) - SATURDAY).toBe(7);
    expect(addWorkingDays(shop, SATURDAY + 5, 2) - SATURDAY).toBe(8);
  });
});

it('knows the official solar holidays of a year, as calendars print them', () => {
  expect(
    solarHolidaysOf(1405).map(({ day }) => new Date(day * 86_400_000).toISOString().slice(5, 10)),
  ).toEqual(['03-21', '03-22', '03-23', '03-24', '04-01', '04-02', '06-04', '06-05', '02-11', '03-20']);
});

describe('when something is due', () => {
  const plan = { wholeDay: false, fixed: false };

  it('waits for the next working moment on a day off, unless it was agreed with somebody', () => {
    const friday = at(SATURDAY + 6, '10:00');
    expect(shown(whenDue(shop, { ...plan, at: friday }).dueAt)).toBe('7 9:00');
    expect(shown(whenDue(shop, { ...plan, at: friday, fixed: true }).dueAt)).toBe('6 10:00');
    expect(isClosed(shop, friday)).toBe(true);
  });

  it('keeps an hour before and after work on a day on which somebody works', () => {
    expect(shown(whenDue(shop, { ...plan, at: at(SATURDAY, '7:00') }).dueAt)).toBe('0 7:00');
  });

  it('is missed when its grace has passed in working time, or its day’s work is over', () => {
    expect(shown(whenDue(shop, { ...plan, at: at(SATURDAY, '12:30') }).missAt)).toBe('0 16:30');
    const day = whenDue(shop, { ...plan, at: at(SATURDAY + 5, '0:30'), wholeDay: true });
    expect([shown(day.dueAt), shown(day.missAt)]).toEqual(['5 0:00', '5 13:00']);
    const friday = whenDue(shop, { at: at(SATURDAY + 6, '8:00'), wholeDay: true, fixed: true });
    expect([shown(friday.dueAt), shown(friday.missAt)]).toEqual(['6 0:00', '7 20:00']);
  });
});

describe('what a business says of its hours', () => {
  it.each([
    ['hours_reversed', { week: [[[600, 600]], ...SHOP.week.slice(1)] }],
    [
      'hours_overlap',
      {
        week: [
          [
            [540, 780],
            [770, 900],
          ],
          ...SHOP.week.slice(1),
        ],
      },
    ],
    ['week_without_hours', { week: SHOP.week.map(() => []) }],
    ['day_twice', { days: ['a', 'b'].map((name) => ({ day: '2026-11-22', name, hours: [] })) }],
    ['date_does_not_exist', { days: [{ day: '2026-02-30', name: '', hours: [] }] }],
  ] as const)('is refused as %s', (code, change) => {
    const checked = checkWorkingHours({ ...SHOP, ...(change as Partial<WorkingHours>) });
    expect(checked).toMatchObject({ ok: false, refusal: { code } });
  });

  it('is, where it says nothing, a week that rests on its weekend', () => {
    const fresh = defaultWorkingHours({ zone: 'Europe/Paris', calendar: 'gregorian', weekend: [0, 1] });
    expect(fresh.week.map((one) => one.length)).toEqual([0, 0, 1, 1, 1, 1, 1]);
    expect(fresh.official).toBe(false);
    expect(checkWorkingHours(fresh).ok).toBe(true);
  });
});

const minute = fc.integer({ min: 0, max: 1440 });
const hours = fc.uniqueArray(minute, { minLength: 0, maxLength: 6 }).map((cuts): Hours[] => {
  const sorted = cuts.toSorted((a, b) => a - b);
  return Array.from({ length: Math.floor(sorted.length / 2) }, (_, index) => [
    sorted[index * 2] ?? 0,
    sorted[index * 2 + 1] ?? 0,
  ]);
});
// Around the changes of the clock in spring and autumn, in zones that have some.
const NEAR = dayFrom('gregorian', 2021, 3, 10) ?? 0;
const near = fc.integer({ min: NEAR, max: NEAR + 420 });
const calendars: fc.Arbitrary<WorkingCalendar> = fc
  .record({
    version: fc.constant(1),
    zone: fc.constantFrom('Asia/Tehran', 'Europe/Berlin', 'America/Santiago', 'Australia/Lord_Howe', 'UTC'),
    week: fc.array(hours, { minLength: 7, maxLength: 7 }),
    official: fc.boolean(),
    holidays: fc.array(near, { maxLength: 8 }),
    extra: fc.array(fc.record({ day: near, hours }), { maxLength: 4 }),
    grace: fc.constant(60),
  })
  .filter(({ week }) => week.some((one) => one.length > 0));
const instant = near.chain((day) =>
  fc.integer({ min: 0, max: 86_399_999 }).map((ms) => day * 86_400_000 + ms),
);

describe('whatever the calendar, also where clocks change', () => {
  it('adding working time and counting it are inverse', () => {
    holdsFor(
      'working time',
      200,
      fc.property(
        fc.record({ calendar: calendars, from: instant, minutes: fc.integer({ min: 1, max: 20_000 }) }),
        (one) => {
          const { calendar, from, minutes } = one;
          const to = addWorkingTime(calendar, from, minutes);
          expect(workingMinutesBetween(calendar, from, to)).toBeCloseTo(minutes, 6);
          // It is the earliest such instant: a moment before it not so much has passed.
          expect(workingMinutesBetween(calendar, from, to - 1)).toBeLessThan(minutes);
        },
      ),
    );
  });

  it('the next working moment is working, and nobody works before it', () => {
    holdsFor(
      'next working moment',
      200,
      fc.property(fc.record({ calendar: calendars, from: instant }), ({ calendar, from }) => {
        const next = nextWorkingMoment(calendar, from);
        expect(isWorking(calendar, next)).toBe(true);
        expect(workingMinutesBetween(calendar, from, next)).toBe(0);
        expect(nextWorkingMoment(calendar, next)).toBe(next);
      }),
    );
  });

  it('counting is additive, and no later when the beginning is later', () => {
    holdsFor(
      'working minutes add up',
      200,
      fc.property(
        fc.record({ calendar: calendars, three: fc.tuple(instant, instant, instant) }),
        ({ calendar, three }) => {
          const [one = 0, two = 0, last = 0] = three.toSorted((a, b) => a - b);
          const whole = workingMinutesBetween(calendar, one, last);
          expect(
            workingMinutesBetween(calendar, one, two) + workingMinutesBetween(calendar, two, last),
          ).toBeCloseTo(whole, 6);
          expect(addWorkingTime(calendar, one, 90)).toBeLessThanOrEqual(addWorkingTime(calendar, two, 90));
        },
      ),
    );
  });

  it('what is due lies on a working day unless it is fixed, and is missed after it is due', () => {
    holdsFor(
      'when due',
      200,
      fc.property(
        fc.record({ calendar: calendars, from: instant, wholeDay: fc.boolean(), fixed: fc.boolean() }),
        ({ calendar, from, wholeDay, fixed }) => {
          const { dueAt, missAt } = whenDue(calendar, { at: from, wholeDay, fixed });
          expect(missAt).toBeGreaterThan(dueAt);
          if (!fixed) expect(isClosed(calendar, dueAt)).toBe(false);
          if (fixed && !wholeDay) expect(dueAt).toBe(from);
          // Worked out from what it says it is due it stays where it is.
          expect(whenDue(calendar, { at: dueAt, wholeDay, fixed }).dueAt).toBe(dueAt);
        },
      ),
    );
  });
});

describe('hours that were said one after another', () => {
  const off = (...days: number[]) =>
    workingCalendar(
      { ...SHOP, days: days.map((day) => ({ day: isoDay(SATURDAY + day), name: '', hours: [] })) },
      'Asia/Tehran',
      2,
    );

  it.each([
    // Said on which day, of which days off; of work that began on Saturday at 19:30 and takes an hour.
    ['nothing was said', [], '1 9:30'],
    ['a day off that comes', [[0, [1]]], '2 9:30'],
    ['a day off that is today', [[0, [0]]], '1 10:00'],
    [
      'taken back on the same day',
      [
        [0, [1]],
        [0, []],
      ],
      '1 9:30',
    ],
    [
      'taken back when it was over',
      [
        [0, [1]],
        [2, []],
      ],
      '2 9:30',
    ],
    ['said of a day when it was over', [[2, [1]]], '1 9:30'],
    [
      'said anew each day',
      [
        [0, [1]],
        [1, [1, 2]],
        [2, []],
      ],
      '2 9:30',
    ],
  ] as const)('%s', (_, said, answer) => {
    const calendar = calendarInTime(
      shop,
      said.map(([day, days]) => ({ from: SATURDAY + day, calendar: off(...days) })),
    );
    expect(shown(addWorkingTime(calendar, at(SATURDAY, '19:30'), 60))).toBe(answer);
  });
});
