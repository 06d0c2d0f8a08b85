import type { PastDeal } from '@nardeban/core/sales';
import { type Instant } from '@nardeban/core/values';
import { timestamptz, type Tx } from '../../../platform/database/index.ts';
import { KEPT_AMOUNT } from './kept-amount.ts';

/** A deal is learnt from for so long; business changes. */
const YEARS_MS = 3 * 365 * 24 * 60 * 60 * 1000;
/** And at most so many, the latest: more of them would say the same. */
const MOST_DECIDED = 5_000;
const MOST_OPEN = 50_000;

/** The deals of a pipeline that something can be learnt from: what was decided lately, and what is open. */
export async function pastDeals(tx: Tx, pipeline: string, now: Instant): Promise<readonly PastDeal[]> {
  const { rows } = await tx.query<PastDeal>(
    `SELECT d.deal_id AS id, d.opened_at AS "openedAt", d.closed_at AS "closedAt", d.state = 'won' AS won, ${KEPT_AMOUNT} AS amount,
            (SELECT coalesce(json_agg(json_build_object(
                 'step', s.step, 'enteredAt', (extract(epoch FROM s.entered_at) * 1000)::int8,
                 'leftAt', (extract(epoch FROM s.left_at) * 1000)::int8) ORDER BY s.place), '[]')
             FROM deal_steps s WHERE s.business_id = d.business_id AND s.deal_id = d.deal_id) AS stays
     FROM (
       (SELECT * FROM deals WHERE business_id = this_business() AND pipeline = $1 AND closed_at >= $2
        ORDER BY closed_at DESC, deal_id DESC LIMIT ${MOST_DECIDED})
       UNION ALL
       (SELECT * FROM deals WHERE business_id = this_business() AND pipeline = $1 AND state = 'open'
        ORDER BY weight DESC NULLS LAST, deal_id LIMIT ${MOST_OPEN})
     ) d`,
    [pipeline, timestamptz(now - YEARS_MS)],
  );
  return rows;
}

/** An open deal as it stands now. */
export interface OpenDeal {
  readonly id: number;
  readonly step: string;
  readonly stepSince: Instant;
  readonly amount: number | null;
  /** Days from 1970; null: nobody has said. */
  readonly expected: Instant | null;
}

/** Open deals of a pipeline, those worth most first; at most MOST_OPEN. */
export async function openDeals(
  tx: Tx,
  pipeline: string,
  owner: string | null,
): Promise<readonly OpenDeal[]> {
  const { rows } = await tx.query<OpenDeal>(
    `SELECT deal_id AS id, step, step_since AS "stepSince", amount, expected_close::timestamptz AS expected
     FROM deals WHERE business_id = this_business() AND pipeline = $1 AND state = 'open' AND ($2::text IS NULL OR owner = $2)
     ORDER BY amount DESC NULLS LAST, deal_id LIMIT ${MOST_OPEN}`,
    [pipeline, owner],
  );
  return rows;
}
