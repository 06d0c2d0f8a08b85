import { conditionsOf, type Condition, type Criteria, type Measured } from '../criteria/index.ts';
import { baseVocabulary, type Fact, type History } from '../facts/index.ts';
import type { Ladder } from '../ladder/index.ts';
import { exitDay, zoneOf, type BusinessCalendar, type Day, type Instant } from '../values/index.ts';

/**
 * The meaning of criteria and ladders written down as plainly as can be, without a thought for speed: every question
 * looks at every fact again. The real thing has to give the same answers.
 */

type Test = NonNullable<Extract<Condition, { measure: 'count' }>['where']>[number];

export function plainlyHolds(
  criteria: Criteria,
  history: History,
  at: Instant,
  calendar: BusinessCalendar,
): boolean {
  if ('all' in criteria) return criteria.all.every((part) => plainlyHolds(part, history, at, calendar));
  if ('any' in criteria) return criteria.any.some((part) => plainlyHolds(part, history, at, calendar));
  if ('not' in criteria) return !plainlyHolds(criteria.not, history, at, calendar);
  return accepts(criteria, plainlyMeasured(criteria, history, at, calendar));
}

function accepts(condition: Condition, value: Measured): boolean {
  if (value === null) return false;
  if (condition.measure === 'tag') return value === true;
  if (condition.atLeast !== undefined && (typeof value !== 'number' || value < condition.atLeast))
    return false;
  if (condition.atMost !== undefined && (typeof value !== 'number' || value > condition.atMost)) return false;
  if ('is' in condition && condition.is !== undefined && value !== condition.is) return false;
  if ('oneOf' in condition && condition.oneOf !== undefined && !condition.oneOf.includes(value)) return false;
  return true;
}

export function plainlyMeasured(
  condition: Condition,
  history: History,
  at: Instant,
  calendar: BusinessCalendar,
): Measured {
  const zone = zoneOf(calendar.zone);
  const today = zone.dayOf(at);
  const past = history.facts.filter((fact) => fact.at <= at);
  const inWindow = (fact: Fact): boolean =>
    !('within' in condition) ||
    condition.within === undefined ||
    exitDay(zone.dayOf(fact.at), condition.within, calendar.calendar) > today;

  if (condition.measure === 'trait')
    return latestOf(
      past.filter((fact) => fact.type === 'trait.changed' && fact.data['trait'] === condition.trait),
      'value',
    );
  if (condition.measure === 'tag') {
    const told = past.filter((fact) => fact.type.startsWith('tag.') && fact.data['tag'] === condition.tag);
    const last = Math.max(...told.map((fact) => fact.at));
    return told.some((fact) => fact.at === last && fact.type === 'tag.added');
  }
  const types = typeof condition.of === 'string' ? [condition.of] : condition.of;
  const passes = (fact: Fact): boolean => (condition.where ?? []).every((test) => passesTest(fact, test));
  if ('kept' in condition && condition.kept) return keptOf(condition, past, passes, inWindow);
  if ('open' in condition && condition.open) return openOf(types, past.filter(passes), inWindow);
  const selected = past.filter((fact) => types.includes(fact.type) && passes(fact));
  if (condition.measure === 'daysSinceFirst' || condition.measure === 'daysSinceLast') {
    if (selected.length === 0) return null;
    const days = selected.map((fact) => zone.dayOf(fact.at));
    return today - (condition.measure === 'daysSinceFirst' ? Math.min(...days) : Math.max(...days));
  }
  if (condition.measure === 'latest') return latestOf(selected, condition.field);
  const live = selected.filter(inWindow);
  if (condition.measure === 'count') return live.length;
  if (condition.measure === 'distinct')
    return new Set(live.map((fact) => fact.data[condition.field]).filter((value) => value !== undefined))
      .size;
  const numbers = live.map((fact) => fact.data[condition.field]).filter((value) => typeof value === 'number');
  if (condition.measure === 'sum') return numbers.reduce((sum, value) => sum + value, 0);
  if (numbers.length === 0) return null;
  if (condition.measure === 'average') return numbers.reduce((sum, value) => sum + value, 0) / numbers.length;
  return condition.measure === 'max' ? Math.max(...numbers) : Math.min(...numbers);
}

function passesTest(fact: Fact, test: Test): boolean {
  const value = fact.data[test.field];
  if (value === undefined) return false;
  if (test.atLeast !== undefined && !(typeof value === 'number' && value >= test.atLeast)) return false;
  if (test.atMost !== undefined && !(typeof value === 'number' && value <= test.atMost)) return false;
  if (test.is !== undefined && value !== test.is) return false;
  if (test.not !== undefined && value === test.not) return false;
  return test.oneOf === undefined || test.oneOf.includes(value);
}

function latestOf(facts: readonly Fact[], field: string): Measured {
  const told = facts.filter((fact) => fact.data[field] !== undefined);
  const last = Math.max(...told.map((fact) => fact.at));
  const values = told
    .filter((fact) => fact.at === last)
    .map((fact) => fact.data[field] as string | number | boolean);
  const ranked = [...values].sort((a, b) =>
    typeof a === typeof b ? (a > b ? -1 : a < b ? 1 : 0) : typeof a > typeof b ? -1 : 1,
  );
  return ranked[0] ?? null;
}

/** Orders by their name, on the day of their first payment, with all payments and all returns that name them. */
function keptOf(
  condition: Extract<Condition, { measure: 'count' | 'sum' }>,
  past: readonly Fact[],
  passes: (fact: Fact) => boolean,
  inWindow: (fact: Fact) => boolean,
): number {
  const paid = past.filter((fact) => fact.type === 'order.paid' && passes(fact));
  const byOrder = Map.groupBy(paid, (fact) => fact.data['order'] ?? fact);
  let count = 0;
  let sum = 0;
  for (const [order, payments] of byOrder) {
    const [first] = payments;
    if (!first || !inWindow(first)) continue;
    const amount = payments.reduce((total, fact) => total + Number(fact.data['amount'] ?? 0), 0);
    const returns = past.filter(
      (fact) =>
        fact.type === 'order.returned' && fact.data['order'] !== undefined && fact.data['order'] === order,
    );
    const returned = returns.reduce((total, fact) => total + Number(fact.data['amount'] ?? 0), 0);
    if (returns.length === 0 || returned < amount) count++;
    sum += amount <= 0 ? amount : Math.max(0, amount - returned);
  }
  for (const fact of past) {
    if (fact.type === 'order.returned' && fact.data['order'] === undefined && passes(fact) && inWindow(fact))
      sum -= Number(fact.data['amount'] ?? 0);
  }
  return condition.measure === 'count' ? count : sum;
}

/** Matters by the type that begins them and their number: open if the last beginning is later than the last end. */
function openOf(types: readonly string[], past: readonly Fact[], inWindow: (fact: Fact) => boolean): number {
  let count = 0;
  for (const type of new Set(types)) {
    const { ref, closedBy = [], reopenedBy = [] } = baseVocabulary[type] ?? {};
    const about = past.filter((fact) => [type, ...closedBy, ...reopenedBy].includes(fact.type));
    const matters = Map.groupBy(about, (fact) => (ref === undefined ? undefined : fact.data[ref]));
    for (const facts of matters.values()) {
      const begun = facts.filter((fact) => fact.type === type || reopenedBy.includes(fact.type));
      const last = Math.max(...begun.map((fact) => fact.at));
      const ended = facts.filter((fact) => closedBy.includes(fact.type)).map((fact) => fact.at);
      const newest = begun.find((fact) => fact.at === last);
      if (newest !== undefined && last > Math.max(...ended) && inWindow(newest)) count++;
    }
  }
  return count;
}

export interface PlainMove {
  readonly at: Instant;
  readonly from: number;
  readonly to: number;
}

/** Every instant at which anything could change: each fact, and each day on which a window, an age or a grace can end. */
function instantsToLookAt(
  ladder: Ladder,
  history: History,
  asOf: Instant,
  calendar: BusinessCalendar,
): Instant[] {
  const zone = zoneOf(calendar.zone);
  const conditions = ladder.rungs.flatMap((rung) =>
    [rung.enter, rung.stay].flatMap((criteria) => (criteria ? conditionsOf(criteria) : [])),
  );
  const days = new Set<Day>();
  for (const fact of history.facts) {
    const day = zone.dayOf(fact.at);
    for (const condition of conditions) {
      if ('within' in condition && condition.within)
        days.add(exitDay(day, condition.within, calendar.calendar));
      if (condition.measure === 'daysSinceFirst' || condition.measure === 'daysSinceLast') {
        if (condition.atLeast !== undefined) days.add(day + Math.ceil(condition.atLeast));
        if (condition.atMost !== undefined) days.add(day + Math.floor(condition.atMost) + 1);
      }
    }
    days.add(day);
  }
  // A copy: the days added on the way are not gone through again.
  for (const day of Array.from(days))
    for (const rung of ladder.rungs) if (rung.grace) days.add(exitDay(day, rung.grace, calendar.calendar));
  const instants = new Set<Instant>([
    history.knownSince,
    ...history.facts.map((fact) => fact.at),
    ...[...days].map((day) => zone.startOf(day)),
  ]);
  return [...instants].filter((at) => at >= history.knownSince && at <= asOf).sort((a, b) => a - b);
}

/** The moves of a person by the letter of the rules. */
export function plainMoves(
  ladder: Ladder,
  history: History,
  asOf: Instant,
  calendar: BusinessCalendar,
): PlainMove[] {
  const zone = zoneOf(calendar.zone);
  const moves: PlainMove[] = [];
  let place = 0;
  let failing: Day | null = null;
  for (const at of instantsToLookAt(ladder, history, asOf, calendar)) {
    const holds = (criteria: Criteria | undefined): boolean =>
      criteria !== undefined && plainlyHolds(criteria, history, at, calendar);
    const highest = (below: number): number => {
      for (let rung = below - 1; rung > 0; rung--) if (holds(ladder.rungs[rung]?.enter)) return rung;
      return 0;
    };
    const today = zone.dayOf(at);
    const best = highest(ladder.rungs.length);
    let next = place;
    const present = ladder.rungs[place];
    if (best > place) next = best;
    else if (place > 0 && !holds(present?.stay ?? present?.enter) && !holds(present?.enter)) {
      failing ??= today;
      const end = present?.grace ? exitDay(failing, present.grace, calendar.calendar) : failing;
      if (today >= end) next = highest(place);
    } else failing = null;
    if (next !== place) {
      moves.push({ at, from: place, to: next });
      place = next;
      failing = null;
    }
  }
  return moves;
}
