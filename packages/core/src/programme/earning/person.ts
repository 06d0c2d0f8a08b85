import type { Criteria } from '../../criteria/index.ts';
import type { BusinessCalendar, Instant } from '../../values/index.ts';
import type { Programme } from '../definition.ts';
import type { PricingReason } from '../earned.ts';
import { campaignOf } from './counters.ts';
import { isHeldOut } from './held-out.ts';
import { dayFault } from './where.ts';
import type { EarningRule } from './rule.ts';

/** What earning needs to know of a person at the instant in question. */
export interface EarningPerson {
  /** The person's number, those of merged people being one: it decides who is in a campaign's control group. */
  readonly number: number;
  readonly member: boolean;
  /** Orders kept before this one. */
  readonly ordersBefore: number;
  /** The rung the person stands on, by the ladder's key. */
  readonly rungs: Readonly<Record<string, string>>;
  readonly level: string | null;
  /** Whether criteria hold for the person at this instant. */
  holds(criteria: Criteria): boolean;
}

/** Why a rule is not for this person at this instant; null: it is. What is cheap to find out is asked first. */
export function whyNotFor(
  programme: Programme,
  rule: EarningRule,
  person: EarningPerson | null,
  at: Instant,
  business: BusinessCalendar,
): PricingReason | null {
  if (person === null) return { code: 'nobody_known' };
  if (!person.member) return { code: 'not_a_member' };
  const campaign = campaignOf(programme, rule);
  const day = dayFault(rule.where?.dates, at, business) ?? dayFault(campaign?.dates, at, business);
  if (day !== null) return day;
  if (rule.levels !== undefined && (person.level === null || !rule.levels.includes(person.level))) {
    return { code: 'other_level' };
  }
  if (rule.rungs !== undefined) {
    const stands = person.rungs[rule.rungs.ladder];
    if (stands === undefined || !rule.rungs.rungs.includes(stands)) return { code: 'other_rung' };
  }
  if (rule.who !== undefined && !person.holds(rule.who)) return { code: 'other_people' };
  if (campaign !== undefined && isHeldOut(person.number, campaign))
    return { code: 'held_out', detail: { campaign: campaign.key } };
  return null;
}

/** What is given times so many hundredths: the largest of those that a person's rung and level bring. */
export function timesFor(rule: EarningRule, person: EarningPerson): number {
  const found: number[] = [];
  for (const { ladder, rung, times } of rule.multipliers?.rungs ?? [])
    if (person.rungs[ladder] === rung) found.push(times);
  for (const { level, times } of rule.multipliers?.levels ?? [])
    if (person.level === level) found.push(times);
  return found.length === 0 ? 100 : Math.max(...found);
}
