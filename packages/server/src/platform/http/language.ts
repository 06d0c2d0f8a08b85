import type { Language } from '@nardeban/core/values';

/**
 * The reader's language out of `Accept-Language`: the first of ours in the order the reader prefers; Persian when
 * none is named. RFC 9110 section 12.5.4.
 */
export function languageOf(header: string | undefined, fallback: Language = 'fa'): Language {
  if (header === undefined) return fallback;
  const wishes = header
    .slice(0, 500)
    .split(',')
    .map((wish, place) => {
      const [range = '', ...parameters] = wish.trim().toLowerCase().split(';');
      const quality = parameters
        .map((one) => /^\s*q=([01](?:\.[0-9]{0,3})?)\s*$/.exec(one)?.[1])
        .find(Boolean);
      return {
        language: range.trim().split('-')[0],
        quality: quality === undefined ? 1 : Number(quality),
        place,
      };
    })
    .filter((wish) => wish.quality > 0)
    .sort((a, b) => b.quality - a.quality || a.place - b.place);
  for (const wish of wishes) if (wish.language === 'fa' || wish.language === 'en') return wish.language;
  return fallback;
}
