/**
 * Divides a whole number among places by their weights: each gets the floor of its share, and what is left over goes one
 * by one to those with the largest remainders, the earlier first (the method of Hamilton). The parts add up to the whole;
 * a place without weight gets nothing. Without any weight all parts are 0. `whole` and weights are safe integers ≥ 0.
 */
export function divide(whole: number, weights: readonly number[]): number[] {
  let [sum, most] = [0, 0];
  for (const weight of weights) {
    sum += weight;
    if (weight > most) most = weight;
  }
  if (sum === 0) return weights.map(() => 0);
  const areSmall = Number.isSafeInteger(sum) && Number.isSafeInteger(whole * most);
  const shares = areSmall ? smallShares(whole, weights, sum) : largeShares(whole, weights);
  const parts = shares.map(({ part }) => part);
  let left = whole - parts.reduce((all, part) => all + part, 0);
  if (left === 0) return parts;
  const byRest = shares.sort((a, b) => (a.rest === b.rest ? a.place - b.place : a.rest > b.rest ? -1 : 1));
  for (const { place, rest } of byRest) {
    if (left === 0 || rest <= 0) break;
    parts[place] = (parts[place] ?? 0) + 1;
    left -= 1;
  }
  return parts;
}

interface Share {
  readonly place: number;
  readonly part: number;
  readonly rest: number | bigint;
}

/** Where no product leaves the safe integers: many times as fast, and baskets are priced with little else. */
function smallShares(whole: number, weights: readonly number[], total: number): Share[] {
  return weights.map((weight, place) => {
    const product = whole * weight;
    const rest = product % total;
    return { place, part: (product - rest) / total, rest };
  });
}

function largeShares(whole: number, weights: readonly number[]): Share[] {
  const total = weights.reduce((sum, weight) => sum + BigInt(weight), 0n);
  return weights.map((weight, place) => {
    const product = BigInt(whole) * BigInt(weight);
    return { place, part: Number(product / total), rest: product % total };
  });
}

/**
 * What of `whole` belongs to `taken` of `all` pieces, given that `before` of them were taken earlier: whoever takes all
 * pieces, in however many steps, has been given exactly the whole. Rounded down at every step but the last.
 */
export function shareOfPieces(whole: number, before: number, taken: number, all: number): number {
  const until = (pieces: number): number => Number((BigInt(whole) * BigInt(pieces)) / BigInt(all));
  return until(before + taken) - until(before);
}
