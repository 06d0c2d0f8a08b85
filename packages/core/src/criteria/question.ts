import type { Day } from '../values/index.ts';
import type { Because, Measured } from './answer.ts';
import { comparisonOf, isRange, meets, type Comparison } from './comparison.ts';
import type { Condition } from './criteria.ts';
import { NEVER, type Cursor, type Watcher } from './cursor.ts';

/**
 * A criteria made ready to be read again and again while one history is played through the machine. Nobody asks it: a
 * cursor tells its conditions what it measures, a condition that comes out otherwise tells the groups it is a part of,
 * and these count. What nothing happened to costs nothing, and a verdict is a field.
 */
export abstract class Question {
  /** The verdict, as of the last time the machine settled. */
  holds = false;
  private readonly wholes: GroupQuestion[] = [];

  partOf(whole: GroupQuestion): void {
    this.wholes.push(whole);
  }

  protected turn(): void {
    const holds = !this.holds;
    this.holds = holds;
    for (const whole of this.wholes) whole.partTurned(holds);
  }

  /** The earliest later day on which `holds` could change with no new fact. May be early, is never late. */
  abstract flip(): Day;
  /** The values measured, in the order of conditionsOf. */
  abstract measured(day: Day, into: Measured[]): void;
  abstract because(day: Day): Because;
}

export class ConditionQuestion extends Question implements Watcher {
  readonly comparison: Comparison;
  flips: Day = NEVER;
  private readonly condition: Condition;
  /** Whether the comparison is of numbers alone, which nearly all are, and its bounds. */
  private readonly ranged: boolean;
  private readonly low: number;
  private readonly high: number;
  private readonly cursor: Cursor;
  private readonly turned: () => void;

  /** `turned` is told whenever the answer has come out otherwise. */
  constructor(condition: Condition, cursor: Cursor, turned: () => void) {
    super();
    this.condition = condition;
    const comparison = comparisonOf(condition.measure === 'tag' ? { is: true } : condition);
    this.comparison = comparison;
    this.ranged = isRange(comparison);
    this.low = comparison.atLeast ?? Number.NEGATIVE_INFINITY;
    this.high = comparison.atMost ?? Number.POSITIVE_INFINITY;
    this.cursor = cursor;
    this.turned = turned;
    cursor.watchBy(this);
  }

  look(value: Measured): boolean {
    const met =
      this.ranged && typeof value === 'number'
        ? value >= this.low && value <= this.high
        : meets(this.comparison, value);
    if (met !== this.holds) {
      this.turn();
      this.turned();
    }
    return met;
  }

  flip(): Day {
    return this.flips;
  }

  measured(day: Day, into: Measured[]): void {
    into.push(this.cursor.value(day));
  }

  because(day: Day): Because {
    const measured = this.cursor.value(day);
    const { facts, factCount } = this.cursor.evidence();
    return { kind: 'condition', holds: this.holds, condition: this.condition, measured, facts, factCount };
  }
}

/**
 * "All of" is false as long as one part is false, so it can come true only once every false part has changed at least
 * once; and it is true until the first part changes. "Any of" is the mirror image; "not" is a group of one.
 */
export class GroupQuestion extends Question {
  private readonly kind: 'all' | 'any' | 'not';
  private readonly parts: readonly Question[];
  /** The verdict of one part that settles the whole. */
  private readonly settles: boolean;
  /** How many parts say so. */
  private settling = 0;

  constructor(kind: 'all' | 'any' | 'not', parts: readonly Question[]) {
    super();
    this.kind = kind;
    this.parts = parts;
    this.settles = kind === 'any';
    for (const part of parts) {
      part.partOf(this);
      if (part.holds === this.settles) this.settling++;
    }
    this.holds = this.verdict();
  }

  private verdict(): boolean {
    return this.kind === 'all' ? this.settling === 0 : this.settling > 0;
  }

  partTurned(holds: boolean): void {
    this.settling += holds === this.settles ? 1 : -1;
    if (this.verdict() !== this.holds) this.turn();
  }

  flip(): Day {
    let earliest = NEVER;
    let last = 0;
    for (const part of this.parts) {
      const flips = part.flip();
      if (part.holds !== this.settles) earliest = Math.min(earliest, flips);
      else last = Math.max(last, flips);
    }
    return this.settling > 0 ? last : earliest;
  }

  measured(day: Day, into: Measured[]): void {
    for (const part of this.parts) part.measured(day, into);
  }

  because(day: Day): Because {
    const { kind, holds } = this;
    const parts = this.parts.map((part) => part.because(day));
    return kind === 'not' ? { kind, holds, part: parts[0] as Because } : { kind, holds, parts };
  }
}
