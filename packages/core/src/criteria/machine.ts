import type { Fact } from '../facts/index.ts';
import { exitTable, type Calendar, type Day } from '../values/index.ts';
import { meets, type Comparison } from './comparison.ts';
import { typesOfCondition, type Condition, type Criteria, type FieldTest } from './criteria.ts';
import { NEVER, type Cursor, type Exit } from './cursor.ts';
import { KeptCursor } from './kept.ts';
import { OpenCursor } from './open.ts';
import { AgeCursor, LatestCursor, TagCursor } from './latest.ts';
import { ConditionQuestion, GroupQuestion, type Question } from './question.ts';
import { CountCursor, DistinctCursor, ExtremeCursor, SumCursor } from './windows.ts';

/** A cursor that hears of facts of one type, and which of them it wants; null: all. */
interface Listener {
  readonly cursor: Cursor;
  readonly wants: ((fact: Fact) => boolean) | null;
}

/**
 * Plays one history at a time through every cursor that its questions need. Questions of one machine share cursors:
 * "at least 1 paid order in 12 months" and "at least 2" look at one count.
 */
export class Machine {
  private readonly calendar: Calendar;
  /** Those whose answers time alone can change. */
  private readonly timed: Cursor[] = [];
  private readonly known = new Map<string, Cursor>();
  private readonly asked = new Map<string, Question>();
  private readonly listeners = new Map<string, Listener[]>();
  /**
   * Those that were told a fact of this history: the others are as new. Those told since the machine settled. Each list
   * with its length beside it, for an array that is made shorter is made anew.
   */
  private readonly begun: Cursor[] = [];
  private begunCount = 0;
  private readonly changed: Cursor[] = [];
  private changedCount = 0;
  private turned = false;
  private readonly turn = (): void => {
    this.turned = true;
  };
  /** The first day on which an answer could change with no new fact, as of the last time it settled. */
  due: Day = NEVER;

  constructor(calendar: Calendar) {
    this.calendar = calendar;
  }

  reset(): void {
    for (let index = 0; index < this.begunCount; index++) {
      const cursor = this.begun[index] as Cursor;
      cursor.reset();
      cursor.settle(0);
      cursor.begun = false;
    }
    this.begunCount = 0;
    this.changedCount = 0;
    this.due = NEVER;
  }

  /** Returns whether anything here listens to facts of this type. What it changes is seen when the machine settles. */
  add(fact: Fact, day: Day): boolean {
    const listeners = this.listeners.get(fact.type);
    if (listeners === undefined) return false;
    for (const { cursor, wants } of listeners) {
      if (wants !== null && !wants(fact)) continue;
      cursor.add(fact, day);
      if (cursor.changed) continue;
      cursor.changed = true;
      this.changed[this.changedCount++] = cursor;
      if (cursor.begun) continue;
      cursor.begun = true;
      this.begun[this.begunCount++] = cursor;
    }
    return true;
  }

  /** Brings every question to this day, with the facts that were added; returns whether a condition came out otherwise. */
  settle(day: Day): boolean {
    this.turned = false;
    for (let index = 0; index < this.changedCount; index++) (this.changed[index] as Cursor).settle(day);
    this.changedCount = 0;
    let due = NEVER;
    for (const cursor of this.timed) {
      if (cursor.due <= day) cursor.settle(day);
      if (cursor.due < due) due = cursor.due;
    }
    this.due = due;
    return this.turned;
  }

  /** The same criteria asked twice is one question. */
  ask(criteria: Criteria): Question {
    const key = JSON.stringify(criteria);
    let question = this.asked.get(key);
    if (question === undefined) {
      question = this.make(criteria);
      this.asked.set(key, question);
    }
    return question;
  }

  private make(criteria: Criteria): Question {
    const askAll = (parts: readonly Criteria[]) => parts.map((part) => this.ask(part));
    if ('all' in criteria) return new GroupQuestion('all', askAll(criteria.all));
    if ('any' in criteria) return new GroupQuestion('any', askAll(criteria.any));
    if ('not' in criteria) return new GroupQuestion('not', askAll([criteria.not]));
    return new ConditionQuestion(criteria, this.cursorOf(criteria), this.turn);
  }

  private cursorOf(condition: Condition): Cursor {
    const { atLeast: _least, atMost: _most, ...measuredOnly } = condition as Condition & Comparison;
    const key = JSON.stringify({ ...measuredOnly, is: undefined, oneOf: undefined });
    let cursor = this.known.get(key);
    if (cursor === undefined) {
      cursor = makeCursor(condition, this.calendar);
      this.known.set(key, cursor);
      if (isTimed(condition)) this.timed.push(cursor);
      this.listen(condition, cursor);
    }
    return cursor;
  }

  private listen(condition: Condition, cursor: Cursor): void {
    const listener: Listener = { cursor, wants: wantedBy(condition) };
    for (const type of new Set(typesOfCondition(condition))) {
      const listeners = this.listeners.get(type);
      if (listeners) listeners.push(listener);
      else this.listeners.set(type, [listener]);
    }
  }
}

function isTimed(condition: Condition): boolean {
  return (
    condition.measure === 'daysSinceFirst' ||
    condition.measure === 'daysSinceLast' ||
    ('within' in condition && condition.within !== undefined)
  );
}

function makeCursor(condition: Condition, calendar: Calendar): Cursor {
  const exit: Exit = 'within' in condition && condition.within ? exitTable(condition.within, calendar) : null;
  switch (condition.measure) {
    case 'count':
      if (condition.open) return new OpenCursor(exit, condition.of);
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
function wantedBy(condition: Condition): ((fact: Fact) => boolean) | null {
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

/** Whether the record of a fact says what is asked of it. */
export function passes(fact: Fact, tests: readonly FieldTest[]): boolean {
  return tests.every((test) => meets(test, fact.data[test.field]));
}
