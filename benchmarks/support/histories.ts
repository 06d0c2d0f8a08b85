import type { Fact, FactData, History } from '@nardeban/core/facts';
import { seededChance, type Chance } from '@nardeban/core/testing';

const DAY = 86_400_000;
const YEARS_MS = 5 * 365 * DAY;

/** What happens between a shop and its people, and how often. `population.ts` has the same mix for the database. */
const MIX: readonly (readonly [type: string, weight: number])[] = [
  ['order.paid', 28],
  ['order.returned', 3],
  ['product.viewed', 22],
  ['page.viewed', 14],
  ['visit.made', 12],
  ['cart.updated', 8],
  ['survey.answered', 5],
  ['newsletter.subscribed', 3],
  ['review.written', 3],
  ['referral.converted', 2],
];

/** Histories of `facts` facts each over the five years before `end`, some in a few weeks and some over all of it. */
export function histories(people: number, facts: number, end: number, seed: number): History[] {
  const chance = seededChance(seed);
  return Array.from({ length: people }, (_, person) => oneHistory(chance, person, facts, end));
}

function oneHistory(chance: Chance, person: number, facts: number, end: number): History {
  const began = end - YEARS_MS * chance.next();
  const lasts = (end - began) * Math.sqrt(chance.next());
  const instants = Array.from({ length: facts }, () => Math.floor(began + lasts * chance.next())).sort(
    (a, b) => a - b,
  );
  const orders: string[] = [];
  const told = instants.map((at, index): Fact => {
    const wanted = chance.weighted(MIX);
    const type = wanted === 'order.returned' && orders.length === 0 ? 'order.paid' : wanted;
    if (type === 'order.paid') orders.push(`${person}-${index}`);
    return { type, at, data: recordOf(type, chance, orders) };
  });
  return { knownSince: told[0]?.at ?? Math.floor(began), facts: told };
}

/** The fields that a ladder reads of each type; the reader fetches no others. */
function recordOf(type: string, chance: Chance, orders: readonly string[]): FactData {
  switch (type) {
    case 'order.paid':
      return { amount: chance.int(100, 9000) * 1000, order: orders.at(-1) ?? '' };
    case 'order.returned':
      return { amount: chance.int(100, 9000) * 1000, order: chance.pick(orders) };
    case 'survey.answered':
      return { question: 'recommend', score: chance.int(0, 10) };
    case 'review.written':
      return { score: chance.int(1, 5) };
    default:
      return {};
  }
}
