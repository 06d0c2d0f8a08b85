import { showMoney, toPersianDigits } from '@nardeban/core/values';
import { createContext, useContext } from 'react';
import { en } from '../language/portal/en.ts';
import { fa, type PortalKey } from '../language/portal/fa.ts';
import type { PortalCard, WalletShown } from './answers.ts';

export type Language = 'fa' | 'en';

/** How things are said to this reader. */
export interface Speech {
  readonly language: Language;
  readonly t: (key: PortalKey, blanks?: Readonly<Record<string, string>>) => string;
  readonly number: (value: number) => string;
  readonly money: (minor: number) => string;
  readonly day: (at: number) => string;
  readonly dayAndTime: (at: number) => string;
  /** Units of a wallet with its name: «۱٬۲۰۰ امتیاز». */
  readonly units: (wallet: Pick<WalletShown, 'unit' | 'name'>, units: number) => string;
}

export function speechFor(language: Language, card: PortalCard | undefined): Speech {
  const words = language === 'fa' ? fa : en;
  const calendar = card?.calendar === 'gregorian' ? 'gregory' : 'persian';
  const locale = `${language === 'fa' ? 'fa-IR' : 'en'}-u-ca-${calendar}`;
  const zone = card?.zone ?? 'Asia/Tehran';
  const date = new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: zone,
  });
  const clock = new Intl.DateTimeFormat(locale, {
    hour: '2-digit',
    minute: '2-digit',
    timeZone: zone,
    hour12: false,
  });
  const day = (at: number): string => date.format(at).replace(/ (?:AP|AD|ERA\d)$/, '');
  const number = (value: number): string => {
    const text = value.toLocaleString('en-US');
    return language === 'fa' ? toPersianDigits(text.replaceAll(',', '٬')) : text;
  };
  const money = (minor: number): string =>
    showMoney(minor, { currency: card?.currency ?? 'IRR', unit: card?.unit ?? 'toman', language });
  return {
    language,
    t: (key, blanks = {}) => words[key].replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => blanks[name] ?? ''),
    number,
    money,
    day,
    dayAndTime: (at) => `${day(at)}${language === 'fa' ? '، ' : ', '}${clock.format(at)}`,
    units: (wallet, units) => (wallet.unit === 'money' ? money(units) : `${number(units)} ${wallet.name}`),
  };
}

export const SpeechContext = createContext<Speech>(speechFor('fa', undefined));
export const useSpeech = (): Speech => useContext(SpeechContext);
export const CardContext = createContext<PortalCard | undefined>(undefined);
export const useCard = (): PortalCard | undefined => useContext(CardContext);
