import { sameParts } from '@nardeban/core/ladder';
import type { Programme } from '@nardeban/core/programme';

interface Keyed {
  readonly key: string;
}

const LISTS = ['wallets', 'rules', 'groups', 'campaigns', 'goals'] as const;
const WHOLES = ['name', 'membership', 'levels', 'referral', 'budget'] as const;

/**
 * Two programmes that were both begun from `base`, made one. What only one of the two changed is taken from them; where
 * both changed the same wallet, rule or part differently, `conflicts` names it and `merged` holds mine.
 */
export function mergeProgrammes(
  base: Programme,
  mine: Programme,
  theirs: Programme,
): { readonly merged: Programme; readonly conflicts: readonly string[] } {
  const conflicts: string[] = [];
  const choose = <Part>(one: Part, two: Part, from: Part, name: string): Part => {
    if (sameParts(one, two) || sameParts(two, from)) return one;
    if (sameParts(one, from)) return two;
    conflicts.push(name);
    return one;
  };
  const merged: Record<string, unknown> = {};
  for (const part of WHOLES) {
    const chosen = choose<unknown>(mine[part], theirs[part], base[part], part);
    if (chosen !== undefined) merged[part] = chosen;
  }
  for (const part of LISTS) {
    const [one, two, from] = [mine, theirs, base].map((programme): readonly Keyed[] => programme[part] ?? []);
    const list = mergeLists(one ?? [], two ?? [], from ?? [], (mineOne, theirsOne, baseOne, key) =>
      choose(mineOne, theirsOne, baseOne, `${part}.${key}`),
    );
    if (list.length > 0 || part === 'wallets' || part === 'rules') merged[part] = list;
  }
  return { merged: merged as unknown as Programme, conflicts };
}

type Choose = (
  one: Keyed | undefined,
  two: Keyed | undefined,
  from: Keyed | undefined,
  key: string,
) => Keyed | undefined;

/** In my order, with what they added after it. */
function mergeLists(
  mine: readonly Keyed[],
  theirs: readonly Keyed[],
  base: readonly Keyed[],
  choose: Choose,
): Keyed[] {
  const find = (list: readonly Keyed[], key: string) => list.find((one) => one.key === key);
  const keys = new Set([...mine, ...theirs].map(({ key }) => key));
  return [...keys].flatMap((key) => {
    const chosen = choose(find(mine, key), find(theirs, key), find(base, key), key);
    return chosen === undefined ? [] : [chosen];
  });
}
