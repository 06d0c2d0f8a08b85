import { accept, type Instant, refuse, type Result } from '@nardeban/core/values';
import { timestamptz, type Tx } from '../../../platform/database/index.ts';
import type { Business } from '../../../platform/tenancy/index.ts';
import { noteChanges } from '../follow-ups/follow-ups.ts';
import { checkOwner } from './colleagues.ts';

export interface HandedOver {
  readonly deals: number;
  readonly leads: number;
  readonly followUps: number;
}

/** Leads somebody still has to do with. */
const OPEN_LEADS = `('nurture', 'handed', 'accepted', 'qualified')`;

/**
 * Gives everything open of one seller to another: deals under way, leads, follow-ups that are still to be done. What is done,
 * won or lost stays under the name of who did it. Refusals: `owner_unknown`, `hand_over_to_self`.
 */
export async function handOver(
  tx: Tx,
  _business: Business,
  asked: { readonly from: string; readonly to: string; readonly by: string; readonly at: Instant },
): Promise<Result<HandedOver>> {
  const { from, to, by, at } = asked;
  if (from === to) return refuse('hand_over_to_self', 'to');
  const owner = await checkOwner(tx, to, 'to');
  if (!owner.ok) return owner;
  const values = [from, to, by, timestamptz(at)];
  const [deals, leads, followUps] = await tx.queryAll<[Counted, Counted, { id: number }]>([
    {
      text: `WITH given AS (
               UPDATE deals SET owner = $2, revision = revision + 1, changed_by = $3, changed_at = $4
               WHERE business_id = this_business() AND owner = $1 AND finished_at IS NULL RETURNING deal_id
             ), noted AS (
               INSERT INTO deal_changes (business_id, deal_id, what, before, after, by, at)
               SELECT this_business(), deal_id, 'owner', $1, $2, $3, $4 FROM given
             ) SELECT count(*)::int AS count FROM given`,
      values,
    },
    {
      text: `WITH given AS (
               UPDATE leads SET owner = $2, revision = revision + 1, changed_by = $3, changed_at = $4
               WHERE business_id = this_business() AND owner = $1 AND state IN ${OPEN_LEADS} RETURNING 1
             ) SELECT count(*)::int AS count FROM given`,
      values,
    },
    {
      text: `UPDATE follow_ups SET owner = $2, revision = revision + 1, changed_by = $3, changed_at = $4
             WHERE business_id = this_business() AND owner = $1 AND state IN ('open', 'missed')
             RETURNING follow_up_id AS id`,
      values,
    },
  ]);
  const given = followUps.rows.map(({ id }) => id);
  if (given.length > 0) await noteChanges(tx, given, { deed: 'changed', by, at });
  const count = ({ rows }: { readonly rows: readonly Counted[] }): number => rows[0]?.count ?? 0;
  return accept({ deals: count(deals), leads: count(leads), followUps: given.length });
}

interface Counted {
  readonly count: number;
}

export interface OwnerLoad extends HandedOver {
  /** The number of an account; null: matters that are nobody's. */
  readonly owner: string | null;
}

/** How much is open with whom: those who work here, those who did, and nobody. */
export async function loads(tx: Tx): Promise<readonly OwnerLoad[]> {
  const { rows } = await tx.query<OwnerLoad>(
    `SELECT owner, sum(deals)::int AS deals, sum(leads)::int AS leads, sum(follow_ups)::int AS "followUps" FROM (
       SELECT owner, count(*) AS deals, 0 AS leads, 0 AS follow_ups FROM deals
         WHERE business_id = this_business() AND finished_at IS NULL GROUP BY owner
       UNION ALL SELECT owner, 0, count(*), 0 FROM leads
         WHERE business_id = this_business() AND state IN ${OPEN_LEADS} GROUP BY owner
       UNION ALL SELECT owner, 0, 0, count(*) FROM follow_ups
         WHERE business_id = this_business() AND state IN ('open', 'missed') GROUP BY owner
     ) open GROUP BY owner ORDER BY owner LIMIT 1000`,
  );
  return rows;
}
