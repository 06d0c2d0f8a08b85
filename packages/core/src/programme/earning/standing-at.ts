import { holdsAt } from '../../criteria/index.ts';
import type { Fact, History } from '../../facts/index.ts';
import type { BusinessCalendar, Instant } from '../../values/index.ts';
import type { Programme } from '../definition.ts';
import { levelTimeline } from '../levels/timeline.ts';
import type { EarningPerson } from './person.ts';

/** Where somebody stood on a ladder from an instant on, the oldest first. */
export interface StoodOn {
  readonly ladder: string;
  readonly places: readonly { readonly from: Instant; readonly place: string }[];
}

/**
 * A person as they were at an instant: what was told of that instant or later does not count, save that they belong to
 * the club from the very instant they joined. `history` is in order of time.
 */
export function standingAt(
  number: number,
  history: History,
  stood: readonly StoodOn[],
  programme: Programme,
  at: Instant,
  business: BusinessCalendar,
): EarningPerson {
  const { facts } = history;
  const before: History = { knownSince: history.knownSince, facts: facts.filter((fact) => fact.at < at) };
  return {
    number,
    member:
      programme.membership === 'everybody' ||
      facts.some((fact) => fact.type === 'club.joined' && fact.at <= at),
    ordersBefore: keptOrders(before.facts),
    rungs: Object.fromEntries(
      stood.flatMap(({ ladder, places }) => {
        const place = places.findLast(({ from }) => from <= at)?.place;
        return place === undefined ? [] : [[ladder, place]];
      }),
    ),
    level:
      programme.levels === undefined ? null : levelTimeline(programme.levels, before.facts, at, business).key,
    holds: (criteria) => holdsAt(criteria, before, at, business),
  };
}

/** Orders of which something was kept. */
function keptOrders(facts: readonly Fact[]): number {
  const left = new Map<unknown, number>();
  for (const { type, data } of facts) {
    const amount = Number(data['amount'] ?? 0);
    if (type === 'order.paid') left.set(data['order'], (left.get(data['order']) ?? 0) + amount);
    if (type === 'order.returned' && left.has(data['order']))
      left.set(data['order'], (left.get(data['order']) ?? 0) - amount);
  }
  return [...left.values()].filter((amount) => amount > 0).length;
}
