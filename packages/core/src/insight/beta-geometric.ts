import { lnGamma } from './gamma-function.ts';
import { logistic, softplus, type BuyingModel } from './model.ts';

/**
 * BG/NBD (Fader, Hardie and Lee, Marketing Science 24, 2005) and MBG/NBD (Batislam, Denizel and Filiztekin 2007): rates
 * are Gamma(r, α); after every order a customer leaves with a probability that is Beta(a, b) among people. In the
 * modified model they may leave after the very first order too.
 */
export class BetaGeometric implements BuyingModel {
  readonly name: 'bg-nbd' | 'mbg-nbd';
  readonly parameters: { readonly r: number; readonly alpha: number; readonly a: number; readonly b: number };
  /** 1 where people may leave after the first order. */
  private readonly atFirst: 0 | 1;

  constructor(name: 'bg-nbd' | 'mbg-nbd', r: number, alpha: number, a: number, b: number) {
    this.name = name;
    this.parameters = { r, alpha, a, b };
    this.atFirst = name === 'mbg-nbd' ? 1 : 0;
  }

  /** ln of the odds of having left after the last order, against being silent by chance. */
  private gone(x: number, recency: number, age: number): number {
    const { r, alpha, a, b } = this.parameters;
    const chances = x + this.atFirst;
    if (chances === 0) return Number.NEGATIVE_INFINITY;
    return Math.log(a / (b + chances - 1)) + (r + x) * Math.log((alpha + age) / (alpha + recency));
  }

  logLikelihood(x: number, recency: number, age: number): number {
    const { r, alpha, a, b } = this.parameters;
    const chances = x + this.atFirst;
    return (
      lnGamma(r + x) -
      lnGamma(r) +
      r * Math.log(alpha) -
      (r + x) * Math.log(alpha + age) +
      (lnGamma(b + chances) - lnGamma(b)) -
      (lnGamma(a + b + chances) - lnGamma(a + b)) +
      softplus(this.gone(x, recency, age))
    );
  }

  active(x: number, recency: number, age: number): number {
    return logistic(-this.gone(x, recency, age));
  }

  quiet(x: number, recency: number, age: number, time: number): number {
    const { r, alpha } = this.parameters;
    const orders = -Math.expm1(-(r + x) * Math.log1p(time / (alpha + age)));
    return 1 - this.active(x, recency, age) * orders;
  }

  expected(x: number, recency: number, age: number, time: number): number {
    const { r, alpha, a, b } = this.parameters;
    const whileActive = ordersWhileActive(r + x, a, b + x + this.atFirst, time / (alpha + age));
    return this.active(x, recency, age) * whileActive;
  }

  expectedOfNew(time: number): number {
    const { r, alpha, a, b } = this.parameters;
    const stays = this.atFirst === 1 ? b / (a + b) : 1;
    return stays * ordersWhileActive(r, a, b + this.atFirst, time / alpha);
  }
}

/** Terms after which a series is not waited for; within ten times the age it needs some hundreds. */
const MOST_TERMS = 200_000;
const PRECISION = 1e-17;

/**
 * Orders expected of somebody who is active, whose rate is Gamma(k, 1) and whose chance of leaving after each order is
 * Beta(a, c), within a time t: the mean of (1 − (1 + pt)^−k)/p. With z = t/(1+t), ε = a − 1 and K = a + c − 1 it is
 * K/ε · [1 − (1−z)^k ₂F₁(k, c; K; z)], whose product overflows where k is large, and which is 0/0 at a = 1. By Euler's
 * transformation (Abramowitz and Stegun 15.3.3) the same is
 * K · {[1 − (1−z)^ε]/ε − (1−z)^ε Σ_{n≥1} (K−k)_n (1+ε)_{n−1} zⁿ / ((K)_n n!)}, which has neither fault; the first form
 * is kept where ε is so large that the second would be a difference of large numbers.
 */
function ordersWhileActive(k: number, a: number, c: number, t: number): number {
  if (t <= 0) return 0;
  const z = t / (1 + t);
  const log = -Math.log1p(t);
  const epsilon = a - 1;
  const top = a + c - 1;
  if (epsilon > k + 1) {
    const series = scaledSeries(z, k * log, (n) => ((k + n) * (c + n)) / ((top + n) * (n + 1)), 1);
    return (top / epsilon) * (1 - series);
  }
  const first = epsilon === 0 ? -log : -Math.expm1(epsilon * log) / epsilon;
  const from = (top - k) / top;
  const series = scaledSeries(
    z,
    epsilon * log,
    (n) => ((top - k + n + 1) * (a + n)) / ((top + n + 1) * (n + 2)),
    from * z,
  );
  return top * (first - series);
}

/**
 * e^scale · (t₀ + t₁ + …) with t_{n+1} = t_n · z · ratio(n). The terms may grow beyond what a number holds before they
 * fall, so they are kept small and what was taken out is put back at the end.
 */
function scaledSeries(z: number, scale: number, ratio: (n: number) => number, first: number): number {
  let term = first;
  let sum = first;
  let taken = scale;
  for (let n = 0; n < MOST_TERMS; n++) {
    const factor = ratio(n) * z;
    term *= factor;
    sum += term;
    if (Math.abs(sum) > 1e200) {
      term *= 1e-200;
      sum *= 1e-200;
      taken += 200 * Math.LN10;
    }
    if (Math.abs(factor) < 1 && Math.abs(term) <= PRECISION * Math.abs(sum) * (1 - Math.abs(factor))) break;
  }
  return sum === 0 ? 0 : Math.sign(sum) * Math.exp(taken + Math.log(Math.abs(sum)));
}
