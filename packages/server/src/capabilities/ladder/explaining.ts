import { becauseOfMove, explain, placesOf, type MoveCause } from '@nardeban/core/ladder';
import type { Because, Gap, Measured } from '@nardeban/core/criteria';
import { accept, refuse, type Instant, type Result } from '@nardeban/core/values';
import type { Tx } from '../../platform/database/index.ts';
import { readPeople, type KnownPerson } from './histories.ts';
import { readingFor } from './reading.ts';
import type { Version } from './versions.ts';

/** One person on one ladder, with the reasons. Rungs are named by their keys. */
export interface PersonExplained {
  readonly person: { readonly id: number; readonly name: string | null };
  readonly ladder: string;
  readonly version: number;
  readonly asOf: Instant;
  /** Null before the business knew them. */
  readonly rung: string | null;
  readonly highest: string | null;
  readonly since: Instant;
  readonly until: Instant | null;
  readonly pinned: { readonly until: Instant; readonly reason: string; readonly by: string } | null;
  readonly because: Because | null;
  readonly next: { readonly rung: string; readonly because: Because } | null;
  readonly gap: Gap | null;
  /** Where time alone takes them, and when, if nothing new happens; null: nowhere in the next five years. */
  readonly ahead: {
    readonly rung: string;
    readonly at: Instant;
    readonly cause: MoveCause;
    readonly because: Because | null;
  } | null;
  readonly moves: readonly MoveExplained[];
}

export interface MoveExplained {
  readonly at: Instant;
  readonly from: string;
  readonly to: string;
  readonly cause: MoveCause;
  readonly because: Because | null;
  /** When it was written down; long after `at` for what was learnt late. Null for a past that is only asked about. */
  readonly recordedAt: Instant | null;
  /** A later fact showed that this step did not happen. */
  readonly superseded: boolean;
}

interface StoredMove {
  readonly at: Instant;
  readonly from: number;
  readonly to: number;
  readonly cause: MoveCause;
  readonly measured: readonly Measured[];
  readonly recorded_at: Instant;
  readonly superseded: boolean;
}

/** Most moves of one person that are told; the newest, where there are more. */
const MOST_MOVES = 500;

/** Reads the person's facts and climbs them again: what is told is what the facts say now, not what was stored. */
export async function explainPerson(
  tx: Tx,
  version: Version,
  personId: number,
  asOf: Instant,
): Promise<Result<PersonExplained>> {
  const { rows } = await tx.query<{ id: number; name: string | null }>(
    // Not a join, which would be planned to go through all people.
    `SELECT person_id AS id, name FROM people WHERE business_id = this_business() AND person_id = (
       SELECT coalesce(merged_into, person_id) FROM people WHERE business_id = this_business() AND person_id = $1)`,
    [personId],
  );
  const [person] = rows;
  if (!person) return refuse('person_unknown', 'person');
  let known: KnownPerson | undefined;
  await readPeople(tx, [person.id], readingFor([version.definition], { ids: true }), (one) => {
    known = one;
  });
  if (!known) return refuse('person_unknown', 'person');

  const places = placesOf(version.definition).map((place) => place.key);
  const keyOf = (place: number | null): string | null => (place === null ? null : (places[place] ?? null));
  const { climb, because, next, ahead } = explain(version.compiled, known.history, asOf);
  const stored = await storedMovesOf(tx, version, person.id);
  const recorded = new Map(
    stored
      .filter((move) => !move.superseded)
      .map((move) => [`${move.at} ${move.from} ${move.to}`, move.recorded_at]),
  );
  const told: MoveExplained[] = climb.moves.slice(-MOST_MOVES).map((move) => ({
    at: move.at,
    from: keyOf(move.from) ?? '',
    to: keyOf(move.to) ?? '',
    cause: move.cause,
    because: move.because ?? null,
    recordedAt: recorded.get(`${move.at} ${move.from} ${move.to}`) ?? null,
    superseded: false,
  }));
  const corrected: MoveExplained[] = stored
    .filter((move) => move.superseded && move.at <= asOf)
    .map((move) => ({
      at: move.at,
      from: keyOf(move.from) ?? '',
      to: keyOf(move.to) ?? '',
      cause: move.cause,
      because: becauseOfMove(version.compiled, move),
      recordedAt: move.recorded_at,
      superseded: true,
    }));
  return accept({
    person,
    ladder: version.key,
    version: version.version,
    asOf,
    rung: keyOf(climb.place),
    highest: climb.place === null ? null : keyOf(climb.highest),
    since: climb.since,
    until: climb.until,
    pinned: climb.pin ? { until: climb.pin.until, reason: climb.pin.reason, by: climb.pin.by } : null,
    because,
    next: next ? { rung: keyOf(next.place) ?? '', because: next.because } : null,
    gap: next?.gap ?? null,
    ahead: ahead
      ? { rung: keyOf(ahead.place) ?? '', at: ahead.at, cause: ahead.cause, because: ahead.because }
      : null,
    moves: [...told, ...corrected].sort((a, b) => a.at - b.at),
  });
}

async function storedMovesOf(tx: Tx, version: Version, personId: number): Promise<StoredMove[]> {
  const { rows } = await tx.query<StoredMove>(
    `SELECT at, from_rung AS "from", to_rung AS "to", cause, measured, recorded_at, superseded_at IS NOT NULL AS superseded FROM all_moves
     WHERE business_id = this_business() AND ladder_id = $1 AND version = $2 AND person_id = $3 ORDER BY at DESC, recorded_at DESC LIMIT $4`,
    [version.ladderId, version.version, personId, MOST_MOVES],
  );
  return rows;
}
