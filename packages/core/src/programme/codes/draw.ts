import { SIGNS, signOfValue } from './alphabet.ts';
import { checksFor } from './checks.ts';

/** Of 256 values of a byte, those below stand for each sign equally often; the rest is passed over. */
const EVEN = Math.floor(256 / SIGNS) * SIGNS;

/** So many bytes of chance are enough for the longest code: that a code needs more does not happen (below 2⁻⁶⁰). */
export const BYTES_OF_CHANCE = 64;

/**
 * A code of `payload` signs of chance and two check signs, without separators. The chance is an argument; every byte below
 * 253 gives one sign, so that no sign is likelier than another. Throws when there are too few bytes.
 */
export function drawCode(chance: Uint8Array, payload: number): string {
  const values: number[] = [];
  for (const byte of chance) {
    if (values.length === payload) break;
    if (byte < EVEN) values.push(byte % SIGNS);
  }
  if (values.length < payload) throw new RangeError(`too few bytes of chance for ${payload} signs`);
  return [...values, ...checksFor(values)].map(signOfValue).join('');
}
