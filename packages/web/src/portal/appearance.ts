import type { Language } from './speech.ts';

export const lights = ['auto', 'light', 'dark'] as const;
export type Light = (typeof lights)[number];

const LIGHT = 'nardeban.portal.light';
const LANGUAGE = 'nardeban.portal.language';

function kept(name: string): string | null {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}

function keep(name: string, value: string): void {
  try {
    localStorage.setItem(name, value);
  } catch {
    // A browser that keeps nothing is asked again.
  }
}

export function lightChosen(): Light {
  return lights.find((one) => one === kept(LIGHT)) ?? 'auto';
}

export function showLight(light: Light, chosen = false): void {
  if (chosen) keep(LIGHT, light);
  if (light === 'auto') delete document.documentElement.dataset['light'];
  else document.documentElement.dataset['light'] = light;
}

/** What the address names, else what was chosen here before; null: what the business speaks. */
export function languageChosen(): Language | null {
  const said = new URLSearchParams(location.search).get('lang') ?? kept(LANGUAGE);
  return said === 'fa' || said === 'en' ? said : null;
}

export function showLanguage(language: Language, chosen = false): void {
  if (chosen) keep(LANGUAGE, language);
  document.documentElement.lang = language;
  document.documentElement.dir = language === 'fa' ? 'rtl' : 'ltr';
}
