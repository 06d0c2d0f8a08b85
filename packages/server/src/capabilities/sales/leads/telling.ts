import type { FactData, FactType } from '@nardeban/core/facts';
import type { Instant } from '@nardeban/core/values';
import type { Tx } from '../../../platform/database/index.ts';
import type { Business } from '../../../platform/tenancy/index.ts';
import { appendFacts, type FactRow, sourceId } from '../../facts/index.ts';
import { SALES_SOURCE } from '../telling.ts';

/** One thing that happened to a lead; `key` names it within the lead for ever, such as `handed-2`. */
export interface LeadTold {
  readonly lead: number;
  readonly person: number;
  readonly type: FactType;
  readonly key: string;
  readonly data: FactData;
}

/** Tells what happened to leads, in the transaction of the deed. */
export async function tellLeads(
  tx: Tx,
  business: Business,
  at: Instant,
  told: readonly LeadTold[],
): Promise<void> {
  if (told.length === 0) return;
  const source = await sourceId(tx, business, SALES_SOURCE);
  await appendFacts(tx, business, factsOfLeads(told, source, at));
}

/** The facts that tell it; `source` is the number of the source of sales. */
export function factsOfLeads(told: readonly LeadTold[], source: number, at: Instant): readonly FactRow[] {
  return told.map(({ lead, person, type, key, data }) => ({
    personId: person,
    conflictId: null,
    type,
    at,
    sourceId: source,
    key: `lead-${lead}-${key}`,
    data,
  }));
}
