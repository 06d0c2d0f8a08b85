import { accept, refuse, type Result } from './refusal.ts';
import { searchKey } from './text.ts';

/** RFC 5321 bounds: a path of 254 characters, a local part of 64. */
const LONGEST = 254;
const LONGEST_LOCAL = 64;

const LOCAL_PART = /^[\p{L}\p{N}!#$%&'*+/=?^_`{|}~-]+(?:\.[\p{L}\p{N}!#$%&'*+/=?^_`{|}~-]+)*$/u;
const DOMAIN = /^(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+[\p{L}\p{N}-]{2,63}$/u;

/**
 * An e-mail address as an identifier: trimmed, in lower case, digits ASCII, invisibles gone. The shape is
 * checked, the mailbox is not. Refusals: `email_missing`, `email_invalid`.
 */
export function readEmail(raw: string): Result<string> {
  const email = searchKey(raw.slice(0, LONGEST * 2));
  if (email === '') return refuse('email_missing');
  const at = email.lastIndexOf('@');
  const fits = email.length <= LONGEST && raw.length <= LONGEST * 2 && at > 0 && at <= LONGEST_LOCAL;
  if (!fits || !LOCAL_PART.test(email.slice(0, at)) || !DOMAIN.test(email.slice(at + 1))) {
    return refuse('email_invalid');
  }
  return accept(email);
}
