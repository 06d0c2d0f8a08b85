import { type Definition, placesWithRules } from '@nardeban/core/ladder';
import { emptyCriteria } from '../criteria/shape.ts';

/** Rungs and classes as the studio edits them: one list, whatever they are called. */
export type Place = ReturnType<typeof placesWithRules>[number];

export const listOf = (definition: Definition): 'rungs' | 'classes' =>
  definition.kind === 'ladder' ? 'rungs' : 'classes';

export const MOST_PLACES = { ladder: 12, typology: 40 } as const;
export const LEAST_PLACES = 2;

export function withPlaces(definition: Definition, places: readonly Place[]): Definition {
  return { ...definition, [listOf(definition)]: [...places] };
}

export function withPlace(definition: Definition, key: string, place: Place): Definition {
  return withPlaces(
    definition,
    placesWithRules(definition).map((one) => (one.key === key ? place : one)),
  );
}

/** A new rung stands on top; a new class stands before the last one, which takes everybody else. */
export function withNewPlace(definition: Definition): {
  readonly definition: Definition;
  readonly key: string;
} {
  const places = placesWithRules(definition);
  const key = freeKey(
    definition.kind === 'ladder' ? 'rung' : 'class',
    places.map((one) => one.key),
  );
  const name = { fa: '', en: '' };
  const place =
    definition.kind === 'ladder'
      ? { key, name, enter: emptyCriteria() }
      : { key, name, when: emptyCriteria() };
  const at = definition.kind === 'ladder' ? places.length : Math.max(0, places.length - 1);
  return { definition: withPlaces(definition, places.toSpliced(at, 0, place)), key };
}

export function withoutPlace(definition: Definition, key: string): Definition {
  return withPlaces(
    definition,
    placesWithRules(definition).filter((one) => one.key !== key),
  );
}

export function movedTo(definition: Definition, key: string, to: number): Definition {
  const places = placesWithRules(definition);
  const from = places.findIndex((one) => one.key === key);
  const place = places[from];
  if (place === undefined || to < 0 || to >= places.length || to === from) return definition;
  return withPlaces(definition, places.toSpliced(from, 1).toSpliced(to, 0, place));
}

/** Whether the rules ask nothing here: the bottom rung, and the class that takes everybody else. */
export function asksNothingAt(definition: Definition, index: number): boolean {
  return definition.kind === 'ladder' ? index === 0 : index === placesWithRules(definition).length - 1;
}

/** The place without its rules, for where nothing may be asked. */
export function withoutRules({
  enter: _enter,
  stay: _stay,
  grace: _grace,
  when: _when,
  ...place
}: Place): Place {
  return place;
}

function freeKey(word: string, taken: readonly string[]): string {
  let number = taken.length + 1;
  while (taken.includes(`${word}-${number}`)) number++;
  return `${word}-${number}`;
}

/** A key from a name: what of it is Latin, or the kind with a number. */
export function keyFrom(name: string, kind: Definition['kind'], taken: readonly string[]): string {
  const letters = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+|-+$/g, '')
    .slice(0, 50);
  if (letters !== '' && !taken.includes(letters)) return letters;
  return freeKey(letters === '' ? kind : letters, taken);
}
