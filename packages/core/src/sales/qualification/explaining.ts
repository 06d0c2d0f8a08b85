import type { Because } from '../../criteria/index.ts';
import type { History } from '../../facts/index.ts';
import type { Instant } from '../../values/index.ts';
import type { EngagementRule, FitRule } from './definition.ts';
import type { RuleSum } from './engagement.ts';
import {
  handTold,
  NEW_LEAD,
  playUpTo,
  type Score,
  scoreLead,
  type Scorer,
  type Standing,
} from './scoring.ts';

/** Where the points of a lead come from. */
export interface Explanation extends Score {
  readonly fitRows: readonly FitRow[];
  readonly engagementRows: readonly EngagementRow[];
  readonly handRows: readonly HandRow[];
  /** Until when a hand counts that was told of when the lead was captured; null: none counts. */
  readonly handTold: Instant | null;
}

export interface FitRow {
  readonly rule: FitRule;
  /** 0 where the criteria does not hold. */
  readonly points: number;
  readonly because: Because;
}

export interface HandRow {
  readonly key: string;
  readonly holds: boolean;
  readonly because: Because;
}

export interface EngagementRow {
  readonly rule: EngagementRule;
  /** What the rule brings, or takes: decayed, and no more than its cap. */
  readonly points: number;
  /** The same without its cap. */
  readonly uncapped: number;
  /** The newest facts, newest first, each with what it is worth by now, and how many there are. */
  readonly facts: readonly CountedFact[];
  readonly factCount: number;
}

export interface CountedFact {
  readonly id: number | null;
  readonly type: string;
  readonly at: Instant;
  readonly points: number;
}

export const MOST_FACTS_SHOWN = 20;

/** The scores with every rule of the definition and the facts behind it. Rules of which nothing was found bring 0. */
export function explainLead(
  scorer: Scorer,
  history: History,
  at: Instant,
  standing: Standing = NEW_LEAD,
): Explanation {
  const score = scoreLead(scorer, history, at, standing);
  const counted = new Map<RuleSum, { id: number | null; type: string; at: Instant }[]>();
  const { day } = playUpTo(scorer, history, at, standing, ({ id = null, type, at: when }, rules) => {
    for (const rule of rules) {
      const facts = counted.get(rule);
      if (facts === undefined) counted.set(rule, [{ id, type, at: when }]);
      else facts.push({ id, type, at: when });
    }
  });
  return {
    ...score,
    fitRows: scorer.fit.map(({ rule, question }) => ({
      rule,
      points: question.holds ? rule.points : 0,
      because: question.because(day),
    })),
    engagementRows: scorer.engagement.rules.map((sum): EngagementRow => {
      const facts = counted.get(sum) ?? [];
      const sign = sum.rule.points < 0 ? -1 : 1;
      return {
        rule: sum.rule,
        points: facts.length === 0 ? 0 : sign * sum.counted(at),
        uncapped: facts.length === 0 ? 0 : sign * sum.left(at),
        facts: facts
          .slice(-MOST_FACTS_SHOWN)
          .reverse()
          .map((fact) => ({ ...fact, points: sign * sum.worthOf(fact.at, at) })),
        factCount: facts.length,
      };
    }),
    handRows: scorer.hands.map(({ key, question }) => ({
      key,
      holds: question.holds,
      because: question.because(day),
    })),
    handTold: handTold(scorer, at, standing),
  };
}

/** The keys of the rules that bring or take points now. */
export function rulesAtWork({ fitRows, engagementRows }: Explanation): readonly string[] {
  return [...fitRows, ...engagementRows].filter(({ points }) => points !== 0).map(({ rule }) => rule.key);
}
