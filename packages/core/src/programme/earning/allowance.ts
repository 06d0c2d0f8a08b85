import type { BusinessCalendar, Instant } from '../../values/index.ts';
import type { Programme } from '../definition.ts';
import type { Claim, PricingReason } from '../earned.ts';
import type { Wallet } from '../wallet.ts';
import { countersOf, takenOf, unitsWithin, type Counter } from './counters.ts';
import type { EarningRule } from './rule.ts';

/** What is used of a counter: of the person it is about, or of everybody. */
export type CounterUse = (key: string, of: Claim['of']) => number;

/** What is left of caps and budgets while the rules of one earning take from them one after the other. */
export class Allowance {
  readonly #programme: Programme;
  readonly #at: Instant;
  readonly #business: BusinessCalendar;
  readonly #used: CounterUse;
  readonly #taken = new Map<string, Claim>();

  constructor(programme: Programme, at: Instant, business: BusinessCalendar, used: CounterUse) {
    this.#programme = programme;
    this.#at = at;
    this.#business = business;
    this.#used = used;
  }

  /** What of these units there is room for, without taking it. */
  possible(rule: EarningRule, wallet: Wallet, units: number): number {
    return this.#trimmed(rule, wallet, units).units;
  }

  /** Takes what there is room for: fewer units than asked come with the reason, the tightest of the bounds. */
  take(
    rule: EarningRule,
    wallet: Wallet,
    asked: number,
  ): { readonly units: number; readonly reasons: PricingReason[] } {
    const { units, by, counters } = this.#trimmed(rule, wallet, asked);
    if (units > 0)
      for (const counter of counters) this.#claim(counter, takenOf(counter.counted, wallet, units));
    return { units, reasons: by === null ? [] : [reasonOf(by, asked, units)] };
  }

  /** Everything taken, one claim a counter. */
  claims(): Claim[] {
    return [...this.#taken.values()];
  }

  #trimmed(
    rule: EarningRule,
    wallet: Wallet,
    asked: number,
  ): { readonly units: number; readonly by: Counter | null; readonly counters: readonly Counter[] } {
    const counters = countersOf(this.#programme, rule, this.#at, this.#business);
    let units = asked;
    let by: Counter | null = null;
    for (const counter of counters) {
      if (counter.limit === null) continue;
      const left = counter.limit - this.#used(counter.key, counter.of) - this.#takenOf(counter);
      const within = unitsWithin(counter.counted, wallet, left, units);
      if (within < units) {
        units = within;
        by = counter;
      }
    }
    return { units, by, counters };
  }

  #takenOf({ key, of }: Counter): number {
    return this.#taken.get(`${of} ${key}`)?.add ?? 0;
  }

  #claim(counter: Counter, add: number): void {
    const { key, of, limit } = counter;
    const before = this.#takenOf(counter);
    // What costs nothing is no claim: a counter is not touched for it.
    if (add > 0) this.#taken.set(`${of} ${key}`, { key, of, limit, add: before + add });
  }
}

function reasonOf(counter: Counter, asked: number, units: number): PricingReason {
  const detail = { counter: counter.key, asked, given: units };
  if (counter.key.endsWith(':once')) return { code: 'already_once', detail };
  if (counter.kind === 'budget') return { code: units === 0 ? 'budget_used_up' : 'budget_trims', detail };
  return { code: units === 0 ? 'cap_reached' : 'cap_trims', detail };
}
