import { describe, expect, test } from 'vitest';
import { seededChance } from '../../testing/index.ts';
import { nightly } from '../../testing/properties.ts';
import { modelOf } from '../fit.ts';
import type { ModelName } from '../model.ts';
import { foretellerAhead, foretoldBy, ordersAhead } from './orders-ahead.ts';
import { simulateAhead } from './simulate-ahead.ts';

const BG = [0.243, 4.414, 0.793, 2.426];
const PARETO = [0.5534, 10.5802, 0.6061, 11.6562];

describe('the chances of a number of orders', () => {
  test('are the printed ones for new customers in 39 weeks', () => {
    const bg = ordersAhead(modelOf('bg-nbd', BG), 0, 0, 0, 39);
    [0.5737864, 0.1993953, 0.0854298, 0.0458604, 0.0276715, 0.0179655].forEach((wanted, n) =>
      expect(Math.abs((bg[n] ?? 0) - wanted), `BG ${n}`).toBeLessThan(1e-7),
    );
    const pareto = ordersAhead(modelOf('pareto-nbd', PARETO), 0, 0, 0, 39);
    [0.5935759, 0.1655844, 0.082498, 0.0490462, 0.0316996, 0.0214874].forEach((wanted, n) =>
      expect(Math.abs((pareto[n] ?? 0) - wanted), `Pareto ${n}`).toBeLessThan(1e-7),
    );
  });

  const models: readonly [ModelName, readonly number[]][] = [
    ['bg-nbd', BG],
    ['mbg-nbd', [0.5248, 6.183, 0.8914, 1.614]],
    ['pareto-nbd', PARETO],
    ['pareto-nbd', [3, 40, 900, 9000]],
    ['pareto-nbd', [10.465, 0.00798565181, 3.0516, 2.82]],
    ['nbd', [0.3848, 12.072]],
    ['bg-nbd', [2, 10, 1, 1e6]],
  ];
  const seen: readonly [number, number, number, number][] = [
    [0, 0, 39, 13],
    [2, 30.43, 38.86, 39],
    [26, 30.86, 31, 52],
    [10, 20, 39, 390],
    [300, 100, 104, 52],
    [10_000, 700, 720, 365],
  ];

  test.each(models)(
    'read of people one after the other are those of each alone: %s %j',
    (name, parameters) => {
      const model = modelOf(name, parameters);
      const ahead = foretellerAhead(model, 39);
      for (const [x, recency, age] of [
        [2, 30, 39],
        [2, 12, 39],
        [2, 12, 60],
        [3, 12, 60],
        [0, 0, 60],
        [40, 60, 60],
      ] as const) {
        const told = ahead(x, recency, age);
        const alone = foretoldBy(ordersAhead(model, x, recency, age, 39));
        expect([told.low, told.high]).toEqual([alone.low, alone.high]);
        for (const figure of ['expected', 'square', 'none'] as const)
          expect(told[figure]).toBeCloseTo(alone[figure], 11);
      }
    },
  );
  test.each(models)(
    'sum to 1 and agree with the expectation and the chance of none: %s %j',
    (name, parameters) => {
      const model = modelOf(name, parameters);
      for (const [x, recency, age, time] of seen) {
        const chances = ordersAhead(model, x, recency, age, time);
        const { expected, none, low, high } = foretoldBy(chances);
        const sum = chances.reduce((total, chance) => total + chance, 0);
        const wanted = model.expected(x, recency, age, time);
        expect(sum).toBeCloseTo(1, 6);
        expect(Math.abs(expected - wanted), `${x}`).toBeLessThan(1e-5 * wanted + 1e-6);
        expect(none).toBeCloseTo(model.quiet(x, recency, age, time), 8);
        expect(low).toBeLessThanOrEqual(high);
        expect(chances.every((chance) => chance >= 0)).toBe(true);
      }
    },
  );
});

describe('intervals hold what they say', () => {
  const afterOrders = { kind: 'after_orders', a: 0.8, b: 2.5 } as const;
  const cases = [
    ['bg-nbd', [0.6, 90, 0.8, 2.5], { ...afterOrders, atFirst: false }],
    ['mbg-nbd', [0.6, 90, 0.8, 2.5], { ...afterOrders, atFirst: true }],
    ['pareto-nbd', [0.6, 90, 0.7, 120], { kind: 'at_any_time', s: 0.7, beta: 120 }],
    ['nbd', [0.6, 90], { kind: 'never' }],
  ] as const;
  test.each(cases)('%s: of pretended people as many as were foretold', (name, parameters, leaving) => {
    const people = nightly ? 100_000 : 6_000;
    const chance = seededChance(11);
    const model = modelOf(name, parameters);
    let [held, inside, below] = [0, 0, 0];
    for (let i = 0; i < people; i++) {
      const { repeats, recency, age, after } = simulateAhead(
        () => chance.next(),
        { r: 0.6, alpha: 90, leaving },
        { age: chance.int(200, 500), horizon: 180 },
      );
      const chances = ordersAhead(model, repeats, recency, age, 180);
      const { low, high } = foretoldBy(chances);
      if (after >= low && after <= high) held++;
      // With the chance of what came shared out evenly, below the tenth percentile come a tenth: neither more nor less.
      let under = 0;
      for (let n = 0; n < Math.min(after, chances.length); n++) under += chances[n] as number;
      const place = under + chance.next() * (chances[after] ?? 0);
      if (place > 0.1 && place < 0.9) inside++;
      if (place <= 0.1) below++;
    }
    const wide = 4 / Math.sqrt(people);
    expect(held / people).toBeGreaterThan(0.8 - wide);
    expect(Math.abs(inside / people - 0.8)).toBeLessThan(0.4 * wide + 0.005);
    expect(Math.abs(below / people - 0.1)).toBeLessThan(0.3 * wide + 0.005);
  });
});
