import { createHash, randomBytes } from 'node:crypto';
import { isIPv6 } from 'node:net';
import type { Instant } from '@nardeban/core/values';
import { timestamptz, type Tx } from '../../../platform/database/index.ts';
import type { Business } from '../../../platform/tenancy/index.ts';

/** 192 bits, in 32 characters that need no escaping in an address. */
const SECRET_BYTES = 24;
const SECRET = /^[A-Za-z0-9_-]{32}$/;

/**
 * Makes a further link to a version that was sent and answers its path. The secret is told this once: only its hash is kept, so a
 * copy of the database opens nothing. Links made before go on working.
 */
export async function makeLink(
  tx: Tx,
  business: Pick<Business, 'slug'>,
  of: { readonly agreement: number; readonly version: number },
  { by, now }: { readonly by: string; readonly now: Instant },
): Promise<string> {
  const secret = randomBytes(SECRET_BYTES).toString('base64url');
  await tx.query(
    `INSERT INTO agreement_links (business_id, hash, agreement_id, version, made_by, made_at)
     VALUES (this_business(), $1, $2, $3, $4, $5)`,
    [hashOf(secret), of.agreement, of.version, by, timestamptz(now)],
  );
  return `/a/${business.slug}/${secret}`;
}

/** What a secret leads to; null: to nothing. */
export async function linkedBy(
  tx: Tx,
  secret: string,
): Promise<{ readonly agreement: number; readonly version: number } | null> {
  if (!SECRET.test(secret)) return null;
  const { rows } = await tx.query<{ agreement: number; version: number }>({
    name: 'agreement-link',
    text: `SELECT agreement_id AS agreement, version FROM agreement_links WHERE business_id = this_business() AND hash = $1`,
    values: [hashOf(secret)],
  });
  return rows[0] ?? null;
}

function hashOf(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}

const HOUR_MS = 3_600_000;
/** From one network; a phone company puts many phones behind one address, and none of them guesses. */
const MOST_WRONG = 60;

/** Whether so many links that are none were tried from an address that its links are not looked up any more in this hour. */
export async function triesTooMuch(tx: Tx, address: string, now: Instant): Promise<boolean> {
  const { rows } = await tx.query<{ wrong: number }>({
    name: 'agreement-guesses',
    text: 'SELECT wrong FROM agreement_guesses WHERE business_id = this_business() AND subject = $1 AND hour = $2',
    values: [subjectOf(address), Math.floor(now / HOUR_MS)],
  });
  return (rows[0]?.wrong ?? 0) >= MOST_WRONG;
}

/** Counts a link that is none, and forgets what was counted in hours that are over. */
export async function noteWrongLink(tx: Tx, address: string, now: Instant): Promise<void> {
  const hour = Math.floor(now / HOUR_MS);
  await tx.query(
    `INSERT INTO agreement_guesses AS g (business_id, subject, hour) VALUES (this_business(), $1, $2)
     ON CONFLICT (business_id, subject, hour) DO UPDATE SET wrong = least(g.wrong + 1, 1000000)`,
    [subjectOf(address), hour],
  );
  await tx.query(
    `DELETE FROM agreement_guesses WHERE business_id = this_business() AND (subject, hour) IN (
       SELECT subject, hour FROM agreement_guesses WHERE business_id = this_business() AND hour < $1
       LIMIT 20 FOR UPDATE SKIP LOCKED)`,
    [hour],
  );
}

/** Whoever has one IPv6 address has 2⁶⁴ of them. */
function subjectOf(address: string): Buffer {
  const network =
    isIPv6(address) && !address.includes('.') ? address.split(':').slice(0, 4).join(':') : address;
  return createHash('sha256').update(network).digest();
}
