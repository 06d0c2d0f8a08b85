import { addWorkingDays, endOfWork, type Step, type WorkingCalendar } from '@nardeban/core/sales';
import { type Instant, zoneOf } from '@nardeban/core/values';

/** When a step is to be over; null: it may take as long as it takes. */
export type DueOfStep = (step: Pick<Step, 'days'> | null, since: Instant) => Instant | null;

/**
 * The instant at which a stay is to end: so many working days after it began, at the end of that day's work. Each day is worked
 * out once, however many deals came that day.
 */
export function dueBy(calendar: WorkingCalendar): DueOfStep {
  const zone = zoneOf(calendar.zone);
  const known = new Map<string, Instant>();
  return (step, since) => {
    const days = step?.days;
    if (days === undefined) return null;
    const day = zone.dayOf(since);
    const key = `${day} ${days}`;
    const found = known.get(key);
    if (found !== undefined) return found;
    const last = addWorkingDays(calendar, day, days);
    const due = endOfWork(calendar, last) ?? zone.startOf(last + 1);
    known.set(key, due);
    return due;
  };
}
