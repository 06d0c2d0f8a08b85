import { lnGamma } from './gamma-function.ts';
import { fadedLength, logistic, softplus, type BuyingModel } from './model.ts';
import { overPanel } from './quadrature.ts';

/**
 * Pareto/NBD (Schmittlein, Morrison and Colombo, Management Science 33, 1987): rates of buying are Gamma(r, α) and of
 * leaving Gamma(s, β), independent of each other. The likelihood is written with an integral in place of ₂F₁, whose
 * textbook form breaks for large x.
 */
export class ParetoNbd implements BuyingModel {
  readonly name = 'pareto-nbd';
  readonly parameters: {
    readonly r: number;
    readonly alpha: number;
    readonly s: number;
    readonly beta: number;
  };

  constructor(r: number, alpha: number, s: number, beta: number) {
    this.parameters = { r, alpha, s, beta };
  }

  /** ln of A·(β+T)^−s: still active. */
  private stillHere(x: number, age: number): number {
    const { r, alpha, s, beta } = this.parameters;
    return -(r + x) * Math.log(alpha + age) - s * Math.log(beta + age);
  }

  /** Of whom `left` was asked last, and the answer: a person is asked several things, and all of them need it. */
  #last = { x: Number.NaN, recency: Number.NaN, age: Number.NaN, left: Number.NaN };

  /** ln of s·∫ (α+y)^−(r+x) (β+y)^−(s+1) dy from the last order to the end: left somewhere between. */
  private left(x: number, recency: number, age: number): number {
    const last = this.#last;
    if (last.x === x && last.recency === recency && last.age === age) return last.left;
    const { r, alpha, s, beta } = this.parameters;
    const left = Math.log(s) + lnOfDecay(r + x, alpha, s + 1, beta, recency, age);
    this.#last = { x, recency, age, left };
    return left;
  }

  /** The same of the time to come, of which the last order says nothing: also what was asked last. */
  #ahead = { x: Number.NaN, age: Number.NaN, time: Number.NaN, leaves: Number.NaN };

  private leaves(x: number, age: number, time: number): number {
    const last = this.#ahead;
    if (last.x === x && last.age === age && last.time === time) return last.leaves;
    const { r, alpha, s, beta } = this.parameters;
    const leaves = Math.log(s) + lnOfDecay(r + x, alpha, s + 1, beta, age, age + time);
    this.#ahead = { x, age, time, leaves };
    return leaves;
  }

  private core(x: number, recency: number, age: number): number {
    const here = this.stillHere(x, age);
    return here + softplus(this.left(x, recency, age) - here);
  }

  logLikelihood(x: number, recency: number, age: number): number {
    const { r, alpha, s, beta } = this.parameters;
    const core = this.core(x, recency, age);
    return lnGamma(r + x) - lnGamma(r) + r * Math.log(alpha) + s * Math.log(beta) + core;
  }

  active(x: number, recency: number, age: number): number {
    return logistic(this.stillHere(x, age) - this.left(x, recency, age));
  }

  quiet(x: number, recency: number, age: number, time: number): number {
    const now = this.core(x, recency, age);
    const here = this.stillHere(x, age + time);
    // Left until now, left since, or still here; the first two are the integral until then, which is longer to go.
    const soon = here + softplus(this.leaves(x, age, time) - here);
    const before = this.left(x, recency, age);
    return Math.min(
      1,
      Math.exp(Math.max(before, soon) + Math.log1p(Math.exp(-Math.abs(before - soon))) - now),
    );
  }

  expected(x: number, recency: number, age: number, time: number): number {
    const { r, alpha, s, beta } = this.parameters;
    const length = Math.log1p(time / (beta + age));
    const whileActive = (((r + x) * (beta + age)) / (alpha + age)) * fadedLength(s - 1, length);
    return this.active(x, recency, age) * whileActive;
  }

  expectedOfNew(time: number): number {
    const { r, alpha, s, beta } = this.parameters;
    return ((r * beta) / alpha) * fadedLength(s - 1, Math.log1p(time / beta));
  }
}

/** A panel in which the integrand falls by no more than e⁶, which sixteen nodes follow to the last digit. */
const FALL_PER_PANEL = 6;
const WIDEST = 1;
const NEGLIGIBLE = 1e-20;

/**
 * ln ∫ (α+y)^−k (β+y)^−m dy over [from, to], for any k > 0, m > 0. Along u = ln(c+y), c the smaller of α and β, nothing
 * in the integrand is sharper than its fall; panels are cut to that and end where the rest is nothing.
 */
function lnOfDecay(k: number, alpha: number, m: number, beta: number, from: number, to: number): number {
  if (to <= from) return Number.NEGATIVE_INFINITY;
  const c = Math.min(alpha, beta);
  const low = Math.log(c + from);
  // The length by log1p: where little time passes the difference of two logarithms would be all rounding.
  const length = Math.log1p((to - from) / (c + from));
  const alphaFrom = alpha + from;
  const betaFrom = beta + from;
  const integrand = (v: number): number => {
    const passed = (c + from) * Math.expm1(v);
    return Math.exp(v - k * Math.log1p(passed / alphaFrom) - m * Math.log1p(passed / betaFrom));
  };
  let sum = 0;
  for (let begin = 0; begin < length; ) {
    const passed = (c + from) * Math.expm1(begin);
    const fall =
      (k * (c + from + passed)) / (alphaFrom + passed) + (m * (c + from + passed)) / (betaFrom + passed);
    const end = Math.min(length, begin + Math.min(WIDEST, FALL_PER_PANEL / fall));
    const part = overPanel(integrand, begin, end);
    sum += part;
    // Once it falls it falls for good.
    if (part < NEGLIGIBLE * sum) break;
    begin = end;
  }
  return low - k * Math.log(alphaFrom) - m * Math.log(betaFrom) + Math.log(sum);
}
