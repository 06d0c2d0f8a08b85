import { type Day, FIRST_TABLED_DAY, LAST_TABLED_DAY, MS_PER_DAY } from './days.ts';
import { findOffsets, type ZoneOffsets } from './zone-offsets.ts';

/** A moment, in milliseconds since 1970-01-01T00:00Z. */
export type Instant = number;

/** A time zone's days. Day d is the half-open stretch [startOf(d), startOf(d + 1)). */
export interface Zone {
  readonly name: string;
  /** The local day of an instant. Non-decreasing, also where clocks go back over midnight. */
  dayOf(at: Instant): Day;
  /** The first instant of a local day: midnight, or the end of the gap where midnight does not exist. */
  startOf(day: Day): Instant;
  /** The instant of a wall-clock time. In a gap the first instant after it; of two the first. */
  at(day: Day, msOfDay: number): Instant;
  /** Milliseconds that local time is ahead of UTC. */
  offsetAt(at: Instant): number;
}

const zones = new Map<string, Zone>();

/** The zone of an IANA name (`Asia/Tehran`), made once. Throws RangeError if there is none. */
export function zoneOf(name: string): Zone {
  let zone = zones.get(name);
  if (zone === undefined) {
    zone = new TabledZone(name);
    zones.set(name, zone);
  }
  return zone;
}

/** Whether `zoneOf` knows the name. */
export function isZone(name: string): boolean {
  if (zones.has(name)) return true;
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone: name }) instanceof Intl.DateTimeFormat;
  } catch {
    return false;
  }
}

/**
 * Keeps the first instant of every day of two centuries, so that the day of an instant is a guess and at most
 * two look-ups. `dayOf` is defined by `startOf`, which makes it monotone by construction. Before 1900 and
 * after 2100 the nearest known offset holds.
 */
class TabledZone implements Zone {
  readonly name: string;
  readonly #offsets: ZoneOffsets;
  readonly #starts: Float64Array;
  readonly #guess: number;
  readonly #first: number;
  readonly #last: number;

  constructor(name: string) {
    this.name = name;
    this.#offsets = findOffsets(name);
    this.#first = this.#offsets.offsets[0] ?? 0;
    this.#last = this.#offsets.offsets.at(-1) ?? 0;
    this.#guess = this.#last;
    this.#starts = new Float64Array(LAST_TABLED_DAY - FIRST_TABLED_DAY + 1);
    let segment = 0;
    for (let index = 0; index < this.#starts.length; index++) {
      const wall = (FIRST_TABLED_DAY + index) * MS_PER_DAY;
      segment = this.#segmentReaching(wall, segment);
      this.#starts[index] = this.#reachedIn(segment, wall);
    }
  }

  dayOf(at: Instant): Day {
    let day = Math.floor((at + this.#guess) / MS_PER_DAY);
    while (this.startOf(day) > at) day -= 1;
    while (this.startOf(day + 1) <= at) day += 1;
    return day;
  }

  startOf(day: Day): Instant {
    const start = this.#starts[day - FIRST_TABLED_DAY];
    if (start !== undefined) return start;
    return day * MS_PER_DAY - (day < FIRST_TABLED_DAY ? this.#first : this.#last);
  }

  at(day: Day, msOfDay: number): Instant {
    const wall = day * MS_PER_DAY + msOfDay;
    return this.#reachedIn(this.#segmentReaching(wall, this.#segmentOf(wall - 2 * MS_PER_DAY)), wall);
  }

  offsetAt(at: Instant): number {
    return this.#offsets.offsets[this.#segmentOf(at)] ?? this.#last;
  }

  /** The last stretch of equal offset that has begun at an instant. */
  #segmentOf(at: Instant): number {
    const { begins } = this.#offsets;
    let low = 0;
    let high = begins.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((begins[middle] ?? Infinity) <= at) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** The first stretch, from `segment` on, in which local time reaches the wall-clock time. */
  #segmentReaching(wall: number, segment: number): number {
    const { begins, offsets } = this.#offsets;
    let found = segment;
    while (found + 1 < begins.length && wall - (offsets[found] ?? 0) >= (begins[found + 1] ?? Infinity)) {
      found += 1;
    }
    return found;
  }

  #reachedIn(segment: number, wall: number): Instant {
    return Math.max(
      this.#offsets.begins[segment] ?? -Infinity,
      wall - (this.#offsets.offsets[segment] ?? this.#last),
    );
  }
}
