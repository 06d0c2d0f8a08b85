import { accept, refuse, type Day, type Result } from '../values/index.ts';
import { accuracyOf, aucOf, brierOf, calibrationOf } from './accuracy.ts';
import { cellsOf } from './cells.ts';
import { seenAt, type Customer, type Seen } from './customers.ts';
import { fitModels } from './fit.ts';
import {
  type Baseline,
  type Best,
  bestOf,
  type ErrorOfClass,
  type ForecastOfModel,
  type Holdout,
  LARGEST_CLASS,
  MODELS,
} from './holdout.ts';
import type { BuyingModel } from './model.ts';
import { residualOrders } from './residual.ts';
import { expectedSpend, fitSpending, type Spending } from './spending.ts';

export interface ForecastQuestion {
  /** Only customers whose first order is on this day or later: those seen before may be old, with unknown beginnings. */
  readonly from: Day | null;
  /** The last day that is known to the models; what is later tests them. */
  readonly until: Day;
  /** How many days after it are foretold. */
  readonly horizon: number;
  readonly daysPerUnit: 1 | 7;
  /** The share of revenue that is left when its goods are paid. */
  readonly margin: number;
  /** The rate of discount per unit of time. */
  readonly discount: number;
}

export interface Forecast {
  readonly customers: number;
  readonly repeaters: number;
  readonly models: readonly ForecastOfModel[];
  readonly baselines: readonly Baseline[];
  /** What tells best who orders again: a model, or the plain rule that beat them all. Null without a holdout. */
  readonly best: Best | null;
  readonly spend: Spending | null;
  readonly value: Value;
}

/** What all customers together are still worth. */
export interface Value {
  /** Discounted orders still to come. */
  readonly expectedTransactions: number;
  /** Discounted margin still to come; null where no amounts are known. */
  readonly total: number | null;
  readonly topTenPercentShare: number | null;
}

/** A horizon is behind us when the file's last order is in its last twentieth: a shop need not sell on the last day. */
const WHOLE = 0.95;

/**
 * From a shop's orders to a forecast: the models are fitted to what was known on a day, tried on what came after it
 * beside the plain rules, and the rest of everybody's orders is counted and priced. Refuses with `forecast_no_customers`
 * where nobody's first order falls in the time asked for.
 */
export function forecast(customers: readonly Customer[], question: ForecastQuestion): Result<Forecast> {
  const { until, horizon, daysPerUnit } = question;
  const seen = seenAt(customers, question);
  if (seen.length === 0) return refuse('forecast_no_customers');
  const last = customers.reduce((latest, { days }) => Math.max(latest, days.at(-1) ?? latest), -Infinity);
  const isTried = last - until >= WHOLE * horizon;
  const fitted = fitModels(cellsOf(seen), MODELS, daysPerUnit);
  const models = fitted.map((one) => ({
    ...one,
    holdout: isTried ? holdoutOf(one.model, seen, horizon, daysPerUnit) : null,
  }));
  const came = seen.map(({ after }) => after > 0);
  const baselines: Baseline[] = [
    { name: 'days_since_last_order', scores: seen.map(({ recency, age }) => recency - age) },
    { name: 'orders_so_far', scores: seen.map(({ repeats }) => repeats) },
  ].map(({ name, scores }) => ({
    name: name as Baseline['name'],
    aucActive: isTried ? aucOf(scores, came) : null,
  }));
  const spend = fitSpending(seen.map(({ repeats, mean }) => ({ x: repeats, mean })));
  const lasting = models.find(({ model }) => model.name === 'pareto-nbd')?.model;
  return accept({
    customers: seen.length,
    repeaters: seen.filter(({ repeats }) => repeats > 0).length,
    models,
    baselines,
    best: bestOf(models, baselines),
    spend,
    value:
      lasting === undefined
        ? { expectedTransactions: 0, total: null, topTenPercentShare: null }
        : valueOf(lasting, spend, seen, question),
  });
}

function holdoutOf(model: BuyingModel, seen: readonly Seen[], horizon: number, daysPerUnit: number): Holdout {
  const time = horizon / daysPerUnit;
  const predicted: number[] = [];
  const orders: number[] = [];
  for (const { repeats, recency, age } of seen) {
    predicted.push(model.expected(repeats, recency / daysPerUnit, age / daysPerUnit, time));
    orders.push(1 - model.quiet(repeats, recency / daysPerUnit, age / daysPerUnit, time));
  }
  const actual = seen.map(({ after }) => after);
  const came = actual.map((count) => count > 0);
  return {
    ...accuracyOf(predicted, actual),
    aucActive: aucOf(orders, came),
    brier: brierOf(orders, came),
    calibration: calibrationOf(orders, came),
    byOrders: errorsOf(seen, predicted),
  };
}

function errorsOf(seen: readonly Seen[], predicted: readonly number[]): ErrorOfClass[] {
  const sums = Array.from({ length: LARGEST_CLASS + 1 }, () => ({ customers: 0, actual: 0, predicted: 0 }));
  seen.forEach(({ repeats, after }, i) => {
    const sum = sums[Math.min(repeats, LARGEST_CLASS)];
    if (sum === undefined) return;
    sum.customers++;
    sum.actual += after;
    sum.predicted += predicted[i] as number;
  });
  return sums.flatMap(({ customers, actual, predicted: foretold }, x) =>
    customers === 0 ? [] : [{ x, customers, actual: actual / customers, predicted: foretold / customers }],
  );
}

/** What is still to come from everybody, by a model that knows how to discount, and what the tenth worth most hold of it. */
export function valueOf(
  model: BuyingModel,
  spend: Pick<Spending, 'p' | 'q' | 'gamma'> | null,
  seen: readonly Pick<Seen, 'repeats' | 'recency' | 'age' | 'mean'>[],
  { daysPerUnit, margin, discount }: Pick<ForecastQuestion, 'daysPerUnit' | 'margin' | 'discount'>,
): Value {
  const residual = residualOrders(model, discount);
  let orders = 0;
  let total = 0;
  let isPriced = spend !== null;
  const values: number[] = [];
  for (const { repeats, recency, age, mean } of seen) {
    const toCome = residual(repeats, recency / daysPerUnit, age / daysPerUnit);
    orders += toCome;
    const price = spend === null ? null : expectedSpend(spend, { x: repeats, mean });
    if (price === null) {
      isPriced = false;
      continue;
    }
    values.push(margin * price * toCome);
    total += margin * price * toCome;
  }
  if (!isPriced) return { expectedTransactions: orders, total: null, topTenPercentShare: null };
  values.sort((a, b) => b - a);
  const top = values.slice(0, Math.ceil(values.length / 10)).reduce((sum, value) => sum + value, 0);
  return { expectedTransactions: orders, total, topTenPercentShare: total > 0 ? top / total : null };
}
