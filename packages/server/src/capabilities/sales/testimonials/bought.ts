import type { Tx } from '../../../platform/database/index.ts';
import { ownedBy } from '../belongs/index.ts';

const MOST = 50;

export interface Bought {
  readonly products: readonly string[];
  readonly categories: readonly string[];
}

/**
 * What these people, who are one, bought last and did not bring back, with what a deal is about before it: names of products,
 * and their categories.
 */
export async function boughtBy(
  tx: Tx,
  members: readonly number[],
  wanted: readonly string[] = [],
): Promise<Bought> {
  const owned = await ownedBy(tx, members);
  return {
    products: firstOf([...wanted, ...owned.map(({ name }) => name)]),
    categories: firstOf(owned.flatMap(({ category }) => category ?? [])),
  };
}

function firstOf(names: readonly string[]): string[] {
  return [...new Set(names.map((name) => name.slice(0, 200)))].slice(0, MOST);
}
