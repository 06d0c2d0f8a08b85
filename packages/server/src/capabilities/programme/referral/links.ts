import { randomBytes } from 'node:crypto';
import { BYTES_OF_CHANCE, drawCode, readCode, REFERRAL_PAYLOAD } from '@nardeban/core/programme';
import { accept, type Instant, refuse, type Result } from '@nardeban/core/values';
import { timestamptz, type Tx } from '../../../platform/database/index.ts';

/** The personal code of somebody, by which a friend says who brought them. */
export interface ReferralLink {
  /** Under whose number it was issued: of people who are one, any of them. */
  readonly person: number;
  readonly number: number;
  readonly code: string;
  readonly madeAt: Instant;
}

export interface LinkAuthor {
  readonly by: string;
  readonly now: Instant;
}

/** A new code is drawn again when another has it already, which at this length does not happen twice. */
const MOST_DRAWS = 5;

/** The code that is good now of these people, who are one; the canonical person's own first. Null: none was issued. */
export async function linkOf(tx: Tx, members: readonly number[]): Promise<ReferralLink | null> {
  const { rows } = await tx.query<ReferralLink>(
    `SELECT person_id AS person, number, code, made_at AS "madeAt" FROM referral_links
     WHERE business_id = this_business() AND person_id = ANY($1::bigint[]) AND revoked_at IS NULL
     ORDER BY array_position($1::bigint[], person_id), number DESC LIMIT 1`,
    [members],
  );
  return rows[0] ?? null;
}

/** The code that is good now, made if there is none. `members` begins with the canonical person. */
export async function personalLink(
  tx: Tx,
  members: readonly number[],
  author: LinkAuthor,
): Promise<ReferralLink> {
  return (await linkOf(tx, members)) ?? (await reissueLink(tx, members, author));
}

/** A new code; those before it lead to nobody from now on. What may still be paid is left as it is. */
export async function reissueLink(
  tx: Tx,
  members: readonly number[],
  { by, now }: LinkAuthor,
): Promise<ReferralLink> {
  const [person] = members;
  if (person === undefined) throw new RangeError('A code is for somebody');
  // Two at once are one after the other, so that the codes are numbered and only the last is good.
  await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('nardeban referral link', $1))`, [person]);
  await tx.query(
    `UPDATE referral_links SET revoked_at = $2
     WHERE business_id = this_business() AND person_id = ANY($1::bigint[]) AND revoked_at IS NULL`,
    [members, timestamptz(now)],
  );
  for (let draw = 1; draw <= MOST_DRAWS; draw++) {
    const code = drawCode(randomBytes(BYTES_OF_CHANCE), REFERRAL_PAYLOAD);
    const { rows } = await tx.query<ReferralLink>(
      `INSERT INTO referral_links (business_id, person_id, number, code, made_by, made_at)
       SELECT this_business(), $1, coalesce(max(number), 0) + 1, $2, $3, $4 FROM referral_links
       WHERE business_id = this_business() AND person_id = $1
       ON CONFLICT DO NOTHING RETURNING person_id AS person, number, code, made_at AS "madeAt"`,
      [person, code, by.slice(0, 300), timestamptz(now)],
    );
    const [made] = rows;
    if (made !== undefined) return made;
  }
  throw new Error('No referral code was free');
}

/**
 * Whose code it is, as somebody typed it. Refusals: `code_missing`, `code_mistyped`, `referral_code_unknown`,
 * `referral_code_revoked` {at}: its holder has a newer one.
 */
export async function holderOfCode(tx: Tx, typed: string): Promise<Result<ReferralLink>> {
  const read = readCode(typed);
  if (!read.ok) return read;
  const { rows } = await tx.query<ReferralLink & { revokedAt: Instant | null }>({
    name: 'referral-link-by-code',
    text: `SELECT person_id AS person, number, code, made_at AS "madeAt", revoked_at AS "revokedAt" FROM referral_links
           WHERE business_id = this_business() AND code = $1`,
    values: [read.value.code],
  });
  const [link] = rows;
  if (link === undefined) return refuse('referral_code_unknown', 'code');
  return link.revokedAt === null
    ? accept(link)
    : refuse('referral_code_revoked', 'code', { at: new Date(link.revokedAt).toISOString() });
}
