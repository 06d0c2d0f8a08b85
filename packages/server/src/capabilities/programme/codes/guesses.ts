import type { Instant, Refusal } from '@nardeban/core/values';
import {
  type Database,
  retrying,
  type Rows,
  type Statement,
  timestamptz,
  type Tx,
} from '../../../platform/database/index.ts';

/** Who tries a code: a member of staff, a key (a till behind it), or a person in the customers' pages. */
export interface Guesser {
  readonly kind: 'staff' | 'key' | 'person';
  readonly name: string;
}

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/**
 * So many codes that are none close nothing; the next one closes for a minute, each further one for twice as long, an hour
 * at most. A right code forgives nothing, or whoever has one could guess between two uses of it; a quiet quarter of an hour
 * forgives one. That is a hundred guesses a day, against codes that take more than 2⁴⁰.
 */
const POLICY = { free: 10, base: MINUTE, most: HOUR, forgivenAfter: 15 * MINUTE } as const;
/**
 * When so many were tried in the whole business, keys and persons may try but two: somebody guesses with many hands. Members
 * of staff go on as before, so that nobody outside can close the tills.
 */
const ALL = { alarm: 200, free: 2, forgivenAfter: 10 * SECOND } as const;
const EVERYBODY = 'all';
const FORGOTTEN_AFTER = 24 * HOUR;

/** Who asks over HTTP, as the guesser they are. */
export function guesserOf(asker: { readonly kind: 'staff' | 'key'; readonly name: string }): Guesser {
  return { kind: asker.kind, name: asker.name };
}

function subjectOf({ kind, name }: Guesser): string {
  return `${kind} ${name}`.slice(0, 320);
}

interface GuessRow {
  readonly subject: string;
  readonly wrong: number;
  readonly lastAt: Instant;
  readonly lockedUntil: Instant | null;
}

/** Reads whether they may try a code, to be sent together with the look-up. `readGuessLock` reads its answer. */
export function guessLockStatement(who: Guesser): Statement {
  return {
    name: 'club-guess-lock',
    text: `SELECT subject, wrong, last_at AS "lastAt", locked_until AS "lockedUntil" FROM code_guesses
           WHERE business_id = this_business() AND subject = $1`,
    values: [subjectOf(who)],
  };
}

/** Null: they may try. Refusal: `codes_locked` with the seconds and minutes until they may again. */
export function readGuessLock({ rows }: Pick<Rows<object>, 'rows'>, now: Instant): Refusal | null {
  const until = (rows as GuessRow[])[0]?.lockedUntil ?? null;
  if (until === null || until <= now) return null;
  const wait = until - now;
  return {
    code: 'codes_locked',
    detail: { seconds: Math.ceil(wait / SECOND), minutes: Math.ceil(wait / MINUTE) },
  };
}

/**
 * Writes down that codes were tried which are none, in a transaction of its own: what became of the request that tried them
 * does not undo it. Call it for codes that were looked up and not found; one that was mistyped was never looked up. Whoever
 * has k requests under way at once has k tries before the door closes, which codes of 40 bits and more bear.
 */
export async function noteWrongCodes(
  database: Database,
  business: number,
  who: Guesser,
  wrong: number,
  now: Instant,
): Promise<void> {
  if (wrong === 0) return;
  await retrying(() =>
    database.withBusiness(business, async (tx) => {
      await forgetOld(tx, now);
      // Always the one of everybody first.
      await count(tx, who, wrong, now, await countForAll(tx, wrong, now));
    }),
  );
}

/** Counts for everybody together, and tells whether there were too many. */
async function countForAll(tx: Tx, more: number, now: Instant): Promise<boolean> {
  const wrong = left(await locked(tx, EVERYBODY, now), ALL.forgivenAfter, now) + more;
  await write(tx, EVERYBODY, wrong, now, null);
  return wrong > ALL.alarm;
}

async function count(tx: Tx, who: Guesser, more: number, now: Instant, alarmed: boolean): Promise<void> {
  const subject = subjectOf(who);
  const wrong = left(await locked(tx, subject, now), POLICY.forgivenAfter, now) + more;
  const free = alarmed && who.kind !== 'staff' ? ALL.free : POLICY.free;
  const beyond = wrong - free - 1;
  const until = beyond < 0 ? null : now + Math.min(POLICY.base * 2 ** Math.min(beyond, 30), POLICY.most);
  await write(tx, subject, wrong, now, until);
}

function left(row: GuessRow, forgivenAfter: number, now: Instant): number {
  return Math.max(0, row.wrong - Math.floor(Math.max(0, now - row.lastAt) / forgivenAfter));
}

/** The row, held until the transaction ends; made when there is none. */
async function locked(tx: Tx, subject: string, now: Instant): Promise<GuessRow> {
  await tx.query(
    `INSERT INTO code_guesses (business_id, subject, wrong, last_at) VALUES (this_business(), $1, 0, $2)
     ON CONFLICT DO NOTHING`,
    [subject, timestamptz(now)],
  );
  const { rows } = await tx.query<GuessRow>(
    `SELECT subject, wrong, last_at AS "lastAt", locked_until AS "lockedUntil" FROM code_guesses
     WHERE business_id = this_business() AND subject = $1 FOR UPDATE`,
    [subject],
  );
  return rows[0] ?? { subject, wrong: 0, lastAt: now, lockedUntil: null };
}

async function write(
  tx: Tx,
  subject: string,
  wrong: number,
  now: Instant,
  until: Instant | null,
): Promise<void> {
  await tx.query(
    `UPDATE code_guesses SET wrong = $2, last_at = $3, locked_until = $4
     WHERE business_id = this_business() AND subject = $1`,
    [subject, wrong, timestamptz(now), until === null ? null : timestamptz(until)],
  );
}

async function forgetOld(tx: Tx, now: Instant): Promise<void> {
  await tx.query(
    `DELETE FROM code_guesses WHERE business_id = this_business() AND subject IN (
       SELECT subject FROM code_guesses WHERE business_id = this_business() AND last_at < $1
       ORDER BY last_at LIMIT 20 FOR UPDATE SKIP LOCKED)`,
    [timestamptz(now - FORGOTTEN_AFTER)],
  );
}
