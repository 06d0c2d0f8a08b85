import { holdsAt, inOrder } from '../../criteria/index.ts';
import type { Fact } from '../../facts/index.ts';
import { climb, compile, type Compiled, placesOf } from '../../ladder/index.ts';
import { type Instant, startOfMonth, zoneOf } from '../../values/index.ts';
import { withinLimits } from '../referral/limits.ts';
import { outstandingOf, type Posting, referralSteps, type Side } from '../referral/steps.ts';
import type { ReferralTerms } from '../referral/terms.ts';
import { worthOf } from '../wallet.ts';
import type { SimulatedPerson, SimulationSettings } from './settings.ts';

/** Somebody who was brought, and when. */
export interface BroughtFriend extends SimulatedPerson {
  readonly at: Instant;
}

/** What one person would have been paid for a referral, or had taken back again; `source` is what a lot is found by. */
export interface SimulatedReward {
  readonly at: Instant;
  readonly kind: 'paid' | 'taken';
  readonly wallet: string;
  readonly units: number;
  readonly source: string;
}

/** What a step would have given one of the sides in a wallet, in the stretch that is played. */
export interface SimulatedReferralStep {
  readonly step: string;
  readonly side: Side;
  readonly wallet: string;
  readonly times: number;
  readonly units: number;
  /** Of these, what came back because the friend gave everything back. */
  readonly taken: number;
  /** Not paid, because the limits of a referrer were reached. */
  readonly withheld: number;
}

export interface SimulatedReferral {
  /** Friends known to have been brought before the end of the stretch, and those of them for whom something was paid in it. */
  readonly brought: number;
  readonly rewarded: number;
  /** What was paid less what was taken back, in what it is worth. */
  readonly worth: number;
  readonly steps: readonly SimulatedReferralStep[];
}

const ABOUT: ReadonlySet<string> = new Set(['order.paid', 'order.returned', 'club.joined']);

interface Looked {
  readonly friend: BroughtFriend;
  /** What they did that a referral is about. */
  readonly facts: readonly Fact[];
  readonly rungs: ReadonlyMap<string, Instant>;
  readonly postings: Posting[];
  next: Instant;
}

/**
 * Plays the terms of referral over those who really were brought, one referrer after the other, as if the draft had always
 * been in force: what is paid before the stretch that is played fills limits and is told of nobody. Nobody is suspected of
 * anything here.
 */
export class ReferralWalk {
  readonly #settings: SimulationSettings;
  readonly #ladders = new Map<string, Compiled>();
  readonly #rewards = new Map<number, SimulatedReward[]>();
  readonly #steps = new Map<
    string,
    { -readonly [Part in keyof SimulatedReferralStep]: SimulatedReferralStep[Part] }
  >();
  readonly #rewarded = new Set<number>();
  #brought = 0;

  constructor(settings: SimulationSettings) {
    this.#settings = settings;
    const named = new Set(
      settings.programme.referral?.steps.flatMap(({ when }) => (when.kind === 'rung' ? [when.ladder] : [])),
    );
    for (const definition of settings.ladders)
      if (named.has(definition.key))
        this.#ladders.set(definition.key, compile(definition, settings.business));
  }

  /** All friends of one referrer together: the limits are of them all. Before anybody of them is played. */
  bring(referrer: SimulatedPerson, friends: readonly BroughtFriend[]): void {
    const { programme, business, to } = this.#settings;
    const terms = programme.referral;
    if (terms === undefined) return;
    const known = friends.filter(({ at }) => at < to);
    this.#brought += known.length;
    const { mayRefer } = terms;
    const queue = known
      .filter(({ at }) => mayRefer === undefined || holdsAt(mayRefer, referrer.history, at, business))
      .map((friend): Looked => {
        const facts = friend.history.facts.filter(({ type }) => ABOUT.has(type));
        return { friend, facts, rungs: this.#rungsOf(terms, friend), postings: [], next: friend.at };
      })
      .sort((a, b) => b.next - a.next);
    const totals = new Totals(this.#settings);
    for (let one = queue.pop(); one !== undefined; one = queue.pop()) {
      const next = this.#look(terms, referrer.person, one, totals);
      if (next === null || next >= to) continue;
      one.next = next;
      queue.splice(placeIn(queue, next), 0, one);
    }
  }

  rewardsOf(person: number): readonly SimulatedReward[] {
    return this.#rewards.get(person) ?? [];
  }

  /** Null: the programme gives nothing for a friend. */
  result(): SimulatedReferral | null {
    const { programme } = this.#settings;
    if (programme.referral === undefined) return null;
    const steps = [...this.#steps.values()];
    const worth = steps.reduce((sum, { wallet, units, taken }) => {
      const held = programme.wallets.find(({ key }) => key === wallet);
      return held === undefined ? sum : sum + worthOf(held, units) - worthOf(held, taken);
    }, 0);
    return { brought: this.#brought, rewarded: this.#rewarded.size, worth, steps };
  }

  /** Posts what is due and not due any more at the instant that has come; answers when to look again. */
  #look(
    terms: ReferralTerms,
    referrer: number,
    { friend, facts, rungs, postings, next: at }: Looked,
    totals: Totals,
  ): Instant | null {
    const { business } = this.#settings;
    const so = { claimedAt: friend.at, postings };
    const { due, takeBack, until, complete } = referralSteps(terms, { facts, rungs }, so, at, business);
    const post = (posting: Omit<Posting, 'at'>): void => {
      totals.add(postings, -1);
      postings.push({ ...posting, at });
      totals.add(postings, 1);
      this.#tell(referrer, friend, postings);
    };
    for (const step of takeBack) post({ ...step, kind: 'taken' });
    for (const { step, side, round, rewards } of due) {
      const { pay, withheld } =
        side === 'friend'
          ? { pay: rewards, withheld: [] }
          : withinLimits(terms.limits, rewards, totals.of(postings, at));
      for (const one of pay) post({ step, side, round, ...one, kind: 'paid' });
      for (const one of withheld) post({ step, side, round, ...one, kind: 'withheld' });
    }
    if (!complete) return until;
    // With every step reached only what comes back can change anything.
    const back = facts.flatMap((fact) => (fact.type === 'order.returned' && fact.at > at ? [fact.at] : []));
    return back.length === 0 ? null : Math.min(...back);
  }

  /** Tells the last posting to whom it is for, where it lies in the stretch that is played. */
  #tell(referrer: number, friend: BroughtFriend, postings: readonly Posting[]): void {
    const { from } = this.#settings;
    const posting = postings.at(-1);
    if (posting === undefined) return;
    const { step, side, round, wallet, units, kind, at } = posting;
    // What was paid before the stretch is nobody's in it, and cannot be taken back in it.
    const isPaid = (one: Posting): boolean =>
      one.kind === 'paid' &&
      one.step === step &&
      one.side === side &&
      one.round === round &&
      one.wallet === wallet;
    if (at < from || (kind === 'taken' && (postings.find(isPaid)?.at ?? 0) < from)) return;
    const name = `${step} ${side} ${wallet}`;
    const total = this.#steps.get(name) ?? { step, side, wallet, times: 0, units: 0, taken: 0, withheld: 0 };
    this.#steps.set(name, total);
    if (kind === 'withheld') {
      total.withheld += units;
      return;
    }
    if (kind === 'paid') {
      total.times += 1;
      total.units += units;
      this.#rewarded.add(friend.person);
    } else total.taken += units;
    const person = side === 'friend' ? friend.person : referrer;
    const rewards = this.#rewards.get(person) ?? [];
    rewards.push({ at, kind, wallet, units, source: `referral ${friend.person} ${step} ${side} ${round}` });
    this.#rewards.set(person, rewards);
  }

  /** The steps whose rung the friend came up to after they were brought. */
  #rungsOf({ steps }: ReferralTerms, { history, at }: BroughtFriend): Map<string, Instant> {
    const { to } = this.#settings;
    const reached = new Map<string, Instant>();
    for (const { key, when } of steps) {
      const compiled = when.kind === 'rung' ? this.#ladders.get(when.ladder) : undefined;
      if (compiled === undefined || when.kind !== 'rung') continue;
      const place = placesOf(compiled.definition).findIndex((one) => one.key === when.rung);
      const facts = inOrder(history).filter((fact) => fact.at < to);
      const { moves } = climb(compiled, { ...history, facts }, to - 1);
      const move = moves.find((one) => one.at >= at && one.from < place && one.to >= place);
      if (move !== undefined) reached.set(key, move.at);
    }
    return reached;
  }
}

/** Where the next look belongs in a queue whose soonest stands last. */
function placeIn(queue: readonly Looked[], next: Instant): number {
  let [low, high] = [0, queue.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((queue[middle]?.next ?? 0) > next) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The name under which friends are counted; wallets have a key. */
const FRIENDS = '';

/** What one referrer was rewarded with and still has, ever and by month, as limits count it. */
class Totals {
  readonly #settings: SimulationSettings;
  readonly #sums = new Map<string, number>();

  constructor(settings: SimulationSettings) {
    this.#settings = settings;
  }

  /** Adds what one friend's postings come to, or takes it off again. */
  add(postings: readonly Posting[], sign: 1 | -1): void {
    const theirs = outstandingOf(postings.filter(({ side }) => side === 'referrer'));
    const [first] = theirs;
    if (first !== undefined) this.#count(first.at, FRIENDS, sign);
    for (const { at, wallet, units } of theirs) this.#count(at, wallet, sign * units);
  }

  of(postings: readonly Posting[], at: Instant): Parameters<typeof withinLimits>[2] {
    const month = this.#monthOf(at);
    const wallets = this.#settings.programme.wallets.map(({ key }) => key);
    const sum = (time: string, wallet: string): number => this.#sums.get(`${time} ${wallet}`) ?? 0;
    const units = (time: string): Map<string, number> => new Map(wallets.map((key) => [key, sum(time, key)]));
    return {
      friends: sum('', FRIENDS),
      friendsThisMonth: sum(month, FRIENDS),
      units: units(''),
      unitsThisMonth: units(month),
      countsFriend: outstandingOf(postings).some(({ side }) => side === 'referrer'),
    };
  }

  #count(at: Instant, wallet: string, by: number): void {
    for (const time of ['', this.#monthOf(at)]) {
      const name = `${time} ${wallet}`;
      this.#sums.set(name, (this.#sums.get(name) ?? 0) + by);
    }
  }

  #monthOf(at: Instant): string {
    const { zone, calendar } = this.#settings.business;
    return String(startOfMonth(zoneOf(zone).dayOf(at), calendar));
  }
}
