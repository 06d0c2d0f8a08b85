import { createHash } from 'node:crypto';
import { isIPv6 } from 'node:net';
import { accept, type Instant, refuse, type Result } from '@nardeban/core/values';
import type { Tx } from '../../../platform/database/index.ts';

/** Of whom codes are counted, over how many minutes, and how many go out at most. */
interface Bound {
  readonly kind: 'mobile' | 'address' | 'business';
  readonly minutes: number;
  readonly most: number;
}

const MINUTE = 60_000;

const bounds: readonly Bound[] = [
  // A second one at once is nearly always a finger that slipped.
  { kind: 'mobile', minutes: 1, most: 1 },
  { kind: 'mobile', minutes: 60, most: 5 },
  { kind: 'mobile', minutes: 1440, most: 12 },
  // A phone company puts many phones behind one address.
  { kind: 'address', minutes: 60, most: 40 },
  { kind: 'address', minutes: 1440, most: 200 },
  // Whoever has many addresses and many numbers still cannot empty the business's account overnight.
  { kind: 'business', minutes: 60, most: 3000 },
];

/**
 * Counts a code that is about to be sent. A refusal leaves nothing counted, if the caller rolls back. `address` is
 * undefined where a member of staff asks. Refusal: `one_time_codes_too_many` with the seconds to wait.
 */
export async function countSend(
  tx: Tx,
  {
    mobile,
    address,
    now,
  }: { readonly mobile: string; readonly address: string | undefined; readonly now: Instant },
): Promise<Result<true>> {
  await forgetOld(tx, now);
  for (const bound of bounds) {
    const subject = { mobile, address, business: '' }[bound.kind];
    if (subject === undefined) continue;
    const slot = Math.floor(now / (bound.minutes * MINUTE));
    const { rowCount } = await tx.query(
      `INSERT INTO code_sends AS c (business_id, kind, subject, minutes, slot, sends)
       VALUES (this_business(), $1, $2, $3, $4, 1)
       ON CONFLICT (business_id, kind, subject, minutes, slot) DO UPDATE SET sends = c.sends + 1 WHERE c.sends < $5`,
      [
        bound.kind,
        subjectOf(bound.kind === 'address' ? network(subject) : subject),
        bound.minutes,
        slot,
        bound.most,
      ],
    );
    if (rowCount === 0) {
      const seconds = Math.ceil(((slot + 1) * bound.minutes * MINUTE - now) / 1000);
      return refuse('one_time_codes_too_many', undefined, { seconds });
    }
  }
  return accept(true);
}

async function forgetOld(tx: Tx, now: Instant): Promise<void> {
  for (const minutes of new Set(bounds.map((bound) => bound.minutes))) {
    await tx.query(
      `DELETE FROM code_sends WHERE business_id = this_business() AND (kind, subject, minutes, slot) IN (
         SELECT kind, subject, minutes, slot FROM code_sends
         WHERE business_id = this_business() AND minutes = $1 AND slot < $2 LIMIT 10 FOR UPDATE SKIP LOCKED)`,
      [minutes, Math.floor(now / (minutes * MINUTE)) - 1],
    );
  }
}

function subjectOf(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

/** Whoever has one IPv6 address has 2⁶⁴ of them. */
function network(address: string): string {
  const mapped = /^::ffff:([0-9.]+)$/i.exec(address)?.[1];
  if (mapped !== undefined) return mapped;
  if (!isIPv6(address)) return address;
  const [head = ''] = address.split('::');
  return head.split(':').slice(0, 4).join(':');
}
