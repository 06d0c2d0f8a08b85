import type { History } from '../facts/index.ts';
import { zoneOf, type BusinessCalendar, type Day, type Instant } from '../values/index.ts';
import type { Criteria } from './criteria.ts';
import { NEVER } from './cursor.ts';
import { Machine } from './machine.ts';
import type { Question } from './question.ts';

/** The verdict alone. */
export function holdsAt(
  criteria: Criteria,
  history: History,
  at: Instant,
  calendar: BusinessCalendar,
): boolean {
  return play(criteria, history, at, calendar).question.holds;
}

export interface Played {
  readonly question: Question;
  readonly day: Day;
  until(): Instant | null;
}

/** A machine of its own with the history played up to an instant. */
export function play(criteria: Criteria, history: History, at: Instant, calendar: BusinessCalendar): Played {
  const zone = zoneOf(calendar.zone);
  const machine = new Machine(calendar.calendar);
  const question = machine.ask(criteria);
  let next: Instant | null = null;
  for (const fact of inOrder(history)) {
    if (fact.at > at) {
      next = fact.at;
      break;
    }
    machine.add(fact, zone.dayOf(fact.at));
  }
  const day = zone.dayOf(at);
  machine.settle(day);
  return {
    question,
    day,
    until() {
      const flips = question.flip();
      const byTime = flips >= NEVER ? null : zone.startOf(flips);
      return byTime === null || (next !== null && next < byTime) ? next : byTime;
    },
  };
}

/** The facts in order of time; a history that is not in order is put in order, not refused. */
export function inOrder(history: History): History['facts'] {
  const { facts } = history;
  for (let index = 1; index < facts.length; index++) {
    if ((facts[index - 1] as (typeof facts)[number]).at > (facts[index] as (typeof facts)[number]).at) {
      return [...facts].sort((a, b) => a.at - b.at);
    }
  }
  return facts;
}
