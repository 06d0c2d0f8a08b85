import { randomBytes, randomInt, scrypt, timingSafeEqual } from 'node:crypto';

const DIGITS = 6;

/** Six digits, each code as likely as any other. */
export function newCode(): string {
  return String(randomInt(10 ** DIGITS)).padStart(DIGITS, '0');
}

export interface HashedCode {
  readonly salt: Buffer;
  readonly hash: Buffer;
}

export async function hashCode(business: number, challenge: string, code: string): Promise<HashedCode> {
  const salt = randomBytes(16);
  return { salt, hash: await stretched(business, challenge, code, salt) };
}

export async function isCode(
  business: number,
  challenge: string,
  code: string,
  { salt, hash }: HashedCode,
): Promise<boolean> {
  return timingSafeEqual(await stretched(business, challenge, code, salt), hash);
}

/**
 * A million codes are soon tried, so each try is made slow: whoever reads the table has the code of a challenge only long
 * after it has expired.
 */
function stretched(business: number, challenge: string, code: string, salt: Buffer): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(`${business}:${challenge}:${code}`, salt, 32, { N: 2 ** 14, r: 8, p: 1 }, (error, key) =>
      error === null ? resolve(key) : reject(error),
    );
  });
}
