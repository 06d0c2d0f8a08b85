import type { FactData } from '@nardeban/core/facts';
import type { Instant } from '@nardeban/core/values';
import type { Tx } from '../../platform/database/index.ts';
import type { Business } from '../../platform/tenancy/index.ts';
import { appendFacts } from './append.ts';
import { sourceId } from './sources.ts';

/** Where facts that members of staff tell by hand come from. */
export const STAFF_SOURCE = 'staff';

/** Tells what a member of staff wrote down or decided about a person as a fact of theirs, in the same transaction. */
export async function tellAsStaff(
  tx: Tx,
  business: Business,
  told: {
    readonly personId: number;
    readonly type: string;
    readonly at: Instant;
    readonly key: string;
    readonly data: FactData;
  },
): Promise<void> {
  const source = await sourceId(tx, business, STAFF_SOURCE);
  await appendFacts(tx, business, [{ ...told, conflictId: null, sourceId: source }]);
}
