import type { Fact } from '../../facts/index.ts';
import { type BusinessCalendar, type Instant, MS_PER_DAY, zoneOf } from '../../values/index.ts';
import { leftIn, type Purchase, purchasesOf } from './purchases.ts';
import type { ReferralReward, ReferralStep, ReferralTerms } from './terms.ts';

export type Side = 'referrer' | 'friend';

/**
 * What was posted for one side of one step, in one wallet: paid, taken back, or withheld because a limit was reached. A
 * step can be earned again after it was taken back: each time is a round, counted from 1.
 */
export interface Posting {
  readonly step: string;
  readonly side: Side;
  readonly round: number;
  readonly wallet: string;
  readonly units: number;
  readonly kind: 'paid' | 'taken' | 'withheld';
  readonly at: Instant;
}

/** What is known of the friend. Facts may come in any order, and later than they happened. */
export interface FriendSeen {
  /** `order.paid`, `order.returned` and `club.joined`; others are passed over. */
  readonly facts: readonly Fact[];
  /** The steps whose rung the friend has come up to since the referral, and when that was seen. */
  readonly rungs: ReadonlyMap<string, Instant>;
}

export interface ReferralSoFar {
  readonly claimedAt: Instant;
  readonly postings: readonly Posting[];
}

export interface StepDue {
  readonly step: string;
  readonly side: Side;
  readonly round: number;
  readonly rewards: readonly ReferralReward[];
}

export interface StepTaken {
  readonly step: string;
  readonly side: Side;
  readonly round: number;
  readonly wallet: string;
  readonly units: number;
}

export interface StepsAnswer {
  readonly due: readonly StepDue[];
  readonly takeBack: readonly StepTaken[];
  /** When to look again although nothing new was told; null: never. */
  readonly until: Instant | null;
  /** False: the friend had bought before, so nothing is owed for them. */
  readonly isNew: boolean;
  readonly joinedAt: Instant | null;
  /** The first purchase that outlived its return window: when it did, and what is left of it. */
  readonly converted: { readonly at: Instant; readonly amount: number } | null;
  /** What the friend has bought since, net of what came back. */
  readonly revenue: number;
  /** Bought something, and all of it came back. */
  readonly allReturned: boolean;
  /** Every step has been reached, as things stand. */
  readonly complete: boolean;
  /** Nothing the friend does from here on can reach another step. */
  readonly over: boolean;
}

/** The code is asked for while joining: who joined up to this long before the referral was told joined by it. */
const JOINING = MS_PER_DAY;

/**
 * What is owed for a friend at an instant, weighed against what was posted. It looks at what is so and not at what has
 * changed, so facts may come in any order, twice, or late, and a step that is paid is never due again: applying the answer
 * and asking again gives nothing more. Until `until` the answer stays the same unless something new is told.
 */
export function referralSteps(
  terms: ReferralTerms,
  friend: FriendSeen,
  referral: ReferralSoFar,
  at: Instant,
  business: BusinessCalendar,
): StepsAnswer {
  const zone = zoneOf(business.zone);
  const { claimedAt, postings } = referral;
  const purchases = purchasesOf(friend.facts, at);
  const { returnedAt } = purchases;
  const isNew = leftIn(purchases, (instant) => instant < claimedAt) === 0;
  const since = purchases.all.filter((order) => order.at >= claimedAt);
  const revenue = leftIn(purchases, (instant) => instant >= claimedAt);
  const allReturned = revenue === 0 && since.some(({ paid }) => paid > 0);

  const end = terms.within === undefined ? null : zone.startOf(zone.dayOf(claimedAt) + terms.within + 1);
  const inTime = (instant: Instant): boolean => end === null || instant < end;
  const counting = allReturned
    ? []
    : since.filter((order) => inTime(order.at) && order.left >= (terms.leastPurchase ?? 1));
  const safeFrom = (order: Purchase): Instant =>
    terms.returnWindow === 0 ? order.at : zone.startOf(zone.dayOf(order.at) + terms.returnWindow + 1);
  const safe = counting.filter((order) => safeFrom(order) <= at);
  const joinedAt = joined(friend.facts, claimedAt, at);
  const [first] = safe;

  const stays = terms.takeBack === 'purchases' || !allReturned;
  const reached = ({ key, when }: ReferralStep): boolean => {
    if (!isNew) return false;
    if (when.kind === 'purchase') return safe.length >= when.number;
    if (!stays) return false;
    const instant = when.kind === 'joined' ? joinedAt : friend.rungs.get(key);
    return instant !== undefined && instant !== null && instant <= at && inTime(instant);
  };
  /** What is paid stays as long as the purchase does, also one that is still in its window. */
  const keeps = (step: ReferralStep): boolean =>
    reached(step) || (isNew && step.when.kind === 'purchase' && counting.length >= step.when.number);
  const tooLate = (paidAt: Instant): boolean =>
    terms.finalAfter !== undefined &&
    isNew &&
    returnedAt !== null &&
    returnedAt >= zone.startOf(zone.dayOf(paidAt) + terms.finalAfter + 1);

  const due: StepDue[] = [];
  const takeBack: StepTaken[] = [];
  for (const step of terms.steps) {
    for (const side of ['referrer', 'friend'] as const) {
      const mine = postings.filter((posting) => posting.step === step.key && posting.side === side);
      const outstanding = outstandingOf(mine);
      const round = lastRound(mine);
      const settled = outstanding.length > 0 || wasWithheld(mine, round);
      if (!settled && step[side].length > 0 && reached(step))
        due.push({ step: step.key, side, round: round + 1, rewards: step[side] });
      if (!keeps(step)) takeBack.push(...outstanding.filter((one) => !tooLate(one.at)).map(taken));
    }
  }
  const pending = counting.map(safeFrom).filter((instant) => instant > at);
  const over = end !== null && at >= end && pending.length === 0;
  const ahead = [...friend.facts.map((fact) => fact.at), ...friend.rungs.values()].filter((one) => one > at);
  return {
    due,
    takeBack,
    until: soonest([...pending, ...ahead, ...(end !== null && end > at ? [end] : [])]),
    isNew,
    joinedAt,
    converted: isNew && first !== undefined ? { at: safeFrom(first), amount: first.left } : null,
    revenue,
    allReturned,
    complete: terms.steps.every(reached),
    over,
  };
}

/** What was paid and not taken back. */
export function outstandingOf<One extends Posting>(postings: readonly One[]): One[] {
  const name = ({ step, side, round, wallet }: Posting): string => `${step} ${side} ${round} ${wallet}`;
  const takenBack = new Set(postings.filter(({ kind }) => kind === 'taken').map(name));
  return postings.filter((posting) => posting.kind === 'paid' && !takenBack.has(name(posting)));
}

/** Everything that is outstanding, to be taken back whatever the friend has done: for a referral that is refused. */
export function takeAllBack(postings: readonly Posting[]): StepTaken[] {
  return outstandingOf(postings).map(taken);
}

function taken({ step, side, round, wallet, units }: Posting): StepTaken {
  return { step, side, round, wallet, units };
}

/** Nothing was paid in the last round, because a limit was reached. */
function wasWithheld(postings: readonly Posting[], round: number): boolean {
  const last = postings.filter((posting) => posting.round === round);
  return last.length > 0 && last.every(({ kind }) => kind === 'withheld');
}

function lastRound(postings: readonly Posting[]): number {
  return postings.reduce((last, { round }) => Math.max(last, round), 0);
}

function joined(facts: readonly Fact[], claimedAt: Instant, at: Instant): Instant | null {
  const instants = facts
    .filter((fact) => fact.type === 'club.joined' && fact.at <= at)
    .map((fact) => fact.at);
  const first = instants.length === 0 ? null : Math.min(...instants);
  return first !== null && first >= claimedAt - JOINING ? first : null;
}

/** Where a referral has come to by itself; `review` and `refused` are for people to say. */
export type ReferralStanding = 'open' | 'joined' | 'paying' | 'paid' | 'taken-back' | 'lapsed';

/** Of a referral to which the answer was applied, with all its postings. */
export function referralStanding(
  terms: ReferralTerms,
  answer: StepsAnswer,
  postings: readonly Posting[],
): ReferralStanding {
  const outstanding = outstandingOf(postings);
  const settled = ({ key, ...step }: ReferralStep): boolean =>
    (['referrer', 'friend'] as const).every((side) => {
      const mine = postings.filter((posting) => posting.step === key && posting.side === side);
      return (
        step[side].length === 0 ||
        outstanding.some((one) => one.step === key && one.side === side) ||
        wasWithheld(mine, lastRound(mine))
      );
    });
  if (terms.steps.every(settled)) return 'paid';
  if (outstanding.length > 0) return 'paying';
  if (answer.allReturned || postings.some(({ kind }) => kind === 'taken')) return 'taken-back';
  if (answer.over) return 'lapsed';
  return answer.joinedAt === null ? 'open' : 'joined';
}

function soonest(instants: readonly Instant[]): Instant | null {
  return instants.length === 0 ? null : Math.min(...instants);
}
