import type { Plan } from './diary.ts';

/** One of the pretend businesses a newcomer finds. */
export interface PretendShop {
  readonly slug: string;
  readonly name: string;
  /** Null: nobody has come yet. */
  readonly world: Pick<Plan, 'seed' | 'people' | 'span'> | null;
}

/**
 * Three shops, because a screen must be right for all three: ten years old with five of them in the books, a few
 * weeks old, and empty. The first is the one the newcomer lands in.
 */
export const SHOPS: readonly PretendShop[] = [
  { slug: 'demo', name: 'کافه‌رُستری هفت‌پله', world: { seed: 1395, people: 22_000, span: { years: 5 } } },
  { slug: 'young', name: 'کافهٔ سحرخیز', world: { seed: 1405, people: 70, span: { days: 25 } } },
  { slug: 'empty', name: 'گل‌فروشی تازه', world: null },
];
