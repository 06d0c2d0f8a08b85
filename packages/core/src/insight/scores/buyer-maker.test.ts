import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Criteria, evaluate } from '../../criteria/index.ts';
import { seededChance } from '../../testing/index.ts';
import { BuyerMaker } from './buyer-maker.ts';
import { orderDays } from './order-days.ts';

const told = (order: string | null, day: number, amount: number) => ({
  order,
  day,
  hour: null,
  amount,
  discount: 0,
  channel: null,
  branch: null,
});

describe('orders that were kept', () => {
  test('a second payment is a part of the order, on the day of the first', () => {
    const maker = new BuyerMaker();
    maker.paid(told('1', 10, 500));
    maker.paid(told('1', 20, 300));
    expect(maker.finish('p')?.orders).toMatchObject([{ day: 10, amount: 800, returned: 0 }]);
  });

  test('given back whole, before or after it was told, it is no order; in part it stays with what came back', () => {
    const maker = new BuyerMaker();
    maker.paid(told('1', 10, 500));
    maker.returned('1', 12, 500);
    maker.returned('2', 12, 100);
    maker.paid(told('2', 13, 500));
    expect(maker.finish('p')?.orders).toMatchObject([{ day: 13, amount: 500, returned: 100 }]);
    maker.paid(told('3', 13, 500));
    maker.returned('3', 13, 900);
    expect(maker.finish('q')).toBeNull();
  });

  test('a return that names no order is taken from what was paid last before it, and what is left over is counted', () => {
    const maker = new BuyerMaker();
    maker.paid(told('1', 10, 500));
    maker.paid(told('2', 20, 300));
    maker.paid(told('3', 40, 900));
    maker.returned(null, 30, 1000);
    expect(maker.finish('p')?.orders.map(({ returned }) => returned)).toEqual([500, 300, 0]);
    expect(maker.oddities.returnsAbovePaid).toBe(1);
  });

  test('lines stand with their order, and the next person begins with nothing', () => {
    const maker = new BuyerMaker();
    const line = { item: 'tea', category: null, quantity: 1, amount: null };
    maker.paid(told('1', 10, 500));
    maker.bought('1', line);
    maker.bought('9', line);
    maker.touched({ day: 3, channel: 'ad', campaign: null });
    maker.complained();
    maker.referred();
    expect(maker.finish('p')).toMatchObject({
      person: 'p',
      orders: [{ lines: [line] }],
      touches: [{ day: 3 }],
      complaints: 1,
      referrals: 1,
    });
    expect(maker.oddities.linesOfUnknownOrders).toBe(1);
    maker.paid(told('1', 11, 5));
    expect(maker.finish('q')).toMatchObject({
      orders: [{ day: 11, lines: [] }],
      touches: [],
      complaints: 0,
      referrals: 0,
    });
  });
});

const DAY = 86_400_000;
const QUESTION = { zone: 'UTC', calendar: 'gregorian' } as const;

test('as many are kept, and as much, as the ladder says', () => {
  fc.assert(
    fc.property(fc.integer(), (seed) => {
      const chance = seededChance(seed);
      const facts = Array.from({ length: chance.int(1, 12) }, (_, i) => {
        const isReturn = chance.next() < 0.4;
        return {
          type: isReturn ? 'order.returned' : 'order.paid',
          at: (100 + i) * DAY,
          data: { order: `o${chance.int(1, 5)}`, amount: chance.int(1, 4) * 100 },
        };
      });
      const maker = new BuyerMaker();
      for (const { type, at, data } of facts) {
        if (type === 'order.paid') maker.paid(told(data.order, at / DAY, data.amount));
        else maker.returned(data.order, at / DAY, data.amount);
      }
      const orders = maker.finish('p')?.orders ?? [];
      const kept = (measure: 'count' | 'sum'): unknown => {
        const criteria = {
          measure,
          of: 'order.paid',
          kept: true,
          ...(measure === 'sum' ? { field: 'amount' } : {}),
          atLeast: 1,
        } as Criteria;
        const { because } = evaluate(criteria, { knownSince: 0, facts }, 200 * DAY, QUESTION);
        return because.kind === 'condition' ? because.measured : null;
      };
      expect(kept('count')).toBe(orders.length);
      expect(kept('sum')).toBe(orders.reduce((sum, { amount, returned }) => sum + amount - returned, 0));
    }),
    { numRuns: 50 },
  );
});

test('order days are told as they are today and as they were at the cut', () => {
  const order = (day: number, amount: number, returned = 0) => ({
    ...told(null, day, amount),
    returned,
    lines: [],
  });
  expect(
    orderDays([order(10, 100), order(10, 50), order(20, 300, 100), order(20, 60), order(35, 40)], 25),
  ).toEqual({
    first: 10,
    last: 35,
    repeats: 2,
    mean: 150,
    spent: 450,
    atCut: { repeats: 1, last: 20, after: 1 },
  });
  expect(orderDays([order(30, 5)], 25).atCut).toBeNull();
});
