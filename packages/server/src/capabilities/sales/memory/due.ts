import { lookAtPromise, type PromiseSide } from '@nardeban/core/sales';
import { type Instant, readIsoDay, zoneOf } from '@nardeban/core/values';
import type { Clock } from '../../../platform/clock/index.ts';
import { type Database, retrying, timestamptz, type Tx } from '../../../platform/database/index.ts';
import { type Business, businessById } from '../../../platform/tenancy/index.ts';
import { endPromise } from './promises.ts';

const BATCH = 200;
/** Who is written down where nobody said it. */
export const BY_ITSELF = 'nardeban';

/**
 * Looks at every open promise whose day is over, in every business: one whose follow-up was done is kept, and one of ours that
 * nobody has said anything about for the days of grace is broken. Each in a transaction of its own, so that a job that is killed
 * has done whole ones. Answers how many it looked at.
 */
export async function lookAtPromises(
  database: Database,
  clock: Clock,
  signal?: AbortSignal,
): Promise<number> {
  const now = clock.now();
  const due = await database.withoutBusiness(async (tx) => {
    const { rows } = await tx.query<{ id: number }>(
      'SELECT business_id AS id FROM businesses_with_due_promises($1)',
      [timestamptz(now)],
    );
    return rows.map(({ id }) => id);
  });
  let looked = 0;
  for (const id of due) {
    const business = await businessById(database, id);
    if (business === null) continue;
    for (let more = true; more && !isAborted(signal); ) {
      const promises = await database.withBusiness(id, (tx) => toLookAt(tx, now));
      for (const promise of promises) {
        if (isAborted(signal)) break;
        await retrying(() => database.withBusiness(id, (tx) => look(tx, business, promise, now)));
        looked += 1;
      }
      // Every look moves the next one into the future or ends it, so that a full page is never the same again.
      more = promises.length === BATCH;
    }
  }
  return looked;
}

/** Asked anew each time: it becomes so while something is waited for. */
function isAborted(signal: AbortSignal | undefined): boolean {
  return signal?.aborted === true;
}

async function toLookAt(tx: Tx, now: Instant): Promise<readonly number[]> {
  const { rows } = await tx.query<{ id: number }>(
    `SELECT promise_id AS id FROM sales_promises
     WHERE business_id = this_business() AND state = 'open' AND look_at <= $1 ORDER BY look_at LIMIT ${BATCH}`,
    [timestamptz(now)],
  );
  return rows.map(({ id }) => id);
}

async function look(tx: Tx, business: Business, id: number, now: Instant): Promise<void> {
  const { rows } = await tx.query<{ side: PromiseSide; dueOn: string; doneAt: Instant | null }>(
    `SELECT p.side, p.due_on AS "dueOn", f.done_at AS "doneAt" FROM sales_promises p
     LEFT JOIN follow_ups f ON f.business_id = p.business_id AND f.follow_up_id = p.follow_up_id AND f.state = 'done'
     WHERE p.business_id = this_business() AND p.promise_id = $1 AND p.state = 'open' FOR UPDATE OF p`,
    [id],
  );
  const [promise] = rows;
  if (promise === undefined) return;
  const due = readIsoDay(promise.dueOn);
  if (due === null) throw new Error(`A promise is due on no day: ${promise.dueOn}`);
  const seen = lookAtPromise(
    { due, side: promise.side, done: promise.doneAt !== null },
    zoneOf(business.zone),
    now,
  );
  if (seen.state === 'open') {
    await tx.query(
      'UPDATE sales_promises SET look_at = $2 WHERE business_id = this_business() AND promise_id = $1',
      [id, seen.lookAt === null ? null : timestamptz(seen.lookAt)],
    );
    return;
  }
  await endPromise(
    tx,
    business,
    { id, revision: null },
    {
      state: seen.state,
      ending: '',
      by: BY_ITSELF,
      at: seen.state === 'kept' ? (promise.doneAt ?? now) : now,
    },
  );
}
