import type { FactData, FactType } from '@nardeban/core/facts';
import type { Instant } from '@nardeban/core/values';
import type { Tx } from '../../../platform/database/index.ts';
import type { Business } from '../../../platform/tenancy/index.ts';
import { appendFacts, sourceId } from '../../facts/index.ts';
import { openedWithOf } from '../deals/telling.ts';

const SALES_SOURCE = 'sales';

export interface AgreementTold {
  /** What it was agreed in: it is told of whom that was opened with, also where they are one with somebody else by now. */
  readonly deal: number;
  readonly type: FactType;
  /** Names it for ever among everything that sales tells. */
  readonly key: string;
  readonly at: Instant;
  readonly data: FactData;
}

/** Tells what happened, in the transaction of the deed; what was told before under the same key stays as it was. */
export async function tellSales(tx: Tx, business: Business, told: readonly AgreementTold[]): Promise<void> {
  if (told.length === 0) return;
  const source = await sourceId(tx, business, SALES_SOURCE);
  const openedWith = await openedWithOf(
    tx,
    told.map(({ deal }) => deal),
  );
  await appendFacts(
    tx,
    business,
    told.map(({ deal, type, key, at, data }) => ({
      personId: openedWith.get(deal) ?? null,
      conflictId: null,
      type,
      at,
      sourceId: source,
      key,
      data,
    })),
  );
}
