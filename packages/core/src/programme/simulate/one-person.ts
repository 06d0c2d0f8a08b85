import type { Fact } from '../../facts/index.ts';
import type { Instant } from '../../values/index.ts';
import type { Earned } from '../earned.ts';
import { countersOf, takenOf } from '../earning/counters.ts';
import { earningsOf } from '../earning/earnings.ts';
import { gainOf } from '../earning/gains.ts';
import { type Lasting, lasting } from '../earning/instants.ts';
import type { EarningPerson } from '../earning/person.ts';
import type { EarningRule } from '../earning/rule.ts';
import { levelTimeline } from '../levels/timeline.ts';
import { unitsFor, worthOf, type Wallet } from '../wallet.ts';
import type { ToldOrder } from '../earning/told-order.ts';
import { Purse } from './purse.ts';
import type { SimulatedReward } from './referral-walk.ts';
import type { SimulationSettings } from './settings.ts';
import type { Tally } from './tally.ts';

/** So far below any limit that nothing given reaches it. */
const FAR_FROM_USED = -1e15;

/** One person's purses, counters and level while their past is played. */
export class OnePerson {
  readonly #person: number;
  readonly #settings: SimulationSettings;
  readonly #tally: Tally;
  readonly #purses = new Map<string, Purse>();
  readonly #used = new Map<string, number>();
  readonly #earnedOf = new Map<
    string,
    { readonly amount: number; back: number; readonly earned: readonly Earned[] }
  >();
  readonly #kept = new Map<string, number>();
  /** What levels are made of so far. */
  readonly #counted: Fact[] = [];
  readonly #rulesMet = new Set<string>();
  readonly #levelsMet = new Set<string>();
  #orders = 0;
  #worth = 0;

  constructor(person: number, settings: SimulationSettings, tally: Tally) {
    this.#person = person;
    this.#settings = settings;
    this.#tally = tally;
    for (const { key } of settings.programme.wallets) this.#purses.set(key, new Purse());
    const lowest = settings.programme.levels?.levels[0];
    if (lowest !== undefined) this.#levelsMet.add(lowest.key);
  }

  /** Orders of which something was kept. */
  get kept(): number {
    let count = 0;
    for (const left of this.#kept.values()) if (left > 0) count += 1;
    return count;
  }

  levelAt(at: Instant): string | null {
    const { programme, business } = this.#settings;
    if (programme.levels === undefined) return null;
    return levelTimeline(programme.levels, this.#counted, at, business).key;
  }

  /** Takes an order in among what was kept and counts; answers the level it reached for the first time, if any. */
  keep(fact: Fact, amount: number): string | null {
    const order = String(fact.data['order'] ?? '');
    this.#kept.set(order, (this.#kept.get(order) ?? 0) + amount);
    this.#counted.push(fact);
    const level = this.levelAt(fact.at);
    if (level === null || this.#levelsMet.has(level)) return null;
    this.#levelsMet.add(level);
    return level;
  }

  order(told: ToldOrder, at: Instant, person: EarningPerson): void {
    const { programme, business } = this.#settings;
    this.#expire(at);
    const spent = person.member ? this.#spend(told.amount, at) : 0;
    const shares =
      told.amount === 0
        ? []
        : told.nets.map((net) => Number((BigInt(net) * BigInt(spent)) / BigInt(told.amount)));
    const { earned } = earningsOf({
      programme,
      basket: told.basket,
      lines: told.nets.map((net, index) => ({
        net,
        tax: told.taxes[index] ?? 0,
        byWallets: shares[index] ?? 0,
        byGiftCards: 0,
      })),
      person,
      at,
      business,
      used: this.#use,
    });
    this.#orders += 1;
    this.#tally.order(at, told.amount);
    const worth = earned.reduce((sum, one) => sum + this.#take(one, told.order, at), 0);
    this.#earnedOf.set(told.order, { amount: told.amount, back: 0, earned });
    for (const [ladder, rung] of Object.entries(person.rungs))
      this.#tally.place(ladder, rung, told.amount, worth);
    if (person.level !== null) this.#tally.place(null, person.level, told.amount, worth);
  }

  gain(rule: EarningRule, at: Instant, person: EarningPerson): void {
    const { programme, business } = this.#settings;
    this.#expire(at);
    const { earned } = gainOf({ programme, rule, person, at, business, used: this.#use });
    if (earned !== null) this.#take(earned, null, at);
  }

  returned({ at, data }: Fact, inside: boolean): void {
    const order = typeof data['order'] === 'string' ? data['order'] : null;
    const amount = Math.max(0, Number(data['amount'] ?? 0));
    this.#counted.push({ type: 'order.returned', at, data });
    if (order === null) return;
    this.#kept.set(order, Math.max(0, (this.#kept.get(order) ?? 0) - amount));
    const known = this.#earnedOf.get(order);
    if (known === undefined || !inside || known.amount === 0) return;
    const before = known.back;
    known.back = Math.min(known.amount, before + amount);
    this.#expire(at);
    this.#tally.returned(at, known.back - before);
    for (const { wallet, points } of known.earned) {
      const until = (part: number): number => Number((BigInt(points) * BigInt(part)) / BigInt(known.amount));
      const units = until(known.back) - until(before);
      const negative = this.#walletOf(wallet)?.negative ?? 'clamp';
      this.#purses.get(wallet)?.takeBack(order, units, negative);
      this.#tally.flow('reversed', wallet, units, at);
      this.#counted.push({ type: 'points.reversed', at, data: { points: units, wallet, order } });
    }
  }

  /** What a referral gives, to either side, and takes back; it asks for no membership. */
  reward({ kind, wallet: key, units, source, at }: SimulatedReward): void {
    const wallet = this.#walletOf(key);
    if (wallet === undefined) return;
    this.#expire(at);
    if (kind === 'paid') {
      const { vesting, expiry } = wallet;
      this.#put(wallet, units, lasting(at, vesting, expiry, this.#settings.business), at, { source });
      return;
    }
    this.#purses.get(key)?.takeBack(source, units, wallet.negative);
    this.#tally.flow('reversed', key, units, at);
    this.#counted.push({ type: 'points.reversed', at, data: { points: units, wallet: key } });
  }

  end(isMember: boolean): void {
    this.#expire(this.#settings.to - 1);
    this.#tally.person(this.#person, isMember, this.#orders, this.#worth, this.#purses);
  }

  #take(earned: Earned, order: string | null, at: Instant): number {
    const { programme, business } = this.#settings;
    const rule = programme.rules.find(({ key }) => key === earned.rule);
    const wallet = this.#walletOf(earned.wallet);
    if (rule === undefined || wallet === undefined) return 0;
    const { points } = earned;
    const worth = this.#put(
      wallet,
      points,
      earned,
      at,
      order === null ? { source: null } : { source: order, order },
    );
    for (const { key, of, counted } of countersOf(programme, rule, at, business))
      if (of === 'person') this.#used.set(key, (this.#used.get(key) ?? 0) + takenOf(counted, wallet, points));
    this.#tally.rule(rule, earned, at, !this.#rulesMet.has(rule.key));
    this.#rulesMet.add(rule.key);
    return worth;
  }

  /** Puts units into a purse, as a lot by which they are found again; answers what they are worth. */
  #put(
    wallet: Wallet,
    units: number,
    { availableFrom, expiresAt }: Lasting,
    at: Instant,
    { source, order }: { readonly source: string | null; readonly order?: string },
  ): number {
    this.#purses.get(wallet.key)?.earn(units, { source, availableFrom, expiresAt });
    this.#tally.flow('earned', wallet.key, units, at);
    const data = { points: units, wallet: wallet.key, ...(order === undefined ? {} : { order }) };
    this.#counted.push({ type: 'points.earned', at, data });
    const worth = worthOf(wallet, units);
    this.#worth += worth;
    return worth;
  }

  /** Spends the assumed share of what could be spent, wallet by wallet in the programme's order; what it took off. */
  #spend(amount: number, at: Instant): number {
    let off = 0;
    for (const wallet of this.#settings.programme.wallets) {
      const purse = this.#purses.get(wallet.key);
      if (wallet.spending === undefined || wallet.worth.amount === 0 || purse === undefined) continue;
      const most = Math.floor((amount * (wallet.spending.mostShare ?? 10_000)) / 10_000);
      const wanted = Math.floor((purse.available(at) * this.#settings.spends) / 10_000);
      let units = Math.min(wanted, unitsFor(wallet, Math.max(0, Math.min(most, amount - off))) ?? 0);
      units -= units % (wallet.spending.step ?? 1);
      // One unit less where the last one would take more off than there is to pay.
      if (worthOf(wallet, units) > amount - off) units -= wallet.spending.step ?? 1;
      if (units <= 0 || units < (wallet.spending.least ?? 1)) continue;
      purse.spend(units, at);
      off += worthOf(wallet, units);
      this.#tally.flow('spent', wallet.key, units, at);
    }
    return off;
  }

  /** Bounds of everybody never trim here: they are told beside what was asked of them. */
  readonly #use = (key: string, of: 'person' | 'all'): number =>
    of === 'person' ? (this.#used.get(key) ?? 0) : FAR_FROM_USED;

  #expire(until: Instant): void {
    for (const [wallet, purse] of this.#purses)
      for (const { at, units } of purse.expire(until)) this.#tally.flow('expired', wallet, units, at);
  }

  #walletOf(key: string): Wallet | undefined {
    return this.#settings.programme.wallets.find((wallet) => wallet.key === key);
  }
}
