import { type BusinessCalendar, dateOf, dayFrom, type Instant, zoneOf } from '../values/index.ts';

/** A person as they stand for an award: their appreciation over the year, and what decides between equals. */
export interface Nominee {
  readonly person: number;
  readonly score: number;
  /** Orders kept in the year, and what they came to in minor units. */
  readonly orders: number;
  readonly spent: number;
}

export interface Award extends Nominee {
  /** 1 is the first; equals in everything share a place. */
  readonly place: number;
}

/** The first instant of a year of the business's calendar, and that of the next one: what counts for the year's awards. */
export function yearOf(
  year: number,
  { zone, calendar }: BusinessCalendar,
): { readonly from: Instant; readonly to: Instant } {
  const start = (of: number): Instant => {
    const day = dayFrom(calendar, of, 1, 1);
    if (day === null) throw new RangeError(`No such year: ${of}`);
    return zoneOf(zone).startOf(day);
  };
  return { from: start(year), to: start(year + 1) };
}

/** The year of the business's calendar an instant lies in. */
export function yearAt(at: Instant, { zone, calendar }: BusinessCalendar): number {
  return dateOf(zoneOf(zone).dayOf(at), calendar).year;
}

/**
 * "The five best customers of the year": by appreciation, then by orders kept, then by what they came to. Whoever is equal to
 * the last in all of that is honoured as well, so there can be more than `count`; nobody below `least` is, so there can be
 * fewer, and nobody who kept no order.
 */
export function bestOfYear(
  nominees: readonly Nominee[],
  { count, least }: { readonly count: number; readonly least: number },
): Award[] {
  const ranked = nominees
    .filter(({ score, orders }) => score >= least && orders > 0)
    .sort((a, b) => compared(a, b) || a.person - b.person);
  const awards: Award[] = [];
  for (const [index, nominee] of ranked.entries()) {
    const before = awards.at(-1);
    const place = before !== undefined && compared(before, nominee) === 0 ? before.place : index + 1;
    if (place > count) break;
    awards.push({ ...nominee, place });
  }
  return awards;
}

function compared(a: Nominee, b: Nominee): number {
  return b.score - a.score || b.orders - a.orders || b.spent - a.spent;
}
