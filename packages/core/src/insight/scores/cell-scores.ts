import type { CellColumns } from './counted-cells.ts';
import { type CellScore, scorerOf, type ScoringBy } from './scoring.ts';

const FIGURES = [
  'quiet',
  'quietYear',
  'residual',
  'paceYear',
  'expected90',
  'square90',
  'none90',
  'expectedYear',
  'squareYear',
  'noneYear',
] as const;
const COUNTS = ['low90', 'high90', 'lowYear', 'highYear'] as const;

/** What `scorerOf` says of every cell, in columns: a tenth of what as many objects take, and fit for another thread. */
export type CellScores = Readonly<
  Record<(typeof FIGURES)[number], Float64Array> & Record<(typeof COUNTS)[number], Int32Array>
>;

export function scoresOfCells(by: ScoringBy, { size, x, recency, age }: CellColumns): CellScores {
  const columns = Object.fromEntries([
    ...FIGURES.map((name) => [name, new Float64Array(size)]),
    ...COUNTS.map((name) => [name, new Int32Array(size)]),
  ]) as CellScores;
  const score = scorerOf(by);
  for (let cell = 0; cell < size; cell++) {
    const one = score(x[cell] as number, recency[cell] as number, age[cell] as number);
    columns.quiet[cell] = one.quiet;
    columns.quietYear[cell] = one.quietYear;
    columns.residual[cell] = one.residual;
    columns.paceYear[cell] = one.paceYear;
    columns.expected90[cell] = one.short.expected;
    columns.square90[cell] = one.short.square;
    columns.none90[cell] = one.short.none;
    columns.low90[cell] = one.short.low;
    columns.high90[cell] = one.short.high;
    columns.expectedYear[cell] = one.year.expected;
    columns.squareYear[cell] = one.year.square;
    columns.noneYear[cell] = one.year.none;
    columns.lowYear[cell] = one.year.low;
    columns.highYear[cell] = one.year.high;
  }
  return columns;
}

export function cellScoreAt(scores: CellScores, cell: number): CellScore {
  return {
    quiet: scores.quiet[cell] as number,
    quietYear: scores.quietYear[cell] as number,
    residual: scores.residual[cell] as number,
    paceYear: scores.paceYear[cell] as number,
    short: {
      expected: scores.expected90[cell] as number,
      square: scores.square90[cell] as number,
      none: scores.none90[cell] as number,
      low: scores.low90[cell] as number,
      high: scores.high90[cell] as number,
    },
    year: {
      expected: scores.expectedYear[cell] as number,
      square: scores.squareYear[cell] as number,
      none: scores.noneYear[cell] as number,
      low: scores.lowYear[cell] as number,
      high: scores.highYear[cell] as number,
    },
  };
}
