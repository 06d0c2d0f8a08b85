import type { Instant } from '@nardeban/core/values';
import type { Clock } from '../../../platform/clock/index.ts';
import { type Database, timestamptz, type Tx } from '../../../platform/database/index.ts';
import { businessOf, type Business } from '../../../platform/tenancy/index.ts';
import { tellSales } from '../telling.ts';
import { noteChanges } from './follow-ups.ts';

const AT_A_TIME = 500;

/**
 * Notices what was not done in its time, in every business: told once as `followup.missed`, and shown until somebody does it
 * or gives it another time. Several of these at once share the work: what one holds the others pass over.
 */
export async function noticeMissed(database: Database, clock: Clock, signal?: AbortSignal): Promise<number> {
  const now = clock.now();
  const { rows } = await database.withoutBusiness((tx) =>
    tx.query<{ business_id: number }>('SELECT business_id FROM businesses_with_missed_follow_ups($1)', [
      timestamptz(now),
    ]),
  );
  let noticed = 0;
  for (const { business_id: id } of rows) {
    for (let found = AT_A_TIME; found === AT_A_TIME; noticed += found) {
      if (signal?.aborted === true) return noticed;
      found = await database.withBusiness(id, async (tx) => {
        const business = await businessOf(tx);
        return business === null ? 0 : noticeSome(tx, business, now);
      });
    }
  }
  return noticed;
}

async function noticeSome(tx: Tx, business: Business, now: Instant): Promise<number> {
  const { rows } = await tx.query<{
    id: number;
    person: number;
    kind: string;
    deal: number | null;
    moves: number;
    dones: number;
  }>(
    `WITH due AS (
       SELECT follow_up_id FROM follow_ups
       WHERE business_id = this_business() AND state = 'open' AND miss_at <= $1
       ORDER BY miss_at LIMIT $2 FOR UPDATE SKIP LOCKED
     ) UPDATE follow_ups f SET state = 'missed', revision = f.revision + 1, changed_at = $1, changed_by = 'nardeban'
     FROM due WHERE f.business_id = this_business() AND f.follow_up_id = due.follow_up_id
     RETURNING f.follow_up_id AS id, f.person_id AS person, f.kind, f.deal_id AS deal, f.moves, f.dones`,
    [timestamptz(now), AT_A_TIME],
  );
  if (rows.length === 0) return 0;
  await noteChanges(
    tx,
    rows.map(({ id }) => id),
    { deed: 'missed', by: 'nardeban', at: now },
  );
  await tellSales(
    tx,
    business,
    rows.map(({ id, person, kind, deal, moves, dones }) => ({
      person,
      type: 'followup.missed',
      at: now,
      key: `follow-up-${id}-missed-${moves}-${dones}`,
      data: { followup: String(id), kind, ...(deal === null ? {} : { deal: String(deal) }) },
    })),
  );
  return rows.length;
}
