import type { Baskets } from '@nardeban/core/insight';

type Rule = Baskets['together']['rules'][number];

/** Of a hundred, in whole ones; what is there never counts as none. */
export function hundredths(share: number): number {
  return share > 0 ? Math.max(1, Math.round(share * 100)) : 0;
}

/** 2.1 times: one decimal says enough, and no lift above 1 may read as 1. */
export function times(lift: number): number {
  const rounded = Math.round(lift * 10) / 10;
  return lift > 1 && rounded <= 1 ? 1.1 : rounded;
}

/** What the rules speak of, each once, as it comes first. */
export function itemsOf(rules: readonly Pick<Rule, 'from' | 'to'>[]): string[] {
  return [...new Set(rules.flatMap(({ from, to }) => [from, to]))];
}
