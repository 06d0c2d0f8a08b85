import { dateOf, weekday, type Calendar, type Day } from '../../values/index.ts';
import type { Buyer } from '../buyer.ts';
import { Months, MOST_MONTHS } from './months.ts';
import { isSeen } from './order.ts';
import { MOST_DAYS } from './seasons.ts';

/**
 * When somebody ordered, as people are asked for: one byte for the month of the first order, counted back from that of the
 * analysis, and a bit for each month since with an order, each month of the year, day of the week and hour of the day.
 */
export const MARK_BYTES = 11;
const NEITHER = 255;
const ACTIVE = 8;
const YEAR = ACTIVE + MOST_MONTHS;
const WEEK = YEAR + 12;
const HOURS = WEEK + 7;

/** People by when they ordered; all as the cohorts and seasons of the same run count them. */
export type Presence =
  /** Their first order was so many months before that of the analysis; `after`: and they ordered so many months later. */
  | { readonly kind: 'cohort'; readonly ago: number; readonly after: number | null }
  /** In a month of the year (1 to 12), on a day of the week (Saturday 0), in an hour: ten years back at most. */
  | { readonly kind: 'month' | 'weekday' | 'hour'; readonly of: number };

export interface PresenceWalk {
  take(buyer: Buyer): void;
  /** Writes the marks of the buyer taken as the `place`-th, from 0, to `at` on. */
  put(place: number, into: Uint8Array, at: number): void;
}

const PLACES = 1 << 16;

/** Keeps MARK_BYTES a person. */
export function presenceWalk({
  asOf,
  calendar,
}: {
  readonly asOf: Day;
  readonly calendar: Calendar;
}): PresenceWalk {
  const months = new Months(asOf, calendar);
  const firstDay = asOf - MOST_DAYS + 1;
  const monthOfYear = Uint8Array.from(
    { length: MOST_DAYS },
    (_, place) => dateOf(firstDay + place, calendar).month - 1,
  );
  const pieces: Uint8Array[] = [];
  const marks = new Uint8Array(MARK_BYTES);
  let size = 0;
  return {
    take({ orders }) {
      marks.fill(0);
      let first: number | null = null;
      for (const order of orders) {
        if (!isSeen(order, asOf)) continue;
        const { day, hour } = order;
        const month = months.of(day);
        first ??= month;
        if (first >= 0) mark(marks, ACTIVE + Math.max(first, month));
        if (day < firstDay) continue;
        mark(marks, YEAR + (monthOfYear[day - firstDay] as number));
        mark(marks, WEEK + weekday(day));
        if (hour !== null && hour >= 0 && hour < 24) mark(marks, HOURS + Math.floor(hour));
      }
      marks[0] = first === null || first < 0 ? NEITHER : MOST_MONTHS - 1 - first;
      const place = size++ % PLACES;
      if (place === 0) pieces.push(new Uint8Array(PLACES * MARK_BYTES));
      pieces.at(-1)?.set(marks, place * MARK_BYTES);
    },
    put(place, into, at) {
      const from = (place % PLACES) * MARK_BYTES;
      const piece = pieces[Math.floor(place / PLACES)];
      for (let i = 0; i < MARK_BYTES; i++) into[at + i] = piece?.[from + i] ?? 0;
    },
  };
}

/** Whether those whose marks stand at a place are asked for. */
export function isPresent(presence: Presence, marks: Uint8Array, at: number): boolean {
  if (presence.kind === 'cohort') {
    const { ago, after } = presence;
    if (marks[at] !== ago) return false;
    return after === null || (after <= ago && isMarked(marks, at, ACTIVE + MOST_MONTHS - 1 - ago + after));
  }
  const { kind, of } = presence;
  return isMarked(marks, at, kind === 'month' ? YEAR + of - 1 : (kind === 'weekday' ? WEEK : HOURS) + of);
}

function mark(marks: Uint8Array, bit: number): void {
  marks[bit >> 3] = (marks[bit >> 3] as number) | (1 << (bit & 7));
}

function isMarked(marks: Uint8Array, at: number, bit: number): boolean {
  return (((marks[at + (bit >> 3)] as number) >> (bit & 7)) & 1) === 1;
}
