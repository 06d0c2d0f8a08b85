import { type WorkingCalendar, whenDue } from '@nardeban/core/sales';
import { type Instant, MS_PER_DAY } from '@nardeban/core/values';
import { type Database, timestamptz, type Tx } from '../../../platform/database/index.ts';
import { addJob } from '../../../platform/jobs/index.ts';
import { businessOf } from '../../../platform/tenancy/index.ts';
import { workingCalendarOf } from './working-hours.ts';

const AT_A_TIME = 1000;
const SHIFT_JOB = 'shift-follow-ups';
/** Something that was due this long ago at most may still be running out of its grace. */
const GRACE_DAYS = 30;

interface Place {
  readonly dueAt: Instant;
  readonly id: number;
}

/**
 * After the working hours were changed: gives what is not done yet the time it has by them, the first coming first. What is
 * due soon is seen to at once, the rest by a job, which may be killed and begun again: what a follow-up's time is follows
 * from what was planned alone. What was missed already stays missed.
 */
export async function shiftFollowUps(tx: Tx, business: number, now: Instant): Promise<void> {
  const reached = await shiftSome(tx, { dueAt: now - GRACE_DAYS * MS_PER_DAY, id: 0 }, now);
  if (reached !== null)
    await addJob(tx, SHIFT_JOB, { business, ...reached, now }, `${SHIFT_JOB} ${business}`);
}

/** The rest of it, from a place on. */
export async function shiftRest(
  database: Database,
  business: number,
  from: { readonly dueAt: unknown; readonly id: unknown; readonly now: unknown },
  signal?: AbortSignal,
): Promise<void> {
  let place: Place | null = { dueAt: Number(from.dueAt), id: Number(from.id) };
  while (place !== null) {
    if (signal?.aborted === true)
      throw new Error(
        'Giving follow-ups another time was interrupted; it goes on when the job is taken again',
      );
    const at: Place = place;
    place = await database.withBusiness(business, (tx) => shiftSome(tx, at, Number(from.now)));
  }
}

interface Row extends Place {
  readonly plannedAt: Instant;
  readonly missAt: Instant;
  readonly wholeDay: boolean;
  readonly fixed: boolean;
}

/** Where it has come to; null: that were all. */
async function shiftSome(tx: Tx, after: Place, now: Instant): Promise<Place | null> {
  const business = await businessOf(tx);
  if (business === null) return null;
  const { rows } = await tx.query<Row>(
    `SELECT follow_up_id AS id, planned_at AS "plannedAt", due_at AS "dueAt", miss_at AS "missAt", whole_day AS "wholeDay", fixed
     FROM follow_ups WHERE business_id = this_business() AND state = 'open' AND (due_at, follow_up_id) > ($1, $2)
     ORDER BY business_id, due_at, follow_up_id LIMIT $3 FOR UPDATE`,
    [timestamptz(after.dueAt), after.id, AT_A_TIME],
  );
  const calendar = await workingCalendarOf(tx, business);
  await write(tx, rows, calendar, now);
  const last = rows.at(-1);
  return rows.length < AT_A_TIME || last === undefined ? null : { dueAt: last.dueAt, id: last.id };
}

async function write(tx: Tx, rows: readonly Row[], calendar: WorkingCalendar, now: Instant): Promise<void> {
  const shifted = rows.flatMap((row) => {
    const due = whenDue(calendar, { at: row.plannedAt, wholeDay: row.wholeDay, fixed: row.fixed });
    return due.dueAt === row.dueAt && due.missAt === row.missAt ? [] : [{ row, due }];
  });
  if (shifted.length === 0) return;
  await tx.query(
    `WITH shifted AS (
       SELECT * FROM unnest($1::bigint[], $2::timestamptz[], $3::timestamptz[]) AS s (id, due_at, miss_at)
     ), before AS (
       SELECT s.id, s.due_at, f.due_at AS due_from FROM shifted s JOIN follow_ups f
         ON f.business_id = this_business() AND f.follow_up_id = s.id
     ), written AS (
       UPDATE follow_ups f SET due_at = s.due_at, miss_at = s.miss_at, calendar_version = $4, revision = f.revision + 1,
              changed_by = 'nardeban', changed_at = $5
       FROM shifted s WHERE f.business_id = this_business() AND f.follow_up_id = s.id
     ) INSERT INTO follow_up_changes (business_id, follow_up_id, place, deed, due_from, due_to, by, at)
     SELECT this_business(), b.id, coalesce((SELECT max(c.place) FROM follow_up_changes c
              WHERE c.business_id = this_business() AND c.follow_up_id = b.id), 0) + 1, 'shifted', b.due_from, b.due_at,
            'nardeban', $5
     FROM before b WHERE b.due_from <> b.due_at`,
    [
      shifted.map(({ row }) => row.id),
      shifted.map(({ due }) => timestamptz(due.dueAt)),
      shifted.map(({ due }) => timestamptz(due.missAt)),
      calendar.version,
      timestamptz(now),
    ],
  );
}
