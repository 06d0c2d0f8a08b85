import { accept, refuse, type Result } from '@nardeban/core/values';
import type { Tx } from '../../../platform/database/index.ts';
import { dealById } from '../deals/index.ts';

/** A deal that is of this person. Refusals: `deal_unknown`, `deal_of_another`. */
export async function dealOf(
  tx: Tx,
  deal: number | undefined,
  person: number,
): Promise<Result<number | null>> {
  if (deal === undefined) return accept(null);
  const found = await dealById(tx, deal);
  if (found === null) return refuse('deal_unknown', 'deal', { id: deal });
  return found.person === person ? accept(found.id) : refuse('deal_of_another', 'deal');
}
