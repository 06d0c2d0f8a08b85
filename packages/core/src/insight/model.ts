/** The models of when people buy, as they are named in files and on screens. */
export type ModelName = 'bg-nbd' | 'mbg-nbd' | 'pareto-nbd' | 'nbd';

/**
 * What a fitted model says of one customer. All times are in the unit in which its parameters were fitted: `x` orders
 * after the first, the last of them at `recency`, observed until `age` (0 ≤ recency ≤ age).
 */
export interface BuyingModel {
  readonly name: ModelName;
  readonly parameters: Readonly<Record<string, number>>;
  /** ln of the probability of the history. */
  logLikelihood(x: number, recency: number, age: number): number;
  /** The probability that they have not left for good. */
  active(x: number, recency: number, age: number): number;
  /** The probability of no order in the next `time`. */
  quiet(x: number, recency: number, age: number, time: number): number;
  /** Orders to be expected in the next `time`. */
  expected(x: number, recency: number, age: number, time: number): number;
  /** Orders after the first to be expected of a new customer until `time`. */
  expectedOfNew(time: number): number;
}

/** ln(1 + e^z), which overflows on neither side. */
export function softplus(z: number): number {
  return z > 0 ? z + Math.log1p(Math.exp(-z)) : Math.log1p(Math.exp(z));
}

/** 1 / (1 + e^−z). */
export function logistic(z: number): number {
  return z >= 0 ? 1 / (1 + Math.exp(-z)) : Math.exp(z) / (1 + Math.exp(z));
}

/** (1 − e^(−εl))/ε, which is l at ε = 0. */
export function fadedLength(epsilon: number, length: number): number {
  return epsilon === 0 ? length : -Math.expm1(-epsilon * length) / epsilon;
}
