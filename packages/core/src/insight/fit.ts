import { BetaGeometric } from './beta-geometric.ts';
import type { Cells } from './cells.ts';
import { coarseCells } from './coarse-cells.ts';
import { maximise, maximiseFrom, type Likelihood, type Maximum, type Nearby } from './maximise.ts';
import type { BuyingModel, ModelName } from './model.ts';
import { Nbd } from './nbd.ts';
import { ParetoNbd } from './pareto-nbd.ts';
import { paretoLikelihood } from './pareto-likelihood.ts';
import { logsOfDays, PurchaseSums } from './purchase-sums.ts';

/** A fitted model: parameters in the unit asked for, with their standard errors. */
export interface Fitted {
  readonly model: BuyingModel;
  readonly standardErrors: Readonly<Record<string, number | null>>;
  readonly logLikelihood: number;
  /** Twice what its logarithm of likelihood gains over purchasing without leaving; 0 for that itself. */
  readonly gain: number;
  readonly verdict: Verdict;
}

/**
 * Whether the data tell leaving from slow buying. Where they do not, the likelihood is flat along a ridge: the
 * parameters mean nothing by themselves, and every parameter along it predicts nearly alike.
 */
export type Verdict = 'leaving_found' | 'leaving_not_told_from_slow_buying' | 'no_leaving_assumed';

/** Below this the gain over no leaving is what chance brings (χ² with two degrees of freedom, 5 %). */
const LEAST_GAIN = 6;
/** A shape that ran off beyond these has no maximum. */
const SMALLEST_SHAPE = 1e-6;
const LARGEST_SHAPE = 1e3;

const NAMES: Readonly<Record<ModelName, readonly string[]>> = {
  nbd: ['r', 'alpha'],
  'bg-nbd': ['r', 'alpha', 'a', 'b'],
  'mbg-nbd': ['r', 'alpha', 'a', 'b'],
  'pareto-nbd': ['r', 'alpha', 's', 'beta'],
};

/** Those that count in time and not in orders. */
const TIMES: ReadonlySet<string> = new Set(['alpha', 'beta']);

/**
 * Fits the models by maximum likelihood, from cells in days; `daysPerUnit` (1 or 7) is the unit of the parameters and of
 * the logarithm of the likelihood, which is that of a density in time and shifts with the unit by Σx·ln(daysPerUnit).
 */
export function fitModels(cells: Cells, names: readonly ModelName[], daysPerUnit: number): Fitted[] {
  return names.map(fitterOf(cells, daysPerUnit));
}

/** The same, a model at a time, for whoever has other work to do in between. */
export function fitterOf(cells: Cells, daysPerUnit: number): (name: ModelName) => Fitted {
  const sums = new PurchaseSums(cells);
  const nbd = maximise(
    nbdLikelihood(cells, sums),
    [0.5, Math.max(1, cells.days / 8)],
    largestOf('nbd'),
    cells.customers,
  );
  const coarse = coarseCells(cells);
  const beside = coarse === null ? null : { ...coarse, sums: new PurchaseSums(coarse.cells) };
  const maximumOf = (name: Exclude<ModelName, 'nbd'>): Maximum => {
    const likelihood = likelihoodOf(name, cells, sums);
    const start = startBeside(name, nbd.parameters);
    const from = beside === null ? null : nearbyOf(name, start, beside);
    return from === null
      ? maximise(likelihood, start, largestOf(name), cells.customers, isRidgeOf(name))
      : maximiseFrom(likelihood, from, largestOf(name), cells.customers);
  };
  return (name) => {
    const maximum = name === 'nbd' ? nbd : maximumOf(name);
    return told(name, maximum, maximum.logLikelihood - nbd.logLikelihood, cells, daysPerUnit);
  };
}

/**
 * The maximum among cells of coarse days, which has been gone to with all its steps, ridges among them, at a small part of
 * the cost. From there the likelihood of all cells needs only to be looked at a few times.
 */
function nearbyOf(
  name: Exclude<ModelName, 'nbd'>,
  start: readonly number[],
  { cells, sums, days }: { readonly cells: Cells; readonly sums: PurchaseSums; readonly days: number },
): Nearby | null {
  const scale = NAMES[name].map((one) => (TIMES.has(one) ? days : 1));
  const scaled = (by: readonly number[], up: boolean): number[] =>
    by.map((one, i) => (up ? one * (scale[i] as number) : one / (scale[i] as number)));
  const found = maximise(
    likelihoodOf(name, cells, sums),
    scaled(start, false),
    scaled(largestOf(name), false),
    cells.customers,
    isRidgeOf(name),
  );
  const onRidge = ranOff(NAMES[name], found.parameters);
  const isBent = found.curvature !== null && !found.standardErrors.includes(null);
  if (!isBent && !onRidge) return null;
  return { start: scaled(found.parameters, true), curvature: isBent ? found.curvature : null, onRidge };
}

function isRidgeOf(name: ModelName): (parameters: readonly number[]) => boolean {
  return (parameters) => ranOff(NAMES[name], parameters);
}

/** A ridge is followed so far and no farther: beyond, nothing changes but the digits that are lost. */
const LARGEST_TIME = 1e7;
const FARTHEST_SHAPE = 1e4;

function largestOf(name: ModelName): number[] {
  return NAMES[name].map((one) => (TIMES.has(one) ? LARGEST_TIME : FARTHEST_SHAPE));
}

/** Makes a model from its parameters, in the order r, α and then a, b or s, β. */
export function modelOf(name: ModelName, parameters: readonly number[]): BuyingModel {
  const [r = 1, alpha = 1, third = 1, fourth = 1] = parameters;
  if (name === 'nbd') return new Nbd(r, alpha);
  if (name === 'pareto-nbd') return new ParetoNbd(r, alpha, third, fourth);
  return new BetaGeometric(name, r, alpha, third, fourth);
}

function told(name: ModelName, maximum: Maximum, gained: number, cells: Cells, daysPerUnit: number): Fitted {
  const names = NAMES[name];
  const scale = names.map((one) => (TIMES.has(one) ? daysPerUnit : 1));
  const parameters = maximum.parameters.map((one, i) => one / (scale[i] as number));
  const errors = names.map((one, i) => {
    const error = maximum.standardErrors[i] ?? null;
    return [one, error === null ? null : error / (scale[i] as number)] as const;
  });
  let orders = 0;
  for (let cell = 0; cell < cells.size; cell++)
    orders += (cells.x[cell] as number) * (cells.weight[cell] as number);
  const gain = name === 'nbd' ? 0 : Math.max(0, 2 * gained);
  return {
    model: modelOf(name, parameters),
    standardErrors: Object.fromEntries(errors),
    logLikelihood: maximum.logLikelihood + orders * Math.log(daysPerUnit),
    gain,
    verdict: verdictOf(name, gain, maximum, names),
  };
}

function verdictOf(name: ModelName, gain: number, maximum: Maximum, names: readonly string[]): Verdict {
  if (name === 'nbd') return 'no_leaving_assumed';
  const unclear =
    gain < LEAST_GAIN || ranOff(names, maximum.parameters) || maximum.standardErrors.includes(null);
  return unclear ? 'leaving_not_told_from_slow_buying' : 'leaving_found';
}

function ranOff(names: readonly string[], parameters: readonly number[]): boolean {
  return names.some((one, i) => {
    const value = parameters[i] as number;
    return !TIMES.has(one) && (value < SMALLEST_SHAPE || value > LARGEST_SHAPE);
  });
}

/** Where to begin: purchasing as it is without leaving, kept to sizes from which there is a way, and some leaving. */
function startBeside(name: Exclude<ModelName, 'nbd'>, [r = 1, alpha = 1]: readonly number[]): number[] {
  const rate = Math.min(10, Math.max(0.05, r));
  const time = Math.min(1e4, Math.max(1, alpha));
  if (name === 'pareto-nbd') return [rate * 1.4, time, 0.6, time];
  return [rate, time, 0.8, 2];
}

function likelihoodOf(name: Exclude<ModelName, 'nbd'>, cells: Cells, sums: PurchaseSums): Likelihood {
  if (name === 'pareto-nbd') return paretoLikelihood(cells, sums);
  return betaGeometricLikelihood(cells, sums, name === 'mbg-nbd' ? 1 : 0);
}

function nbdLikelihood(cells: Cells, sums: PurchaseSums): Likelihood {
  const logs = new Float64Array(cells.days + 1);
  return (parameters, gradient) => {
    const [r = 1, alpha = 1] = parameters;
    logsOfDays(alpha, logs);
    const value = sums.value(r, alpha, logs, gradient);
    for (let i = 0; i < 2; i++) gradient[i] = (gradient[i] as number) / sums.customers;
    return value / sums.customers;
  };
}

/** BG/NBD with `atFirst` 0, MBG/NBD with 1: beta ratios as finite sums, and one exponential a cell. */
function betaGeometricLikelihood(cells: Cells, sums: PurchaseSums, atFirst: 0 | 1): Likelihood {
  const logs = new Float64Array(cells.days + 1);
  const { size, x: orders, recency: recencies, age: ages, weight: weights } = cells;
  const { above, customers } = sums;
  return (parameters, gradient) => {
    const [r = 1, alpha = 1, a = 1, b = 1] = parameters;
    logsOfDays(alpha, logs);
    let value = sums.value(r, alpha, logs, gradient);
    let byR = gradient[0] as number;
    let byAlpha = gradient[1] as number;
    let byA = 0;
    let byB = 0;
    for (let i = 0; i < above.length + atFirst; i++) {
      const count = i < atFirst ? customers : (above[i - atFirst] as number);
      value += count * (Math.log(b + i) - Math.log(a + b + i));
      byA -= count / (a + b + i);
      byB += count * (1 / (b + i) - 1 / (a + b + i));
    }
    let present = -1;
    let odds = 0;
    let perB = 0;
    for (let cell = 0; cell < size; cell++) {
      const x = orders[cell] as number;
      const chances = x + atFirst;
      if (chances === 0) continue;
      if (x !== present) {
        present = x;
        odds = Math.log(a / (b + chances - 1));
        perB = 1 / (b + chances - 1);
      }
      const age = ages[cell] as number;
      const recency = recencies[cell] as number;
      const weight = weights[cell] as number;
      const silence = (logs[age] as number) - (logs[recency] as number);
      const gone = odds + (r + x) * silence;
      // ln(1 + e^gone) and its derivative, from one exponential.
      const faint = Math.exp(gone > 0 ? -gone : gone);
      value += weight * (Math.log1p(faint) + (gone > 0 ? gone : 0));
      const share = (weight * (gone > 0 ? 1 : faint)) / (1 + faint);
      byR += share * silence;
      byAlpha += share * (r + x) * (1 / (alpha + age) - 1 / (alpha + recency));
      byA += share / a;
      byB -= share * perB;
    }
    gradient[0] = byR / customers;
    gradient[1] = byAlpha / customers;
    gradient[2] = byA / customers;
    gradient[3] = byB / customers;
    return value / customers;
  };
}
