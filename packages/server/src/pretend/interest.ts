import type { Day } from '@nardeban/core/values';
import { type Life, momentOf } from './life.ts';
import { type Category, categoryName, MENU, priceOn } from './shop.ts';

const CAMPAIGNS = ['قهوهٔ صبح', 'یلدای گرم', 'نوروز در کافه', 'تابستان سرد', 'بازگشت به دانشگاه'] as const;
const PAGES = [
  ['/', 'خانه'],
  ['/menu', 'منو'],
  ['/beans', 'دانهٔ قهوه'],
  ['/blog/v60', 'راهنمای دم‌آوری با وی۶۰'],
  ['/blog/water', 'آب خوب برای قهوه'],
  ['/branches', 'شعبه‌ها'],
  ['/club', 'باشگاه مشتریان'],
] as const;
const WANTED: readonly Category[] = ['beans', 'gear', 'gift', 'beans'];
const ITEMS = ['راهنمای دم‌آوری در خانه', 'نقشهٔ طعم قهوه', 'فهرست قیمت عمده'] as const;

export function seeAdvertisement(life: Life, day: Day): void {
  const { chance, diary } = life;
  const channel = chance.pick(['instagram', 'billboard', 'sms', 'web']);
  diary.tell('ad.viewed', momentOf(life, day, 'web'), 'advertising', {
    campaign: chance.pick(CAMPAIGNS),
    channel,
  });
}

export function lookAtPages(life: Life, day: Day, pages: number): void {
  const start = momentOf(life, day, 'web');
  for (let page = 0; page < pages; page++) {
    const [url, title] = life.chance.pick(PAGES);
    life.diary.tell('page.viewed', start + page * 40_000, 'web', { url, title, channel: 'web' });
  }
}

export function lookAtProducts(life: Life, day: Day, products: number): void {
  const start = momentOf(life, day, 'web');
  for (let count = 0; count < products; count++) {
    const product = life.chance.pick(MENU[life.chance.pick(WANTED)]);
    const data = { sku: product.sku, product: product.name, category: categoryName(product) };
    life.diary.tell('product.viewed', start + count * 55_000, 'web', data);
  }
}

export function fillBasket(life: Life, day: Day): void {
  const product = life.chance.pick(MENU[life.chance.pick(WANTED)]);
  const amount = priceOn(product.price, day, life.world.lastDay);
  const data = { amount, sku: product.sku, product: product.name };
  life.diary.tell('cart.updated', momentOf(life, day, 'web'), 'web', data);
}

export function askPrice(life: Life, day: Day): void {
  const { name } = life.chance.pick(MENU[life.chance.pick(WANTED)]);
  const channel = life.chance.pick(['instagram', 'phone', 'branch']);
  life.diary.tell('price.asked', momentOf(life, day), 'desk', { product: name, channel });
}

export function comeToLook(life: Life, day: Day): void {
  life.diary.tell('visit.made', momentOf(life, day, 'cafe'), 'pos', { branch: life.branch.name });
}

export function subscribe(life: Life, day: Day): void {
  const channel = life.chance.pick(['web', 'branch', 'instagram']);
  life.diary.tell('newsletter.subscribed', momentOf(life, day, 'web'), 'web', { channel });
}

export function leaveContact(life: Life, day: Day, channel: string): void {
  const { chance, diary } = life;
  const data = {
    channel,
    campaign: chance.pick(CAMPAIGNS),
    form: chance.pick(['قرعه‌کشی', 'مشاورهٔ خرید', 'کارت نظر']),
  };
  diary.tell('lead.captured', momentOf(life, day, 'web'), 'desk', data);
}

/** Somebody who shows some interest: now and then, in one way or another, over a few weeks or months. */
export function beCurious(life: Life, arrival: Day): void {
  const { chance, diary } = life;
  if (chance.is(0.35)) seeAdvertisement(life, arrival - chance.int(0, 20));
  if (chance.is(0.35)) subscribe(life, arrival + chance.int(0, 10));
  if (chance.is(0.3)) leaveContact(life, arrival, chance.pick(['instagram', 'event', 'web']));
  if (chance.is(0.1)) {
    diary.tell('content.downloaded', momentOf(life, arrival, 'web'), 'web', { item: chance.pick(ITEMS) });
  }
  if (chance.is(0.3))
    diary.tell('trait.changed', momentOf(life, arrival), 'web', { trait: 'city', value: life.city });
  if (life.home === 'cafe') comeToLook(life, arrival);
  else lookAtPages(life, arrival, chance.int(1, 4));
  let day = arrival;
  while (chance.is(0.55)) {
    day += 1 + Math.floor(chance.wait(40));
    if (life.home === 'cafe' && chance.is(0.6)) comeToLook(life, day);
    else lookAtPages(life, day, chance.int(1, 3));
  }
}

/** Somebody who compares and weighs: products seen again and again, a basket left standing, a price asked. */
export function weigh(life: Life, arrival: Day): void {
  const { chance } = life;
  beCurious(life, arrival);
  let day = arrival + chance.int(0, 12);
  do {
    lookAtProducts(life, day, chance.int(1, 5));
    if (chance.is(0.5)) fillBasket(life, day);
    if (chance.is(0.25)) askPrice(life, day);
    day += 1 + Math.floor(chance.wait(12));
  } while (chance.is(0.62));
}

/** What goes before a first order; it is told as days before it. */
export function comeNearer(life: Life, firstOrder: Day): void {
  const { chance } = life;
  const weeks = chance.int(1, 40);
  if (chance.is(0.2)) seeAdvertisement(life, firstOrder - weeks - 3);
  if (chance.is(0.22)) subscribe(life, firstOrder - chance.int(1, weeks));
  if (life.home === 'cafe') {
    if (chance.is(0.4)) comeToLook(life, firstOrder - chance.int(1, weeks));
    if (chance.is(0.2)) lookAtPages(life, firstOrder - chance.int(1, weeks), chance.int(1, 3));
    return;
  }
  lookAtPages(life, firstOrder - weeks, chance.int(1, 4));
  lookAtProducts(life, firstOrder - chance.int(0, weeks), chance.int(1, 4));
  if (chance.is(0.5)) fillBasket(life, firstOrder - chance.int(0, 2));
}

/** A look without a purchase, by somebody who is a customer already. */
export function lookAgain(life: Life, day: Day): void {
  if (life.home === 'cafe') comeToLook(life, day);
  else if (life.chance.is(0.5)) lookAtPages(life, day, life.chance.int(1, 2));
  else lookAtProducts(life, day, life.chance.int(1, 2));
}
