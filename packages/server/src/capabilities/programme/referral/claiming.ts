import { referralSteps } from '@nardeban/core/programme';
import { type NormalIdentity, identifiersOf } from '@nardeban/core/people';
import { accept, type Instant, refuse, type Result } from '@nardeban/core/values';
import type { Tx } from '../../../platform/database/index.ts';
import type { Business } from '../../../platform/tenancy/index.ts';
import { calendarOf } from '../../ladder/index.ts';
import { resolvePeople } from '../../people/index.ts';
import { type Kin, kinOf } from './kin.ts';
import { holderOfCode } from './links.ts';
import { friendFacts, lookAt, meetsCriteria } from './looking.ts';
import { type PromisedTerms, termsInForce } from './promised.ts';
import { insertReferral, type Referral } from './store.ts';
import { noteTraces, type SeenWith } from './traces.ts';

export interface Claim {
  /** As it was typed, scanned or brought by a link. */
  readonly code: string;
  /** Somebody known, or whoever is meant by what they are recognised by. */
  readonly friend: { readonly id: number } | NormalIdentity;
  readonly channel?: string | undefined;
  readonly seenWith?: SeenWith | undefined;
}

/**
 * Somebody says who brought them. The first to be named has them. The friend is made if nobody knows them; what is owed at
 * once is paid in this transaction. Refusals, all of which leave nothing behind: those of `holderOfCode`, `referral_off`,
 * `referral_friend_missing`, `referral_friend_disputed`, `person_unknown`, `referral_own`, `referral_friend_taken` {since},
 * `referral_friend_not_new`, `referral_not_allowed`.
 */
export async function claimReferral(
  tx: Tx,
  business: Business,
  claim: Claim,
  { by, now }: { readonly by: string; readonly now: Instant },
): Promise<Result<Referral>> {
  const link = await holderOfCode(tx, claim.code);
  if (!link.ok) return link;
  const promised = await termsInForce(tx);
  if (promised === null) return refuse('referral_off');
  const referrer = await kinOf(tx, link.value.person, 'code');
  if (!referrer.ok) return refuse('referral_code_unknown', 'code');
  const friend = await friendMeant(tx, business, claim.friend, now);
  if (!friend.ok) return friend;
  const refused = await whyNot(tx, business, {
    referrer: referrer.value,
    friend: friend.value,
    promised,
    now,
  });
  if (refused !== null) return refused;

  const made = await insertReferral(tx, {
    friend: friend.value.root,
    referrer: referrer.value.root,
    linkNumber: link.value.number,
    channel: claim.channel ?? null,
    version: promised.version,
    at: now,
    by,
  });
  if (made === null) return refuse('referral_friend_taken', 'friend');
  await noteTraces(tx, business, friend.value.root, claim.seenWith ?? {}, now);
  return accept(await lookAt(tx, business, made, now));
}

/** Neither of them is taken off with an import that is undone in this very moment: the undo waits, and finds the referral. */
async function holdPeople(tx: Tx, people: readonly number[]): Promise<boolean> {
  const { rowCount } = await tx.query(
    `SELECT FROM people WHERE business_id = this_business() AND person_id = ANY($1::bigint[])
     ORDER BY person_id FOR KEY SHARE`,
    [people],
  );
  return rowCount === people.length;
}

async function friendMeant(
  tx: Tx,
  business: Business,
  friend: Claim['friend'],
  now: Instant,
): Promise<Result<Kin>> {
  if ('id' in friend) return kinOf(tx, friend.id, 'friend.id');
  if (identifiersOf(friend).length === 0) return refuse('referral_friend_missing', 'friend');
  const [found] = await resolvePeople(tx, business, [friend], [now]);
  if (found === undefined || 'nobody' in found) return refuse('referral_friend_missing', 'friend');
  if ('conflictId' in found) return refuse('referral_friend_disputed', 'friend');
  return kinOf(tx, found.canonicalId, 'friend');
}

async function whyNot(
  tx: Tx,
  business: Business,
  asked: {
    readonly referrer: Kin;
    readonly friend: Kin;
    readonly promised: PromisedTerms;
    readonly now: Instant;
  },
): Promise<Result<never> | null> {
  const { referrer, friend, promised, now } = asked;
  if (referrer.root === friend.root) return refuse('referral_own', 'friend');
  if (!(await holdPeople(tx, [referrer.root, friend.root]))) return refuse('person_unknown', 'friend');
  // Two claims of one person under two of their numbers are one after the other.
  await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('nardeban referral friend', $1))`, [
    friend.root,
  ]);
  const { rows } = await tx.query<{ since: Instant }>(
    `SELECT claimed_at AS since FROM referrals
     WHERE business_id = this_business() AND person_id = ANY($1::bigint[]) ORDER BY referral_id LIMIT 1`,
    [friend.members],
  );
  const [earlier] = rows;
  if (earlier !== undefined)
    return refuse('referral_friend_taken', 'friend', { since: new Date(earlier.since).toISOString() });
  const { isNew } = referralSteps(
    promised.terms,
    { facts: await friendFacts(tx, friend.root), rungs: new Map() },
    { claimedAt: now, postings: [] },
    now,
    calendarOf(business),
  );
  if (!isNew) return refuse('referral_friend_not_new', 'friend');
  const criteria = promised.terms.mayRefer;
  const may =
    criteria === undefined || (await meetsCriteria(tx, business, referrer.root, { criteria, at: now }));
  return may ? null : refuse('referral_not_allowed', 'code');
}
