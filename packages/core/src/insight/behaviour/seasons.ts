import { addMonths, dateOf, weekday, type Calendar, type Day } from '../../values/index.ts';
import type { WalkOver } from '../buyer.ts';
import type { Daily } from './daily.ts';
import { occasionEffects } from './occasion-effects.ts';
import { isSeen, netOf } from './order.ts';
import type { Seasons } from './season.ts';

/** Ten years. */
export const MOST_DAYS = 3_653;

/**
 * Months, weekdays, hours and holidays of what was ordered up to `asOf`, ten years back at most. Keeps a few numbers a
 * day.
 */
export function seasonWalk({
  asOf,
  calendar,
}: {
  readonly asOf: Day;
  readonly calendar: Calendar;
}): WalkOver<Seasons> {
  const first = asOf - MOST_DAYS + 1;
  const sums = (): Float64Array => new Float64Array(MOST_DAYS);
  const daily: Daily = { asOf, first, orders: sums(), revenue: sums(), repeats: sums(), begun: sums() };
  const hours = { orders: new Float64Array(24), revenue: new Float64Array(24) };

  return {
    take(buyer) {
      let lastDay: Day | null = null;
      let [from, repeats] = [asOf, 0];
      for (const order of buyer.orders) {
        if (!isSeen(order, asOf)) continue;
        const { day, hour } = order;
        const place = day - first;
        const isRepeat = lastDay !== null && day > lastDay;
        if (lastDay === null) from = Math.max(day + 1, first);
        lastDay = day;
        if (place < 0) continue;
        const net = netOf(order);
        daily.orders[place] = (daily.orders[place] as number) + 1;
        daily.revenue[place] = (daily.revenue[place] as number) + net;
        if (isRepeat) {
          daily.repeats[place] = (daily.repeats[place] as number) + 1;
          repeats++;
        }
        if (hour === null || !(hour >= 0 && hour < 24)) continue;
        const at = Math.floor(hour);
        hours.orders[at] = (hours.orders[at] as number) + 1;
        hours.revenue[at] = (hours.revenue[at] as number) + net;
      }
      if (repeats === 0 || from > asOf) return;
      daily.begun[from - first] = (daily.begun[from - first] as number) + repeats / (asOf - from + 1);
    },
    result: () => seasonsOf(daily, hours, calendar),
  };
}

function seasonsOf(
  daily: Daily,
  hours: { readonly orders: Float64Array; readonly revenue: Float64Array },
  calendar: Calendar,
): Seasons {
  const { asOf } = daily;
  const place = daily.orders.findIndex((orders) => orders > 0);
  const from = place < 0 ? null : daily.first + place;
  const days = from === null ? 0 : asOf - from + 1;
  const total = sumOf(daily.orders);
  const revenue = sumOf(daily.revenue);
  const years = from === null ? 0 : wholeYears(from, asOf, calendar);
  const monthsFrom = years === 0 ? from : addMonths(asOf, -12 * years, calendar) + 1;
  const months = indicesOf(daily, monthsFrom, 12, (day) => dateOf(day, calendar).month - 1);
  const weekdays = indicesOf(daily, from, 7, weekday);
  const [withHour, revenueWithHour] = [sumOf(hours.orders), sumOf(hours.revenue)];
  return {
    asOf,
    calendar,
    from,
    days,
    orders: total,
    revenue,
    enoughYears: years >= 2,
    monthsFrom,
    months: months.map((figures, i) => ({ month: i + 1, ...figures })),
    weekdays: weekdays.map((figures, i) => ({ weekday: i, ...figures })),
    hours: Array.from(hours.orders, (orders, hour) => {
      const paid = hours.revenue[hour] as number;
      return {
        hour,
        orders,
        revenue: paid,
        index: withHour > 0 ? (orders * 24) / withHour : null,
        revenueIndex: revenueWithHour > 0 ? (paid * 24) / revenueWithHour : null,
      };
    }),
    ordersWithHour: withHour,
    occasions: from === null ? [] : occasionEffects(daily, from, calendar),
  };
}

function wholeYears(from: Day, asOf: Day, calendar: Calendar): number {
  let years = 0;
  while (addMonths(asOf, -12 * (years + 1), calendar) + 1 >= from) years++;
  return years;
}

type Figures = Omit<Seasons['months'][number], 'month'>;

/** Sums and indices by classes of days: an average day of the class against an average day. */
function indicesOf(
  { asOf, first, orders, revenue }: Daily,
  from: Day | null,
  classes: number,
  classOf: (day: Day) => number,
): Figures[] {
  const sums = Array.from({ length: classes }, () => ({ orders: 0, revenue: 0, days: 0, squares: 0 }));
  const all = { orders: 0, revenue: 0, days: 0 };
  for (let day = from ?? asOf + 1; day <= asOf; day++) {
    const sum = sums[classOf(day)];
    if (sum === undefined) continue;
    const [ordered, paid] = [orders[day - first] as number, revenue[day - first] as number];
    for (const one of [sum, all]) {
      one.orders += ordered;
      one.revenue += paid;
      one.days++;
    }
    sum.squares += ordered * ordered;
  }
  return sums.map(({ squares, ...sum }) => {
    const usual = all.orders / all.days;
    const usualRevenue = all.revenue / all.days;
    const mean = sum.orders / sum.days;
    const variance = Math.max(0, squares - sum.orders * mean) / (sum.days - 1);
    return {
      ...sum,
      index: sum.days > 0 && usual > 0 ? mean / usual : null,
      revenueIndex: sum.days > 0 && usualRevenue > 0 ? sum.revenue / sum.days / usualRevenue : null,
      error: sum.days > 1 && usual > 0 ? Math.sqrt(variance / sum.days) / usual : null,
    };
  });
}

function sumOf(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0);
}
