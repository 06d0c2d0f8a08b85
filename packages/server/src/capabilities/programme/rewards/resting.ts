import type { Instant } from '@nardeban/core/values';
import { timestamptz, type Tx } from '../../../platform/database/index.ts';
import { STATE } from './redemptions.ts';

/** What gives nothing while an offer is not open. */
export interface Resting {
  /** On offer, and their code brings it. */
  readonly rewards: readonly {
    readonly key: string;
    readonly name: { readonly fa: string; readonly en: string };
  }[];
  /** Their codes bring it and are still good. */
  readonly batches: readonly { readonly id: number; readonly name: string; readonly codes: number }[];
  /** Codes that people got for a reward and have not used. */
  readonly taken: number;
}

/** The newest first, as many as somebody reads before they archive an offer. */
export async function restingOn(tx: Tx, offer: string, now: Instant): Promise<Resting> {
  const [rewards, batches, taken] = await tx.queryAll<
    [Resting['rewards'][number], Resting['batches'][number], { taken: number }]
  >([
    {
      name: 'club-rewards-on-offer',
      text: `SELECT key, definition -> 'name' AS name FROM rewards
             WHERE business_id = this_business() AND state = 'active' AND definition #>> '{what,offer}' = $1
               AND coalesce((definition ->> 'until')::int8 > $2, true)
             ORDER BY reward_id DESC LIMIT 100`,
      values: [offer, now],
    },
    {
      name: 'club-batches-on-offer',
      text: `SELECT batch_id AS id, name, made AS codes FROM voucher_batches
             WHERE business_id = this_business() AND offer = $1 AND kind <> 'reward' AND disabled_at IS NULL
               AND coalesce(valid_until > $2, true)
             ORDER BY batch_id DESC LIMIT 100`,
      values: [offer, timestamptz(now)],
    },
    {
      name: 'club-taken-on-offer',
      text: `SELECT count(*)::int AS taken FROM redemptions
             WHERE business_id = this_business() AND definition #>> '{what,offer}' = $1 AND ${STATE} = 'open'
               AND coalesce(ends_at > $2, true)`,
      values: [offer, timestamptz(now)],
    },
  ]);
  return { rewards: rewards.rows, batches: batches.rows, taken: taken.rows[0]?.taken ?? 0 };
}
