import type { Cells } from '../cells.ts';
import { inOrder } from './weighted.ts';

/** Days and orders beyond these are not told apart; nobody reaches them. */
const DAYS_APART = 2 ** 17;

/**
 * Cells of people in columns, which another thread can be given: `x` order days after the first, `recency` and `age` in whole
 * days, `after` the orders that came after the cut, where there was one, and how many people they are.
 */
export interface CellColumns {
  readonly size: number;
  readonly everybody: number;
  readonly x: Int32Array;
  readonly recency: Int32Array;
  readonly age: Int32Array;
  readonly after: Int32Array;
  readonly people: Int32Array;
}

const COLUMNS = ['x', 'recency', 'age', 'after', 'people'] as const;
const ROOM = 1024;

/**
 * People counted by what the models need to know of them, in whole days, while they go by one after the other: nobody is
 * kept but as one more in a cell. Some thirty bytes a cell, in columns that another thread reads where they are, and a table
 * of places (open addressing).
 */
export class CountedCells {
  #columns = room(ROOM);
  /** The number of a cell and one, at the place of its hash or the next that is free. */
  #places = new Int32Array(2 * ROOM);
  #size = 0;
  #everybody = 0;

  get size(): number {
    return this.#size;
  }

  get everybody(): number {
    return this.#everybody;
  }

  /** Counts one person; answers the number of their cell. */
  add(x: number, recency: number, age: number, after = 0): number {
    this.#everybody++;
    const columns = this.#columns;
    const mask = this.#places.length - 1;
    let place = hashOf(x, recency, age, after) & mask;
    for (;;) {
      const cell = (this.#places[place] as number) - 1;
      if (cell < 0) break;
      if (
        columns.x[cell] === x &&
        columns.recency[cell] === recency &&
        columns.age[cell] === age &&
        columns.after[cell] === after
      ) {
        columns.people[cell] = (columns.people[cell] as number) + 1;
        return cell;
      }
      place = (place + 1) & mask;
    }
    const cell = this.#size++;
    this.#places[place] = cell + 1;
    columns.x[cell] = x;
    columns.recency[cell] = recency;
    columns.age[cell] = age;
    columns.after[cell] = after;
    columns.people[cell] = 1;
    if (this.#size === columns.x.length) this.#grow();
    return cell;
  }

  /** What was counted so far; nobody is to be added afterwards. */
  columns(): CellColumns {
    const { x, recency, age, after, people } = this.#columns;
    const filled = (column: Int32Array): Int32Array => column.subarray(0, this.#size);
    return {
      size: this.#size,
      everybody: this.#everybody,
      x: filled(x),
      recency: filled(recency),
      age: filled(age),
      after: filled(after),
      people: filled(people),
    };
  }

  #grow(): void {
    const old = this.#columns;
    const larger = room(2 * this.#size);
    for (const name of COLUMNS) larger[name].set(old[name]);
    this.#columns = larger;
    const places = new Int32Array(4 * this.#size);
    const mask = places.length - 1;
    for (let cell = 0; cell < this.#size; cell++) {
      let place =
        hashOf(
          old.x[cell] as number,
          old.recency[cell] as number,
          old.age[cell] as number,
          old.after[cell] as number,
        ) & mask;
      while (places[place] !== 0) place = (place + 1) & mask;
      places[place] = cell + 1;
    }
    this.#places = places;
  }
}

function room(cells: number): Record<(typeof COLUMNS)[number], Int32Array> {
  const column = (): Int32Array =>
    new Int32Array(new SharedArrayBuffer(cells * Int32Array.BYTES_PER_ELEMENT));
  return { x: column(), recency: column(), age: column(), after: column(), people: column() };
}

/** Mixes four numbers to 32 bits (the finisher of MurmurHash3). */
function hashOf(x: number, recency: number, age: number, after: number): number {
  let hash = Math.imul(x, 0x9e37_79b1) ^ Math.imul(recency, 0x85eb_ca77);
  hash ^= Math.imul(age, 0xc2b2_ae3d) ^ Math.imul(after, 0x27d4_eb2f);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85eb_ca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2_ae35);
  return hash ^ (hash >>> 16);
}

/**
 * The cells in such an order that those with as many orders and of one age come after each other: much of what a model says
 * of them is the same.
 */
export function byOrdersAndAge({ size, x, age }: CellColumns): Uint32Array {
  const keys = new Float64Array(size);
  for (let cell = 0; cell < size; cell++)
    keys[cell] = (x[cell] as number) * DAYS_APART + (age[cell] as number);
  return inOrder(keys);
}

/** Some of the cells, or all in another order. */
export function cellsAt(cells: CellColumns, places: ArrayLike<number>): CellColumns {
  const of = (column: Int32Array): Int32Array => {
    const there = new Int32Array(places.length);
    for (let i = 0; i < there.length; i++) there[i] = column[places[i] as number] as number;
    return there;
  };
  const people = of(cells.people);
  return {
    size: places.length,
    everybody: people.reduce((sum, count) => sum + count, 0),
    x: of(cells.x),
    recency: of(cells.recency),
    age: of(cells.age),
    after: of(cells.after),
    people,
  };
}

/** Cells as the fit reads them: sorted, and without what came after. */
export function cellsOfColumns({ size, everybody, x, recency, age, people }: CellColumns): Cells {
  const keys = new Float64Array(size);
  for (let cell = 0; cell < size; cell++)
    keys[cell] =
      ((x[cell] as number) * DAYS_APART + (recency[cell] as number)) * DAYS_APART + (age[cell] as number);
  const sorted = {
    x: new Int32Array(size),
    recency: new Int32Array(size),
    age: new Int32Array(size),
    weight: new Float64Array(size),
  };
  let [last, before, days] = [-1, Number.NaN, 0];
  for (const cell of inOrder(keys)) {
    const key = keys[cell] as number;
    if (key !== before) {
      before = key;
      last++;
      sorted.x[last] = x[cell] as number;
      sorted.recency[last] = recency[cell] as number;
      sorted.age[last] = age[cell] as number;
    }
    sorted.weight[last] = (sorted.weight[last] as number) + (people[cell] as number);
    days = Math.max(days, age[cell] as number);
  }
  return {
    size: last + 1,
    customers: everybody,
    x: sorted.x.subarray(0, last + 1),
    recency: sorted.recency.subarray(0, last + 1),
    age: sorted.age.subarray(0, last + 1),
    weight: sorted.weight.subarray(0, last + 1),
    days,
  };
}
