/** Hundredths of a percent in the whole. */
export const WHOLE = 10_000;

/** `amount · share` hundredths of a percent, rounded down. Exact for every safe integer. */
export function partOf(amount: number, share: number): number {
  return timesOver(amount, share, WHOLE);
}

/** `a · b / c` for integers ≥ 0, rounded down, exact where the product is no safe integer. `c` is not 0. */
export function timesOver(a: number, b: number, c: number): number {
  const product = a * b;
  if (Number.isSafeInteger(product)) return (product - (product % c)) / c;
  return Number((BigInt(a) * BigInt(b)) / BigInt(c));
}

/** The same rounded up. */
export function timesOverUp(a: number, b: number, c: number): number {
  const product = a * b;
  if (!Number.isSafeInteger(product)) return Number((BigInt(a) * BigInt(b) + BigInt(c) - 1n) / BigInt(c));
  const rest = product % c;
  return rest === 0 ? product / c : (product - rest) / c + 1;
}

/** `a · b / c` to the nearest, a half upwards. */
export function timesOverNearest(a: number, b: number, c: number): number {
  return Number((2n * BigInt(a) * BigInt(b) + BigInt(c)) / (2n * BigInt(c)));
}

export function sumOf(amounts: readonly number[]): number {
  let sum = 0;
  for (const amount of amounts) sum += amount;
  return sum;
}
