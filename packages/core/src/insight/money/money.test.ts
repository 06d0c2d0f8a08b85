import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayFrom } from '../../values/index.ts';
import type { Buyer, OrderKept, Touch } from '../buyer.ts';
import { type Acquisition, acquisitionSchema, acquisitionWalk } from './acquisition.ts';
import { creditsOf } from './attribution.ts';
import { checkedCost, costColumns, costOfLine } from './cost-lines.ts';
import { type CostLine, costWithin, sharedOut } from './costs.ts';
import { type MarginBasis, marginOf } from './margin.ts';
import { cumulative, returnsOf, returnsSchema } from './returns.ts';
import { rungCosts } from './rung-costs.ts';

const day = (text: string): number => {
  const [year = 0, month = 0, date = 0] = text.split('-').map(Number);
  return dayFrom('gregorian', year, month, date) ?? 0;
};
const TODAY = day('2026-06-30');
const basis: MarginBasis = { rate: 0.4, rateFrom: 'stated', unitCosts: new Map([['قهوه', 600]]) };
const order = (on: string, amount: number, more: Partial<OrderKept> = {}): OrderKept => ({
  day: day(on),
  hour: null,
  amount,
  returned: 0,
  discount: 0,
  channel: null,
  branch: null,
  lines: [],
  ...more,
});
const touch = (on: string, channel: string | null, campaign: string | null = null): Touch => ({
  day: day(on),
  channel,
  campaign,
});
let made = 0;
const buyer = (orders: readonly OrderKept[], touches: readonly Touch[] = []): Buyer => ({
  person: `p${++made}`,
  orders,
  touches,
  complaints: 0,
  referrals: 0,
});
const acquired = (buyers: readonly Buyer[], question: Partial<MarginBasis> = {}): Acquisition => {
  const walk = acquisitionWalk({ calendar: 'gregorian', today: TODAY, basis: { ...basis, ...question } });
  for (const one of buyers) walk.take(one);
  return acquisitionSchema.parse(walk.result());
};
const cost = (
  channel: string | null,
  from: string,
  to: string,
  amount: number,
  campaign: string | null = null,
): CostLine => ({
  channel,
  campaign,
  from: day(from),
  to: day(to),
  amount,
});
const year = { from: day('2026-01-01'), to: TODAY, horizonMonths: 12 };

describe('the margin of an order', () => {
  const line = (item: string, quantity: number, amount: number | null) => ({
    item,
    category: null,
    quantity,
    amount,
  });

  test('is by the rate where nothing else is known, of what was kept', () => {
    expect(marginOf(order('2026-01-01', 1000, { returned: 250 }), basis)).toEqual({
      revenue: 750,
      margin: 300,
      costed: 0,
    });
  });

  test('is by unit cost where the line has one, and by the rate for the rest', () => {
    const lines = [line('قهوه', 2, 2000), line('کیک', 1, 1000)];
    expect(marginOf(order('2026-01-01', 3000, { lines }), basis)).toEqual({
      revenue: 3000,
      margin: 800 + 400,
      costed: 2000,
    });
  });

  test('bears a discount on the whole order, and can be a loss', () => {
    const lines = [line('قهوه', 2, 2000)];
    expect(marginOf(order('2026-01-01', 1000, { lines }), basis).margin).toBe(1000 - 1200);
  });

  test('of an order given back whole, or of nothing, is nothing', () => {
    expect(marginOf(order('2026-01-01', 1000, { returned: 1000 }), basis).margin).toBe(0);
    expect(marginOf(order('2026-01-01', 0), basis).margin).toBe(0);
    expect(marginOf(order('2026-01-01', -5), basis).margin).toBe(0);
  });
});

describe('who is thanked', () => {
  test('the first touch, the last before the first order, and all of them alike', () => {
    const { from, credits } = creditsOf(
      buyer(
        [order('2026-02-10', 100, { channel: 'shop' })],
        [
          touch('2026-01-01', 'instagram', 'nowruz'),
          touch('2026-02-01', 'sms'),
          touch('2026-02-09', 'sms'),
          touch('2026-03-01', 'late'),
        ],
      ),
    );
    expect(from).toBe('touches');
    expect(credits.first).toEqual([{ channel: 'instagram', campaign: 'nowruz', share: 1 }]);
    expect(credits.last).toEqual([{ channel: 'sms', campaign: null, share: 1 }]);
    expect(credits.even.map(({ channel, share }) => [channel, Math.round(share * 300)])).toEqual([
      ['instagram', 100],
      ['sms', 200],
    ]);
  });

  test('without a touch the channel of the first order, and without that nobody', () => {
    expect(creditsOf(buyer([order('2026-02-10', 100, { channel: 'shop' })])).credits.first[0]?.channel).toBe(
      'shop',
    );
    expect(creditsOf(buyer([order('2026-02-10', 100)]))).toMatchObject({
      from: 'nothing',
      credits: { even: [{ channel: null, share: 1 }] },
    });
  });
});

describe('costs', () => {
  test('are laid evenly over their days', () => {
    expect(
      costWithin(cost('x', '2026-01-01', '2026-01-10', 1000), day('2026-01-06'), day('2026-02-01')),
    ).toBe(500);
    expect(
      costWithin(cost('x', '2026-01-01', '2026-01-10', 1000), day('2026-02-01'), day('2026-03-01')),
    ).toBe(0);
  });

  test('shared out add up to what was spent', () => {
    expect(sharedOut(100, [1, 1, 1])).toEqual([34, 33, 33]);
    expect(sharedOut(100, [0, 0])).toEqual([0, 0]);
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1e12 }),
        fc.array(fc.nat(1000), { minLength: 1, maxLength: 12 }),
        (amount, weights) => {
          const parts = sharedOut(amount, weights);
          expect(parts.reduce((a, b) => a + b, 0)).toBe(weights.some((weight) => weight > 0) ? amount : 0);
          for (const part of parts) expect(Number.isInteger(part)).toBe(true);
        },
      ),
      { numRuns: 50 },
    );
  });

  test('are read from a list as people keep it', () => {
    const columns = costColumns(['تاریخ', 'پایان', 'کانال', 'مبلغ', 'نوع']);
    if (!columns.ok) throw new Error(columns.refusal.code);
    const business = { zone: 'Asia/Tehran', money: { currency: 'IRR', unit: 'toman' } } as const;
    const read = (...cells: string[]) => costOfLine(cells, columns.value, business);
    expect(read('۱۴۰۵/۰۱/۰۱', '1405/01/31', 'اینستاگرام', '۲٬۵۰۰٬۰۰۰', 'تبلیغات')).toEqual({
      ok: true,
      value: {
        from: day('2026-03-21'),
        to: day('2026-04-20'),
        channel: 'اینستاگرام',
        campaign: null,
        kind: 'media',
        amount: 25_000_000,
        note: '',
      },
    });
    expect(read('1405/01/01', '', '', '10', '')).toMatchObject({
      value: { to: day('2026-03-21'), channel: null, kind: 'other' },
    });
    expect(read('1405/01/01', '', '', '10', 'چیز')).toMatchObject({ refusal: { code: 'cost_kind_unknown' } });
    expect(read('1405/02/01', '1405/01/01', '', '10', '')).toMatchObject({
      refusal: { code: 'cost_period_wrong' },
    });
    expect(read('1405/02/01', '', '', '0', '')).toMatchObject({ refusal: { code: 'cost_not_positive' } });
    expect(costColumns(['نام'])).toMatchObject({ refusal: { code: 'cost_columns_missing' } });
    expect(
      checkedCost({ channel: ' ', campaign: null, kind: 'other', from: 1, to: 1, amount: 1, note: '' }),
    ).toMatchObject({ value: { channel: null } });
  });
});

describe('cost and return', () => {
  /** Ten people a month come by Instagram from January to March, and buy for 1000 then and each month after. */
  const shop = (): Buyer[] =>
    ['01', '02', '03'].flatMap((month) =>
      Array.from({ length: 10 }, () =>
        buyer(
          [month, '04', '05', '06'].map((one) => order(`2026-${one}-05`, 1000)),
          [touch(`2026-${month}-01`, 'instagram', 'spring')],
        ),
      ),
    );

  test('what a customer cost, leaves and when they have paid it back', () => {
    const told = returnsOf(
      acquired(shop()),
      [cost('instagram', '2026-01-01', '2026-03-31', 18_000, 'spring')],
      year,
    );
    const [channel] = told.first.channels;
    expect(channel).toMatchObject({
      channel: 'instagram',
      customers: 30,
      cost: 18_000,
      costPerCustomer: 600,
      margin: 48_000,
    });
    expect(channel?.returnOnCost).toBeCloseTo(30 / 18, 12);
    // 400 at once, and the second 400 within the second to fourth month of life.
    expect(channel?.payback.months).not.toBeNull();
    expect(channel?.payback.months).toBeGreaterThan(1);
    expect(channel?.valueToCost).toBeCloseTo((channel?.value?.mean ?? 0) / 600, 12);
    expect(told.last).toEqual(told.first);
    expect(told.costPerCustomer).toBe(600);
    expect(told.first.campaigns).toMatchObject([{ campaign: 'spring', costPerCustomer: 600 }]);
  });

  test('wages belong to no channel and are borne by all, by what each cost', () => {
    const buyers = [
      ...shop(),
      ...Array.from({ length: 5 }, () => buyer([order('2026-04-01', 500, { channel: 'radio' })])),
    ];
    const told = returnsOf(
      acquired(buyers),
      [
        cost('instagram', '2026-01-01', '2026-01-31', 9000),
        cost('radio', '2026-04-01', '2026-04-30', 3000),
        cost(null, '2026-01-01', '2026-06-30', 4001),
      ],
      year,
    );
    expect(told.first.channels.map(({ channel, direct, shared }) => [channel, direct, shared])).toEqual([
      ['instagram', 9000, 3001],
      ['radio', 3000, 1000],
    ]);
    expect(told.cost).toBe(16_001);
    expect(told.first.channels.reduce((sum, one) => sum + one.cost, 0)).toBe(16_001);
  });

  test('who came from nowhere known has a row of their own', () => {
    const told = returnsOf(acquired([buyer([order('2026-04-01', 500)])]), [], year);
    expect(told.first.channels).toMatchObject([
      { channel: null, customers: 1, costPerCustomer: null, returnOnCost: null, valueToCost: null },
    ]);
    expect(told.knownBy).toEqual({ touches: 0, order: 0, nothing: 1 });
  });

  test('a channel that brought nobody says so without dividing', () => {
    const told = returnsOf(acquired([]), [cost('tv', '2026-01-01', '2026-01-31', 500)], year);
    expect(told.even.channels).toMatchObject([
      { channel: 'tv', customers: 0, costPerCustomer: null, returnOnCost: -1, value: null },
    ]);
  });

  test('an order dated after the run is not there yet', () => {
    expect(acquired([buyer([order('2026-09-01', 500)])]).customers).toBe(0);
  });

  test('young customers count in the months they have had', () => {
    expect(cumulative({ observed: [10, 5], margin: [100, 100] })).toEqual([10, 30]);
    expect(cumulative(undefined)).toEqual([]);
  });

  test('names without end are folded and told', () => {
    const buyers = Array.from({ length: 130 }, (_, i) =>
      buyer([order('2026-04-01', 500, { channel: `c${i}` })]),
    );
    const told = acquired(buyers);
    expect(told.folded).toBe(30);
    expect(told.first.curves.length).toBe(101);
  });

  test('every figure is finite, and money is whole, whatever the orders', () => {
    const orders = fc.array(
      fc.record({
        day: fc.integer({ min: TODAY - 900, max: TODAY + 20 }),
        amount: fc.oneof(fc.integer({ min: -10, max: 1e12 }), fc.constant(0)),
        returned: fc.integer({ min: 0, max: 1e12 }),
        channel: fc.constantFrom('a', 'b', null),
      }),
      { minLength: 1, maxLength: 8 },
    );
    fc.assert(
      fc.property(
        fc.array(orders, { maxLength: 12 }),
        fc.array(fc.constantFrom('a', 'b', null), { maxLength: 4 }),
        (people, channels) => {
          const buyers = people.map((some) =>
            buyer(some.map((one) => order('2026-01-01', one.amount, one)).sort((a, b) => a.day - b.day)),
          );
          const costs = channels.map((channel) => cost(channel, '2026-01-01', '2026-05-01', 12_345));
          const told = returnsSchema.parse(returnsOf(acquired(buyers), costs, year));
          for (const rule of ['first', 'last', 'even'] as const) {
            expect(told[rule].channels.reduce((sum, one) => sum + one.cost, 0)).toBe(
              told[rule].channels.length === 0 ? 0 : told.cost,
            );
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('the cost of reaching a rung', () => {
  test('by all climbs, and by those that would not have happened', () => {
    const tried = { treated: { people: 1000, count: 150 }, held: { people: 1000, count: 100 } };
    const [client, advocate] = rungCosts(90_000, [
      { rung: 'client', climbs: 300, tried },
      { rung: 'advocate', climbs: 0, tried: null },
    ]);
    expect(client).toMatchObject({ costPerClimb: 300, aboveHeld: { cost: 900 } });
    expect(client?.aboveHeld?.climbs).toBeCloseTo(50, 9);
    expect(advocate).toEqual({ rung: 'advocate', climbs: 0, costPerClimb: null, aboveHeld: null });
    const [none] = rungCosts(90_000, [
      { rung: 'client', climbs: 300, tried: { ...tried, treated: { people: 1000, count: 80 } } },
    ]);
    expect(none?.aboveHeld).toMatchObject({ share: 0, cost: null });
  });
});
