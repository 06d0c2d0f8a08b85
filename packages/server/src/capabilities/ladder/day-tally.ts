/** How many per day, for days that lie close together, as numbers in a row: a map of them all cost ten times as much. */
class Column {
  first = 0;
  counts = new Int32Array(0);

  at(day: number): number {
    const place = day - this.first;
    // Reading past the end of such an array is slow.
    return place >= 0 && place < this.counts.length ? (this.counts[place] as number) : 0;
  }

  add(day: number, count: number): void {
    if (day < this.first || day >= this.first + this.counts.length) this.#reach(day);
    const at = day - this.first;
    this.counts[at] = (this.counts[at] ?? 0) + count;
  }

  #reach(day: number): void {
    if (this.counts.length === 0) this.first = day;
    const room = Math.max(64, this.counts.length);
    const end = this.first + this.counts.length;
    const [first, last] =
      day < this.first
        ? [Math.min(day, this.first - room), end]
        : [this.first, Math.max(day + 1, end + room)];
    const grown = new Int32Array(last - first);
    grown.set(this.counts, this.first - first);
    this.first = first;
    this.counts = grown;
  }
}

export interface Tallied {
  readonly day: number;
  readonly key: number;
  readonly count: number;
}

/** Counts by day and by a whole number that says of what; told in order of day and then of key. */
export class DayTally {
  readonly #columns = new Map<number, Column>();

  add(day: number, key: number, count = 1): void {
    let column = this.#columns.get(key);
    if (column === undefined) {
      column = new Column();
      this.#columns.set(key, column);
    }
    column.add(day, count);
  }

  *[Symbol.iterator](): Generator<Tallied> {
    const columns = [...this.#columns].sort(([a], [b]) => a - b);
    // Most columns have nothing on most days: what there is is laid in order of day before it is told.
    const places = new Column();
    for (const [, { first, counts }] of columns)
      for (let nth = 0; nth < counts.length; nth++) if (counts[nth] !== 0) places.add(first + nth, 1);
    let rows = 0;
    for (const [nth, some] of places.counts.entries()) {
      places.counts[nth] = rows;
      rows += some;
    }
    const keys = new Float64Array(rows);
    const days = new Int32Array(rows);
    const told = new Int32Array(rows);
    for (const [key, { first, counts }] of columns) {
      for (let nth = 0; nth < counts.length; nth++) {
        if (counts[nth] === 0) continue;
        const at = places.at(first + nth);
        places.add(first + nth, 1);
        keys[at] = key;
        days[at] = first + nth;
        told[at] = counts[nth] as number;
      }
    }
    for (let at = 0; at < rows; at++)
      yield { day: days[at] as number, key: keys[at] as number, count: told[at] as number };
  }
}
