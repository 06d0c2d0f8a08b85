import { type Database, retrying } from '../../../platform/database/index.ts';
import { earn, giveBack, spend, takeBack, uncount } from './index.ts';
import { DAY, NOW } from './testing-shop.ts';

const cause = { kind: 'test' };

/**
 * The deed of this number, in a transaction of its own: a sale that earns and spends, whose money budget is used, and of
 * every third sale a return of all of it. Asked for again it is the same request.
 */
export async function tillDeed(
  database: Database,
  business: number,
  people: readonly number[],
  number: number,
): Promise<void> {
  const person = people[number % people.length] ?? 0;
  const now = NOW + number * 60_000;
  const order = `order ${number}`;
  const base = { at: now, now, cause };
  await retrying(() =>
    database.withBusiness(business, async (tx) => {
      const spent = await spend(tx, {
        person,
        wallets: [{ wallet: 'points', units: 7 }],
        cards: [],
        claims: [{ key: 'budget', of: 'all', add: 3, limit: 1_000_000 }],
        purpose: 'sale',
        key: order,
        ...base,
      });
      await earn(tx, {
        holder: { kind: 'person', id: person },
        at: now,
        now,
        credits: [
          {
            wallet: 'points',
            units: 20,
            availableFrom: now,
            expiresAt: now + DAY / 8,
            cause,
            key: `earned ${order}`,
          },
        ],
      });
      if (number % 3 !== 0) return;
      if (spent.ok && spent.value[0] !== undefined) {
        await giveBack(tx, { spend: spent.value[0].transaction, units: 7, key: `given ${order}`, ...base });
        await uncount(tx, {
          claims: [{ key: 'budget', of: 'all', subtract: 3 }],
          key: `uncount ${order}`,
          now,
        });
      }
      await takeBack(tx, {
        earned: `earned ${order}`,
        units: 20,
        key: `taken ${order}`,
        negative: 'allow',
        ...base,
      });
    }),
  );
}
