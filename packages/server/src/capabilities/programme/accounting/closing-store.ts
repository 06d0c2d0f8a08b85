import type { CohortMoney, MoneyRoll, RollForward, VoucherKind } from '@nardeban/core/programme';
import type { Day, Instant } from '@nardeban/core/values';
import { timestamptz, type Tx } from '../../../platform/database/index.ts';
import type { HolderKind } from './book-store.ts';
import type { Author } from './terms-store.ts';

/** A month as it is told: rolled forward in units and measured in money. */
export interface WalletMonth {
  readonly holder: HolderKind;
  readonly wallet: string;
  readonly rolled: RollForward & {
    /** Closing less what the lots came to when it was proved; null: not proved yet. */
    readonly difference: number | null;
  };
  readonly money: {
    readonly deferred: MoneyRoll;
    readonly provision: MoneyRoll;
    readonly stock: number;
    readonly cohorts: readonly CohortMoney[];
    readonly amounts: Readonly<Partial<Record<VoucherKind, number>>>;
    readonly rate: number;
    readonly rateFrom: 'stated' | 'cohorts' | 'assumed';
    readonly costFrom: 'stated' | 'assumed';
    /** What members owe, in units and at what they cost. */
    readonly debtUnits: number;
    readonly debts: number;
    /** Entries of sales whose price nobody told: their points are deferred at nothing. */
    readonly unpriced: number;
  };
}

export interface ClosedMonth {
  readonly month: Day;
  readonly nextMonth: Day;
  readonly note: string;
  readonly closedBy: string;
  readonly closedAt: Instant;
}

const MONTH = `month, next_month AS "nextMonth", note, closed_by AS "closedBy", closed_at AS "closedAt"`;

/** The closed months, the first first: there are twelve a year. */
export async function closedMonths(tx: Tx): Promise<readonly ClosedMonth[]> {
  const { rows } = await tx.query<ClosedMonth>(
    `SELECT ${MONTH} FROM club_book_months WHERE business_id = this_business() ORDER BY month`,
  );
  return rows;
}

/** The first day that is not closed; null: none is. */
export async function openFrom(tx: Tx): Promise<Day | null> {
  const { rows } = await tx.query<{ day: Day | null }>(
    'SELECT max(next_month) AS day FROM club_book_months WHERE business_id = this_business()',
  );
  return rows[0]?.day ?? null;
}

/** What a closed month came to; empty where it is not closed. */
export async function closingOf(tx: Tx, month: Day): Promise<readonly WalletMonth[]> {
  const { rows } = await tx.query<WalletMonth>(
    `SELECT holder, wallet, rolled, money FROM club_book_closings WHERE business_id = this_business() AND month = $1
     ORDER BY holder DESC, wallet`,
    [month],
  );
  return rows;
}

export async function writeClosing(
  tx: Tx,
  closed: { readonly month: Day; readonly nextMonth: Day; readonly note: string },
  wallets: readonly WalletMonth[],
  { by, now }: Author,
): Promise<ClosedMonth> {
  const { rows } = await tx.query<ClosedMonth>(
    `INSERT INTO club_book_months (business_id, month, next_month, note, closed_by, closed_at)
     VALUES (this_business(), $1, $2, $3, $4, $5) RETURNING ${MONTH}`,
    [closed.month, closed.nextMonth, closed.note, by, timestamptz(now)],
  );
  for (const { holder, wallet, rolled, money } of wallets)
    await tx.query(
      `INSERT INTO club_book_closings (business_id, month, holder, wallet, rolled, money)
       VALUES (this_business(), $1, $2, $3, $4, $5)`,
      [closed.month, holder, wallet, JSON.stringify(rolled), JSON.stringify(money)],
    );
  const [made] = rows;
  if (made === undefined) throw new Error('A month that was just closed is not there');
  return made;
}
