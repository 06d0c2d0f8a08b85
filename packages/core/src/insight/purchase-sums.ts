import type { Cells } from './cells.ts';

/**
 * The part of the likelihood that all models have in common: that of negative binomial purchasing. Gamma ratios are
 * finite sums over the histogram of x, and the rest needs only two sums a day of age, so that none of it grows with
 * customers or cells.
 */
export class PurchaseSums {
  readonly customers: number;
  /** At i: customers with more than i orders after the first. */
  readonly above: Float64Array;
  /** Per day of age: customers, and their orders. */
  private readonly weightOfAge: Float64Array;
  private readonly ordersOfAge: Float64Array;

  constructor(cells: Cells) {
    const most = cells.size === 0 ? 0 : (cells.x[cells.size - 1] as number);
    this.customers = cells.customers;
    this.above = new Float64Array(most);
    this.weightOfAge = new Float64Array(cells.days + 1);
    this.ordersOfAge = new Float64Array(cells.days + 1);
    for (let cell = 0; cell < cells.size; cell++) {
      const x = cells.x[cell] as number;
      const weight = cells.weight[cell] as number;
      const age = cells.age[cell] as number;
      if (x > 0) this.above[x - 1] = (this.above[x - 1] as number) + weight;
      this.weightOfAge[age] = (this.weightOfAge[age] as number) + weight;
      this.ordersOfAge[age] = (this.ordersOfAge[age] as number) + weight * x;
    }
    for (let i = most - 2; i >= 0; i--)
      this.above[i] = (this.above[i] as number) + (this.above[i + 1] as number);
  }

  /**
   * Σ [ln Γ(r+x) − ln Γ(r) + r ln α − (r+x) ln(α+T)] over all customers, with its derivatives by r and α in the first two
   * places of `gradient`. `logs` holds ln(α + day), and `alpha` counts in days like it.
   */
  value(r: number, alpha: number, logs: Float64Array, gradient: Float64Array): number {
    const n = this.customers;
    const logAlpha = logs[0] as number;
    let value = n * r * logAlpha;
    let byR = n * logAlpha;
    let byAlpha = (n * r) / alpha;
    for (let i = 0; i < this.above.length; i++) {
      const count = this.above[i] as number;
      value += count * Math.log(r + i);
      byR += count / (r + i);
    }
    for (let age = 0; age < this.weightOfAge.length; age++) {
      const weight = this.weightOfAge[age] as number;
      if (weight === 0) continue;
      const factor = r * weight + (this.ordersOfAge[age] as number);
      value -= factor * (logs[age] as number);
      byR -= weight * (logs[age] as number);
      byAlpha -= factor / (alpha + age);
    }
    gradient[0] = byR;
    gradient[1] = byAlpha;
    return value;
  }
}

/** ln(shift + day) for every day. */
export function logsOfDays(shift: number, into: Float64Array): void {
  for (let day = 0; day < into.length; day++) into[day] = Math.log(shift + day);
}
