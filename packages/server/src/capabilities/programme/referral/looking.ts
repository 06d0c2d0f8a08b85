import { holdsAt, type Criteria } from '@nardeban/core/criteria';
import type { Fact, History } from '@nardeban/core/facts';
import { type Definition, placesOf } from '@nardeban/core/ladder';
import {
  fraudSigns,
  referralStanding,
  referralSteps,
  type Sign,
  type StepsAnswer,
} from '@nardeban/core/programme';
import { type Instant, MS_PER_DAY } from '@nardeban/core/values';
import type { Tx } from '../../../platform/database/index.ts';
import type { Business } from '../../../platform/tenancy/index.ts';
import { calendarOf, climbedTo, publishedVersion, readingFor, readPeople } from '../../ladder/index.ts';
import { kinOf } from './kin.ts';
import { evidenceOf } from './parties.ts';
import { isTold, settleSteps, type Settling, takeEverything, tell, type ToTell } from './paying.ts';
import { termsOfVersion } from './promised.ts';
import { postingsOf, type Referral, saveReferral, type StoredPosting } from './store.ts';

/** What may still pay is looked at once a day even if nobody says that something happened; the rest, for its worth, less often. */
const SOON = MS_PER_DAY;
const LATE = 30 * MS_PER_DAY;

const friendReading = readingFor([], { also: ['order.paid', 'order.returned', 'club.joined'] });

/** What happened to somebody that a referral is about. */
export async function friendFacts(tx: Tx, person: number): Promise<readonly Fact[]> {
  return (await historyOf(tx, person, friendReading)).facts;
}

async function historyOf(tx: Tx, person: number, reading: ReturnType<typeof readingFor>): Promise<History> {
  let found: History = { knownSince: 0, facts: [] };
  await readPeople(tx, [person], reading, ({ history }) => void (found = history));
  return found;
}

/** Does this person meet a criteria? */
export async function meetsCriteria(
  tx: Tx,
  business: Business,
  person: number,
  { criteria, at }: { readonly criteria: Criteria; readonly at: Instant },
): Promise<boolean> {
  const name = { fa: 'معرف', en: 'Referrer' };
  const asked: Definition = {
    kind: 'typology',
    key: 'may-refer',
    name,
    classes: [
      { key: 'in', name, when: criteria },
      { key: 'out', name },
    ],
  };
  const history = await historyOf(tx, person, readingFor([asked]));
  return holdsAt(criteria, history, at, calendarOf(business));
}

/**
 * Looks at a referral that this transaction holds: pays what is due, takes back what is not any more, lays it before
 * somebody when too much speaks against it, and says when to look again. Looking twice is the same as looking once.
 */
export async function lookAt(
  tx: Tx,
  business: Business,
  referral: Referral,
  now: Instant,
): Promise<Referral> {
  const referrer = await kinOf(tx, referral.referrer);
  const friend = await kinOf(tx, referral.friend);
  const promised = await termsOfVersion(tx, referral.version);
  // An import that brought one of them was undone, or the programme is gone: there is nobody to pay.
  if (!referrer.ok || !friend.ok || promised === null) return put(tx, referral, { lookAt: now + LATE });
  const postings = (await postingsOf(tx, [referral.id])).get(referral.id) ?? [];
  const settling: Settling = {
    business,
    referral,
    referrer: referrer.value,
    friend: friend.value,
    promised,
    postings,
    now,
  };
  if (referral.state === 'refused') {
    await takeEverything(tx, settling, 'refused');
    return put(tx, referral, { ...(await undone(tx, settling)), lookAt: now + LATE });
  }
  const answer = await stepsNow(tx, settling);
  const suspicion = await suspicionOf(tx, settling, answer);
  const signs = suspicion?.signs ?? referral.signs;
  const score = suspicion?.score ?? referral.score;
  const seen = { joinedAt: answer.joinedAt, revenue: answer.revenue, signs, score };
  if (suspicion?.verdict === 'refuse') {
    await takeEverything(tx, settling, 'refused');
    const lost = await undone(tx, settling);
    return put(tx, referral, { ...seen, ...lost, state: 'refused', lookAt: now + LATE });
  }
  const isNothingLeft = answer.allReturned || !answer.isNew;
  const lost = isNothingLeft ? await undone(tx, settling) : {};
  if (referral.state === 'review' || suspicion?.verdict === 'review') {
    // What came back is taken back all the same; nothing is paid until somebody has looked.
    await settleSteps(tx, settling, { due: [], takeBack: answer.takeBack }, 'returned');
    return put(tx, referral, { ...seen, ...lost, state: 'review', lookAt: now + SOON });
  }
  const all = await settleSteps(tx, settling, answer, answer.isNew ? 'returned' : 'not-new');
  await tellReferrer(tx, settling, answer);
  const state = referralStanding(promised.terms, answer, all);
  return put(tx, referral, {
    ...seen,
    state,
    convertedAt: isNothingLeft ? null : (referral.convertedAt ?? answer.converted?.at ?? null),
    toldAt: referral.toldAt ?? now,
    lookAt: nextLook(state, answer, all, now),
  });
}

async function put(tx: Tx, before: Referral, changes: Partial<Referral>): Promise<Referral> {
  const after = { ...before, ...changes };
  await saveReferral(tx, before, after);
  return after;
}

async function stepsNow(tx: Tx, settling: Settling): Promise<StepsAnswer> {
  const { business, referral, friend, promised, postings, now } = settling;
  const told = await friendFacts(tx, friend.root);
  // Who let pass that the friend had bought before wants what came before passed over.
  const passes = referral.cleared.includes('not-new');
  const facts = passes
    ? told.filter(({ type, at }) => type === 'club.joined' || at >= referral.claimedAt)
    : told;
  const rungs = await rungsReached(tx, settling);
  return referralSteps(
    promised.terms,
    { facts, rungs },
    { claimedAt: referral.claimedAt, postings },
    now,
    calendarOf(business),
  );
}

/** The steps that ask for a rung which the friend has come up to since the referral, by the moves that are told now. */
async function rungsReached(
  tx: Tx,
  { business, referral, friend, promised, now }: Settling,
): Promise<Map<string, Instant>> {
  const reached = new Map<string, Instant>();
  for (const { key, when } of promised.terms.steps) {
    if (when.kind !== 'rung') continue;
    const version = await publishedVersion(tx, business, when.ladder);
    if (version === null) continue;
    const place = placesOf(version.definition).findIndex((one) => one.key === when.rung);
    const person = { personId: friend.root, from: referral.claimedAt, until: now };
    if (place > 0 && (await climbedTo(tx, version, place, [person])).has(friend.root)) reached.set(key, now);
  }
  return reached;
}

/**
 * What speaks against it, asked only when something would be paid or its people are no longer who they were: null, nobody
 * asked.
 */
async function suspicionOf(
  tx: Tx,
  { business, referral, referrer, friend, promised }: Settling,
  answer: StepsAnswer,
): Promise<{ signs: readonly Sign[]; score: number; verdict: 'clear' | 'review' | 'refuse' } | null> {
  const isFresh = referral.toldAt === null;
  const changed = referrer.root !== referral.referrer || friend.root !== referral.friend;
  const asked = isFresh || changed || answer.due.length > 0 || !answer.isNew || referral.state === 'review';
  if (!asked) return null;
  const evidence = await evidenceOf(tx, referral, { referrer, friend }, !answer.isNew);
  return fraudSigns(evidence, promised.terms.review, calendarOf(business), referral.cleared);
}

/** Tells the referrer's deeds, once each: that they brought somebody, and that it came to something. */
async function tellReferrer(tx: Tx, settling: Settling, answer: StepsAnswer): Promise<void> {
  const { business, referral, referrer, friend, now } = settling;
  const facts: ToTell[] = [];
  const about = { person: referrer.root, data: { friend: String(friend.root) } };
  if (referral.toldAt === null)
    facts.push({
      ...about,
      type: 'referral.made',
      key: `referral:${referral.id}:made`,
      at: referral.claimedAt,
    });
  if (referral.convertedAt === null && answer.converted !== null) {
    const { at, amount } = answer.converted;
    const data = { ...about.data, amount };
    const key = `referral:${referral.id}:converted`;
    // One that was undone and comes to something again does so now.
    const again = await isTold(tx, key);
    facts.push({
      ...about,
      data,
      type: 'referral.converted',
      ...(again ? { key: `${key}:${now}` } : { key, at }),
    });
  }
  await tell(tx, business, facts, now);
}

/** Tells that what was told to have come to something came to nothing after all, once. */
async function undone(
  tx: Tx,
  { business, referral, referrer, friend, now }: Settling,
): Promise<Pick<Referral, 'convertedAt'>> {
  if (referral.convertedAt !== null) {
    const data = { friend: String(friend.root) };
    const key = `referral:${referral.id}:undone:${now}`;
    await tell(tx, business, [{ person: referrer.root, type: 'referral.undone', key, data }], now);
  }
  return { convertedAt: null };
}

function nextLook(
  state: Referral['state'],
  answer: StepsAnswer,
  postings: readonly StoredPosting[],
  now: Instant,
): Instant {
  // After a payment what was bought may come back any day; what nothing hangs on any more is looked at for its worth.
  const latest = postings.reduce((last, { at }) => Math.max(last, at), 0);
  const rests = state === 'lapsed' || state === 'taken-back' || (state === 'paid' && now - latest > LATE);
  return Math.min(now + (rests ? LATE : SOON), answer.until ?? Number.POSITIVE_INFINITY);
}
