import { addMonths, type Calendar, type Day, FIRST_TABLED_DAY, LAST_TABLED_DAY } from './days.ts';

/** How far back a condition looks, in whole days, calendar months or calendar years of the business. */
export type Window = { readonly days: number } | { readonly months: number } | { readonly years: number };

/**
 * The first day on which something of `day` no longer counts: n days later, or the same date n months or years
 * later (the month's last day where that date does not exist). Non-decreasing in `day`.
 */
export function exitDay(day: Day, window: Window, calendar: Calendar): Day {
  if ('days' in window) return day + window.days;
  return addMonths(day, monthsIn(window), calendar);
}

/** A table of two centuries costs 0.3 MB, so only so many are remembered. */
const MOST_TABLES = 64;
const tables = new Map<string, (day: Day) => Day>();

/** `exitDay` for one window and calendar, remembered per day: for loops over millions of facts. */
export function exitTable(window: Window, calendar: Calendar): (day: Day) => Day {
  if ('days' in window) {
    const { days } = window;
    return (day) => day + days;
  }
  const months = monthsIn(window);
  const key = `${calendar} ${months}`;
  const known = tables.get(key);
  if (known !== undefined) return known;
  const table = remembered((day) => addMonths(day, months, calendar));
  const oldest = tables.keys().next();
  if (tables.size >= MOST_TABLES && !oldest.done) tables.delete(oldest.value);
  tables.set(key, table);
  return table;
}

function monthsIn(window: { readonly months: number } | { readonly years: number }): number {
  return 'months' in window ? window.months : window.years * 12;
}

const UNKNOWN = -0x8000_0000;

function remembered(compute: (day: Day) => Day): (day: Day) => Day {
  const exits = new Int32Array(LAST_TABLED_DAY - FIRST_TABLED_DAY + 1).fill(UNKNOWN);
  return (day) => {
    const index = day - FIRST_TABLED_DAY;
    const known = exits[index];
    if (known === undefined) return compute(day);
    if (known !== UNKNOWN) return known;
    const exit = compute(day);
    exits[index] = exit;
    return exit;
  };
}
