import { createHash } from 'node:crypto';
import { isIPv6 } from 'node:net';
import type { Instant } from '@nardeban/core/values';
import type { Clock } from '../clock/index.ts';
import { type Database, timestamptz, type Tx } from '../database/index.ts';

/** What failures are counted for. */
export interface Attempt {
  /** An e-mail address, of an account or not; or whose code is asked. */
  readonly account: string;
  /** The network address of who tries. */
  readonly address: string;
}

/** `closed`: nothing may be tried before `until`. `lockedNow`: should this attempt fail, it was the one too many. */
export type Admission =
  | { readonly kind: 'closed'; readonly until: Instant }
  | { readonly kind: 'open'; readonly lockedNow: Instant | null };

interface Policy {
  /** This many failures close nothing. */
  readonly free: number;
  /** How long the next one closes; each further one doubles it, up to `most`. */
  readonly base: number;
  readonly most: number;
}

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** A shop's staff share one address, so that it is given more than an account is. */
const policies: Readonly<Record<'account' | 'address', Policy>> = {
  account: { free: 4, base: 30 * SECOND, most: 30 * MINUTE },
  address: { free: 19, base: MINUTE, most: HOUR },
};
const FORGOTTEN_AFTER = 24 * HOUR;

export interface Failures {
  /**
   * Counts an attempt as failed before it is made, so that a hundred at once are not a hundred tries; one that succeeds
   * gives it back by `succeeded`. While an account or an address is closed nothing is tried and nothing counted.
   */
  admit(attempt: Attempt): Promise<Admission>;
  /** The account begins anew; the address has one failure less. */
  succeeded(attempt: Attempt): Promise<void>;
}

/** Failed sign-ins of all processes on this database. */
export function makeFailures(database: Database, clock: Clock): Failures {
  return {
    admit: (attempt) =>
      database.withoutBusiness(async (tx) => {
        const now = clock.now();
        await forgetOld(tx, now);
        const account = await rowOf(tx, 'account', subjectOf(attempt.account), now);
        const address = await rowOf(tx, 'address', subjectOf(network(attempt.address)), now);
        const until = Math.max(account.lockedUntil ?? 0, address.lockedUntil ?? 0);
        if (until > now) return { kind: 'closed', until };
        const lockedNow = await count(tx, account, now);
        await count(tx, address, now);
        return { kind: 'open', lockedNow };
      }),
    succeeded: (attempt) =>
      database.withoutBusiness(async (tx) => {
        await tx.query(`DELETE FROM sign_in.failures WHERE kind = 'account' AND subject = $1`, [
          subjectOf(attempt.account),
        ]);
        await tx.query(
          `UPDATE sign_in.failures SET failures = greatest(failures - 1, 0),
                  locked_until = CASE WHEN failures - 1 <= $2 THEN NULL ELSE locked_until END
           WHERE kind = 'address' AND subject = $1`,
          [subjectOf(network(attempt.address)), policies.address.free],
        );
      }),
  };
}

interface Row {
  readonly kind: 'account' | 'address';
  readonly subject: Buffer;
  readonly failures: number;
  readonly lockedUntil: Instant | null;
}

/** The row, locked until the transaction ends; made when there is none. Always the account's before the address's. */
async function rowOf(tx: Tx, kind: Row['kind'], subject: Buffer, now: Instant): Promise<Row> {
  await tx.query(
    `INSERT INTO sign_in.failures (kind, subject, failures, last_at) VALUES ($1, $2, 0, $3) ON CONFLICT DO NOTHING`,
    [kind, subject, timestamptz(now)],
  );
  const { rows } = await tx.query<{ failures: number; lockedUntil: Instant | null; lastAt: Instant }>(
    `SELECT failures, locked_until AS "lockedUntil", last_at AS "lastAt" FROM sign_in.failures
     WHERE kind = $1 AND subject = $2 FOR UPDATE`,
    [kind, subject],
  );
  const row = rows[0] ?? { failures: 0, lockedUntil: null, lastAt: now };
  const stale = row.lastAt < now - FORGOTTEN_AFTER;
  return { kind, subject, failures: stale ? 0 : row.failures, lockedUntil: row.lockedUntil };
}

async function count(tx: Tx, row: Row, now: Instant): Promise<Instant | null> {
  const { free, base, most } = policies[row.kind];
  const failures = row.failures + 1;
  const beyond = failures - free - 1;
  const until = beyond < 0 ? null : now + Math.min(base * 2 ** Math.min(beyond, 30), most);
  await tx.query(
    `UPDATE sign_in.failures SET failures = $3, last_at = $4, locked_until = $5 WHERE kind = $1 AND subject = $2`,
    [row.kind, row.subject, failures, timestamptz(now), until === null ? null : timestamptz(until)],
  );
  return until;
}

async function forgetOld(tx: Tx, now: Instant): Promise<void> {
  await tx.query(
    `DELETE FROM sign_in.failures WHERE (kind, subject) IN (
       SELECT kind, subject FROM sign_in.failures WHERE last_at < $1 ORDER BY last_at LIMIT 20 FOR UPDATE SKIP LOCKED)`,
    [timestamptz(now - FORGOTTEN_AFTER)],
  );
}

function subjectOf(text: string): Buffer {
  return createHash('sha256').update(text.trim().toLowerCase()).digest();
}

/** Whoever has one IPv6 address has 2⁶⁴ of them. */
function network(address: string): string {
  if (!isIPv6(address)) return address;
  const mapped = /^::ffff:([0-9.]+)$/i.exec(address)?.[1];
  if (mapped !== undefined) return mapped;
  const [head = '', tail] = address.split('::');
  const groups = head === '' ? [] : head.split(':');
  const rest = tail === undefined || tail === '' ? [] : tail.split(':');
  const whole =
    tail === undefined
      ? groups
      : [...groups, ...Array.from({ length: 8 - groups.length - rest.length }, () => '0'), ...rest];
  return whole
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':');
}
