import { describe, expect, test } from 'vitest';
import { seededChance } from '../testing/index.ts';
import { aucOf, calibrationOf } from './accuracy.ts';
import { cellsOf, type BuyingHistory } from './cells.ts';
import { customersOf, seenAt, type Purchase } from './customers.ts';
import { fitModels } from './fit.ts';
import { forecast, type ForecastQuestion } from './forecast.ts';
import type { ModelName } from './model.ts';
import { simulateCustomer, type Behaviour } from './simulate.ts';
import { fitSpending } from './spending.ts';
import { fitSubscriptions, survivalAt } from './subscriptions.ts';

function pretended(behaviour: Behaviour, people: number, seed: number): BuyingHistory[] {
  const chance = seededChance(seed);
  return Array.from({ length: people }, () =>
    simulateCustomer(() => chance.next(), behaviour, chance.int(300, 700)),
  );
}

const afterOrders = { kind: 'after_orders', a: 0.8, b: 2.5 } as const;
const cases: readonly [ModelName, Behaviour, readonly number[]][] = [
  ['bg-nbd', { r: 0.6, alpha: 90, leaving: { ...afterOrders, atFirst: false } }, [0.6, 90, 0.8, 2.5]],
  ['mbg-nbd', { r: 0.6, alpha: 90, leaving: { ...afterOrders, atFirst: true } }, [0.6, 90, 0.8, 2.5]],
  [
    'pareto-nbd',
    { r: 0.6, alpha: 90, leaving: { kind: 'at_any_time', s: 0.7, beta: 120 } },
    [0.6, 90, 0.7, 120],
  ],
  ['nbd', { r: 0.6, alpha: 90, leaving: { kind: 'never' } }, [0.6, 90]],
];

describe('parameters come back from pretended people', () => {
  test.each(cases)('%s, within four standard errors', (name, behaviour, wanted) => {
    const [fitted] = fitModels(cellsOf(pretended(behaviour, 30_000, 5)), [name], 1);
    const parameters = Object.entries(fitted?.model.parameters ?? {});
    parameters.forEach(([key, value], i) => {
      const error = fitted?.standardErrors[key] ?? Number.NaN;
      // Time is cut into whole days, which moves the rate of buying a little.
      expect(Math.abs(value - (wanted[i] ?? 0)), key).toBeLessThan(4 * error + 0.03 * (wanted[i] ?? 0));
    });
    expect(fitted?.verdict).toBe(name === 'nbd' ? 'no_leaving_assumed' : 'leaving_found');
  });

  test('where nobody leaves, leaving is not told from slow buying, and everybody is scored all the same', () => {
    const people = pretended({ r: 2, alpha: 60, leaving: { kind: 'never' } }, 4000, 9);
    for (const { model, verdict } of fitModels(cellsOf(people), ['bg-nbd', 'mbg-nbd', 'pareto-nbd'], 7)) {
      expect(verdict).toBe('leaving_not_told_from_slow_buying');
      expect(model.expected(5, 40, 50, 13)).toBeGreaterThan(0);
    }
  });

  test('the unit changes parameters that count in time, and the logarithm of the likelihood by Σx·ln 7', () => {
    const cells = cellsOf(pretended(cases[2]?.[1] as Behaviour, 3000, 3));
    const [days, weeks] = [1, 7].map((unit) => fitModels(cells, ['pareto-nbd'], unit)[0]);
    let orders = 0;
    for (let i = 0; i < cells.size; i++) orders += (cells.x[i] ?? 0) * (cells.weight[i] ?? 0);
    expect(weeks?.model.parameters['alpha']).toBeCloseTo((days?.model.parameters['alpha'] ?? 0) / 7, 8);
    expect((weeks?.logLikelihood ?? 0) - (days?.logLikelihood ?? 0)).toBeCloseTo(orders * Math.log(7), 6);
  });
});

test('subscriptions: the printed cohorts', () => {
  const high = fitSubscriptions(1000, [869, 743, 653, 593, 551, 517, 491]);
  expect([high?.a.toFixed(4), high?.b.toFixed(4)]).toEqual(['0.6681', '3.8061']);
  expect(high?.logLikelihood).toBeCloseTo(-1611.158, 3);
  const regular = fitSubscriptions(1000, [631, 468, 382, 326, 289, 262, 241]);
  expect([regular?.a.toFixed(4), regular?.b.toFixed(4)]).toEqual(['0.7041', '1.1820']);
  expect(regular?.logLikelihood).toBeCloseTo(-1680.265, 3);
  expect(survivalAt({ a: 1, b: 1 }, 3)).toBeCloseTo(1 / 4, 12);
  expect(fitSubscriptions(10, [10, 10])).toBeNull();
});

describe('strange shops', () => {
  const question: ForecastQuestion = {
    from: null,
    until: 400,
    horizon: 90,
    daysPerUnit: 7,
    margin: 0.3,
    discount: 0.0027,
  };
  const bought = (customer: string, day: number, amount: number | null = 10): Purchase => ({
    customer,
    day,
    amount,
  });
  const crowd = Array.from({ length: 60 }, (_, i) => [
    bought(`c${i}`, i, 5 + i),
    ...Array.from({ length: i % 7 }, (__, j) => bought(`c${i}`, i + 13 * (j + 1), 9 + j)),
  ]).flat();
  const shops: Record<string, Purchase[]> = {
    'one customer with one order': [bought('a', 100)],
    'one order each': Array.from({ length: 40 }, (_, i) => bought(`c${i}`, i)),
    'all on the day of the cut': Array.from({ length: 40 }, (_, i) => bought(`c${i}`, 400)),
    'amounts of zero and below': [...crowd, bought('c1', 60, 0), bought('c2', 70, -30)],
    'refunds above purchases': crowd.map((one) => [one, { ...one, amount: -2 * (one.amount ?? 0) }]).flat(),
    'an order after the cut': [...crowd, bought('c3', 401), bought('late', 450)],
    'ten thousand orders by one person': [
      ...crowd,
      ...Array.from({ length: 10_000 }, (_, i) => bought('busy', i % 400)),
    ],
    'no amounts': crowd.map((one) => ({ ...one, amount: null })),
    'amounts that are no numbers': [...crowd, bought('c4', 30, Number.NaN)],
  };

  test.each(Object.entries(shops))('%s: no figure is anything but a number', (_, purchases) => {
    const answer = forecast(customersOf(purchases), question);
    if (!answer.ok) throw new Error(answer.refusal.code);
    expect(
      JSON.stringify(answer.value, (_key, value) => (Number.isNaN(value) ? 'NaN' : value)),
    ).not.toContain('NaN');
    const { models, value } = answer.value;
    expect(Number.isFinite(value.expectedTransactions)).toBe(true);
    for (const { model, logLikelihood } of models) {
      expect(Number.isFinite(logLikelihood)).toBe(true);
      for (const size of Object.values(model.parameters)) expect(Number.isFinite(size)).toBe(true);
    }
  });

  test('nobody at all is refused', () => {
    expect(forecast([], question)).toMatchObject({ ok: false, refusal: { code: 'forecast_no_customers' } });
  });

  test('orders of one day are one, the day of the cut counts, what came back is no order', () => {
    const people = customersOf([
      bought('a', 10, 5),
      bought('a', 10, 6),
      bought('a', 20, 8),
      bought('a', 22, -3),
      bought('a', 25, 4),
    ]);
    expect(seenAt(people, { from: null, until: 20, horizon: 5 })).toEqual([
      { customer: 'a', repeats: 1, recency: 10, age: 10, mean: 5, after: 1 },
    ]);
    expect(seenAt(people, { from: 11, until: 20, horizon: 5 })).toEqual([]);
  });
});

test('a fit of spending needs two people who spent', () => {
  expect(fitSpending([{ x: 3, mean: 10 }])).toBeNull();
  expect(fitSpending([])).toBeNull();
});

test('AUC counts ties half, and calibration puts the ends into bins', () => {
  expect(aucOf([1, 2, 2, 3], [false, false, true, true])).toBe(0.875);
  expect(aucOf([1, 1], [true, true])).toBeNull();
  expect(calibrationOf([0, 1], [false, true]).map(({ people }) => people)).toEqual([1, 1]);
});
