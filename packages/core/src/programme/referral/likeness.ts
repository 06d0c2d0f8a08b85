import { looseKey } from '../../values/index.ts';

/**
 * The mailbox behind an e-mail address: what comes after a plus is the holder's own note, and Gmail reads over dots and has
 * two names. Lower case.
 */
export function mailboxOf(email: string): string {
  const at = email.lastIndexOf('@');
  if (at < 1) return email.toLowerCase();
  const host = email.slice(at + 1).toLowerCase();
  const isGmail = host === 'gmail.com' || host === 'googlemail.com';
  const name = (email.slice(0, at).split('+')[0] ?? '').toLowerCase();
  return `${isGmail ? name.replaceAll('.', '') : name}@${isGmail ? 'gmail.com' : host}`;
}

/** Two mailboxes of one host whose names differ by a number at the end, or by a letter or two of at least six. */
export function similarEmails(one: string, other: string): boolean {
  const [name = '', host] = mailboxOf(one).split('@');
  const [otherName = '', otherHost] = mailboxOf(other).split('@');
  if (host !== otherHost || name === otherName) return false;
  const stem = name.replace(/[0-9._-]+$/, '');
  if (stem.length >= 4 && stem === otherName.replace(/[0-9._-]+$/, '')) return true;
  return Math.min(name.length, otherName.length) >= 6 && editsBetween(name, otherName, 1) <= 1;
}

/** The same full name, or one letter apart in a name of at least eight: «علی‌رضا رضایی», «علیرضا رضائی». */
export function similarNames(one: string, other: string): boolean {
  const [a, b] = [looseKey(one), looseKey(other)];
  if (a.length < 4 || b.length < 4) return false;
  if (a === b) return true;
  return Math.min(a.length, b.length) >= 8 && editsBetween(a, b, 1) <= 1;
}

/** How many letters to put in, take out or change (Levenshtein, 1965); anything above `most` is `most + 1`. */
export function editsBetween(one: string, other: string, most: number): number {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let i = 1; i <= one.length; i++) {
    const next = [i];
    for (let j = 1; j <= other.length; j++) {
      const change = (row[j - 1] ?? 0) + (one[i - 1] === other[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return Math.min(row[other.length] ?? 0, most + 1);
}
