import { placesOf, type Definition, type Words } from '@nardeban/core/ladder';
import type { Instant } from '@nardeban/core/values';
import { timestamptz, type Tx } from '../../platform/database/index.ts';
import type { Version } from './versions.ts';

/** A ladder on a day: how many stand on each rung, and who moved in a period. Instants are epoch milliseconds. */
export interface Overview {
  readonly ladder: string;
  readonly kind: Definition['kind'];
  readonly version: number;
  readonly name: Words;
  readonly asOf: Instant;
  readonly period: { readonly from: Instant; readonly to: Instant };
  readonly total: number;
  readonly rungs: readonly RungOverview[];
  /** Steps up and down in the period. */
  readonly moves: { readonly up: number; readonly down: number };
  readonly flows: readonly Flow[];
  /** From each rung upward: who climbed from it, and how long they had stood there. */
  readonly steps: readonly Step[];
}

export interface RungOverview {
  readonly key: string;
  readonly name: Words;
  readonly people: number;
  /** Of all, 0 to 1. */
  readonly share: number;
  readonly arrivedUp: number;
  readonly arrivedDown: number;
  readonly leftUp: number;
  readonly leftDown: number;
}

export interface Flow {
  readonly from: string;
  readonly to: string;
  readonly people: number;
}

export interface Step {
  readonly from: string;
  readonly to: string;
  /** Steps from `from` to `to` in the period. */
  readonly people: number;
  /** Steps upward from `from` ÷ those who stood there at the start of the period or arrived in it; null when nobody did. */
  readonly conversion: number | null;
  /** Median of the days stood on `from` before the step. */
  readonly medianDays: number | null;
}

interface FlowRow {
  readonly from: number;
  readonly to: number;
  readonly people: number;
  readonly median_seconds: number | null;
}

export async function overviewOf(
  tx: Tx,
  version: Version,
  period: { readonly from: Instant; readonly to: Instant },
  asOf: Instant,
  now: Instant,
): Promise<Overview> {
  const places = placesOf(version.definition);
  const ranked = version.definition.kind === 'ladder';
  const counts =
    asOf >= now
      ? await countsNow(tx, version, places.length)
      : await countsAt(tx, version, places.length, asOf);
  const before = await countsAt(tx, version, places.length, period.from - 1);
  const flows = await flowsIn(tx, version, period);
  const total = counts.reduce((sum, people) => sum + people, 0);
  // A typology's classes are in order of priority, not of height: no step in it is up or down.
  const goesUp = (flow: FlowRow): boolean => ranked && flow.to > flow.from;
  const goesDown = (flow: FlowRow): boolean => ranked && flow.to < flow.from;
  const sumOf = (wanted: (flow: FlowRow) => boolean): number =>
    flows.reduce((sum, flow) => sum + (wanted(flow) ? flow.people : 0), 0);
  const keyOf = (place: number): string => places[place]?.key ?? '';
  return {
    ladder: version.key,
    kind: version.definition.kind,
    version: version.version,
    name: version.definition.name,
    asOf,
    period,
    total,
    rungs: places.map((place, index) => ({
      key: place.key,
      name: place.name,
      people: counts[index] ?? 0,
      share: total === 0 ? 0 : (counts[index] ?? 0) / total,
      arrivedUp: sumOf((flow) => flow.to === index && goesUp(flow)),
      arrivedDown: sumOf((flow) => flow.to === index && goesDown(flow)),
      leftUp: sumOf((flow) => flow.from === index && goesUp(flow)),
      leftDown: sumOf((flow) => flow.from === index && goesDown(flow)),
    })),
    moves: { up: sumOf(goesUp), down: sumOf(goesDown) },
    flows: flows.map((flow) => ({ from: keyOf(flow.from), to: keyOf(flow.to), people: flow.people })),
    steps: flows.filter(goesUp).map((flow) => {
      const there =
        (before[flow.from] ?? 0) +
        sumOf((other) => other.to === flow.from) +
        (flow.from === 0 ? Math.max(0, total - sumAll(before)) : 0);
      return {
        from: keyOf(flow.from),
        to: keyOf(flow.to),
        people: flow.people,
        conversion: there === 0 ? null : Math.min(1, flow.people / there),
        medianDays: flow.median_seconds === null ? null : flow.median_seconds / 86_400,
      };
    }),
  };
}

function sumAll(counts: readonly number[]): number {
  return counts.reduce((sum, people) => sum + people, 0);
}

async function countsNow(tx: Tx, version: Version, places: number): Promise<number[]> {
  const { rows } = await tx.query<{ rung: number; people: number }>({
    name: 'standing_counts',
    text: `SELECT rung, count(*) AS people FROM standings
           WHERE business_id = this_business() AND ladder_id = $1 AND version = $2 GROUP BY rung`,
    values: [version.ladderId, version.version],
  });
  const counts = Array.from({ length: places }, () => 0);
  for (const row of rows) counts[row.rung] = row.people;
  return counts;
}

/**
 * Goes back from the counts of now: every move since then is taken back, and whoever was not known then is taken off the
 * start, where that has brought them. The days that are asked about are mostly recent ones, so this reads little of a
 * long past.
 */
async function countsAt(tx: Tx, version: Version, places: number, at: Instant): Promise<number[]> {
  const counts = await countsNow(tx, version, places);
  const values = [version.ladderId, version.version, timestamptz(at)];
  const { rows } = await tx.query<{ from: number; to: number; people: number }>({
    name: 'moves_since',
    text: `SELECT from_rung AS "from", to_rung AS "to", count(*) AS people FROM moves
           WHERE business_id = this_business() AND ladder_id = $1 AND version = $2 AND superseded_at IS NULL AND at > $3
           GROUP BY from_rung, to_rung`,
    values,
  });
  for (const row of rows) {
    counts[row.from] = (counts[row.from] ?? 0) + row.people;
    counts[row.to] = (counts[row.to] ?? 0) - row.people;
  }
  const { rows: unknown } = await tx.query<{ people: number }>({
    name: 'not_known_then',
    text: `SELECT count(*) AS people FROM people p
           WHERE p.business_id = this_business() AND p.merged_into IS NULL AND p.known_since > $3
             AND NOT EXISTS (SELECT FROM people m WHERE m.business_id = this_business() AND m.merged_into = p.person_id
                             AND m.known_since <= $3)
             AND EXISTS (SELECT FROM standings s WHERE s.business_id = this_business() AND s.ladder_id = $1
                         AND s.version = $2 AND s.person_id = p.person_id)`,
    values,
  });
  const { start } = version.compiled.positions;
  counts[start] = (counts[start] ?? 0) - (unknown[0]?.people ?? 0);
  return counts;
}

async function flowsIn(
  tx: Tx,
  version: Version,
  period: { readonly from: Instant; readonly to: Instant },
): Promise<FlowRow[]> {
  const { rows } = await tx.query<FlowRow>({
    name: 'flows_in',
    text: `SELECT from_rung AS "from", to_rung AS "to", count(*) AS people,
             percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM at - from_since))::float8 AS median_seconds
           FROM moves WHERE business_id = this_business() AND ladder_id = $1 AND version = $2 AND superseded_at IS NULL
             AND at >= $3 AND at <= $4 GROUP BY from_rung, to_rung ORDER BY from_rung, to_rung`,
    values: [version.ladderId, version.version, timestamptz(period.from), timestamptz(period.to)],
  });
  return rows;
}
