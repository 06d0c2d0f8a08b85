import { outstandingOf, type Sign, type Side } from '@nardeban/core/programme';
import { accept, type Instant, refuse, type Result } from '@nardeban/core/values';
import type { Tx } from '../../../platform/database/index.ts';
import { postingsOf, type ReferralState, type StoredPosting } from './store.ts';

export interface PersonNamed {
  /** Who they are now, also where they were told under a number that was merged. */
  readonly id: number;
  readonly name: string | null;
}

export interface ReferralShown {
  readonly id: number;
  readonly state: ReferralState;
  readonly referrer: PersonNamed;
  readonly friend: PersonNamed;
  readonly channel: string | null;
  /** Version of the programme whose terms were promised. */
  readonly version: number;
  readonly claimedAt: Instant;
  readonly claimedBy: string;
  readonly joinedAt: Instant | null;
  readonly convertedAt: Instant | null;
  readonly revenue: number;
  readonly score: number;
  readonly signs: readonly Sign[];
  readonly cleared: readonly string[];
  readonly decided: { readonly at: Instant; readonly by: string; readonly reason: string } | null;
  /** What is paid and was not taken back, by side and wallet. */
  readonly paid: readonly { readonly side: Side; readonly wallet: string; readonly units: number }[];
  readonly postings: readonly StoredPosting[];
  readonly lookAt: Instant;
  readonly revision: number;
}

export interface ReferralsAsked {
  readonly state?: ReferralState | undefined;
  readonly referrer?: readonly number[] | undefined;
  /** The last one of the page before. */
  readonly after?: number | undefined;
  readonly limit: number;
}

interface Row extends Omit<ReferralShown, 'referrer' | 'friend' | 'decided' | 'paid' | 'postings'> {
  readonly referrerId: number;
  readonly referrerName: string | null;
  readonly friendId: number;
  readonly friendName: string | null;
  readonly decidedAt: Instant | null;
  readonly decidedBy: string | null;
  readonly decisionReason: string | null;
}

/** Names are those of who they are now, else those they were known by. */
const select = `
  SELECT r.referral_id AS id, r.state, r.channel, r.version, r.claimed_at AS "claimedAt", r.claimed_by AS "claimedBy",
    r.joined_at AS "joinedAt", r.converted_at AS "convertedAt", r.revenue, r.score, r.signs, r.cleared, r.look_at AS "lookAt",
    r.revision, r.decided_at AS "decidedAt", r.decided_by AS "decidedBy", r.decision_reason AS "decisionReason",
    coalesce(a.merged_into, r.referrer_id) AS "referrerId", coalesce(aa.name, a.name) AS "referrerName",
    coalesce(b.merged_into, r.person_id) AS "friendId", coalesce(bb.name, b.name) AS "friendName"
  FROM referrals r
  LEFT JOIN people a ON a.business_id = r.business_id AND a.person_id = r.referrer_id
  LEFT JOIN people aa ON aa.business_id = r.business_id AND aa.person_id = a.merged_into
  LEFT JOIN people b ON b.business_id = r.business_id AND b.person_id = r.person_id
  LEFT JOIN people bb ON bb.business_id = r.business_id AND bb.person_id = b.merged_into
  WHERE r.business_id = this_business()`;

/** A page of referrals, the newest first. */
export async function listReferrals(
  tx: Tx,
  { state, referrer, after, limit }: ReferralsAsked,
): Promise<{ referrals: readonly ReferralShown[]; next: number | null }> {
  const { rows } = await tx.query<Row>(
    `${select} AND ($1::text IS NULL OR r.state = $1) AND ($2::bigint[] IS NULL OR r.referrer_id = ANY($2))
       AND ($3::bigint IS NULL OR r.referral_id < $3)
     ORDER BY r.referral_id DESC LIMIT $4`,
    [state ?? null, referrer ?? null, after ?? null, limit + 1],
  );
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    referrals: await shown(tx, page),
    next: rows.length > limit && last !== undefined ? last.id : null,
  };
}

/** Refusal: `referral_unknown`. */
export async function referralById(tx: Tx, id: number): Promise<Result<ReferralShown>> {
  const { rows } = await tx.query<Row>(`${select} AND r.referral_id = $1`, [id]);
  const [one] = await shown(tx, rows);
  return one === undefined ? refuse('referral_unknown', 'id', { id }) : accept(one);
}

async function shown(tx: Tx, rows: readonly Row[]): Promise<ReferralShown[]> {
  const postings = await postingsOf(
    tx,
    rows.map(({ id }) => id),
  );
  return rows.map((row): ReferralShown => {
    const { referrerId, referrerName, friendId, friendName, decidedAt, decidedBy, decisionReason, ...rest } =
      row;
    const mine = postings.get(row.id) ?? [];
    return {
      ...rest,
      referrer: { id: referrerId, name: referrerName },
      friend: { id: friendId, name: friendName },
      decided:
        decidedAt === null ? null : { at: decidedAt, by: decidedBy ?? '', reason: decisionReason ?? '' },
      paid: paidOf(mine),
      postings: mine,
    };
  });
}

function paidOf(postings: readonly StoredPosting[]): ReferralShown['paid'] {
  const sums = new Map<string, { side: Side; wallet: string; units: number }>();
  for (const { side, wallet, units } of outstandingOf(postings)) {
    const so = sums.get(`${side} ${wallet}`);
    sums.set(`${side} ${wallet}`, { side, wallet, units: (so?.units ?? 0) + units });
  }
  return [...sums.values()];
}
