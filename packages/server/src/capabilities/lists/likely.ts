import { readMobile } from '@nardeban/core/values';

/** Why two are thought to be one. */
export type Likeness =
  /** A customer number of one reads as the mobile of the other. */
  | 'number_is_mobile'
  /** Same name and same birthday. */
  | 'name_and_birthday'
  /** Same name, and mobiles that end alike: a number that moved to another operator, or one digit mistyped. */
  | 'name_and_mobile_ending'
  /** Same name, and the same name before the @ of their e-mails. */
  | 'name_and_email_beginning'
  /** Same name and same national number. */
  | 'name_and_national_id';

export interface Alike {
  readonly people: readonly [number, number];
  readonly because: Likeness;
}

export interface Suspect {
  readonly id: number;
  /** The folded name; empty for who has none. */
  readonly nameKey: string;
  readonly traits: Readonly<Record<string, unknown>>;
  readonly identifiers: readonly (readonly [kind: string, value: string])[];
}

const ENDING = 7;
const SHORTEST_BEGINNING = 5;
const BIRTHDAY = /^(?:birthday|birth_?date|date_of_birth|تولد|تاریخ تولد)$/iu;
const NATIONAL = /^(?:national_?id|national_?code|کد ملی)$/iu;
/** Addresses that many people share say nothing. */
const SHARED = new Set(['info', 'sales', 'admin', 'contact', 'office', 'support', 'hello', 'email']);

/**
 * Pairs among people of one name that are likely one person, each pair once with the strongest reason. Costs as much as
 * there are people, however many share a name.
 */
export function likelyAmong(namesakes: readonly Suspect[]): Alike[] {
  const found = new Map<string, Alike>();
  const signs = new Map<string, number>();
  for (const because of [
    'name_and_national_id',
    'name_and_birthday',
    'name_and_mobile_ending',
    'name_and_email_beginning',
  ] as const) {
    signs.clear();
    for (const person of namesakes) {
      for (const sign of signsOf(person, because)) {
        const other = signs.get(sign);
        if (other === undefined) signs.set(sign, person.id);
        else if (other !== person.id) {
          const people: [number, number] = other < person.id ? [other, person.id] : [person.id, other];
          const name = people.join(' ');
          if (!found.has(name)) found.set(name, { people, because });
        }
      }
    }
  }
  return [...found.values()];
}

function signsOf(person: Suspect, because: Likeness): string[] {
  const values = (kind: string): string[] =>
    person.identifiers.filter(([one]) => one === kind).map(([, value]) => value);
  const trait = (names: RegExp): string[] =>
    Object.entries(person.traits)
      .filter(([name, value]) => names.test(name) && (typeof value === 'string' || typeof value === 'number'))
      .map(([, value]) => String(value).trim())
      .filter((value) => value.length >= 4);
  switch (because) {
    case 'name_and_national_id':
      return trait(NATIONAL);
    case 'name_and_birthday':
      return trait(BIRTHDAY);
    case 'name_and_mobile_ending':
      return values('mobile').map((mobile) => mobile.slice(-ENDING));
    case 'name_and_email_beginning':
      return values('email')
        .map((email) => email.slice(0, email.indexOf('@')).replace(/\+.*$/, ''))
        .filter((beginning) => beginning.length >= SHORTEST_BEGINNING && !SHARED.has(beginning));
    case 'number_is_mobile':
      return [];
  }
}

/** The mobile that a customer number spells, if it does. */
export function mobileInNumber(external: string): string | null {
  if (!/^[+0-9][0-9 -]{8,15}$/.test(external)) return null;
  const read = readMobile(external);
  return read.ok ? read.value : null;
}
