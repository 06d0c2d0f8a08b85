import { z } from 'zod';
import { accept, type Calendar, readIsoDay, refuse, type Result } from '../../values/index.ts';
import { type Hours, MINUTES_OF_DAY, type WorkingCalendar } from './calendar.ts';

const MOST_STRETCHES = 6;
const MOST_DAYS = 1000;

const hours = z
  .array(z.tuple([z.int().min(0).max(MINUTES_OF_DAY), z.int().min(0).max(MINUTES_OF_DAY)]))
  .max(MOST_STRETCHES);
const dayText = z.string().regex(/^[0-9]{4}-[0-9]{2}-[0-9]{2}$/);

/** What a business says about when it works, as it is kept and sent. */
export const workingHoursSchema = z.strictObject({
  week: z
    .array(hours)
    .length(7)
    .describe('The hours of each weekday, Saturday first, in minutes of the day: [[540, 780], [960, 1200]].'),
  official: z.boolean().describe('Whether the official solar holidays of Iran are days off.'),
  days: z
    .array(
      z.strictObject({
        day: dayText,
        name: z.string().trim().max(100),
        hours: hours.describe('None: a day off.'),
      }),
    )
    .max(MOST_DAYS)
    .describe(
      'Days off and days with hours of their own. They go before the week and the official holidays.',
    ),
  grace: z
    .int()
    .min(0)
    .max(10_080)
    .describe('After how many working minutes something that had a time of day counts as missed.'),
});
export type WorkingHours = z.infer<typeof workingHoursSchema>;

const FRIDAY = 6;
const THURSDAY = 5;
const WORKDAY: Hours = [9 * 60, 17 * 60];
const HALF_DAY: Hours = [9 * 60, 13 * 60];

/** How a business works that has not said so: nine to five, where it rests on Friday alone half of Thursday. */
export function defaultWorkingHours(business: {
  readonly zone: string;
  readonly calendar: Calendar;
  readonly weekend: readonly number[];
}): WorkingHours {
  const { weekend } = business;
  const week = Array.from({ length: 7 }, (_, day): [number, number][] => {
    if (weekend.includes(day) && weekend.length < 7) return [];
    return [[...(day === THURSDAY && weekend.includes(FRIDAY) ? HALF_DAY : WORKDAY)]];
  });
  return { week, official: business.zone === 'Asia/Tehran', days: [], grace: 60 };
}

/**
 * Refusals: `hours_reversed` (the end is not after the beginning), `hours_overlap`, `week_without_hours`, `day_twice`,
 * `date_does_not_exist`.
 */
export function checkWorkingHours(said: WorkingHours): Result<WorkingHours> {
  for (const [index, one] of said.week.entries()) {
    const checked = checkHours(one, `week.${index}`);
    if (!checked.ok) return checked;
  }
  if (said.week.every((one) => one.length === 0)) return refuse('week_without_hours', 'week');
  const seen = new Set<string>();
  for (const [index, { day, hours: own }] of said.days.entries()) {
    if (readIsoDay(day) === null) return refuse('date_does_not_exist', `days.${index}.day`);
    if (seen.has(day)) return refuse('day_twice', `days.${index}.day`, { day });
    seen.add(day);
    const checked = checkHours(own, `days.${index}.hours`);
    if (!checked.ok) return checked;
  }
  return accept(said);
}

function checkHours(hoursOfDay: readonly Hours[], field: string): Result<true> {
  let end = -1;
  for (const [index, [from, to]] of hoursOfDay.entries()) {
    if (to <= from) return refuse('hours_reversed', `${field}.${index}`);
    if (from < end) return refuse('hours_overlap', `${field}.${index}`);
    end = to;
  }
  return accept(true);
}

/** What is worked with, of what a business said. */
export function workingCalendar(said: WorkingHours, zone: string, version: number): WorkingCalendar {
  const days = said.days.flatMap(({ day, hours: own }) => {
    const found = readIsoDay(day);
    return found === null ? [] : [{ day: found, hours: own }];
  });
  return {
    version,
    zone,
    week: said.week,
    official: said.official,
    holidays: days.filter((one) => one.hours.length === 0).map(({ day }) => day),
    extra: days.filter((one) => one.hours.length > 0),
    grace: said.grace,
  };
}
