import type { Chance } from './chance.ts';
import { FEMALE_NAMES, type FirstName, LAST_NAMES, MALE_NAMES } from './names.ts';

/** How somebody is known to the till, the web shop or a form: spelled as it was typed there. */
export interface PretendIdentity {
  readonly mobile?: string;
  readonly email?: string;
  readonly external?: string;
  readonly anonymous?: string;
  readonly name?: string;
  readonly kind?: 'person' | 'organisation';
}

/**
 * The first digits of the pretend mobiles: beginnings that phone libraries accept, followed by 000 and four digits,
 * the block that looks least like anybody's number. The demo shop has no channel, so nothing is ever sent to one.
 */
const BEGINNINGS = ['912', '935', '919', '936', '901', '921', '930', '937', '990', '902'] as const;

/** The ten digits of a person's mobile, without the zero: every number below 100,000 has its own. */
export function mobileDigits(person: number): string {
  const beginning = BEGINNINGS[person % BEGINNINGS.length] ?? BEGINNINGS[0];
  return `${beginning}000${String(Math.floor(person / BEGINNINGS.length) % 10_000).padStart(4, '0')}`;
}

const PERSIAN_ZERO = '۰'.charCodeAt(0);

function inPersianDigits(text: string): string {
  return text.replace(/[0-9]/g, (digit) => String.fromCharCode(PERSIAN_ZERO + Number(digit)));
}

/** One of the ways in which people and spreadsheets write an Iranian mobile. */
export function spelledMobile(digits: string, chance: Chance): string {
  const way = chance.next();
  if (way < 0.7) return `0${digits}`;
  if (way < 0.8) return `+98${digits}`;
  if (way < 0.86) return digits;
  if (way < 0.92) return inPersianDigits(`0${digits}`);
  if (way < 0.95) return `0098${digits}`;
  return `0${digits.slice(0, 3)} ${digits.slice(3, 6)} ${digits.slice(6)}`;
}

export interface PretendName {
  readonly text: string | undefined;
  readonly latin: string;
}

/** A name as it was typed: mostly clean, at times with Arabic letters, half in Latin, very long, or missing. */
export function typedName(chance: Chance): PretendName {
  const first = chance.pick(chance.is(0.5) ? FEMALE_NAMES : MALE_NAMES);
  const last = chance.pick(LAST_NAMES);
  return { text: typed(first, last, chance), latin: first.latin };
}

function typed(first: FirstName, last: string, chance: Chance): string | undefined {
  const way = chance.next();
  const plain = `${first.persian} ${last}`;
  if (way < 0.82) return plain;
  if (way < 0.88) return withArabicLetters(plain);
  if (way < 0.9) return plain.replaceAll('\u200C', ' ');
  if (way < 0.92) return first.persian;
  if (way < 0.935) return last;
  if (way < 0.95) return `${first.latin.charAt(0).toUpperCase()}${first.latin.slice(1)} ${last}`;
  if (way < 0.955) return `  ${plain} `;
  if (way < 0.958) return longName(first, chance);
  return undefined;
}

/** What an Arabic keyboard or an old till writes: the same word, other code points. */
export function withArabicLetters(text: string): string {
  return text.replaceAll('ی', 'ي').replaceAll('ک', 'ك');
}

function longName(first: FirstName, chance: Chance): string {
  const families = Array.from({ length: 6 }, () => chance.pick(LAST_NAMES));
  return `سرکار خانم / جناب آقای دکتر ${first.persian} ${families.join(' ')} (مشتری قدیمی شعبهٔ اول)`;
}

/** An address in the domain kept for examples, which can reach nobody. */
export function emailOf(latin: string, person: number): string {
  return `${latin}.${person}@mail.example`;
}

/** The number on somebody's customer card. */
export function cardNumber(person: number): string {
  return `C-${String(person).padStart(6, '0')}`;
}
