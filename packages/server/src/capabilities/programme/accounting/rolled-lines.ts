import { type RollForward, rollForward } from '@nardeban/core/programme';
import {
  accept,
  addMonths,
  type Day,
  isoDay,
  type Result,
  startOfMonth,
  zoneOf,
} from '@nardeban/core/values';
import type { Tx } from '../../../platform/database/index.ts';
import type { Business } from '../../../platform/tenancy/index.ts';
import { firstDayOf } from './book-days.ts';
import { bookKey, closingsBefore, movementsByDay } from './book-store.ts';
import { closedMonths } from './closing-store.ts';
import { walletMonths } from './month-money.ts';
import { monthNamed, monthsBetween, monthText, nextMonth } from './months.ts';

/** Rolled day by day at most over so many days. */
const MOST_DAYS = 400;

interface Line {
  readonly holder: 'person' | 'card';
  readonly wallet: string;
  readonly period: string;
  readonly closed: boolean;
  readonly rolled: RollForward & { readonly difference: number | null };
}

/** From one month to another (their first days), both included. */
export interface Months {
  readonly from: Day;
  readonly to: Day;
}

/** This month and the eleven before, where nothing is said. Refusal: `month_unknown`. */
export async function readPeriod(
  tx: Tx,
  business: Business,
  asked: { readonly from?: string | undefined; readonly to?: string | undefined },
  now: number,
): Promise<Result<Months>> {
  const { calendar, zone } = business;
  const today = zoneOf(zone).dayOf(now);
  const to =
    asked.to === undefined ? accept(startOfMonth(today, calendar)) : monthNamed(asked.to, calendar, 'to');
  if (!to.ok) return to;
  const first = await firstDayOf(tx, business);
  const usual = Math.max(addMonths(to.value, -11, calendar), startOfMonth(first ?? today, calendar));
  const from =
    asked.from === undefined ? accept(Math.min(usual, to.value)) : monthNamed(asked.from, calendar, 'from');
  if (!from.ok) return from;
  // A century of months is no question that anybody asks.
  const earliest = addMonths(to.value, -119, calendar);
  return accept({ from: Math.max(Math.min(from.value, to.value), earliest), to: to.value });
}

export async function linesByMonth(
  tx: Tx,
  business: Business,
  { from, to }: Months,
): Promise<readonly Line[]> {
  const { calendar } = business;
  const closed = new Set((await closedMonths(tx)).map(({ month }) => month));
  const lines: Line[] = [];
  for (const month of monthsBetween(from, to, calendar))
    for (const { holder, wallet, rolled } of await walletMonths(tx, business, month))
      lines.push({ holder, wallet, rolled, period: monthText(month, calendar), closed: closed.has(month) });
  return lines;
}

export async function linesByDay(tx: Tx, business: Business, { from, to }: Months): Promise<readonly Line[]> {
  const before = Math.min(nextMonth(to, business.calendar), from + MOST_DAYS);
  const openings = new Map(await closingsBefore(tx, from));
  const closed = (await closedMonths(tx)).at(-1)?.nextMonth ?? Number.NEGATIVE_INFINITY;
  return (await movementsByDay(tx, { from, before })).flatMap(({ holder, wallet, day, movement }) => {
    const key = bookKey({ holder, wallet });
    const [rolled] = rollForward(openings.get(key) ?? 0, [movement]);
    if (rolled === undefined) return [];
    openings.set(key, rolled.closing);
    return [
      { holder, wallet, period: isoDay(day), closed: day < closed, rolled: { ...rolled, difference: null } },
    ];
  });
}
