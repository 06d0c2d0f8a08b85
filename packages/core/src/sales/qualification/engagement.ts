import { passes } from '../../criteria/index.ts';
import type { Fact } from '../../facts/index.ts';
import { type Instant, MS_PER_DAY } from '../../values/index.ts';
import { type EngagementRule, type Qualification, typesOfRule } from './definition.ts';

/** Where a rule stands: what its facts are worth together at the last of them, before its cap. */
class RuleSum {
  readonly rule: EngagementRule;
  readonly group: number;
  readonly worth: number;
  private readonly halfLife: number | null;
  private readonly most: number;
  private sum = 0;
  private at: Instant = 0;

  constructor(rule: EngagementRule, group: number) {
    this.rule = rule;
    this.group = group;
    this.worth = Math.abs(rule.points);
    this.halfLife = rule.halfLife === null ? null : rule.halfLife * MS_PER_DAY;
    this.most = rule.cap ?? Number.POSITIVE_INFINITY;
  }

  reset(): void {
    this.sum = 0;
  }

  add(at: Instant): void {
    this.sum = this.left(at) + this.worth;
    this.at = at;
  }

  /** What is left of it at an instant that is not earlier than the last fact, before the cap. */
  left(at: Instant): number {
    if (this.sum === 0 || this.halfLife === null) return this.sum;
    return at === Number.POSITIVE_INFINITY ? 0 : this.sum * 0.5 ** ((at - this.at) / this.halfLife);
  }

  /** The same, no more than the cap; never below 0, whatever the sign of the points. */
  counted(at: Instant): number {
    return Math.min(this.most, this.left(at));
  }

  /** What a fact of an earlier instant is worth by then. */
  worthOf(fact: Instant, at: Instant): number {
    return this.halfLife === null ? this.worth : this.worth * 0.5 ** ((at - fact) / this.halfLife);
  }
}

/**
 * The engagement of one history after another. Facts are added in order of time; the score can be read at any later
 * instant. With no new fact what speaks for somebody only fades and so does what speaks against them: `between` bounds the
 * score over a stretch of time by reading the one at its end and the other at its beginning.
 */
export class Engagement {
  readonly rules: readonly RuleSum[];
  private readonly byType = new Map<string, RuleSum[]>();
  private readonly groupCaps: readonly number[];
  private readonly cap: number;

  constructor({ engagement }: Qualification) {
    const groups = engagement.groups ?? [];
    this.cap = engagement.cap;
    this.groupCaps = groups.map((group) => group.cap);
    this.rules = engagement.rules.map(
      (rule) =>
        new RuleSum(
          rule,
          groups.findIndex(({ key }) => key === rule.group),
        ),
    );
    for (const sum of this.rules)
      for (const type of new Set(typesOfRule(sum.rule))) {
        const listening = this.byType.get(type);
        if (listening === undefined) this.byType.set(type, [sum]);
        else listening.push(sum);
      }
  }

  reset(): void {
    for (const rule of this.rules) rule.reset();
  }

  /** Returns the rules that count it. */
  add(fact: Fact): readonly RuleSum[] {
    const listening = this.byType.get(fact.type);
    if (listening === undefined) return NONE;
    const counting = listening.filter(({ rule }) => rule.where === undefined || passes(fact, rule.where));
    for (const sum of counting) sum.add(fact.at);
    return counting;
  }

  at(at: Instant): number {
    return this.read(at, at);
  }

  /** The least and the most it can be from one instant to a later one, with no new fact. */
  between(from: Instant, to: Instant): { readonly least: number; readonly most: number } {
    return { least: this.read(to, from), most: this.read(from, to) };
  }

  /** With what speaks for them read at one instant, and what speaks against them at another. */
  private read(pro: Instant, contra: Instant): number {
    const groups = this.groupCaps.map(() => 0);
    let total = 0;
    for (const sum of this.rules) {
      const points = sum.rule.points < 0 ? -sum.counted(contra) : sum.counted(pro);
      if (sum.group === -1) total += points;
      else groups[sum.group] = (groups[sum.group] ?? 0) + points;
    }
    for (const [index, points] of groups.entries()) {
      const most = this.groupCaps[index] ?? 0;
      total += Math.min(most, Math.max(-most, points));
    }
    return Math.min(this.cap, Math.max(0, total));
  }
}

export type { RuleSum };

const NONE: readonly RuleSum[] = [];
