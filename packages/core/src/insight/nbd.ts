import { lnGamma } from './gamma-function.ts';
import type { BuyingModel } from './model.ts';

/**
 * Purchasing without leaving (Ehrenberg 1959): rates are Gamma(r, α) among people and never end. The yardstick of the
 * other models: what they explain beyond it is all that the data say of leaving.
 */
export class Nbd implements BuyingModel {
  readonly name = 'nbd';
  readonly parameters: { readonly r: number; readonly alpha: number };

  constructor(r: number, alpha: number) {
    this.parameters = { r, alpha };
  }

  logLikelihood(x: number, _recency: number, age: number): number {
    const { r, alpha } = this.parameters;
    return lnGamma(r + x) - lnGamma(r) + r * Math.log(alpha) - (r + x) * Math.log(alpha + age);
  }

  active(): number {
    return 1;
  }

  quiet(x: number, _recency: number, age: number, time: number): number {
    const { r, alpha } = this.parameters;
    return Math.exp(-(r + x) * Math.log1p(time / (alpha + age)));
  }

  expected(x: number, _recency: number, age: number, time: number): number {
    const { r, alpha } = this.parameters;
    return ((r + x) * time) / (alpha + age);
  }

  expectedOfNew(time: number): number {
    return (this.parameters.r * time) / this.parameters.alpha;
  }
}
