import { type BusinessCalendar, dateOf, type Day, type Instant, isoDay, zoneOf } from '../../values/index.ts';
import type { Campaign, Programme } from '../definition.ts';
import type { Claim } from '../earned.ts';
import { worthOf, type Wallet } from '../wallet.ts';
import type { Budget, Cap, EarningRule, Period } from './rule.ts';

/** What a counter counts: units of the wallet, times, or minor units of what the units are worth. */
type Counted = 'units' | 'times' | 'money';

/** A counter that bounds what a rule may give: its key is for ever, its limit may change with the programme. */
export interface Counter {
  readonly key: string;
  readonly of: Claim['of'];
  readonly limit: number | null;
  readonly counted: Counted;
  readonly kind: 'cap' | 'budget';
}

/** Where a counter stands within its period: a new day, month or year of the business begins a new counter. */
export function periodName(per: Exclude<Period, 'order'>, at: Instant, business: BusinessCalendar): string {
  if (per === 'ever') return 'ever';
  const day = zoneOf(business.zone).dayOf(at);
  if (per === 'day') return isoDay(day);
  const { year, month } = dateOf(day, business.calendar);
  return per === 'year' ? String(year) : `${year}-${String(month).padStart(2, '0')}`;
}

interface Named {
  readonly programme: Programme;
  readonly day: Day;
  readonly calendar: BusinessCalendar['calendar'];
  readonly counters: readonly Counter[];
}

/** The counters of each rule on the day for which they were asked last: their names change by days at most. */
const named = new WeakMap<EarningRule, Named>();

/** All counters of a rule at an instant: its own, those of its campaign and those of the club. Caps of an order are none. */
export function countersOf(
  programme: Programme,
  rule: EarningRule,
  at: Instant,
  business: BusinessCalendar,
): readonly Counter[] {
  const day = zoneOf(business.zone).dayOf(at);
  const { calendar } = business;
  const before = named.get(rule);
  if (before?.programme === programme && before.day === day && before.calendar === calendar)
    return before.counters;
  const counters = countersOn(programme, rule, at, business);
  named.set(rule, { programme, day, calendar, counters });
  return counters;
}

function countersOn(
  programme: Programme,
  rule: EarningRule,
  at: Instant,
  business: BusinessCalendar,
): Counter[] {
  const campaign = campaignOf(programme, rule);
  const found = [
    ...caps(`rule:${rule.key}`, rule.caps, at, business),
    ...budget(`rule:${rule.key}`, rule.budget, at, business),
  ];
  if (isOnce(rule)) {
    const key = `cap:rule:${rule.key}:once`;
    found.unshift({ key, of: 'person', limit: 1, counted: 'times', kind: 'cap' });
  }
  if (campaign !== undefined) {
    found.push(...caps(`campaign:${campaign.key}`, campaign.caps, at, business));
    found.push(...budget(`campaign:${campaign.key}`, campaign.budget, at, business));
  }
  found.push(...budget('club', programme.budget, at, business));
  return found;
}

/** What a first order gives it gives once, whatever two tills think at the same time. */
function isOnce(rule: EarningRule): boolean {
  return rule.once === true || rule.on.kind === 'first-order' || rule.on.kind === 'profile';
}

export function campaignOf(programme: Programme, rule: EarningRule): Campaign | undefined {
  if (rule.campaign === undefined) return undefined;
  return programme.campaigns?.find(({ key }) => key === rule.campaign);
}

function caps(
  name: string,
  list: readonly Cap[] | undefined,
  at: Instant,
  business: BusinessCalendar,
): Counter[] {
  const found: Counter[] = [];
  for (const { of, per, most, counted } of list ?? []) {
    if (per === 'order') continue;
    const key = `cap:${name}:${counted}:${per}:${periodName(per, at, business)}`;
    found.push({ key, of, limit: most, counted, kind: 'cap' });
  }
  return found;
}

function budget(
  name: string,
  bounds: Budget | undefined,
  at: Instant,
  business: BusinessCalendar,
): Counter[] {
  if (bounds === undefined) return [];
  const period = `${bounds.per}:${periodName(bounds.per, at, business)}`;
  const found: Counter[] = [];
  for (const counted of ['units', 'money'] as const) {
    const limit = bounds[counted];
    if (limit === undefined) continue;
    const key = `budget:${name}:${counted}:${period}`;
    found.push({ key, of: 'all', limit, counted, kind: 'budget' });
  }
  return found;
}

/** How much of a counter so many units of a wallet take. */
export function takenOf(counted: Counted, wallet: Wallet, units: number): number {
  if (units === 0) return 0;
  return counted === 'times' ? 1 : counted === 'units' ? units : worthOf(wallet, units);
}

/** The most units of a wallet for which what is left of a counter suffices. */
export function unitsWithin(counted: Counted, wallet: Wallet, left: number, units: number): number {
  if (left < 0) return 0;
  if (counted === 'times') return left >= 1 ? units : 0;
  if (counted === 'units') return Math.min(units, left);
  const { points, amount } = wallet.worth;
  if (amount === 0) return units;
  const most = ((BigInt(left) + 1n) * BigInt(points) - 1n) / BigInt(amount);
  return most < BigInt(units) ? Number(most) : units;
}

/** The counters that earning at an instant may ask for, so that their present use can be read in one go. */
export function countersAsked(programme: Programme, at: Instant, business: BusinessCalendar): Counter[] {
  const found = new Map<string, Counter>();
  for (const rule of programme.rules)
    for (const counter of countersOf(programme, rule, at, business))
      found.set(`${counter.of} ${counter.key}`, counter);
  return [...found.values()];
}
