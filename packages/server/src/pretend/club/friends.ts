import { readIdentity } from '@nardeban/core/people';
import { type Instant, MS_PER_DAY } from '@nardeban/core/values';
import type { Tx } from '../../platform/database/index.ts';
import type { Business } from '../../platform/tenancy/index.ts';
import { appendFacts, type FactRow, sourceId } from '../../capabilities/facts/index.ts';
import { membersOf } from '../../capabilities/people/index.ts';
import { claimReferral, CLUB_SOURCE, noteTraces, personalLink } from '../../capabilities/programme/index.ts';
import { mobileDigits } from '../identities.ts';
import { made, ownerAt } from './author.ts';
import type { Member } from './members.ts';

/** Beyond every number that a person of the pretend world can have. */
const FIRST_NUMBER = 95_001;
const HOME = 'تهران، خیابان ولیعصر، کوچهٔ نیلوفر، پلاک ۱۲، واحد ۳، کد پستی ۱۹۶۶۷۴۳۲۱۵';

interface Friend {
  readonly name: string;
  /** What they bought in tomans, thousands, after how many days; null: nothing yet. */
  readonly bought: { readonly thousands: number; readonly days: number } | null;
  /** Ordered from the phone and the door of whoever brought them. */
  readonly sameHome: boolean;
}

const FRIENDS: readonly Friend[] = [
  { name: 'نگار صبوری', bought: { thousands: 420, days: 5 }, sameHome: false },
  { name: 'سامان وکیلی', bought: { thousands: 310, days: 9 }, sameHome: false },
  { name: 'مهتاب رهنما', bought: null, sameHome: false },
  { name: 'کیارش بهادری', bought: { thousands: 260, days: 1 }, sameHome: true },
];

/**
 * Members bring friends, who join and for the most part buy: one of them with the phone and at the door of the one who
 * brought them, so that it waits for somebody to look. Answers who came.
 */
export async function friendsCome(
  tx: Tx,
  business: Business,
  members: readonly Member[],
  from: Instant,
): Promise<Member[]> {
  const there = members.filter(({ joinedAt }) => joinedAt < from);
  const sources = {
    club: await sourceId(tx, business, CLUB_SOURCE),
    web: await sourceId(tx, business, 'web'),
  };
  const came: Member[] = [];
  for (const [place, friend] of FRIENDS.entries()) {
    const referrer = there[Math.floor(((place + 0.5) * there.length) / FRIENDS.length)];
    if (referrer === undefined) continue;
    const at = from + place * MS_PER_DAY;
    const person = await comes({ tx, business, sources }, { friend, referrer: referrer.person, place, at });
    came.push({ person, joinedAt: at });
  }
  return came;
}

async function comes(
  on: {
    readonly tx: Tx;
    readonly business: Business;
    readonly sources: { readonly club: number; readonly web: number };
  },
  told: { readonly friend: Friend; readonly referrer: number; readonly place: number; readonly at: Instant },
): Promise<number> {
  const { tx, business, sources } = on;
  const { friend, referrer, place, at } = told;
  const people = (await membersOf(tx, [referrer])).get(referrer) ?? [referrer];
  const { code } = await personalLink(tx, people, ownerAt(at));
  const seenWith = friend.sameHome ? { device: `pretend-phone-${referrer}`, address: HOME } : {};
  if (friend.sameHome) await noteTraces(tx, business, referrer, seenWith, at - 30 * MS_PER_DAY);
  const identity = made(
    readIdentity({ mobile: `0${mobileDigits(FIRST_NUMBER + place)}`, name: friend.name }),
    'mobile of a friend',
  );
  const { friend: person } = made(
    await claimReferral(tx, business, { code, friend: identity, channel: 'portal', seenWith }, ownerAt(at)),
    'referral',
  );
  const fact = { personId: person, conflictId: null };
  const facts: FactRow[] = [
    {
      ...fact,
      type: 'club.joined',
      at,
      sourceId: sources.club,
      key: `joined:${person}`,
      data: { channel: 'portal' },
    },
  ];
  if (friend.bought !== null) {
    const order = `F-${FIRST_NUMBER + place}-1`;
    facts.push({
      ...fact,
      type: 'order.paid',
      at: at + friend.bought.days * MS_PER_DAY,
      sourceId: sources.web,
      key: `order.paid ${order}`,
      data: { order, amount: friend.bought.thousands * 10_000, channel: 'web', method: 'online' },
    });
  }
  await appendFacts(tx, business, facts);
  return person;
}
