import type { Climb } from '@nardeban/core/ladder';
import type { Instant } from '@nardeban/core/values';
import { GrowingArray, int8Array, type Statement, type Tx } from '../../platform/database/index.ts';
import { CountedSteps } from './first-counts.ts';
import type { Version } from './versions.ts';

/**
 * What climbs of one version say about people, a stretch of numbers, who are written for the first time. It is put into the
 * memory that is sent as soon as it is known: kept as objects until they are written, clearing away the climbs of some thousand
 * people took about a fifth of the program's time.
 *
 * Moves before `listedFrom` are a row a person: a row a move cost three times as much, and nobody reads those moves but with
 * their person. The view `all_moves` tells them as rows, beside those that are.
 */
export class FirstRows {
  readonly version: Version;
  /** Every step, to count those of whom a standing is written. */
  readonly steps: CountedSteps;
  readonly #listedFrom: Instant;
  readonly #standings = {
    person: new GrowingArray('int8'),
    rung: new GrowingArray('int2'),
    highest: new GrowingArray('int2'),
    since: new GrowingArray('float8'),
    until: new GrowingArray('float8'),
    pinned: new GrowingArray('bool'),
    knownSince: new GrowingArray('float8'),
  };
  readonly #past = { person: new GrowingArray('int8'), told: new GrowingArray('text') };
  readonly #moves = {
    person: new GrowingArray('int8'),
    at: new GrowingArray('float8'),
    from: new GrowingArray('int2'),
    fromSince: new GrowingArray('float8'),
    to: new GrowingArray('int2'),
    cause: new GrowingArray('text'),
    measured: new GrowingArray('text'),
  };
  #lowest = Number.POSITIVE_INFINITY;
  #highest = 0;

  constructor(version: Version, listedFrom: Instant) {
    this.version = version;
    this.steps = new CountedSteps(version);
    this.#listedFrom = listedFrom;
  }

  get people(): number {
    return this.#standings.person.length;
  }

  add(personId: number, climb: Climb): void {
    // Not the first and the last: those who are several that were merged come after the others.
    this.#lowest = Math.min(this.#lowest, personId);
    this.#highest = Math.max(this.#highest, personId);
    this.steps.add(personId, climb);
    const standings = this.#standings;
    standings.person.int8(personId);
    standings.rung.int2(climb.place ?? 0);
    standings.highest.int2(climb.highest);
    standings.since.float8(climb.since);
    if (climb.until === null) standings.until.null();
    else standings.until.float8(climb.until);
    standings.pinned.bool(climb.pin !== null);
    standings.knownSince.float8(climb.knownSince);
    const { moves } = climb;
    const recent = moves.findIndex((move) => move.at >= this.#listedFrom);
    const past = recent === -1 ? moves : moves.slice(0, recent);
    if (past.length > 0) {
      const told = past.map(({ at, from, fromSince, to, cause, measured }) => [
        at,
        from,
        fromSince,
        to,
        cause,
        measured,
      ]);
      this.#past.person.int8(personId);
      this.#past.told.text(JSON.stringify(told));
    }
    const listed = this.#moves;
    for (let index = past.length; index < moves.length; index++) {
      const move = moves[index];
      if (move === undefined) break;
      listed.person.int8(personId);
      listed.at.float8(move.at);
      listed.from.int2(move.from);
      listed.fromSince.float8(move.fromSince);
      listed.to.int2(move.to);
      listed.cause.text(move.cause);
      listed.measured.text(JSON.stringify(move.measured));
    }
  }

  /** Whom to leave alone: whoever already has a standing was climbed since by the live path, which knows better. */
  async standingAlready(tx: Tx): Promise<ReadonlySet<number>> {
    if (this.people === 0) return new Set();
    const { rows } = await tx.query<{ person_id: number }>({
      // In that order: of a table that is new to the planner it went through the other index.
      name: 'standing_already',
      text: `SELECT person_id FROM standings WHERE business_id = this_business() AND ladder_id = $1 AND version = $2
               AND person_id BETWEEN $3 AND $4 ORDER BY person_id`,
      values: [this.version.ladderId, this.version.version, this.#lowest, this.#highest],
    });
    return new Set(rows.map((row) => row.person_id));
  }

  /**
   * What writes the others. Needs no lock: where the live path writes one of them at the same moment, the key of the standing
   * makes the transaction fail, and tried again it finds that person there; then under the lock, or it may happen again. Nothing
   * is counted: the counters are written when all are in. The commit is not waited for: what a crash takes is told as done no
   * earlier than with a commit after it, and goes with that.
   */
  statements(leftAlone: ReadonlySet<number>): Statement[] {
    if (this.people === 0) return [];
    const which = [this.version.ladderId, this.version.version, int8Array([...leftAlone])];
    const sent = (columns: Readonly<Record<string, GrowingArray>>) => [
      ...which,
      ...Object.values(columns).map((column) => column.whole()),
    ];
    const statements: Statement[] = [
      { text: 'SET LOCAL synchronous_commit = off' },
      {
        name: 'standings_first',
        text: `INSERT INTO standings
            (business_id, ladder_id, version, person_id, rung, highest, since, until, pinned, known_since)
          SELECT (SELECT this_business()), $1, $2, p, r, h, to_timestamp(s / 1000), to_timestamp(u / 1000), n, to_timestamp(k / 1000)
          FROM unnest($4::bigint[], $5::smallint[], $6::smallint[], $7::float8[], $8::float8[], $9::boolean[], $10::float8[])
            AS t (p, r, h, s, u, n, k) WHERE p <> ALL($3::bigint[])`,
        values: sent(this.#standings),
      },
    ];
    if (this.#past.person.length > 0) {
      statements.push({
        name: 'past_moves_first',
        text: `INSERT INTO past_moves (business_id, ladder_id, version, person_id, told)
          SELECT (SELECT this_business()), $1, $2, p, t::json FROM unnest($4::bigint[], $5::text[]) AS x (p, t)
          WHERE p <> ALL($3::bigint[])`,
        values: sent(this.#past),
      });
    }
    if (this.#moves.person.length > 0) {
      statements.push({
        name: 'moves_first',
        text: `INSERT INTO moves (business_id, ladder_id, version, person_id, at, from_rung, from_since, to_rung, cause, measured)
          SELECT (SELECT this_business()), $1, $2, p, to_timestamp(a / 1000), f, to_timestamp(s / 1000), t, c, m::jsonb
          FROM unnest($4::bigint[], $5::float8[], $6::smallint[], $7::float8[], $8::smallint[], $9::text[], $10::text[])
            AS x (p, a, f, s, t, c, m) WHERE p <> ALL($3::bigint[])`,
        values: sent(this.#moves),
      });
    }
    return statements;
  }
}
