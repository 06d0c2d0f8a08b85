import {
  type BusinessCalendar,
  type BusinessMoney,
  type Language,
  refusalSentences,
  showDay,
  showMoney,
  toPersianDigits,
  zoneOf,
} from '../values/index.ts';
import type { PricingReason } from './priced.ts';
import type { ReasonSentence } from './reason-sentence.ts';
import { earningSentences } from './reason-sentences-earning.ts';
import { offerSentences } from './reason-sentences-offers.ts';

/**
 * What a figure in a sentence is: `money` in minor units, `share` in hundredths of a percent, `times` in hundredths, `day` an
 * instant said as its day. A figure without a kind is a plain number or a name.
 */
export type ReasonKind = 'money' | 'share' | 'times' | 'day';

/** Every reason a price gives, by code: why something was given, trimmed, swapped or not given. */
export const reasonSentences: Readonly<Record<string, ReasonSentence>> = {
  ...earningSentences,
  ...offerSentences,
};

/** How figures are shown in a business. */
export interface ReasonSpeech {
  readonly language: Language;
  readonly money: BusinessMoney;
  readonly calendar: BusinessCalendar;
}

/**
 * A reason as a person reads it. A code, card or reward that was refused carries the refusal's code and is said in its words; a
 * code without any sentence stands for itself.
 */
export function sayReason({ code, detail }: PricingReason, speech: ReasonSpeech): string {
  const sentence = reasonSentences[code] ?? refusalSentences[code];
  if (sentence === undefined) return code;
  return sentence[speech.language].replace(/\{(\w+)(?::(\w+))?\}/g, (place, name: string, kind?: string) => {
    const value = detail?.[name];
    if (value === undefined) return place;
    if (typeof value === 'string') return speech.language === 'fa' ? `\u2068${value}\u2069` : value;
    return shown(value, kind, speech);
  });
}

function shown(value: number, kind: string | undefined, { language, money, calendar }: ReasonSpeech): string {
  if (kind === 'money') return showMoney(value, { ...money, language });
  if (kind === 'day') {
    const day = zoneOf(calendar.zone).dayOf(value);
    return showDay(day, { calendar: calendar.calendar, language, style: 'long' });
  }
  const number = kind === 'share' || kind === 'times' ? hundredths(value) : grouped(String(value));
  const sign = kind === 'share' ? '%' : '';
  if (language === 'en') return number + sign;
  const digits = toPersianDigits(number).replaceAll(',', '٬').replace('.', '٫');
  return sign === '' ? digits : `${digits}٪`;
}

/** 8550 → 85.5: without noughts at the end. */
function hundredths(value: number): string {
  const rest = value % 100;
  const whole = grouped(String((value - rest) / 100));
  return rest === 0 ? whole : `${whole}.${String(rest).padStart(2, '0').replace(/0$/, '')}`;
}

function grouped(number: string): string {
  return number.replace(/\B(?=(?:\d{3})+$)/g, ',');
}
