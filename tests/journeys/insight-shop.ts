import { seededChance } from '@nardeban/core/testing';
import { fact, openSmallShop, type SmallShop } from './small-shop.ts';

const BUYERS = 700;
/** As many facts as are told at once. */
const TOLD_AT_ONCE = 1_000;
const MINUTES_A_DAY = 1_440;
const GIVEN = ['سارا', 'علی', 'مریم', 'رضا', 'نگار', 'حسین', 'زهرا', 'امیر', 'لیلا', 'کاوه'];
const FAMILY = ['کریمی', 'رضایی', 'احمدی', 'موسوی', 'حیدری', 'صادقی', 'نوری', 'یوسفی'];
const THINGS = ['قهوهٔ ترک', 'شکر', 'چای دارچین', 'کیک هویج', 'آسیاب دستی', 'فیلتر'];
const CHANNELS = ['حضوری', 'وب', 'اینستاگرام'];

/**
 * The small shop with seven hundred buyers over two years: each buys at a pace of their own and some leave, so that
 * there is something to foretell. Sugar goes with coffee. Jobs run, for insight is one.
 */
export async function openInsightShop(): Promise<SmallShop> {
  const shop = await openSmallShop({ jobs: true, analyst: true });
  const chance = seededChance(11);
  const facts: object[] = [];
  for (let buyer = 0; buyer < BUYERS; buyer++) {
    const name = `${GIVEN[chance.int(0, GIVEN.length - 1)]} ${FAMILY[chance.int(0, FAMILY.length - 1)]}`;
    const person = { external: `B-${buyer}`, name };
    const every = 12 + 60 * chance.next();
    const usual = 400_000 + chance.int(0, 4_000_000);
    const channel = CHANNELS[chance.int(0, CHANNELS.length - 1)] ?? '';
    let order = 0;
    for (let left = 30 + 720 * chance.next(); left > 1; left += Math.log(1 - chance.next()) * every) {
      // To the minute, as tills tell it.
      const ago = Math.round(left * MINUTES_A_DAY) / MINUTES_A_DAY;
      const number = `B-${buyer}-${order++}`;
      const amount = usual + chance.int(0, 300_000);
      const discount = chance.next() < 0.2 ? { discount: 50_000 } : {};
      facts.push(fact(person, 'order.paid', ago, { order: number, amount, channel, ...discount }, number));
      const first = chance.int(0, THINGS.length - 1);
      const bought = new Set([
        first,
        first === 0 && chance.next() < 0.7 ? 1 : chance.int(0, THINGS.length - 1),
      ]);
      for (const thing of bought)
        facts.push(
          fact(
            person,
            'product.bought',
            ago,
            { order: number, product: THINGS[thing] ?? '', quantity: 1 },
            `${number}/${thing}`,
          ),
        );
      if (chance.next() < 0.18) break;
    }
  }
  for (let from = 0; from < facts.length; from += TOLD_AT_ONCE)
    await shop.tell(facts.slice(from, from + TOLD_AT_ONCE));
  return shop;
}
