import type { Language } from '@nardeban/core/values';
import { createInstance, type i18n } from 'i18next';
import en from './en/index.ts';
import fa from './fa/index.ts';

const REMEMBERED = 'nardeban.language';

/** The sentences of the page, in one language at a time. Persian is the source: its keys are the keys there are. */
export function startLanguage(language: Language): i18n {
  const languages = createInstance();
  void languages.init({
    lng: language,
    fallbackLng: 'fa',
    resources: { fa: { translation: fa }, en: { translation: en } },
    interpolation: { escapeValue: false },
    initAsync: false,
  });
  showLanguage(language);
  return languages;
}

/** The language of an address wins, then what this browser chose before, then Persian. */
export function preferredLanguage(search: string): Language {
  const asked = new URLSearchParams(search).get('lang');
  if (isLanguage(asked)) return asked;
  const remembered = read();
  return isLanguage(remembered) ? remembered : 'fa';
}

/** Tells the document which way it runs; everything else follows from `dir` and logical properties. */
export function showLanguage(language: Language): void {
  document.documentElement.lang = language;
  document.documentElement.dir = directionOf(language);
}

export function rememberLanguage(language: Language): void {
  try {
    localStorage.setItem(REMEMBERED, language);
  } catch {
    // A browser that keeps nothing still shows the page; the address carries the language.
  }
}

function directionOf(language: Language): 'rtl' | 'ltr' {
  return language === 'fa' ? 'rtl' : 'ltr';
}

export function isLanguage(value: unknown): value is Language {
  return value === 'fa' || value === 'en';
}

function read(): string | null {
  try {
    return localStorage.getItem(REMEMBERED);
  } catch {
    return null;
  }
}
