/** Repeatable randomness of the pretend world: the same numbers give the same sequence on every machine. */
export interface Chance {
  /** Uniform in [0, 1). */
  next(): number;
  /** Whether something of this probability happens. */
  is(probability: number): boolean;
  /** A whole number from `min` to `max`, both included. */
  int(min: number, max: number): number;
  /** One of the items, all alike. Throws RangeError on an empty list. */
  pick<T>(list: readonly T[]): T;
  /** One of the items in proportion to its weight; the weights are positive. */
  weighted<T>(items: Weighted<T>): T;
  /** Around `mean`, bell-shaped (the sum of four uniform draws: cheap, and never absurdly far off). */
  about(mean: number, spread: number): number;
  /** A waiting time: memoryless, with this mean. */
  wait(mean: number): number;
}

export type Weighted<T> = readonly (readonly [item: T, weight: number])[];

/**
 * sfc32, Chris Doty-Humphrey's "small fast counting" generator of PractRand (public domain), seeded by two numbers:
 * the world's seed and the stream's own number. So every household of the pretend world has a stream of its own, and
 * a change in the life of one leaves the others as they were.
 */
export function chanceOf(seed: number, stream: number): Chance {
  let a = seed | 0;
  let b = stream | 0;
  let c = Math.imul(seed ^ 0x9e37_79b9, stream + 0x85eb) | 0;
  let counter = 1;

  function next(): number {
    const out = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + out;
    return (out >>> 0) / 2 ** 32;
  }

  for (let round = 0; round < 15; round++) next();

  return {
    next,
    is: (probability) => next() < probability,
    int: (min, max) => min + Math.floor(next() * (max - min + 1)),
    pick(list) {
      const found = list[Math.floor(next() * list.length)];
      if (found === undefined) throw new RangeError('Nothing to pick from');
      return found;
    },
    weighted(items) {
      let total = 0;
      for (const [, weight] of items) total += weight;
      let left = next() * total;
      for (const [item, weight] of items) {
        left -= weight;
        if (left < 0) return item;
      }
      const last = items.at(-1);
      if (last === undefined) throw new RangeError('Nothing to pick from');
      return last[0];
    },
    // Four uniform draws have the variance 4/12, so √3 makes the spread a standard deviation.
    about: (mean, spread) => mean + spread * Math.sqrt(3) * (next() + next() + next() + next() - 2),
    wait: (mean) => -mean * Math.log(1 - next()),
  };
}
