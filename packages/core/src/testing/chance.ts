/** Repeatable randomness: the same seed gives the same sequence on every machine. */
export interface Chance {
  /** Uniform in [0, 1). */
  next(): number;
  /** A whole number from `min` to `max`, both included. */
  int(min: number, max: number): number;
  /** One of the items, all alike. Throws RangeError on an empty list. */
  pick<T>(list: readonly T[]): T;
  /** One of the items in proportion to its weight. Throws RangeError if no weight is positive. */
  weighted<T>(items: readonly (readonly [item: T, weight: number])[]): T;
}

/**
 * The generator is sfc32, Chris Doty-Humphrey's "small fast counting" generator from PractRand (public domain;
 * period at least 2^32, passes PractRand and BigCrush), seeded as its author does: the seed in the state, the
 * counter at 1, and fifteen draws thrown away.
 */
export function seededChance(seed: number): Chance {
  let a = 0;
  let b = Math.floor(seed / 2 ** 32) | 0;
  let c = seed | 0;
  let counter = 1;

  function draw(): number {
    const out = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + out;
    return out >>> 0;
  }

  for (let round = 0; round < 15; round++) draw();

  const next = (): number => draw() / 2 ** 32;
  const int = (min: number, max: number): number => min + Math.floor(next() * (max - min + 1));
  return {
    next,
    int,
    pick<T>(list: readonly T[]): T {
      if (list.length === 0) throw new RangeError('Nothing to pick from');
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the index is inside the list
      return list[int(0, list.length - 1)] as T;
    },
    weighted<T>(items: readonly (readonly [item: T, weight: number])[]): T {
      let left = next() * items.reduce((sum, [, weight]) => sum + Math.max(0, weight), 0);
      let chosen: readonly [T, number] | undefined;
      for (const entry of items) {
        if (entry[1] <= 0) continue;
        chosen = entry;
        left -= entry[1];
        if (left < 0) break;
      }
      if (chosen === undefined) throw new RangeError('No weight is positive');
      return chosen[0];
    },
  };
}
