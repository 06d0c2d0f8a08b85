import type { Climb, Move, MoveCause } from '@nardeban/core/ladder';
import type { Instant } from '@nardeban/core/values';
import {
  boolArray,
  float8Array,
  int2Array,
  int4Array,
  int8Array,
  textArray,
} from '../../platform/database/index.ts';
import type { Statement, Tx } from '../../platform/database/index.ts';
import { feedOfMoved, type Moved } from '../facts/index.ts';
import { CounterChanges } from './counting.ts';
import { type Climber, statementOfOpening } from './past-moves.ts';
import { standingElsewhere } from './standing-elsewhere.ts';
import type { Version } from './versions.ts';

/** What climbs of one version say about people, gathered to be written in one statement. */
export class ClimbBatch {
  readonly version: Version;
  readonly people: number[] = [];
  readonly climbs: Climb[] = [];
  /**
   * Since when people of whom the caller has read that they have a standing are known by it; read under the lock of the
   * climber. Such a standing need not be looked for again.
   */
  readonly stored: ReadonlyMap<number, Instant>;

  constructor(version: Version, stored: ReadonlyMap<number, Instant> = new Map()) {
    this.version = version;
    this.stored = stored;
  }

  add(personId: number, climb: Climb): void {
    this.people.push(personId);
    this.climbs.push(climb);
  }
}

/** One climber works in a business at a time; held until the transaction ends. */
export async function lockClimbing(tx: Tx): Promise<void> {
  await tx.query(lockStatement);
}

/** The same as a statement: those after it see what the climber before has left. */
export const lockStatement: Statement = {
  name: 'lock_climbing',
  text: "SELECT pg_advisory_xact_lock(hashtext('nardeban.climb'), this_business())",
};

/**
 * Brings what is stored of people in line with their climbs: the standing, and of the moves only what differs. A stored
 * move that turns out not to have happened is superseded, one that is missing is added; the counters follow. The caller
 * holds the lock of the climber. In two round trips; answers the statements of the second, for the caller to send alone or
 * together with the commit.
 */
export async function writeChanges(tx: Tx, batches: readonly ClimbBatch[]): Promise<Statement[]> {
  if (batches.every((batch) => batch.people.length === 0)) return [];
  const counters = batches.map((batch) => new CounterChanges(batch.version));
  const { statements, differing } = standingsOf(batches);
  const answers = await tx.queryAll<object[]>([...statements, statementOfStored(batches)]);
  const moved = (answers.pop()?.rows ?? []) as StoredMove[];
  for (const { batch, before, since } of [
    ...differing,
    ...answers.flatMap(({ rows }) => rows as KnownBefore[]),
  ]) {
    counters[batch]?.known(since, 1);
    if (before !== null) counters[batch]?.known(before, -1);
  }
  const opened: Climber[] = [];
  const superseded: MoveKey[] = [];
  const added: MoveRow[] = [];
  const told: Moved[] = [];
  for (const [number, { version, people, climbs }] of batches.entries()) {
    const counter = counters[number];
    const stored = Map.groupBy(
      moved.filter((move) => move.ladderId === version.ladderId && move.version === version.version),
      (move) => move.personId,
    );
    for (const [index, personId] of people.entries()) {
      const before = stored.get(personId) ?? [];
      const after = climbs[index]?.moves ?? [];
      const kept = new Set(before.map(moveText));
      const wanted = new Set(after.map(moveText));
      const gone = before.filter((move) => !wanted.has(moveText(move)));
      if (gone.some((move) => move.isPast)) opened.push({ version, personId });
      for (const move of gone) {
        superseded.push({ version, personId, at: move.at });
        counter?.step(move, -1);
      }
      for (const move of after) {
        if (kept.has(moveText(move))) continue;
        added.push({ version, personId, move });
        counter?.step(move, 1);
      }
      told.push(...standingElsewhere(version, personId, before, after));
    }
  }
  return [
    statementOfOpening(opened),
    statementOfSuperseded(superseded),
    statementOfMoves(added),
    ...counters.flatMap((counter) => counter.statements()),
    told.length === 0 ? null : feedOfMoved(told),
  ].filter((statement) => statement !== null);
}

/**
 * Takes people off a ladder who are somebody else now: their history is told under the person they were merged into. The
 * caller holds the lock of the climber.
 */
export async function removeStandings(tx: Tx, version: Version, personIds: readonly number[]): Promise<void> {
  const counter = new CounterChanges(version);
  const values = [version.ladderId, version.version, int8Array(personIds)];
  const { rows: standings } = await tx.query<{ known_since: Instant }>(
    `DELETE FROM standings WHERE business_id = this_business() AND ladder_id = $1 AND version = $2 AND person_id = ANY($3::bigint[])
     RETURNING known_since`,
    values,
  );
  for (const standing of standings) counter.known(standing.known_since, -1);
  const opening = statementOfOpening(personIds.map((personId) => ({ version, personId })));
  if (opening !== null) await tx.query(opening);
  const { rows: moves } = await tx.query<Pick<Move, 'at' | 'from' | 'fromSince' | 'to'>>(
    `UPDATE moves SET superseded_at = now() WHERE business_id = this_business() AND ladder_id = $1 AND version = $2
       AND person_id = ANY($3::bigint[]) AND superseded_at IS NULL
     RETURNING at, from_rung AS "from", from_since AS "fromSince", to_rung AS "to"`,
    values,
  );
  for (const move of moves) counter.step(move, -1);
  await counter.write(tx);
}

/** A stored move and a climbed one are the same when they say the same; the text is what is compared. */
export function moveText(
  move: Pick<Move, 'at' | 'from' | 'fromSince' | 'to' | 'cause' | 'measured'>,
): string {
  return `${move.at} ${move.fromSince} ${move.from} ${move.to} ${move.cause} ${JSON.stringify(move.measured)}`;
}

interface MoveRow {
  readonly version: Version;
  readonly personId: number;
  readonly move: Move;
}

interface MoveKey {
  readonly version: Version;
  readonly personId: number;
  readonly at: number;
}

/** The live moves of people in this version. */
export async function storedMoves(
  tx: Tx,
  version: Version,
  personIds: readonly number[],
): Promise<Map<number, Move[]>> {
  const { rows } = await tx.query<Move & { personId: number }>({
    name: 'stored_moves',
    text: `SELECT person_id AS "personId", at, from_rung AS "from", from_since AS "fromSince", to_rung AS "to", cause, measured FROM all_moves
           WHERE business_id = this_business() AND ladder_id = $1 AND version = $2 AND person_id = ANY($3::bigint[])
             AND superseded_at IS NULL ORDER BY person_id, at`,
    values: [version.ladderId, version.version, personIds],
  });
  return Map.groupBy(rows, (row) => row.personId);
}

interface StoredMove extends Move {
  readonly personId: number;
  readonly ladderId: number;
  readonly version: number;
  /** It stands in a row with others. */
  readonly isPast: boolean;
}

/** The live moves of these people in each of these versions. */
function statementOfStored(batches: readonly ClimbBatch[]): Statement {
  return {
    name: 'stored_moves_of_all',
    text: `SELECT m.ladder_id AS "ladderId", m.version, m.person_id AS "personId", m.at, m.from_rung AS "from",
             m.from_since AS "fromSince", m.to_rung AS "to", m.cause, m.measured, m.is_past AS "isPast"
           FROM unnest($1::int[], $2::int[]) AS t (l, v), LATERAL (
             SELECT * FROM all_moves o WHERE o.business_id = this_business() AND o.ladder_id = t.l AND o.version = t.v
               AND o.person_id = ANY($3::bigint[]) AND o.superseded_at IS NULL OFFSET 0) m
           ORDER BY m.ladder_id, m.version, m.person_id, m.at`,
    values: [
      int4Array(batches.map(({ version }) => version.ladderId)),
      int4Array(batches.map(({ version }) => version.version)),
      int8Array([...new Set(batches.flatMap(({ people }) => people))]),
    ],
  };
}

interface KnownBefore {
  /** The place of the batch among those written. */
  readonly batch: number;
  readonly since: Instant;
  /** Null when they had no standing. */
  readonly before: Instant | null;
}

const GIVEN = `unnest($1::int[], $2::int[], $3::bigint[], $4::smallint[], $5::smallint[], $6::float8[], $7::float8[],
    $8::boolean[], $9::float8[], $10::int[]) AS t (l, v, p, r, h, s, u, n, k, b)`;
const INSERT = `INSERT INTO standings
      (business_id, ladder_id, version, person_id, rung, highest, since, until, pinned, known_since)
    SELECT (SELECT this_business()), l, v, p, r, h, to_timestamp(s / 1000), to_timestamp(u / 1000), n, to_timestamp(k / 1000)
    FROM`;

/** Brings the standing `o` in line with the row `t`. */
const UPDATE = `UPDATE standings o SET rung = t.r, highest = t.h, since = to_timestamp(t.s / 1000), until = to_timestamp(t.u / 1000),
      pinned = t.n, known_since = to_timestamp(t.k / 1000)
    FROM t WHERE o.business_id = this_business() AND o.ladder_id = t.l AND o.version = t.v AND o.person_id = t.p
      AND (o.rung, o.highest, o.since, o.until, o.pinned, o.known_since) IS DISTINCT FROM
        (t.r, t.h, to_timestamp(t.s / 1000), to_timestamp(t.u / 1000), t.n, to_timestamp(t.k / 1000))`;

/**
 * Writes standings that may be there already. The statements, and `differing` of those that were read before, tell who is
 * known since another instant than before. Where nothing was read it takes two statements, for the second sees what was
 * committed while the first waited: somebody whom publishing brought in at that very moment has a standing, and was not
 * made known here.
 */
function standingsOf(batches: readonly ClimbBatch[]): {
  readonly statements: readonly Statement[];
  readonly differing: readonly KnownBefore[];
} {
  const unread: StandingRow[] = [];
  const read: StandingRow[] = [];
  const differing: KnownBefore[] = [];
  for (const row of batches.flatMap(standingRows)) {
    const before = batches[row.batch]?.stored.get(row.personId);
    (before === undefined ? unread : read).push(row);
    const since = row.climb.knownSince;
    if (before !== undefined && before !== since) differing.push({ batch: row.batch, since, before });
  }
  const statements: Statement[] = [];
  if (unread.length > 0) {
    const values = standingValues(unread);
    statements.push(
      {
        name: 'standings_add',
        text: `WITH t AS MATERIALIZED (SELECT * FROM ${GIVEN}),
            written AS (${INSERT} t ON CONFLICT DO NOTHING RETURNING ladder_id, version, person_id)
          SELECT t.b AS batch, to_timestamp(t.k / 1000) AS since, NULL::timestamptz AS before
          FROM t JOIN written w ON w.ladder_id = t.l AND w.version = t.v AND w.person_id = t.p`,
        values,
      },
      {
        name: 'standings_change',
        // Reading sees the standings as they were before the update.
        text: `WITH t AS MATERIALIZED (SELECT * FROM ${GIVEN}), written AS (${UPDATE})
          SELECT t.b AS batch, to_timestamp(t.k / 1000) AS since, o.known_since AS before
          FROM t JOIN standings o
            ON o.business_id = this_business() AND o.ladder_id = t.l AND o.version = t.v AND o.person_id = t.p
          WHERE o.known_since IS DISTINCT FROM to_timestamp(t.k / 1000)`,
        values,
      },
    );
  }
  if (read.length > 0) {
    statements.push({
      name: 'standings_change_read',
      text: `WITH t AS MATERIALIZED (SELECT * FROM ${GIVEN}) ${UPDATE}`,
      values: standingValues(read),
    });
  }
  return { statements, differing };
}

function standingRows({ version, people, climbs }: ClimbBatch, batch: number): StandingRow[] {
  return people.map((personId, index) => ({ version, personId, climb: climbs[index] as Climb, batch }));
}

interface StandingRow {
  readonly version: Version;
  readonly personId: number;
  readonly climb: Climb;
  /** The place of the batch among those written. */
  readonly batch: number;
}

function standingValues(rows: readonly StandingRow[]): unknown[] {
  return [
    int4Array(rows.map(({ version }) => version.ladderId)),
    int4Array(rows.map(({ version }) => version.version)),
    int8Array(rows.map(({ personId }) => personId)),
    int2Array(rows.map(({ climb }) => climb.place ?? 0)),
    int2Array(rows.map(({ climb }) => climb.highest)),
    float8Array(rows.map(({ climb }) => climb.since)),
    float8Array(rows.map(({ climb }) => climb.until)),
    boolArray(rows.map(({ climb }) => climb.pin !== null)),
    float8Array(rows.map(({ climb }) => climb.knownSince)),
    int4Array(rows.map(({ batch }) => batch)),
  ];
}

const CAUSES: readonly MoveCause[] = ['fact', 'time', 'pin', 'unpin'];

/** Null when there is nothing to write. */
function statementOfMoves(moves: readonly MoveRow[]): Statement | null {
  if (moves.length === 0) return null;
  return {
    name: 'moves_add',
    text: `INSERT INTO moves (business_id, ladder_id, version, person_id, at, from_rung, from_since, to_rung, cause, measured)
     SELECT (SELECT this_business()), l, v, p, to_timestamp(a / 1000), f, to_timestamp(s / 1000), t,
       ('{${CAUSES.join(',')}}'::text[])[c], m::jsonb
     FROM unnest($1::int[], $2::int[], $3::bigint[], $4::float8[], $5::smallint[], $6::float8[], $7::smallint[], $8::smallint[], $9::text[])
       AS t (l, v, p, a, f, s, t, c, m)`,
    values: [
      int4Array(moves.map(({ version }) => version.ladderId)),
      int4Array(moves.map(({ version }) => version.version)),
      int8Array(moves.map(({ personId }) => personId)),
      float8Array(moves.map(({ move }) => move.at)),
      int2Array(moves.map(({ move }) => move.from)),
      float8Array(moves.map(({ move }) => move.fromSince)),
      int2Array(moves.map(({ move }) => move.to)),
      int2Array(moves.map(({ move }) => CAUSES.indexOf(move.cause) + 1)),
      textArray(moves.map(({ move }) => JSON.stringify(move.measured))),
    ],
  };
}

/** Null when there is nothing to write. */
function statementOfSuperseded(moves: readonly MoveKey[]): Statement | null {
  if (moves.length === 0) return null;
  return {
    name: 'moves_supersede',
    text: `UPDATE moves m SET superseded_at = now()
     FROM unnest($1::int[], $2::int[], $3::bigint[], $4::float8[]) AS t (l, v, p, a)
     WHERE m.business_id = this_business() AND m.ladder_id = t.l AND m.version = t.v AND m.person_id = t.p
       AND m.at = to_timestamp(t.a / 1000) AND m.superseded_at IS NULL`,
    values: [
      int4Array(moves.map(({ version }) => version.ladderId)),
      int4Array(moves.map(({ version }) => version.version)),
      int8Array(moves.map(({ personId }) => personId)),
      float8Array(moves.map(({ at }) => at)),
    ],
  };
}
