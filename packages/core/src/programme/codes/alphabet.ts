/**
 * What codes are written with: 23 signs of which no two look alike in print or by hand (no 0 O D Q, no 1 I L, no S beside
 * 5, B beside 8, G beside 6, Z beside 2, U beside V), and of which a listener mixes up few (no N beside M). There are 23
 * because that is a prime: check signs over a prime notice every two wrong signs (checks.ts).
 */
export const CODE_SIGNS = '23456789ACEFHJKMPRTVWXY';
export const SIGNS = CODE_SIGNS.length;

const values = new Map(Array.from(CODE_SIGNS, (sign, value) => [sign, value]));

/** The number a sign stands for; undefined: it is none of ours. */
export function valueOfSign(sign: string): number | undefined {
  return values.get(sign);
}

export function signOfValue(value: number): string {
  return CODE_SIGNS.charAt(value);
}
