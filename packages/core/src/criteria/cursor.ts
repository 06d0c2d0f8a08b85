import type { Fact } from '../facts/index.ts';
import type { Day } from '../values/index.ts';
import { MOST_EVIDENCE, type Measured } from './answer.ts';
import type { Comparison } from './comparison.ts';

/** Later than every day. A small integer, for days are compared by the hundred million and infinity is slow at it. */
export const NEVER: Day = 0x3fff_ffff;

/** Whoever has read a cursor and remembers what it said. */
export interface Reader {
  /** What was read may no longer be so. */
  markStale(): void;
}

/**
 * Measures one thing of one history while time goes forward: facts are added in order of time, days pass, and the value
 * can be read at any moment. Adding and passing days cost what changes, not what is remembered, which is what keeps a
 * person with 100,000 facts as cheap per fact as a person with ten.
 */
export abstract class Cursor {
  /** The day on which the oldest of what is remembered slides out of the window; NEVER without one. */
  leaves: Day = NEVER;
  private readonly readers: Reader[] = [];

  /** From now on the reader is told of every change. */
  readBy(reader: Reader): void {
    this.readers.push(reader);
  }

  protected changed(): void {
    for (const reader of this.readers) reader.markStale();
  }

  /** Begin again with another history. */
  abstract reset(): void;
  /** A fact of a type this cursor listens to; never earlier than the one before. */
  abstract add(fact: Fact, day: Day): void;
  /** Drop what no longer counts on this day. Days never go back. Needed only where `leaves` has come. */
  advance(_day: Day): void {}
  abstract value(day: Day): Measured;
  /**
   * The earliest later day on which whether `comparison` is met could change with no new fact, given whether it is met
   * now. May be early, is never late.
   */
  abstract flip(day: Day, comparison: Comparison, met: boolean): Day;
  /** The facts that make the value. */
  abstract evidence(): Evidence;
}

export interface Evidence {
  readonly facts: readonly number[];
  readonly factCount: number;
}

/** The newest facts of a stretch, newest first, as evidence. */
export function evidenceOf(facts: readonly Fact[], from: number, to: number): Evidence {
  const ids: number[] = [];
  for (let index = to - 1; index >= from && ids.length < MOST_EVIDENCE; index--) {
    const id = facts[index]?.id;
    if (id !== undefined) ids.push(id);
  }
  return { facts: ids, factCount: to - from };
}

export type Exit = ((day: Day) => Day) | null;
