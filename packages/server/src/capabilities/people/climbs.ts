import type { Database, Tx } from '../../platform/database/index.ts';
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

type Hearing = (business: number) => void;

/** Who climbs in this very program, by the database they work on. */
const hearing = new WeakMap<Database, Hearing>();
/** So long after a call the next is put off: under a stream of facts, calls would otherwise be a tenth of the work. */
const BETWEEN_CALLS_MS = 10;

/** Businesses for which the call is on its way, or just was; true when it is wanted once more. */
const calling = new WeakMap<Database, Map<number, boolean>>();

/** From now on `onAsked` is called whenever callClimber is; answers how to stop it. */
export function hearClimbs(database: Database, onAsked: Hearing): () => void {
  hearing.set(database, onAsked);
  return () => {
    if (hearing.get(database) === onAsked) hearing.delete(database);
  };
}

/**
 * Tells, after the transaction that queued them, that people wait to be climbed: whoever climbs in this program at once,
 * else those who listen elsewhere. Not in that transaction itself, because transactions that notify are committed one
 * after the other, each with a wait for the disk of its own. The queue is what counts: a call that is lost with the
 * program is made up for by the next sweep.
 */
export function callClimber(database: Database, business: number): void {
  const near = hearing.get(database);
  if (near !== undefined) return near(business);
  const under = calling.get(database) ?? new Map<number, boolean>();
  calling.set(database, under);
  if (under.has(business)) {
    under.set(business, true);
    return;
  }
  under.set(business, false);
  database
    .withoutBusiness((tx) =>
      tx.commitWith([
        {
          name: 'people-call-climber',
          text: `SELECT pg_notify('${CLIMB_CHANNEL}', $1::integer::text)`,
          values: [business],
        },
      ]),
    )
    // Without a connection nothing can be told; the sweep looks into the queue.
    .catch(() => {})
    .finally(() => {
      setTimeout(() => {
        const again = under.get(business) === true;
        under.delete(business);
        if (again) callClimber(database, business);
      }, BETWEEN_CALLS_MS);
    });
}
