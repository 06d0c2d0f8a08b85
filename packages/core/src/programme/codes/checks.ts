import { SIGNS } from './alphabet.ts';

/** How many signs at the end of every code are there to notice mistakes. */
export const CHECK_SIGNS = 2;
/** The places of a code are told apart by numbers that are not 0 below 23, so there are never more of them. */
export const LONGEST_CODE = SIGNS - 1;

/**
 * The two signs that make both sums of a code 0 modulo 23: that of its signs, and that of its signs times their places,
 * counted from 1. Two such sums leave no code within two wrong signs of another (a Reed–Solomon code of distance 3), so
 * any one or two mistaken signs, and any two that changed places, are noticed before anybody looks for the code.
 */
export function checksFor(payload: readonly number[]): readonly [number, number] {
  const { sum, weighted } = sumsOf(payload);
  const before = payload.length + 1;
  // c₁ + c₂ = −sum and before·c₁ + (before+1)·c₂ = −weighted.
  const second = modulo(before * sum - weighted);
  const first = modulo(-sum - second);
  return [first, second];
}

export function checksHold(whole: readonly number[]): boolean {
  const { sum, weighted } = sumsOf(whole);
  return sum === 0 && weighted === 0;
}

function sumsOf(values: readonly number[]): { readonly sum: number; readonly weighted: number } {
  let sum = 0;
  let weighted = 0;
  values.forEach((value, place) => {
    sum += value;
    weighted += value * (place + 1);
  });
  return { sum: modulo(sum), weighted: modulo(weighted) };
}

function modulo(value: number): number {
  return ((value % SIGNS) + SIGNS) % SIGNS;
}
