import { type Fact, type History, standingReferrals } from '../../facts/index.ts';
import type { Instant } from '../../values/index.ts';

/** What shows that somebody is content, and how much it says. */
export type ContentSign = 'score' | 'review' | 'orders' | 'settled' | 'brought' | 'willing';

export interface SignSeen {
  readonly sign: ContentSign;
  readonly points: number;
  readonly at: Instant;
  /** The score, the number of orders … as the sign has it; null: it has none. */
  readonly value: number | null;
}

export interface Strength {
  /** 0 to 1000: who is asked first. */
  readonly strength: number;
  /** The last of the signs; null: there is none. */
  readonly at: Instant | null;
  readonly signs: readonly SignSeen[];
}

/** The fact types it reads. */
export const strengthTypes = [
  'survey.answered',
  'review.written',
  'order.paid',
  'order.returned',
  'complaint.closed',
  'referral.converted',
  'referral.made',
  'referral.undone',
  'recommendation.asked',
] as const;

const NO_SIGNS: Strength = { strength: 0, at: null, signs: [] };

/**
 * Who of those that may be asked is likeliest to say yes, by what they did up to an instant. Points are whole numbers that
 * a person can add up: they rank, they are no probability.
 */
export function strengthOf({ facts }: History, now: Instant): Strength {
  const past = facts.filter(({ at }) => at <= now);
  const signs = [
    scored(past.filter(isRecommendScore)),
    reviewed(latest(past, 'review.written')),
    bought(past),
    simple(latest(past, 'complaint.closed'), 'settled', 60),
    simple(standingReferrals(past).at(-1) ?? latest(past, 'referral.made'), 'brought', 250),
    simple(
      past.findLast(({ type, data }) => type === 'recommendation.asked' && data['answer'] === 'yes'),
      'willing',
      120,
    ),
  ].filter((sign) => sign !== null);
  if (signs.length === 0) return NO_SIGNS;
  const strength = Math.min(
    1000,
    signs.reduce((sum, { points }) => sum + points, 0),
  );
  return { strength, at: Math.max(...signs.map(({ at }) => at)), signs };
}

function isRecommendScore({ type, data }: Fact): boolean {
  return type === 'survey.answered' && data['question'] === 'recommend' && typeof data['score'] === 'number';
}

function latest(facts: readonly Fact[], type: string): Fact | undefined {
  return facts.findLast((fact) => fact.type === type);
}

function scored(answers: readonly Fact[]): SignSeen | null {
  const last = answers.at(-1);
  const value = Number(last?.data['score'] ?? 0);
  if (last === undefined || value < 9) return null;
  return { sign: 'score', points: value >= 10 ? 300 : 240, at: last.at, value };
}

function reviewed(review: Fact | undefined): SignSeen | null {
  const value = Number(review?.data['score'] ?? 0);
  if (review === undefined || value < 4) return null;
  return { sign: 'review', points: value >= 5 ? 200 : 150, at: review.at, value };
}

/** Orders of which something was kept; one alone says little. A return that names no order takes none away. */
function bought(facts: readonly Fact[]): SignSeen | null {
  const back = new Map<string, number>();
  const paid = new Map<string, { readonly at: Instant; readonly amount: number }>();
  for (const [index, { type, at, data }] of facts.entries()) {
    const named = typeof data['order'] === 'string' && data['order'] !== '' ? data['order'] : null;
    const amount = Number(data['amount'] ?? 0);
    if (type === 'order.returned' && named !== null) back.set(named, (back.get(named) ?? 0) + amount);
    if (type !== 'order.paid') continue;
    const order = named ?? `unnamed ${index}`;
    paid.set(order, { at, amount: (paid.get(order)?.amount ?? 0) + amount });
  }
  const kept = [...paid].flatMap(([order, { at, amount }]) => {
    const returned = back.get(order);
    return returned === undefined || returned < amount ? [at] : [];
  });
  const value = kept.length;
  if (value < 2) return null;
  return { sign: 'orders', points: 60 + Math.min(value, 12) * 10, at: Math.max(...kept), value };
}

function simple(fact: Fact | undefined, sign: ContentSign, points: number): SignSeen | null {
  return fact === undefined ? null : { sign, points, at: fact.at, value: null };
}
