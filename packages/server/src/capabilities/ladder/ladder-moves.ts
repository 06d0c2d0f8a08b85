import { becauseOfMove, type MoveCause, placesOf } from '@nardeban/core/ladder';
import type { Because, Measured } from '@nardeban/core/criteria';
import { accept, refuse, type Instant, type Result, zoneOf } from '@nardeban/core/values';
import { timestamptz, type Tx } from '../../platform/database/index.ts';
import { isCounted, UNKNOWN } from './counting.ts';
import { type CountedPart, countedBetween } from './day-counts.ts';
import { type Direction, directionOf, type Period } from './overview.ts';
import type { Version } from './versions.ts';

/** Somebody who moved, and why. Rungs are named by their keys. */
export interface LadderMove {
  readonly person: {
    readonly id: number;
    readonly name: string | null;
    readonly mobile: string | null;
    readonly email: string | null;
    readonly external: string | null;
  };
  readonly at: Instant;
  readonly from: string;
  readonly to: string;
  readonly direction: Direction;
  /** Local days on `from` before the step. */
  readonly stoodDays: number;
  readonly cause: MoveCause;
  /** Without the facts, which are told with the person. Null for pins. */
  readonly because: Because | null;
  readonly recordedAt: Instant;
}

export interface MovesPage {
  readonly period: Period;
  /** Moves that match, from the counters. */
  readonly total: number;
  /** Newest first; or by number of person, where the period begins before the moves that publishing listed. */
  readonly order: 'time' | 'person';
  readonly moves: readonly LadderMove[];
  /** What to ask for the next page with; null at the end. */
  readonly next: string | null;
}

export interface MovesAsked {
  readonly direction?: 'up' | 'down' | undefined;
  readonly fromRung?: string | undefined;
  readonly toRung?: string | undefined;
  readonly after?: string | undefined;
  readonly limit?: number | undefined;
}

interface MoveRow {
  readonly id: number;
  readonly name: string | null;
  readonly mobile: string | null;
  readonly email: string | null;
  readonly external: string | null;
  readonly at: Instant;
  readonly from: number;
  readonly from_since: Instant;
  readonly to: number;
  readonly cause: MoveCause;
  readonly measured: readonly Measured[];
  readonly recorded_at: Instant;
}

interface Wanted {
  readonly direction: 'up' | 'down' | null;
  readonly from: number | null;
  readonly to: number | null;
}

interface Place {
  readonly at: Instant;
  readonly personId: number;
}

const DEFAULT_LIMIT = 50;

/**
 * Who climbed and who fell in a period, a page at a time. Refusals: `rung_unknown`, `page_unknown` for a cursor that no page
 * gave.
 */
export async function ladderMoves(
  tx: Tx,
  version: Version,
  period: Period,
  asked: MovesAsked,
  now: Instant,
): Promise<Result<MovesPage>> {
  const places = placesOf(version.definition);
  const placeOf = (key: string | undefined): number | null =>
    key === undefined ? null : places.findIndex((place) => place.key === key);
  const wanted: Wanted = {
    direction: asked.direction ?? null,
    from: placeOf(asked.fromRung),
    to: placeOf(asked.toRung),
  };
  if (wanted.from === -1) return refuse('rung_unknown', 'fromRung', { rung: asked.fromRung ?? '' });
  if (wanted.to === -1) return refuse('rung_unknown', 'toRung', { rung: asked.toRung ?? '' });
  const after = asked.after === undefined ? null : placeAfter(asked.after);
  if (after === undefined) return refuse('page_unknown', 'after');

  const limit = asked.limit ?? DEFAULT_LIMIT;
  const listed = await listedFrom(tx, version);
  const order = listed === null || period.from >= listed ? 'time' : 'person';
  const total = await countMoves(tx, version, period, wanted, now);
  const rows = total === 0 ? [] : await readMoves(tx, version, period, wanted, order, after, limit);
  const zone = zoneOf(version.compiled.calendar.zone);
  const last = rows.at(-1);
  return accept({
    period,
    total,
    order,
    moves: rows.map((row) => ({
      person: {
        id: row.id,
        name: row.name,
        mobile: row.mobile,
        email: row.email,
        external: row.external,
      },
      at: row.at,
      from: places[row.from]?.key ?? '',
      to: places[row.to]?.key ?? '',
      direction: directionOf(version.definition.kind, row.from, row.to),
      stoodDays: zone.dayOf(row.at) - zone.dayOf(row.from_since),
      cause: row.cause,
      because: becauseOfMove(version.compiled, row),
      recordedAt: row.recorded_at,
    })),
    next: last !== undefined && rows.length === limit ? `${last.at}-${last.id}` : null,
  });
}

/** Undefined for what no page gave. */
function placeAfter(text: string): Place | undefined {
  const match = /^(-?\d{1,15})-(\d{1,15})$/.exec(text);
  return match ? { at: Number(match[1]), personId: Number(match[2]) } : undefined;
}

async function listedFrom(tx: Tx, version: Version): Promise<Instant | null> {
  const { rows } = await tx.query<{ listed_from: Instant | null }>(
    `SELECT listed_from FROM ladder_versions WHERE business_id = this_business() AND ladder_id = $1 AND version = $2`,
    [version.ladderId, version.version],
  );
  return rows[0]?.listed_from ?? null;
}

const ONLY: Readonly<Record<'up' | 'down', string>> = {
  up: ' AND to_rung > from_rung',
  down: ' AND to_rung < from_rung',
};

/** In a typology nothing is up or down, and nobody moved so. */
function restricted(version: Version, { direction }: Wanted): string {
  if (direction === null) return '';
  return version.definition.kind === 'ladder' ? ONLY[direction] : ' AND false';
}

async function countMoves(
  tx: Tx,
  version: Version,
  period: Period,
  wanted: Wanted,
  now: Instant,
): Promise<number> {
  const zone = zoneOf(version.compiled.calendar.zone);
  const cuts = [zone.dayOf(period.from), zone.dayOf(period.to) + 1];
  const parts = await countedBetween(tx, version, cuts, now, await isCounted(tx, version));
  const { kind } = version.definition;
  const isWanted = ({ part, from, to }: CountedPart): boolean =>
    part === 1 &&
    from !== UNKNOWN &&
    (wanted.from === null || from === wanted.from) &&
    (wanted.to === null || to === wanted.to) &&
    (wanted.direction === null || directionOf(kind, from, to) === wanted.direction);
  return parts.reduce((sum, part) => sum + (isWanted(part) ? part.people : 0), 0);
}

const identifier = (kind: string): string =>
  `(SELECT i.value FROM identifiers i WHERE i.business_id = p.business_id AND i.person_id = p.person_id AND i.kind = '${kind}' LIMIT 1) AS ${kind}`;

/**
 * In order of time from the index of listed moves; else along the keys, person by person, which reads past everybody who
 * did not move in the period.
 */
async function readMoves(
  tx: Tx,
  version: Version,
  period: Period,
  wanted: Wanted,
  order: MovesPage['order'],
  after: Place | null,
  limit: number,
): Promise<MoveRow[]> {
  const zone = zoneOf(version.compiled.calendar.zone);
  const from = zone.startOf(zone.dayOf(period.from));
  const end = zone.startOf(zone.dayOf(period.to) + 1);
  const inOrder = order === 'time' ? 'm.at DESC, m.person_id DESC' : 'm.person_id, m.at';
  const pageOf = (table: string, which: string): string => `
       SELECT m.person_id, m.at, m.from_rung, m.from_since, m.to_rung, m.cause, m.measured, m.recorded_at FROM ${table} m
       WHERE m.business_id = this_business() AND m.ladder_id = $1 AND m.version = $2 AND m.superseded_at IS NULL
         AND m.at >= $3 AND m.at < $4 AND ${which}
         AND ($7::int IS NULL OR m.from_rung = $7) AND ($8::int IS NULL OR m.to_rung = $8)${restricted(version, wanted)}
       ORDER BY ${inOrder} LIMIT $9`;
  const further = '($5::timestamptz IS NULL OR (m.person_id, m.at) > ($6::bigint, $5))';
  const page =
    order === 'time'
      ? pageOf('moves', 'm.listed AND ($5::timestamptz IS NULL OR (m.at, m.person_id) < ($5, $6::bigint))')
      : // Each along its own key: together they would be sorted whole for every page.
        `SELECT * FROM ((${pageOf('moves', further)}) UNION ALL (${pageOf('past_moves_told', further)})) m
         ORDER BY ${inOrder} LIMIT $9`;
  const { rows } = await tx.query<MoveRow>(
    // The page first, and only then who they are.
    `WITH page AS MATERIALIZED (${page})
     SELECT p.person_id AS id, p.name, ${['mobile', 'email', 'external'].map(identifier).join(', ')},
       m.at, m.from_rung AS "from", m.from_since, m.to_rung AS "to", m.cause, m.measured, m.recorded_at
     FROM page m JOIN people p ON p.business_id = this_business() AND p.person_id = m.person_id
     ORDER BY ${inOrder}`,
    [
      version.ladderId,
      version.version,
      timestamptz(from),
      timestamptz(end),
      after === null ? null : timestamptz(after.at),
      after?.personId ?? null,
      wanted.from,
      wanted.to,
      limit,
    ],
  );
  return rows;
}
