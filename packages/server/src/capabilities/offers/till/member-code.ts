import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Instant } from '@nardeban/core/values';
import type { Tx } from '../../../platform/database/index.ts';

/** How long a code is shown before the next; at the till the one before is good as well. */
const SHOWN_MS = 120_000;
const SECRET_BYTES = 32;
const MARK_BYTES = 8;
const SHAPE = /^M([0-9A-Z]{1,11})-([0-9A-F]{16})$/;

/** What a member shows at the till, and until when it is good. */
export interface MemberCode {
  readonly code: string;
  readonly until: Instant;
}

/**
 * The code that tells who somebody is and proves it: only whoever is signed in as them sees it, and it is another one every
 * two minutes. `person` is the number of one who is not merged into another.
 */
export async function memberCodeOf(tx: Tx, person: number, now: Instant): Promise<MemberCode> {
  const span = Math.floor(now / SHOWN_MS);
  const secret = await secretOf(tx);
  const name = person.toString(36).toUpperCase();
  return {
    code: `M${name}-${mark(secret, person, span).toString('hex').toUpperCase()}`,
    until: (span + 2) * SHOWN_MS,
  };
}

/** Whose code this is; null: nobody's, or no longer. */
export async function personOfMemberCode(tx: Tx, code: string, now: Instant): Promise<number | null> {
  const [, name = '', shown = ''] = SHAPE.exec(code.trim().toUpperCase()) ?? [];
  const person = Number.parseInt(name, 36);
  if (!Number.isSafeInteger(person) || person < 1) return null;
  const secret = await secretOf(tx);
  const told = Buffer.from(shown, 'hex');
  const span = Math.floor(now / SHOWN_MS);
  const isGood = [span, span - 1].some((one) => timingSafeEqual(mark(secret, person, one), told));
  return isGood ? person : null;
}

function mark(secret: Buffer, person: number, span: number): Buffer {
  return createHmac('sha256', secret).update(`${person}.${span}`).digest().subarray(0, MARK_BYTES);
}

async function secretOf(tx: Tx): Promise<Buffer> {
  const read = async (): Promise<Buffer | undefined> => {
    const { rows } = await tx.query<{ secret: Buffer }>(
      'SELECT secret FROM member_code_keys WHERE business_id = this_business()',
    );
    return rows[0]?.secret;
  };
  const known = await read();
  if (known !== undefined) return known;
  await tx.query(
    `INSERT INTO member_code_keys (business_id, secret) VALUES (this_business(), $1) ON CONFLICT DO NOTHING`,
    [randomBytes(SECRET_BYTES)],
  );
  const made = await read();
  if (made === undefined) throw new Error('The key of member codes could not be made');
  return made;
}
