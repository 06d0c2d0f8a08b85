import { type Calendar, dateOf, type Day, readIsoDay } from '../../values/index.ts';
import { dayInYear } from './instants.ts';

/** The day of a trait that holds a date (`1990-03-21`, Gregorian as traits are kept); null: it holds none. */
export function dayOfTrait(value: unknown): Day | null {
  return typeof value === 'string' ? readIsoDay(value.trim()) : null;
}

/** One return of a day of the year. `year` is the year of the calendar in which it falls. */
export interface Anniversary {
  readonly day: Day;
  readonly year: number;
}

/**
 * The anniversaries of a day that fall on `from` … `to`, both included, in the business's calendar: who was born on 30
 * Esfand has their birthday on 29 Esfand in a common year. The day itself is none.
 */
export function anniversariesOf(origin: Day, from: Day, to: Day, calendar: Calendar): Anniversary[] {
  const { month, day, year: first } = dateOf(origin, calendar);
  const found: Anniversary[] = [];
  const start = Math.max(dateOf(from, calendar).year, first + 1);
  const end = dateOf(to, calendar).year;
  for (let year = start; year <= end; year++) {
    const falls = dayInYear(year, month, day, calendar);
    if (falls >= from && falls <= to) found.push({ day: falls, year });
  }
  return found;
}
