import { SIGNS } from './alphabet.ts';
import { CHECK_SIGNS, LONGEST_CODE } from './checks.ts';

/** What a code is good for decides how hard it must be to guess one. */
export type CodePurpose = 'voucher' | 'gift-card';

/**
 * How many bits one guess must be away from hitting any of the codes there are. A discount is guessed at a till that locks
 * (40 bits: at a million guesses a day, three thousand years to the first hit). A gift card is money: 60 bits keep it out
 * of reach even of somebody who has a copy of the table of hashes and machines to try them with.
 */
export const FLOOR_BITS: Readonly<Record<CodePurpose, number>> = { voucher: 40, 'gift-card': 60 };

/** The bits of chance in so many signs; check signs have none. */
export function entropyBits(payload: number): number {
  return payload * Math.log2(SIGNS);
}

/** How many bits a guess is away from hitting any one of so many codes. */
export function guessBits(payload: number, codes: number): number {
  return entropyBits(payload) - Math.log2(Math.max(codes, 1));
}

/**
 * The fewest signs of chance with which so many codes, those there are already among them, keep to the floor. Null: there
 * is no room for so many in a code that can still be checked.
 */
export function payloadFor(purpose: CodePurpose, codes: number): number | null {
  for (let payload = 1; payload <= LONGEST_CODE - CHECK_SIGNS; payload += 1)
    if (guessBits(payload, codes) >= FLOOR_BITS[purpose]) return payload;
  return null;
}

/** Voucher codes are never so long, gift card codes always: one look says which of the two a code is. */
export const GIFT_CARD_PAYLOAD = 18;
export const LONGEST_VOUCHER_PAYLOAD = 16;
/** The shortest code that is ever drawn, its check signs included. */
export const SHORTEST_CODE = 9 + CHECK_SIGNS;
