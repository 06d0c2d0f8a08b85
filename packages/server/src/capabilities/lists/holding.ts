import { type Criteria, holdsAt } from '@nardeban/core/criteria';
import type { Instant } from '@nardeban/core/values';
import type { Tx } from '../../platform/database/index.ts';
import type { Business } from '../../platform/tenancy/index.ts';
import { calendarOf, readingFor, readPeople } from '../ladder/index.ts';
import { segmentDefinition } from './segment-definition.ts';

/** For which of these people the criteria hold now: their histories are read, nothing is stored. */
export async function holdingNow(
  tx: Tx,
  business: Business,
  criteria: Criteria,
  people: readonly number[],
  now: Instant,
): Promise<ReadonlySet<number>> {
  const holding = new Set<number>();
  if (people.length === 0) return holding;
  const calendar = calendarOf(business);
  const reading = readingFor([segmentDefinition('segment', 'segment', criteria)]);
  await readPeople(tx, people, reading, ({ personId, history }) => {
    if (holdsAt(criteria, history, now, calendar)) holding.add(personId);
  });
  return holding;
}
