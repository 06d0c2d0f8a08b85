import { looseKey } from '../../values/index.ts';

/** What is known of somebody that another may share. */
export interface Profile {
  readonly products: readonly string[];
  readonly categories: readonly string[];
  /** Present traits by name: trade, city, size … */
  readonly traits: Readonly<Record<string, string>>;
  readonly tags: readonly string[];
  /** Rungs and types they stand on now, as `ladder:rung`. */
  readonly segments: readonly string[];
}

export type LikenessKind = 'product' | 'category' | 'trade' | 'city' | 'trait' | 'tag' | 'segment';

/** One thing two people have in common. */
export interface Likeness {
  readonly kind: LikenessKind;
  /** Which trait; null for the others. */
  readonly name: string | null;
  readonly value: string;
  readonly points: number;
}

export interface Alike {
  readonly points: number;
  /** What they have in common, the weightiest first. None: nothing. */
  readonly because: readonly Likeness[];
}

/** What was bought says most; then what somebody does; where they live and how we sort them says less. */
const POINTS: Readonly<Record<LikenessKind, number>> = {
  product: 40,
  category: 25,
  trade: 20,
  city: 10,
  trait: 6,
  tag: 6,
  segment: 8,
};
const TRADES: ReadonlySet<string> = new Set(['industry', 'job']);
const PLACES: ReadonlySet<string> = new Set(['city']);
/** They say nothing about what somebody needs. */
const PASSED_OVER: ReadonlySet<string> = new Set(['birthday', 'company', 'language', 'tags']);
const MOST_OF_A_KIND = 3;

/**
 * How alike two people are for whoever looks for a customer like them: names are compared without regard to spacing,
 * vowel marks and kinds of letters. The same either way round.
 */
export function alike(one: Profile, other: Profile): Alike {
  const because = [
    ...shared('product', one.products, other.products),
    ...shared('category', one.categories, other.categories),
    ...sharedTraits(one.traits, other.traits),
    ...shared('segment', one.segments, other.segments),
    ...shared('tag', one.tags, other.tags),
  ].sort((a, b) => b.points - a.points || order(a.kind, b.kind) || order(a.value, b.value));
  return { points: because.reduce((sum, { points }) => sum + points, 0), because };
}

function shared(
  kind: 'product' | 'category' | 'tag' | 'segment',
  one: readonly string[],
  other: readonly string[],
): Likeness[] {
  const keys = new Set(other.map(looseKey));
  const same = new Map(
    one.flatMap((value) => {
      const key = looseKey(value);
      return key !== '' && keys.has(key) ? [[key, value] as const] : [];
    }),
  );
  return [...same]
    .sort(([a], [b]) => order(a, b))
    .slice(0, MOST_OF_A_KIND)
    .map(([, value]) => ({ kind, name: null, value, points: POINTS[kind] }));
}

function sharedTraits(
  one: Readonly<Record<string, string>>,
  other: Readonly<Record<string, string>>,
): Likeness[] {
  return Object.entries(one)
    .filter(([name, value]) => {
      const theirs = other[name];
      return (
        !PASSED_OVER.has(name) &&
        theirs !== undefined &&
        looseKey(value) !== '' &&
        looseKey(theirs) === looseKey(value)
      );
    })
    .sort(([a], [b]) => order(a, b))
    .map(([name, value]): Likeness => {
      const kind = TRADES.has(name) ? 'trade' : PLACES.has(name) ? 'city' : 'trait';
      return { kind, name, value, points: POINTS[kind] };
    });
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
