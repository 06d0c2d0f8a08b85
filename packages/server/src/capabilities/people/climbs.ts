import type { Tx } from '../../platform/database/index.ts';
import type { Business } from '../../platform/tenancy/index.ts';

/** The channel on which a worker hears that somebody waits to be climbed; the payload is the business's number. */
export const CLIMB_CHANNEL = 'nardeban_climb';

/** Asks, in the caller's transaction, that the answers of these people be computed again. */
export async function askClimbs(
  tx: Tx,
  business: Pick<Business, 'id'>,
  people: readonly number[],
): Promise<void> {
  if (people.length === 0) return;
  await tx.query({
    name: 'people-ask-climbs',
    text: `WITH queued AS (
             INSERT INTO climb_queue (business_id, person_id)
             SELECT $1::integer, person FROM unnest($2::bigint[]) AS person ORDER BY person
             ON CONFLICT DO NOTHING
           ) SELECT pg_notify('${CLIMB_CHANNEL}', $1::integer::text)`,
    values: [business.id, people],
  });
}
