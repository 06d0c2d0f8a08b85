import { dateOf, type Instant, zoneOf } from '../../values/index.ts';
import type { Earned } from '../earned.ts';
import { countersOf, takenOf } from '../earning/counters.ts';
import type { EarningRule } from '../earning/rule.ts';
import { worthOf, type Wallet } from '../wallet.ts';
import type { ClubFigures } from './goals.ts';
import type { SimulationSettings } from './settings.ts';

export interface SimulatedRule {
  readonly rule: string;
  readonly times: number;
  readonly people: number;
  readonly units: number;
  readonly worth: number;
}

/** A rung (of a ladder) or a level: the orders of those who stood there and what they earned. */
export interface SimulatedPlace {
  readonly ladder: string | null;
  readonly place: string;
  readonly orders: number;
  readonly revenue: number;
  readonly earned: number;
}

/** A month of the business's calendar, by its year and number: `1405-08`. `liability`: at its end. */
export interface SimulatedMonth {
  readonly month: string;
  readonly orders: number;
  readonly revenue: number;
  readonly earned: number;
  readonly reversed: number;
  readonly spent: number;
  readonly expired: number;
  readonly liability: number;
}

export interface SimulatedBound {
  readonly key: string;
  readonly limit: number;
  readonly asked: number;
}

interface PerWallet {
  earned: number;
  reversed: number;
  spent: number;
  expired: number;
  outstanding: number;
  debt: number;
}
type Flow = 'earned' | 'reversed' | 'spent' | 'expired';

/** So many who would have earned most are named. */
const MOST_NAMED = 100;

/** Adds up what happens while people are played one after the other. */
export class Tally {
  readonly #settings: SimulationSettings;
  readonly #wallets = new Map<string, PerWallet>();
  readonly #rules = new Map<string, { times: number; people: number; units: number; worth: number }>();
  readonly #places = new Map<
    string,
    { ladder: string | null; place: string; orders: number; revenue: number; earned: number }
  >();
  readonly #months = new Map<string, Record<Flow | 'orders' | 'revenue', number>>();
  readonly #bounds = new Map<string, { limit: number; asked: number }>();
  readonly #figures = {
    members: 0,
    buyers: 0,
    repeaters: 0,
    orders: 0,
    revenue: 0,
    cost: 0,
    earned: 0,
    spent: 0,
  };
  #most: { person: number; worth: number; orders: number }[] = [];
  #people = 0;
  readonly #byKey: ReadonlyMap<string, Wallet>;

  constructor(settings: SimulationSettings) {
    this.#settings = settings;
    this.#byKey = new Map(settings.programme.wallets.map((wallet) => [wallet.key, wallet]));
    for (const { key } of settings.programme.wallets)
      this.#wallets.set(key, { earned: 0, reversed: 0, spent: 0, expired: 0, outstanding: 0, debt: 0 });
    for (const { key } of settings.programme.rules)
      this.#rules.set(key, { times: 0, people: 0, units: 0, worth: 0 });
  }

  order(at: Instant, amount: number): void {
    const month = this.#month(at);
    month.orders += 1;
    month.revenue += amount;
    this.#figures.orders += 1;
    this.#figures.revenue += amount;
  }

  /** An order came back in whole or in part. */
  returned(at: Instant, amount: number): void {
    this.#month(at).revenue -= amount;
    this.#figures.revenue -= amount;
  }

  flow(kind: Flow, wallet: string, units: number, at: Instant): void {
    const total = this.#wallets.get(wallet);
    if (total === undefined || units === 0) return;
    total[kind] += units;
    const worth = this.#worth(wallet, units);
    this.#month(at)[kind] += worth;
    if (kind === 'earned') this.#figures.earned += worth;
    if (kind === 'reversed') this.#figures.earned -= worth;
    if (kind !== 'spent') return;
    this.#figures.spent += worth;
    this.#figures.cost += worth;
  }

  rule(rule: EarningRule, { points, wallet }: Earned, at: Instant, isFirst: boolean): void {
    const total = this.#rules.get(rule.key);
    const held = this.#byKey.get(wallet);
    if (total === undefined || held === undefined) return;
    total.times += 1;
    total.units += points;
    total.worth += worthOf(held, points);
    if (isFirst) total.people += 1;
    for (const counter of countersOf(this.#settings.programme, rule, at, this.#settings.business)) {
      if (counter.of !== 'all' || counter.limit === null) continue;
      const bound = this.#bounds.get(counter.key) ?? { limit: counter.limit, asked: 0 };
      bound.asked += takenOf(counter.counted, held, points);
      this.#bounds.set(counter.key, bound);
    }
  }

  /** An order of somebody on this rung or level; `ladder` null: a level. */
  place(ladder: string | null, place: string, amount: number, earned: number): void {
    const key = `${ladder ?? ''} ${place}`;
    const total = this.#places.get(key) ?? { ladder, place, orders: 0, revenue: 0, earned: 0 };
    total.orders += 1;
    total.revenue += amount;
    total.earned += earned;
    this.#places.set(key, total);
  }

  person(
    person: number,
    isMember: boolean,
    orders: number,
    worth: number,
    left: ReadonlyMap<string, { readonly outstanding: number; readonly debt: number }>,
  ): void {
    this.#people += 1;
    if (isMember) this.#figures.members += 1;
    if (isMember && orders > 0) this.#figures.buyers += 1;
    if (isMember && orders > 1) this.#figures.repeaters += 1;
    for (const [wallet, { outstanding, debt }] of left) {
      const total = this.#wallets.get(wallet);
      if (total === undefined) continue;
      total.outstanding += outstanding;
      total.debt += debt;
    }
    if (worth === 0) return;
    this.#most.push({ person, worth, orders });
    if (this.#most.length >= MOST_NAMED * 8) this.#most = this.#named();
  }

  result(): {
    readonly people: number;
    readonly figures: ClubFigures;
    readonly wallets: readonly (PerWallet & { readonly wallet: string; readonly worth: number })[];
    readonly liability: number;
    readonly rules: SimulatedRule[];
    readonly rungs: SimulatedPlace[];
    readonly levels: SimulatedPlace[];
    readonly months: SimulatedMonth[];
    readonly bounds: SimulatedBound[];
    readonly most: readonly { readonly person: number; readonly worth: number; readonly orders: number }[];
  } {
    const wallets = [...this.#wallets].map(([wallet, total]) => ({
      wallet,
      ...total,
      worth: this.#worth(wallet, total.outstanding),
    }));
    let liability = 0;
    const months = [...this.#months]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([month, flows]): SimulatedMonth => {
        liability += flows.earned - flows.reversed - flows.spent - flows.expired;
        return { month, ...flows, liability };
      });
    const places = [...this.#places.values()];
    return {
      people: this.#people,
      figures: { ...this.#figures },
      wallets,
      liability: wallets.reduce((sum, { worth }) => sum + worth, 0),
      rules: [...this.#rules].map(([rule, total]) => ({ rule, ...total })),
      rungs: places.filter(({ ladder }) => ladder !== null),
      levels: places.filter(({ ladder }) => ladder === null),
      months,
      bounds: [...this.#bounds].map(([key, bound]) => ({ key, ...bound })),
      most: this.#named(),
    };
  }

  #named(): { person: number; worth: number; orders: number }[] {
    return this.#most.sort((a, b) => b.worth - a.worth || a.person - b.person).slice(0, MOST_NAMED);
  }

  #worth(wallet: string, units: number): number {
    const held = this.#byKey.get(wallet);
    return held === undefined ? 0 : worthOf(held, units);
  }

  #month(at: Instant): Record<Flow | 'orders' | 'revenue', number> {
    const { business } = this.#settings;
    const { year, month } = dateOf(zoneOf(business.zone).dayOf(at), business.calendar);
    const key = `${year}-${String(month).padStart(2, '0')}`;
    let total = this.#months.get(key);
    if (total === undefined) {
      total = { orders: 0, revenue: 0, earned: 0, reversed: 0, spent: 0, expired: 0 };
      this.#months.set(key, total);
    }
    return total;
  }
}
