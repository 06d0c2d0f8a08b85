import type { Tx } from '../../../platform/database/index.ts';
import { historyPage } from '../../facts/index.ts';

const MOST = 50;
const LOOKED_AT = 200;

export interface Bought {
  readonly products: readonly string[];
  readonly categories: readonly string[];
}

/** What these people, who are one, bought last, with what a deal is about before it: names of products, and their categories. */
export async function boughtBy(
  tx: Tx,
  members: readonly number[],
  wanted: readonly string[] = [],
): Promise<Bought> {
  const page = await historyPage(tx, members, { limit: LOOKED_AT, types: ['product.bought'] });
  const facts = page.ok ? page.value.facts : [];
  const named = (field: string): string[] =>
    facts
      .map(({ data }) => data[field])
      .filter((value) => typeof value === 'string' && value !== '') as string[];
  return {
    products: firstOf([...wanted, ...named('product')]),
    categories: firstOf(named('category')),
  };
}

function firstOf(names: readonly string[]): string[] {
  return [...new Set(names.map((name) => name.slice(0, 200)))].slice(0, MOST);
}
