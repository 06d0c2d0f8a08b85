import { murmur3 } from './hash.ts';

/** Who is left alone (`held`), and who gets what is tried (`treated`). */
export type Arm = 'held' | 'treated';

export const BUCKETS = 10_000;

/** An experiment as far as assignment needs it. */
export interface Split {
  readonly salt: string;
  /** The number or name by which the experiment is known for ever. */
  readonly experiment: string | number;
  /** Ten-thousandths of the people who are held back: 1000 is a tenth. */
  readonly held: number;
}

/** The bucket of a person, 0 to 9999: the same for ever, and another one in every experiment. */
export function bucketOf(
  { salt, experiment }: Pick<Split, 'salt' | 'experiment'>,
  person: string | number,
): number {
  // The highest part of the product and not the remainder, so that no bucket is more likely than another by more than 1e-6.
  return Math.floor((murmur3(`${salt}:${experiment}:${person}`) / 2 ** 32) * BUCKETS);
}

export function armOf(split: Split, person: string | number): Arm {
  return bucketOf(split, person) < split.held ? 'held' : 'treated';
}

/** An assignment as it was written down. */
export interface Assigned {
  readonly person: number;
  readonly arm: Arm;
  /** Epoch milliseconds. */
  readonly at: number;
}

/**
 * What counts for somebody who was merged out of several people: the assignment that was made first (of the same instant,
 * that of the lower number). It is what they were treated by first, it needs no new draw, and undoing the merge brings
 * the others back. `crossed` says that there was one in the other arm as well. Null for nobody assigned.
 */
export function assignmentThatCounts(
  assignments: readonly Assigned[],
): { readonly assigned: Assigned; readonly crossed: boolean } | null {
  let first: Assigned | null = null;
  for (const one of assignments) {
    if (first === null || one.at < first.at || (one.at === first.at && one.person < first.person))
      first = one;
  }
  if (first === null) return null;
  const { arm } = first;
  return { assigned: first, crossed: assignments.some((one) => one.arm !== arm) };
}
