import type { Fact } from '../facts/index.ts';
import { exitTable, type Calendar, type Day } from '../values/index.ts';
import type { Because, Measured } from './answer.ts';
import { comparisonOf, meets, type Comparison } from './comparison.ts';
import { typesOfCondition, type Condition, type Criteria, type FieldTest } from './criteria.ts';
import { NEVER, type Cursor, type Exit } from './cursor.ts';
import { KeptCursor } from './kept.ts';
import { AgeCursor, LatestCursor, TagCursor } from './latest.ts';
import { CountCursor, DistinctCursor, ExtremeCursor, SumCursor } from './windows.ts';

/** A criteria made ready to be asked again and again while one history is played through the machine. */
export interface Question {
  holds(day: Day): boolean;
  /** The earliest later day on which `holds` could change with no new fact. May be early, is never late. */
  flip(day: Day): Day;
  /** The values measured, in the order of conditionsOf. */
  measured(day: Day, into: Measured[]): void;
  because(day: Day): Because;
}

/**
 * Plays one history at a time through every cursor that its questions need. Questions of one machine share cursors:
 * "at least 1 paid order in 12 months" and "at least 2" look at one count.
 */
export class Machine {
  private readonly calendar: Calendar;
  private readonly cursors: Cursor[] = [];
  private readonly windowed: Cursor[] = [];
  private readonly known = new Map<string, Cursor>();
  private readonly asked = new Map<string, ConditionQuestion>();
  private readonly listeners = new Map<string, ((fact: Fact, day: Day) => void)[]>();

  constructor(calendar: Calendar) {
    this.calendar = calendar;
  }

  reset(): void {
    for (const cursor of this.cursors) cursor.reset();
  }

  /** Returns whether anything here listens to facts of this type. */
  add(fact: Fact, day: Day): boolean {
    const listeners = this.listeners.get(fact.type);
    if (listeners === undefined) return false;
    for (const listen of listeners) listen(fact, day);
    return true;
  }

  advance(day: Day): void {
    for (const cursor of this.windowed) cursor.advance(day);
  }

  ask(criteria: Criteria): Question {
    if ('all' in criteria)
      return new GroupQuestion(
        'all',
        criteria.all.map((part) => this.ask(part)),
      );
    if ('any' in criteria)
      return new GroupQuestion(
        'any',
        criteria.any.map((part) => this.ask(part)),
      );
    if ('not' in criteria) return new NotQuestion(this.ask(criteria.not));
    const key = JSON.stringify(criteria);
    let question = this.asked.get(key);
    if (question === undefined) {
      question = new ConditionQuestion(criteria, this.cursorOf(criteria));
      this.asked.set(key, question);
    }
    return question;
  }

  private cursorOf(condition: Condition): Cursor {
    const { atLeast: _least, atMost: _most, ...measuredOnly } = condition as Condition & Comparison;
    const key = JSON.stringify({ ...measuredOnly, is: undefined, oneOf: undefined });
    let cursor = this.known.get(key);
    if (cursor === undefined) {
      cursor = makeCursor(condition, this.calendar);
      this.known.set(key, cursor);
      this.cursors.push(cursor);
      if ('within' in condition) this.windowed.push(cursor);
      this.listen(condition, cursor);
    }
    return cursor;
  }

  private listen(condition: Condition, cursor: Cursor): void {
    const wanted = selects(condition);
    const listen =
      wanted === null
        ? (fact: Fact, day: Day) => cursor.add(fact, day)
        : (fact: Fact, day: Day) => wanted(fact) && cursor.add(fact, day);
    for (const type of new Set(typesOfCondition(condition))) {
      const listeners = this.listeners.get(type);
      if (listeners) listeners.push(listen);
      else this.listeners.set(type, [listen]);
    }
  }
}

function makeCursor(condition: Condition, calendar: Calendar): Cursor {
  const exit: Exit = 'within' in condition && condition.within ? exitTable(condition.within, calendar) : null;
  switch (condition.measure) {
    case 'count':
      return condition.kept ? new KeptCursor(exit, 'count') : new CountCursor(exit, null);
    case 'sum':
      return condition.kept ? new KeptCursor(exit, 'sum') : new SumCursor(exit, condition.field, false);
    case 'average':
      return new SumCursor(exit, condition.field, true);
    case 'max':
      return new ExtremeCursor(exit, condition.field, 1);
    case 'min':
      return new ExtremeCursor(exit, condition.field, -1);
    case 'distinct':
      return new DistinctCursor(exit, condition.field);
    case 'daysSinceFirst':
      return new AgeCursor(true);
    case 'daysSinceLast':
      return new AgeCursor(false);
    case 'latest':
      return new LatestCursor(condition.field);
    case 'trait':
      return new LatestCursor('value');
    case 'tag':
      return new TagCursor();
  }
}

/** Which facts of its types a condition looks at; null: all of them. */
function selects(condition: Condition): ((fact: Fact) => boolean) | null {
  if (condition.measure === 'trait') return (fact) => fact.data['trait'] === condition.trait;
  if (condition.measure === 'tag') return (fact) => fact.data['tag'] === condition.tag;
  const tests = condition.where;
  if (tests === undefined) return null;
  if ('kept' in condition && condition.kept) {
    // A return that names its order follows the order, which was selected or was not.
    return (fact) =>
      (fact.type === 'order.returned' && fact.data['order'] !== undefined) || passes(fact, tests);
  }
  return (fact) => passes(fact, tests);
}

function passes(fact: Fact, tests: readonly FieldTest[]): boolean {
  return tests.every((test) => meets(test, fact.data[test.field]));
}

class ConditionQuestion implements Question {
  private readonly condition: Condition;
  private readonly comparison: Comparison;
  private readonly cursor: Cursor;
  /** What was read at this version of the cursor, sure until the day it flips. */
  private readAt = -1;
  private sureUntil: Day = 0;
  private answer = false;

  constructor(condition: Condition, cursor: Cursor) {
    this.condition = condition;
    this.comparison = comparisonOf(condition.measure === 'tag' ? { is: true } : condition);
    this.cursor = cursor;
  }

  holds(day: Day): boolean {
    if (this.readAt !== this.cursor.version || day >= this.sureUntil) {
      this.answer = meets(this.comparison, this.cursor.value(day));
      this.sureUntil = this.cursor.flip(day, this.comparison, this.answer);
      this.readAt = this.cursor.version;
    }
    return this.answer;
  }

  flip(day: Day): Day {
    this.holds(day);
    return this.sureUntil;
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
class GroupQuestion implements Question {
  private readonly kind: 'all' | 'any';
  private readonly parts: readonly Question[];
  /** The verdict of one part that settles the whole. */
  private readonly settles: boolean;

  constructor(kind: 'all' | 'any', parts: readonly Question[]) {
    this.kind = kind;
    this.parts = parts;
    this.settles = kind === 'any';
  }

  holds(day: Day): boolean {
    for (const part of this.parts) if (part.holds(day) === this.settles) return this.settles;
    return !this.settles;
  }

  flip(day: Day): Day {
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
    return settled ? last : earliest;
  }

  measured(day: Day, into: Measured[]): void {
    for (const part of this.parts) part.measured(day, into);
  }

  because(day: Day): Because {
    return { kind: this.kind, holds: this.holds(day), parts: this.parts.map((part) => part.because(day)) };
  }
}

class NotQuestion implements Question {
  private readonly part: Question;

  constructor(part: Question) {
    this.part = part;
  }

  holds(day: Day): boolean {
    return !this.part.holds(day);
  }

  flip(day: Day): Day {
    return this.part.flip(day);
  }

  measured(day: Day, into: Measured[]): void {
    this.part.measured(day, into);
  }

  because(day: Day): Because {
    return { kind: 'not', holds: this.holds(day), part: this.part.because(day) };
  }
}
