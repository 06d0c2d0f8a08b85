import {
  accept,
  addMonths,
  type Calendar,
  dateOf,
  type Day,
  dayFrom,
  refuse,
  type Result,
  startOfMonth,
} from '@nardeban/core/values';

/** `1405-01`: a month of the business's calendar, as addresses and answers name it. */
export function monthText(day: Day, calendar: Calendar): string {
  const { year, month } = dateOf(day, calendar);
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}`;
}

/** The first day of a month that was named. Refusal: `month_unknown`. */
export function monthNamed(text: string, calendar: Calendar, field = 'month'): Result<Day> {
  const [year = 0, month = 0] = text.split('-').map(Number);
  const day = dayFrom(calendar, year, month, 1);
  return day === null ? refuse('month_unknown', field, { month: text }) : accept(day);
}

/** Months counted on, so that the difference of two is an age. */
export function monthNumber(day: Day, calendar: Calendar): number {
  const { year, month } = dateOf(day, calendar);
  return year * 12 + month - 1;
}

export function nextMonth(day: Day, calendar: Calendar): Day {
  return addMonths(startOfMonth(day, calendar), 1, calendar);
}

/** The first days of all months from that of one day to that of another, both included. */
export function monthsBetween(from: Day, to: Day, calendar: Calendar): readonly Day[] {
  const months: Day[] = [];
  for (let month = startOfMonth(from, calendar); month <= to; month = nextMonth(month, calendar))
    months.push(month);
  return months;
}
