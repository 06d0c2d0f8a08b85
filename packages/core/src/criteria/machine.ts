import type { Fact } from '../facts/index.ts';
import { exitTable, type Calendar, type Day } from '../values/index.ts';
import { meets, type Comparison } from './comparison.ts';
import { typesOfCondition, type Condition, type Criteria, type FieldTest } from './criteria.ts';
import { NEVER, type Cursor, type Exit } from './cursor.ts';
import { KeptCursor } from './kept.ts';
import { AgeCursor, LatestCursor, TagCursor } from './latest.ts';
import { ConditionQuestion, GroupQuestion, NotQuestion, type Question } from './question.ts';
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
  private readonly cursors: Cursor[] = [];
  private readonly windowed: Cursor[] = [];
  private readonly known = new Map<string, Cursor>();
  private readonly asked = new Map<string, ConditionQuestion>();
  private readonly listeners = new Map<string, Listener[]>();
  /** The first day on which something slides out of a window. */
  private due: Day = NEVER;

  constructor(calendar: Calendar) {
    this.calendar = calendar;
  }

  reset(): void {
    for (const cursor of this.cursors) cursor.reset();
    this.due = NEVER;
  }

  /** Returns whether anything here listens to facts of this type. */
  add(fact: Fact, day: Day): boolean {
    const listeners = this.listeners.get(fact.type);
    if (listeners === undefined) return false;
    for (const { cursor, wants } of listeners) {
      if (wants !== null && !wants(fact)) continue;
      cursor.add(fact, day);
      if (cursor.leaves < this.due) this.due = cursor.leaves;
    }
    return true;
  }

  advance(day: Day): void {
    if (day < this.due) return;
    this.due = NEVER;
    for (const cursor of this.windowed) {
      if (cursor.leaves <= day) cursor.advance(day);
      if (cursor.leaves < this.due) this.due = cursor.leaves;
    }
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
    const listener: Listener = { cursor, wants: wantedBy(condition) };
    for (const type of new Set(typesOfCondition(condition))) {
      const listeners = this.listeners.get(type);
      if (listeners) listeners.push(listener);
      else this.listeners.set(type, [listener]);
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

function passes(fact: Fact, tests: readonly FieldTest[]): boolean {
  return tests.every((test) => meets(test, fact.data[test.field]));
}
