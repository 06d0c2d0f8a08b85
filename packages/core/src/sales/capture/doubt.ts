/** Why something that was sent may be a robot's. */
export const doubts = [
  'trap',
  'quick',
  'links',
  'markup',
  'same',
  'gibberish',
  'often',
  'two_people',
  'nobody',
] as const;
export type Doubt = (typeof doubts)[number];

/** How many addresses of the web may stand in a text. */
const MOST_LINKS = 2;
/** A letter has its sender's own under it. */
const MOST_LINKS_IN_LETTER = 12;
const LINK = /(?:https?:\/\/|www\.)\S+|\b[\w-]+\.(?:com|net|org|ru|xyz|top|info|shop|click|online|site)\b/gi;
const MARKUP = /<\s*\/?\s*[a-z][^>]*>|\[\s*(?:url|link|img|b)\b[^\]]*\]|\bon\w+\s*=/i;

/** What in the words themselves speaks of a robot: too many links, markup, the same text in every field, no words at all. */
export function doubtsOf(texts: readonly string[], kind: 'form' | 'letter' = 'form'): readonly Doubt[] {
  const found: Doubt[] = [];
  const all = texts.filter((text) => text.trim() !== '');
  const links = all.reduce((sum, text) => sum + (text.match(LINK)?.length ?? 0), 0);
  if (links > (kind === 'form' ? MOST_LINKS : MOST_LINKS_IN_LETTER)) found.push('links');
  if (kind === 'letter') return found;
  if (all.some((text) => MARKUP.test(text))) found.push('markup');
  const long = all.map((text) => text.trim().toLowerCase()).filter((text) => text.length >= 4);
  if (long.length >= 3 && new Set(long).size === 1) found.push('same');
  if (all.some(isGibberish)) found.push('gibberish');
  return found;
}

/** `wXkTqZRbPvLm`: one long word whose case changes all the time, as generators of names make them. */
function isGibberish(text: string): boolean {
  const word = text.trim();
  if (word.length < 10 || !/^[A-Za-z]+$/.test(word)) return false;
  let changes = 0;
  for (let at = 1; at < word.length; at += 1) {
    const isUpper = word.charAt(at) < 'a';
    if (isUpper !== word.charAt(at - 1) < 'a') changes += 1;
  }
  return changes >= word.length / 3;
}
