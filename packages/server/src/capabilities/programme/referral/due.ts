import type { Instant } from '@nardeban/core/values';
import type { Clock } from '../../../platform/clock/index.ts';
import { type Database, retrying, timestamptz, type Tx } from '../../../platform/database/index.ts';
import { type Business, businessById } from '../../../platform/tenancy/index.ts';
import { lookAt } from './looking.ts';
import { lockReferral } from './store.ts';

const BATCH = 200;
const MOST_NEWS = 5000;

/**
 * Looks at every referral that is due, in every business, each in a transaction of its own: a job that is stopped or killed
 * has done whole ones, and the rest is due still. Answers how many it looked at.
 */
export async function settleReferrals(
  database: Database,
  clock: Clock,
  signal?: AbortSignal,
): Promise<number> {
  const due = await database.withoutBusiness(async (tx) => {
    const { rows } = await tx.query<{ id: number }>(
      'SELECT business_id AS id FROM businesses_with_due_referrals($1)',
      [timestamptz(clock.now())],
    );
    return rows.map(({ id }) => id);
  });
  let looked = 0;
  for (const id of due) {
    const business = await businessById(database, id);
    if (business !== null) looked += await settleBusinessReferrals(database, clock, business, signal);
  }
  return looked;
}

/** The same for one business. */
async function settleBusinessReferrals(
  database: Database,
  clock: Clock,
  business: Business,
  signal?: AbortSignal,
): Promise<number> {
  const now = clock.now();
  await database.withBusiness(business.id, (tx) => takeNews(tx, now));
  let looked = 0;
  let failure: unknown;
  let more = true;
  for (let after = 0; more && !isAborted(signal); ) {
    const ids = await database.withBusiness(business.id, (tx) => dueAfter(tx, after, now));
    for (const id of ids) {
      if (isAborted(signal)) break;
      try {
        if (await lookIfDue(database, business, id, now)) looked += 1;
      } catch (error) {
        // One that cannot be settled must not keep the others from being; the job fails in the end and is tried again.
        failure ??= error;
      }
    }
    after = ids.at(-1) ?? after;
    more = ids.length === BATCH;
  }
  if (failure !== undefined) throw failure;
  return looked;
}

/** Asked anew each time: it becomes so while something is waited for. */
function isAborted(signal: AbortSignal | undefined): boolean {
  return signal?.aborted === true;
}

/** False: somebody else has it, or it is not due any more. */
function lookIfDue(database: Database, business: Business, id: number, now: Instant): Promise<boolean> {
  return retrying(() =>
    database.withBusiness(business.id, async (tx) => {
      const referral = await lockReferral(tx, id, now);
      if (referral === null) return false;
      await lookAt(tx, business, referral, now);
      return true;
    }),
  );
}

async function dueAfter(tx: Tx, after: number, now: Instant): Promise<number[]> {
  const { rows } = await tx.query<{ id: number }>(
    `SELECT referral_id AS id FROM referrals
     WHERE business_id = this_business() AND look_at <= $1 AND referral_id > $2 ORDER BY referral_id LIMIT ${BATCH}`,
    [timestamptz(now), after],
  );
  return rows.map(({ id }) => id);
}

/** Whoever has news is due: their referrals are looked at in this very run. */
async function takeNews(tx: Tx, now: Instant): Promise<void> {
  const { rows } = await tx.query<{ person: number }>(
    `DELETE FROM referral_news WHERE business_id = this_business() AND person_id IN (
       SELECT person_id FROM referral_news WHERE business_id = this_business() ORDER BY person_id
       LIMIT ${MOST_NEWS} FOR UPDATE SKIP LOCKED)
     RETURNING person_id AS person`,
  );
  if (rows.length === 0) return;
  await tx.query(
    `UPDATE referrals SET look_at = $2
     WHERE business_id = this_business() AND person_id = ANY($1::bigint[]) AND look_at > $2`,
    [rows.map(({ person }) => person), timestamptz(now)],
  );
}

/**
 * Something happened to these people that a referral may hang on: they bought, gave back or joined. Those of them who were
 * brought are looked at next; for all others it costs a look at an index. For the transaction in which it happens.
 */
export async function friendsChanged(tx: Tx, people: readonly number[]): Promise<void> {
  if (people.length === 0) return;
  await tx.query({
    name: 'referral-news',
    text: `INSERT INTO referral_news (business_id, person_id)
           SELECT this_business(), r.person_id FROM unnest($1::bigint[]) AS one, LATERAL (
             SELECT coalesce(p.merged_into, p.person_id) AS root FROM people p
             WHERE p.business_id = this_business() AND p.person_id = one LIMIT 1) w, LATERAL (
             SELECT w.root AS member
             UNION ALL SELECT p.person_id FROM people p WHERE p.business_id = this_business() AND p.merged_into = w.root) m
           JOIN referrals r ON r.business_id = this_business() AND r.person_id = m.member
           ORDER BY 2 ON CONFLICT DO NOTHING`,
    values: [people],
  });
}
