import type { Instant } from '../values/index.ts';
import type { Condition, Scalar } from './criteria.ts';

/** What a condition measures: a number, a text, a flag; null where there is nothing to measure. */
export type Measured = Scalar | null;

/** Why: the tree of the criteria with what was measured and which facts made it. */
export type Because =
  | { readonly kind: 'all' | 'any'; readonly holds: boolean; readonly parts: readonly Because[] }
  | { readonly kind: 'not'; readonly holds: boolean; readonly part: Because }
  | {
      readonly kind: 'condition';
      readonly holds: boolean;
      readonly condition: Condition;
      readonly measured: Measured;
      /** The numbers of the newest facts that made the value, at most MOST_EVIDENCE, and how many there are in all. */
      readonly facts: readonly number[];
      readonly factCount: number;
    };

export const MOST_EVIDENCE = 20;

/** One thing that would have to happen. */
export type GapStep =
  /** So many more facts that the condition counts. */
  | { readonly kind: 'facts'; readonly condition: Condition; readonly more: number }
  /** One more fact (or several) bringing this much more of the field. */
  | { readonly kind: 'amount'; readonly condition: Condition; readonly more: number }
  /** A fact with a value of the field that is not among those seen; so many of them. */
  | { readonly kind: 'distinct'; readonly condition: Condition; readonly more: number }
  /** A fact whose field (or a trait that) has a value the condition accepts; `value` is one of them. */
  | { readonly kind: 'value'; readonly condition: Condition; readonly value: Scalar }
  /** Nothing but time: the condition comes true at this instant with no new fact. */
  | { readonly kind: 'wait'; readonly condition: Condition; readonly until: Instant };

/**
 * What would make the criteria true: all steps together. `at` is the earliest instant at which they can (later than
 * now only when something must be waited for); `before` is the instant at which what is counted now begins to slide
 * out, so that more would be needed after it; null: never. The steps were tried on the history and did make it true.
 */
export interface Gap {
  readonly steps: readonly GapStep[];
  readonly at: Instant;
  readonly before: Instant | null;
}

export interface Answer {
  readonly verdict: boolean;
  /** The earliest later instant at which the verdict could change with no new fact; null: never. */
  readonly until: Instant | null;
  readonly because: Because;
  /** Null when the verdict already holds, or when nothing that can happen would make it true. */
  readonly gap: Gap | null;
}
