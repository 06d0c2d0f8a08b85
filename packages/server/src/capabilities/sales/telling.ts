import type { FactData, FactType } from '@nardeban/core/facts';
import type { Instant } from '@nardeban/core/values';
import type { Tx } from '../../platform/database/index.ts';
import type { Business } from '../../platform/tenancy/index.ts';
import { appendFacts, sourceId } from '../facts/index.ts';

/** Where facts that the rooms of sales tell come from. */
export const SALES_SOURCE = 'sales';

/** One thing that happened. */
export interface SalesFact {
  /**
   * Of whom it is told: under whose number the matter was begun, whoever they are one with by now. So it stays with the matter
   * when it turns out that they were two after all.
   */
  readonly person: number | null;
  readonly type: FactType;
  readonly at: Instant;
  /** Names it for ever among everything that sales tells. */
  readonly key: string;
  readonly data: FactData;
}

/** Tells what happened, in the transaction of the deed; what was told before under the same key stays as it was. */
export async function tellSales(
  tx: Tx,
  business: Pick<Business, 'id'>,
  told: readonly SalesFact[],
): Promise<void> {
  if (told.length === 0) return;
  const source = await sourceId(tx, business, SALES_SOURCE);
  await appendFacts(
    tx,
    business,
    told.map(({ person, ...fact }) => ({ ...fact, personId: person, conflictId: null, sourceId: source })),
  );
}

const NUMBERED = {
  cadence_runs: 'run_id',
  follow_ups: 'follow_up_id',
  recommendation_asks: 'ask_id',
  testimonials: 'testimonial_id',
} as const;

/** Under whose number a matter was begun, whoever they are one with by now; null: there is no such matter. */
export async function begunWith(tx: Tx, matter: keyof typeof NUMBERED, id: number): Promise<number | null> {
  const { rows } = await tx.query<{ person: number }>(
    `SELECT person_id AS person FROM ${matter} WHERE business_id = this_business() AND ${NUMBERED[matter]} = $1`,
    [id],
  );
  return rows[0]?.person ?? null;
}
