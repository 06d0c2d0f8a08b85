import type { Fact } from '../facts/index.ts';
import type { Day } from '../values/index.ts';
import type { Measured } from './answer.ts';
import { isLarger, type Comparison } from './comparison.ts';
import { Cursor, NEVER, type Evidence } from './cursor.ts';
import type { Scalar } from './criteria.ts';

const nothing: Evidence = { facts: [], factCount: 0 };

function oneFact(fact: Fact | null): Evidence {
  if (fact === null) return nothing;
  return { facts: fact.id === undefined ? [] : [fact.id], factCount: 1 };
}

/** The newest value of a field; at one instant the larger value counts as the newer. Time alone changes nothing. */
export class LatestCursor extends Cursor {
  private readonly field: string;
  private newest: Fact | null = null;
  private newestValue: Scalar | null = null;

  constructor(field: string) {
    super();
    this.field = field;
  }

  reset(): void {
    this.newest = null;
    this.newestValue = null;
  }

  add(fact: Fact): void {
    const value = fact.data[this.field];
    if (value === undefined) return;
    if (this.newest?.at === fact.at && !isLarger(value, this.newestValue as Scalar)) return;
    this.newest = fact;
    this.newestValue = value;
  }

  value(): Measured {
    return this.newestValue;
  }

  flip(): Day {
    return NEVER;
  }

  evidence(): Evidence {
    return oneFact(this.newest);
  }
}

/** Whether a tag is on: what was said last; at one instant "on" counts as last. */
export class TagCursor extends Cursor {
  private newest: Fact | null = null;

  reset(): void {
    this.newest = null;
  }

  add(fact: Fact): void {
    if (this.newest?.at === fact.at && fact.type === 'tag.removed') return;
    this.newest = fact;
  }

  value(): Measured {
    return this.newest?.type === 'tag.added';
  }

  flip(): Day {
    return NEVER;
  }

  evidence(): Evidence {
    return oneFact(this.newest);
  }
}

/** Whole local days since the first or the last fact: 0 on its own day, one more with every midnight. */
export class AgeCursor extends Cursor {
  private readonly ofFirst: boolean;
  private fact: Fact | null = null;
  private day: Day = 0;
  private count = 0;

  constructor(ofFirst: boolean) {
    super();
    this.ofFirst = ofFirst;
  }

  reset(): void {
    this.fact = null;
    this.count = 0;
  }

  add(fact: Fact, day: Day): void {
    this.count++;
    if (this.ofFirst && this.fact !== null) return;
    this.fact = fact;
    this.day = day;
  }

  value(day: Day): number | null {
    return this.fact === null ? null : day - this.day;
  }

  flip(day: Day, comparison: Comparison): Day {
    if (this.fact === null) return NEVER;
    const ripe = comparison.atLeast === undefined ? day : this.day + Math.ceil(comparison.atLeast);
    if (ripe > day) return ripe;
    const stale = comparison.atMost === undefined ? day : this.day + Math.floor(comparison.atMost) + 1;
    return stale > day ? stale : NEVER;
  }

  evidence(): Evidence {
    const one = oneFact(this.fact);
    return { facts: one.facts, factCount: this.count };
  }
}
