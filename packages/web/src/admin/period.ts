import { addMonths, type Calendar, type Day, startOfMonth, startOfYear } from '@nardeban/core/values';
import type { PeriodName } from '../paths.ts';

/** Both days belong to the period. */
export interface Period {
  readonly from: Day;
  readonly to: Day;
}

/**
 * The days of a named period as seen on `today`, in the business's own months and years. A custom period without its
 * two days falls back to this month; one told backwards is turned round.
 */
export function periodOf(
  name: PeriodName,
  today: Day,
  calendar: Calendar,
  custom: { readonly from: Day | null; readonly to: Day | null },
): Period {
  const thisMonth = startOfMonth(today, calendar);
  switch (name) {
    case 'week':
      return { from: today - 6, to: today };
    case 'month':
      return { from: thisMonth, to: today };
    case 'last-month':
      return { from: addMonths(thisMonth, -1, calendar), to: thisMonth - 1 };
    case 'quarter':
      return { from: addMonths(today, -3, calendar) + 1, to: today };
    case 'year':
      return { from: startOfYear(today, calendar), to: today };
    case 'twelve-months':
      return { from: addMonths(today, -12, calendar) + 1, to: today };
    default:
      if (custom.from === null || custom.to === null) return { from: thisMonth, to: today };
      return { from: Math.min(custom.from, custom.to), to: Math.max(custom.from, custom.to) };
  }
}
