import { randomInt } from 'node:crypto';

/** Letters and digits that are not taken for one another when read from a screen. */
const ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789';

/** A new password that can be read aloud: three groups of four, some 59 bits by chance. */
export function newPassword(): string {
  const group = (): string => Array.from({ length: 4 }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
  return `${group()}-${group()}-${group()}`;
}
