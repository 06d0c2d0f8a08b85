import { baseVocabulary, type Fact, type FactData, type History } from '../facts/index.ts';
import { zoneOf, type BusinessCalendar, type Day, type Instant } from '../values/index.ts';
import type { Gap, GapStep, Measured } from './answer.ts';
import { holdsFor } from './because.ts';
import { meets } from './comparison.ts';
import { conditionsOf, type Condition, type Criteria, type FieldTest, type Scalar } from './criteria.ts';
import { NEVER } from './cursor.ts';
import { holdsAt, play } from './play.ts';

/** Ways to try, cheapest first; a criteria with more ways than this is answered from these. */
const MOST_WAYS = 12;

/** The most facts one step may ask for: a gap of a million visits helps nobody. */
const MOST_FACTS = 1000;

/** How many changes of a window are waited through for a condition that only time can meet. */
const MOST_WAITS = 200;

/**
 * The steps that would make the criteria true, found by going through the tree and then tried: they are applied to the
 * history as facts, and the way is kept only if the verdict comes out true. Where parts work against each other ("at
 * least 3 orders" beside "spent at most 100"), a way that looks right part by part fails the trial and is not told.
 */
export function gapOf(
  criteria: Criteria,
  history: History,
  at: Instant,
  calendar: BusinessCalendar,
): Gap | null {
  const search = new Search(history, at, calendar);
  for (const way of search.ways(criteria, true)) {
    const gap = search.gapOf(criteria, way);
    if (gap !== null) return gap;
  }
  return null;
}

type Way = readonly GapStep[];

class Search {
  private readonly history: History;
  private readonly at: Instant;
  private readonly calendar: BusinessCalendar;
  private readonly today: Day;

  constructor(history: History, at: Instant, calendar: BusinessCalendar) {
    this.history = history;
    this.at = at;
    this.calendar = calendar;
    this.today = zoneOf(calendar.zone).dayOf(at);
  }

  /** The ways to make a part come out as wanted, cheapest first; the empty way where it already does. */
  ways(criteria: Criteria, wanted: boolean): readonly Way[] {
    if ('not' in criteria) return this.ways(criteria.not, !wanted);
    const parts = 'all' in criteria ? criteria.all : 'any' in criteria ? criteria.any : null;
    if (parts === null) return this.waysOfCondition(criteria as Condition, wanted);
    const needAll = 'all' in criteria === wanted;
    const options = parts.map((part) => this.ways(part, wanted));
    return cheapest(needAll ? combined(options) : options.flat());
  }

  private waysOfCondition(condition: Condition, wanted: boolean): readonly Way[] {
    const { question, day } = play(condition, this.history, this.at, this.calendar);
    if (question.holds === wanted) return [[]];
    const values: Measured[] = [];
    question.measured(day, values);
    const value = values[0] ?? null;
    const ways: Way[] = [];
    const step = wanted ? stepToMeet(condition, value, this.sizeOf(condition)) : stepToMiss(condition, value);
    if (step !== null) ways.push([step]);
    const until = this.waitFor(condition, wanted);
    if (until !== null) ways.push([{ kind: 'wait', condition, until }]);
    return ways;
  }

  /** The instant at which time alone brings the condition about. */
  private waitFor(condition: Condition, wanted: boolean): Instant | null {
    const zone = zoneOf(this.calendar.zone);
    let at = this.at;
    for (let tries = 0; tries < MOST_WAITS; tries++) {
      const { question } = play(condition, this.history, at, this.calendar);
      if (question.holds === wanted) return at;
      const flips = question.flip();
      if (flips >= NEVER) return null;
      at = zone.startOf(flips);
    }
    return null;
  }

  /** How many facts an average is taken over. */
  private sizeOf(condition: Condition): number {
    if (condition.measure !== 'average') return 0;
    const { question, day } = play(condition, this.history, this.at, this.calendar);
    const because = question.because(day);
    return because.kind === 'condition' ? because.factCount : 0;
  }

  gapOf(criteria: Criteria, way: Way): Gap | null {
    const at = way.reduce(
      (latest, step) => (step.kind === 'wait' ? Math.max(latest, step.until) : latest),
      this.at,
    );
    const added: Fact[] = [];
    for (const step of way) {
      const facts = factsOf(step, at, added.length);
      if (facts === null) return null;
      added.push(...facts);
    }
    const history: History = {
      ...this.history,
      facts: [...this.history.facts.filter((fact) => fact.at <= at), ...added],
    };
    if (!holdsAt(criteria, history, at, this.calendar)) return null;
    return { steps: way, at, before: this.deadline(criteria, way) };
  }

  /** The earliest day on which something counted now slides out and more would be asked than these steps. */
  private deadline(criteria: Criteria, way: Way): Instant | null {
    const missing = new Set(way.map((step) => step.condition));
    let earliest = NEVER;
    for (const condition of conditionsOf(criteria)) {
      const { question } = play(condition, this.history, this.at, this.calendar);
      // "Would it change?" asked of the value itself: the day on which the value measured is no longer this one.
      if (missing.has(condition)) earliest = Math.min(earliest, this.valueChanges(condition));
      else earliest = Math.min(earliest, question.flip());
    }
    return earliest >= NEVER ? null : zoneOf(this.calendar.zone).startOf(earliest);
  }

  private valueChanges(condition: Condition): Day {
    const { question, day } = play(condition, this.history, this.at, this.calendar);
    const values: Measured[] = [];
    question.measured(day, values);
    const value = values[0];
    if (
      typeof value !== 'number' ||
      condition.measure === 'daysSinceFirst' ||
      condition.measure === 'daysSinceLast'
    )
      return NEVER;
    const same = { ...condition, atLeast: value, atMost: value } as Condition;
    const flips = play(same, this.history, this.at, this.calendar).question.flip();
    return flips > this.today ? flips : NEVER;
  }
}

/** Every choice of one way per part, joined; bounded. */
function combined(options: readonly (readonly Way[])[]): Way[] {
  let joined: Way[] = [[]];
  for (const ways of options)
    joined = cheapest(joined.flatMap((way) => ways.map((other) => merged(way, other))));
  return joined;
}

/** Two ways together. Of two steps that ask the same kind of fact, the larger covers both. */
function merged(a: Way, b: Way): Way {
  const steps = [...a];
  for (const step of b) {
    const twin = steps.findIndex((one) => sameAsk(one, step));
    if (twin === -1) steps.push(step);
    else if (size(step) > size(steps[twin] as GapStep)) steps[twin] = step;
  }
  return steps;
}

function sameAsk(a: GapStep, b: GapStep): boolean {
  return (
    a.kind === b.kind && JSON.stringify(selection(a.condition)) === JSON.stringify(selection(b.condition))
  );
}

function selection(condition: Condition): unknown {
  if (condition.measure === 'trait') return ['trait', condition.trait];
  if (condition.measure === 'tag') return ['tag', condition.tag];
  return [condition.of, condition.where, 'field' in condition ? condition.field : null];
}

function size(step: GapStep): number {
  if (step.kind === 'wait') return step.until;
  return step.kind === 'value' ? 0 : step.more;
}

function cheapest(ways: readonly Way[]): Way[] {
  return [...ways].sort((a, b) => cost(a) - cost(b)).slice(0, MOST_WAYS);
}

/** Fewer things to do first; waiting, which nobody can hasten, last. */
function cost(way: Way): number {
  let sum = 0;
  for (const step of way) {
    if (step.kind === 'wait') sum += 1000;
    else sum += step.kind === 'facts' || step.kind === 'distinct' ? step.more : 1;
  }
  return sum;
}

function stepToMeet(condition: Condition, value: Measured, averaged: number): GapStep | null {
  const number = typeof value === 'number' ? value : null;
  switch (condition.measure) {
    case 'count':
      return more('facts', condition, Math.ceil(condition.atLeast ?? 0) - (number ?? 0));
    case 'distinct':
      return more('distinct', condition, Math.ceil(condition.atLeast ?? 0) - (number ?? 0));
    case 'sum':
      return more('amount', condition, (condition.atLeast ?? 0) - (number ?? 0));
    case 'average': {
      const sum = (number ?? 0) * averaged;
      const goal = condition.atLeast ?? condition.atMost;
      return goal === undefined
        ? null
        : { kind: 'value', condition, value: Math.ceil(goal * (averaged + 1) - sum) };
    }
    case 'max':
      return { kind: 'value', condition, value: condition.atLeast ?? condition.atMost ?? 0 };
    case 'min':
      return { kind: 'value', condition, value: condition.atMost ?? condition.atLeast ?? 0 };
    case 'daysSinceFirst':
      return number === null ? { kind: 'facts', condition, more: 1 } : null;
    case 'daysSinceLast':
      return (condition.atLeast ?? 0) > 0 ? null : { kind: 'facts', condition, more: 1 };
    case 'latest':
    case 'trait': {
      const wanted = [condition.is, ...(condition.oneOf ?? []), condition.atLeast, condition.atMost].find(
        (one) => one !== undefined && meets(condition, one),
      );
      return wanted === undefined ? null : { kind: 'value', condition, value: wanted };
    }
    case 'tag':
      return { kind: 'value', condition, value: true };
  }
}

/** What would make a condition that holds no longer hold: for what stands under a "not". */
function stepToMiss(condition: Condition, value: Measured): GapStep | null {
  const number = typeof value === 'number' ? value : 0;
  switch (condition.measure) {
    case 'count':
      return condition.atMost === undefined
        ? null
        : more('facts', condition, Math.floor(condition.atMost) + 1 - number);
    case 'distinct':
      return condition.atMost === undefined
        ? null
        : more('distinct', condition, Math.floor(condition.atMost) + 1 - number);
    case 'sum':
      return condition.atMost === undefined
        ? null
        : more('amount', condition, Math.floor(condition.atMost) + 1 - number);
    case 'max':
      return condition.atMost === undefined
        ? null
        : { kind: 'value', condition, value: condition.atMost + 1 };
    case 'min':
      return condition.atLeast === undefined
        ? null
        : { kind: 'value', condition, value: condition.atLeast - 1 };
    case 'daysSinceLast':
      return (condition.atLeast ?? 0) > 0 ? { kind: 'facts', condition, more: 1 } : null;
    case 'latest':
    case 'trait': {
      const other = otherValue(condition);
      return other === null ? null : { kind: 'value', condition, value: other };
    }
    case 'tag':
      return { kind: 'value', condition, value: false };
    case 'average':
    case 'daysSinceFirst':
      return null;
  }
}

function otherValue(condition: Extract<Condition, { measure: 'latest' | 'trait' }>): Scalar | null {
  if (typeof condition.is === 'boolean') return !condition.is;
  const candidates: Scalar[] = [];
  if (condition.atLeast !== undefined) candidates.push(condition.atLeast - 1);
  if (condition.atMost !== undefined) candidates.push(condition.atMost + 1);
  return candidates.find((one) => !holdsFor(condition, one)) ?? null;
}

function more(kind: 'facts' | 'amount' | 'distinct', condition: Condition, wanted: number): GapStep | null {
  if (wanted <= 0) return null;
  if (kind !== 'amount' && wanted > MOST_FACTS) return null;
  return { kind, condition, more: kind === 'amount' ? Math.ceil(wanted) : wanted };
}

/** The facts that taking a step would bring, for the trial; null where the step's conditions cannot be pictured. */
export function factsOf(step: GapStep, at: Instant, offset: number): Fact[] | null {
  const { condition } = step;
  if (step.kind === 'wait') return [];
  if (condition.measure === 'trait') {
    return step.kind === 'value'
      ? [{ type: 'trait.changed', at, data: { trait: condition.trait, value: step.value } }]
      : null;
  }
  if (condition.measure === 'tag') {
    const on = step.kind === 'value' && step.value === true;
    return [{ type: on ? 'tag.added' : 'tag.removed', at, data: { tag: condition.tag } }];
  }
  const type = typeof condition.of === 'string' ? condition.of : (condition.of[0] as string);
  const base = pictured(condition.where ?? []);
  if (base === null) return null;
  const field = 'field' in condition ? condition.field : null;
  const times = step.kind === 'facts' || step.kind === 'distinct' ? step.more : 1;
  const facts: Fact[] = [];
  for (let index = 0; index < times; index++) {
    // Each pictured fact is about a thing of its own, so that kept orders and distinct values are new ones.
    const novel = `new-${offset + index}`;
    const data: Record<string, Scalar> = { ...base };
    if ('kept' in condition && condition.kept)
      Object.assign(data, { order: novel, amount: data['amount'] ?? 1 });
    const begun = 'open' in condition && condition.open ? baseVocabulary[type] : undefined;
    const ref = begun?.ref;
    if (ref !== undefined) data[ref] = novel;
    if (step.kind === 'distinct' && field !== null && data[field] === undefined) data[field] = novel;
    if (step.kind === 'amount' && field !== null) data[field] = step.more;
    if (step.kind === 'value' && field !== null) data[field] = step.value;
    facts.push({ type, at, data });
  }
  return facts;
}

/** A record that passes the tests. */
function pictured(tests: readonly FieldTest[]): FactData | null {
  const data: Record<string, Scalar> = {};
  for (const test of tests) {
    const candidates = [test.is, ...(test.oneOf ?? []), test.atLeast, test.atMost, 'new', 1, true];
    const value = candidates.find(
      (one) => one !== undefined && meets(test, one) && (data[test.field] ?? one) === one,
    );
    if (value === undefined) return null;
    data[test.field] = value;
  }
  return data;
}
