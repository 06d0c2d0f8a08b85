import type { Language } from '@nardeban/core/values';
import { numberingSystem } from './digits.ts';

const LOCALES = { fa: 'fa-IR', en: 'en-US' } as const;

/** The language's own manners, in the digits the reader chose. */
function localeOf(language: Language): string {
  return `${LOCALES[language]}-u-nu-${numberingSystem(language)}`;
}

/** Making a format costs a hundred times what using it does, and a page writes hundreds of numbers. */
const formats = new Map<string, Intl.NumberFormat>();

function formatOf(language: Language, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const locale = localeOf(language);
  const key = `${locale} ${options.style} ${options.maximumFractionDigits} ${options.signDisplay}`;
  let format = formats.get(key);
  if (format === undefined) {
    format = new Intl.NumberFormat(locale, options);
    formats.set(key, format);
  }
  return format;
}

/** A whole number with its thousands parted: «۱۲٬۳۴۵», `12,345`. */
export function showNumber(value: number, language: Language): string {
  return formatOf(language, { maximumFractionDigits: 2 }).format(value);
}

/** A share (0.123) as a percentage; a share that is small but not nothing never shows as zero. */
export function showShare(share: number, language: Language): string {
  const digits = share > 0 && share < 0.1 ? 1 : 0;
  const format = formatOf(language, { style: 'percent', maximumFractionDigits: digits });
  if (share > 0 && share < 0.0005) return `< ${format.format(0.001)}`;
  return format.format(share);
}

/** A change with its sign, isolated so that the sign stays before its number in either direction. */
export function showChange(change: number, language: Language): string {
  return `\u2066${formatOf(language, { signDisplay: 'exceptZero' }).format(change)}\u2069`;
}
