import type { Refusal } from '../../values/index.ts';
import type { Programme } from '../definition.ts';

interface Named {
  readonly key?: string;
  readonly name?: { readonly fa: string; readonly en: string };
}

function lists(programme: Programme): readonly (readonly [path: string, list: readonly Named[]])[] {
  return [
    ['wallets', programme.wallets],
    ['rules', programme.rules],
    ['groups', programme.groups ?? []],
    ['campaigns', programme.campaigns ?? []],
    ['goals', programme.goals ?? []],
    ['levels.levels', programme.levels?.levels ?? []],
  ];
}

/** Names that are empty in one of the languages. */
export function nameFaults(programme: Programme): Refusal[] {
  const faults: Refusal[] = [];
  const check = (name: Named['name'], path: string): void => {
    for (const language of ['fa', 'en'] as const)
      if (name !== undefined && name[language].trim() === '')
        faults.push({ code: 'name_missing_in_language', field: `${path}.${language}` });
  };
  check(programme.name, 'name');
  check(programme.levels?.name, 'levels.name');
  for (const [path, list] of lists(programme))
    for (const [index, { name }] of list.entries()) check(name, `${path}[${index}].name`);
  return faults;
}

/** Keys that stand twice in one list: codes and entries would name two things by them. */
export function repeatedKeys(programme: Programme): Refusal[] {
  const faults: Refusal[] = [];
  for (const [path, list] of lists(programme)) {
    const seen = new Set<string>();
    for (const [index, { key }] of list.entries()) {
      if (key === undefined) continue;
      if (seen.has(key))
        faults.push({ code: 'club_key_repeated', field: `${path}[${index}].key`, detail: { key } });
      seen.add(key);
    }
  }
  return faults;
}
