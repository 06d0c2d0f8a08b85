import type { Instant, Language } from '@nardeban/core/values';
import { timestamptz, type Tx } from '../../platform/database/index.ts';
import type { Business } from '../../platform/tenancy/index.ts';
import { appendFacts, historyPage, sourceId } from '../facts/index.ts';
import { membersOf } from '../people/index.ts';

/** What a member is asked about, one by one; nothing is agreed to unless they say so. */
export const consentPurposes = ['offers', 'reminders', 'surveys'] as const;
export type ConsentPurpose = (typeof consentPurposes)[number];

/** All of it is about text messages to their mobile. */
const CHANNEL = 'sms';
/** Where what members tell themselves comes from. */
export const PORTAL_SOURCE = 'portal';

/** The sentences they agree to, kept with what they said. */
export const consentWords: Readonly<Record<ConsentPurpose, Readonly<Record<Language, string>>>> = {
  offers: {
    fa: 'خبر و پیشنهادهای ویژه را با پیامک برایم بفرستید.',
    en: 'Text me news and special offers.',
  },
  reminders: {
    fa: 'پیش از سوختن امتیازهایم با پیامک یادآوری کنید.',
    en: 'Text me before my points expire.',
  },
  surveys: {
    fa: 'گاهی با پیامک نظرم را بپرسید.',
    en: 'Text me now and then to ask what I think.',
  },
};

export interface Consent {
  readonly purpose: ConsentPurpose;
  readonly given: boolean;
  /** When they last said so; null: they never did. */
  readonly at: Instant | null;
}

const TYPES = ['consent.given', 'consent.withdrawn'];
/** Nobody changes their mind more often than this, and if they do, what they said last is among it. */
const MOST_TOLD = 1000;

/** What stands: the last word on each purpose, wherever it was told. */
export async function consentsOf(tx: Tx, person: number): Promise<readonly Consent[]> {
  const members = (await membersOf(tx, [person])).get(person) ?? [person];
  const page = await historyPage(tx, members, { limit: MOST_TOLD, types: TYPES });
  const told = page.ok ? page.value.facts : [];
  return consentPurposes.map((purpose) => {
    const last = told.find(
      ({ data }) => data['purpose'] === purpose && (data['channel'] ?? CHANNEL) === CHANNEL,
    );
    return { purpose, given: last?.type === 'consent.given', at: last?.at ?? null };
  });
}

/** Writes down what they said, in which words and from where, and tells it as a fact. Saying it again changes nothing. */
export async function sayConsent(
  tx: Tx,
  business: Business,
  said: {
    readonly person: number;
    readonly purpose: ConsentPurpose;
    readonly given: boolean;
    readonly language: Language;
    readonly address: string;
    readonly now: Instant;
  },
): Promise<void> {
  // Two taps at once are told one after the other.
  await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('nardeban consent', $1))`, [said.person]);
  const stands = (await consentsOf(tx, said.person)).find(({ purpose }) => purpose === said.purpose);
  if (stands !== undefined && stands.given === said.given && (said.given || stands.at !== null)) return;
  const { rows } = await tx.query<{ id: number }>(
    `INSERT INTO consent_records (business_id, person_id, purpose, channel, given, wording, way, address, at)
     VALUES (this_business(), $1, $2, $3, $4, $5, 'portal', $6, $7) RETURNING consent_id AS id`,
    [
      said.person,
      said.purpose,
      CHANNEL,
      said.given,
      consentWords[said.purpose][said.language],
      said.address.slice(0, 60),
      timestamptz(said.now),
    ],
  );
  await appendFacts(tx, business, [
    {
      personId: said.person,
      conflictId: null,
      type: said.given ? 'consent.given' : 'consent.withdrawn',
      at: said.now,
      sourceId: await sourceId(tx, business, PORTAL_SOURCE),
      key: `consent ${rows[0]?.id}`,
      data: { purpose: said.purpose, channel: CHANNEL },
    },
  ]);
}

export interface ConsentRecord {
  readonly purpose: string;
  readonly channel: string;
  readonly given: boolean;
  readonly wording: string;
  readonly way: string;
  readonly address: string | null;
  readonly at: Instant;
}

/** Everything they ever said here, the newest first, for their own copy. */
export async function consentRecords(tx: Tx, people: readonly number[]): Promise<readonly ConsentRecord[]> {
  const { rows } = await tx.query<ConsentRecord>(
    `SELECT purpose, channel, given, wording, way, address, at FROM consent_records
     WHERE business_id = this_business() AND person_id = ANY($1::bigint[]) ORDER BY consent_id DESC LIMIT ${MOST_TOLD}`,
    [people],
  );
  return rows;
}
