import { type Because, type Criteria, inOrder, Machine, type Question } from '../criteria/index.ts';
import type { History } from '../facts/index.ts';
import { type BusinessCalendar, type Instant, zoneOf } from '../values/index.ts';

/** Orders net of what came back: whoever kept none is no customer yet. */
const KEPT_ORDERS: Criteria = { measure: 'count', of: 'order.paid', kept: true };

/** What of criteria holds for a person at one instant. */
export interface Holding {
  readonly keptOrders: number;
  holds(criteria: Criteria): boolean;
}

/** A person's answers at one instant: the history is played once through everything that is asked. */
export interface Answers extends Holding {
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

interface Kept {
  readonly asked: readonly Criteria[];
  readonly calendar: BusinessCalendar['calendar'];
  readonly machine: Machine;
  readonly questions: readonly Question[];
}

/** What was made of the criteria of a club, by the first of them: it is forgotten together with it. */
const made = new WeakMap<Criteria, Kept>();

function madeOf(asked: readonly Criteria[], { calendar }: BusinessCalendar): Kept {
  const before = made.get(asked[0] ?? KEPT_ORDERS);
  if (
    before !== undefined &&
    before.calendar === calendar &&
    before.asked.length === asked.length &&
    before.asked.every((criteria, place) => criteria === asked[place])
  )
    return before;
  const machine = new Machine(calendar);
  const questions = [KEPT_ORDERS, ...asked].map((criteria) => machine.ask(criteria));
  return { asked: [...asked], calendar, machine, questions };
}

/**
 * The same as `answersOf`, without the reasons. What the criteria are made into is kept and made use of again while they are
 * the same objects, as those of a club in force are at every price: making it takes longer than playing a history through it.
 */
export function holdingOf(
  buyer: { readonly history: History },
  asked: readonly Criteria[],
  now: Instant,
  calendar: BusinessCalendar,
): Holding {
  const zone = zoneOf(calendar.zone);
  const today = zone.dayOf(now);
  const kept = madeOf(asked, calendar);
  const { machine, questions } = kept;
  // Until the history is through: a machine that stopped in the middle of one is of no use to the next.
  made.delete(asked[0] ?? KEPT_ORDERS);
  machine.reset();
  for (const fact of inOrder(buyer.history)) if (fact.at <= now) machine.add(fact, zone.dayOf(fact.at));
  machine.settle(today);
  made.set(asked[0] ?? KEPT_ORDERS, kept);
  const because = questions[0]?.because(today);
  const held = new Map(asked.map((criteria, place) => [criteria, questions[place + 1]?.holds ?? false]));
  // The next price plays another history through the same machine: nothing of it may be asked later.
  return {
    keptOrders: because?.kind === 'condition' && typeof because.measured === 'number' ? because.measured : 0,
    holds: (criteria) => held.get(criteria) ?? answersOf(buyer, [criteria], now, calendar).holds(criteria),
  };
}

function factsIn(because: Because | undefined): number[] {
  if (because === undefined) return [];
  if (because.kind === 'not') return factsIn(because.part);
  if (because.kind === 'condition') return [...because.facts];
  return because.parts.flatMap(factsIn);
}
