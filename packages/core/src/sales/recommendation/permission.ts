import type { Language } from '../../values/index.ts';

/** The sentence beside the tick with which somebody lets their words be shown. Whoever changes a word gives a new version. */
export const PERMISSION_VERSION = '2026-11';

const WORDING: Readonly<Record<Language, string>> = {
  fa: 'اجازه می‌دهم {business} این متن و نمره را با نامی که نوشته‌ام در سایت، شبکه‌های اجتماعی و گفت‌وگو با مشتریان نشان بدهد. هر وقت بخواهم از همین پیوند پس می‌گیرم.',
  en: '{business} may show these words and the score, with the name I wrote, on its site, in social media and to other customers. I can take this back at any time by this same link.',
};

/** What somebody agrees to, in their language, with the name of the business in it. */
export function permissionWording(language: Language, business: string): string {
  return WORDING[language].replace('{business}', () => business);
}
