import type { Accuracy, CalibrationBin } from './accuracy.ts';
import type { Fitted } from './fit.ts';
import type { ModelName } from './model.ts';

export const MODELS: readonly ModelName[] = ['bg-nbd', 'mbg-nbd', 'pareto-nbd', 'nbd'];
export const LARGEST_CLASS = 7;

/** What a model foretold for the horizon, beside what came. */
export interface Holdout extends Accuracy {
  /** By the probability of at least one order. */
  readonly aucActive: number | null;
  readonly brier: number;
  readonly calibration: readonly CalibrationBin[];
  readonly byOrders: readonly ErrorOfClass[];
}

/** Customers with so many repeat orders (the last class has that many or more): mean orders that came and were foretold. */
export interface ErrorOfClass {
  readonly x: number;
  readonly customers: number;
  readonly actual: number;
  readonly predicted: number;
}

export interface ForecastOfModel extends Fitted {
  /** Null where the orders given end before the horizon does. */
  readonly holdout: Holdout | null;
}

/** A rule that every shop can use without a model. */
export interface Baseline {
  readonly name: 'days_since_last_order' | 'orders_so_far';
  readonly aucActive: number | null;
}

/** A model, or the plain rule that beat them all. */
export type Best = ModelName | Baseline['name'];

/**
 * What tells best who orders again, by the area under the curve: a model, or the plain rule that beats them all. Purchasing
 * without leaving is the yardstick and no candidate: it may put people in a good order and still foretell half as much
 * again as comes, for nobody ever leaves it. Only where no model finds leaving in the data is it as good as they are.
 */
export function bestOf(
  models: readonly Pick<ForecastOfModel, 'model' | 'holdout' | 'verdict'>[],
  baselines: readonly Baseline[],
): Best | null {
  let best: Best | null = null;
  let most = Number.NEGATIVE_INFINITY;
  const isFound = models.some(({ verdict }) => verdict === 'leaving_found');
  const scored = [
    // A rule that does as well as a model is the better one: anybody can follow it.
    ...baselines.map(({ name, aucActive }) => ({ name, auc: aucActive })),
    ...models
      .filter(({ model }) => model.name !== 'nbd' || !isFound)
      .map(({ model, holdout }) => ({ name: model.name, auc: holdout?.aucActive ?? null })),
  ];
  for (const { name, auc } of scored) {
    if (auc === null || auc <= most) continue;
    best = name;
    most = auc;
  }
  return best;
}
