import { quantityText } from '@nardeban/core/sales';
import {
  type BusinessMoney,
  type Calendar,
  type Instant,
  inWords,
  type Language,
  minorToDecimal,
  readIsoDay,
  RIAL,
  showDay,
  showMoney,
  toPersianDigits,
  zoneOf,
} from '@nardeban/core/values';

/** How figures are said to a reader. */
export interface Saying {
  readonly language: Language;
  readonly money: BusinessMoney;
  readonly calendar: Calendar;
  readonly zone: string;
}

/** An amount with its unit. */
export function sayMoney(amount: number, { money, language }: Saying): string {
  return showMoney(amount, { ...money, language });
}

/** An amount without its unit, for columns whose head names it. */
export function sayAmount(amount: number, saying: Saying): string {
  return sayMoney(amount, saying).replace(/ [^ ]*$/, '');
}

/** The unit of amounts, for the head of a column; empty where the business has said no currency. */
export function unitOf({ money, language }: Saying): string {
  return /[^ ]*$/.exec(showMoney(0, { ...money, language }).replace(/^[^ ]*/, ''))?.[0] ?? '';
}

/** An amount in words; of toman with a rest, in rial. Empty where it has a fraction, or is too large to be said. */
export function sayInWords(amount: number, saying: Saying): string {
  const { money, language } = saying;
  const isToman = money.currency === RIAL && money.unit === 'toman';
  const unit = isToman && amount % 10 !== 0 ? 'rial' : money.unit;
  const whole = isToman && unit === 'toman' ? amount / 10 : Number(minorToDecimal(amount, money.currency));
  if (!Number.isSafeInteger(whole)) return '';
  const words = inWords(whole, language);
  const named = unitOf({ ...saying, money: { ...money, unit } });
  return words === '' || named === '' ? words : `${words} ${named}`;
}

export function sayNumber(text: string | number, { language }: Pick<Saying, 'language'>): string {
  return language === 'fa' ? toPersianDigits(String(text)) : String(text);
}

export function sayQuantity(quantity: number, saying: Pick<Saying, 'language'>): string {
  const text = quantityText(quantity);
  return saying.language === 'fa' ? toPersianDigits(text).replace('.', '٫') : text;
}

/** Hundredths of a percent. */
export function sayShare(share: number, { language }: Pick<Saying, 'language'>): string {
  const text = String(share / 100);
  return language === 'fa' ? `${toPersianDigits(text).replace('.', '٫')}٪` : `${text}%`;
}

/** Telephone numbers keep their own order in any text: each is isolated. */
export function sayPhones(text: string): string {
  return text.replace(/\+?\p{Nd}[\p{Nd} ()\-–]{4,}\p{Nd}/gu, (number) => `\u2066${number}\u2069`);
}

export function sayDayOf(day: string, { calendar, language }: Saying): string {
  const read = readIsoDay(day);
  return read === null ? day : showDay(read, { calendar, language, style: 'long' });
}

export function sayDayAt(at: Instant, { calendar, language, zone }: Saying): string {
  return showDay(zoneOf(zone).dayOf(at), { calendar, language, style: 'long' });
}

/** The day and the minute. */
export function sayMoment(at: Instant, saying: Saying): string {
  const zone = zoneOf(saying.zone);
  const day = zone.dayOf(at);
  const minutes = Math.floor((at - zone.startOf(day)) / 60_000);
  const clock = `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
  return `${showDay(day, { calendar: saying.calendar, language: saying.language, style: 'long' })}${
    saying.language === 'fa' ? '، ' : ', '
  }${sayNumber(clock, saying)}`;
}
