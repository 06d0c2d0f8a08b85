import { type FriendWorth, type WorthOfPerson, worthOfGraph } from '@nardeban/core/programme';
import type { Tx } from '../../../platform/database/index.ts';
import { membersOf } from '../../people/index.ts';
import type { Kin } from './kin.ts';
import type { PersonNamed } from './listing.ts';
import type { ReferralState } from './store.ts';

/** What part of its price the business keeps of a sale, and whether somebody said so. */
export interface MarginSaid {
  readonly marginRate: number;
  readonly stated: boolean;
}

export interface ReferrerWorth extends PersonNamed {
  /** The number under which they brought these friends: after a merge there may be several of one person. */
  readonly as: number;
  readonly friends: number;
  readonly joined: number;
  readonly converted: number;
  readonly inReview: number;
  readonly revenue: number;
  readonly margin: number;
}

/** The last one of the page before. */
export interface ReferrerPlace {
  readonly revenue: number;
  readonly as: number;
}

/** Who brought most, by what their own friends have bought. Margins are by the rate. */
export async function topReferrers(
  tx: Tx,
  {
    after,
    limit,
    margin,
  }: { readonly after?: ReferrerPlace | undefined; readonly limit: number; readonly margin: MarginSaid },
): Promise<{ referrers: readonly ReferrerWorth[]; next: ReferrerPlace | null }> {
  const { rows } = await tx.query<Omit<ReferrerWorth, 'margin'>>(
    `SELECT r.person_id AS "as", coalesce(p.merged_into, r.person_id) AS id, coalesce(q.name, p.name) AS name, r.friends,
       r.joined, r.converted, r.in_review AS "inReview", r.revenue
     FROM referrers r
     LEFT JOIN people p ON p.business_id = r.business_id AND p.person_id = r.person_id
     LEFT JOIN people q ON q.business_id = r.business_id AND q.person_id = p.merged_into
     WHERE r.business_id = this_business() AND ($1::bigint IS NULL OR (r.revenue, r.person_id) < ($1, $2::bigint))
     ORDER BY r.revenue DESC, r.person_id DESC LIMIT $3`,
    [after?.revenue ?? null, after?.as ?? null, limit + 1],
  );
  const referrers = rows.slice(0, limit).map((row) => ({ ...row, margin: marginOf(row.revenue, margin) }));
  const last = referrers.at(-1);
  return {
    referrers,
    next: rows.length > limit && last !== undefined ? { revenue: last.revenue, as: last.as } : null,
  };
}

export interface FriendInTree extends PersonNamed {
  readonly referrer: number;
  readonly referral: number;
  readonly level: number;
  readonly state: ReferralState;
  readonly revenue: number;
  readonly margin: number;
}

export interface ReferralTree {
  readonly worth: WorthOfPerson;
  readonly friends: readonly FriendInTree[];
  /** There are more friends than are looked at: the worth is of those that are here. */
  readonly isCut: boolean;
  /** Who brought them; null: nobody did. */
  readonly broughtBy: PersonNamed | null;
}

/** More than this one page does not show. */
export const MOST_IN_TREE = 1000;

interface FriendRow {
  readonly referral: number;
  readonly referrer: number;
  readonly id: number;
  readonly name: string | null;
  readonly state: ReferralState;
  readonly converted: boolean;
  readonly revenue: number;
}

/** Whom somebody brought, and whom these brought, down to `depth`, level by level; people as they are now. */
export async function referralTree(
  tx: Tx,
  { root, members }: Kin,
  { depth, margin }: { readonly depth: number; readonly margin: MarginSaid },
): Promise<ReferralTree> {
  const friends: FriendInTree[] = [];
  const edges: FriendWorth[] = [];
  const met = new Set([root]);
  let isCut = false;
  let frontier = new Map([[root, members]]);
  for (let level = 1; level <= depth && frontier.size > 0 && !isCut; level++) {
    const rows = await broughtBy(tx, [...frontier.values()].flat(), MOST_IN_TREE - friends.length + 1);
    const room = MOST_IN_TREE - friends.length;
    isCut = rows.length > room;
    const rootOf = new Map(
      [...frontier].flatMap(([one, all]) => all.map((member) => [member, one] as const)),
    );
    const next: number[] = [];
    for (const row of rows.slice(0, room)) {
      const referrer = rootOf.get(row.referrer) ?? row.referrer;
      const worth = { revenue: row.revenue, margin: marginOf(row.revenue, margin) };
      edges.push({ referrer, friend: row.id, converted: row.converted, ...worth });
      if (met.has(row.id)) continue;
      met.add(row.id);
      next.push(row.id);
      const { id, name, state, referral } = row;
      friends.push({ id, name, state, referral, referrer, level, ...worth });
    }
    frontier = await membersOf(tx, next);
  }
  const [worth] = worthOfGraph(edges, [root], depth);
  if (worth === undefined) throw new Error('The worth of nobody was asked');
  return { worth, friends, isCut, broughtBy: await whoBrought(tx, members) };
}

async function broughtBy(tx: Tx, referrers: readonly number[], most: number): Promise<FriendRow[]> {
  const { rows } = await tx.query<FriendRow>(
    `SELECT r.referral_id AS referral, r.referrer_id AS referrer, coalesce(p.merged_into, r.person_id) AS id,
       coalesce(q.name, p.name) AS name, r.state, r.converted_at IS NOT NULL AS converted, r.revenue
     FROM referrals r
     LEFT JOIN people p ON p.business_id = r.business_id AND p.person_id = r.person_id
     LEFT JOIN people q ON q.business_id = r.business_id AND q.person_id = p.merged_into
     WHERE r.business_id = this_business() AND r.referrer_id = ANY($1::bigint[]) AND r.state <> 'refused'
     ORDER BY r.referral_id LIMIT $2`,
    [referrers, most],
  );
  return rows;
}

async function whoBrought(tx: Tx, members: readonly number[]): Promise<PersonNamed | null> {
  const { rows } = await tx.query<PersonNamed>(
    `SELECT coalesce(p.merged_into, r.referrer_id) AS id, coalesce(q.name, p.name) AS name
     FROM referrals r
     LEFT JOIN people p ON p.business_id = r.business_id AND p.person_id = r.referrer_id
     LEFT JOIN people q ON q.business_id = r.business_id AND q.person_id = p.merged_into
     WHERE r.business_id = this_business() AND r.person_id = ANY($1::bigint[]) AND r.state <> 'refused'
     ORDER BY r.referral_id LIMIT 1`,
    [members],
  );
  return rows[0] ?? null;
}

/** Rounded down: what is not there is not said. */
function marginOf(revenue: number, { marginRate }: MarginSaid): number {
  return Math.floor(revenue * marginRate);
}
