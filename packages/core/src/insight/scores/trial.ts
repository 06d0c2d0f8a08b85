import { fitModels } from '../fit.ts';
import {
  type Baseline,
  type Best,
  bestOf,
  type ErrorOfClass,
  type ForecastOfModel,
  type Holdout,
  LARGEST_CLASS,
  MODELS,
} from '../holdout.ts';
import type { BuyingModel, ModelName } from '../model.ts';
import { byOrdersAndAge, cellsAt, type CellColumns, cellsOfColumns } from './counted-cells.ts';
import { riskCurve, type RiskCurve } from './risk-curve.ts';
import { weightedAccuracy, weightedAuc, weightedBrier, weightedCalibration } from './weighted.ts';

/** What would have been foretold at the cut, beside what came in the horizon after it. */
export interface Trial {
  readonly customers: number;
  readonly models: readonly ForecastOfModel[];
  readonly baselines: readonly Baseline[];
  /** What tells best who orders again, and so what everybody's chance of no order is taken from. */
  readonly best: Best;
  /** The model whose numbers of orders were nearest. */
  readonly counts: ModelName;
  /** What its scores meant: for a model the chance of no order it foretold, for a rule what `scoreOfRule` says. */
  readonly risk: RiskCurve;
}

/** Higher is quieter. */
export function scoreOfRule(rule: Baseline['name'], x: number, recency: number, age: number): number {
  return rule === 'days_since_last_order' ? age - recency : -x;
}

/**
 * Tries the models on the shop's own past: people as they were at the cut, counted with what came in the `horizon` days
 * after it. Null where nobody had ordered before it, or where all or none of them ordered after: then nothing can be told
 * apart. The figures are those of `forecast`, from cells instead of people.
 */
export function tryOnPast(all: CellColumns, horizon: number, daysPerUnit: number): Trial | null {
  const cells = cellsAt(all, byOrdersAndAge(all));
  const came = Array.from(cells.after, (after) => after > 0);
  const scores = (of: (x: number, recency: number, age: number) => number): Float64Array => {
    const told = new Float64Array(cells.size);
    for (let i = 0; i < told.length; i++)
      told[i] = of(cells.x[i] as number, cells.recency[i] as number, cells.age[i] as number);
    return told;
  };
  const rules = (['days_since_last_order', 'orders_so_far'] as const).map((name) => {
    const quiet = scores((x, recency, age) => scoreOfRule(name, x, recency, age));
    const auc = weightedAuc(quiet, came, cells.people);
    return { name, quiet: new Float32Array(quiet), aucActive: auc === null ? null : 1 - auc };
  });
  const time = horizon / daysPerUnit;
  const tried = fitModels(cellsOfColumns(cells), MODELS, daysPerUnit).map((fitted) => {
    const { model } = fitted;
    const expected = new Float64Array(cells.size);
    let cell = 0;
    // Both of one cell after each other: what they have in common is worked out once.
    const quiet = scores((x, recency, age) => {
      const [last, now] = [recency / daysPerUnit, age / daysPerUnit];
      expected[cell++] = model.expected(x, last, now, time);
      return model.quiet(x, last, now, time);
    });
    // Kept to seven digits until the best is known: of all the thread's memory this stands beside the most.
    return {
      ...fitted,
      quiet: new Float32Array(quiet),
      holdout: holdoutOf(cells, expected, quiet, came),
    };
  });
  const models = tried.map(({ quiet: _quiet, ...one }) => one);
  const baselines = rules.map(({ name, aucActive }) => ({ name, aucActive }));
  const best = bestOf(models, baselines);
  if (best === null) return null;
  const chosen = rules.find(({ name }) => name === best) ?? tried.find(({ model }) => model.name === best);
  if (chosen === undefined) return null;
  return {
    customers: cells.everybody,
    models,
    baselines,
    best,
    counts: nearestOf(models),
    risk: riskCurve(chosen.quiet, came, cells.people),
  };
}

function holdoutOf(
  cells: CellColumns,
  expected: Float64Array,
  quiet: Float64Array,
  came: readonly boolean[],
): Holdout {
  const orders = quiet.map((chance) => 1 - chance);
  return {
    ...weightedAccuracy(expected, cells.after, cells.people),
    aucActive: weightedAuc(orders, came, cells.people),
    brier: weightedBrier(orders, came, cells.people),
    calibration: weightedCalibration(orders, came, cells.people),
    byOrders: errorsByOrders(cells, expected),
  };
}

function errorsByOrders(cells: CellColumns, expected: Float64Array): ErrorOfClass[] {
  const sums = Array.from({ length: LARGEST_CLASS + 1 }, () => ({ customers: 0, actual: 0, predicted: 0 }));
  expected.forEach((predicted, i) => {
    const sum = sums[Math.min(cells.x[i] as number, LARGEST_CLASS)];
    if (sum === undefined) return;
    const weight = cells.people[i] as number;
    sum.customers += weight;
    sum.actual += weight * (cells.after[i] as number);
    sum.predicted += weight * predicted;
  });
  return sums.flatMap(({ customers, actual, predicted }, x) =>
    customers === 0 ? [] : [{ x, customers, actual: actual / customers, predicted: predicted / customers }],
  );
}

/** Among the models in which people leave; they are the ones that may be used for numbers of orders. */
function nearestOf(models: readonly ForecastOfModel[]): ModelName {
  let nearest: ModelName = 'pareto-nbd';
  let least = Number.POSITIVE_INFINITY;
  for (const { model, holdout } of models) {
    const rmse = holdout?.rmse ?? Number.POSITIVE_INFINITY;
    if (model.name === 'nbd' || !(rmse < least)) continue;
    least = rmse;
    nearest = model.name;
  }
  return nearest;
}

/** The chance of no order in the horizon by what was found to tell it best, put right by what came of it in the past. */
export function quietBy(
  { best }: Pick<Trial, 'best'>,
  models: readonly BuyingModel[],
  horizon: number,
  daysPerUnit: number,
): (x: number, recency: number, age: number) => number {
  const model = models.find(({ name }) => name === best);
  if (model === undefined) return (x, recency, age) => scoreOfRule(best as Baseline['name'], x, recency, age);
  return (x, recency, age) => model.quiet(x, recency / daysPerUnit, age / daysPerUnit, horizon / daysPerUnit);
}
