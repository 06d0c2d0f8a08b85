import { type Day, isoDay, MS_PER_DAY } from '@nardeban/core/values';
import type { Chance, Weighted } from './chance.ts';
import { Diary, type PretendPerson, type World } from './diary.ts';
import { mobileDigits } from './identities.ts';
import { shortDate } from './life.ts';
import { LAST_NAMES } from './names.ts';
import { categoryName, MENU, priceOn, type Product } from './shop.ts';

const KINDS = ['شرکت', 'دفتر وکالت', 'هتل', 'فضای کار اشتراکی', 'رستوران', 'آموزشگاه', 'استودیو'] as const;
const FORMS = [
  'پایدار',
  'نوآوران',
  'آفتاب',
  'مهرگان',
  'آوا',
  'البرز',
  'سپند',
  'کارآفرین',
  'رایان',
  'باران',
] as const;
const LOST = ['قیمت', 'رقیب', 'بی‌پاسخ ماند', 'بودجه ندارد'] as const;

/** How far the talks come. */
type Outcome = 'unfit' | 'notReached' | 'talking' | 'later' | 'deal';
const OUTCOMES: Weighted<Outcome> = [
  ['unfit', 14],
  ['notReached', 12],
  ['talking', 12],
  ['later', 14],
  ['deal', 48],
];

interface Talks {
  readonly world: World;
  readonly chance: Chance;
  readonly number: number;
  readonly diary: Diary;
  readonly product: Product;
  readonly kilos: number;
}

/** A business that may buy beans for its own people: from a lead to a contract, and then an invoice every month. */
export function organisation(world: World, chance: Chance, number: number): PretendPerson {
  const diary = new Diary(world, number);
  const name = `${chance.pick(KINDS)} ${chance.pick(FORMS)} ${chance.pick(LAST_NAMES)}`;
  const identity = {
    kind: 'organisation' as const,
    external: `ORG-${String(number).padStart(6, '0')}`,
    mobile: `0${mobileDigits(number)}`,
    email: `office.${number}@company.example`,
    name,
  };
  const talks = { world, chance, number, diary, product: chance.pick(MENU.beans), kilos: chance.int(3, 25) };
  const days = world.lastDay - world.firstDay;
  const recent = chance.is(0.3);
  talk(talks, world.lastDay - chance.int(10, recent ? Math.min(40, days) : days));
  return { number, identity, facts: diary.facts() };
}

function talk(talks: Talks, start: Day): void {
  const { chance, diary } = talks;
  const outcome = chance.weighted(OUTCOMES);
  const lead = { channel: chance.pick(['web', 'phone', 'event']), form: 'خرید سازمانی' };
  diary.tell('lead.captured', at(talks, start, 10), 'desk', lead);
  if (outcome !== 'unfit')
    diary.tell('demo.asked', at(talks, start, 11), 'desk', { product: talks.product.name, channel: 'phone' });
  if (outcome === 'unfit') {
    diary.tell('lead.disqualified', at(talks, start + 1, 12), 'desk', { reason: chance.pick(LOST) });
    return;
  }
  diary.tell('lead.qualified', at(talks, start + 1, 13), 'desk', { reason: 'بیش از ده نفر کارمند' });
  const calls = outcome === 'notReached' ? chance.int(4, 6) : chance.int(0, 2);
  let day = start + 2;
  for (let call = 0; call < calls; call++) {
    diary.tell('contact.attempted', at(talks, day, 12), 'desk', { channel: 'phone', outcome: 'no-answer' });
    day += chance.int(1, 2);
  }
  if (outcome === 'notReached') return;
  diary.tell('contact.attempted', at(talks, day, 14), 'desk', { channel: 'phone', outcome: 'reached' });
  if (outcome === 'talking') return;
  diary.tell('followup.agreed', at(talks, day, 15), 'desk', { day: isoDay(day + 3) });
  if (outcome === 'deal') settle(talks, day + 3);
}

function settle(talks: Talks, opened: Day): void {
  const { chance, diary } = talks;
  const deal = `D-${talks.number}`;
  const year = 12 * price(talks, opened);
  diary.tell('deal.opened', at(talks, opened, 15), 'desk', { deal, amount: year });
  const decided = opened + chance.int(5, 40);
  if (chance.is(0.3)) {
    diary.tell('deal.lost', at(talks, decided, 16), 'desk', { deal, reason: chance.pick(LOST) });
    return;
  }
  diary.tell('deal.won', at(talks, decided, 16), 'desk', { deal, amount: year });
  deliver(talks, decided + 1);
}

/** An order every month until they look elsewhere, invoiced with tax and paid later, mostly on time. */
function deliver(talks: Talks, first: Day): void {
  const { world, chance, diary, product } = talks;
  let day = first;
  for (let count = 1; day <= world.lastDay; count++) {
    const order = `${shortDate(day)}-${talks.number}-${count}`;
    const net = price(talks, day);
    const tax = Math.round(net / 10);
    const amount = net + tax;
    const placed = at(talks, day, chance.int(9, 16));
    diary.tell('order.placed', placed, 'desk', { order, amount, channel: 'phone' });
    diary.tell('product.bought', placed, 'desk', {
      order,
      sku: product.sku,
      product: product.name,
      category: categoryName(product),
      quantity: talks.kilos,
      amount: net,
    });
    const onTime = chance.is(0.8);
    const paid = placed + (onTime ? chance.int(1, 20) : chance.int(35, 70)) * MS_PER_DAY;
    diary.tell('order.paid', paid, 'desk', {
      order,
      amount,
      channel: 'phone',
      tax,
      method: 'credit',
      onTime,
    });
    if (chance.is(0.03)) return;
    day += chance.int(26, 36);
  }
}

function price(talks: Talks, day: Day): number {
  return priceOn(talks.product.price, day, talks.world.lastDay) * talks.kilos;
}

function at(talks: Talks, day: Day, hour: number): number {
  return talks.world.zone.at(day, hour * 3_600_000 + talks.chance.int(0, 3_599) * 1_000);
}
