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
    const first = columns.reduce((low, [, column]) => Math.min(low, column.first), Number.POSITIVE_INFINITY);
    const end = columns.reduce(
      (high, [, { first: from, counts }]) => Math.max(high, from + counts.length),
      first,
    );
    for (let day = first; day < end; day++) {
      for (const [key, column] of columns) {
        const count = column.at(day);
        if (count !== 0) yield { day, key, count };
      }
    }
  }
}
