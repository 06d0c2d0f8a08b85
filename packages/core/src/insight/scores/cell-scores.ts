import { byOrdersAndAge, type CellColumns } from './counted-cells.ts';
import type { OrdersForetold } from './orders-ahead.ts';
import { type CellScore, scorerOf, type ScoringBy } from './scoring.ts';

/** Orders foretold, cell by cell. */
interface OrdersColumns {
  readonly expected: Float32Array;
  readonly square: Float32Array;
  readonly none: Float32Array;
  readonly low: Int32Array;
  readonly high: Int32Array;
}

/**
 * What `scorerOf` says of every cell, to seven digits, in columns: a tenth of what as many objects take, and fit for another
 * thread.
 */
export interface CellScores {
  readonly quiet: Float32Array;
  readonly quietYear: Float32Array;
  readonly residual: Float32Array;
  readonly paceYear: Float32Array;
  readonly short: OrdersColumns;
  readonly year: OrdersColumns;
}

export function scoresOfCells(by: ScoringBy, cells: CellColumns): CellScores {
  const { size, x, recency, age } = cells;
  const columns: CellScores = {
    quiet: new Float32Array(size),
    quietYear: new Float32Array(size),
    residual: new Float32Array(size),
    paceYear: new Float32Array(size),
    short: ordersColumns(size),
    year: ordersColumns(size),
  };
  const score = scorerOf(by);
  for (const cell of byOrdersAndAge(cells)) {
    const one = score(x[cell] as number, recency[cell] as number, age[cell] as number);
    columns.quiet[cell] = one.quiet;
    columns.quietYear[cell] = one.quietYear;
    columns.residual[cell] = one.residual;
    columns.paceYear[cell] = one.paceYear;
    putOrders(columns.short, cell, one.short);
    putOrders(columns.year, cell, one.year);
  }
  return columns;
}

export function cellScoreAt(scores: CellScores, cell: number): CellScore {
  return {
    quiet: scores.quiet[cell] as number,
    quietYear: scores.quietYear[cell] as number,
    residual: scores.residual[cell] as number,
    paceYear: scores.paceYear[cell] as number,
    short: ordersAt(scores.short, cell),
    year: ordersAt(scores.year, cell),
  };
}

function ordersColumns(size: number): OrdersColumns {
  return {
    expected: new Float32Array(size),
    square: new Float32Array(size),
    none: new Float32Array(size),
    low: new Int32Array(size),
    high: new Int32Array(size),
  };
}

function putOrders(columns: OrdersColumns, cell: number, orders: OrdersForetold): void {
  columns.expected[cell] = orders.expected;
  columns.square[cell] = orders.square;
  columns.none[cell] = orders.none;
  columns.low[cell] = orders.low;
  columns.high[cell] = orders.high;
}

function ordersAt(columns: OrdersColumns, cell: number): OrdersForetold {
  return {
    expected: columns.expected[cell] as number,
    square: columns.square[cell] as number,
    none: columns.none[cell] as number,
    low: columns.low[cell] as number,
    high: columns.high[cell] as number,
  };
}
