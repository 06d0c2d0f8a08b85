import type { Criteria } from '../criteria/index.ts';
import type { Window } from '../values/index.ts';
import { placesOf, type Definition, type Rung, type Typology, type Words } from './ladder.ts';

/** A rung or a class, as a change names it: by the name it has now, or had last. */
export interface PlaceNamed {
  readonly key: string;
  readonly name: Words;
}

/** The rules of a place that are criteria. */
export type RulePart = 'enter' | 'stay' | 'when';
export type MeaningPart = 'who' | 'feels' | 'helps';

/** One thing that is different in a later definition. `place` null: the ladder or typology as a whole. */
export type DefinitionChange =
  | {
      readonly kind: 'renamed';
      readonly place: PlaceNamed | null;
      readonly before: Words;
      readonly after: Words;
    }
  | { readonly kind: 'added'; readonly place: PlaceNamed; readonly index: number }
  | { readonly kind: 'removed'; readonly place: PlaceNamed; readonly index: number }
  /** Stands elsewhere among the places that stayed; indexes are those of the two definitions. */
  | { readonly kind: 'moved'; readonly place: PlaceNamed; readonly from: number; readonly to: number }
  | {
      readonly kind: 'rule';
      readonly place: PlaceNamed;
      readonly part: RulePart;
      readonly before: Criteria | null;
      readonly after: Criteria | null;
    }
  | {
      readonly kind: 'grace';
      readonly place: PlaceNamed;
      readonly before: Window | null;
      readonly after: Window | null;
    }
  | {
      readonly kind: 'meaning';
      readonly place: PlaceNamed;
      readonly part: MeaningPart;
      readonly before: Words | null;
      readonly after: Words | null;
    };

/** What has to be said of a place; a rung and a class have different rules. */
type Place = Omit<Rung, 'enter'> &
  Partial<Pick<Rung, 'enter'>> &
  Partial<Pick<Typology['classes'][number], 'when'>>;

export function placesWithRules(definition: Definition): readonly Place[] {
  return definition.kind === 'ladder' ? definition.rungs : definition.classes;
}

/**
 * What changed from one definition to another, place by place in the order of the later one, those taken away last. A
 * place is the same when its key is. Nothing changed: an empty list.
 */
export function diffDefinitions(before: Definition, after: Definition): DefinitionChange[] {
  const changes: DefinitionChange[] = [];
  if (!sameParts(before.name, after.name))
    changes.push({ kind: 'renamed', place: null, before: before.name, after: after.name });
  const earlier = placesWithRules(before);
  const moved = movedKeys(before, after);
  for (const [index, place] of placesWithRules(after).entries()) {
    const old = earlier.find((one) => one.key === place.key);
    const named = { key: place.key, name: place.name };
    if (old === undefined) {
      changes.push({ kind: 'added', place: named, index });
      continue;
    }
    if (!sameParts(old.name, place.name))
      changes.push({ kind: 'renamed', place: named, before: old.name, after: place.name });
    if (moved.has(place.key))
      changes.push({ kind: 'moved', place: named, from: earlier.indexOf(old), to: index });
    changes.push(...changedRules(named, old, place));
  }
  for (const [index, place] of earlier.entries()) {
    if (!placesOf(after).some((one) => one.key === place.key))
      changes.push({ kind: 'removed', place: { key: place.key, name: place.name }, index });
  }
  return changes;
}

function changedRules(named: PlaceNamed, old: Place, place: Place): DefinitionChange[] {
  const changes: DefinitionChange[] = [];
  for (const part of ['enter', 'when', 'stay'] as const) {
    const [before, after] = [old[part] ?? null, place[part] ?? null];
    if (!sameParts(before, after)) changes.push({ kind: 'rule', place: named, part, before, after });
  }
  const [graceBefore, graceAfter] = [old.grace ?? null, place.grace ?? null];
  if (!sameParts(graceBefore, graceAfter))
    changes.push({ kind: 'grace', place: named, before: graceBefore, after: graceAfter });
  for (const part of ['who', 'feels', 'helps'] as const) {
    const [before, after] = [old.meaning?.[part] ?? null, place.meaning?.[part] ?? null];
    if (!sameParts(before, after)) changes.push({ kind: 'meaning', place: named, part, before, after });
  }
  return changes;
}

/** The places that have to be moved for the rest to keep its order: as few as can be. */
function movedKeys(before: Definition, after: Definition): ReadonlySet<string> {
  const was = placesOf(before).map(({ key }) => key);
  const stayed = placesOf(after)
    .map(({ key }) => key)
    .filter((key) => was.includes(key));
  // The longest run of places whose order did not change stays where it is.
  const longest: string[][] = [];
  for (const [index, key] of stayed.entries()) {
    const run = stayed
      .slice(0, index)
      .map((other, place) => (was.indexOf(other) < was.indexOf(key) ? (longest[place] ?? []) : []))
      .reduce((best, one) => (one.length > best.length ? one : best), [] as string[]);
    longest.push([...run, key]);
  }
  const kept = longest.reduce((best, one) => (one.length > best.length ? one : best), [] as string[]);
  return new Set(stayed.filter((key) => !kept.includes(key)));
}

/** Whether two parts say the same, in whatever order their names stand. */
export function sameParts(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const [ones, others] = [Object.entries(one), Object.entries(other)].map((all) =>
    all.filter(([, value]) => value !== undefined),
  ) as [[string, unknown][], [string, unknown][]];
  if (ones.length !== others.length) return false;
  const second = new Map(others);
  return ones.every(([name, value]) => second.has(name) && sameParts(value, second.get(name)));
}
