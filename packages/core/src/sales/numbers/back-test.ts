import type { Instant } from '../../values/index.ts';
import { chanceOf, type ChanceModel, learnChances } from './learn.ts';
import { type PastDeal, standingAt } from './past.ts';

/** What was said of open deals in the past, by what was known then, beside what came of them. */
export interface BackTest {
  /** `better`: than giving every deal the share of all; `no better`; `too few`: it cannot be told. */
  readonly verdict: 'better' | 'no better' | 'too few';
  /** How many different deals, and how many times something was said of one. */
  readonly deals: number;
  readonly said: number;
  /** Mean squared error of the chances, and of the share of all (Brier 1950, Monthly Weather Review 78). */
  readonly error: number;
  readonly baseError: number;
  /** 90 % interval of how much smaller the error is, from the deals as they are (one deal counts as one). */
  readonly gain: { readonly low: number; readonly high: number };
  /** What was said, in five groups from the lowest, beside what came of it. */
  readonly groups: readonly Group[];
}

export interface Group {
  readonly said: number;
  readonly won: number;
  readonly count: number;
}

/** Fewer deals prove nothing. */
export const FEWEST_TESTED = 30;

const Z_90 = 1.6449;
const GROUPS = 5;

interface Word {
  readonly deal: number;
  readonly said: number;
  readonly base: number;
  readonly came: 0 | 1;
}

/**
 * Learns at each of these instants from what was decided by then, says a chance of every deal that was open then and was
 * decided by `now`, and compares. What came later is never looked at.
 */
export function backTest(deals: readonly PastDeal[], marks: readonly Instant[], now: Instant): BackTest {
  const words: Word[] = [];
  for (const mark of marks) {
    const model = learnChances(deals, mark);
    if (model !== null) words.push(...saidAt(deals, model, mark, now));
  }
  return judged(words);
}

function saidAt(deals: readonly PastDeal[], model: ChanceModel, mark: Instant, now: Instant): Word[] {
  const words: Word[] = [];
  for (const deal of deals) {
    if (deal.closedAt === null || deal.closedAt > now) continue;
    const standing = standingAt(deal, mark);
    if (standing === null) continue;
    const { chance } = chanceOf(model, standing.step, standing.days);
    words.push({ deal: deal.id, said: chance, base: model.base, came: deal.won ? 1 : 0 });
  }
  return words;
}

function judged(words: readonly Word[]): BackTest {
  const byDeal = new Map<number, { sum: number; count: number }>();
  let error = 0;
  let baseError = 0;
  for (const { deal, said, base, came } of words) {
    const own = (said - came) ** 2;
    const plain = (base - came) ** 2;
    error += own;
    baseError += plain;
    const one = byDeal.get(deal) ?? { sum: 0, count: 0 };
    one.sum += plain - own;
    one.count++;
    byDeal.set(deal, one);
  }
  // What is said of one deal in several months is one witness, not several.
  const gains = [...byDeal.values()].map(({ sum, count }) => sum / count);
  const mean = gains.reduce((sum, one) => sum + one, 0) / Math.max(1, gains.length);
  const spread =
    Math.sqrt(gains.reduce((sum, one) => sum + (one - mean) ** 2, 0)) / Math.max(1, gains.length);
  const gain = { low: mean - Z_90 * spread, high: mean + Z_90 * spread };
  const count = Math.max(1, words.length);
  return {
    verdict: gains.length < FEWEST_TESTED ? 'too few' : gain.low > 0 ? 'better' : 'no better',
    deals: gains.length,
    said: words.length,
    error: error / count,
    baseError: baseError / count,
    gain,
    groups: grouped(words),
  };
}

function grouped(words: readonly Word[]): readonly Group[] {
  const sorted = [...words].sort((one, other) => one.said - other.said);
  return Array.from({ length: GROUPS }, (_, index) => {
    const part = sorted.slice(
      Math.floor((index * sorted.length) / GROUPS),
      Math.floor(((index + 1) * sorted.length) / GROUPS),
    );
    const count = part.length;
    return {
      said: part.reduce((sum, { said }) => sum + said, 0) / Math.max(1, count),
      won: part.reduce((sum, { came }) => sum + came, 0) / Math.max(1, count),
      count,
    };
  }).filter(({ count }) => count > 0);
}
