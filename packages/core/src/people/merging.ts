import type { PersonId } from './register.ts';

/** One merge in force: the loser is the winner, until it is undone. */
export interface Merge {
  readonly loser: PersonId;
  readonly winner: PersonId;
}

/**
 * Whom each of these people is now, from the merges in force: everybody is the loser of one at most, so the way up
 * has no fork. A circle cannot be stored (only roots are merged); if one is given, it ends where it began.
 */
export function rootsAfter(people: readonly PersonId[], merges: readonly Merge[]): Map<PersonId, PersonId> {
  const winners = new Map(merges.map(({ loser, winner }) => [loser, winner]));
  const roots = new Map<PersonId, PersonId>();
  for (const person of people) {
    const passed = new Set([person]);
    let root = person;
    for (let next = winners.get(root); next !== undefined && !passed.has(next); next = winners.get(root)) {
      passed.add(next);
      root = next;
    }
    roots.set(person, root);
  }
  return roots;
}
