import type { Language } from '@nardeban/core/values';
import { createInstance, type i18n } from 'i18next';
import { inDigits, speakIn } from './digits.ts';

const REMEMBERED = 'nardeban.language';

/** The sentences of one language are one file, and only the one that is read is fetched. */
const sentences = {
  fa: () => import('./fa/index.ts'),
  en: () => import('./en/index.ts'),
};

/** Rooms of the workplace whose sentences come with the first view that says them. Each stands under its own name. */
const lateSentences = {
  club: { fa: () => import('./fa/club.json'), en: () => import('./en/club.json') },
  clubBooks: { fa: () => import('./fa/club-books.json'), en: () => import('./en/club-books.json') },
  clubCodes: { fa: () => import('./fa/club-codes.json'), en: () => import('./en/club-codes.json') },
  clubOffers: { fa: () => import('./fa/club-offers.json'), en: () => import('./en/club-offers.json') },
  clubReferral: { fa: () => import('./fa/club-referral.json'), en: () => import('./en/club-referral.json') },
  insight: { fa: () => import('./fa/insight.json'), en: () => import('./en/insight.json') },
  sales: { fa: () => import('./fa/sales.json'), en: () => import('./en/sales.json') },
  salesAgreement: {
    fa: () => import('./fa/sales-agreement.json'),
    en: () => import('./en/sales-agreement.json'),
  },
  salesCapture: { fa: () => import('./fa/sales-capture.json'), en: () => import('./en/sales-capture.json') },
  salesDeals: { fa: () => import('./fa/sales-deals.json'), en: () => import('./en/sales-deals.json') },
  salesLeads: { fa: () => import('./fa/sales-leads.json'), en: () => import('./en/sales-leads.json') },
  salesMemory: { fa: () => import('./fa/sales-memory.json'), en: () => import('./en/sales-memory.json') },
  salesReports: { fa: () => import('./fa/sales-reports.json'), en: () => import('./en/sales-reports.json') },
  salesToday: { fa: () => import('./fa/sales-today.json'), en: () => import('./en/sales-today.json') },
  salesWords: { fa: () => import('./fa/sales-words.json'), en: () => import('./en/sales-words.json') },
  spend: { fa: () => import('./fa/spend.json'), en: () => import('./en/spend.json') },
  till: { fa: () => import('./fa/till.json'), en: () => import('./en/till.json') },
};
export type LateRoom = keyof typeof lateSentences;
export const LATE_ROOMS: readonly LateRoom[] = [
  'club',
  'clubBooks',
  'clubCodes',
  'clubOffers',
  'clubReferral',
  'insight',
  'sales',
  'salesAgreement',
  'salesCapture',
  'salesDeals',
  'salesLeads',
  'salesMemory',
  'salesReports',
  'salesToday',
  'salesWords',
  'spend',
  'till',
];

/** The sentences of the page in one language. Persian is the source: its keys are the keys there are. */
export async function startLanguage(language: Language): Promise<i18n> {
  const languages = createInstance();
  // Also a number that is written in a sentence itself wears the digits the reader chose.
  languages.use({
    type: 'postProcessor',
    name: 'digits',
    process: (said: string) => inDigits(said, isLanguage(languages.language) ? languages.language : language),
  });
  await languages.init({
    lng: language,
    fallbackLng: false,
    resources: { [language]: { translation: (await sentences[language]()).default } },
    interpolation: { escapeValue: false },
    postProcess: ['digits'],
  });
  showLanguage(language);
  return languages;
}

/** Brings in the sentences of a language, if they are not there yet: those of every room that speaks already. */
export async function loadLanguage(languages: i18n, language: Language): Promise<void> {
  if (!languages.hasResourceBundle(language, 'translation'))
    languages.addResourceBundle(language, 'translation', (await sentences[language]()).default);
  const rooms = LATE_ROOMS.filter((room) => speaks(languages, languages.language, room));
  await Promise.all(rooms.map((room) => loadRoom(languages, room, language)));
}

/** Brings in the sentences of a room, in the language that is read unless told. */
export async function loadRoom(
  languages: i18n,
  room: LateRoom,
  language: string = languages.language,
): Promise<void> {
  if (!isLanguage(language) || speaks(languages, language, room)) return;
  const { default: said } = await lateSentences[room][language]();
  languages.addResourceBundle(language, 'translation', said, true);
}

/** Whether a room's sentences are there in a language. */
export function speaks(languages: i18n, language: string, room: LateRoom): boolean {
  return languages.getResource(language, 'translation', room) !== undefined;
}

/** Speaks another language from now on, in this page and, remembered by the browser, in the next one. */
export async function changeLanguage(languages: i18n, language: Language): Promise<void> {
  await loadLanguage(languages, language);
  await languages.changeLanguage(language);
  showLanguage(language);
  rememberLanguage(language);
}

/** The language of an address wins, then what this browser chose before, then Persian. */
export function preferredLanguage(search: string): Language {
  const asked = new URLSearchParams(search).get('lang');
  if (isLanguage(asked)) return asked;
  const remembered = read();
  return isLanguage(remembered) ? remembered : 'fa';
}

/** Tells the document which way it runs; everything else follows from `dir` and logical properties. */
function showLanguage(language: Language): void {
  speakIn(language);
  document.documentElement.lang = language;
  document.documentElement.dir = directionOf(language);
}

function rememberLanguage(language: Language): void {
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
