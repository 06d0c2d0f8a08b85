import { type Appreciation, appreciationOf, factsAppreciationReads } from '@nardeban/core/offers';
import type { Instant } from '@nardeban/core/values';
import { int8Array, type Tx } from '../../platform/database/index.ts';
import type { Business } from '../../platform/tenancy/index.ts';
import { calendarOf, type KnownPerson, readingOfFields, readPeople } from '../ladder/index.ts';
import type { OfferSettings } from './settings-store.ts';
import { placesIn } from './till/buyer.ts';
import { placesNow, standingsOfMany, standsOf } from './till/stands.ts';

/** An appreciation with the orders that decide between equals. */
export interface Appreciated extends Appreciation {
  /** Orders kept, and what they came to, in minor units. */
  readonly orders: number;
  readonly spent: number;
}

/** How many histories are in memory at once. */
const AT_ONCE = 200;

/**
 * How thankful the business has reason to be to each of these people at an instant; `from` leaves out what was earlier.
 * Whoever is not there, or is merged into another, is left out.
 */
export async function appreciationsOf(
  tx: Tx,
  business: Business,
  { appreciation: rule }: Pick<OfferSettings, 'appreciation'>,
  asked: { readonly people: readonly number[]; readonly at: Instant; readonly from?: Instant },
): Promise<ReadonlyMap<number, Appreciated>> {
  const reading = readingOfFields(factsAppreciationReads(rule), { ids: true });
  const places = { places: await placesNow(tx, business) };
  const calendar = calendarOf(business);
  const found = new Map<number, Appreciated>();
  for (let first = 0; first < asked.people.length; first += AT_ONCE) {
    const people = asked.people.slice(first, first + AT_ONCE);
    const rows = Map.groupBy(await standingsOfMany(tx, int8Array(people)), ({ person }) => person);
    const known: KnownPerson[] = [];
    await readPeople(tx, people, reading, (person) => known.push(person));
    for (const { personId, history } of known) {
      const stands = await standsOf(tx, business, places, { rows: rows.get(personId) ?? [] });
      const told = appreciationOf({
        rule,
        history,
        at: asked.at,
        ...(asked.from === undefined ? {} : { from: asked.from }),
        rungs: placesIn(stands),
        calendar,
      });
      found.set(personId, { ...told, ...boughtIn(history, asked.from ?? 0, asked.at) });
    }
  }
  return found;
}

function boughtIn(
  { facts }: KnownPerson['history'],
  from: Instant,
  to: Instant,
): { readonly orders: number; readonly spent: number } {
  const back = new Map<string, number>();
  const paid: { readonly order: string; readonly amount: number }[] = [];
  let unnamed = 0;
  for (const { type, at, data } of facts) {
    if (at < from || at > to) continue;
    const amount = typeof data['amount'] === 'number' ? data['amount'] : 0;
    const order = typeof data['order'] === 'string' ? data['order'] : '';
    if (type === 'order.paid') paid.push({ order, amount });
    else if (type === 'order.returned' && order === '') unnamed += amount;
    else if (type === 'order.returned') back.set(order, (back.get(order) ?? 0) + amount);
  }
  const kept = paid.map(({ order, amount }) =>
    Math.max(0, amount - (order === '' ? 0 : (back.get(order) ?? 0))),
  );
  return {
    orders: kept.filter((amount, place) => amount > 0 || paid[place]?.amount === 0).length,
    spent: Math.max(0, kept.reduce((sum, amount) => sum + amount, 0) - unnamed),
  };
}
