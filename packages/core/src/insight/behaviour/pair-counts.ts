const SMALLEST = 1 << 12;
/** Pairs held at once: 32 MB. */
const LARGEST = 1 << 20;
const FULL = 0.7;

/**
 * What is kept of a pair, side by side in one array, so that one look at memory fetches all of it: first and second (first
 * is one more, so that 0 is an empty place), how often, from how many people, the person counted last, and how often it
 * may have come before it was kept.
 */
const WIDTH = 8;
const TO = 1;
const COUNT = 2;
const PEOPLE = 3;
const LATEST = 4;
const MISSED = 5;

/** A pair, how often it came, from how many people, and how often it may have come before it was kept. */
export interface PairCount {
  readonly from: number;
  readonly to: number;
  readonly count: number;
  readonly people: number;
  readonly missed: number;
}

/**
 * Counts pairs of small whole numbers in bounded memory by lossy counting (Manku and Motwani, VLDB 2002): exact while
 * they fit; when they do not, those that came least are let go, and a pair kept later tells how many it may have missed.
 * An open hash over one typed array, because there are millions of takes.
 */
export class PairCounts {
  private capacity = SMALLEST;
  private size = 0;
  private table = new Int32Array(SMALLEST * WIDTH);
  private letGo = 0;
  private readonly largest: number;

  constructor(largest: number = LARGEST) {
    this.largest = largest;
  }

  /** The most that the count of any pair may be short by. */
  get shortBy(): number {
    return this.letGo;
  }

  /** `person` is a number above 0 of whoever bought both. */
  take(from: number, to: number, person: number): void {
    let place = this.placeOf(from + 1, to);
    if (this.table[place] === 0) {
      if (this.size >= FULL * this.capacity) {
        this.makeRoom();
        place = this.placeOf(from + 1, to);
      }
      this.table[place] = from + 1;
      this.table[place + TO] = to;
      this.table[place + MISSED] = this.letGo;
      this.size++;
    }
    const { table } = this;
    table[place + COUNT] = (table[place + COUNT] as number) + 1;
    if (table[place + LATEST] === person) return;
    table[place + LATEST] = person;
    table[place + PEOPLE] = (table[place + PEOPLE] as number) + 1;
  }

  *all(): Generator<PairCount> {
    const { table } = this;
    for (let place = 0; place < table.length; place += WIDTH) {
      if (table[place] === 0) continue;
      yield {
        from: (table[place] as number) - 1,
        to: table[place + TO] as number,
        count: table[place + COUNT] as number,
        people: table[place + PEOPLE] as number,
        missed: table[place + MISSED] as number,
      };
    }
  }

  /** Where a pair stands in the table, or the empty place where it would. */
  private placeOf(first: number, to: number): number {
    const { table } = this;
    const mask = this.capacity - 1;
    let hash = Math.imul(first, 0x9e3779b1) ^ Math.imul(to + 1, 0x85ebca77);
    hash ^= hash >>> 15;
    let place = (hash & mask) * WIDTH;
    while (table[place] !== 0 && (table[place] !== first || table[place + TO] !== to))
      place = place + WIDTH === table.length ? 0 : place + WIDTH;
    return place;
  }

  private makeRoom(): void {
    if (this.capacity < this.largest) {
      this.rebuild(this.capacity * 2);
      return;
    }
    while (this.size > (FULL / 2) * this.capacity) {
      this.letGo++;
      this.rebuild(this.capacity);
    }
  }

  /** Into a new table, without the pairs that came no oftener than one kept now may have missed. */
  private rebuild(capacity: number): void {
    const old = this.table;
    this.capacity = capacity;
    this.size = 0;
    this.table = new Int32Array(capacity * WIDTH);
    for (let place = 0; place < old.length; place += WIDTH) {
      const first = old[place] as number;
      if (first === 0 || (old[place + COUNT] as number) + (old[place + MISSED] as number) <= this.letGo)
        continue;
      this.table.set(old.subarray(place, place + WIDTH), this.placeOf(first, old[place + TO] as number));
      this.size++;
    }
  }
}
