import { cellsAt, type CellColumns } from './counted-cells.ts';

/** Newcomers are counted by so many days. */
const STRETCH = 30;
/** A year of stretches, so that what is usual can be told from the later half of them. */
const FEWEST_STRETCHES = 12;
/** More than so many times the usual, and more above it than chance brings, are not all new. */
const TOO_MANY = 1.5;
const BEYOND_CHANCE = 3;
/** A run of many newcomers that takes a longer part of the time is a shop that was larger once. */
const LONGEST_SHARE = 0.25;

/**
 * How many days from the first order on seem to hold old customers who were only first *seen* then: the stretches at the
 * beginning in which far more people ordered for the first time than is usual later. A shop's list begins, and whoever
 * came before it began looks like new on their next order. 0 where nothing of the kind is seen, or cannot be told: in less
 * than a year, or where nobody new comes later. `newcomers` has the people first seen on each day.
 */
export function daysOfFirstSeen(newcomers: ArrayLike<number>): number {
  const stretches = Math.floor(newcomers.length / STRETCH);
  if (stretches < FEWEST_STRETCHES) return 0;
  const counts = Array.from({ length: stretches }, (_, stretch) => {
    let sum = 0;
    for (let day = stretch * STRETCH; day < (stretch + 1) * STRETCH; day++) sum += newcomers[day] as number;
    return sum;
  });
  const later = counts.slice(Math.ceil(stretches / 2)).sort((a, b) => a - b);
  const usual = later[Math.floor(later.length / 2)] ?? 0;
  if (usual === 0) return 0;
  const most = Math.max(TOO_MANY * usual, usual + BEYOND_CHANCE * Math.sqrt(usual));
  const length = counts.findIndex((count) => count <= most);
  return length < 0 || length > LONGEST_SHARE * stretches ? 0 : length * STRETCH;
}

/** The people of cells first seen on each day, from the first of them to the day they are all seen from. */
export function newcomersOf({ size, age, people }: CellColumns): Float64Array {
  let oldest = -1;
  for (let cell = 0; cell < size; cell++) oldest = Math.max(oldest, age[cell] as number);
  const newcomers = new Float64Array(oldest + 1);
  for (let cell = 0; cell < size; cell++) {
    const day = oldest - (age[cell] as number);
    newcomers[day] = (newcomers[day] as number) + (people[cell] as number);
  }
  return newcomers;
}

/** Those whose first order is at most so many days ago. */
export function youngerThan(cells: CellColumns, oldest: number): CellColumns {
  const kept: number[] = [];
  for (let cell = 0; cell < cells.size; cell++) if ((cells.age[cell] as number) <= oldest) kept.push(cell);
  return cellsAt(cells, kept);
}
