import { type Day, looseKey } from '../../values/index.ts';

/** That who bought one thing bought another, in numbers: `both` of the `of` that had `item` had `other` as well. */
export interface BoughtTogether {
  readonly item: string;
  readonly other: string;
  /** `together`: what a person bought on one day. `next`: people, by what they bought the next time. */
  readonly how: 'together' | 'next';
  readonly of: number;
  readonly both: number;
  /** Against the share of `other` in everything: 2 is twice as often. */
  readonly lift: number;
}

/** What the business itself says of a pair. */
export interface PairSaid {
  readonly item: string;
  readonly other: string;
  /** Written by hand. */
  readonly own: boolean;
  /** Never to be suggested. */
  readonly hidden: boolean;
}

export type SuggestionAnswer = 'taken' | 'refused' | 'later';
export const suggestionAnswers = ['taken', 'refused', 'later'] as const;

/** What somebody answered when it was suggested to them last. */
export interface Answered {
  readonly item: string;
  readonly other: string;
  readonly answer: SuggestionAnswer;
  readonly day: Day;
}

/** A thing they are about to buy, or bought lately. */
export interface Having {
  readonly item: string;
  readonly from: 'deal' | 'bought';
}

export interface SuggestAsked {
  readonly has: readonly Having[];
  /** Everything they ever bought, with the day they bought it last; names and codes. */
  readonly owned: ReadonlyMap<string, Day>;
  readonly answers: readonly Answered[];
  readonly rules: readonly BoughtTogether[];
  readonly pairs: readonly PairSaid[];
  readonly today: Day;
}

export interface Suggestion {
  readonly item: string;
  readonly other: string;
  readonly from: 'deal' | 'bought';
  /** Null: the business says so, and there are no numbers yet. */
  readonly numbers: BoughtTogether | null;
  /** They said "later", on this day. */
  readonly later: Day | null;
}

export type LeftOutWhy = 'in_deal' | 'owned' | 'refused' | 'taken' | 'hidden';

export interface LeftOut extends Suggestion {
  readonly why: LeftOutWhy;
  /** The day it was bought, or answered; null where none is told. */
  readonly day: Day | null;
}

/** Who said no is not asked again for a year. */
export const REFUSED_DAYS = 365;
const MOST_SUGGESTED = 10;
const MOST_LEFT_OUT = 20;

/** The names of a pair as they are compared. */
export function pairKey(item: string, other: string): string {
  return `${looseKey(item)}\n${looseKey(other)}`;
}

/**
 * What belongs with what they have, the most telling first, and what was left out with the reason. Each thing is suggested once,
 * by the pair that tells the most: how much oftener than usual `other` is bought, in purchases out of all with `item` (confidence
 * less the usual share, so that neither a rare accident nor what everybody buys anyway comes first). Pairs written by hand and
 * without numbers come after those with numbers.
 */
export function suggestBeside(asked: SuggestAsked): {
  readonly suggestions: readonly Suggestion[];
  readonly leftOut: readonly LeftOut[];
} {
  const said = new Map(asked.pairs.map((pair) => [pairKey(pair.item, pair.other), pair]));
  const answers = new Map<string, Answered>();
  for (const answer of asked.answers) {
    const key = looseKey(answer.other);
    const known = answers.get(key);
    if (known === undefined || known.day <= answer.day) answers.set(key, answer);
  }
  const owned = new Map([...asked.owned].map(([item, day]) => [looseKey(item), day]));
  const inDeal = new Set(asked.has.filter(({ from }) => from === 'deal').map(({ item }) => looseKey(item)));

  const best = new Map<string, Suggestion>();
  for (const candidate of candidates(asked)) {
    const key = looseKey(candidate.other);
    const known = best.get(key);
    if (known === undefined || before(candidate, known)) best.set(key, candidate);
  }
  const suggestions: Suggestion[] = [];
  const leftOut: LeftOut[] = [];
  for (const [key, candidate] of [...best].sort(([, a], [, b]) => (before(a, b) ? -1 : 1))) {
    const answer = answers.get(key);
    const later = answer?.answer === 'later' ? answer.day : null;
    const bought = owned.get(key);
    const out = ((): { why: LeftOutWhy; day: Day | null } | null => {
      if (said.get(pairKey(candidate.item, candidate.other))?.hidden === true)
        return { why: 'hidden', day: null };
      if (inDeal.has(key)) return { why: 'in_deal', day: null };
      if (bought !== undefined) return { why: 'owned', day: bought };
      if (answer?.answer === 'taken') return { why: 'taken', day: answer.day };
      if (answer?.answer === 'refused' && answer.day > asked.today - REFUSED_DAYS)
        return { why: 'refused', day: answer.day };
      return null;
    })();
    if (out === null) suggestions.push({ ...candidate, later });
    else leftOut.push({ ...candidate, later, ...out });
  }
  return {
    suggestions: suggestions.slice(0, MOST_SUGGESTED),
    leftOut: leftOut.slice(0, MOST_LEFT_OUT),
  };
}

/** Every pair that begins with something they have. */
function* candidates({ has, rules, pairs }: SuggestAsked): Generator<Suggestion> {
  // The deal speaks before what was bought: what is told once is what is about to be bought.
  const having = new Map<string, Having>();
  for (const one of has) {
    const key = looseKey(one.item);
    if (key !== '' && having.get(key)?.from !== 'deal') having.set(key, one);
  }
  const numbers = new Map<string, BoughtTogether>();
  for (const rule of rules) {
    const key = pairKey(rule.item, rule.other);
    const known = numbers.get(key);
    if (known === undefined || gainOf(rule) > gainOf(known)) numbers.set(key, rule);
  }
  for (const rule of numbers.values()) {
    const one = having.get(looseKey(rule.item));
    if (one !== undefined) yield { ...pairOf(rule), from: one.from, numbers: rule, later: null };
  }
  for (const pair of pairs) {
    if (!pair.own || numbers.has(pairKey(pair.item, pair.other))) continue;
    const one = having.get(looseKey(pair.item));
    if (one !== undefined) yield { ...pairOf(pair), from: one.from, numbers: null, later: null };
  }
}

function pairOf({ item, other }: { readonly item: string; readonly other: string }) {
  return { item, other };
}

/** Of all who have the one, so many more than usual have the other. */
export function gainOf({ of, both, lift }: BoughtTogether): number {
  const confidence = of > 0 ? both / of : 0;
  return lift > 0 ? confidence * (1 - 1 / lift) : 0;
}

function before(one: Suggestion, other: Suggestion): boolean {
  if (one.numbers !== null && other.numbers !== null) {
    const [a, b] = [gainOf(one.numbers), gainOf(other.numbers)];
    if (a !== b) return a > b;
  } else if (one.numbers !== null || other.numbers !== null) return one.numbers !== null;
  if (one.from !== other.from) return one.from === 'deal';
  return pairKey(one.item, one.other) < pairKey(other.item, other.other);
}
