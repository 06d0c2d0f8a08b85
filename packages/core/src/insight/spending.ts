import { correlationOf } from './accuracy.ts';
import { digamma, lnGamma } from './gamma-function.ts';
import { maximise, maximiseFrom, type Likelihood } from './maximise.ts';

/** How many repeat orders somebody made, and their mean value, net of what came back. */
export interface Spender {
  readonly x: number;
  readonly mean: number;
}

/**
 * Gamma-Gamma (Colombo and Jiang 1999; Fader and Hardie, note 025): the value of an order is Gamma with shape p, and its
 * scale differs among people as Gamma(q, γ). Independent of how often they buy: `correlation` shows how far from that
 * the data are.
 */
export interface Spending {
  readonly p: number;
  readonly q: number;
  readonly gamma: number;
  readonly standardErrors: {
    readonly p: number | null;
    readonly q: number | null;
    readonly gamma: number | null;
  };
  readonly logLikelihood: number;
  readonly spenders: number;
  /** Between orders and their mean value, among those with repeats. */
  readonly correlation: number;
}

/** Fits to those with a positive mean of repeat orders; null where there are fewer than two of them. */
export function fitSpending(everybody: readonly Spender[]): Spending | null {
  const spenders = everybody.filter(({ x, mean }) => x > 0 && mean > 0 && Number.isFinite(mean));
  if (spenders.length < 2) return null;
  const typical = spenders.reduce((sum, { mean }) => sum + mean, 0) / spenders.length;
  const fitted = maximumOf(spenders, [1, 2, typical], [1e4, 1e4, 1e7 * typical]);
  const [p = 1, q = 2, gamma = typical] = fitted.parameters;
  const [ofP = null, ofQ = null, ofGamma = null] = fitted.standardErrors;
  return {
    p,
    q,
    gamma,
    standardErrors: { p: ofP, q: ofQ, gamma: ofGamma },
    logLikelihood: fitted.logLikelihood,
    spenders: spenders.length,
    correlation: correlationOf(
      spenders.map(({ x }) => x),
      spenders.map(({ mean }) => mean),
    ),
  };
}

/** More than so many are fitted to after a part of them, from beside whose maximum only a few looks at all are needed. */
const MANY = 4_000;
/** A shape beyond this has no maximum: people pay alike, or the values of their orders are. */
const LARGEST_SHAPE = 1e3;

function maximumOf(spenders: readonly Spender[], start: readonly number[], largest: readonly number[]) {
  const apart = Math.ceil(spenders.length / MANY);
  const some = apart === 1 ? spenders : spenders.filter((_, i) => i % apart === 0);
  const ranOff = ([p = 0, q = 0]: readonly number[]): boolean => Math.max(p, q) > LARGEST_SHAPE;
  const found = maximise(spendingLikelihood(some), start, largest, some.length, ranOff);
  if (apart === 1) return found;
  const onRidge = ranOff(found.parameters);
  const { parameters, curvature } = found;
  const isBent = !found.standardErrors.includes(null);
  return maximiseFrom(
    spendingLikelihood(spenders),
    { start: parameters, curvature: isBent ? curvature : null, onRidge },
    largest,
    spenders.length,
  );
}

function spendingLikelihood(spenders: readonly Spender[]): Likelihood {
  const people = new Map<number, number>();
  let logMeans = 0;
  let ordersLogOrders = 0;
  let ordersLogMeans = 0;
  for (const { x, mean } of spenders) {
    people.set(x, (people.get(x) ?? 0) + 1);
    logMeans += Math.log(mean);
    ordersLogOrders += x * Math.log(x);
    ordersLogMeans += x * Math.log(mean);
  }
  const n = spenders.length;
  return (parameters, gradient) => {
    const [p = 1, q = 1, gamma = 1] = parameters;
    // (px − 1) ln m + px ln x: the sums over people are the same at every step.
    let value = p * (ordersLogMeans + ordersLogOrders) - logMeans - n * lnGamma(q) + n * q * Math.log(gamma);
    let byP = ordersLogMeans + ordersLogOrders;
    let byQ = n * (Math.log(gamma) - digamma(q));
    let byGamma = (n * q) / gamma;
    for (const [x, count] of people) {
      value += count * (lnGamma(p * x + q) - lnGamma(p * x));
      const both = digamma(p * x + q);
      byP += count * x * (both - digamma(p * x));
      byQ += count * both;
    }
    for (const { x, mean } of spenders) {
      const log = Math.log(gamma + mean * x);
      value -= (p * x + q) * log;
      byP -= x * log;
      byQ -= log;
      byGamma -= (p * x + q) / (gamma + mean * x);
    }
    gradient[0] = byP / n;
    gradient[1] = byQ / n;
    gradient[2] = byGamma / n;
    return value / n;
  };
}

/**
 * What an order of theirs is worth: their own mean, drawn to everybody's the more, the fewer orders they made. Null
 * where the fitted mean is infinite (q ≤ 1) and they have no order that says more.
 */
export function expectedSpend(
  { p, q, gamma }: Pick<Spending, 'p' | 'q' | 'gamma'>,
  { x, mean }: Spender,
): number | null {
  const known = x > 0 && mean >= 0 ? x : 0;
  const weight = p * known + q - 1;
  return weight > 0 ? (p * (gamma + (known > 0 ? mean * known : 0))) / weight : null;
}
