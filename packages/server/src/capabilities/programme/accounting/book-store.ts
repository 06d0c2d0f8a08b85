import {
  addMovements,
  changeOf,
  type CohortState,
  type Movement,
  movementNames,
  type Nature,
  NO_MOVEMENT,
} from '@nardeban/core/programme';
import type { Day, Instant } from '@nardeban/core/values';
import { timestamptz, type Tx } from '../../../platform/database/index.ts';

export type HolderKind = 'person' | 'card';

/** One wallet of one kind of holder: what a roll-forward is of. */
export interface BookOf {
  readonly holder: HolderKind;
  readonly wallet: string;
}

/** What a wallet came to when the books were last rolled, beside what its lots come to. */
export interface ProofLine extends BookOf {
  readonly closing: number;
  readonly left: number;
  readonly debts: number;
  readonly difference: number;
}

export interface Books {
  /** Every day before this one is whole. */
  readonly rolledThrough: Day;
  readonly rolledAt: Instant;
  readonly proof: readonly ProofLine[];
}

/** Null until the books were rolled for the first time. */
export async function booksOf(tx: Tx): Promise<Books | null> {
  const { rows } = await tx.query<Books>(
    `SELECT rolled_through AS "rolledThrough", rolled_at AS "rolledAt", proof FROM club_books
     WHERE business_id = this_business()`,
  );
  return rows[0] ?? null;
}

export async function writeBooks(tx: Tx, { rolledThrough, rolledAt, proof }: Books): Promise<void> {
  await tx.query(
    `INSERT INTO club_books (business_id, rolled_through, rolled_at, proof) VALUES (this_business(), $1, $2, $3)
     ON CONFLICT (business_id) DO UPDATE SET rolled_through = excluded.rolled_through, rolled_at = excluded.rolled_at,
       proof = excluded.proof`,
    [rolledThrough, timestamptz(rolledAt), JSON.stringify(proof)],
  );
}

export interface BookWindow {
  /** Posted from this day on, and before that one. */
  readonly from?: Day | undefined;
  readonly before?: Day | undefined;
  /** Happened before this day. */
  readonly happenedBefore?: Day | undefined;
}

interface SummedRow extends BookOf {
  readonly day: Day;
  readonly movement: keyof Movement;
  readonly units: number;
}

const WITHIN = `business_id = this_business() AND ($1::int IS NULL OR posted_day >= $1) AND ($2::int IS NULL OR posted_day < $2)
  AND ($3::int IS NULL OR event_day < $3) AND movement <> 'settled'`;

function boundsOf({ from, before, happenedBefore }: BookWindow): (Day | null)[] {
  return [from ?? null, before ?? null, happenedBefore ?? null];
}

/** What moved each wallet, added up over the days of a window. */
export async function movementsIn(
  tx: Tx,
  window: BookWindow,
): Promise<readonly (BookOf & { readonly movement: Movement })[]> {
  const { rows } = await tx.query<Omit<SummedRow, 'day'>>(
    `SELECT holder, wallet, movement, sum(units)::bigint AS units FROM club_book_days
     WHERE ${WITHIN} GROUP BY 1, 2, 3 ORDER BY 1, 2`,
    boundsOf(window),
  );
  return grouped(rows.map((row) => ({ ...row, day: 0 }))).map(({ holder, wallet, movement }) => ({
    holder,
    wallet,
    movement,
  }));
}

/** The same day by day, in order of the days. */
export async function movementsByDay(
  tx: Tx,
  window: BookWindow,
): Promise<readonly (BookOf & { readonly day: Day; readonly movement: Movement })[]> {
  const { rows } = await tx.query<SummedRow>(
    `SELECT posted_day AS day, holder, wallet, movement, sum(units)::bigint AS units FROM club_book_days
     WHERE ${WITHIN} GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3`,
    boundsOf(window),
  );
  return grouped(rows);
}

function grouped(
  rows: readonly SummedRow[],
): (BookOf & { readonly day: Day; readonly movement: Movement })[] {
  const found = new Map<string, BookOf & { readonly day: Day; movement: Movement }>();
  for (const { holder, wallet, day, movement, units } of rows) {
    const key = `${day} ${holder} ${wallet}`;
    const one = found.get(key) ?? { holder, wallet, day, movement: NO_MOVEMENT };
    found.set(key, {
      ...one,
      movement: addMovements(one.movement, { ...NO_MOVEMENT, [movement]: units }),
    });
  }
  return [...found.values()];
}

/** What a wallet held when a window ended: all that was posted before. */
export async function closingsBefore(
  tx: Tx,
  before: Day,
  happenedBefore?: Day,
): Promise<ReadonlyMap<string, number>> {
  const sums = await movementsIn(tx, { before, happenedBefore });
  return new Map(sums.map((one) => [bookKey(one), changeOf(one.movement)]));
}

export function bookKey({ holder, wallet }: BookOf): string {
  return `${holder} ${wallet}`;
}

export interface BookCohort {
  readonly cohort: Day;
  readonly nature: Nature;
  readonly movement: Movement;
  /** Units of this cohort that settled a debt (below zero), or debts of it that were settled. */
  readonly settled: number;
  /** What members owe of it. */
  readonly owed: number;
  readonly price: number;
  readonly unpriced: number;
}

/** What became of each month of earning of a wallet, by what was posted before a day. */
export async function cohortsBefore(tx: Tx, book: BookOf, before: Day): Promise<readonly BookCohort[]> {
  const sums = movementNames
    .map((name) => `coalesce(sum(units) FILTER (WHERE movement = '${name}'), 0)::bigint AS "${name}"`)
    .join(', ');
  const { rows } = await tx.query<Movement & Omit<BookCohort, 'movement'>>(
    `SELECT cohort, nature, ${sums}, sum(owed)::bigint AS owed,
       coalesce(sum(units) FILTER (WHERE movement = 'settled'), 0)::bigint AS settled, sum(price)::bigint AS price, sum(unpriced)::bigint AS unpriced
     FROM club_book_days
     WHERE business_id = this_business() AND holder = $1 AND wallet = $2 AND posted_day < $3
     GROUP BY cohort, nature ORDER BY cohort, nature`,
    [book.holder, book.wallet, before],
  );
  return rows.map(({ cohort, nature, settled, owed, price, unpriced, ...movement }) => ({
    cohort,
    nature,
    movement,
    settled,
    owed,
    price,
    unpriced,
  }));
}

/**
 * A cohort as accounting sees it. What was added by hand was given; what was taken by hand is as if taken back. Units that
 * settled a debt were redeemed for it.
 */
export function stateOf(
  { cohort, nature, movement, settled, owed, price }: BookCohort,
  monthNumber: (day: Day) => number,
): CohortState {
  const { earned, reversed, spent, givenBack, expired, adjusted, transferred } = movement;
  return {
    cohort: monthNumber(cohort),
    nature,
    earned: earned + Math.max(adjusted, 0) + Math.max(transferred, 0),
    reversed: reversed + Math.max(-adjusted, 0) + Math.max(-transferred, 0),
    redeemed: Math.max(spent - givenBack + Math.max(-settled, 0), 0),
    expired,
    open: Math.max(changeOf(movement) + settled + owed, 0),
    price,
  };
}
