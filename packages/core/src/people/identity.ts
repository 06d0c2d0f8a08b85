import {
  accept,
  displayText,
  readEmail,
  readMobile,
  refuse,
  type Result,
  toLatinDigits,
} from '../values/index.ts';

/** What a person is recognised by, the strongest first: the order in which one names whom a fact is about. */
export const identifierKinds = ['external', 'mobile', 'email', 'anonymous'] as const;
export type IdentifierKind = (typeof identifierKinds)[number];

export interface Identifier {
  readonly kind: IdentifierKind;
  readonly value: string;
}

export type PersonKind = 'person' | 'organisation';

/** Who a fact is about, in any spelling: every part is optional, a blank one counts as absent. */
export interface Identity {
  readonly mobile?: string;
  readonly email?: string;
  /** The customer number of the business's own systems. */
  readonly external?: string;
  /** The visitor's number that a browser made up (Segment's anonymousId). */
  readonly anonymous?: string;
  readonly name?: string;
  readonly kind?: PersonKind;
}

/** An identity in its one spelling: mobile E.164, e-mail in lower case, digits ASCII, the name as people read it. */
export interface NormalIdentity {
  readonly mobile?: string;
  readonly email?: string;
  readonly external?: string;
  readonly anonymous?: string;
  readonly name?: string;
  readonly kind?: PersonKind;
}

export const LONGEST_IDENTIFIER = 254;
export const LONGEST_NAME = 300;

/**
 * The identity in its one spelling. An identity with no identifier is accepted: nobody is known by a name alone, and
 * an order without a customer is still an order. `region` is where mobiles without a country code belong.
 * Refusals, each with its field: those of readMobile and readEmail, `text_unreadable` (a NUL), `identifier_too_long`,
 * `name_too_long`.
 */
export function readIdentity(identity: Identity, region = 'IR'): Result<NormalIdentity> {
  const read: { -readonly [part in keyof NormalIdentity]: NormalIdentity[part] } = {};
  for (const part of ['mobile', 'email', 'external', 'anonymous', 'name'] as const) {
    const raw = identity[part];
    if (raw === undefined) continue;
    if (raw.includes('\u0000')) return refuse('text_unreadable', part);
    if (displayText(raw) === '') continue;
    const result = readPart(part, raw, region);
    if (!result.ok) return refuse(result.refusal.code, part, result.refusal.detail);
    read[part] = result.value;
  }
  if (identity.kind !== undefined) read.kind = identity.kind;
  return accept(read);
}

/** The identifiers of an identity, the strongest first. */
export function identifiersOf(identity: NormalIdentity): Identifier[] {
  const found: Identifier[] = [];
  for (const kind of identifierKinds) {
    const value = identity[kind];
    if (value !== undefined) found.push({ kind, value });
  }
  return found;
}

function readPart(
  part: 'mobile' | 'email' | 'external' | 'anonymous' | 'name',
  raw: string,
  region: string,
): Result<string> {
  switch (part) {
    case 'mobile':
      return readMobile(raw, region);
    case 'email':
      return readEmail(raw);
    case 'name':
      return fitting(displayText(raw), LONGEST_NAME, 'name_too_long');
    default:
      // Case is kept: other systems tell "a1" from "A1".
      return fitting(toLatinDigits(displayText(raw)), LONGEST_IDENTIFIER, 'identifier_too_long');
  }
}

function fitting(text: string, most: number, code: string): Result<string> {
  return text.length > most ? refuse(code, undefined, { most }) : accept(text);
}
