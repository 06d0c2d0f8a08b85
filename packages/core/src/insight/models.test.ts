import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { modelOf } from './fit.ts';
import type { BuyingModel, ModelName } from './model.ts';
import reference from './reference.fixture.json' with { type: 'json' };
import { residualOrders } from './residual.ts';
import { expectedSpend } from './spending.ts';

const bg = modelOf('bg-nbd', [0.2425945, 4.4136017, 0.7929219, 2.4259066]);
const mbg = modelOf('mbg-nbd', [0.5248431, 6.1830847, 0.8913595, 1.6140025]);
const pareto = modelOf('pareto-nbd', [0.553277, 10.5776834, 0.60624, 11.6687343]);
/** The parameters that R's BTYD prints for the same data. */
const btyd = modelOf('pareto-nbd', [0.5534, 10.5802, 0.6061, 11.6562]);

function near(value: number, wanted: number, relative: number): void {
  expect(Number.isFinite(value)).toBe(true);
  expect(Math.abs(value - wanted)).toBeLessThanOrEqual(relative * Math.abs(wanted) + 1e-300);
}

describe('against sixty digits and more', () => {
  // Made with mpmath: the textbook forms with ₂F₁ in 120 digits, in which nothing cancels that matters.
  test.each(reference)('$name $parameters at $x, $recency, $age, $time', (point) => {
    const { x, recency, age, time } = point;
    const model = modelOf(point.name as ModelName, point.parameters);
    near(model.logLikelihood(x, recency, age), point.logLikelihood, 1e-11);
    near(model.active(x, recency, age), point.active, 1e-9);
    near(model.quiet(x, recency, age, time), point.quiet, 1e-9);
    near(model.expected(x, recency, age, time), point.expected, 1e-9);
  });
});

describe('printed points', () => {
  test('of CDNOW customers', () => {
    expect(bg.expected(2, 30.43, 38.86, 39)).toBeCloseTo(1.2259069, 6);
    expect(bg.active(2, 30.43, 38.86)).toBeCloseTo(0.7266092, 6);
    expect(mbg.expected(2, 30.43, 38.86, 39)).toBeCloseTo(1.2626692, 6);
    expect(mbg.active(2, 30.43, 38.86)).toBeCloseTo(0.7061257, 6);
    expect(pareto.expected(26, 30.86, 31, 52)).toBeCloseTo(25.4563, 3);
    expect(pareto.active(26, 30.86, 31)).toBeCloseTo(0.997918, 5);
    expect(bg.expected(26, 30.86, 31, 52)).toBeCloseTo(25.759, 3);
    expect(bg.expected(26, 30.86, 31, 1)).toBeCloseTo(0.710621, 5);
  });

  test('of new customers', () => {
    const told = (model: BuyingModel, times: readonly number[]) =>
      times.map((time) => model.expectedOfNew(time));
    const wanted = [0.0531843, 0.1506308, 1.043732, 1.857958];
    told(bg, [1, 3, 32, 78]).forEach((value, i) => expect(value).toBeCloseTo(wanted[i] ?? 0, 5));
    const ofPareto = [0.0510045, 0.1461243, 1.473067, 1.909366];
    told(btyd, [1, 3, 52, 78]).forEach((value, i) => expect(value).toBeCloseTo(ofPareto[i] ?? 0, 6));
  });

  test('of no order in thirteen weeks', () => {
    const rows = [
      [0, 0, 39, 0.9384323, 0.9516112, 0.966728],
      [2, 30.43, 38.86, 0.6765364, 0.6661291, 0.6330935],
      [26, 30.86, 31, 0.0313461, 0.0347868, 0.0244247],
      [10, 20, 39, 0.9644827, 0.962693, 0.9295719],
    ] as const;
    for (const [x, recency, age, ...wanted] of rows)
      [bg, mbg, pareto].forEach((model, i) =>
        expect(model.quiet(x, recency, age, 13)).toBeCloseTo(wanted[i] ?? 0, 6),
      );
  });

  test('more orders with the same silence mean fewer to come', () => {
    const told = [10, 15, 20, 25].map((x) => btyd.expected(x, 20, 39, 52).toFixed(4));
    expect(told).toEqual(['0.7059', '0.1442', '0.0225', '0.0031']);
  });

  test('of single histories, and of those that break the textbook forms', () => {
    const ofBg = modelOf('bg-nbd', [0.25, 4, 0.8, 2.5]);
    const ofMbg = modelOf('mbg-nbd', [0.25, 4, 0.8, 2.5]);
    expect(ofBg.logLikelihood(0, 0, 40)).toBeCloseTo(-0.5994738182, 9);
    expect(ofMbg.logLikelihood(0, 0, 40)).toBeCloseTo(-0.417928262, 9);
    expect(ofBg.logLikelihood(200, 38, 40)).toBeCloseTo(100.795693093, 8);
    expect(ofMbg.logLikelihood(200, 38, 40)).toBeCloseTo(100.786909761, 8);
    const hard = modelOf('pareto-nbd', [10.465, 0.00798565181, 3.0516, 2.82]);
    expect(hard.logLikelihood(400, 5, 6)).toBeCloseTo(1323.18893, 4);
    expect(hard.logLikelihood(500, 1, 37)).toBeCloseTo(2594.40445, 4);
    expect(hard.logLikelihood(500, 4, 37)).toBeCloseTo(1888.82125, 4);
    expect(hard.active(40, 5, 6)).toBeCloseTo(0.00188513, 8);
    near(hard.active(50, 1, 37), 1.417e-96, 1e-3);
    expect(pareto.expected(132, 200, 200, 10)).toBeCloseTo(6.206813, 5);
    expect(pareto.expected(133, 200, 200, 10)).toBeCloseTo(6.253638, 5);
  });

  test('of discounted orders to come, and of what an order is worth', () => {
    const residual = residualOrders(btyd, 0.0027);
    expect(residual(0, 0, 78)).toBeCloseTo(0.18085135, 7);
    expect(residual(1, 20, 78)).toBeCloseTo(0.91376138, 7);
    expect(residual(5, 70, 78)).toBeCloseTo(10.395602, 5);
    expect(residual(7, 35, 78)).toBeCloseTo(0.88030011, 7);
    expect(residual(14, 70, 78)).toBeCloseTo(26.04886, 5);
    const note = { p: 6.25, q: 3.74, gamma: 15.44 };
    expect(expectedSpend(note, { x: 2, mean: 22.35 })).toBeCloseTo(24.6596, 1);
    expect(expectedSpend({ ...note, q: 0.9 }, { x: 0, mean: 0 })).toBeNull();
  });
});

describe('for any history', () => {
  const size = (low: number, high: number) =>
    fc.double({ min: low, max: high, noNaN: true }).map((log) => 10 ** log);
  const arbitrary = fc.record({
    name: fc.constantFrom<ModelName>('bg-nbd', 'mbg-nbd', 'pareto-nbd', 'nbd'),
    r: size(-2, 1),
    alpha: size(-2, 2),
    third: fc.oneof(fc.constant(1), size(-3, 6)),
    fourth: size(-2, 3),
    x: fc.oneof(fc.nat(20), fc.nat(10_000)),
    age: size(0, 2.5),
    part: fc.double({ min: 0, max: 1, noNaN: true }),
    ahead: fc.double({ min: 0.001, max: 10, noNaN: true }),
  });

  test('answers are finite, probabilities are such, and more time means no fewer orders', () => {
    fc.assert(
      fc.property(arbitrary, ({ name, r, alpha, third, fourth, x, age, part, ahead }) => {
        const shape = name === 'pareto-nbd' ? Math.min(third, 100) : third;
        const model = modelOf(name, [r, alpha, shape, fourth]);
        const recency = x === 0 ? 0 : age * part;
        const time = age * ahead;
        const [active, quiet] = [model.active(x, recency, age), model.quiet(x, recency, age, time)];
        for (const probability of [active, quiet]) {
          expect(probability).toBeGreaterThanOrEqual(0);
          expect(probability).toBeLessThanOrEqual(1);
        }
        const expected = model.expected(x, recency, age, time);
        const later = model.expected(x, recency, age, time * 1.5);
        expect(Number.isFinite(model.logLikelihood(x, recency, age))).toBe(true);
        expect(expected).toBeGreaterThanOrEqual(-1e-9);
        expect(Number.isFinite(later)).toBe(true);
        expect(later).toBeGreaterThanOrEqual(expected * (1 - 1e-9) - 1e-9);
        expect(model.quiet(x, recency, age, time * 1.5)).toBeLessThanOrEqual(quiet + 1e-9);
      }),
      { numRuns: 400 },
    );
  });
});
