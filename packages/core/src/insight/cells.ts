/**
 * What the models need to know of a customer, in whole days: the days on which they ordered again (`repeats`), from the
 * first order to the last (`recency`), and from the first order to the end of what was observed (`age`).
 */
export interface BuyingHistory {
  readonly repeats: number;
  readonly recency: number;
  readonly age: number;
}

/**
 * Customers with the same three numbers are one cell with a weight. Cells grow with days and orders and not with
 * customers, which is what makes a fit to a million of them quick. They are sorted by `x`.
 */
export interface Cells {
  readonly size: number;
  readonly customers: number;
  readonly x: Int32Array;
  readonly recency: Int32Array;
  readonly age: Int32Array;
  readonly weight: Float64Array;
  /** The longest age. */
  readonly days: number;
}

export function cellsOf(histories: Iterable<BuyingHistory>): Cells {
  const byOrders = new Map<number, Map<number, number>>();
  let customers = 0;
  let days = 0;
  for (const { repeats, recency, age } of histories) {
    customers++;
    if (age > days) days = age;
    let cells = byOrders.get(repeats);
    if (cells === undefined) byOrders.set(repeats, (cells = new Map()));
    const key = recency * DAYS_APART + age;
    cells.set(key, (cells.get(key) ?? 0) + 1);
  }
  const size = [...byOrders.values()].reduce((sum, cells) => sum + cells.size, 0);
  const x = new Int32Array(size);
  const recency = new Int32Array(size);
  const age = new Int32Array(size);
  const weight = new Float64Array(size);
  let place = 0;
  for (const orders of [...byOrders.keys()].sort((a, b) => a - b)) {
    const cells = [...(byOrders.get(orders) ?? [])].sort(([a], [b]) => a - b);
    for (const [key, count] of cells) {
      x[place] = orders;
      recency[place] = Math.floor(key / DAYS_APART);
      age[place] = key % DAYS_APART;
      weight[place] = count;
      place++;
    }
  }
  return { size, customers, x, recency, age, weight, days };
}

/** More days than any history has, so that two of them make one number. */
const DAYS_APART = 1 << 20;
