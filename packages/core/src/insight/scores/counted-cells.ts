import type { Cells } from '../cells.ts';

/** Days and orders beyond these are not told apart; nobody reaches them. */
const DAYS_APART = 2 ** 17;
const MOST_AFTER = 2 ** 19;

/**
 * People counted by what the models need to know of them, in whole days, while they go by one after the other: nobody is
 * kept but as one more in a cell. `after` is the number of orders that came after the cut, where there was one.
 */
export class CountedCells {
  readonly x: number[] = [];
  readonly recency: number[] = [];
  readonly age: number[] = [];
  readonly after: number[] = [];
  readonly people: number[] = [];
  readonly #cells = new Map<number, Map<number, number>>();
  #everybody = 0;

  get size(): number {
    return this.x.length;
  }

  get everybody(): number {
    return this.#everybody;
  }

  /** Counts one person; answers the number of their cell. */
  add(x: number, recency: number, age: number, after = 0): number {
    this.#everybody++;
    let cells = this.#cells.get(x);
    if (cells === undefined) this.#cells.set(x, (cells = new Map()));
    const key = (recency * DAYS_APART + age) * MOST_AFTER + Math.min(after, MOST_AFTER - 1);
    const known = cells.get(key);
    if (known !== undefined) {
      this.people[known] = (this.people[known] as number) + 1;
      return known;
    }
    const cell = this.x.length;
    cells.set(key, cell);
    this.x.push(x);
    this.recency.push(recency);
    this.age.push(age);
    this.after.push(after);
    this.people.push(1);
    return cell;
  }

  /** As the fit reads them: without what came after. */
  cells(): Cells {
    const keys: number[] = [];
    const orders: number[] = [];
    const weights: number[] = [];
    let days = 0;
    for (const x of [...this.#cells.keys()].sort((a, b) => a - b)) {
      const members = [...(this.#cells.get(x) ?? [])].sort(([a], [b]) => a - b);
      for (const [key, cell] of members) {
        const dates = Math.floor(key / MOST_AFTER);
        const last = keys.length - 1;
        if (orders[last] === x && keys[last] === dates)
          weights[last] = (weights[last] as number) + (this.people[cell] as number);
        else {
          keys.push(dates);
          orders.push(x);
          weights.push(this.people[cell] as number);
        }
        days = Math.max(days, this.age[cell] as number);
      }
    }
    return {
      size: keys.length,
      customers: this.#everybody,
      x: Int32Array.from(orders),
      recency: Int32Array.from(keys, (key) => Math.floor(key / DAYS_APART)),
      age: Int32Array.from(keys, (key) => key % DAYS_APART),
      weight: Float64Array.from(weights),
      days,
    };
  }
}
