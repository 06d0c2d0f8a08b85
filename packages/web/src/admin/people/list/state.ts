import type { PeopleFilter, PeopleOrder } from '../../../api/people-list-queries.ts';

/** What is shown beside the name when nobody chose. */
export const DEFAULT_COLUMNS = ['mobile', 'place', 'known', 'lastOrder', 'tags'] as const;

/** Whether a filter lets everybody through. */
export function isOpen(filter: PeopleFilter): boolean {
  return countOf(filter) === 0;
}

/** How many things a filter asks. */
export function countOf(filter: PeopleFilter): number {
  const lists = [filter.places, filter.tags, filter.withoutTags, filter.traits, filter.segments];
  return (
    lists.reduce((sum, list) => sum + (list?.length ?? 0), 0) +
    (filter.known === undefined ? 0 : 1) +
    (filter.criteria === undefined ? 0 : 1)
  );
}

/** A filter without the parts that ask nothing: the same question has one address. */
export function tidy(filter: PeopleFilter): PeopleFilter {
  const kept: PeopleFilter = {};
  if (filter.places?.length) kept.places = filter.places;
  if (filter.tags?.length) kept.tags = filter.tags;
  if (filter.withoutTags?.length) kept.withoutTags = filter.withoutTags;
  if (filter.traits?.length) kept.traits = filter.traits;
  if (filter.segments?.length) kept.segments = filter.segments;
  if (filter.known?.from !== undefined || filter.known?.to !== undefined) kept.known = filter.known;
  if (filter.criteria !== undefined) kept.criteria = filter.criteria;
  return kept;
}

/** `place` stands for the place on the first ladder there is. */
export function columnsFor(chosen: readonly string[], ladder: string | undefined): string[] {
  return chosen.flatMap((column) => {
    if (column === 'place') return ladder === undefined ? [] : [`place:${ladder}`];
    if (column === 'since') return ladder === undefined ? [] : [`since:${ladder}`];
    return [column];
  });
}

export function sameOrder(one: PeopleOrder, other: PeopleOrder): boolean {
  return one.by === other.by && one.ladder === other.ladder;
}

const key = (who: string): string => `nardeban.people-columns ${who}`;

/** The columns this person chose last on this device. */
export function rememberedColumns(who: string): string[] | null {
  try {
    const read: unknown = JSON.parse(localStorage.getItem(key(who)) ?? 'null');
    return Array.isArray(read) && read.every((one) => typeof one === 'string') ? read : null;
  } catch {
    return null;
  }
}

export function rememberColumns(who: string, columns: readonly string[]): void {
  try {
    localStorage.setItem(key(who), JSON.stringify(columns));
  } catch {
    // A browser that keeps nothing still has them in the address.
  }
}
