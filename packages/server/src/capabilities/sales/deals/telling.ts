import type { FactData, FactType } from '@nardeban/core/facts';
import type { Instant } from '@nardeban/core/values';
import { int8Array, type Tx } from '../../../platform/database/index.ts';
import type { Business } from '../../../platform/tenancy/index.ts';
import { appendFacts, sourceId } from '../../facts/index.ts';

export const SALES_SOURCE = 'sales';

/** One thing that happened to a deal; `key` names it within the deal for ever, such as `won-3`. */
export interface DealTold {
  readonly deal: number;
  readonly type: FactType;
  readonly key: string;
  readonly data?: FactData;
}

/**
 * The person each of these deals was opened with, whoever they are one with by now. What happens in a deal is told of them, so
 * that it stays with the deal when it turns out that they were two after all.
 */
export async function openedWithOf(tx: Tx, deals: readonly number[]): Promise<ReadonlyMap<number, number>> {
  const { rows } = await tx.query<{ deal: number; person: number }>({
    name: 'deals-opened-with',
    text: `SELECT deal_id AS deal, person_id AS person FROM deals
           WHERE business_id = this_business() AND deal_id = ANY($1::bigint[])`,
    values: [int8Array([...new Set(deals)])],
  });
  return new Map(rows.map(({ deal, person }) => [deal, person]));
}

/** Tells what happened to deals, in the transaction of the deed. */
export async function tell(
  tx: Tx,
  business: Business,
  at: Instant,
  told: readonly DealTold[],
): Promise<void> {
  if (told.length === 0) return;
  const source = await sourceId(tx, business, SALES_SOURCE);
  const openedWith = await openedWithOf(
    tx,
    told.map(({ deal }) => deal),
  );
  await appendFacts(
    tx,
    business,
    told.map(({ deal, type, key, data }) => ({
      personId: openedWith.get(deal) ?? null,
      conflictId: null,
      type,
      at,
      sourceId: source,
      key: `deal-${deal}-${key}`,
      data: { deal: String(deal), ...data },
    })),
  );
}
