import { placesWithRules, sameParts } from './diff.ts';
import type { Definition, Words } from './ladder.ts';

/** A part that two people changed in different ways. `place` null: the ladder's own name; part `order`: the list itself. */
export interface MergeConflict {
  readonly place: { readonly key: string; readonly name: Words } | null;
  readonly part: string;
}

const PARTS = ['name', 'meaning', 'enter', 'stay', 'grace', 'when'] as const;

/**
 * Two definitions that were both begun from `base`, made one. What only one of the two changed is taken from them;
 * what both changed alike is taken once. What both changed differently is a conflict: the list says which parts, and
 * `merged` then holds `mine` there.
 */
export function mergeDefinitions(
  base: Definition,
  mine: Definition,
  theirs: Definition,
): { readonly merged: Definition; readonly conflicts: readonly MergeConflict[] } {
  const conflicts: MergeConflict[] = [];
  const choose = (one: unknown, two: unknown, from: unknown, clash: () => MergeConflict): unknown => {
    if (sameParts(one, two) || sameParts(two, from)) return one;
    if (sameParts(one, from)) return two;
    conflicts.push(clash());
    return one;
  };
  const keysOf = (definition: Definition) => placesWithRules(definition).map(({ key }) => key);
  const keys = choose(keysOf(mine), keysOf(theirs), keysOf(base), () => ({
    place: null,
    part: 'order',
  })) as string[];
  const find = (definition: Definition, key: string) =>
    placesWithRules(definition).find((place) => place.key === key);
  const places = keys.map((key) => {
    const [one, two, from] = [find(mine, key), find(theirs, key), find(base, key)];
    const stands = one ?? two;
    const parts = PARTS.flatMap((part) => {
      const chosen =
        one !== undefined && two !== undefined
          ? choose(one[part], two[part], from?.[part], () => ({
              place: { key, name: one.name },
              part,
            }))
          : stands?.[part];
      return chosen === undefined ? [] : [[part, chosen] as const];
    });
    return { key, ...Object.fromEntries(parts) };
  });
  // Somebody changed what the other took away: neither may win in silence.
  for (const [changer, other] of [
    [mine, theirs],
    [theirs, mine],
  ] as const) {
    for (const place of placesWithRules(changer)) {
      const from = find(base, place.key);
      if (from === undefined || find(other, place.key) !== undefined || sameParts(from, place)) continue;
      conflicts.push({ place: { key: place.key, name: place.name }, part: 'removed' });
    }
  }
  const name = choose(mine.name, theirs.name, base.name, () => ({ place: null, part: 'name' })) as Words;
  const list = mine.kind === 'ladder' ? { rungs: places } : { classes: places };
  return { merged: { kind: mine.kind, key: mine.key, name, ...list } as unknown as Definition, conflicts };
}
