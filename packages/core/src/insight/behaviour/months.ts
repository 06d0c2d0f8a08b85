import { dateOf, dayFrom, type Calendar, type Day } from '../../values/index.ts';

/** Months looked at: the month of the analysis and those before it. */
export const MOST_MONTHS = 36;

/** The months looked at, the oldest 0, and the days that are in them. */
export class Months {
  private readonly calendar: Calendar;
  private readonly latest: number;
  private readonly firstDay: Day;
  private readonly monthOf: Int32Array;
  private readonly lastIsComplete: boolean;

  constructor(asOf: Day, calendar: Calendar) {
    this.calendar = calendar;
    const date = dateOf(asOf, calendar);
    this.latest = date.year * 12 + date.month - 1;
    this.firstDay = this.dateOf(0).from;
    this.monthOf = new Int32Array(asOf - this.firstDay + 1);
    for (let month = 1; month < MOST_MONTHS; month++)
      this.monthOf.fill(month, this.dateOf(month).from - this.firstDay);
    this.lastIsComplete = dateOf(asOf + 1, calendar).day === 1;
  }

  /** −1 before the oldest. */
  of(day: Day): number {
    return this.monthOf[day - this.firstDay] ?? -1;
  }

  isComplete(month: number): boolean {
    return month < MOST_MONTHS - 1 || this.lastIsComplete;
  }

  dateOf(month: number): { readonly year: number; readonly month: number; readonly from: Day } {
    const index = this.latest - (MOST_MONTHS - 1) + month;
    const year = Math.floor(index / 12);
    const date = { year, month: index - year * 12 + 1 };
    return { ...date, from: dayFrom(this.calendar, date.year, date.month, 1) ?? 0 };
  }
}
