import type { Millionths } from '@nardeban/core/programme';
import type { Day, Instant } from '@nardeban/core/values';
import { timestamptz, type Tx } from '../../../platform/database/index.ts';
import type { Author } from './terms-store.ts';

/** What part of a wallet's units is expected to be redeemed, from a month on. */
export interface NewEstimate {
  readonly wallet: string;
  readonly fromMonth: Day;
  readonly source: 'stated' | 'cohorts';
  readonly rate: Millionths;
  readonly low: Millionths | null;
  readonly high: Millionths | null;
  /** Of what is open at each whole month of age. */
  readonly remaining: readonly Millionths[] | null;
  readonly reason: string;
  /** What it moved when it was made, in minor units: revenue and provision, each more or less. */
  readonly revenue: number;
  readonly provision: number;
}

export interface Estimate extends NewEstimate {
  readonly id: number;
  readonly madeBy: string;
  readonly madeAt: Instant;
}

const COLUMNS = `estimate_id AS id, wallet, from_month AS "fromMonth", source, rate, low, high, remaining, reason, revenue,
  provision, made_by AS "madeBy", made_at AS "madeAt"`;
const MOST = 1000;

/** Every estimate, the first made first. */
export async function listEstimates(tx: Tx): Promise<readonly Estimate[]> {
  const { rows } = await tx.query<Estimate>(
    `SELECT * FROM (SELECT ${COLUMNS} FROM club_estimates WHERE business_id = this_business()
                    ORDER BY estimate_id DESC LIMIT ${MOST}) newest ORDER BY id`,
  );
  return rows;
}

export async function addEstimate(tx: Tx, asked: NewEstimate, { by, now }: Author): Promise<Estimate> {
  const { rows } = await tx.query<Estimate>(
    `INSERT INTO club_estimates (business_id, wallet, from_month, source, rate, low, high, remaining, reason, revenue,
       provision, made_by, made_at)
     VALUES (this_business(), $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) RETURNING ${COLUMNS}`,
    [
      asked.wallet,
      asked.fromMonth,
      asked.source,
      asked.rate,
      asked.low,
      asked.high,
      asked.remaining === null ? null : JSON.stringify(asked.remaining),
      asked.reason,
      asked.revenue,
      asked.provision,
      by,
      timestamptz(now),
    ],
  );
  const [made] = rows;
  if (made === undefined) throw new Error('An estimate that was just written is not there');
  return made;
}
