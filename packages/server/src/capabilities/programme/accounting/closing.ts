import { imbalance, vouchersOf } from '@nardeban/core/programme';
import {
  accept,
  type Day,
  MS_PER_DAY,
  refuse,
  type Result,
  startOfMonth,
  zoneOf,
} from '@nardeban/core/values';
import type { Tx } from '../../../platform/database/index.ts';
import type { Business } from '../../../platform/tenancy/index.ts';
import { firstDayOf } from './book-days.ts';
import { lockBooks } from './books-lock.ts';
import { type ClosedMonth, openFrom, writeClosing } from './closing-store.ts';
import { openMonths } from './month-money.ts';
import { monthText, nextMonth } from './months.ts';
import { rollBooks } from './rolling.ts';
import { listTerms, type Author } from './terms-store.ts';

/** What is being posted when a month ends is in it by then. */
const SETTLES_MS = MS_PER_DAY / 24;

/**
 * Closes a month for good: what it came to is written down, and nothing that is posted later touches it. Months are closed
 * one after the other. Refusals: `month_not_over`, `month_already_closed`, `month_before_open` {month}, `books_do_not_prove`
 * {wallet, difference}, `club_terms_missing` {wallet}, `nothing_to_close`.
 */
export async function closeMonth(
  tx: Tx,
  business: Business,
  asked: { readonly month: Day; readonly note: string },
  author: Author,
): Promise<Result<ClosedMonth>> {
  const { calendar, zone } = business;
  const { month } = asked;
  // Two who close at once, or one who closes while the clock rolls: one after the other.
  await lockBooks(tx);
  const end = nextMonth(month, calendar);
  if (author.now < zoneOf(zone).startOf(end) + SETTLES_MS) return refuse('month_not_over', 'month');
  const open = await openFrom(tx);
  if (open !== null && month < open) return refuse('month_already_closed', 'month');
  const first = await firstDayOf(tx, business);
  if (first === null || first >= end) return refuse('nothing_to_close', 'month');
  const due = open ?? startOfMonth(first, calendar);
  if (month !== due) return refuse('month_before_open', 'month', { month: monthText(due, calendar) });
  const { proof } = await rollBooks(tx, business, author.now);
  const wrong = proof.find(({ difference }) => difference !== 0);
  if (wrong !== undefined)
    return refuse('books_do_not_prove', undefined, { wallet: wrong.wallet, difference: wrong.difference });
  const wallets = await openMonths(tx, business, month);
  const terms = await listTerms(tx);
  const unsaid = wallets.find(
    ({ holder, wallet }) => holder === 'person' && !terms.some((one) => one.wallet === wallet),
  );
  if (unsaid !== undefined) return refuse('club_terms_missing', 'wallet', { wallet: unsaid.wallet });
  for (const { wallet, money } of wallets)
    if (imbalance(vouchersOf(money.amounts)) !== 0)
      throw new Error(`The journal of ${wallet} does not balance`);
  return accept(await writeClosing(tx, { month, nextMonth: end, note: asked.note }, wallets, author));
}
