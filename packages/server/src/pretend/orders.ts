import type { FactData } from '@nardeban/core/facts';
import { type Day, type Instant, type Minor, MS_PER_DAY } from '@nardeban/core/values';
import type { PretendSource } from './diary.ts';
import { type PretendIdentity, spelledMobile, mobileDigits, withArabicLetters } from './identities.ts';
import { type Life, momentOf, shortDate } from './life.ts';
import { basket, categoryName, type Line, priceOn } from './shop.ts';
import type { TemperTraits } from './tempers.ts';

export interface Order {
  readonly number: string;
  readonly day: Day;
  readonly at: Instant;
  readonly amount: Minor;
}

const RETURN_REASONS = ['آسیب در راه', 'اشتباه در آماده‌سازی', 'پشیمانی', 'کیفیت نامناسب'] as const;

/** From when on the tills note what was bought, in days before the last day; the web shop always did. */
const LINES_AT_TILLS = 900;

const SOURCES = {
  branch: 'pos',
  web: 'web',
  instagram: 'instagram',
  phone: 'desk',
  delivery: 'delivery',
} as const;
type OrderChannel = keyof typeof SOURCES;

/** One order with all that is noted of it; `count` is how many this person had before on any day. */
export function placeOrder(life: Life, traits: TemperTraits, day: Day, count: number): Order {
  const { chance, diary, world } = life;
  const channel = channelOf(life);
  const at = momentOf(life, day, channel === 'branch' ? 'cafe' : 'web');
  const number = `${shortDate(day)}-${life.number}-${count + 1}`;
  const lines = basket(traits.taste, chance.weighted(traits.basket), chance);
  const full = lines.reduce((sum, line) => sum + lineAmount(line, day, world.lastDay), 0);
  const discount = chance.is(traits.discounts)
    ? Math.round((full * chance.pick([10, 15, 20, 30])) / 1_000_000) * 10_000
    : 0;
  const amount = full - discount;
  const where: FactData =
    channel === 'branch' || channel === 'delivery' ? { channel, branch: life.branch.name } : { channel };
  const source: PretendSource = SOURCES[channel];
  const as = count > 0 ? otherSpelling(life, channel) : undefined;
  if (channel !== 'branch')
    diary.tell(
      'order.placed',
      at - chance.int(60, 900) * 1_000,
      source,
      { order: number, amount, ...where },
      as,
    );
  const method =
    channel === 'branch'
      ? chance.weighted([
          ['card', 9],
          ['cash', 1],
        ])
      : 'online';
  diary.tell(
    'order.paid',
    at,
    source,
    { order: number, amount, ...where, ...(discount > 0 ? { discount } : {}), method },
    as,
  );
  if (channel !== 'branch' || (world.lastDay - day < LINES_AT_TILLS && chance.is(0.6))) {
    for (const line of lines) {
      diary.tell(
        'product.bought',
        at,
        source,
        boughtOf(line, number, lineAmount(line, day, world.lastDay)),
        as,
      );
    }
  }
  if (chance.is(channel === 'branch' ? traits.returns / 3 : traits.returns))
    giveBack(life, { number, day, at, amount }, source, where);
  return { number, day, at, amount };
}

function channelOf(life: Life): OrderChannel {
  return life.home === 'cafe'
    ? life.chance.weighted([
        ['branch', 88],
        ['web', 5],
        ['delivery', 7],
      ])
    : life.chance.weighted([
        ['web', 84],
        ['instagram', 9],
        ['phone', 4],
        ['delivery', 3],
      ]);
}

/** Now and then a till knows its guest by the mobile alone, and writes number and name in its own way. */
function otherSpelling(life: Life, channel: OrderChannel): PretendIdentity | undefined {
  if (channel !== 'branch' || !life.chance.is(0.04)) return undefined;
  const mobile = spelledMobile(mobileDigits(life.number), life.chance);
  return life.name.text === undefined ? { mobile } : { mobile, name: withArabicLetters(life.name.text) };
}

function lineAmount(line: Line, day: Day, lastDay: Day): Minor {
  return priceOn(line.product.price, day, lastDay) * line.quantity;
}

function boughtOf(line: Line, number: string, amount: Minor): FactData {
  const { sku, name } = line.product;
  return {
    order: number,
    sku,
    product: name,
    category: categoryName(line.product),
    quantity: line.quantity,
    amount,
  };
}

function giveBack(life: Life, order: Order, source: PretendSource, where: FactData): void {
  const { chance, diary } = life;
  const whole = chance.is(0.6);
  const amount = whole
    ? order.amount
    : Math.max(10_000, Math.round((order.amount * chance.int(20, 70)) / 1_000_000) * 10_000);
  const at = order.at + chance.int(1, 9) * MS_PER_DAY + chance.int(0, 7_200) * 1_000;
  diary.tell('order.returned', at, source, {
    order: order.number,
    number: `R-${order.number}`,
    amount,
    reason: chance.pick(RETURN_REASONS),
    ...where,
  });
}
