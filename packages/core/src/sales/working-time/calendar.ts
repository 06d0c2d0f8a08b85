import { type Day, type Instant, weekday, zoneOf } from '../../values/index.ts';
import { solarHoliday } from './iranian-holidays.ts';

/** From the first minute of the day on, up to but without the second: 540–780 is nine to one. */
export type Hours = readonly [from: number, to: number];

export const MINUTES_OF_DAY = 1440;

/** When a business works, by the clock of its zone. Hours of a day are in order and do not overlap. */
export interface WorkingCalendar {
  /** Which version of the business's own it is; 0: it has set none. Kept beside whatever was worked out with it. */
  readonly version: number;
  /** IANA. */
  readonly zone: string;
  /** The hours of each weekday, Saturday first. */
  readonly week: readonly (readonly Hours[])[];
  /** Whether the official solar holidays of Iran are days off. */
  readonly official: boolean;
  /** Further days off. */
  readonly holidays: readonly Day[];
  /** Days with hours of their own; they go before holidays and weekdays. */
  readonly extra: readonly { readonly day: Day; readonly hours: readonly Hours[] }[];
  /** After how many working minutes something that had a time of day counts as missed. */
  readonly grace: number;
  /** Days that went by another calendar, in order of time: each speaks for the days before `until`, the first one that does. */
  readonly past?: readonly Past[];
}

interface Past {
  readonly until: Day;
  readonly calendar: WorkingCalendar;
}

/** A calendar and the day on which it was said, which is the first that goes by it. */
interface CalendarSaid {
  readonly from: Day;
  readonly calendar: WorkingCalendar;
}

/**
 * The calendars a business had, one after another, as one: each day goes by what was said of it last before it was over. What
 * is said today therefore changes today and the days to come, and takes no hour away from, nor gives one to, days that are
 * over. `later` is in the order in which it was said.
 */
export function calendarInTime(first: WorkingCalendar, later: readonly CalendarSaid[]): WorkingCalendar {
  const past: Past[] = [];
  let calendar = first;
  for (const [index, said] of later.entries()) {
    if (later[index - 1]?.from !== said.from) past.push({ until: said.from, calendar });
    ({ calendar } = said);
  }
  return past.length === 0 ? calendar : { ...calendar, past };
}

/** A stretch of time in which is worked, half open. */
export interface Stretch {
  readonly from: Instant;
  readonly to: Instant;
}

const MS_PER_MINUTE = 60_000;
const NONE: readonly Hours[] = [];
const ownDays = new WeakMap<WorkingCalendar, ReadonlyMap<Day, readonly Hours[]>>();

/** The hours of one day. */
export function hoursOf(calendar: WorkingCalendar, day: Day): readonly Hours[] {
  const then = calendar.past?.find(({ until }) => day < until);
  if (then !== undefined) return hoursOf(then.calendar, day);
  const own = ownDaysOf(calendar).get(day);
  if (own !== undefined) return own;
  if (calendar.official && solarHoliday(day) !== null) return NONE;
  return calendar.week[weekday(day)] ?? NONE;
}

/**
 * The same as instants. Where clocks are put forward hours shrink, where they are put back they grow: what counts is the
 * time that passes.
 */
export function stretchesOf(calendar: WorkingCalendar, day: Day): readonly Stretch[] {
  const zone = zoneOf(calendar.zone);
  return hoursOf(calendar, day)
    .map(([from, to]) => ({
      from: from === 0 ? zone.startOf(day) : zone.at(day, from * MS_PER_MINUTE),
      to: to === MINUTES_OF_DAY ? zone.startOf(day + 1) : zone.at(day, to * MS_PER_MINUTE),
    }))
    .filter(({ from, to }) => to > from);
}

/** Is anybody at work on this day? */
export function isWorkingDay(calendar: WorkingCalendar, day: Day): boolean {
  return stretchesOf(calendar, day).length > 0;
}

function ownDaysOf(calendar: WorkingCalendar): ReadonlyMap<Day, readonly Hours[]> {
  let days = ownDays.get(calendar);
  if (days === undefined) {
    days = new Map([
      ...calendar.holidays.map((day) => [day, NONE] as const),
      ...calendar.extra.map(({ day, hours }) => [day, hours] as const),
    ]);
    ownDays.set(calendar, days);
  }
  return days;
}
