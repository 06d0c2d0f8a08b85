import type { Chance } from '@nardeban/core/testing';
import type { Clock } from '../../platform/clock/index.ts';
import type { Database } from '../../platform/database/index.ts';
import type { Business } from '../../platform/tenancy/index.ts';
import { MOST_FACTS_RECEIVED, receiveFacts } from '../facts/index.ts';
import { drainClimbs } from '../ladder/index.ts';

const DAY = 86_400_000;
const NAMES = [
  'سارا',
  'علی',
  'مریم',
  'پرویز',
  'گلنار',
  'ژاله',
  'Zoe',
  'adam',
  'آرش',
  'یاسمن',
  'كريم',
  'چنگیز',
  'هما',
  'وحید',
];

/** People of every sort, some without a name, some who were tagged, some who bought. */
export async function crowd(
  database: Database,
  clock: Clock,
  business: Business,
  people: number,
  chance: Chance,
): Promise<void> {
  const facts: object[] = [];
  for (let index = 0; index < people; index += 1) {
    const person = {
      external: `c-${index}`,
      ...(chance.next() < 0.8 ? { name: chance.pick(NAMES) } : {}),
    };
    // Several on one day and at one instant: ties must be broken.
    const met = clock.now() - chance.int(1, 40) * DAY;
    const tell = (type: string, at: number, data: Record<string, string | number>): void =>
      void facts.push({ person, type, at, key: `f${facts.length}`, data });
    tell('newsletter.subscribed', met, {});
    for (let order = chance.int(0, 3); order > 0; order -= 1)
      tell('order.paid', Math.min(clock.now(), met + chance.int(0, 30) * DAY), {
        order: `o${facts.length}`,
        amount: chance.int(1, 90) * 100_000,
      });
    if (chance.next() < 0.3) tell('tag.added', met, { tag: chance.pick(['vip', 'خانواده']) });
    if (chance.next() < 0.5)
      tell('trait.changed', met, { trait: 'city', value: chance.pick(['تهران', 'کرج']) });
  }
  for (let from = 0; from < facts.length; from += MOST_FACTS_RECEIVED) {
    const part = facts.slice(from, from + MOST_FACTS_RECEIVED);
    const refused = (await receiveFacts(database, clock, business, part)).find(
      ({ status }) => status !== 'stored',
    );
    if (refused !== undefined) throw new Error(JSON.stringify(refused));
  }
  await drainClimbs(database, clock, business.id);
}
