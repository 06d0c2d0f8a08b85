import type { Instant } from '@nardeban/core/values';
import type { Clock } from '../../../platform/clock/index.ts';
import {
  type Database,
  int8Array,
  retrying,
  timestamptz,
  type Tx,
} from '../../../platform/database/index.ts';
import { type Business, businessById } from '../../../platform/tenancy/index.ts';
import { type Capture, captureLeads } from './capturing.ts';
import { CLOCK, refreshLeads } from './refreshing.ts';

/** People looked at in one transaction: few enough that a fact of one of them does not wait for it. */
const AT_A_TIME = 200;

/**
 * Looks at the leads of whom something new was told, whose answer time may have changed, or that were scored by an agreement
 * that is no longer in force: in every business that has some. Stopped or killed, the next call goes on where it was.
 */
export async function lookAtLeads(database: Database, clock: Clock, signal?: AbortSignal): Promise<void> {
  const due = await database.withoutBusiness(async (tx) => {
    const { rows } = await tx.query<{ id: number }>(
      'SELECT business_id AS id FROM businesses_with_lead_news($1)',
      [timestamptz(clock.now())],
    );
    return rows.map(({ id }) => id);
  });
  for (const id of due) {
    if (isOver(signal)) return;
    const business = await businessById(database, id);
    if (business !== null) await lookAtBusiness(database, clock, business, signal);
  }
}

/** The same for one business; answers how many people were looked at. */
export async function lookAtBusiness(
  database: Database,
  clock: Clock,
  business: Business,
  signal?: AbortSignal,
): Promise<number> {
  let looked = 0;
  for (;;) {
    if (isOver(signal)) return looked;
    const people = await retrying(() =>
      database.withBusiness(business.id, async (tx) => {
        const now = clock.now();
        const taken = await take(tx, now);
        await captureSigns(tx, business, taken, now);
        await refreshLeads(tx, business, taken, now);
        return taken.length;
      }),
    );
    looked += people;
    if (people === 0) return looked;
  }
}

function isOver(signal: AbortSignal | undefined): boolean {
  return signal?.aborted === true;
}

/** Whose turn it is, by whom they are now. Nobody else takes them while the transaction lasts. */
async function take(tx: Tx, now: Instant): Promise<number[]> {
  const { rows } = await tx.query<{ root: number }>({
    text: `WITH told AS (
             DELETE FROM lead_news WHERE business_id = this_business() AND person_id IN (
               SELECT person_id FROM lead_news WHERE business_id = this_business() ORDER BY person_id LIMIT $2
               FOR UPDATE SKIP LOCKED) RETURNING person_id
           ), due AS (
             SELECT person_id FROM leads WHERE business_id = this_business() AND look_at <= $1 AND state <> 'closed'
             ORDER BY look_at LIMIT $2 FOR UPDATE SKIP LOCKED
           ), outdated AS (
             SELECT person_id FROM leads WHERE business_id = this_business() AND state <> 'closed' AND version < (
               SELECT max(version) FROM qualification_versions WHERE business_id = this_business())
             ORDER BY version, lead_id LIMIT $2 FOR UPDATE SKIP LOCKED
           ), all_of_them AS (
             SELECT person_id FROM told UNION SELECT person_id FROM due UNION SELECT person_id FROM outdated
           )
           SELECT DISTINCT coalesce(p.merged_into, p.person_id) AS root FROM all_of_them a
           JOIN people p ON p.business_id = this_business() AND p.person_id = a.person_id ORDER BY 1`,
    values: [timestamptz(now), AT_A_TIME],
  });
  return rows.map(({ root }) => root);
}

/** Signs that make a lead of whoever has none, by whatever way they were told. */
const SIGNS = ['lead.captured', 'price.asked', 'demo.asked'];

/** Makes leads of those who gave a sign since their last lead was closed, where an agreement says that leads are kept. */
async function captureSigns(
  tx: Tx,
  business: Business,
  roots: readonly number[],
  now: Instant,
): Promise<void> {
  if (roots.length === 0) return;
  const { rows } = await tx.query<Capture & { readonly type: string }>({
    text: `WITH members AS MATERIALIZED (
             SELECT p.person_id, p.person_id AS root FROM people p
             WHERE p.business_id = this_business() AND p.person_id = ANY($1::bigint[]) AND p.merged_into IS NULL
             UNION ALL
             SELECT p.person_id, p.merged_into FROM people p
             WHERE p.business_id = this_business() AND p.merged_into = ANY($1::bigint[])
           ), led AS (
             SELECT m.root, bool_or(l.state <> 'closed') AS open, max(l.changed_at) AS since FROM members m
             JOIN leads l ON l.business_id = this_business() AND l.person_id = m.person_id GROUP BY m.root
           )
           SELECT DISTINCT ON (m.root) f.person_id AS person, f.type,
             left(coalesce(f.data ->> 'source', f.data ->> 'channel'), 200) AS source, left(f.data ->> 'medium', 200) AS medium,
             left(f.data ->> 'campaign', 200) AS campaign, left(f.data ->> 'form', 200) AS form
           FROM members m LEFT JOIN led ON led.root = m.root, LATERAL (
             SELECT o.type, o.at, o.fact_id FROM facts o
             WHERE o.business_id = this_business() AND o.person_id = m.person_id AND o.at > $2::timestamptz - interval '30 days'
               AND o.at <= $2 AND o.type = ANY($3::text[])
             ORDER BY o.at DESC LIMIT 1) s
           JOIN facts f ON f.business_id = this_business() AND f.fact_id = s.fact_id
           WHERE EXISTS (SELECT FROM qualification_versions v WHERE v.business_id = this_business())
             AND (led.root IS NULL OR (NOT led.open AND s.at > led.since))
           ORDER BY m.root, s.at DESC`,
    values: [int8Array(roots), timestamptz(now), SIGNS],
  });
  await captureLeads(tx, business, rows, { by: CLOCK, now });
}
