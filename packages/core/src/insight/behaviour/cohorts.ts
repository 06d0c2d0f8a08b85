import { z } from 'zod';
import type { Calendar, Day } from '../../values/index.ts';
import type { WalkOver } from '../buyer.ts';
import { Months, MOST_MONTHS } from './months.ts';
import { isSeen, netOf } from './order.ts';
import { shareSchema } from './shares.ts';

/** Gaps between orders beyond two years fall into the last place. */
const LONGEST_GAP = 731;

const monthSchema = z.strictObject({ year: z.int(), month: z.int().min(1).max(12) });

const periodSchema = z.strictObject({
  /** Months after that of the first order; 0 is that month itself, in which everybody ordered. */
  month: z.int().min(0),
  /** False in the month of the analysis, unless that is its last day: more may come. */
  complete: z.boolean(),
  /** Who ordered in that month. */
  people: z.int().min(0),
  retention: shareSchema,
  /** Minor units, net of what was given back, counted in the month of the order; and all of it until then. */
  revenue: z.number().min(0),
  cumulative: z.number().min(0),
  /** The cumulative value for each of those who began. */
  perPerson: z.number().min(0),
});

export const cohortsSchema = z.strictObject({
  asOf: z.int(),
  calendar: z.enum(['jalali', 'gregorian']),
  people: z.int().min(0),
  /** Those whose first order is older than the months shown. */
  earlier: z.int().min(0),
  /** The first day on which anybody was seen to order, and the days within which nine of ten next orders come. */
  firstSeen: z.int().nullable(),
  ninthGap: z.int().nullable(),
  /** By month of the first order; months in which nobody began are left out. */
  cohorts: z.array(
    monthSchema.extend({
      /** The first day of the month. */
      from: z.int(),
      size: z.int().min(1),
      /** False while the month itself goes on. */
      complete: z.boolean(),
      /**
       * The month lies so near to the first day seen that some of these may have ordered before anybody wrote it down:
       * they are not all new.
       */
      mayBeOlder: z.boolean(),
      periods: z.array(periodSchema).min(1).max(MOST_MONTHS),
    }),
  ),
  /** All cohorts together, over those that saw the whole of the month. */
  together: z.array(
    z.strictObject({
      month: z.int().min(0),
      /** Who could have ordered, and who did. */
      of: z.int().min(1),
      people: z.int().min(0),
      retention: shareSchema,
      perPerson: z.number().min(0),
    }),
  ),
});
export type Cohorts = z.infer<typeof cohortsSchema>;

/**
 * Who orders again in the months after the first order, and what they have brought by then. Keeps one table of months by
 * months.
 */
export function cohortWalk({
  asOf,
  calendar,
}: {
  readonly asOf: Day;
  readonly calendar: Calendar;
}): WalkOver<Cohorts> {
  const months = new Months(asOf, calendar);
  const size = new Float64Array(MOST_MONTHS);
  const people = new Float64Array(MOST_MONTHS * MOST_MONTHS);
  const revenue = new Float64Array(MOST_MONTHS * MOST_MONTHS);
  const gaps = new Float64Array(LONGEST_GAP + 1);
  let earlier = 0;
  let firstSeen: Day | null = null;

  return {
    take(buyer) {
      let [cohort, lastDay, lastPeriod] = [-1, 0, -1];
      let isFirst = true;
      for (const order of buyer.orders) {
        if (!isSeen(order, asOf)) continue;
        const { day } = order;
        const month = months.of(day);
        if (isFirst) {
          isFirst = false;
          if (firstSeen === null || day < firstSeen) firstSeen = day;
          cohort = month;
          if (cohort < 0) earlier++;
          else size[cohort] = (size[cohort] as number) + 1;
        } else if (day > lastDay) {
          const gap = Math.min(day - lastDay, LONGEST_GAP);
          gaps[gap] = (gaps[gap] as number) + 1;
        }
        lastDay = day;
        if (cohort < 0) continue;
        const period = Math.max(0, month - cohort);
        const cell = cohort * MOST_MONTHS + period;
        revenue[cell] = (revenue[cell] as number) + netOf(order);
        if (period > lastPeriod) people[cell] = (people[cell] as number) + 1;
        lastPeriod = Math.max(lastPeriod, period);
      }
    },
    result() {
      const ninthGap = ninthOf(gaps);
      const old = firstSeen === null ? null : firstSeen + (ninthGap ?? 0);
      const cohorts: Cohorts['cohorts'] = [];
      for (let cohort = 0; cohort < MOST_MONTHS; cohort++) {
        const began = size[cohort] as number;
        if (began === 0) continue;
        const periods: z.infer<typeof periodSchema>[] = [];
        let cumulative = 0;
        for (let month = 0; cohort + month < MOST_MONTHS; month++) {
          const cell = cohort * MOST_MONTHS + month;
          cumulative += revenue[cell] as number;
          periods.push({
            month,
            complete: months.isComplete(cohort + month),
            people: people[cell] as number,
            retention: (people[cell] as number) / began,
            revenue: revenue[cell] as number,
            cumulative,
            perPerson: cumulative / began,
          });
        }
        const { from, ...date } = months.dateOf(cohort);
        cohorts.push({
          ...date,
          from,
          size: began,
          complete: months.isComplete(cohort),
          mayBeOlder: old !== null && from <= old,
          periods,
        });
      }
      const everybody = size.reduce((sum, began) => sum + began, earlier);
      const together = togetherOf(cohorts);
      return { asOf, calendar, people: everybody, earlier, firstSeen, ninthGap, cohorts, together };
    },
  };
}

function ninthOf(gaps: Float64Array): number | null {
  const all = gaps.reduce((sum, count) => sum + count, 0);
  if (all === 0) return null;
  let seen = 0;
  for (let gap = 0; gap < gaps.length; gap++) {
    seen += gaps[gap] as number;
    if (seen >= 0.9 * all) return gap;
  }
  return LONGEST_GAP;
}

function togetherOf(cohorts: Cohorts['cohorts']): Cohorts['together'] {
  const together: Cohorts['together'] = [];
  for (let month = 0; month < MOST_MONTHS; month++) {
    let [of, people, value] = [0, 0, 0];
    for (const { size, periods } of cohorts) {
      const period = periods[month];
      if (period === undefined || !period.complete) continue;
      of += size;
      people += period.people;
      value += period.cumulative;
    }
    if (of > 0) together.push({ month, of, people, retention: people / of, perPerson: value / of });
  }
  return together;
}
