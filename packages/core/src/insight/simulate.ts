import type { BuyingHistory } from './cells.ts';

/** Numbers from 0 up to 1, evenly: the chance comes from outside, so that the same seed gives the same people. */
export type Draw = () => number;

/** How pretended customers behave, in days: rates of buying are Gamma(r, α), and they leave as `leaving` says. */
export interface Behaviour {
  readonly r: number;
  readonly alpha: number;
  readonly leaving:
    | { readonly kind: 'never' }
    /** After an order, with a chance that is Beta(a, b); after the first too if `atFirst`. */
    | { readonly kind: 'after_orders'; readonly a: number; readonly b: number; readonly atFirst: boolean }
    /** At a rate that is Gamma(s, β). */
    | { readonly kind: 'at_any_time'; readonly s: number; readonly beta: number };
}

/** One pretended customer as seen after `age` days. What they order on one day is one order. */
export function simulateCustomer(draw: Draw, behaviour: Behaviour, age: number): BuyingHistory {
  const { r, alpha, leaving } = behaviour;
  const rate = gammaOf(draw, r) / alpha;
  let ends = Number.POSITIVE_INFINITY;
  let leaves = 0;
  if (leaving.kind === 'at_any_time') ends = (exponentialOf(draw) * leaving.beta) / gammaOf(draw, leaving.s);
  if (leaving.kind === 'after_orders') {
    const one = gammaOf(draw, leaving.a);
    leaves = one / (one + gammaOf(draw, leaving.b));
    if (leaving.atFirst && draw() < leaves) ends = 0;
  }
  let [at, recency, repeats] = [0, 0, 0];
  for (;;) {
    at += exponentialOf(draw) / rate;
    if (at > ends || at > age) break;
    const day = Math.ceil(at);
    if (day > recency && day <= age) {
      recency = day;
      repeats++;
    }
    if (leaving.kind === 'after_orders' && draw() < leaves) break;
  }
  return { repeats, recency, age };
}

export function exponentialOf(draw: Draw): number {
  return -Math.log(1 - draw());
}

/** Gamma with scale 1 (Marsaglia and Tsang 2000; below shape 1 by their boost). */
export function gammaOf(draw: Draw, shape: number): number {
  if (shape < 1) return gammaOf(draw, shape + 1) * (1 - draw()) ** (1 / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const z = Math.sqrt(-2 * Math.log(1 - draw())) * Math.cos(2 * Math.PI * draw());
    const v = (1 + c * z) ** 3;
    if (v > 0 && Math.log(1 - draw()) < 0.5 * z * z + d - d * v + d * Math.log(v)) return d * v;
  }
}
