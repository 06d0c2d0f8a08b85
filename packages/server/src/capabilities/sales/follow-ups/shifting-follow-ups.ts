import { timeOfTouch, type WhenDue, whenDue, type WorkingCalendar } from '@nardeban/core/sales';
import { type Instant, MS_PER_DAY, type Zone, zoneOf } from '@nardeban/core/values';
import { timestamptz, type Tx } from '../../../platform/database/index.ts';
import { cadenceVersions } from './cadences.ts';
import type { ShiftManner, ShiftSome } from './shifting-walk.ts';
import { workingCalendarSince } from './working-hours.ts';

const AT_A_TIME = 1000;
/** Something that was due this long ago at most may still be running out of its grace. */
const GRACE_DAYS = 30;

interface Row {
  readonly id: number;
  readonly plannedAt: Instant;
  readonly dueAt: Instant;
  readonly missAt: Instant;
  readonly wholeDay: boolean;
  readonly fixed: boolean;
  /** Of a touch that nobody gave another time, its key: `cadence-<run>-<place>`. */
  readonly touch: string | null;
}

/**
 * What is not done yet. A touch of a series falls as it would if the series were begun under the hours of today, whatever else
 * waits for the next working moment where nobody works at its time. What was missed already stays missed. In another zone what
 * has the whole day has the same day; what has a time of day keeps its instant, as it was told to others.
 */
export const shiftFollowUps: ShiftSome = async (tx, business, after, { now, how, zoneBefore }) => {
  const from = after ?? { at: now - GRACE_DAYS * MS_PER_DAY, id: 0 };
  // Found first and held then: whoever waits for a row that is given another time must not take that time for its place.
  const { rows: near } = await tx.query<{ id: number; at: Instant }>(
    `SELECT follow_up_id AS id, due_at AS at FROM follow_ups
     WHERE business_id = this_business() AND state = 'open' AND (due_at, follow_up_id) > ($1, $2)
     ORDER BY business_id, due_at, follow_up_id LIMIT $3`,
    [timestamptz(from.at), from.id, AT_A_TIME],
  );
  const rows = await hold(tx, near, how);
  const runs = await runsOfTouches(tx, rows);
  const began = [
    ...rows.map(({ plannedAt }) => plannedAt),
    ...[...runs.values()].map((run) => run.startedAt),
  ];
  if (rows.length > 0) {
    const calendar = await workingCalendarSince(tx, business, Math.min(...began));
    const before = zoneBefore === undefined ? null : zoneOf(zoneBefore);
    await write(tx, planAnew(rows, runs, calendar, before), calendar.version, now);
  }
  return near.length < AT_A_TIME ? null : (near.at(-1) ?? null);
};

async function hold(
  tx: Tx,
  near: readonly { readonly id: number }[],
  how: ShiftManner,
): Promise<readonly Row[]> {
  const { rows } = await tx.query<Row>(
    `SELECT follow_up_id AS id, planned_at AS "plannedAt", due_at AS "dueAt", miss_at AS "missAt", whole_day AS "wholeDay", fixed,
            CASE WHEN origin = 'cadence' AND moves = 0 THEN key END AS touch
     FROM follow_ups WHERE business_id = this_business() AND follow_up_id = ANY($1::bigint[]) AND state = 'open'
     ORDER BY follow_up_id FOR UPDATE ${how === 'eager' ? 'SKIP LOCKED' : ''}`,
    [near.map(({ id }) => id)],
  );
  return rows;
}

interface RunOfTouch {
  readonly id: number;
  readonly cadence: string;
  readonly revision: number;
  readonly startedAt: Instant;
}
type Touches = Awaited<ReturnType<typeof runsOfTouches>>;

/** The series of these touches with what they are by now, each by its number. */
async function runsOfTouches(tx: Tx, rows: readonly Row[]) {
  const ids = [...new Set(rows.flatMap(({ touch }) => (touch === null ? [] : [placeOfTouch(touch).run])))];
  if (ids.length === 0) return new Map<number, RunOfTouch & { readonly touches: readonly [] }>();
  const { rows: runs } = await tx.query<RunOfTouch>(
    `SELECT run_id AS id, cadence, revision, started_at AS "startedAt" FROM cadence_runs
     WHERE business_id = this_business() AND run_id = ANY($1::bigint[])`,
    [ids],
  );
  const definitions = await cadenceVersions(tx, runs);
  return new Map(
    runs.map((run) => {
      const touches = definitions.get(`${run.cadence} ${run.revision}`)?.touches ?? [];
      return [run.id, { ...run, touches }] as const;
    }),
  );
}

function placeOfTouch(key: string): { readonly run: number; readonly place: number } {
  const [, run = '', place = ''] = key.split('-');
  return { run: Number(run), place: Number(place) };
}

type Planned = WhenDue & { readonly id: number; readonly plannedAt: Instant };

/** Those that have another time by this calendar. */
function planAnew(
  rows: readonly Row[],
  runs: Touches,
  calendar: WorkingCalendar,
  before: Zone | null,
): readonly Planned[] {
  return rows.flatMap((row) => {
    const plannedAt = plannedBy(row, runs, calendar, before);
    const due = whenDue(calendar, { at: plannedAt, wholeDay: row.wholeDay, fixed: row.fixed });
    const stays = due.dueAt === row.dueAt && due.missAt === row.missAt && plannedAt === row.plannedAt;
    return stays ? [] : [{ id: row.id, plannedAt, ...due }];
  });
}

function plannedBy(row: Row, runs: Touches, calendar: WorkingCalendar, before: Zone | null): Instant {
  if (row.touch === null) return row.wholeDay ? sameDay(row.plannedAt, before, calendar) : row.plannedAt;
  const { run, place } = placeOfTouch(row.touch);
  const series = runs.get(run);
  const touch = series?.touches[place];
  return series === undefined || touch === undefined
    ? row.plannedAt
    : timeOfTouch(touch, series.startedAt, calendar).at;
}

/** The beginning of the day that began at this instant in the zone before; done again it changes nothing. */
function sameDay(plannedAt: Instant, before: Zone | null, { zone }: WorkingCalendar): Instant {
  if (before === null) return plannedAt;
  const day = before.dayOf(plannedAt);
  return before.startOf(day) === plannedAt ? zoneOf(zone).startOf(day) : plannedAt;
}

async function write(tx: Tx, shifted: readonly Planned[], version: number, now: Instant): Promise<void> {
  if (shifted.length === 0) return;
  await tx.query(
    `WITH shifted AS (
       SELECT * FROM unnest($1::bigint[], $2::timestamptz[], $3::timestamptz[], $4::timestamptz[])
         AS s (id, planned_at, due_at, miss_at)
     ), before AS (
       SELECT s.id, s.due_at, f.due_at AS due_from FROM shifted s JOIN follow_ups f
         ON f.business_id = this_business() AND f.follow_up_id = s.id
     ), written AS (
       UPDATE follow_ups f SET planned_at = s.planned_at, due_at = s.due_at, miss_at = s.miss_at, calendar_version = $5,
              revision = f.revision + 1, changed_by = 'nardeban', changed_at = $6
       FROM shifted s WHERE f.business_id = this_business() AND f.follow_up_id = s.id
     ) INSERT INTO follow_up_changes (business_id, follow_up_id, place, deed, due_from, due_to, by, at)
     SELECT this_business(), b.id, coalesce((SELECT max(c.place) FROM follow_up_changes c
              WHERE c.business_id = this_business() AND c.follow_up_id = b.id), 0) + 1, 'shifted', b.due_from, b.due_at,
            'nardeban', $6
     FROM before b WHERE b.due_from <> b.due_at`,
    [
      shifted.map(({ id }) => id),
      shifted.map(({ plannedAt }) => timestamptz(plannedAt)),
      shifted.map(({ dueAt }) => timestamptz(dueAt)),
      shifted.map(({ missAt }) => timestamptz(missAt)),
      version,
      timestamptz(now),
    ],
  );
}
