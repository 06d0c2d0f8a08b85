import { expect, test } from 'vitest';
import { seededChance } from '../../testing/index.ts';
import { foretoldBy, ordersAhead } from './orders-ahead.ts';
import { modelOf } from '../fit.ts';
import { gammaOf, type Behaviour } from '../simulate.ts';
import { simulateAhead } from './simulate-ahead.ts';
import { totalAhead } from './total-ahead.ts';
import { valueAhead } from './value-ahead.ts';

test.each([
  ['nobody', { expected: 0, variance: 0, bias: -0.1 }, 0, 0],
  ['chance alone', { expected: 100, variance: 100, bias: 0 }, 87.184484, 112.815516],
  ['a model that was a tenth off', { expected: 1000, variance: 0, bias: -0.1 }, 871.84484, 1128.15516],
  ['the same whichever way it was off', { expected: 1000, variance: 0, bias: 0.1 }, 871.84484, 1128.15516],
  ['both: 3, 4, 5', { expected: 100, variance: 9, bias: 0.04 }, 93.592242, 106.407758],
  ['never below nothing', { expected: 10, variance: 400, bias: 2 }, 0, 46.247752],
])('%s', (_, asked, low, high) => {
  const told = totalAhead(asked);
  expect(told.low).toBeCloseTo(low, 5);
  expect(told.high).toBeCloseTo(high, 3);
});

test('with the true model it holds the totals of pretended shops: of eight in ten, all but for chance', () => {
  const chance = seededChance(12);
  const draw = (): number => chance.next();
  const model = modelOf('bg-nbd', [0.9, 60, 0.8, 2.5]);
  const spend = { p: 6.25, q: 3.74, gamma: 15.44 };
  const behaviour: Behaviour = {
    r: 0.9,
    alpha: 60,
    leaving: { kind: 'after_orders', a: 0.8, b: 2.5, atFirst: false },
  };
  const [shops, people] = [150, 120];
  const held = { orders: 0, value: 0 };
  for (let shop = 0; shop < shops; shop++) {
    const sums = { orders: 0, ordersVariance: 0, value: 0, valueVariance: 0, cameOrders: 0, cameValue: 0 };
    for (let i = 0; i < people; i++) {
      const one = simulateAhead(draw, behaviour, { age: chance.int(200, 500), horizon: 365 });
      const scale = gammaOf(draw, spend.q) / spend.gamma;
      const pay = (orders: number): number =>
        Array.from({ length: orders }, () => gammaOf(draw, spend.p) / scale).reduce(
          (sum, each) => sum + each,
          0,
        );
      const mean = one.repeats === 0 ? 0 : pay(one.repeats) / one.repeats;
      const orders = foretoldBy(ordersAhead(model, one.repeats, one.recency, one.age, 365));
      const value = valueAhead(orders, spend, { x: one.repeats, mean });
      if (value === null) throw new Error('no value');
      sums.orders += orders.expected;
      sums.ordersVariance += orders.square - orders.expected ** 2;
      sums.value += value.expected;
      sums.valueVariance += value.variance;
      sums.cameOrders += one.after;
      sums.cameValue += pay(one.after);
    }
    const ofOrders = totalAhead({ expected: sums.orders, variance: sums.ordersVariance, bias: 0 });
    const ofValue = totalAhead({ expected: sums.value, variance: sums.valueVariance, bias: 0 });
    if (sums.cameOrders >= ofOrders.low && sums.cameOrders <= ofOrders.high) held.orders++;
    if (sums.cameValue >= ofValue.low && sums.cameValue <= ofValue.high) held.value++;
  }
  const error = Math.sqrt((0.8 * 0.2) / shops);
  expect(Math.abs(held.orders / shops - 0.8)).toBeLessThan(4 * error);
  expect(held.value / shops).toBeGreaterThan(0.8 - 4 * error);
});
