import { type Calendar, type Day, isoDay } from '@nardeban/core/values';
import { dayOfAddress } from '../../language/speech.ts';
import type { LadderSearch, PeriodName } from '../../paths.ts';
import { type Period, periodOf } from '../period.ts';

/** The day and the period an address speaks of. */
export interface Looked {
  readonly day: Day;
  readonly periodName: PeriodName;
  readonly period: Period;
  /** The day for the server and for other addresses; today is said by saying nothing. */
  readonly asOf: string | undefined;
  /** The period's days as the server takes them. */
  readonly from: string;
  readonly to: string;
}

export function lookedAt(search: LadderSearch, today: Day, calendar: Calendar): Looked {
  const day = dayOfAddress(search.asOf) ?? today;
  const periodName = search.period ?? 'twelve-months';
  const custom = { from: dayOfAddress(search.from), to: dayOfAddress(search.to) };
  const period = periodOf(periodName, day, calendar, custom);
  return {
    day,
    periodName,
    period,
    asOf: day === today ? undefined : isoDay(day),
    from: isoDay(period.from),
    to: isoDay(period.to),
  };
}

/** The part of an address that holds day and period, for a link that goes on looking at the same ones. */
export function keptLook({ asOf, period, from, to }: LadderSearch): LadderSearch {
  return {
    ...(asOf === undefined ? {} : { asOf }),
    ...(period === undefined ? {} : { period }),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
  };
}
