import type { Language } from '../../values/index.ts';

export const LONGEST_SENTENCE = 500;

/** What to say where the business says nothing of its own. */
export const SHIPPED_SENTENCE: Readonly<Record<Language, string>> = {
  fa: 'خیلی از کسانی که «{item}» می‌برند، «{other}» را هم لازم دارند. می‌خواهید آن را هم برایتان بگذارم؟',
  en: 'Many who take "{item}" need "{other}" as well. Shall I put it in for you?',
};

/** The sentence to say of a pair: the business's own in that language, or the shipped one, with the names in their places. */
export function sentenceToSay(
  own: Readonly<Record<Language, string | null>>,
  pair: { readonly item: string; readonly other: string },
  language: Language,
): string {
  const template = own[language] ?? SHIPPED_SENTENCE[language];
  // Both at once: a product whose name looks like a place must not be taken for one.
  return template.replace(/\{(item|other)\}/g, (_, name: 'item' | 'other') => pair[name]);
}
