import { z } from 'zod';
import { lnGamma } from '../gamma-function.ts';

const share = z.number().min(0).max(1);

/** What it tells of `to` that `from` is there. `count` of all have both. */
export const associationSchema = z.strictObject({
  count: z.int().min(0),
  fromCount: z.int().min(0),
  toCount: z.int().min(0),
  /** Of all, those with both; of those with `from`, those with `to` as well. */
  support: share,
  confidence: share,
  /** Confidence against the share of `to` in all: 2 is twice as often. */
  lift: z.number().min(0),
  /** Support above what chance would give, as a share of all. */
  leverage: z.number().min(-1).max(1),
  /** How much oftener "from without to" would come by chance; null where it never comes. */
  conviction: z.number().min(0).nullable(),
  /** The chance of so many with both, or more, if the two had nothing to do with each other (Fisher, one-sided). */
  p: share,
});
export type Association = z.infer<typeof associationSchema>;

/** Of `all`, `fromCount` have the one and `toCount` the other; `count` have both. All above 0. */
export function associationOf(all: number, fromCount: number, toCount: number, count: number): Association {
  const support = count / all;
  const confidence = count / fromCount;
  const usual = toCount / all;
  return {
    count,
    fromCount,
    toCount,
    support,
    confidence,
    lift: confidence / usual,
    leverage: support - (fromCount / all) * usual,
    conviction: confidence < 1 ? (1 - usual) / (1 - confidence) : null,
    p: chanceOfMore(all, fromCount, toCount, count),
  };
}

/** The upper tail of the hypergeometric distribution; 1 where no more came than chance gives. */
function chanceOfMore(all: number, one: number, other: number, both: number): number {
  if (both * all <= one * other) return 1;
  let term = Math.exp(lnChoose(one, both) + lnChoose(all - one, other - both) - lnChoose(all, other));
  let sum = term;
  for (let k = both; k < Math.min(one, other) && term > 1e-17 * sum; k++) {
    term *= ((one - k) * (other - k)) / ((k + 1) * (all - one - other + k + 1));
    sum += term;
  }
  return Math.min(1, sum);
}

function lnChoose(n: number, k: number): number {
  return lnGamma(n + 1) - lnGamma(k + 1) - lnGamma(n - k + 1);
}

/**
 * Benjamini and Hochberg (1995): for every p its q, in the same order. Who keeps all with q ≤ 0.05 keeps one in twenty
 * wrongly. `tests` counts those that were not looked at closely too: their p is taken for 1.
 */
export function qValues(ps: readonly number[], tests: number): number[] {
  const order = ps.map((_, i) => i).sort((a, b) => (ps[b] as number) - (ps[a] as number));
  const qs = Array.from(ps, () => 1);
  let least = 1;
  order.forEach((i, down) => {
    least = Math.min(least, ((ps[i] as number) * Math.max(tests, ps.length)) / (ps.length - down));
    qs[i] = least;
  });
  return qs;
}
