import { type Day, type Instant, MS_PER_DAY, zoneOf } from '@nardeban/core/values';
import type { Clock } from '../../../platform/clock/index.ts';
import { type Database, timestamptz, type Tx } from '../../../platform/database/index.ts';
import { type Business, businessById } from '../../../platform/tenancy/index.ts';
import { firstDayOf, prove, writeDays } from './book-days.ts';
import { type Books, booksOf, writeBooks } from './book-store.ts';
import { lockBooks } from './books-lock.ts';
import { openFrom } from './closing-store.ts';

/** So many days of a past that was never rolled are written at a time. */
const DAYS_AT_ONCE = 31;
const DUE_AFTER_MS = MS_PER_DAY / 24;

/**
 * Brings the books up to this instant and proves them against the lots. Yesterday is written anew as well: what was being
 * posted at midnight is in it by now. A closed month is left alone. Whoever calls it holds the lock of the books.
 */
export async function rollBooks(tx: Tx, business: Business, now: Instant): Promise<Books> {
  const today = zoneOf(business.zone).dayOf(now);
  const from = await rollFrom(tx, business, today);
  await writeDays(tx, business, from, null);
  const books: Books = { rolledThrough: today, rolledAt: now, proof: await prove(tx, business, from) };
  await writeBooks(tx, books);
  return books;
}

async function rollFrom(tx: Tx, business: Business, today: Day): Promise<Day> {
  const books = await booksOf(tx);
  const begun = books === null ? await firstDayOf(tx, business) : books.rolledThrough - 1;
  return Math.max(Math.min(begun ?? today, today), (await openFrom(tx)) ?? Number.NEGATIVE_INFINITY);
}

/**
 * The same for the job: a long past a month at a time, each remembered as it is done, so that it can be stopped and goes on
 * where it was. Answers whether the books are up to date.
 */
export async function rollBusiness(
  database: Database,
  clock: Clock,
  business: Business,
  signal?: AbortSignal,
): Promise<boolean> {
  for (;;) {
    if (signal?.aborted === true) return false;
    const isDone = await database.withBusiness(business.id, async (tx) => {
      await lockBooks(tx);
      const now = clock.now();
      const today = zoneOf(business.zone).dayOf(now);
      const from = await rollFrom(tx, business, today);
      const before = from + DAYS_AT_ONCE;
      if (before >= today) {
        await rollBooks(tx, business, now);
        return true;
      }
      await writeDays(tx, business, from, before);
      // Not rolled to the end: it stays due, and nothing is proved of it.
      await writeBooks(tx, { rolledThrough: before + 1, rolledAt: 0, proof: [] });
      return false;
    });
    if (isDone) return true;
  }
}

/** Every business whose books are an hour old. Answers how many were rolled. */
export async function rollDue(database: Database, clock: Clock, signal?: AbortSignal): Promise<number> {
  const since = clock.now() - DUE_AFTER_MS;
  const due = await database.withoutBusiness(async (tx) => {
    const { rows } = await tx.query<{ id: number }>(
      'SELECT business_id AS id FROM businesses_with_books_due($1)',
      [timestamptz(since)],
    );
    return rows.map(({ id }) => id);
  });
  let rolled = 0;
  for (const id of due) {
    if (signal?.aborted === true) break;
    const business = await businessById(database, id);
    if (business === null) continue;
    if (await rollBusiness(database, clock, business, signal)) rolled++;
  }
  return rolled;
}
