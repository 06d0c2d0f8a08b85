import type { Cells } from './cells.ts';

/** So few cells that all of them are looked at at every step. */
const FEW = 16_384;
/** About so many are enough to come beside the maximum. */
const MOST_COARSE = 8_192;
/** Days that are longer than this part of the time seen tell recency from age no more. */
const FEWEST_DAYS = 24;

/**
 * The same people on a grid of longer days, `days` of the old ones each: times rounded to the nearest, weights added up.
 * Its maximum lies beside that of the cells, and is found for a fraction of the work. Null where there are so few cells
 * that it saves nothing.
 */
export function coarseCells(cells: Cells): { readonly cells: Cells; readonly days: number } | null {
  if (cells.size <= FEW) return null;
  for (let days = 2; cells.days / days >= FEWEST_DAYS; days = Math.ceil(days * 1.4)) {
    const coarse = onGridOf(cells, days);
    if (coarse !== null) return { cells: coarse, days };
  }
  return null;
}

/** Null as soon as there are more than are wanted. */
function onGridOf(cells: Cells, days: number): Cells | null {
  const side = Math.round(cells.days / days) + 1;
  const weights = new Float64Array(side * side);
  const x = new Int32Array(MOST_COARSE);
  const recency = new Int32Array(MOST_COARSE);
  const age = new Int32Array(MOST_COARSE);
  const weight = new Float64Array(MOST_COARSE);
  let size = 0;
  for (let from = 0; from < cells.size; ) {
    const orders = cells.x[from] as number;
    const places: number[] = [];
    let to = from;
    for (; to < cells.size && cells.x[to] === orders; to++) {
      const place =
        Math.round((cells.recency[to] as number) / days) * side +
        Math.round((cells.age[to] as number) / days);
      if (weights[place] === 0 && places.push(place) > MOST_COARSE - size) return null;
      weights[place] = (weights[place] as number) + (cells.weight[to] as number);
    }
    for (const place of places.sort((a, b) => a - b)) {
      x[size] = orders;
      recency[size] = Math.floor(place / side);
      age[size] = place % side;
      weight[size] = weights[place] as number;
      weights[place] = 0;
      size++;
    }
    from = to;
  }
  return {
    size,
    customers: cells.customers,
    x: x.subarray(0, size),
    recency: recency.subarray(0, size),
    age: age.subarray(0, size),
    weight: weight.subarray(0, size),
    days: side - 1,
  };
}
