import type { WorkingHours } from './queries.ts';
import { clockText, readClock } from './when.ts';

/** One stretch of work of a day, as it is typed. */
export interface StretchDraft {
  readonly from: string;
  readonly to: string;
}
export type WeekDraft = readonly (readonly StretchDraft[])[];

export const MOST_STRETCHES = 6;

export function draftOfWeek(week: WorkingHours['week'], show: (text: string) => string): WeekDraft {
  return week.map((day) => day.map(([from, to]) => ({ from: show(clockText(from)), to: show(endText(to)) })));
}

/** Midnight at the end of a day is written 24:00. */
function endText(minutes: number): string {
  return minutes === 1440 ? '24:00' : clockText(minutes);
}

/** The end of a day may be midnight: «۲۴». */
export function readEnd(text: string): number | null | undefined {
  return /^\s*(?:24|۲۴)(?:[:.٫](?:00|۰۰))?\s*$/.test(text) ? 1440 : readClock(text);
}

/** What is wrong with a stretch; null: nothing. */
export function faultOf({ from, to }: StretchDraft): 'unreadable' | 'reversed' | null {
  const [begin, end] = [readClock(from), readEnd(to)];
  if (begin === undefined || begin === null || end === undefined || end === null) return 'unreadable';
  return end <= begin ? 'reversed' : null;
}

/** What is sent of it, each day in order; null: something cannot be read. */
export function weekOf(draft: WeekDraft): WorkingHours['week'] | null {
  if (draft.some((day) => day.some((one) => faultOf(one) !== null))) return null;
  return draft.map((day) =>
    day
      .map(({ from, to }): [number, number] => [readClock(from) ?? 0, readEnd(to) ?? 0])
      .sort(([one], [other]) => one - other),
  );
}
