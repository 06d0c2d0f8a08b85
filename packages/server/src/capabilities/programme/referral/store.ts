import type { Posting, ReferralStanding, Side, Sign, SignKind } from '@nardeban/core/programme';
import type { Instant } from '@nardeban/core/values';
import { int4Array, int8Array, textArray, timestamptz, type Tx } from '../../../platform/database/index.ts';

/** Where a referral stands: by itself, or because somebody has to look (`review`) or has said no (`refused`). */
export type ReferralState = ReferralStanding | 'review' | 'refused';

export interface Referral {
  readonly id: number;
  /** As they were told; who they are one with is asked when it is looked at. */
  readonly friend: number;
  readonly referrer: number;
  readonly version: number;
  readonly state: ReferralState;
  readonly claimedAt: Instant;
  readonly joinedAt: Instant | null;
  readonly convertedAt: Instant | null;
  readonly revenue: number;
  readonly score: number;
  readonly signs: readonly Sign[];
  readonly cleared: readonly SignKind[];
  readonly toldAt: Instant | null;
  readonly lookAt: Instant;
  readonly revision: number;
}

/** A posting with whom it was paid to, and the month in which it counts. */
export interface StoredPosting extends Posting {
  readonly person: number;
  readonly month: number;
}

const columns = `referral_id AS id, person_id AS friend, referrer_id AS referrer, version, state, claimed_at AS "claimedAt",
  joined_at AS "joinedAt", converted_at AS "convertedAt", revenue, score, signs, cleared, told_at AS "toldAt",
  look_at AS "lookAt", revision`;

/** Holds it until the transaction ends. With `dueBy`, only when it is due and nobody else holds it. */
export async function lockReferral(tx: Tx, id: number, dueBy?: Instant): Promise<Referral | null> {
  const { rows } = await tx.query<Referral>(
    dueBy === undefined
      ? `SELECT ${columns} FROM referrals WHERE business_id = this_business() AND referral_id = $1 FOR UPDATE`
      : `SELECT ${columns} FROM referrals WHERE business_id = this_business() AND referral_id = $1 AND look_at <= $2
         FOR UPDATE SKIP LOCKED`,
    dueBy === undefined ? [id] : [id, timestamptz(dueBy)],
  );
  return rows[0] ?? null;
}

export interface NewReferral {
  readonly friend: number;
  readonly referrer: number;
  readonly linkNumber: number;
  readonly channel: string | null;
  readonly version: number;
  readonly at: Instant;
  readonly by: string;
}

/** Null: somebody claimed the friend first. */
export async function insertReferral(tx: Tx, made: NewReferral): Promise<Referral | null> {
  const { friend, referrer, linkNumber, channel, version, at, by } = made;
  const { rows } = await tx.query<Referral>(
    `INSERT INTO referrals (business_id, person_id, referrer_id, link_number, channel, version, state, claimed_at, claimed_by, look_at)
     VALUES (this_business(), $1, $2, $3, $4, $5, 'open', $6, $7, $6)
     ON CONFLICT (business_id, person_id) DO NOTHING RETURNING ${columns}`,
    [friend, referrer, linkNumber, channel, version, timestamptz(at), by.slice(0, 300)],
  );
  const [row] = rows;
  if (row === undefined) return null;
  await addToReferrer(tx, referrer, { friends: 1, joined: 0, converted: 0, in_review: 0, revenue: 0 });
  return row;
}

/** Writes what has become of a referral, and adds to its referrer's row what that changes. */
export async function saveReferral(tx: Tx, before: Referral, after: Referral): Promise<void> {
  await tx.query(
    `UPDATE referrals SET state = $2, joined_at = $3, converted_at = $4, revenue = $5, score = $6, signs = $7, cleared = $8,
       told_at = $9, look_at = $10, revision = revision + $11
     WHERE business_id = this_business() AND referral_id = $1`,
    [
      after.id,
      after.state,
      instantOrNull(after.joinedAt),
      instantOrNull(after.convertedAt),
      after.revenue,
      after.score,
      JSON.stringify(after.signs),
      after.cleared,
      instantOrNull(after.toldAt),
      timestamptz(after.lookAt),
      after.state === before.state && after.score === before.score ? 0 : 1,
    ],
  );
  const [was, is] = [countsOf(before), countsOf(after)];
  await addToReferrer(tx, before.referrer, {
    friends: is.friends - was.friends,
    joined: is.joined - was.joined,
    converted: is.converted - was.converted,
    in_review: is.in_review - was.in_review,
    revenue: is.revenue - was.revenue,
  });
}

interface Counts {
  readonly friends: number;
  readonly joined: number;
  readonly converted: number;
  readonly in_review: number;
  readonly revenue: number;
}

/** What a referral adds to its referrer's row: one that was refused adds nothing. */
function countsOf({ state, joinedAt, convertedAt, revenue }: Referral): Counts {
  if (state === 'refused') return { friends: 0, joined: 0, converted: 0, in_review: 0, revenue: 0 };
  return {
    friends: 1,
    joined: joinedAt === null ? 0 : 1,
    converted: convertedAt === null ? 0 : 1,
    in_review: state === 'review' ? 1 : 0,
    revenue,
  };
}

async function addToReferrer(tx: Tx, person: number, by: Counts): Promise<void> {
  if (Object.values(by).every((change) => change === 0)) return;
  await tx.query(
    `INSERT INTO referrers AS r (business_id, person_id, friends, joined, converted, in_review, revenue)
     VALUES (this_business(), $1, $2, $3, $4, $5, $6)
     ON CONFLICT (business_id, person_id) DO UPDATE SET friends = r.friends + $2, joined = r.joined + $3,
       converted = r.converted + $4, in_review = r.in_review + $5, revenue = r.revenue + $6`,
    [person, by.friends, by.joined, by.converted, by.in_review, by.revenue],
  );
}

/** In the order in which they were posted. */
export async function postingsOf(tx: Tx, ids: readonly number[]): Promise<Map<number, StoredPosting[]>> {
  const { rows } = await tx.query<StoredPosting & { referral: number }>(
    `SELECT referral_id AS referral, step, side, round, wallet, kind, units, person_id AS person, month, at
     FROM referral_postings WHERE business_id = this_business() AND referral_id = ANY($1::bigint[])
     ORDER BY at, round, step, side, wallet, kind`,
    [ids],
  );
  return Map.groupBy(rows, ({ referral }) => referral);
}

export async function insertPostings(
  tx: Tx,
  referral: number,
  postings: readonly StoredPosting[],
): Promise<void> {
  if (postings.length === 0) return;
  await tx.query(
    `INSERT INTO referral_postings (business_id, referral_id, step, side, round, wallet, kind, units, person_id, month, at)
     SELECT this_business(), $1, p.step, p.side, p.round, p.wallet, p.kind, p.units, p.person, p.month, p.at
     FROM unnest($2::text[], $3::text[], $4::int[], $5::text[], $6::text[], $7::bigint[], $8::bigint[], $9::int[],
                 $10::timestamptz[]) AS p (step, side, round, wallet, kind, units, person, month, at)`,
    [
      referral,
      textArray(postings.map(({ step }) => step)),
      textArray(postings.map(({ side }): Side => side)),
      int4Array(postings.map(({ round }) => round)),
      textArray(postings.map(({ wallet }) => wallet)),
      textArray(postings.map(({ kind }) => kind)),
      int8Array(postings.map(({ units }) => units)),
      int8Array(postings.map(({ person }) => person)),
      int4Array(postings.map(({ month }) => month)),
      postings.map(({ at }) => timestamptz(at)),
    ],
  );
}

function instantOrNull(at: Instant | null): string | null {
  return at === null ? null : timestamptz(at);
}
