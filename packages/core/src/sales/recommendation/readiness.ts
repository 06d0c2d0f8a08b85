import { type Criteria, inOrder, Machine, NEVER } from '../../criteria/index.ts';
import type { History } from '../../facts/index.ts';
import { type BusinessCalendar, type Instant, zoneOf } from '../../values/index.ts';
import { askCriteria, type AskRule } from './rule.ts';
import { type Strength, strengthOf } from './strength.ts';

/** Whether somebody may be asked now, until when that is sure, and who is asked first. */
export interface Readiness extends Strength {
  readonly ready: boolean;
  /** The earliest later instant at which it could change with no new fact; null: never. */
  readonly until: Instant | null;
}

/**
 * Answers for one history after the other, with one machine for all of them: a look at everybody costs what reading them
 * costs. The same as `evaluate` of the rule's criteria, without the reasons.
 */
export function readinessBy(
  rule: AskRule,
  calendar: BusinessCalendar,
): (history: History, now: Instant) => Readiness {
  const criteria: Criteria = askCriteria(rule);
  const zone = zoneOf(calendar.zone);
  const machine = new Machine(calendar.calendar);
  const question = machine.ask(criteria);
  return (history, now) => {
    machine.reset();
    let next: Instant | null = null;
    for (const fact of inOrder(history)) {
      if (fact.at > now) {
        next = fact.at;
        break;
      }
      machine.add(fact, zone.dayOf(fact.at));
    }
    machine.settle(zone.dayOf(now));
    const flips = question.flip();
    const byTime = flips >= NEVER ? null : zone.startOf(flips);
    const until = byTime === null || (next !== null && next < byTime) ? next : byTime;
    return { ready: question.holds, until, ...strengthOf(history, now) };
  };
}
