import { Counting } from './counters.ts';
import { type Candidate, decide, skipped } from './decide.ts';
import type { Guard } from './guard-settings.ts';
import { perkOf } from './offer.ts';
import type { Decision, PricingReason, Spent } from './priced.ts';
import type { CounterNow, WalletAtHand } from './pricing-input.ts';
import type { Standing } from './standing.ts';

/** What is given together, and the basket after it. */
export interface Stacked {
  readonly decisions: readonly Decision[];
  readonly standing: Standing;
  readonly counting: Counting;
  /** The units that rewards cost. */
  readonly spent: readonly Spent[];
}

export interface StackAsk {
  readonly candidates: readonly Candidate[];
  readonly counters: readonly CounterNow[];
  readonly wallets: readonly WalletAtHand[];
  readonly guard: Guard | null;
  /** A basket from which nothing is taken off yet. */
  fresh(): Standing;
}

/**
 * What goes together: of every group at most one, the one that takes off most by itself; an exclusive offer alone, where it
 * alone takes off more than all others together. Ties go to the lower order. Rewards are paid for and go with anything.
 * Every candidate comes back with a decision, in the order in which they were looked at.
 */
export function stack(ask: StackAsk): Stacked {
  const plain = ask.candidates.filter(({ exclusive }) => !exclusive);
  const together = withGroups(ask, plain);
  const bySource = new Map(together.decisions.map((decision) => [decision.source, decision]));
  let most = 0;
  for (const [index, decision] of together.decisions.entries()) {
    const candidate = plain[index];
    if (candidate !== undefined) most += worthOf(candidate, decision);
  }
  let best: Stacked = together;
  let alone: Candidate | null = null;
  const own = new Map<Candidate, Decision>();
  for (const candidate of ask.candidates.filter(({ exclusive }) => exclusive)) {
    const run = new Run(ask);
    own.set(candidate, run.take(candidate));
    const worth = run.worth();
    if (worth <= most) continue;
    for (const reward of plain) if (reward.price !== null) run.take(reward);
    [most, best, alone] = [worth, run.stacked(), candidate];
  }
  const given = new Map(best.decisions.map((decision) => [decision.source, decision]));
  const decisions = ask.candidates.map((candidate) => {
    const decision = given.get(candidate.source);
    if (decision !== undefined) return decision;
    const tried = own.get(candidate);
    // What is not given even alone says its own reason; so does what was not given among the others.
    const before = bySource.get(candidate.source);
    if (tried?.outcome === 'skipped') return tried;
    if (before?.outcome === 'skipped') return before;
    const reason: PricingReason =
      alone === null
        ? { code: 'less_than_together' }
        : { code: 'other_is_exclusive', detail: { by: alone.source } };
    return skipped(candidate, best.standing, tried?.asked ?? before?.asked ?? 0, reason);
  });
  return { ...best, decisions };
}

/** What a customer gets by an offer or a code. What a reward takes off they have paid for, so it speaks for no plan. */
function worthOf({ price, gives }: Candidate, { outcome, amount, cost }: Decision): number {
  if (price !== null || outcome === 'skipped') return 0;
  const perk = outcome === 'swapped' ? null : perkOf(gives);
  return amount + (perk === null ? cost - amount : (perk.worth ?? perk.cost));
}

/** Runs with one of each group: what takes off most by itself, and where that comes to nothing the next of its group. */
function withGroups(ask: StackAsk, candidates: readonly Candidate[]): Stacked {
  const contest = new Contest(ask, candidates);
  const run = new Run(ask);
  const waiting: Candidate[] = [];
  for (const candidate of candidates) {
    if (!contest.goes(candidate)) {
      waiting.push(candidate);
      continue;
    }
    // Whoever stood back for one that comes to nothing has their turn now.
    for (let next: Candidate | undefined = candidate; next !== undefined; ) {
      if (run.take(next).outcome === 'skipped') contest.fail(next);
      next = waiting.find((one) => !run.has(one) && contest.goes(one));
    }
  }
  const decisions = candidates.map(
    (candidate) => run.decisionOf(candidate) ?? contest.beaten(candidate, run.standing),
  );
  return { ...run.stacked(), decisions };
}

/** Who of those that share a group goes: whoever takes off more by itself, then the lower order. */
class Contest {
  readonly #alone = new Map<Candidate, number>();
  readonly #failed = new Set<Candidate>();
  #taken = new Map<string, Candidate>();

  constructor(ask: StackAsk, candidates: readonly Candidate[]) {
    const members = new Map<string, number>();
    for (const { groups } of candidates)
      for (const group of groups) members.set(group, (members.get(group) ?? 0) + 1);
    for (const candidate of candidates) {
      if (candidate.groups.every((group) => members.get(group) === 1)) continue;
      const run = new Run(ask);
      run.take(candidate);
      this.#alone.set(candidate, run.worth());
    }
    this.#choose();
  }

  goes(candidate: Candidate): boolean {
    if (!this.#alone.has(candidate)) return true;
    return (
      !this.#failed.has(candidate) && candidate.groups.every((group) => this.#taken.get(group) === candidate)
    );
  }

  fail(candidate: Candidate): void {
    if (!this.#alone.has(candidate)) return;
    this.#failed.add(candidate);
    this.#choose();
  }

  beaten(candidate: Candidate, standing: Standing): Decision {
    const by = candidate.groups.map((group) => this.#taken.get(group)).find((one) => one !== undefined);
    const same = by?.offer !== null && by?.offer?.key === candidate.offer?.key;
    return skipped(candidate, standing, this.#alone.get(candidate) ?? 0, {
      code: same ? 'same_offer_once' : 'group_gave_another',
      detail: { by: by?.source ?? '' },
    });
  }

  #choose(): void {
    this.#taken = new Map();
    const ranked = [...this.#alone].filter(([one]) => !this.#failed.has(one)).sort(([, a], [, b]) => b - a);
    for (const [candidate] of ranked) {
      if (candidate.groups.some((group) => this.#taken.has(group))) continue;
      for (const group of candidate.groups) this.#taken.set(group, candidate);
    }
  }
}

/** Takes candidates off a basket one after the other. A reward needs its price in the wallet. */
class Run {
  readonly standing: Standing;
  readonly #ask: StackAsk;
  readonly #counting: Counting;
  readonly #balances: Map<string, number>;
  readonly #spent: Spent[] = [];
  readonly #decisions = new Map<Candidate, Decision>();

  constructor(ask: StackAsk) {
    this.#ask = ask;
    this.standing = ask.fresh();
    this.#counting = new Counting(ask.counters);
    this.#balances = new Map(ask.wallets.map(({ wallet, balance }) => [wallet, balance]));
  }

  has(candidate: Candidate): boolean {
    return this.#decisions.has(candidate);
  }

  decisionOf(candidate: Candidate): Decision | undefined {
    return this.#decisions.get(candidate);
  }

  take(candidate: Candidate): Decision {
    const decision = this.#decided(candidate);
    this.#decisions.set(candidate, decision);
    return decision;
  }

  stacked(): Stacked {
    const { standing } = this;
    const decisions = [...this.#decisions.values()];
    return { decisions, standing, counting: this.#counting, spent: this.#spent };
  }

  worth(): number {
    let sum = 0;
    for (const [candidate, decision] of this.#decisions) sum += worthOf(candidate, decision);
    return sum;
  }

  #decided(candidate: Candidate): Decision {
    const { price, source } = candidate;
    const { guard } = this.#ask;
    if (price === null) return decide(candidate, this.standing, this.#counting, guard);
    const balance = this.#balances.get(price.wallet) ?? 0;
    if (balance < price.units) {
      const detail = { balance, missing: price.units - balance };
      return skipped(candidate, this.standing, 0, { code: 'wallet_too_small', detail });
    }
    const decision = decide(candidate, this.standing, this.#counting, guard);
    if (decision.outcome === 'skipped') return decision;
    this.#balances.set(price.wallet, balance - price.units);
    const reward = source.slice('reward:'.length);
    const lines = this.standing.facts.map(() => 0);
    this.#spent.push({ wallet: price.wallet, points: price.units, worth: 0, lines, reward });
    return decision;
  }
}
