import {
  CONTACT_FACTS,
  type Pipeline,
  presentStep,
  type Stall,
  stallOf,
  type StallReason,
} from '@nardeban/core/sales';
import type { Instant } from '@nardeban/core/values';
import type { Clock } from '../../../platform/clock/index.ts';
import { type Database, retrying, timestamptz, type Tx } from '../../../platform/database/index.ts';
import { type Business, businessById } from '../../../platform/tenancy/index.ts';
import { workingCalendarOf } from '../follow-ups/working-hours.ts';
import { type DueOfStep, dueBy } from './due.ts';
import { pipelinesOf } from './pipelines.ts';

const AT_A_TIME = 1_000;

/** Looks in every business which deals stand still, and marks them; stopped, the next call begins anew. */
export async function markStalled(database: Database, clock: Clock, signal?: AbortSignal): Promise<void> {
  const businesses = await database.withoutBusiness(async (tx) => {
    const { rows } = await tx.query<{ id: number }>('SELECT business_id AS id FROM businesses_with_deals()');
    return rows.map(({ id }) => id);
  });
  for (const id of businesses) {
    const business = await businessById(database, id);
    if (business !== null) await markStalledOf(database, clock, business, signal);
  }
}

/** The same for one business. Answers how many marks were set, changed or taken away. */
export async function markStalledOf(
  database: Database,
  clock: Clock,
  business: Business,
  signal?: AbortSignal,
): Promise<number> {
  const now = clock.now();
  const { pipelines, due } = await database.withBusiness(business.id, async (tx) => ({
    pipelines: new Map((await pipelinesOf(tx)).map(({ key, definition }) => [key, definition])),
    due: dueBy(await workingCalendarOf(tx, business)),
  }));
  let marked = 0;
  for (let after = 0; !isOver(signal); ) {
    const from = after;
    const page = await retrying(() =>
      database.withBusiness(business.id, (tx) => markPage(tx, { pipelines, due, after: from, now })),
    );
    marked += page.marked;
    if (page.last === null) break;
    after = page.last;
  }
  return marked;
}

interface Row {
  readonly id: number;
  readonly pipeline: string;
  readonly step: string;
  readonly openedAt: Instant;
  readonly stepSince: Instant;
  readonly changedAt: Instant;
  readonly stalledAt: Instant | null;
  readonly stalledFor: StallReason | null;
  readonly nextStep: boolean;
  readonly lastContact: Instant | null;
}

async function markPage(
  tx: Tx,
  asked: {
    readonly pipelines: ReadonlyMap<string, Pipeline>;
    readonly due: DueOfStep;
    readonly after: number;
    readonly now: Instant;
  },
): Promise<{ readonly marked: number; readonly last: number | null }> {
  const { rows } = await tx.query<Row>(
    `SELECT d.deal_id AS id, d.pipeline, d.step, d.opened_at AS "openedAt", d.step_since AS "stepSince",
       d.changed_at AS "changedAt", d.stalled_at AS "stalledAt", d.stalled_for AS "stalledFor",
       EXISTS (SELECT FROM follow_ups f WHERE f.business_id = this_business() AND f.deal_id = d.deal_id
               AND f.state IN ('open', 'missed')) AS "nextStep",
       (SELECT max(c.at) FROM (
          SELECT p.person_id FROM people p WHERE p.business_id = this_business() AND p.person_id = who.root
          UNION SELECT p.person_id FROM people p WHERE p.business_id = this_business() AND p.merged_into = who.root
        ) one, LATERAL (
          SELECT f.at FROM facts f
          WHERE f.business_id = this_business() AND f.person_id = one.person_id AND f.type = ANY($3::text[])
          ORDER BY f.at DESC LIMIT 1) c) AS "lastContact"
     FROM (SELECT * FROM deals o WHERE o.business_id = this_business() AND o.deal_id > $1 AND o.finished_at IS NULL
           ORDER BY o.deal_id LIMIT $2) d
     LEFT JOIN LATERAL (SELECT coalesce(p.merged_into, p.person_id) AS root FROM people p
       WHERE p.business_id = this_business() AND p.person_id = d.person_id) who ON true
     ORDER BY d.deal_id`,
    [asked.after, AT_A_TIME, CONTACT_FACTS],
  );
  const changed = rows.flatMap((row): { readonly id: number; readonly stall: Stall | null }[] => {
    const stall = stallFor(row, asked);
    const isSame = (stall?.reason ?? null) === row.stalledFor && (stall?.since ?? null) === row.stalledAt;
    return isSame ? [] : [{ id: row.id, stall }];
  });
  if (changed.length > 0)
    // No new revision: whoever is writing about a deal is not disturbed by its standing still.
    await tx.query(
      `UPDATE deals d SET stalled_at = n.since, stalled_for = n.reason
       FROM unnest($1::bigint[], $2::timestamptz[], $3::text[]) AS n (id, since, reason)
       WHERE d.business_id = this_business() AND d.deal_id = n.id AND d.finished_at IS NULL`,
      [
        changed.map(({ id }) => id),
        changed.map(({ stall }) => (stall === null ? null : timestamptz(stall.since))),
        changed.map(({ stall }) => stall?.reason ?? null),
      ],
    );
  return { marked: changed.length, last: rows.length < AT_A_TIME ? null : (rows.at(-1)?.id ?? null) };
}

function stallFor(
  row: Row,
  {
    pipelines,
    due,
    now,
  }: { readonly pipelines: ReadonlyMap<string, Pipeline>; readonly due: DueOfStep; readonly now: Instant },
): Stall | null {
  const pipeline = pipelines.get(row.pipeline);
  if (pipeline === undefined) return null;
  const step = presentStep(pipeline, row.step);
  return stallOf({ ...row, dueAt: due(step, row.stepSince) }, step, pipeline, now);
}

function isOver(signal: AbortSignal | undefined): boolean {
  return signal?.aborted === true;
}
