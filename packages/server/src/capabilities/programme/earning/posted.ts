import type { Instant } from '@nardeban/core/values';
import type { Tx } from '../../../platform/database/index.ts';
import type { Cause } from '../ledger/types.ts';

/** A credit as it stands in the ledger. */
export interface CreditPosted {
  readonly transaction: number;
  readonly key: string;
  readonly wallet: string;
  readonly units: number;
  readonly at: Instant;
  readonly cause: Cause;
  /** What of it was taken back already. */
  readonly taken: number;
}

/** The credits under these keys. */
export async function creditsOf(tx: Tx, keys: readonly string[]): Promise<ReadonlyMap<string, CreditPosted>> {
  if (keys.length === 0) return new Map();
  const { rows } = await tx.query<CreditPosted>({
    name: 'club-credits-of-keys',
    text: `SELECT t.transaction_id AS transaction, t.key, t.wallet, t.units, t.at, t.cause, ${TAKEN} AS taken
           FROM club_transactions t WHERE t.business_id = this_business() AND t.key = ANY($1::text[]) AND t.kind = 'earn'`,
    values: [keys],
  });
  return new Map(rows.map((row) => [row.key, row]));
}

const TAKEN = `coalesce((SELECT -sum(b.units) FROM club_transactions b WHERE b.business_id = t.business_id
  AND b.reverses = t.transaction_id AND b.kind = 'take-back'), 0)::int8`;

/** The credits that a job earned for facts to people who are one. */
export async function creditsForFacts(tx: Tx, members: readonly number[]): Promise<CreditPosted[]> {
  const { rows } = await tx.query<CreditPosted>({
    name: 'club-credits-for-facts',
    text: `SELECT DISTINCT t.transaction_id AS transaction, t.key, t.wallet, t.units, t.at, t.cause, ${TAKEN} AS taken
           FROM club_accounts a JOIN club_lots l ON l.business_id = a.business_id AND l.account_id = a.account_id
           JOIN club_transactions t ON t.business_id = l.business_id AND t.transaction_id = l.transaction_id
           WHERE a.business_id = this_business() AND a.person_id = ANY($1::bigint[]) AND t.kind = 'earn' AND t.cause ? 'fact'`,
    values: [members],
  });
  return rows;
}

/** Which of these keys were posted, as whatever it was. */
export async function keysPosted(tx: Tx, keys: readonly string[]): Promise<ReadonlySet<string>> {
  if (keys.length === 0) return new Set();
  const { rows } = await tx.query<{ key: string }>({
    name: 'club-keys-posted',
    text: 'SELECT key FROM club_transactions WHERE business_id = this_business() AND key = ANY($1::text[])',
    values: [keys],
  });
  return new Set(rows.map(({ key }) => key));
}
