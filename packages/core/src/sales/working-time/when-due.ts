import { type Instant, zoneOf } from '../../values/index.ts';
import { isWorkingDay, type WorkingCalendar } from './calendar.ts';
import { addWorkingTime, endOfWork, nextWorkingDay, nextWorkingMoment } from './working-time.ts';

export interface Planned {
  readonly at: Instant;
  /** At any time of its day. */
  readonly wholeDay: boolean;
  /** Agreed with somebody: it is not ours alone to move. */
  readonly fixed: boolean;
}

export interface WhenDue {
  /** For a whole day its first instant. */
  readonly dueAt: Instant;
  /** From when on it counts as missed. */
  readonly missAt: Instant;
}

/**
 * When something that was planned is due. On a day on which nobody works, what is fixed stays (and is shown so) and the rest
 * waits: what has the whole day for the next working day, what has a time of day for the next working moment. What has the
 * whole day is missed when that day's work is over, what has a time when the grace has passed in working time. Always
 * worked out from what was planned, so that a holiday that is taken back leaves no trace.
 */
export function whenDue(calendar: WorkingCalendar, planned: Planned): WhenDue {
  const zone = zoneOf(calendar.zone);
  const day = zone.dayOf(planned.at);
  const works = nextWorkingDay(calendar, day);
  if (planned.wholeDay) {
    return {
      dueAt: zone.startOf(planned.fixed ? day : works),
      missAt: endOfWork(calendar, works) ?? zone.startOf(works + 1),
    };
  }
  const dueAt = planned.fixed || works === day ? planned.at : nextWorkingMoment(calendar, planned.at);
  return { dueAt, missAt: Math.max(dueAt + 1, addWorkingTime(calendar, dueAt, calendar.grace)) };
}

/** Does nobody work on the day of this instant? */
export function isClosed(calendar: WorkingCalendar, at: Instant): boolean {
  return !isWorkingDay(calendar, zoneOf(calendar.zone).dayOf(at));
}
