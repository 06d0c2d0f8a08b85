/** A share that was counted, and between what the true one lies in 95 of 100 such cases. */
export interface ScoredShare {
  readonly share: number;
  readonly low: number;
  readonly high: number;
}

/** The 0.975 quantile of the normal distribution. */
const Z = 1.959963984540054;

/**
 * `times` of `of`, which is above 0, with Wilson's score interval (Journal of the American Statistical Association 22, 1927):
 * it keeps within 0 and 1 and holds also where only three were counted.
 */
export function scoreInterval(times: number, of: number): ScoredShare {
  const share = times / of;
  const weight = 1 + (Z * Z) / of;
  const middle = (share + (Z * Z) / (2 * of)) / weight;
  const reach = (Z * Math.sqrt((share * (1 - share)) / of + (Z * Z) / (4 * of * of))) / weight;
  return {
    share,
    low: times === 0 ? 0 : Math.max(0, middle - reach),
    high: times === of ? 1 : Math.min(1, middle + reach),
  };
}

/**
 * By how much one share is above another, in 95 of 100 such cases: Newcombe's square-and-add of the two score intervals
 * (Statistics in Medicine 17, 1998, method 10), which keeps within −1 and 1.
 */
export function scoreDifference(
  one: ScoredShare,
  other: ScoredShare,
): { readonly low: number; readonly high: number } {
  const gap = one.share - other.share;
  return {
    low: gap - Math.hypot(one.share - one.low, other.high - other.share),
    high: gap + Math.hypot(one.high - one.share, other.share - other.low),
  };
}
