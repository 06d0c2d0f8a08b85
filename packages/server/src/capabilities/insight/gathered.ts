import { type Buyer, type CellColumns, CountedCells, orderDays } from '@nardeban/core/insight';
import type { Day } from '@nardeban/core/values';

/** Room for so many people at first; it doubles. */
const ROOM = 4096;

/**
 * What is kept of every buyer between the walk over their orders and their scores: some numbers in typed arrays, and two
 * tables of cells in which people with the same order days are one.
 */
export class Gathered {
  /** The tables while people come, then their columns alone. */
  #today: CountedCells | CellColumns = new CountedCells();
  #cut: CountedCells | null = new CountedCells();
  size = 0;
  people = new Float64Array(ROOM);
  /** The number of their cell in `today()`. */
  cell = new Int32Array(ROOM);
  mean = new Float64Array(ROOM);
  spent = new Float64Array(ROOM);
  firstDay = Number.POSITIVE_INFINITY;
  lastDay = Number.NEGATIVE_INFINITY;
  threeOrders = 0;
  /** Buyers of whom no more is left than came back. */
  withoutValue = 0;
  readonly asOf: Day;
  readonly #cutDay: Day;

  constructor(asOf: Day, horizon: number) {
    this.asOf = asOf;
    this.#cutDay = asOf - horizon;
  }

  take(personId: number, { orders }: Buyer): void {
    const { first, last, repeats, mean, spent, atCut } = orderDays(orders, this.#cutDay);
    if (this.size === this.people.length) this.#grow();
    const [ofToday, ofCut] = [this.#today, this.#cut];
    if (!('add' in ofToday) || ofCut === null) throw new Error('Everybody had been taken');
    const place = this.size++;
    this.people[place] = personId;
    this.mean[place] = mean;
    this.spent[place] = spent;
    this.cell[place] = ofToday.add(repeats, last - first, this.asOf - first);
    if (atCut !== null) ofCut.add(atCut.repeats, atCut.last - first, this.#cutDay - first, atCut.after);
    if (first < this.firstDay) this.firstDay = first;
    if (last > this.lastDay) this.lastDay = last;
    if (repeats >= 2) this.threeOrders++;
    if (spent <= 0) this.withoutValue++;
  }

  /** The cells of everybody; asked for when all have been taken. */
  today(): CellColumns {
    if ('add' in this.#today) this.#today = this.#today.columns();
    return this.#today;
  }

  /** As they were at the cut, with what came after it. Given away: asked for once. */
  cut(): CellColumns {
    if (this.#cut === null) throw new Error('The cut was given away');
    const cut = this.#cut.columns();
    this.#cut = null;
    return cut;
  }

  #grow(): void {
    const room = 2 * this.people.length;
    const grown = <Column extends Float64Array | Int32Array>(column: Column, larger: Column): Column => {
      larger.set(column);
      return larger;
    };
    this.people = grown(this.people, new Float64Array(room));
    this.cell = grown(this.cell, new Int32Array(room));
    this.mean = grown(this.mean, new Float64Array(room));
    this.spent = grown(this.spent, new Float64Array(room));
  }
}
