import { describe, expect, test } from 'vitest';
import { seededChance } from '../testing/index.ts';
import { type BuyingHistory, type Cells, cellsOf } from './cells.ts';
import { coarseCells } from './coarse-cells.ts';
import { fitModels, modelOf } from './fit.ts';
import type { ModelName } from './model.ts';
import { type Behaviour, simulateCustomer } from './simulate.ts';

const DAYS = 1500;

function crowd(behaviour: Behaviour, people: number, seed: number): BuyingHistory[] {
  const chance = seededChance(seed);
  return Array.from({ length: people }, () =>
    simulateCustomer(() => chance.next(), behaviour, chance.int(1, DAYS)),
  );
}

const leaving: Behaviour = { r: 0.7, alpha: 90, leaving: { kind: 'at_any_time', s: 0.7, beta: 120 } };
const staying: Behaviour = { r: 0.7, alpha: 90, leaving: { kind: 'never' } };

/** The sum of what the fitted model itself says of every person: nothing of the fit is in it. */
function likelihoodOf(cells: Cells, name: ModelName): { readonly told: number; readonly summed: number } {
  const [fitted] = fitModels(cells, [name], 1);
  let summed = 0;
  for (let i = 0; i < cells.size; i++)
    summed +=
      (cells.weight[i] as number) *
      (fitted?.model.logLikelihood(
        cells.x[i] as number,
        cells.recency[i] as number,
        cells.age[i] as number,
      ) ?? Number.NaN);
  return { told: fitted?.logLikelihood ?? Number.NaN, summed };
}

describe('cells of longer days', () => {
  test('hold the same people with the same orders, on few cells', () => {
    const cells = cellsOf(crowd(leaving, 40_000, 2));
    const coarse = coarseCells(cells);
    if (coarse === null) throw new Error('there were enough cells');
    const sums = ({ size, x, weight }: Cells): readonly number[] => {
      let [people, orders] = [0, 0];
      for (let i = 0; i < size; i++) {
        people += weight[i] as number;
        orders += (weight[i] as number) * (x[i] as number);
      }
      return [people, orders];
    };
    expect(sums(coarse.cells)).toEqual(sums(cells));
    expect(coarse.cells.size).toBeLessThanOrEqual(8192);
    expect(Math.abs(coarse.cells.days * coarse.days - cells.days)).toBeLessThanOrEqual(coarse.days);
    for (let i = 0; i < coarse.cells.size; i++)
      expect(coarse.cells.recency[i]).toBeLessThanOrEqual(coarse.cells.age[i] ?? -1);
  });

  test('are not made of few', () => {
    expect(coarseCells(cellsOf(crowd(leaving, 500, 2)))).toBeNull();
  });
});

describe('a fit that comes from beside the maximum', () => {
  test.each<ModelName>(['bg-nbd', 'mbg-nbd', 'pareto-nbd'])('is at the maximum of all cells: %s', (name) => {
    const cells = cellsOf(crowd(leaving, 40_000, 2));
    expect(coarseCells(cells)).not.toBeNull();
    const [fitted] = fitModels(cells, [name], 1);
    if (fitted === undefined) throw new Error('nothing was fitted');
    const { told, summed } = likelihoodOf(cells, name);
    // Three nodes a day of the integral of Pareto/NBD come to 1e-6 of a person's.
    expect(Math.abs(told / summed - 1)).toBeLessThan(1e-7);
    expect(fitted.verdict).toBe('leaving_found');
    // Wherever it is left by a tenth of a standard error, all people together are worse off.
    const values = Object.entries(fitted.model.parameters);
    const at = (parameters: readonly number[]): number => {
      const model = modelOf(name, parameters);
      let sum = 0;
      for (let i = 0; i < cells.size; i++)
        sum +=
          (cells.weight[i] as number) *
          model.logLikelihood(cells.x[i] as number, cells.recency[i] as number, cells.age[i] as number);
      return sum;
    };
    const best = at(values.map(([, value]) => value));
    for (const [place, [parameter]] of values.entries()) {
      const step = (fitted.standardErrors[parameter] ?? Number.NaN) / 10;
      for (const by of [step, -step])
        expect(at(values.map(([, value], i) => (i === place ? value + by : value)))).toBeLessThan(best);
    }
  });

  test('says of people who never leave that leaving is not told from slow buying, and is no worse than without it', () => {
    const cells = cellsOf(crowd(staying, 30_000, 4));
    expect(coarseCells(cells)).not.toBeNull();
    const [nbd, ...others] = fitModels(cells, ['nbd', 'bg-nbd', 'mbg-nbd', 'pareto-nbd'], 7);
    for (const { model, verdict, logLikelihood } of others) {
      expect(verdict, model.name).toBe('leaving_not_told_from_slow_buying');
      expect(logLikelihood, model.name).toBeGreaterThan((nbd?.logLikelihood ?? 0) - 0.01);
      expect(model.expected(3, 100, 200, 90 / 7)).toBeGreaterThan(0);
    }
  });
});
