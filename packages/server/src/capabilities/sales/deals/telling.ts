import type { FactData, FactType } from '@nardeban/core/facts';
import type { Instant } from '@nardeban/core/values';
import { int8Array, type Tx } from '../../../platform/database/index.ts';
import type { Business } from '../../../platform/tenancy/index.ts';
import { type SalesFact, tellSales } from '../telling.ts';

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
async function openedWithOf(tx: Tx, deals: readonly number[]): Promise<ReadonlyMap<number, number>> {
  const { rows } = await tx.query<{ deal: number; person: number }>({
    name: 'deals-opened-with',
    text: `SELECT deal_id AS deal, person_id AS person FROM deals
           WHERE business_id = this_business() AND deal_id = ANY($1::bigint[])`,
    values: [int8Array([...new Set(deals)])],
  });
  return new Map(rows.map(({ deal, person }) => [deal, person]));
}

/** Tells what happened in deals, each of whom it was opened with. */
export async function tellOfDeals(
  tx: Tx,
  business: Business,
  told: readonly (Omit<SalesFact, 'person'> & { readonly deal: number })[],
): Promise<void> {
  if (told.length === 0) return;
  const openedWith = await openedWithOf(
    tx,
    told.map(({ deal }) => deal),
  );
  await tellSales(
    tx,
    business,
    told.map(({ deal, ...fact }) => ({ ...fact, person: openedWith.get(deal) ?? null })),
  );
}

/** Tells what happened to deals, in the transaction of the deed. */
export async function tell(
  tx: Tx,
  business: Business,
  at: Instant,
  told: readonly DealTold[],
): Promise<void> {
  await tellOfDeals(
    tx,
    business,
    told.map(({ deal, type, key, data }) => ({
      deal,
      type,
      at,
      key: `deal-${deal}-${key}`,
      data: { deal: String(deal), ...data },
    })),
  );
}
