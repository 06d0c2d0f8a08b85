import { type BoughtTogether, gainOf, pairKey, sentenceToSay } from '@nardeban/core/sales';
import { looseKey } from '@nardeban/core/values';
import type { Tx } from '../../../platform/database/index.ts';
import { boughtTogether, type KeptPair, pairsSaid } from './pairs.ts';
import { type Tried, triedOf, UNTRIED } from './tried.ts';

/** Two things that belong together, with what is known and said of them. */
export interface ListedPair {
  readonly item: string;
  readonly other: string;
  readonly numbers: Omit<BoughtTogether, 'item' | 'other'> | null;
  readonly pair: KeptPair | null;
  readonly sentence: { readonly fa: string; readonly en: string };
  readonly tried: Tried;
}

/**
 * Every pair that is bought together or that the business says something of, the most telling first and its own without numbers
 * after them; with a word, those one of whose names holds it. There are few thousand at most, so a page is cut out of all.
 */
export async function listedPairs(
  tx: Tx,
  asked: { readonly search: string; readonly after: number; readonly limit: number },
): Promise<{
  readonly pairs: readonly ListedPair[];
  readonly next: number | null;
  readonly counted: boolean;
}> {
  const rules = await boughtTogether(tx);
  const said = await pairsSaid(tx);
  const found = new Map<
    string,
    { item: string; other: string; numbers: BoughtTogether | null; pair: KeptPair | null }
  >();
  for (const rule of rules) {
    const key = pairKey(rule.item, rule.other);
    const known = found.get(key);
    if (known?.numbers == null || gainOf(rule) > gainOf(known.numbers))
      found.set(key, { item: rule.item, other: rule.other, numbers: rule, pair: null });
  }
  for (const pair of said) {
    const key = pairKey(pair.item, pair.other);
    const known = found.get(key);
    found.set(key, { item: pair.item, other: pair.other, numbers: known?.numbers ?? null, pair });
  }
  const word = looseKey(asked.search);
  const all = [...found].filter(([key]) => word === '' || key.includes(word));
  all.sort(([a, one], [b, other]) => {
    const difference = worth(other.numbers) - worth(one.numbers);
    return difference !== 0 ? difference : a < b ? -1 : 1;
  });
  const page = all.slice(asked.after, asked.after + asked.limit).map(([, pair]) => pair);
  const tried = await triedOf(tx, page);
  return {
    pairs: page.map(({ item, other, numbers, pair }) => ({
      item,
      other,
      numbers:
        numbers === null
          ? null
          : { how: numbers.how, of: numbers.of, both: numbers.both, lift: numbers.lift },
      pair,
      sentence: {
        fa: sentenceToSay({ fa: pair?.sentenceFa ?? null, en: null }, { item, other }, 'fa'),
        en: sentenceToSay({ fa: null, en: pair?.sentenceEn ?? null }, { item, other }, 'en'),
      },
      tried: tried.get(pairKey(item, other)) ?? UNTRIED,
    })),
    next: all.length > asked.after + asked.limit ? asked.after + asked.limit : null,
    counted: rules.length > 0,
  };
}

/** Without numbers it stands after everything that has them. */
function worth(numbers: BoughtTogether | null): number {
  return numbers === null ? -1 : gainOf(numbers);
}
