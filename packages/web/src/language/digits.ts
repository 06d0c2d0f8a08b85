import { type Language, toLatinDigits, toPersianDigits } from '@nardeban/core/values';
import type { i18n } from 'i18next';
import { useSyncExternalStore } from 'react';

/** The digits a reader chose; `language`: those of the language they read in. */
export type DigitsChoice = 'language' | 'persian' | 'latin';
export const DIGITS_CHOICES: readonly DigitsChoice[] = ['language', 'persian', 'latin'];

const REMEMBERED = 'nardeban.digits';

let chosen: DigitsChoice = remembered();
/** The language of the page, for sentences that come without saying theirs. */
let spoken: Language = 'fa';
const watching = new Set<() => void>();

export function speakIn(language: Language): void {
  spoken = language;
}

/** A sentence that came in the language of the page. */
export function inReadersDigits(text: string): string {
  return inDigits(text, spoken);
}

export function digitsChoice(): DigitsChoice {
  return chosen;
}

/** The choice, and to be drawn anew when it becomes another one. */
export function useDigits(): DigitsChoice {
  return useSyncExternalStore(watch, digitsChoice);
}

/**
 * Shows these digits from now on, and in this browser's next page before anybody is asked. The account keeps the choice
 * for other devices.
 */
export async function chooseDigits(languages: i18n, choice: DigitsChoice): Promise<void> {
  if (choice === chosen) return;
  chosen = choice;
  try {
    localStorage.setItem(REMEMBERED, choice);
  } catch {
    // A browser that keeps nothing asks the account again.
  }
  for (const tell of watching) tell();
  // Sentences are said anew, with other digits in them.
  await languages.changeLanguage(languages.language);
}

/** The numbering system of `Intl` for a language: what follows `-u-nu-` in its locale. */
export function numberingSystem(language: Language): 'arabext' | 'latn' {
  return digitsOf(language) === 'persian' ? 'arabext' : 'latn';
}

function digitsOf(language: Language): 'persian' | 'latin' {
  if (chosen !== 'language') return chosen;
  return language === 'fa' ? 'persian' : 'latin';
}

/**
 * A text that was said in the digits of its language, in those the reader chose. What stands between isolating marks
 * is somebody's own text and stays as they wrote it, and so does a digit that belongs to a Latin word (`SKU-12a`).
 */
export function inDigits(text: string, language: Language): string {
  const wanted = digitsOf(language);
  if (wanted === (language === 'fa' ? 'persian' : 'latin')) return text;
  return wanted === 'latin'
    ? outsideIsolates(text, inLatin)
    : outsideIsolates(text, (part) => part.replace(NUMERAL, inPersian));
}

const NUMERAL = /(?<![A-Za-z0-9_])[0-9]+(?:[.,][0-9]+)*%?(?![A-Za-z0-9_])/g;

function inPersian(numeral: string): string {
  return toPersianDigits(numeral).replaceAll(',', '٬').replaceAll('.', '٫').replace('%', '٪');
}

function inLatin(text: string): string {
  return toLatinDigits(text)
    .replace(/(?<=[0-9])٬(?=[0-9])/g, ',')
    .replace(/(?<=[0-9])٫(?=[0-9])/g, '.')
    .replace(/(?<=[0-9])٪/g, '%');
}

/** Calls `change` with each part of the text that is not isolated (U+2068 … U+2069). */
function outsideIsolates(text: string, change: (part: string) => string): string {
  return text
    .split(/(\u2068[^\u2069]*\u2069)/)
    .map((part) => (part.startsWith('\u2068') ? part : change(part)))
    .join('');
}

function watch(tell: () => void): () => void {
  watching.add(tell);
  return () => watching.delete(tell);
}

function remembered(): DigitsChoice {
  try {
    const kept = localStorage.getItem(REMEMBERED);
    return DIGITS_CHOICES.find((one) => one === kept) ?? 'language';
  } catch {
    return 'language';
  }
}
