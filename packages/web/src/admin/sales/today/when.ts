import { addWorkingDays, type WorkingCalendar, workingCalendar } from '@nardeban/core/sales';
import { type Day, isoDay, toLatinDigits, zoneOf } from '@nardeban/core/values';
import { dayOfAddress } from '../../../language/speech.ts';
import type { WorkingHours } from './queries.ts';

/** When something is to be done, as it is typed: a day, and a time of it or none. */
export interface When {
  /** YYYY-MM-DD; null: none that can be read. */
  readonly day: string | null;
  /** As it was typed; empty: at any time of the day. */
  readonly clock: string;
}

const CLOCK = /^([0-9]{1,2})(?:[:.٫/]?([0-9]{2}))?$/;

/** Minutes of the day of «۱۰»، `9:30`، `930`; null: at any time; undefined: no time anybody would know. */
export function readClock(text: string): number | null | undefined {
  const typed = toLatinDigits(text).replaceAll(/\s/g, '');
  if (typed === '') return null;
  const parts = CLOCK.exec(typed);
  const [hour, minute] = [Number(parts?.[1]), Number(parts?.[2] ?? 0)];
  return parts === null || hour > 23 || minute > 59 ? undefined : hour * 60 + minute;
}

/** `9:30` of 570. */
export function clockText(minutes: number): string {
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
}

/** What is sent of it; null: it is not whole yet. */
export function dueOf(when: When, zone: string): { readonly due: number; readonly wholeDay: boolean } | null {
  const day = dayOfAddress(when.day ?? undefined);
  const clock = readClock(when.clock);
  if (day === null || clock === undefined) return null;
  return clock === null
    ? { due: zoneOf(zone).startOf(day), wholeDay: true }
    : { due: zoneOf(zone).at(day, clock * 60_000), wholeDay: false };
}

/** What stands in the fields of something that has a time already. */
export function whenOf(dueAt: number, wholeDay: boolean, zone: string): When {
  const clock = zoneOf(zone);
  const day = clock.dayOf(dueAt);
  const minutes = Math.round((dueAt + clock.offsetAt(dueAt) - day * 86_400_000) / 60_000);
  return { day: isoDay(day), clock: wholeDay ? '' : clockText(minutes) };
}

export function calendarOf(hours: WorkingHours, zone: string): WorkingCalendar {
  return workingCalendar(hours, zone, 0);
}

/** Days that are chosen with one tap, each of them a day on which somebody works. */
export function soonDays(
  today: Day,
  calendar: WorkingCalendar | null,
): readonly { readonly key: 'tomorrow' | 'inThree' | 'inSeven'; readonly day: string }[] {
  const at = (days: number): string =>
    isoDay(calendar === null ? today + days : addWorkingDays(calendar, today + days, 0));
  return [
    { key: 'tomorrow', day: at(1) },
    { key: 'inThree', day: at(3) },
    { key: 'inSeven', day: at(7) },
  ];
}
