import { type Instant } from '@nardeban/core/values';
import { timestamptz, type Tx } from '../../../platform/database/index.ts';
import { noteChange } from './keeping.ts';

/**
 * Something came back of what a deal was won with: it stays won, and is worth so much less. A deal that is not won any more, or
 * was opened again after the sale, is worth what it is worth now and stays as it is.
 */
export async function noteReturned(
  tx: Tx,
  back: {
    readonly deal: number;
    readonly amount: number;
    /** When it was sold. */
    readonly soldAt: Instant;
    readonly reason: string;
    readonly by: string;
    readonly at: Instant;
  },
): Promise<void> {
  const { deal, amount, soldAt, reason, by, at } = back;
  const { rowCount } = await tx.query(
    `UPDATE deals d SET returned = d.returned + $2, revision = d.revision + 1, changed_by = $4, changed_at = $5
     WHERE d.business_id = this_business() AND d.deal_id = $1 AND d.state = 'won' AND NOT EXISTS (
       SELECT FROM deal_changes c WHERE c.business_id = d.business_id AND c.deal_id = d.deal_id AND c.what = 'reopened'
         AND c.at > $3)`,
    [deal, amount, timestamptz(soldAt), by, timestamptz(at)],
  );
  if (rowCount === 1)
    await noteChange(tx, deal, { what: 'returned', after: amount, note: reason }, { by, at });
}
