import type { SplitMethod, UnitPrice } from '@nardeban/core/programme';
import type { Day, Instant } from '@nardeban/core/values';
import { timestamptz, type Tx } from '../../../platform/database/index.ts';

export interface Author {
  readonly by: string;
  readonly now: Instant;
}

/** What a wallet's units cost and are worth beside the goods, from a month on. */
export interface NewTerms {
  readonly wallet: string;
  readonly fromMonth: Day;
  readonly cost: UnitPrice;
  readonly standAlone: UnitPrice;
  readonly method: SplitMethod;
  readonly reason: string;
}

export interface Terms extends NewTerms {
  readonly id: number;
  readonly madeBy: string;
  readonly madeAt: Instant;
}

interface TermsRow extends Omit<Terms, 'cost' | 'standAlone'> {
  readonly costPoints: number;
  readonly costAmount: number;
  readonly alonePoints: number;
  readonly aloneAmount: number;
}

const COLUMNS = `terms_id AS id, wallet, from_month AS "fromMonth", cost_points AS "costPoints", cost_amount AS "costAmount",
  alone_points AS "alonePoints", alone_amount AS "aloneAmount", method, reason, made_by AS "madeBy", made_at AS "madeAt"`;
/** Nobody changes what a unit costs more often than that; older ones stay in force where nothing newer was said. */
const MOST = 1000;

function termsOf({ costPoints, costAmount, alonePoints, aloneAmount, ...rest }: TermsRow): Terms {
  return {
    ...rest,
    cost: { points: costPoints, amount: costAmount },
    standAlone: { points: alonePoints, amount: aloneAmount },
  };
}

/** Everything that was said, the first said first. */
export async function listTerms(tx: Tx): Promise<readonly Terms[]> {
  const { rows } = await tx.query<TermsRow>(
    `SELECT * FROM (SELECT ${COLUMNS} FROM club_terms WHERE business_id = this_business()
                    ORDER BY terms_id DESC LIMIT ${MOST}) newest ORDER BY id`,
  );
  return rows.map(termsOf);
}

export async function addTerms(tx: Tx, terms: NewTerms, { by, now }: Author): Promise<Terms> {
  const { wallet, fromMonth, cost, standAlone, method, reason } = terms;
  const { rows } = await tx.query<TermsRow>(
    `INSERT INTO club_terms (business_id, wallet, from_month, cost_points, cost_amount, alone_points, alone_amount, method,
       reason, made_by, made_at)
     VALUES (this_business(), $1, $2, $3, $4, $5, $6, $7, $8, $9, $10) RETURNING ${COLUMNS}`,
    [
      wallet,
      fromMonth,
      cost.points,
      cost.amount,
      standAlone.points,
      standAlone.amount,
      method,
      reason,
      by,
      timestamptz(now),
    ],
  );
  const [made] = rows;
  if (made === undefined) throw new Error('Terms that were just written are not there');
  return termsOf(made);
}

/** What holds for a month: of what begins with it or before, that which begins last, and of those the one said last. */
export function inForce<One extends { readonly wallet: string; readonly fromMonth: Day }>(
  all: readonly One[],
  wallet: string,
  month: Day,
): One | null {
  let found: One | null = null;
  for (const one of all)
    if (
      one.wallet === wallet &&
      one.fromMonth <= month &&
      one.fromMonth >= (found?.fromMonth ?? one.fromMonth)
    )
      found = one;
  return found;
}

/** A month before everything that was said of a wallet's worth goes by what was said of it first. */
export function termsIn(all: readonly Terms[], wallet: string, month: Day): Terms | null {
  const known = inForce(all, wallet, month);
  if (known !== null) return known;
  return all
    .filter((one) => one.wallet === wallet)
    .reduce<Terms | null>(
      (first, one) => (first !== null && first.fromMonth <= one.fromMonth ? first : one),
      null,
    );
}
