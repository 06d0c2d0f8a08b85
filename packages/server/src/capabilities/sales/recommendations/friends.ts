import { identifiersOf, type NormalIdentity } from '@nardeban/core/people';
import { broughtBy, type BroughtFact } from '@nardeban/core/sales';
import { accept, type Instant, refuse, type Result } from '@nardeban/core/values';
import { timestamptz, type Tx } from '../../../platform/database/index.ts';
import type { Business } from '../../../platform/tenancy/index.ts';
import { canonicalNumber, membersOf, resolvePeople } from '../../people/index.ts';
import { claimReferral, kinOf, personalLink } from '../../programme/index.ts';
import { captureLead } from '../leads/index.ts';
import { tellSales } from '../telling.ts';
import { answerAsk, type AskAuthor } from './asks.ts';
import { paidReading } from './counting.ts';
import { historiesOf } from './reading.ts';

export interface NewFriend {
  /** Who recommended us to them. */
  readonly referrer: number;
  readonly friend: NormalIdentity;
  /** The asking that it came from. */
  readonly ask: number | null;
  readonly deal: number | null;
  readonly channel: string;
  readonly note: string;
  /** A seller is to call them soon; otherwise they are a lead like any other. */
  readonly call: boolean;
}

export interface BroughtIn {
  readonly friend: number;
  readonly person: number;
  readonly lead: number;
  /** The club keeps count of it too, and pays for it by its own rules. */
  readonly inClub: boolean;
  /** They were known before; nobody was made. */
  readonly known: boolean;
}

/**
 * A friend is named: found or made, told as a sign of interest of theirs and as a deed of whoever brought them, and captured as a
 * lead that keeps the referrer. Where the club pays for friends it goes through the club's own door, so that nothing is counted
 * twice. The same friend of the same referrer again is the one that is there. Refusals, all of which leave nothing behind:
 * `person_unknown`, `referral_friend_missing`, `referral_friend_disputed`, `referral_own`, `referral_friend_taken`,
 * `referral_friend_not_new`, those of `captureLead` and of `answerAsk`.
 */
export async function bringFriend(
  tx: Tx,
  business: Business,
  asked: NewFriend,
  author: AskAuthor,
): Promise<Result<BroughtIn>> {
  const { by, now } = author;
  const referrer = await kinOf(tx, asked.referrer, 'referrer');
  if (!referrer.ok) return referrer;
  if (identifiersOf(asked.friend).length === 0) return refuse('referral_friend_missing', 'friend');
  const [found] = await resolvePeople(tx, business, [asked.friend], [now]);
  if (found === undefined || 'nobody' in found) return refuse('referral_friend_missing', 'friend');
  if ('conflictId' in found) return refuse('referral_friend_disputed', 'friend');
  const friend = await kinOf(tx, found.canonicalId, 'friend');
  if (!friend.ok) return friend;
  if (friend.value.root === referrer.value.root) return refuse('referral_own', 'friend');
  // Two who name the same friend at once are one after the other, also where one goes through the club.
  await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('nardeban referral friend', $1))`, [
    friend.value.root,
  ]);
  const earlier = await broughtBefore(tx, friend.value.members);
  if (earlier !== null) {
    const isSame = referrer.value.members.includes(earlier.referrer);
    if (isSame && earlier.lead !== null)
      return accept({
        friend: earlier.id,
        person: friend.value.root,
        lead: earlier.lead,
        inClub: earlier.inClub,
        known: true,
      });
    return refuse('referral_friend_taken', 'friend', { since: new Date(earlier.at).toISOString() });
  }
  const history = (await historiesOf(tx, [friend.value.root], paidReading)).get(friend.value.root);
  if (history?.facts.some(({ type }) => type === 'order.paid') === true)
    return refuse('referral_friend_not_new', 'friend');

  const { code } = await personalLink(tx, referrer.value.members, { by, now });
  const claim = { code, friend: { id: friend.value.root }, channel: 'sales' };
  const claimed = await claimReferral(tx, business, claim, { by, now });
  const outside = ['referral_off', 'referral_not_allowed'];
  if (!claimed.ok && !outside.includes(claimed.refusal.code)) return claimed;
  const inClub = claimed.ok;
  const { rows } = await tx.query<{ id: number }>(
    `INSERT INTO brought_friends (business_id, person_id, referrer_id, ask_id, deal_id, in_club, channel, note, by, at)
     VALUES (this_business(), $1, $2, $3, $4, $5, $6, $7, $8, $9) RETURNING friend_id AS id`,
    [
      friend.value.root,
      referrer.value.root,
      asked.ask,
      asked.deal,
      inClub,
      asked.channel,
      asked.note,
      by,
      timestamptz(now),
    ],
  );
  const id = rows[0]?.id ?? 0;
  await tellSales(tx, business, [
    {
      at: now,
      person: friend.value.root,
      type: 'lead.captured',
      key: `friend-${id}-captured`,
      data: { source: 'recommendation', channel: asked.channel },
    },
    // Of a friend whom the club knows the club tells.
    ...(inClub
      ? []
      : [
          {
            at: now,
            person: referrer.value.root,
            type: 'referral.made' as const,
            key: `friend-${id}-made`,
            data: { friend: String(friend.value.root) },
          },
        ]),
  ]);
  const captured = await captureLead(tx, business, {
    person: friend.value.root,
    source: 'recommendation',
    medium: asked.channel,
    referrer: referrer.value.root,
    owner: author.owner,
    hand: asked.call,
    by,
    now,
  });
  if (!captured.ok) return captured;
  await tx.query(
    'UPDATE brought_friends SET lead_id = $2 WHERE business_id = this_business() AND friend_id = $1',
    [id, captured.value.lead],
  );
  if (asked.ask !== null) {
    const answered = await answerAsk(tx, business, { id: asked.ask, answer: 'yes', until: null }, 1, author);
    if (!answered.ok) return answered;
  }
  const known = found.personId !== found.canonicalId || (history !== undefined && history.knownSince < now);
  return accept({ friend: id, person: friend.value.root, lead: captured.value.lead, inClub, known });
}

async function broughtBefore(
  tx: Tx,
  members: readonly number[],
): Promise<{ id: number; referrer: number; lead: number | null; inClub: boolean; at: Instant } | null> {
  const { rows } = await tx.query<{
    id: number;
    referrer: number;
    lead: number | null;
    inClub: boolean;
    at: Instant;
  }>(
    `SELECT friend_id AS id, referrer_id AS referrer, lead_id AS lead, in_club AS "inClub", at FROM brought_friends
     WHERE business_id = this_business() AND person_id = ANY($1::bigint[]) ORDER BY friend_id LIMIT 1`,
    [members],
  );
  return rows[0] ?? null;
}

/** A friend with what they brought, and every fact that counts into it. */
export interface FriendWithFacts extends FriendListed {
  readonly facts: readonly BroughtFact[];
}

export interface FriendListed {
  readonly id: number;
  readonly person: number;
  readonly name: string | null;
  readonly referrer: number;
  readonly referrerName: string | null;
  readonly deal: number | null;
  readonly lead: number | null;
  readonly inClub: boolean;
  readonly channel: string;
  readonly note: string;
  readonly by: string;
  readonly at: Instant;
  readonly orders: number;
  readonly revenue: number;
}

const told = `SELECT f.friend_id AS id, coalesce(p.merged_into, f.person_id) AS person, coalesce(q.name, p.name) AS name,
    coalesce(r.merged_into, f.referrer_id) AS referrer, coalesce(s.name, r.name) AS "referrerName", f.deal_id AS deal,
    f.lead_id AS lead, f.in_club AS "inClub", f.channel, f.note, f.by, f.at, f.orders, f.revenue
  FROM brought_friends f
  LEFT JOIN people p ON p.business_id = f.business_id AND p.person_id = f.person_id
  LEFT JOIN people q ON q.business_id = p.business_id AND q.person_id = p.merged_into
  LEFT JOIN people r ON r.business_id = f.business_id AND r.person_id = f.referrer_id
  LEFT JOIN people s ON s.business_id = r.business_id AND s.person_id = r.merged_into
  WHERE f.business_id = this_business() AND coalesce(p.merged_into, f.person_id) <> coalesce(r.merged_into, f.referrer_id)`;

/** Friends as they are now: one who was merged with another is whose the first of them was, and nobody brings themselves. */
const allFriends = `friends AS (SELECT DISTINCT ON (person) * FROM (${told}) told ORDER BY person, id)`;

const friendsNumber = canonicalNumber('p', 'f.person_id');

/** The same for few of them, by `which`: each is looked up for an earlier one that is the same person. */
const fewFriends = (which: string): string => `friends AS (${told} AND ${which} AND NOT EXISTS (
  SELECT FROM people m JOIN brought_friends e ON e.business_id = m.business_id AND e.person_id = m.person_id
  WHERE m.business_id = this_business() AND e.friend_id < f.friend_id
    AND (m.person_id = ${friendsNumber} OR m.merged_into = ${friendsNumber})))`;

/** The newest first; `referrers`: everybody who is one with whoever brought them, null: anybody. */
export async function listFriends(
  tx: Tx,
  asked: {
    readonly referrers: readonly number[] | null;
    readonly after?: number | undefined;
    readonly limit: number;
  },
): Promise<{ readonly friends: readonly FriendListed[]; readonly next: number | null }> {
  const of = asked.referrers === null ? allFriends : fewFriends('f.referrer_id = ANY($3::bigint[])');
  const { rows } = await tx.query<FriendListed>(
    `WITH ${of} SELECT * FROM friends WHERE $1::bigint IS NULL OR id < $1 ORDER BY id DESC LIMIT $2`,
    [asked.after ?? null, asked.limit + 1, ...(asked.referrers === null ? [] : [asked.referrers])],
  );
  const friends = rows.slice(0, asked.limit);
  return { friends, next: rows.length > asked.limit ? (friends.at(-1)?.id ?? null) : null };
}

/** Refusal: `brought_friend_unknown`. */
export async function friendById(tx: Tx, id: number): Promise<Result<FriendWithFacts>> {
  const friend = await friendNow(tx, id);
  if (friend === null) return refuse('brought_friend_unknown', 'id', { id });
  const history = (await historiesOf(tx, [friend.person], paidReading)).get(friend.person);
  const { orders, revenue, facts } = broughtBy(history?.facts ?? [], friend.at);
  return accept({ ...friend, orders, revenue, facts: facts.slice(-500) });
}

export interface ReferrerListed {
  readonly person: number;
  readonly name: string | null;
  readonly friends: number;
  /** Of them, those who have bought and kept something. */
  readonly buyers: number;
  readonly orders: number;
  readonly revenue: number;
}

export interface ReferrerAfter {
  readonly revenue: number;
  readonly person: number;
}

/** Who brought whom, whoever brought most first, with the sum over everybody. */
export async function listReferrers(
  tx: Tx,
  { after, limit }: { readonly after: ReferrerAfter | null; readonly limit: number },
): Promise<{
  readonly referrers: readonly ReferrerListed[];
  readonly next: ReferrerAfter | null;
  readonly total: Omit<ReferrerListed, 'person' | 'name'> & { readonly referrers: number };
}> {
  const sums = `count(*)::int AS friends, count(*) FILTER (WHERE orders > 0)::int AS buyers, coalesce(sum(orders), 0)::bigint AS orders,
    coalesce(sum(revenue), 0)::bigint AS revenue`;
  const { rows } = await tx.query<ReferrerListed>(
    `WITH ${allFriends}, brought AS (
       SELECT referrer AS person, min("referrerName") AS name, ${sums} FROM friends GROUP BY referrer)
     SELECT * FROM brought WHERE $1::bigint IS NULL OR (revenue, person) < ($1, $2::bigint)
     ORDER BY revenue DESC, person DESC LIMIT $3`,
    [after?.revenue ?? null, after?.person ?? null, limit + 1],
  );
  const { rows: totals } = await tx.query<Omit<ReferrerListed, 'person' | 'name'> & { referrers: number }>(
    `WITH ${allFriends} SELECT count(DISTINCT referrer)::int AS referrers, ${sums} FROM friends`,
  );
  const referrers = rows.slice(0, limit);
  const last = referrers.at(-1);
  return {
    referrers,
    next: rows.length > limit && last !== undefined ? { revenue: last.revenue, person: last.person } : null,
    total: totals[0] ?? { referrers: 0, friends: 0, buyers: 0, orders: 0, revenue: 0 },
  };
}

/** Who recommended us to somebody; null: nobody did, or nobody noted it. */
export async function broughtByWhom(tx: Tx, person: number): Promise<FriendListed | null> {
  const members = (await membersOf(tx, [person])).get(person) ?? [person];
  const { rows } = await tx.query<{ id: number }>(
    `SELECT friend_id AS id FROM brought_friends WHERE business_id = this_business() AND person_id = ANY($1::bigint[])
     ORDER BY friend_id LIMIT 1`,
    [members],
  );
  const id = rows[0]?.id;
  if (id === undefined) return null;
  return friendNow(tx, id);
}

async function friendNow(tx: Tx, id: number): Promise<FriendListed | null> {
  const { rows } = await tx.query<FriendListed>(
    `WITH ${fewFriends('f.friend_id = $1')} SELECT * FROM friends`,
    [id],
  );
  return rows[0] ?? null;
}
