import {
  type ChainLadder,
  chainLadder,
  type CohortAge,
  estimateRedemption,
  type RedemptionEstimate,
} from '@nardeban/core/programme';
import { type Calendar, type Day, startOfMonth } from '@nardeban/core/values';
import type { Tx } from '../../../platform/database/index.ts';
import type { BookOf } from './book-store.ts';
import { monthNumber } from './months.ts';

export interface Estimated {
  readonly wallet: string;
  readonly estimate: RedemptionEstimate;
  /** The second way, to hold beside it: from what cohorts had redeemed at each age; null: too little is known for it. */
  readonly ladder: {
    readonly rate: number;
    readonly low: number;
    readonly high: number;
  } | null;
}

interface MovedRow {
  readonly cohort: Day;
  readonly month: Day;
  readonly earned: number;
  readonly redeemed: number;
  readonly expired: number;
  readonly gone: number;
}

/**
 * What the cohorts of a wallet say of redemption. Only months that are over count; `lasts` is after how many months units
 * expire, null: never.
 */
export async function estimateFor(
  tx: Tx,
  calendar: Calendar,
  book: BookOf,
  today: Day,
  lasts: number | null,
): Promise<Estimated> {
  const moved = await movedByMonth(tx, calendar, book, startOfMonth(today, calendar));
  const cells = cellsOf(moved, monthNumber(today, calendar), calendar);
  return {
    wallet: book.wallet,
    estimate: estimateRedemption(cells, lasts),
    ladder: ladderOf(cells),
  };
}

/** What moved each cohort in each month before one, with the days of a month added up. */
async function movedByMonth(
  tx: Tx,
  calendar: Calendar,
  { holder, wallet }: BookOf,
  before: Day,
): Promise<readonly MovedRow[]> {
  const { rows } = await tx.query<{ cohort: Day; day: Day; movement: string; units: number }>(
    `SELECT cohort, event_day AS day, movement, sum(units)::bigint AS units FROM club_book_days
     WHERE business_id = this_business() AND holder = $1 AND wallet = $2 AND event_day < $3 AND cohort < $3
     GROUP BY 1, 2, 3`,
    [holder, wallet, before],
  );
  const found = new Map<string, { -readonly [Name in keyof MovedRow]: MovedRow[Name] }>();
  for (const { cohort, day, movement, units } of rows) {
    const month = startOfMonth(Math.max(day, cohort), calendar);
    const key = `${cohort} ${month}`;
    const one = found.get(key) ?? { cohort, month, earned: 0, redeemed: 0, expired: 0, gone: 0 };
    found.set(key, one);
    if (movement === 'earned') one.earned += units;
    else if (movement === 'spent') one.redeemed += units;
    else if (movement === 'givenBack') one.redeemed -= units;
    else if (movement === 'expired') one.expired += units;
    else if (movement === 'reversed') one.gone += units;
    else if (movement === 'settled') one.redeemed -= Math.min(units, 0);
    else one.gone -= units;
  }
  return [...found.values()];
}

/** A cohort's months of age one after the other, from what was open at the start of each. */
function cellsOf(moved: readonly MovedRow[], thisMonth: number, calendar: Calendar): CohortAge[] {
  const cohorts = new Map<Day, MovedRow[]>();
  for (const row of moved) cohorts.set(row.cohort, [...(cohorts.get(row.cohort) ?? []), row]);
  const cells: CohortAge[] = [];
  for (const [first, rows] of cohorts) {
    const cohort = monthNumber(first, calendar);
    const earned = rows.reduce((sum, row) => sum + row.earned, 0);
    let open = earned;
    for (let age = 0; cohort + age < thisMonth && open > 0; age++) {
      const mine = rows.filter((row) => monthNumber(row.month, calendar) === cohort + age);
      const sum = (of: (row: MovedRow) => number) => mine.reduce((all, row) => all + of(row), 0);
      // What went back with its goods was never there to be redeemed or to expire.
      const atRisk =
        open -
        Math.max(
          sum((row) => row.gone),
          0,
        );
      if (atRisk <= 0) break;
      const redeemed = Math.min(
        Math.max(
          sum((row) => row.redeemed),
          0,
        ),
        atRisk,
      );
      const expired = Math.min(
        Math.max(
          sum((row) => row.expired),
          0,
        ),
        atRisk - redeemed,
      );
      cells.push({ cohort, age, atRisk, redeemed, expired });
      open = atRisk - redeemed - expired;
    }
  }
  return cells;
}

function ladderOf(cells: readonly CohortAge[]): Estimated['ladder'] {
  const cohorts = [...new Set(cells.map(({ cohort }) => cohort))].sort((a, b) => a - b);
  const oldest = cells.filter(({ cohort }) => cohort === cohorts[0]).length;
  const triangle: number[][] = [];
  let earned = 0;
  for (const cohort of cohorts) {
    const mine = cells.filter((cell) => cell.cohort === cohort).sort((a, b) => a.age - b.age);
    const length = Math.min(mine.length, triangle.at(-1)?.length ?? oldest);
    let sum = 0;
    triangle.push(mine.slice(0, length).map(({ redeemed }) => (sum += redeemed)));
    earned += mine[0]?.atRisk ?? 0;
  }
  const found: ChainLadder | null = chainLadder(triangle);
  if (found === null || earned === 0) return null;
  const share = (units: number) => Math.round(Math.min(Math.max(units / earned, 0), 1) * 1_000_000);
  const half = 1.96 * found.standardError;
  return {
    rate: share(found.ultimate),
    low: share(found.ultimate - half),
    high: share(found.ultimate + half),
  };
}
