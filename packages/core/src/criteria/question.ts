import type { Day } from '../values/index.ts';
import type { Because, Measured } from './answer.ts';
import { comparisonOf, meets, type Comparison } from './comparison.ts';
import type { Condition } from './criteria.ts';
import { NEVER, type Cursor, type Reader } from './cursor.ts';

/**
 * A criteria made ready to be asked again and again while one history is played through the machine. It remembers its
 * answer until a cursor below it changes or the day comes on which it may flip; a change marks everything above it
 * stale, so that what nothing happened to costs nothing.
 *
 * Whoever is not stale has parts of which none is stale: an answer is worked out from all its parts. So a mark may stop
 * at the first question that bears it already.
 */
export abstract class Question implements Reader {
  protected answer = false;
  /** The answer is sure until this day, if no fact comes. */
  protected sureUntil: Day = 0;
  private stale = true;
  private readonly readers: Reader[] = [];

  readBy(reader: Reader): void {
    this.readers.push(reader);
  }

  markStale(): void {
    if (this.stale) return;
    this.stale = true;
    for (const reader of this.readers) reader.markStale();
  }

  holds(day: Day): boolean {
    if (this.stale || day >= this.sureUntil) this.ask(day);
    return this.answer;
  }

  /** The earliest later day on which `holds` could change with no new fact. May be early, is never late. */
  flip(day: Day): Day {
    if (this.stale || day >= this.sureUntil) this.ask(day);
    return this.sureUntil;
  }

  private ask(day: Day): void {
    this.workOut(day);
    this.stale = false;
  }

  /** Sets `answer` and `sureUntil`. */
  protected abstract workOut(day: Day): void;
  /** The values measured, in the order of conditionsOf. */
  abstract measured(day: Day, into: Measured[]): void;
  abstract because(day: Day): Because;
}

export class ConditionQuestion extends Question {
  private readonly condition: Condition;
  private readonly comparison: Comparison;
  private readonly cursor: Cursor;

  constructor(condition: Condition, cursor: Cursor) {
    super();
    this.condition = condition;
    this.comparison = comparisonOf(condition.measure === 'tag' ? { is: true } : condition);
    this.cursor = cursor;
    cursor.readBy(this);
  }

  protected workOut(day: Day): void {
    this.answer = meets(this.comparison, this.cursor.value(day));
    this.sureUntil = this.cursor.flip(day, this.comparison, this.answer);
  }

  measured(day: Day, into: Measured[]): void {
    into.push(this.cursor.value(day));
  }

  because(day: Day): Because {
    const { facts, factCount } = this.cursor.evidence();
    const measured = this.cursor.value(day);
    return {
      kind: 'condition',
      holds: this.holds(day),
      condition: this.condition,
      measured,
      facts,
      factCount,
    };
  }
}

/**
 * "All of" is false as long as one part is false, so it can come true only once every false part has changed at least
 * once; and it is true until the first part changes. "Any of" is the mirror image.
 */
export class GroupQuestion extends Question {
  private readonly kind: 'all' | 'any';
  private readonly parts: readonly Question[];
  /** The verdict of one part that settles the whole. */
  private readonly settles: boolean;

  constructor(kind: 'all' | 'any', parts: readonly Question[]) {
    super();
    this.kind = kind;
    this.parts = parts;
    this.settles = kind === 'any';
    for (const part of parts) part.readBy(this);
  }

  protected workOut(day: Day): void {
    let earliest = NEVER;
    let last = 0;
    let settled = false;
    for (const part of this.parts) {
      const flips = part.flip(day);
      if (part.holds(day) === this.settles) {
        settled = true;
        if (flips > last) last = flips;
      } else if (flips < earliest) earliest = flips;
    }
    this.answer = settled === this.settles;
    this.sureUntil = settled ? last : earliest;
  }

  measured(day: Day, into: Measured[]): void {
    for (const part of this.parts) part.measured(day, into);
  }

  because(day: Day): Because {
    return { kind: this.kind, holds: this.holds(day), parts: this.parts.map((part) => part.because(day)) };
  }
}

export class NotQuestion extends Question {
  private readonly part: Question;

  constructor(part: Question) {
    super();
    this.part = part;
    part.readBy(this);
  }

  protected workOut(day: Day): void {
    this.answer = !this.part.holds(day);
    this.sureUntil = this.part.flip(day);
  }

  measured(day: Day, into: Measured[]): void {
    this.part.measured(day, into);
  }

  because(day: Day): Because {
    return { kind: 'not', holds: this.holds(day), part: this.part.because(day) };
  }
}
