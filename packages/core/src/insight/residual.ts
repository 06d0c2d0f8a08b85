import type { BuyingModel } from './model.ts';
import { overPanels } from './quadrature.ts';

/** Where a discount has taken all but e^−45 of it, the rest is nothing. */
const FAR = 45;

/**
 * The orders still to come from a customer, each worth less by e^(−discount·time): a reader for one model and discount
 * rate (per unit of the model's time, above 0). For Pareto/NBD, Fader, Hardie and Lee (Journal of Marketing Research 42,
 * 2005) P(active)·(r+x)/(α+T)·∫ e^(−δu) ((β+T)/(β+T+u))^s du; without leaving the last factor is 1.
 */
export function residualOrders(
  model: BuyingModel,
  discount: number,
): (x: number, recency: number, age: number) => number {
  const { r = 0, alpha = 1, s = 0, beta = 1 } = model.parameters;
  // The integral depends on the age alone, and there are no more ages than days.
  const known = new Map<number, number>();
  const integral = (age: number): number => {
    let found = known.get(age);
    if (found === undefined) {
      found = s === 0 ? 1 / discount : faded(s, beta + age, discount);
      known.set(age, found);
    }
    return found;
  };
  return (x, recency, age) => ((model.active(x, recency, age) * (r + x)) / (alpha + age)) * integral(age);
}

/** ∫₀^∞ e^(−δu) (B/(B+u))^s du, along u = B(e^w − 1). */
function faded(s: number, base: number, discount: number): number {
  const z = discount * base;
  const integrand = (w: number): number => Math.exp(-z * Math.expm1(w) + (1 - s) * w);
  return base * overPanels(integrand, 0, Math.log1p(FAR / z), 0.25);
}
