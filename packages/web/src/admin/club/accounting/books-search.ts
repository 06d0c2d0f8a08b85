import { type Calendar, type Day, dayFrom } from '@nardeban/core/values';

export const ASPECTS = ['rule', 'campaign', 'reason', 'rung', 'level', 'partner'] as const;

/** What the address of the books holds. */
export interface BooksSearch {
  /** The month that is looked at, `1405-01`; the newest without it. */
  readonly month?: string;
  /** Whose cohorts are shown; the first wallet without it. */
  readonly wallet?: string;
  /** By what it is told who pays; by rule without it. */
  readonly aspect?: (typeof ASPECTS)[number];
}

export function readBooks(raw: Readonly<Record<string, unknown>>): BooksSearch {
  const { month, wallet } = raw;
  const aspect = ASPECTS.find((one) => one === raw['aspect']);
  return {
    ...(typeof month === 'string' && /^[0-9]{4}-(0[1-9]|1[0-2])$/.test(month) ? { month } : {}),
    ...(typeof wallet === 'string' && /^[a-z][a-z0-9-]{0,62}$/.test(wallet) ? { wallet } : {}),
    ...(aspect === undefined ? {} : { aspect }),
  };
}

/** The first day of a month of the business's calendar; null where there is none such. */
export function dayOfMonth(month: string, calendar: Calendar): Day | null {
  const [year, number] = month.split('-').map(Number);
  return dayFrom(calendar, year ?? 0, number ?? 0, 1);
}

/** The month whose turn it is to be closed: the first that is not. Null while it is still going on. */
export function monthToClose(books: {
  readonly months: readonly string[];
  readonly closed: readonly { readonly month: string }[];
}): string | null {
  const closed = new Set(books.closed.map(({ month }) => month));
  const open = books.months.filter((month) => !closed.has(month));
  return open.length > 1 ? (open[0] ?? null) : null;
}
