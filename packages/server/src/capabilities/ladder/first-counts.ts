import type { Climb } from '@nardeban/core/ladder';
import { zoneOf } from '@nardeban/core/values';
import { int2Array, int4Array, type Tx } from '../../platform/database/index.ts';
import { markCounted, ranked, SPANS, spanStart, startCounting, UNKNOWN } from './counting.ts';
import { stoodClass } from './stood-days.ts';
import type { Version } from './versions.ts';

/** Days before 1970 are negative; cells are numbers of their own, and so all above nought. */
const DAYS_BEFORE = 2 ** 20;
/** More places than a ladder has, with room for nowhere, and more classes of days stood than there are. */
const PLACES = 2 ** 8;
const CLASSES = 2 ** 8;

/** Rows of counters that go to the server at a time. */
const ROWS_AT_A_TIME = 20_000;

/**
 * The counters of a version that is written for everybody, gathered while its moves are at hand: counting them from the
 * table afterwards took longer than writing them. Only for a walk that this process began and ends: of what another has
 * written nothing is known here, and then `recountLadder` counts.
 */
export class FirstCounts {
  readonly #version: Version;
  readonly #days = new Map<number, number>();
  readonly #waits = new Map<number, number>();

  constructor(version: Version) {
    this.#version = version;
  }

  /** People whose standing and moves were written, and committed, by `writeFirst`. */
  add(climbs: readonly Climb[]): void {
    const { calendar, positions } = this.#version.compiled;
    const zone = zoneOf(calendar.zone);
    const isRanked = ranked(this.#version);
    for (const { knownSince, moves } of climbs) {
      count(this.#days, cellOf(zone.dayOf(knownSince), UNKNOWN, positions.start));
      for (const { at, from, fromSince, to } of moves) {
        const day = zone.dayOf(at);
        const cell = cellOf(day, from, to);
        count(this.#days, cell);
        if (isRanked && to > from)
          count(this.#waits, cell * CLASSES + stoodClass(day - zone.dayOf(fromSince)));
      }
    }
  }

  /** Writes them in place of what was counted before. What the live path has counted stands beside them. */
  async write(tx: Tx): Promise<void> {
    await startCounting(tx, this.#version);
    const version = [this.#version.ladderId, this.#version.version];
    for (const some of portionsOf(this.#days, 1)) {
      await tx.query(
        `INSERT INTO ladder_days (business_id, ladder_id, version, span, starts, from_rung, to_rung, live, people)
         SELECT this_business(), $1, $2, s, d, f, t, false, n FROM unnest($3::int2[], $4::int[], $5::int2[], $6::int2[], $7::int[]) AS x (s, d, f, t, n)`,
        [
          ...version,
          int2Array(some.map((row) => row.span)),
          int4Array(some.map((row) => row.starts)),
          int2Array(some.map((row) => row.from)),
          int2Array(some.map((row) => row.to)),
          int4Array(some.map((row) => row.people)),
        ],
      );
    }
    for (const some of portionsOf(this.#waits, CLASSES)) {
      await tx.query(
        `INSERT INTO ladder_waits (business_id, ladder_id, version, span, starts, from_rung, to_rung, stood, live, people)
         SELECT this_business(), $1, $2, s, d, f, t, w, false, n
         FROM unnest($3::int2[], $4::int[], $5::int2[], $6::int2[], $7::int2[], $8::int[]) AS x (s, d, f, t, w, n)`,
        [
          ...version,
          int2Array(some.map((row) => row.span)),
          int4Array(some.map((row) => row.starts)),
          int2Array(some.map((row) => row.from)),
          int2Array(some.map((row) => row.to)),
          int2Array(some.map((row) => row.stood)),
          int4Array(some.map((row) => row.people)),
        ],
      );
    }
    await markCounted(tx, this.#version);
  }
}

function cellOf(day: number, from: number, to: number): number {
  return ((day + DAYS_BEFORE) * PLACES + (from - UNKNOWN)) * PLACES + to;
}

function count(counts: Map<number, number>, cell: number, people = 1): void {
  counts.set(cell, (counts.get(cell) ?? 0) + people);
}

interface CounterRow {
  readonly span: number;
  readonly starts: number;
  readonly from: number;
  readonly to: number;
  readonly stood: number;
  readonly people: number;
}

/** The rows of all spans in the order of their key, some at a time; `classes` is 1 for cells that tell none. */
function* portionsOf(counts: ReadonlyMap<number, number>, classes: number): Generator<readonly CounterRow[]> {
  const perDay = PLACES * PLACES * classes;
  for (const span of SPANS) {
    const summed = span === 1 ? counts : inBlocks(counts, span, perDay);
    // Numbers and no pairs: a version among a million people has half a million cells.
    const cells = Float64Array.from(summed.keys()).sort();
    for (let at = 0; at < cells.length; at += ROWS_AT_A_TIME) {
      yield Array.from(cells.subarray(at, at + ROWS_AT_A_TIME), (cell) => {
        const places = Math.floor(cell / classes);
        return {
          span,
          starts: dayOfCell(cell, perDay),
          from: (Math.floor(places / PLACES) % PLACES) + UNKNOWN,
          to: places % PLACES,
          stood: cell % classes,
          people: summed.get(cell) ?? 0,
        };
      });
    }
  }
}

function inBlocks(counts: ReadonlyMap<number, number>, span: number, perDay: number): Map<number, number> {
  const summed = new Map<number, number>();
  for (const [cell, people] of counts) {
    const starts = spanStart(dayOfCell(cell, perDay), span);
    count(summed, (starts + DAYS_BEFORE) * perDay + (cell % perDay), people);
  }
  return summed;
}

function dayOfCell(cell: number, perDay: number): number {
  return Math.floor(cell / perDay) - DAYS_BEFORE;
}
