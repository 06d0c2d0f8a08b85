import type { Language } from '@nardeban/core/values';

interface Words {
  readonly fa: string;
  readonly en: string;
}

/** A name as it was typed in one language; the other keeps its own, and takes this one while it has none. */
export function named(before: Words | undefined, language: Language, text: string): Words | undefined {
  if (text.trim() === '') return undefined;
  const other = language === 'fa' ? 'en' : 'fa';
  const kept = before === undefined || before[other] === before[language] ? text : before[other];
  return language === 'fa' ? { fa: text, en: kept } : { fa: kept, en: text };
}

/** A key that none of these has: `rule-3`. */
export function freshKey(stem: string, taken: Iterable<string>): string {
  const known = new Set(taken);
  for (let number = known.size + 1; ; number += 1) {
    const key = `${stem}-${number}`;
    if (!known.has(key)) return key;
  }
}

/** The list with one of its parts changed, or taken away with null. */
export function withAt<Part>(list: readonly Part[], index: number, part: Part | null): Part[] {
  return list.flatMap((one, place) => (place === index ? (part === null ? [] : [part]) : [one]));
}
