import { hash } from 'node:crypto';
import { drawCode } from '@nardeban/core/programme';

/**
 * The code of this number, as it comes of a seed: the same again whenever it is asked for. So a batch that was being made
 * when the program was killed goes on with the same codes, and codes can be printed although only their hashes are kept.
 */
export function codeFrom(seed: Buffer, ordinal: number, payload: number): string {
  // Always of one length, and of the digest nobody ever sees more than a remainder: a plain hash serves, in a sixth of the time.
  const asked = Buffer.allocUnsafe(seed.length + 8);
  seed.copy(asked);
  asked.writeBigUInt64BE(BigInt(ordinal), seed.length);
  return drawCode(hash('sha512', asked, 'buffer'), payload);
}

/**
 * By what a code is looked up: 128 bits of a hash over the business and the code, as the digits of a uuid. The business is
 * part of it, so the same word in two businesses has nothing in common in the tables.
 */
export function hashOfCode(business: number, code: string): string {
  return hash('sha256', `nardeban code ${business} ${code}`, 'hex').slice(0, 32);
}
