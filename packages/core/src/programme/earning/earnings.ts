import type { BusinessCalendar, Instant } from '../../values/index.ts';
import type { Basket } from '../basket.ts';
import type { Programme } from '../definition.ts';
import type { Claim, Earned, NotEarned, PricingReason } from '../earned.ts';
import { divide } from '../shares.ts';
import { worthOf, type Wallet } from '../wallet.ts';
import { Allowance, type CounterUse } from './allowance.ts';
import { givenUnits, leastFor, weightsOf, type Basis } from './giving.ts';
import { lasting } from './instants.ts';
import { earningAmounts, type EarningLine } from './lines.ts';
import { timesFor, whyNotFor, type EarningPerson } from './person.ts';
import type { EarningRule } from './rule.ts';
import { placeFault } from './where.ts';

export interface EarningAsk {
  readonly programme: Programme;
  readonly basket: Basket;
  /** The lines as they were priced, in the order of the basket's. */
  readonly lines: readonly EarningLine[];
  /** Who buys; null: nobody knows. */
  readonly person: EarningPerson | null;
  readonly at: Instant;
  readonly business: BusinessCalendar;
  /** What is used of a counter now, held quotes included. */
  readonly used: CounterUse;
}

export interface Earnings {
  readonly earned: Earned[];
  readonly notEarned: NotEarned[];
  readonly claims: Claim[];
}

/** What a rule would give, before the rules of its group are compared and before anything is taken of a counter. */
interface Offered {
  readonly rule: EarningRule;
  readonly wallet: Wallet;
  readonly units: number;
  readonly basis: Basis;
  readonly reasons: PricingReason[];
}

/**
 * What an order earns, rule by rule in the programme's order, with the reason for each that gives nothing. Caps and
 * budgets trim what is given to what is left of them, and are claimed: what two tills offer at the same time is settled
 * when it is taken aside. The same ask gives the same answer.
 */
export function earningsOf(ask: EarningAsk): Earnings {
  const { programme, person, at, business } = ask;
  const allowance = new Allowance(programme, at, business, ask.used);
  const notEarned: NotEarned[] = [];
  const offers: Offered[] = [];
  for (const rule of programme.rules) {
    if (rule.on.kind !== 'order' && rule.on.kind !== 'first-order') continue;
    const offered = offerOf(rule, ask);
    if ('rule' in offered) offers.push(offered);
    else notEarned.push({ rule: rule.key, reasons: [offered] });
  }
  const beaten = beatenOf(programme, offers, allowance);
  const earned: Earned[] = [];
  for (const offered of offers) {
    const { rule, wallet, basis } = offered;
    const by = beaten.get(rule.key);
    if (by !== undefined) {
      notEarned.push({ rule: rule.key, reasons: [{ code: 'group_gave_other', detail: { rule: by } }] });
      continue;
    }
    const { units, reasons } = allowance.take(rule, wallet, offered.units);
    if (units === 0) {
      notEarned.push({ rule: rule.key, reasons });
      continue;
    }
    earned.push({
      rule: rule.key,
      wallet: wallet.key,
      points: units,
      lines: divide(units, weightsOf(rule, basis)),
      ...lasting(at, rule.vesting ?? wallet.vesting, rule.expiry ?? wallet.expiry, business),
      reasons: [...offered.reasons, ...reasons],
    });
  }
  const order = new Map(programme.rules.map(({ key }, place) => [key, place]));
  notEarned.sort((a, b) => (order.get(a.rule) ?? 0) - (order.get(b.rule) ?? 0));
  return { earned, notEarned, claims: person === null ? [] : allowance.claims() };
}

function offerOf(rule: EarningRule, ask: EarningAsk): Offered | PricingReason {
  const { programme, basket, person, at, business } = ask;
  const wallet = programme.wallets.find(({ key }) => key === rule.wallet);
  if (wallet === undefined) return { code: 'wallet_unknown' };
  const place = placeFault(rule.where, basket, at, business);
  if (place !== null) return place;
  const not = whyNotFor(programme, rule, person, at, business);
  if (not !== null || person === null) return not ?? { code: 'nobody_known' };
  if (rule.on.kind === 'first-order' && person.ordersBefore > 0) return { code: 'not_first_order' };
  const amounts = earningAmounts(rule, basket, ask.lines);
  const total = amounts.reduce((sum, amount) => sum + amount, 0);
  if (total === 0) return { code: 'nothing_earns' };
  const least = rule.where?.leastAmount ?? 0;
  if (total < least) return { code: 'least_amount', detail: { least, missing: least - total } };
  const pieces = basket.lines.map((line, index) => ((amounts[index] ?? 0) > 0 ? line.quantity : 0));
  const count = pieces.reduce((sum, one) => sum + one, 0);
  const times = timesFor(rule, person);
  const whole = givenUnits(rule.gives, total, count, person.level, times);
  if (whole === 0) {
    const from = leastFor(rule, person, times);
    return from === null || from <= total
      ? { code: 'rounds_to_nothing' }
      : { code: 'least_amount', detail: { least: from, missing: from - total } };
  }
  const reasons: PricingReason[] = [{ code: 'earned_on', detail: { amount: total } }];
  if (times !== 100) reasons.push({ code: 'times', detail: { times } });
  const most = rule.caps?.filter(({ per, counted }) => per === 'order' && counted === 'units') ?? [];
  const units = Math.min(whole, ...most.map((cap) => cap.most));
  if (units < whole) reasons.push({ code: 'cap_of_order', detail: { most: units } });
  return { rule, wallet, units, basis: { amounts, pieces }, reasons };
}

/** Of each group the rules that do not give, by the rule that does. What a rule could really give is compared. */
function beatenOf(
  programme: Programme,
  offers: readonly Offered[],
  allowance: Allowance,
): Map<string, string> {
  const beaten = new Map<string, string>();
  for (const { key, choose } of programme.groups ?? []) {
    let best: { readonly rule: string; readonly worth: number; readonly units: number } | null = null;
    const members = offers.filter(({ rule }) => rule.group === key);
    for (const { rule, wallet, units } of members) {
      const possible = allowance.possible(rule, wallet, units);
      if (possible === 0) continue;
      const worth = worthOf(wallet, possible);
      const better =
        best === null ||
        (choose === 'highest' && (worth > best.worth || (worth === best.worth && possible > best.units)));
      if (better) best = { rule: rule.key, worth, units: possible };
    }
    if (best === null) continue;
    for (const { rule } of members) if (rule.key !== best.rule) beaten.set(rule.key, best.rule);
  }
  return beaten;
}
