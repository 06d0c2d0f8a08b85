import { type Day, dateOf, weekday } from '@nardeban/core/values';
import type { Chance, Weighted } from './chance.ts';

/** What the café feels of each Jalali month: trips in Farvardin, cold drinks in Tir, gifts before Nowruz. */
const MONTHS = [0.8, 1.0, 0.98, 1.05, 0.95, 0.97, 1.06, 1.08, 1.15, 1.02, 1.0, 1.3] as const;

/** Saturday to Friday: a quiet start of the week, full tables on Thursday and Friday. */
const WEEKDAYS = [0.85, 0.85, 0.88, 0.9, 0.98, 1.3, 1.35] as const;

/** Days of the Jalali year that stand out, as month·100 + day: Nowruz, the day of nature, Yalda, the last shopping. */
const DAYS: ReadonlyMap<number, number> = new Map([
  [101, 0.05],
  [102, 0.25],
  [103, 0.5],
  [104, 0.7],
  [113, 0.3],
  [929, 1.5],
  [930, 2.4],
  [1001, 1.3],
  [1225, 1.3],
  [1226, 1.4],
  [1227, 1.5],
  [1228, 1.5],
  [1229, 1.2],
]);

const weights = new Map<Day, number>();

/** How busy a day is: 1 is an ordinary one; at least 0.04 and below 4. */
export function busyness(day: Day): number {
  const known = weights.get(day);
  if (known !== undefined) return known;
  const { month, day: dayOfMonth } = dateOf(day, 'jalali');
  const weight =
    (MONTHS[month - 1] ?? 1) * (WEEKDAYS[weekday(day)] ?? 1) * (DAYS.get(month * 100 + dayOfMonth) ?? 1);
  weights.set(day, weight);
  return weight;
}

/** The day near a wished one on which somebody really comes: busier days of the same week draw more people. */
export function drawnDay(wished: Day, chance: Chance): Day {
  let total = 0;
  for (let day = wished - 3; day <= wished + 3; day++) total += busyness(day);
  let left = chance.next() * total;
  for (let day = wished - 3; day < wished + 3; day++) {
    left -= busyness(day);
    if (left < 0) return day;
  }
  return wished + 3;
}

/** A café's hours: the morning coffee, lunch, and the long evening. */
const CAFE_HOURS: Weighted<number> = [
  [8, 5],
  [9, 8],
  [10, 8],
  [11, 6],
  [12, 5],
  [13, 6],
  [14, 5],
  [15, 5],
  [16, 7],
  [17, 10],
  [18, 12],
  [19, 13],
  [20, 12],
  [21, 9],
  [22, 5],
];

/** A web shop's hours: hardly at night, most before sleep. */
const WEB_HOURS: Weighted<number> = [
  [0, 3],
  [1, 1],
  [7, 1],
  [8, 2],
  [9, 4],
  [10, 5],
  [11, 6],
  [12, 6],
  [13, 5],
  [14, 5],
  [15, 5],
  [16, 5],
  [17, 6],
  [18, 6],
  [19, 6],
  [20, 7],
  [21, 9],
  [22, 10],
  [23, 8],
];

/** A moment of the day in milliseconds, by the hours of the place. */
export function timeOfDay(place: 'cafe' | 'web', chance: Chance): number {
  const hour = chance.weighted(place === 'cafe' ? CAFE_HOURS : WEB_HOURS);
  return hour * 3_600_000 + chance.int(0, 3_599) * 1_000;
}

/** The start of the Jalali half-year of a day: prices change in Farvardin and in Mehr. */
export function halfYear(day: Day): number {
  const { year, month } = dateOf(day, 'jalali');
  return year * 2 + (month > 6 ? 1 : 0);
}
