import { type Instant, type Zone, zoneOf } from '@nardeban/core/values';
import { type Statement, timestamptz, type Tx } from '../../platform/database/index.ts';
import { int2Array, int4Array } from '../../platform/database/index.ts';
import { stoodClass, stoodClasses } from './stood-days.ts';
import type { Version } from './versions.ts';

/** Where people are before the business knows them: the day they come to be known is a step from here to the start. */
export const UNKNOWN = -1;

/** Stretches of days for which is counted: single days, and blocks of 32 that make long periods quick to read. */
export const SPANS = [1, 32] as const;

export function spanStart(day: number, span: number): number {
  return Math.floor(day / span) * span;
}

/** Counts of steps upward tell how long people had stood there; in a typology no step is upward. */
export function ranked(version: Version): boolean {
  return version.definition.kind === 'ladder';
}

interface Step {
  readonly at: Instant;
  readonly from: number;
  readonly fromSince: Instant;
  readonly to: number;
}

/**
 * What a transaction changes in the counters of one version, gathered and written once. The caller holds the lock of the
 * climber, so that no two write the same rows at once.
 */
export class CounterChanges {
  private readonly version: Version;
  private readonly zone: Zone;
  private readonly days = new Map<string, number>();
  private readonly waits = new Map<string, number>();

  constructor(version: Version) {
    this.version = version;
    this.zone = zoneOf(version.compiled.calendar.zone);
  }

  /** A step that was written (1) or superseded (-1). */
  step({ at, from, fromSince, to }: Step, people: 1 | -1): void {
    const day = this.zone.dayOf(at);
    this.onDay(day, from, to, people);
    if (!ranked(this.version) || to <= from) return;
    const stood = stoodClass(day - this.zone.dayOf(fromSince));
    for (const span of SPANS) {
      add(this.waits, `${span} ${spanStart(day, span)} ${from} ${to} ${stood}`, people);
    }
  }

  /** Somebody who has a standing since now (1) or no longer (-1), known since this instant. */
  known(since: Instant, people: 1 | -1): void {
    this.onDay(this.zone.dayOf(since), UNKNOWN, this.version.compiled.positions.start, people);
  }

  private onDay(day: number, from: number, to: number, people: 1 | -1): void {
    for (const span of SPANS) add(this.days, `${span} ${spanStart(day, span)} ${from} ${to}`, people);
  }

  async write(tx: Tx): Promise<void> {
    await tx.queryAll(this.statements());
  }

  /** What writes the changes; nothing when there are none. */
  statements(): Statement[] {
    const statements: Statement[] = [];
    const version = [this.version.ladderId, this.version.version];
    const days = changed(this.days);
    if (days.length > 0) {
      statements.push({
        name: 'ladder_days_add',
        text: `INSERT INTO ladder_days AS c (business_id, ladder_id, version, span, starts, from_rung, to_rung, live, people)
               SELECT this_business(), $1, $2, s, d, f, t, true, n
               FROM unnest($3::int2[], $4::int[], $5::int2[], $6::int2[], $7::int[]) AS x (s, d, f, t, n)
               ON CONFLICT (business_id, ladder_id, version, span, starts, from_rung, to_rung, live)
               DO UPDATE SET people = c.people + excluded.people`,
        values: [
          ...version,
          int2Array(column(days, 0)),
          int4Array(column(days, 1)),
          int2Array(column(days, 2)),
          int2Array(column(days, 3)),
          int4Array(column(days, 4)),
        ],
      });
    }
    const waits = changed(this.waits);
    if (waits.length > 0) {
      statements.push({
        name: 'ladder_waits_add',
        text: `INSERT INTO ladder_waits AS c (business_id, ladder_id, version, span, starts, from_rung, to_rung, stood, people)
               SELECT this_business(), $1, $2, s, d, f, t, w, n
               FROM unnest($3::int2[], $4::int[], $5::int2[], $6::int2[], $7::int2[], $8::int[]) AS x (s, d, f, t, w, n)
               ON CONFLICT (business_id, ladder_id, version, span, starts, from_rung, to_rung, stood)
               DO UPDATE SET people = c.people + excluded.people`,
        values: [
          ...version,
          int2Array(column(waits, 0)),
          int4Array(column(waits, 1)),
          int2Array(column(waits, 2)),
          int2Array(column(waits, 3)),
          int2Array(column(waits, 4)),
          int4Array(column(waits, 5)),
        ],
      });
    }
    return statements;
  }
}

function add(counts: Map<string, number>, cell: string, people: number): void {
  counts.set(cell, (counts.get(cell) ?? 0) + people);
}

/** The cells that are not as they were, each as its numbers with the change last. */
function changed(counts: ReadonlyMap<string, number>): number[][] {
  return [...counts].flatMap(([cell, people]) =>
    people === 0 ? [] : [[...cell.split(' ').map(Number), people]],
  );
}

function column(rows: readonly (readonly number[])[], index: number): number[] {
  return rows.map((row) => row[index] ?? 0);
}

/**
 * Steps of a version as its moves and standings tell them, by local day, places and class of days stood (null where the step
 * is not upward): what the counters must come to. A common table expression named `told`; its parameters are $1 to $6.
 */
export const TOLD = `told AS MATERIALIZED (
  SELECT width_bucket(at, $3::timestamptz[]) + $4::int AS day, from_rung, to_rung,
    CASE WHEN $6::boolean AND to_rung > from_rung THEN
      width_bucket(width_bucket(at, $3::timestamptz[]) - width_bucket(from_since, $3::timestamptz[]), $5::int[]) - 1 END AS stood,
    count(*)::int AS people
  FROM all_moves WHERE business_id = this_business() AND ladder_id = $1 AND version = $2 AND superseded_at IS NULL
  GROUP BY 1, 2, 3, 4
  UNION ALL
  SELECT width_bucket(known_since, $3::timestamptz[]) + $4::int, ${UNKNOWN}, $7::int, NULL, count(*)::int
  FROM standings WHERE business_id = this_business() AND ladder_id = $1 AND version = $2 GROUP BY 1)`;

/** The values of TOLD: the starts of local days tell which day an instant belongs to, by the zones that core knows. */
export async function toldValues(tx: Tx, version: Version, now: Instant): Promise<unknown[]> {
  const { rows } = await tx.query<{ first: Instant | null; last: Instant | null }>(
    `SELECT min(known_since) AS first, max(known_since) AS last FROM standings
     WHERE business_id = this_business() AND ladder_id = $1 AND version = $2`,
    [version.ladderId, version.version],
  );
  const zone = zoneOf(version.compiled.calendar.zone);
  const first = zone.dayOf(rows[0]?.first ?? now) - 1;
  const last = zone.dayOf(Math.max(now, rows[0]?.last ?? now)) + 2;
  const starts = Array.from({ length: last - first + 1 }, (_, index) =>
    timestamptz(zone.startOf(first + index)),
  );
  return [
    version.ladderId,
    version.version,
    `{${starts.join(',')}}`,
    first - 1,
    `{${stoodClasses.join(',')}}`,
    ranked(version),
    version.compiled.positions.start,
  ];
}

/**
 * Counts a version anew from its moves and standings. Whoever writes meanwhile is not in its way and need not wait: one
 * statement sees the moves and what the counters were given since the last count at the same moment, and writes the
 * difference, so that the two rows of a number always come to what the moves tell. For a version that publishing still
 * writes, the walk must have ended.
 */
export async function recountLadder(tx: Tx, version: Version, now: Instant): Promise<void> {
  await startCounting(tx, version);
  const values = await toldValues(tx, version, now);
  await tx.query(
    `WITH ${TOLD},
     days AS (
       INSERT INTO ladder_days (business_id, ladder_id, version, span, starts, from_rung, to_rung, live, people)
       SELECT this_business(), $1, $2, span, starts, from_rung, to_rung, false, sum(people) FROM (
         SELECT span, (floor(day::float8 / span) * span)::int AS starts, from_rung, to_rung, people
         FROM told, unnest($8::int[]) AS span
         UNION ALL SELECT span, starts, from_rung, to_rung, -people FROM ladder_days
         WHERE business_id = this_business() AND ladder_id = $1 AND version = $2 AND live) AS both_of
       GROUP BY span, starts, from_rung, to_rung HAVING sum(people) <> 0 ORDER BY span, starts, from_rung, to_rung)
     INSERT INTO ladder_waits_counted (business_id, ladder_id, version, span, starts, from_rung, to_rung, stood, people)
     SELECT this_business(), $1, $2, span, starts, from_rung, to_rung, array_agg(stood ORDER BY stood), array_agg(people ORDER BY stood) FROM (
       SELECT span, starts, from_rung, to_rung, stood, sum(people)::int AS people FROM (
         SELECT span, (floor(day::float8 / span) * span)::int AS starts, from_rung, to_rung, stood, people
         FROM told, unnest($8::int[]) AS span WHERE stood IS NOT NULL
         UNION ALL SELECT span, starts, from_rung, to_rung, stood, -people FROM ladder_waits
         WHERE business_id = this_business() AND ladder_id = $1 AND version = $2) AS both_of
       GROUP BY span, starts, from_rung, to_rung, stood HAVING sum(people) <> 0) AS numbers
     GROUP BY span, starts, from_rung, to_rung ORDER BY span, starts, from_rung, to_rung`,
    [...values, `{${SPANS.join(',')}}`],
  );
  await markCounted(tx, version);
}

/** Makes room for numbers that are counted anew: one counts at a time, and what was counted before goes. */
export async function startCounting(tx: Tx, version: Version): Promise<void> {
  await tx.query("SELECT pg_advisory_xact_lock(hashtext('nardeban.count'), this_business())");
  for (const counted of ['ladder_days WHERE NOT live AND', 'ladder_waits_counted WHERE']) {
    await tx.query(
      `DELETE FROM ${counted} business_id = this_business() AND ladder_id = $1 AND version = $2`,
      [version.ladderId, version.version],
    );
  }
}

/** Written down with the numbers: by the days of which zone they are. */
export async function markCounted(tx: Tx, version: Version): Promise<void> {
  await tx.query(
    `UPDATE ladder_versions SET counted_zone = $3 WHERE business_id = this_business() AND ladder_id = $1 AND version = $2`,
    [version.ladderId, version.version, version.compiled.calendar.zone],
  );
}

/** Are the counters of this version counted, and by the days of the business's zone? */
export async function isCounted(tx: Tx, version: Version): Promise<boolean> {
  const { rows } = await tx.query<{ counted_zone: string | null }>({
    name: 'counted_zone',
    text: `SELECT counted_zone FROM ladder_versions WHERE business_id = this_business() AND ladder_id = $1 AND version = $2`,
    values: [version.ladderId, version.version],
  });
  return rows[0]?.counted_zone === version.compiled.calendar.zone;
}
