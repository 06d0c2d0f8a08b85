import type { BusinessCalendar, Instant } from '../../values/index.ts';
import { MS_PER_DAY, zoneOf } from '../../values/index.ts';
import { type Address, sameAddress } from './address.ts';
import { mailboxOf, similarEmails, similarNames } from './likeness.ts';
import { REVIEW_FROM, type ReferralReview, type SignKind } from './terms.ts';

/** A side of a referral, or somebody to compare it with, with everything they were seen with. */
export interface Party {
  readonly person: number;
  readonly name: string | null;
  readonly emails: readonly string[];
  /** E.164, also such as were given and belong to nobody. */
  readonly mobiles: readonly string[];
  /** Fingerprints (hashes); compared, never shown. */
  readonly devices: readonly string[];
  readonly cards: readonly string[];
  readonly networks: readonly string[];
  readonly addresses: readonly { readonly address: Address; readonly shown: string }[];
  readonly knownSince: Instant;
}

export interface Evidence {
  readonly referrer: Party;
  readonly friend: Party;
  /** The latest other friends of the same referrer. */
  readonly others: readonly Party[];
  readonly claimedAt: Instant;
  /** When the referrer's friends, this one among them, were claimed. */
  readonly claims: readonly Instant[];
  /** Since when those are known who brought one another down to the friend, the friend first, then the referrer … */
  readonly chain: readonly { readonly person: number; readonly knownSince: Instant }[];
  /** The circle that this referral is a part of. */
  readonly ring: readonly number[];
  /** Is another referral of the friend older than this one: two people who were merged had both been claimed? */
  readonly claimedBefore: boolean;
  /** The friend had bought, and kept it, before the referral. */
  readonly boughtBefore: boolean;
}

/** Something that speaks against a referral. `detail` is what a sentence about it needs, never a secret. */
export interface Sign {
  readonly kind: SignKind;
  /** Of 100: how sure it alone would make one. */
  readonly score: number;
  readonly detail: Readonly<Record<string, string | number>>;
}

/** How much a sign weighs where the terms do not say. Families share a name and a network, so these alone hold nobody up. */
export const SIGN_WEIGHTS: Readonly<Record<SignKind, number>> = {
  'own-contact': 100,
  'same-device': 60,
  'same-card': 70,
  'same-address': 40,
  'same-network': 15,
  'similar-email': 35,
  'similar-name': 20,
  burst: 40,
  'same-day-chain': 50,
  ring: 90,
  'one-person': 100,
  'claimed-twice': 100,
  'not-new': 100,
};

const MS_PER_HOUR = 3_600_000;
/** As the gentlest of the peers' rules: ten a week. */
const PER_HOUR = 5;
const PER_WEEK = 10;
/** So many people who came one by the other on one day. */
const CHAIN = 3;

export interface Suspicion {
  /** The heaviest first. */
  readonly signs: readonly Sign[];
  /** All of them together, of 100: what is left when each makes a part of the innocence doubtful. */
  readonly score: number;
  readonly verdict: 'clear' | 'review' | 'refuse';
}

/**
 * What speaks against a referral. `cleared` are signs that somebody has looked at and let pass: they are shown, and weigh
 * nothing. The sum is 1 − Π(1 − weight), as of signs that are independent of each other.
 */
export function fraudSigns(
  evidence: Evidence,
  review: ReferralReview | undefined,
  business: BusinessCalendar,
  cleared: readonly SignKind[] = [],
): Suspicion {
  const seen = [...partySigns(evidence), ...timeSigns(evidence, review, business), ...graphSigns(evidence)];
  const signs = seen
    .map(({ kind, detail }): Sign => ({ kind, detail, score: review?.weights?.[kind] ?? SIGN_WEIGHTS[kind] }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || (a.kind < b.kind ? -1 : 1));
  const counted = signs.filter(({ kind }) => !cleared.includes(kind));
  const innocence = counted.reduce((left, { score }) => left * (1 - score / 100), 1);
  const score = Math.round(100 * (1 - innocence));
  const refused = counted.some(({ kind }) => review?.refuse?.includes(kind) === true);
  const held = counted.length > 0 && score >= (review?.from ?? REVIEW_FROM);
  return { signs, score, verdict: refused ? 'refuse' : held ? 'review' : 'clear' };
}

type Seen = Omit<Sign, 'score'>;

/** What the friend has in common with the referrer, or with the referrer's other friends. A kind is told once. */
function partySigns({ referrer, friend, others }: Evidence): Seen[] {
  const signs: Seen[] = [];
  const tell = (kind: SignKind, found: Found | null): void => {
    if (found !== null) signs.push({ kind, detail: found });
  };
  const peers = [referrer, ...others];
  if (referrer.person === friend.person)
    signs.push({ kind: 'one-person', detail: { person: friend.person } });
  else {
    tell('own-contact', ownContact(referrer, friend));
    const alike = peers.find(
      ({ name }) => name !== null && friend.name !== null && similarNames(name, friend.name),
    );
    tell('similar-name', alike === undefined ? null : { other: alike.person, value: alike.name ?? '' });
  }
  tell(
    'same-device',
    firstShared(peers, friend, ({ devices }) => devices),
  );
  tell(
    'same-card',
    firstShared(peers, friend, ({ cards }) => cards),
  );
  tell(
    'same-network',
    firstShared(peers, friend, ({ networks }) => networks),
  );
  tell('same-address', addressShared(peers, friend));
  tell('similar-email', emailAlike(peers, friend));
  return signs;
}

type Found = Readonly<Record<string, string | number>>;

function ownContact(referrer: Party, friend: Party): Found | null {
  const mobile = friend.mobiles.find((one) => referrer.mobiles.includes(one));
  if (mobile !== undefined) return { other: referrer.person, value: mobile };
  const mailboxes = new Set(referrer.emails.map(mailboxOf));
  const email = friend.emails.find((one) => mailboxes.has(mailboxOf(one)));
  return email === undefined ? null : { other: referrer.person, value: email };
}

/** Of hashes only with whom they are shared is told. */
function firstShared(
  peers: readonly Party[],
  friend: Party,
  of: (party: Party) => readonly string[],
): Found | null {
  const mine = new Set(of(friend));
  const sharing = peers.filter(
    (peer) => peer.person !== friend.person && of(peer).some((one) => mine.has(one)),
  );
  const [first] = sharing;
  return first === undefined ? null : { other: first.person, people: sharing.length };
}

function addressShared(peers: readonly Party[], friend: Party): Found | null {
  for (const peer of peers) {
    if (peer.person === friend.person) continue;
    const shared = friend.addresses.find(({ address }) =>
      peer.addresses.some((theirs) => sameAddress(theirs.address, address)),
    );
    if (shared !== undefined) return { other: peer.person, value: shared.shown };
  }
  return null;
}

function emailAlike(peers: readonly Party[], friend: Party): Found | null {
  for (const peer of peers) {
    if (peer.person === friend.person) continue;
    for (const email of friend.emails) {
      const alike = peer.emails.find((one) => similarEmails(one, email));
      if (alike !== undefined) return { other: peer.person, value: alike };
    }
  }
  return null;
}

function timeSigns(
  { claims, claimedAt, chain }: Evidence,
  review: ReferralReview | undefined,
  business: BusinessCalendar,
): Seen[] {
  const signs: Seen[] = [];
  // Looked at from each friend's own instant backwards, so that those before a burst stay clear of it.
  const within = (ms: number): number =>
    claims.filter((one) => one <= claimedAt && one > claimedAt - ms).length;
  const hour = within(MS_PER_HOUR);
  const week = within(7 * MS_PER_DAY);
  if (hour > (review?.perHour ?? PER_HOUR))
    signs.push({ kind: 'burst', detail: { friends: hour, hours: 1 } });
  else if (week > (review?.perWeek ?? PER_WEEK))
    signs.push({ kind: 'burst', detail: { friends: week, hours: 7 * 24 } });

  const zone = zoneOf(business.zone);
  const [first] = chain;
  if (first === undefined) return signs;
  const day = zone.dayOf(first.knownSince);
  const broken = chain.findIndex(({ knownSince }) => zone.dayOf(knownSince) !== day);
  const length = broken === -1 ? chain.length : broken;
  if (length >= CHAIN) signs.push({ kind: 'same-day-chain', detail: { people: length } });
  return signs;
}

function graphSigns({ ring, claimedBefore, boughtBefore }: Evidence): Seen[] {
  const signs: Seen[] = [];
  if (ring.length > 1) signs.push({ kind: 'ring', detail: { people: ring.length } });
  if (claimedBefore) signs.push({ kind: 'claimed-twice', detail: {} });
  if (boughtBefore) signs.push({ kind: 'not-new', detail: {} });
  return signs;
}
