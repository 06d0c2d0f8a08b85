import type { Missing } from '@nardeban/core/sales';
import type { Instant } from '@nardeban/core/values';
import type { Tx } from '../../../platform/database/index.ts';

/** One stay of a deal on a step. */
export interface Stay {
  readonly step: string;
  readonly enteredAt: Instant;
  readonly leftAt: Instant | null;
  readonly by: string;
  readonly leftBy: string | null;
  readonly reason: string | null;
  readonly missing: readonly Missing[];
}

export interface DealChange {
  readonly what: string;
  readonly before: string | null;
  readonly after: string | null;
  readonly note: string | null;
  readonly by: string;
  readonly at: Instant;
}

const MOST = 200;

/** What became of a deal, the newest first. */
export async function dealHistory(
  tx: Tx,
  deal: number,
): Promise<{ readonly stays: readonly Stay[]; readonly changes: readonly DealChange[] }> {
  const [stays, changes] = await tx.queryAll<
    [Omit<Stay, 'missing'> & { evidence: { missing?: Missing[] } }, DealChange]
  >([
    {
      name: 'deal-stays',
      text: `SELECT step, entered_at AS "enteredAt", left_at AS "leftAt", by, left_by AS "leftBy", reason, evidence
             FROM deal_steps WHERE business_id = this_business() AND deal_id = $1 ORDER BY place DESC LIMIT $2`,
      values: [deal, MOST],
    },
    {
      name: 'deal-changes',
      text: `SELECT what, before, after, note, by, at FROM deal_changes
             WHERE business_id = this_business() AND deal_id = $1 ORDER BY change_id DESC LIMIT $2`,
      values: [deal, MOST],
    },
  ]);
  return {
    stays: stays.rows.map(({ evidence, ...stay }) => ({ ...stay, missing: evidence.missing ?? [] })),
    changes: changes.rows,
  };
}
