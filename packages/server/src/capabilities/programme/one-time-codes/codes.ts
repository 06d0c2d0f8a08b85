import { randomBytes } from 'node:crypto';
import {
  accept,
  type Instant,
  type Language,
  readMobile,
  refuse,
  type Result,
  toLatinDigits,
} from '@nardeban/core/values';
import type { Sms } from '../../../platform/channels/index.ts';
import type { Clock } from '../../../platform/clock/index.ts';
import { type Database, timestamptz, type Tx } from '../../../platform/database/index.ts';
import type { Business } from '../../../platform/tenancy/index.ts';
import { personById } from '../../people/index.ts';
import { countSend } from './bounds.ts';
import { type HashedCode, hashCode, isCode, newCode } from './secret.ts';
import { type CodePurpose, codeSentence } from './sentence.ts';

/** What codes are asked for and checked with; the parts a capability's routes are given have all of it. */
export interface CodeParts {
  readonly database: Database;
  readonly clock: Clock;
  readonly sms: Sms;
}

export interface CodeAsked {
  readonly purpose: CodePurpose;
  /** In any spelling; or of the person: their first mobile, or the one that is named, which has to be theirs. */
  readonly to: { readonly mobile: string } | { readonly person: number; readonly mobile?: string };
  /** What alone the code is good for, such as `quote:12`; left out: anything of its purpose. */
  readonly about?: string;
  /** The same in a few words of the reader's language, for the text message: «خرج ۵۰۰ امتیاز». */
  readonly what?: string;
  /** The network address of who asks; left out where a member of staff does, who has a session of their own. */
  readonly address?: string;
  readonly language?: Language;
}

export interface CodeSent {
  /** Names this asking; it proves nothing by itself. */
  readonly challenge: string;
  /** The mobile, all but its ends hidden. */
  readonly to: string;
  readonly expiresAt: Instant;
}

const MINUTE = 60_000;
const LIVES_MS: Readonly<Record<CodePurpose, number>> = {
  'sign-in': 3 * MINUTE,
  spend: 3 * MINUTE,
  redeem: 5 * MINUTE,
  agree: 10 * MINUTE,
};
const MOST_ATTEMPTS = 5;

/**
 * Sends a code by text message, in transactions of its own: never call it inside one. The answer is the same whether the
 * business knows the mobile or not. Refusals: those of `readMobile`, `person_unknown`, `person_has_no_mobile`,
 * `mobile_not_theirs`, `one_time_codes_too_many` (with `seconds`), `sms_not_set_up`, `sms_refused`.
 */
export async function askCode(
  { database, clock, sms }: CodeParts,
  business: Pick<Business, 'id' | 'name' | 'language'>,
  asked: CodeAsked,
): Promise<Result<CodeSent>> {
  if (sms.provider === null) return refuse('sms_not_set_up');
  const now = clock.now();
  const kept = await keep(database, business.id, async (tx) => {
    const recipient = await recipientOf(tx, asked.to);
    if (!recipient.ok) return recipient;
    const counted = await countSend(tx, { mobile: recipient.value, address: asked.address, now });
    return counted.ok ? recipient : counted;
  });
  if (!kept.ok) return kept;
  // Hashing takes its time: after the counters are free again, and only for what is sent.
  const code = newCode();
  const challenge = randomBytes(16).toString('hex');
  const row = {
    challenge,
    purpose: asked.purpose,
    recipient: kept.value,
    person: 'person' in asked.to ? asked.to.person : null,
    about: asked.about ?? null,
    hashed: await hashCode(business.id, challenge, code),
    now,
  };
  await database.withBusiness(business.id, (tx) => keepCode(tx, row));
  const sent = await sms.send(business, {
    to: kept.value,
    text: codeSentence(asked.language ?? business.language, asked.purpose, {
      business: business.name,
      code,
      what: asked.what,
    }),
    ...(sms.codePattern === undefined ? {} : { pattern: { name: sms.codePattern, values: [code] } }),
    purpose: 'one-time-code',
  });
  if (!sent.ok) return sent;
  return accept({ challenge, to: hidden(kept.value), expiresAt: now + LIVES_MS[asked.purpose] });
}

export interface CodeTold {
  readonly purpose: CodePurpose;
  /** In any digits, spaces among them. */
  readonly code: string;
  /** By the answer of `askCode`, or of whom: then any live code that was asked for of them proves it. */
  readonly by: { readonly challenge: string } | { readonly person: number };
  /** As it was when the code was asked for. */
  readonly about?: string;
}

/** A code that was right. It is used up by `useCode` and by nothing else. */
export interface CodeProof {
  readonly challenge: string;
  readonly mobile: string;
  readonly person: number | null;
}

/**
 * Is this the code? Counts the attempt in a transaction of its own before it looks, so that a wrong one counts whatever
 * becomes of the caller's; so never call it inside one. A code that was used already is still answered while its
 * challenge is kept: a repeated request must come as far as its kept answer, and `useCode` lets nothing pass twice.
 * Refusals: `one_time_code_wrong` (with `left`), `one_time_code_expired`, `one_time_code_attempts_over`.
 */
export async function checkCode(
  { database, clock }: Pick<CodeParts, 'database' | 'clock'>,
  business: Pick<Business, 'id'>,
  told: CodeTold,
): Promise<Result<CodeProof>> {
  const code = toLatinDigits(told.code).replaceAll(/[\s‌-]/g, '');
  if (!/^[0-9]{6}$/.test(code)) return refuse('one_time_code_malformed', 'code');
  const now = clock.now();
  const rows = await database.withBusiness(business.id, (tx) => countAttempt(tx, told, now));
  let best: 'one_time_code_expired' | 'one_time_code_attempts_over' | 'one_time_code_wrong' =
    'one_time_code_expired';
  let left = 0;
  for (const row of rows) {
    const isLive = row.usedAt !== null || row.expiresAt > now;
    if (!isLive) continue;
    if (row.attempts > MOST_ATTEMPTS) {
      best = best === 'one_time_code_wrong' ? best : 'one_time_code_attempts_over';
      continue;
    }
    best = 'one_time_code_wrong';
    left = Math.max(left, MOST_ATTEMPTS - row.attempts);
    if (await isCode(business.id, row.challenge, code, row))
      return accept({ challenge: row.challenge, mobile: row.mobile, person: row.person });
  }
  return refuse(best, 'code', best === 'one_time_code_wrong' ? { left } : undefined);
}

/** Uses a code up, in the caller's transaction: with what it was told for, or not at all. Refusal: `one_time_code_used`. */
export async function useCode(tx: Tx, proof: CodeProof, now: Instant): Promise<Result<true>> {
  const { rowCount } = await tx.query(
    `UPDATE one_time_codes SET used_at = $2 WHERE business_id = this_business() AND challenge = $1 AND used_at IS NULL`,
    [proof.challenge, timestamptz(now)],
  );
  return rowCount === 1 ? accept(true) : refuse('one_time_code_used', 'code');
}

interface CodeRow extends HashedCode {
  readonly challenge: string;
  readonly mobile: string;
  readonly person: number | null;
  readonly expiresAt: Instant;
  readonly usedAt: Instant | null;
  /** This one counted. */
  readonly attempts: number;
}

/** More codes of one person than this do not live at a time. */
const MOST_AT_ONCE = 3;

/** The codes that may be meant, the newest first, one attempt more counted on each that is still to be used. */
async function countAttempt(
  tx: Tx,
  { purpose, by, about }: CodeTold,
  now: Instant,
): Promise<readonly CodeRow[]> {
  const { rows } = await tx.query<CodeRow>(
    `UPDATE one_time_codes c
     SET attempts = CASE WHEN c.used_at IS NULL THEN least(c.attempts + 1, ${MOST_ATTEMPTS + 1}) ELSE c.attempts END
     FROM (SELECT challenge FROM one_time_codes
           WHERE business_id = this_business() AND purpose = $1 AND (about IS NULL OR about = $2)
             AND CASE WHEN $3::text IS NULL THEN person_id = $4 AND (expires_at > $5 OR used_at IS NOT NULL)
                      ELSE challenge = $3 END
           ORDER BY made_at DESC, challenge LIMIT ${MOST_AT_ONCE} FOR UPDATE) o
     WHERE c.business_id = this_business() AND c.challenge = o.challenge
     RETURNING c.challenge, c.recipient AS mobile, c.person_id AS person, c.salt, c.hash, c.expires_at AS "expiresAt",
               c.used_at AS "usedAt", c.attempts`,
    [
      purpose,
      about ?? null,
      'challenge' in by ? by.challenge : null,
      'person' in by ? by.person : null,
      timestamptz(now),
    ],
  );
  return rows;
}

async function keepCode(
  tx: Tx,
  row: {
    readonly challenge: string;
    readonly purpose: CodePurpose;
    readonly recipient: string;
    readonly person: number | null;
    readonly about: string | null;
    readonly hashed: HashedCode;
    readonly now: Instant;
  },
): Promise<void> {
  await tx.query(
    `INSERT INTO one_time_codes (business_id, challenge, purpose, recipient, person_id, about, salt, hash, made_at, expires_at)
     VALUES (this_business(), $1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      row.challenge,
      row.purpose,
      row.recipient,
      row.person,
      row.about,
      row.hashed.salt,
      row.hashed.hash,
      timestamptz(row.now),
      timestamptz(row.now + LIVES_MS[row.purpose]),
    ],
  );
}

async function recipientOf(tx: Tx, to: CodeAsked['to']): Promise<Result<string>> {
  const named = to.mobile === undefined ? null : readMobile(to.mobile);
  if (named !== null && !named.ok) return named;
  if (!('person' in to)) return named ?? refuse('phone_missing', 'mobile');
  const person = await personById(tx, to.person);
  if (person === null) return refuse('person_unknown');
  const mobiles = person.identifiers.filter(({ kind }) => kind === 'mobile').map(({ value }) => value);
  const [first] = mobiles;
  if (first === undefined) return refuse('person_has_no_mobile');
  if (named === null) return accept(first);
  return mobiles.includes(named.value) ? named : refuse('mobile_not_theirs', 'mobile');
}

/** What was refused is not counted: it is rolled back. */
async function keep<T>(
  database: Database,
  business: number,
  work: (tx: Tx) => Promise<Result<T>>,
): Promise<Result<T>> {
  class Refused extends Error {}
  let refused: Result<T> | undefined;
  try {
    return await database.withBusiness(business, async (tx) => {
      const result = await work(tx);
      if (result.ok) return result;
      refused = result;
      throw new Refused();
    });
  } catch (error) {
    if (error instanceof Refused && refused !== undefined) return refused;
    throw error;
  }
}

function hidden(e164: string): string {
  return `${e164.slice(0, 6)}••••${e164.slice(-3)}`;
}
