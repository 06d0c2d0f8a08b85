import { typesRead } from '@nardeban/core/criteria';
import { type Definition, factTypesRead } from '@nardeban/core/ladder';
import { LEVEL_FACTS, type Programme } from '@nardeban/core/programme';

/** The fact types that earning by these programmes, and standing on these ladders, look at. */
export function typesOfProgrammes(
  programmes: readonly Programme[],
  ladders: readonly Definition[],
): ReadonlySet<string> {
  const types = new Set<string>([...LEVEL_FACTS, 'product.bought', 'trait.changed', 'club.joined']);
  for (const { rules } of programmes) {
    for (const { on, who } of rules) {
      if (on.kind === 'fact') types.add(on.type);
      if (who !== undefined) for (const type of typesRead(who)) types.add(type);
    }
  }
  for (const definition of ladders) for (const type of factTypesRead(definition)) types.add(type);
  return types;
}

/** The ladders in force among those that rules name. */
export function laddersNamed(programmes: readonly Programme[]): ReadonlySet<string> {
  const keys = new Set<string>();
  for (const { rules } of programmes) {
    for (const { on, rungs, multipliers } of rules) {
      if (on.kind === 'rung') keys.add(on.ladder);
      if (rungs !== undefined) keys.add(rungs.ladder);
      for (const { ladder } of multipliers?.rungs ?? []) keys.add(ladder);
    }
  }
  return keys;
}
