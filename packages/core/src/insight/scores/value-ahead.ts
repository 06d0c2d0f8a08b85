import { expectedSpend, type Spender, type Spending } from '../spending.ts';
import { type OrdersForetold, TAIL } from './orders-ahead.ts';

/** What somebody's orders in a time to come will be worth, in the unit of the amounts. */
export interface ValueForetold {
  readonly expected: number;
  readonly low: number;
  readonly high: number;
  readonly variance: number;
}

/** A second moment that is infinite, or nearly, tells nothing of where most of the chances are. */
const LEAST_TAIL = 2.5;

/**
 * The value of a number of orders that is itself uncertain. An order is Gamma(p, ν), and ν of one person Gamma(q + px,
 * γ + mx) after what they paid; so mean and mean square of the sum are exact. The ends of the middle 80 % are those of a
 * gamma distribution with the mean and variance of the sum where there is an order at all, and 0 where there is none
 * (quantiles by Wilson and Hilferty 1931). Null where the mean value of their orders is not finite.
 */
export function valueAhead(
  orders: OrdersForetold,
  spend: Pick<Spending, 'p' | 'q' | 'gamma'>,
  spender: Spender,
): ValueForetold | null {
  const each = expectedSpend(spend, spender);
  if (each === null || !Number.isFinite(each)) return null;
  const expected = each * orders.expected;
  if (!(expected > 0)) return { expected: 0, low: 0, high: 0, variance: 0 };
  const known = spender.x > 0 && spender.mean >= 0 ? spender.x : 0;
  const shape = Math.max(LEAST_TAIL, spend.q + spend.p * known);
  // E[1/ν²] = γ²/((q−1)(q−2)), told by E[1/ν] = each / p.
  const perSquare = ((each / spend.p) ** 2 * (shape - 1)) / (shape - 2);
  const square = perSquare * (spend.p * orders.expected + spend.p * spend.p * orders.square);
  const some = 1 - orders.none;
  const mean = expected / some;
  const variance = Math.max(square / some - mean * mean, 1e-6 * mean * mean);
  const at = (share: number): number => {
    const within = (share - orders.none) / some;
    return within <= 0 ? 0 : gammaQuantile(within, mean, variance);
  };
  return { expected, low: at(TAIL), high: at(1 - TAIL), variance: Math.max(0, square - expected * expected) };
}

function gammaQuantile(share: number, mean: number, variance: number): number {
  const shape = (mean * mean) / variance;
  const ninth = 1 / (9 * shape);
  return mean * Math.max(0, 1 - ninth + normalQuantile(share) * Math.sqrt(ninth)) ** 3;
}

/** The inverse of the normal distribution, to four digits (Abramowitz and Stegun 26.2.23). */
function normalQuantile(share: number): number {
  const tail = Math.min(share, 1 - share);
  const t = Math.sqrt(-2 * Math.log(Math.max(tail, 1e-300)));
  const z =
    t - (2.515517 + t * (0.802853 + t * 0.010328)) / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308)));
  return share < 0.5 ? -z : z;
}
