import type { Fact } from '../../facts/index.ts';
import type { BusinessCalendar, Instant } from '../../values/index.ts';
import type { Programme } from '../definition.ts';
import type { Claim, Earned, PricingReason } from '../earned.ts';
import { Allowance, type CounterUse } from './allowance.ts';
import { givenUnits } from './giving.ts';
import { lasting } from './instants.ts';
import { timesFor, whyNotFor, type EarningPerson } from './person.ts';
import type { EarningRule } from './rule.ts';

export interface GainAsk {
  readonly programme: Programme;
  readonly rule: EarningRule;
  readonly person: EarningPerson;
  /** When it happened. */
  readonly at: Instant;
  readonly business: BusinessCalendar;
  readonly used: CounterUse;
}

export type Gain =
  | { readonly earned: Earned; readonly claims: readonly Claim[] }
  | { readonly earned: null; readonly reasons: readonly PricingReason[] };

/** What something other than an order gives: a birthday, a fact, a profile, a rung or a level. */
export function gainOf(ask: GainAsk): Gain {
  const { programme, rule, person, at, business } = ask;
  const wallet = programme.wallets.find(({ key }) => key === rule.wallet);
  if (wallet === undefined) return { earned: null, reasons: [{ code: 'wallet_unknown' }] };
  const not = whyNotFor(programme, rule, person, at, business);
  if (not !== null) return { earned: null, reasons: [not] };
  const times = timesFor(rule, person);
  const whole = givenUnits(rule.gives, 0, 0, person.level, times);
  if (whole === 0) return { earned: null, reasons: [{ code: 'rounds_to_nothing' }] };
  const allowance = new Allowance(programme, at, business, ask.used);
  const { units, reasons } = allowance.take(rule, wallet, whole);
  if (units === 0) return { earned: null, reasons };
  const earned: Earned = {
    rule: rule.key,
    wallet: wallet.key,
    points: units,
    lines: [],
    ...lasting(at, rule.vesting ?? wallet.vesting, rule.expiry ?? wallet.expiry, business),
    reasons: times === 100 ? reasons : [{ code: 'times', detail: { times } }, ...reasons],
  };
  return { earned, claims: allowance.claims() };
}

/** Whether a fact is one that a rule of facts gives for. */
export function factMatches(rule: EarningRule, fact: Pick<Fact, 'type' | 'data'>): boolean {
  if (rule.on.kind !== 'fact' || rule.on.type !== fact.type) return false;
  if (rule.on.oncePer !== undefined && fact.data[rule.on.oncePer] === undefined) return false;
  return (rule.on.where ?? []).every((test) => {
    const value = fact.data[test.field];
    if (value === undefined) return false;
    if (test.is !== undefined && value !== test.is) return false;
    if (test.oneOf !== undefined && !test.oneOf.includes(value)) return false;
    if (test.not !== undefined && value === test.not) return false;
    if (test.atLeast !== undefined && !(typeof value === 'number' && value >= test.atLeast)) return false;
    return test.atMost === undefined || (typeof value === 'number' && value <= test.atMost);
  });
}
