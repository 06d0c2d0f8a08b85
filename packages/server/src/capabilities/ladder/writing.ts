import type { Climb, Move } from '@nardeban/core/ladder';
import type { Statement, Tx } from '../../platform/database/index.ts';
import type { Version } from './versions.ts';

/**
 * What climbs of one version say about people, gathered to be written in one statement. Values go over as array
 * literals made by hand: the driver's own way of writing arrays costs more than the insert.
 */
export class ClimbBatch {
  readonly version: Version;
  readonly people: number[] = [];
  readonly climbs: Climb[] = [];

  constructor(version: Version) {
    this.version = version;
  }

  add(personId: number, climb: Climb): void {
    this.people.push(personId);
    this.climbs.push(climb);
  }
}

/** One climber works in a business at a time; held until the transaction ends. */
export async function lockClimbing(tx: Tx): Promise<void> {
  await tx.query("SELECT pg_advisory_xact_lock(hashtext('nardeban.climb'), this_business())");
}

/**
 * Writes people of a version, given in order of number, for the first time. Whoever already has a standing was climbed
 * since by the live path, which knows better, and is left alone. Holds no lock: where the live path writes one of them
 * at the same moment, the key of the standing makes this transaction fail, and tried again it finds that person there.
 */
export async function writeFirst(tx: Tx, batch: ClimbBatch): Promise<void> {
  if (batch.people.length === 0) return;
  const fresh = withoutThose(batch, await standingAlready(tx, batch));
  if (fresh.people.length === 0) return;
  const standings = insertStandings(tx, [fresh], '');
  // The texts of the moves are made while the server writes the standings.
  const { version } = fresh;
  const moves = statementOfMoves(
    fresh.people.flatMap((personId, index) =>
      (fresh.climbs[index]?.moves ?? []).map((move) => ({ version, personId, move })),
    ),
  );
  await standings;
  if (moves !== null) await tx.query(moves);
}

async function standingAlready(tx: Tx, { version, people }: ClimbBatch): Promise<ReadonlySet<number>> {
  const { rows } = await tx.query<{ person_id: number }>({
    name: 'standing_already',
    text: `SELECT person_id FROM standings WHERE business_id = this_business() AND ladder_id = $1 AND version = $2
             AND person_id BETWEEN $3 AND $4`,
    values: [version.ladderId, version.version, people[0], people.at(-1)],
  });
  return new Set(rows.map((row) => row.person_id));
}

function withoutThose(batch: ClimbBatch, known: ReadonlySet<number>): ClimbBatch {
  if (known.size === 0) return batch;
  const rest = new ClimbBatch(batch.version);
  for (const [index, personId] of batch.people.entries()) {
    const climb = batch.climbs[index];
    if (climb && !known.has(personId)) rest.add(personId, climb);
  }
  return rest;
}

/**
 * Brings what is stored of people in line with their climbs: the standing, and of the moves only what differs. A stored
 * move that turns out not to have happened is superseded, one that is missing is added.
 */
export async function writeChanges(tx: Tx, batches: readonly ClimbBatch[]): Promise<void> {
  if (batches.every((batch) => batch.people.length === 0)) return;
  await insertStandings(
    tx,
    batches,
    `ON CONFLICT (business_id, ladder_id, version, person_id) DO UPDATE SET rung = excluded.rung, highest = excluded.highest,
       since = excluded.since, until = excluded.until, pinned = excluded.pinned
     WHERE (s.rung, s.highest, s.since, s.until, s.pinned)
       IS DISTINCT FROM (excluded.rung, excluded.highest, excluded.since, excluded.until, excluded.pinned)`,
  );
  const superseded: MoveKey[] = [];
  const added: MoveRow[] = [];
  for (const { version, people, climbs } of batches) {
    const stored = await storedMoves(tx, version, people);
    for (const [index, personId] of people.entries()) {
      const before = stored.get(personId) ?? [];
      const after = climbs[index]?.moves ?? [];
      const kept = new Set(before.map(moveText));
      const wanted = new Set(after.map(moveText));
      for (const move of before)
        if (!wanted.has(moveText(move))) superseded.push({ version, personId, at: move.at });
      for (const move of after) if (!kept.has(moveText(move))) added.push({ version, personId, move });
    }
  }
  await supersedeMoves(tx, superseded);
  const moves = statementOfMoves(added);
  if (moves !== null) await tx.query(moves);
}

/** Takes people off a ladder who are somebody else now: their history is told under the person they were merged into. */
export async function removeStandings(tx: Tx, version: Version, personIds: readonly number[]): Promise<void> {
  await tx.query(
    `DELETE FROM standings WHERE business_id = this_business() AND ladder_id = $1 AND version = $2 AND person_id = ANY($3::bigint[])`,
    [version.ladderId, version.version, personIds],
  );
  await tx.query(
    `UPDATE moves SET superseded_at = now() WHERE business_id = this_business() AND ladder_id = $1 AND version = $2
       AND person_id = ANY($3::bigint[]) AND superseded_at IS NULL`,
    [version.ladderId, version.version, personIds],
  );
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
    text: `SELECT person_id AS "personId", at, from_rung AS "from", from_since AS "fromSince", to_rung AS "to", cause, measured FROM moves
           WHERE business_id = this_business() AND ladder_id = $1 AND version = $2 AND person_id = ANY($3::bigint[])
             AND superseded_at IS NULL ORDER BY person_id, at`,
    values: [version.ladderId, version.version, personIds],
  });
  return Map.groupBy(rows, (row) => row.personId);
}

async function insertStandings(tx: Tx, batches: readonly ClimbBatch[], onConflict: string): Promise<void> {
  const climbs = batches.flatMap((batch) => batch.climbs);
  const versions = batches.flatMap(({ version, people }) => people.map(() => version));
  await tx.query(
    `INSERT INTO standings AS s (business_id, ladder_id, version, person_id, rung, highest, since, until, pinned)
     SELECT this_business(), l, v, p, r, h, to_timestamp(s / 1000), to_timestamp(u / 1000), n
     FROM unnest($1::int[], $2::int[], $3::bigint[], $4::smallint[], $5::smallint[], $6::float8[], $7::float8[], $8::boolean[])
       AS t (l, v, p, r, h, s, u, n)
     ${onConflict}`,
    [
      arrayOf(versions, (version) => String(version.ladderId)),
      arrayOf(versions, (version) => String(version.version)),
      arrayOf(
        batches.flatMap((batch) => batch.people),
        String,
      ),
      arrayOf(climbs, (climb) => String(climb.place ?? 0)),
      arrayOf(climbs, (climb) => String(climb.highest)),
      arrayOf(climbs, (climb) => String(climb.since)),
      arrayOf(climbs, (climb) => (climb.until === null ? 'NULL' : String(climb.until))),
      arrayOf(climbs, (climb) => (climb.pin ? 't' : 'f')),
    ],
  );
}

/** Null when there is nothing to write. */
function statementOfMoves(moves: readonly MoveRow[]): Statement | null {
  if (moves.length === 0) return null;
  return {
    text: `INSERT INTO moves (business_id, ladder_id, version, person_id, at, from_rung, from_since, to_rung, cause, measured)
     SELECT this_business(), l, v, p, to_timestamp(a / 1000), f, to_timestamp(s / 1000), t, c, m::jsonb
     FROM unnest($1::int[], $2::int[], $3::bigint[], $4::float8[], $5::smallint[], $6::float8[], $7::smallint[], $8::text[], $9::text[])
       AS t (l, v, p, a, f, s, t, c, m)`,
    values: [
      arrayOf(moves, ({ version }) => String(version.ladderId)),
      arrayOf(moves, ({ version }) => String(version.version)),
      arrayOf(moves, ({ personId }) => String(personId)),
      arrayOf(moves, ({ move }) => String(move.at)),
      arrayOf(moves, ({ move }) => String(move.from)),
      arrayOf(moves, ({ move }) => String(move.fromSince)),
      arrayOf(moves, ({ move }) => String(move.to)),
      arrayOf(moves, ({ move }) => move.cause),
      arrayOf(moves, ({ move }) => quoted(JSON.stringify(move.measured))),
    ],
  };
}

async function supersedeMoves(tx: Tx, moves: readonly MoveKey[]): Promise<void> {
  if (moves.length === 0) return;
  await tx.query(
    `UPDATE moves m SET superseded_at = now()
     FROM unnest($1::int[], $2::int[], $3::bigint[], $4::float8[]) AS t (l, v, p, a)
     WHERE m.business_id = this_business() AND m.ladder_id = t.l AND m.version = t.v AND m.person_id = t.p
       AND m.at = to_timestamp(t.a / 1000) AND m.superseded_at IS NULL`,
    [
      arrayOf(moves, ({ version }) => String(version.ladderId)),
      arrayOf(moves, ({ version }) => String(version.version)),
      arrayOf(moves, ({ personId }) => String(personId)),
      arrayOf(moves, ({ at }) => String(at)),
    ],
  );
}

function arrayOf<Item>(items: readonly Item[], text: (item: Item) => string): string {
  let list = '';
  for (const item of items) list += list === '' ? text(item) : `,${text(item)}`;
  return `{${list}}`;
}

/** A text as an element of an array literal. */
function quoted(text: string): string {
  return `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}
