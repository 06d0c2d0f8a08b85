import type { Climb } from '@nardeban/core/ladder';
import { type Zone, zoneOf } from '@nardeban/core/values';
import { int2Array, int4Array, textArray, type Tx } from '../../platform/database/index.ts';
import { markCounted, ranked, SPANS, spanStart, startCounting, UNKNOWN } from './counting.ts';
import { DayTally } from './day-tally.ts';
import { stoodClass } from './stood-days.ts';
import type { Version } from './versions.ts';

/** More places than a ladder has, with room for nowhere, and more classes of days stood than there are. */
const PLACES = 2 ** 8;
const CLASSES = 2 ** 8;

/** Steps that go to the server at a time. */
const STEPS_AT_A_TIME = 20_000;

/**
 * The counters of a version that is written for everybody, gathered while its moves are at hand: counting them from the
 * table afterwards took longer than writing them. Only for a walk that this process began and ends: of what another has
 * written nothing is known here, and then `recountLadder` counts.
 */
export class FirstCounts {
  readonly #version: Version;
  readonly #days = new DayTally();
  readonly #waits = new DayTally();

  constructor(version: Version) {
    this.#version = version;
  }

  /** Of people whose standing and moves were written, and committed: all but those who were left alone. */
  add(steps: CountedSteps, leftAlone: ReadonlySet<number>): void {
    steps.tell(leftAlone, this.#days, this.#waits);
  }

  /** Writes them in place of what was counted before. What the live path has counted stands beside them. */
  async write(tx: Tx): Promise<void> {
    await startCounting(tx, this.#version);
    const version = [this.#version.ladderId, this.#version.version];
    for (const steps of portionsOf(this.#days, 1)) {
      await tx.query(
        `INSERT INTO ladder_days (business_id, ladder_id, version, span, starts, from_rung, to_rung, live, people)
         SELECT this_business(), $1, $2, s, d, f, t, false, n FROM unnest($3::int2[], $4::int[], $5::int2[], $6::int2[], $7::int[]) AS x (s, d, f, t, n)`,
        [...version, ...keysOf(steps), int4Array(steps.flatMap(({ people }) => people))],
      );
    }
    for (const steps of portionsOf(this.#waits, CLASSES)) {
      await tx.query(
        `INSERT INTO ladder_waits_counted (business_id, ladder_id, version, span, starts, from_rung, to_rung, stood, people)
         SELECT this_business(), $1, $2, s, d, f, t, w::int2[], n::int[]
         FROM unnest($3::int2[], $4::int[], $5::int2[], $6::int2[], $7::text[], $8::text[]) AS x (s, d, f, t, w, n)`,
        [
          ...version,
          ...keysOf(steps),
          textArray(steps.map(({ stood }) => `{${stood.join(',')}}`)),
          textArray(steps.map(({ people }) => `{${people.join(',')}}`)),
        ],
      );
    }
    await markCounted(tx, this.#version);
  }
}

/** Steps of people as numbers one after the other: nothing is kept of their climbs. */
export class CountedSteps {
  readonly #version: Version;
  readonly #zone: Zone;
  /** A person and how many steps follow; of each the day, what it is, and what it is among the waits or NO_WAIT. */
  #told = new Float64Array(1 << 14);
  #at = 0;

  constructor(version: Version) {
    this.#version = version;
    this.#zone = zoneOf(version.compiled.calendar.zone);
  }

  add(personId: number, { knownSince, moves }: Climb): void {
    const isRanked = ranked(this.#version);
    this.#put(personId, 1 + moves.length, 0);
    this.#put(this.#zone.dayOf(knownSince), stepOf(UNKNOWN, this.#version.compiled.positions.start), NO_WAIT);
    for (const { at, from, fromSince, to } of moves) {
      const day = this.#zone.dayOf(at);
      const step = stepOf(from, to);
      const isWait = isRanked && to > from;
      this.#put(day, step, isWait ? step * CLASSES + stoodClass(day - this.#zone.dayOf(fromSince)) : NO_WAIT);
    }
  }

  tell(leftAlone: ReadonlySet<number>, days: DayTally, waits: DayTally): void {
    const told = this.#told;
    for (let at = 0; at < this.#at; ) {
      const [person, steps] = [told[at] as number, told[at + 1] as number];
      at += FIGURES;
      const end = at + FIGURES * steps;
      if (leftAlone.has(person)) at = end;
      for (; at < end; at += FIGURES) {
        days.add(told[at] as number, told[at + 1] as number);
        if (told[at + 2] !== NO_WAIT) waits.add(told[at] as number, told[at + 2] as number);
      }
    }
  }

  #put(first: number, second: number, third: number): void {
    if (this.#at + FIGURES > this.#told.length) {
      const larger = new Float64Array(2 * this.#told.length);
      larger.set(this.#told);
      this.#told = larger;
    }
    this.#told[this.#at] = first;
    this.#told[this.#at + 1] = second;
    this.#told[this.#at + 2] = third;
    this.#at += FIGURES;
  }
}

const FIGURES = 3;
const NO_WAIT = -1;

function stepOf(from: number, to: number): number {
  return (from - UNKNOWN) * PLACES + to;
}

/** What is counted of one step on the days of one stretch: by class of days stood where that is told, else one number. */
interface CountedStep {
  readonly span: number;
  readonly starts: number;
  readonly step: number;
  readonly stood: number[];
  readonly people: number[];
}

/** The steps of all spans in the order of their key, some at a time; `classes` is 1 for counts that tell none. */
function* portionsOf(counts: DayTally, classes: number): Generator<readonly CountedStep[]> {
  for (const span of SPANS) {
    let steps: CountedStep[] = [];
    for (const { day, key, count } of span === 1 ? counts : inBlocks(counts, span)) {
      const [starts, step] = [day * span, Math.floor(key / classes)];
      let last = steps.at(-1);
      if (last?.starts !== starts || last.step !== step) {
        if (steps.length === STEPS_AT_A_TIME) {
          yield steps;
          steps = [];
        }
        last = { span, starts, step, stood: [], people: [] };
        steps.push(last);
      }
      last.stood.push(key % classes);
      last.people.push(count);
    }
    if (steps.length > 0) yield steps;
  }
}

/** The columns of these steps that say which they are. */
function keysOf(steps: readonly CountedStep[]): unknown[] {
  return [
    int2Array(steps.map(({ span }) => span)),
    int4Array(steps.map(({ starts }) => starts)),
    int2Array(steps.map(({ step }) => Math.floor(step / PLACES) + UNKNOWN)),
    int2Array(steps.map(({ step }) => step % PLACES)),
  ];
}

/** Counted by blocks of so many days: by the number of the block. */
function inBlocks(counts: DayTally, span: number): DayTally {
  const blocks = new DayTally();
  for (const { day, key, count } of counts) blocks.add(spanStart(day, span) / span, key, count);
  return blocks;
}
