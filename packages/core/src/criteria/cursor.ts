import type { Fact } from '../facts/index.ts';
import type { Day } from '../values/index.ts';
import { MOST_EVIDENCE, type Measured } from './answer.ts';
import type { Comparison } from './comparison.ts';

/** Later than every day. A small integer, for days are compared by the hundred million and infinity is slow at it. */
export const NEVER: Day = 0x3fff_ffff;

/** Somebody who compares what a cursor measures. */
export interface Watcher {
  readonly comparison: Comparison;
  /** What was measured now; returns whether the comparison is met. */
  look(value: Measured): boolean;
  /** The earliest later day on which that could change with no new fact. */
  flips: Day;
}

/**
 * Measures one thing of one history while time goes forward: facts are added in order of time, days pass, and the value
 * can be read at any moment. Adding and passing days cost what changes, not what is remembered, which is what keeps a
 * person with 100,000 facts as cheap per fact as a person with ten.
 */
export abstract class Cursor {
  /** The first day on which a comparison could come out otherwise with no new fact; NEVER without one. */
  due: Day = NEVER;
  /** Whether a fact was added since the history began, and since the watchers were told. */
  begun = false;
  changed = false;
  private readonly watchers: Watcher[] = [];

  /** From now on the watcher is told what is measured. */
  watchBy(watcher: Watcher): void {
    this.watchers.push(watcher);
    watcher.look(this.value(0));
  }

  /** Tells the watchers what is measured on this day, after facts or because the day was due. */
  settle(day: Day): void {
    const value = this.value(day);
    let due = NEVER;
    for (const watcher of this.watchers) {
      const flips = this.flip(day, watcher.comparison, watcher.look(value));
      watcher.flips = flips;
      if (flips < due) due = flips;
    }
    this.due = due;
    this.changed = false;
  }

  /** Begin again with another history. */
  abstract reset(): void;
  /** A fact of a type this cursor listens to; never earlier than the one before. */
  abstract add(fact: Fact, day: Day): void;
  /** What is measured on a day. Days never go back. */
  abstract value(day: Day): Measured;
  /**
   * The earliest later day on which whether `comparison` is met could change with no new fact, given whether it is met
   * on this one, whose value has been asked for. May be early, is never late.
   */
  abstract flip(day: Day, comparison: Comparison, met: boolean): Day;
  /** The facts that make the value that was last asked for. */
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
