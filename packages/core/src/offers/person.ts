import { type Because, type Criteria, inOrder, Machine } from '../criteria/index.ts';
import type { History } from '../facts/index.ts';
import { type BusinessCalendar, type Instant, zoneOf } from '../values/index.ts';

/** Orders net of what came back: whoever kept none is no customer yet. */
const KEPT_ORDERS: Criteria = { measure: 'count', of: 'order.paid', kept: true };

/** A person's answers at one instant: the history is played once through everything that is asked. */
export interface Answers {
  readonly keptOrders: number;
  holds(criteria: Criteria): boolean;
  /** What a criteria of one condition measures; 0 where that is no number. */
  measured(criteria: Criteria): number;
  /** The numbers of the newest facts a criteria rests on, as its reasons name them. */
  factsOf(criteria: Criteria): number[];
}

/**
 * @param asked the criteria that may be asked about. One that was not named is answered by a walk of its own.
 */
export function answersOf(
  { history }: { readonly history: History },
  asked: readonly Criteria[],
  now: Instant,
  calendar: BusinessCalendar,
): Answers {
  const zone = zoneOf(calendar.zone);
  const today = zone.dayOf(now);
  const facts = inOrder(history).filter(({ at }) => at <= now);
  const days = facts.map(({ at }) => zone.dayOf(at));
  const played = (criteria: readonly Criteria[]) => {
    const machine = new Machine(calendar.calendar);
    const questions = criteria.map((one) => machine.ask(one));
    for (const [index, fact] of facts.entries()) machine.add(fact, days[index] ?? 0);
    machine.settle(today);
    return questions;
  };
  const first = [KEPT_ORDERS, ...asked];
  const questions = played(first);
  const known = new Map(first.map((criteria, index) => [criteria, questions[index]]));
  const questionOf = (criteria: Criteria) => {
    if (!known.has(criteria)) known.set(criteria, played([criteria])[0]);
    return known.get(criteria);
  };
  const measured = (criteria: Criteria): number => {
    const because = questionOf(criteria)?.because(today);
    return because?.kind === 'condition' && typeof because.measured === 'number' ? because.measured : 0;
  };
  return {
    keptOrders: measured(KEPT_ORDERS),
    holds: (criteria) => questionOf(criteria)?.holds ?? false,
    measured,
    factsOf: (criteria) => factsIn(questionOf(criteria)?.because(today)),
  };
}

function factsIn(because: Because | undefined): number[] {
  if (because === undefined) return [];
  if (because.kind === 'not') return factsIn(because.part);
  if (because.kind === 'condition') return [...because.facts];
  return because.parts.flatMap(factsIn);
}
