import { type Day, type Instant, zoneOf } from '../../values/index.ts';
import { isWorkingDay, type Stretch, stretchesOf, type WorkingCalendar } from './calendar.ts';

const MS_PER_MINUTE = 60_000;
/** Further ahead than this nobody looks for an hour of work: twelve years. */
const DAYS_AHEAD = 4400;

/** Is this instant within working hours? */
export function isWorking(calendar: WorkingCalendar, at: Instant): boolean {
  const day = zoneOf(calendar.zone).dayOf(at);
  return stretchesOf(calendar, day).some(({ from, to }) => from <= at && at < to);
}

/** The instant itself if it is within working hours, else the next that is. Throws RangeError when nobody ever works. */
export function nextWorkingMoment(calendar: WorkingCalendar, at: Instant): Instant {
  for (const { from, to } of stretchesFrom(calendar, at)) if (to > at) return Math.max(from, at);
  throw new RangeError('A working calendar without hours');
}

/**
 * When as many working minutes have passed since an instant; the earliest such instant, so that work that ends with the
 * day is due at its end. With no minutes it is the next working moment. The inverse of `workingMinutesBetween`. Throws
 * RangeError when nobody ever works, or for fewer minutes than none.
 */
export function addWorkingTime(calendar: WorkingCalendar, at: Instant, minutes: number): Instant {
  if (!(minutes >= 0)) throw new RangeError(`Working time goes forward: ${minutes}`);
  if (minutes === 0) return nextWorkingMoment(calendar, at);
  let left = minutes * MS_PER_MINUTE;
  for (const { from, to } of stretchesFrom(calendar, at)) {
    const begin = Math.max(from, at);
    const length = to - begin;
    if (length <= 0) continue;
    if (left <= length) return begin + left;
    left -= length;
  }
  throw new RangeError('A working calendar without hours');
}

/** How many working minutes lie between two instants; below zero when the second comes first. */
export function workingMinutesBetween(calendar: WorkingCalendar, from: Instant, to: Instant): number {
  if (to < from) return -workingMinutesBetween(calendar, to, from);
  const zone = zoneOf(calendar.zone);
  let sum = 0;
  for (let day = zone.dayOf(from); day <= zone.dayOf(to); day += 1)
    for (const stretch of stretchesOf(calendar, day))
      sum += Math.max(0, Math.min(stretch.to, to) - Math.max(stretch.from, from));
  return sum / MS_PER_MINUTE;
}

/** The day itself if anybody works on it, else the next one. Throws RangeError when nobody ever works. */
export function nextWorkingDay(calendar: WorkingCalendar, day: Day): Day {
  for (let next = day; next <= day + DAYS_AHEAD; next += 1) if (isWorkingDay(calendar, next)) return next;
  throw new RangeError('A working calendar without hours');
}

/** So many working days after the next working day; with 0 that day itself. */
export function addWorkingDays(calendar: WorkingCalendar, day: Day, days: number): Day {
  let found = nextWorkingDay(calendar, day);
  for (let left = days; left > 0; left -= 1) found = nextWorkingDay(calendar, found + 1);
  return found;
}

/** The instant at which work on this day is over; null: nobody works on it. */
export function endOfWork(calendar: WorkingCalendar, day: Day): Instant | null {
  return stretchesOf(calendar, day).at(-1)?.to ?? null;
}

/** All working time from the day of an instant on, in order. */
function* stretchesFrom(calendar: WorkingCalendar, at: Instant): Generator<Stretch> {
  const first = zoneOf(calendar.zone).dayOf(at);
  // Hours may be worked out on every day of a long stretch, but a calendar without any must end somewhere.
  let empty = 0;
  for (let day = first; empty <= DAYS_AHEAD; day += 1) {
    const stretches = stretchesOf(calendar, day);
    empty = stretches.length === 0 ? empty + 1 : 0;
    yield* stretches;
  }
}
