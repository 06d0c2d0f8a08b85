import type { Instant } from '../values/index.ts';

/** The flat record a fact carries; money is an integer in the minor unit of the business's currency. */
export type FactData = Readonly<Record<string, string | number | boolean>>;

/** What the pure rules need to know of a fact: what happened, when, and its record. */
export interface Fact {
  /** The stored fact's number, when it has one: reasons point to it. */
  readonly id?: number;
  readonly type: string;
  readonly at: Instant;
  readonly data: FactData;
}

/**
 * Everything known of one person in order of time. `knownSince` is the first instant the business had to do with
 * them; no fact is earlier.
 */
export interface History {
  readonly knownSince: Instant;
  readonly facts: readonly Fact[];
}

/** A fact as it arrives: with the identity that makes sending it twice harmless. */
export interface ArrivingFact extends Fact {
  readonly source: string;
  readonly key: string;
}

/**
 * A history from facts in any order and with repetitions: (source, key) counts once, the first seen wins, and order
 * is by time. The rules give the same answer for any order within one instant, so no further order is made.
 */
export function historyOf(arrived: readonly ArrivingFact[], knownSince?: Instant): History {
  const once = new Map<string, ArrivingFact>();
  for (const fact of arrived) {
    const identity = `${fact.source}\u0000${fact.key}`;
    if (!once.has(identity)) once.set(identity, fact);
  }
  const facts = [...once.values()].sort((a, b) => a.at - b.at);
  const first = facts[0]?.at;
  const since = Math.min(knownSince ?? first ?? 0, first ?? knownSince ?? 0);
  return { knownSince: since, facts };
}
