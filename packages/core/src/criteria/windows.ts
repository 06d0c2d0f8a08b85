import type { Fact } from '../facts/index.ts';
import type { Day } from '../values/index.ts';
import { meets, type Comparison } from './comparison.ts';
import { Cursor, NEVER, evidenceOf, type Evidence, type Exit } from './cursor.ts';
import type { Scalar } from './criteria.ts';

/**
 * How many facts a cursor looks past to find the day on which a comparison flips. Beyond that it answers with the day
 * it reached, which is early and therefore allowed: looking further would cost more than asking again.
 */
export const LOOK_AHEAD = 32;

/**
 * What a window holds: the matching facts from `lo` up to `hi`, oldest first, each with the day on which it slides out.
 * They slide out when the value is asked for, not before.
 */
export abstract class Windowed extends Cursor {
  protected readonly exit: Exit;
  protected readonly field: string | null;
  protected lo = 0;
  protected hi = 0;
  protected readonly held: Fact[] = [];
  private readonly exits: Day[] = [];

  constructor(exit: Exit, field: string | null) {
    super();
    this.exit = exit;
    this.field = field;
  }

  reset(): void {
    this.lo = 0;
    this.hi = 0;
  }

  add(fact: Fact, day: Day): void {
    this.exits[this.hi] = this.exit === null ? NEVER : this.exit(day);
    this.held[this.hi] = fact;
    this.hi++;
  }

  /** Drops what no longer counts on this day. */
  protected slide(day: Day): void {
    while (this.lo < this.hi && (this.exits[this.lo] as Day) <= day) {
      this.dropped(this.lo);
      this.lo++;
    }
  }

  /** The day on which the fact at this place slides out. */
  protected exitAt(index: number): Day {
    return index < this.hi ? (this.exits[index] as Day) : NEVER;
  }

  evidence(): Evidence {
    return evidenceOf(this.held, this.lo, this.hi);
  }

  /** Called for everything that slides out, while it is still the oldest. */
  protected dropped(_index: number): void {}
}

/** How many facts. With no new fact the count only falls, so the day it flips is known exactly. */
export class CountCursor extends Windowed {
  value(day: Day): number {
    this.slide(day);
    return this.hi - this.lo;
  }

  flip(_day: Day, comparison: Comparison, met: boolean): Day {
    const count = this.hi - this.lo;
    if (met) {
      const least = Math.ceil(comparison.atLeast ?? 0);
      return least <= 0 ? NEVER : this.exitAt(this.hi - least);
    }
    const most = comparison.atMost;
    if (most === undefined || most < 0 || count <= most) return NEVER;
    return this.exitAt(this.hi - 1 - Math.floor(most));
  }
}

/** Sum and average of a number. Facts without the field bring nothing. */
export class SumCursor extends Windowed {
  private readonly mean: boolean;
  private readonly numbers: (number | null)[] = [];
  private sum = 0;
  private counted = 0;
  private whole = true;

  constructor(exit: Exit, field: string, mean: boolean) {
    super(exit, field);
    this.mean = mean;
  }

  override reset(): void {
    super.reset();
    this.sum = 0;
    this.counted = 0;
    this.whole = true;
  }

  override add(fact: Fact, day: Day): void {
    const value = fact.data[this.field as string];
    if (typeof value !== 'number') return;
    this.numbers[this.hi] = value;
    super.add(fact, day);
    this.sum += value;
    this.counted++;
    this.whole &&= Number.isInteger(value);
  }

  protected override dropped(index: number): void {
    this.sum -= this.numbers[index] as number;
    this.counted--;
  }

  value(day: Day): number | null {
    this.slide(day);
    return this.figure(this.lo, this.sum, this.counted);
  }

  /** Fractions are added afresh: taking them away one by one would leave a remainder that depends on the way. */
  private figure(from: number, sum: number, counted: number): number | null {
    let total = sum;
    if (!this.whole) {
      total = 0;
      for (let index = from; index < this.hi; index++) total += this.numbers[index] as number;
    }
    if (!this.mean) return total;
    return counted === 0 ? null : total / counted;
  }

  flip(_day: Day, comparison: Comparison, met: boolean): Day {
    if (this.exit === null) return NEVER;
    let { sum, counted } = this;
    const last = Math.min(this.hi, this.lo + (this.whole ? LOOK_AHEAD : 1));
    for (let index = this.lo; index < last; index++) {
      sum -= this.numbers[index] as number;
      counted--;
      const leaves = this.exitAt(index);
      if (leaves === this.exitAt(index + 1)) continue;
      if (!this.whole || meets(comparison, this.figure(index + 1, sum, counted)) !== met) return leaves;
    }
    return last === this.hi ? NEVER : this.exitAt(last - 1);
  }
}

/** The largest or smallest number in the window: a queue of those that may yet be it, best first. */
export class ExtremeCursor extends Windowed {
  private readonly sign: 1 | -1;
  private readonly queue: number[] = [];
  private front = 0;

  constructor(exit: Exit, field: string, sign: 1 | -1) {
    super(exit, field);
    this.sign = sign;
  }

  override reset(): void {
    super.reset();
    if (this.queue.length > 0) this.queue.length = 0;
    this.front = 0;
  }

  private numberAt(index: number): number {
    return (this.held[index] as Fact).data[this.field as string] as number;
  }

  override add(fact: Fact, day: Day): void {
    const value = fact.data[this.field as string];
    if (typeof value !== 'number') return;
    while (
      this.queue.length > this.front &&
      this.sign * this.numberAt(this.queue.at(-1) as number) <= this.sign * value
    )
      this.queue.pop();
    this.queue.push(this.hi);
    super.add(fact, day);
  }

  protected override dropped(index: number): void {
    if (this.queue[this.front] === index) this.front++;
  }

  value(day: Day): number | null {
    this.slide(day);
    const best = this.queue[this.front];
    return best === undefined ? null : this.numberAt(best);
  }

  flip(): Day {
    const best = this.queue[this.front];
    return best === undefined ? NEVER : this.exitAt(best);
  }

  override evidence(): Evidence {
    const best = this.queue[this.front];
    return best === undefined ? { facts: [], factCount: 0 } : evidenceOf(this.held, best, best + 1);
  }
}

/** How many different values of a field. */
export class DistinctCursor extends Windowed {
  private readonly seen = new Map<Scalar, number>();

  override reset(): void {
    super.reset();
    if (this.seen.size > 0) this.seen.clear();
  }

  override add(fact: Fact, day: Day): void {
    const value = fact.data[this.field as string];
    if (value === undefined) return;
    this.seen.set(value, (this.seen.get(value) ?? 0) + 1);
    super.add(fact, day);
  }

  protected override dropped(index: number): void {
    const value = (this.held[index] as Fact).data[this.field as string] as Scalar;
    const left = (this.seen.get(value) ?? 1) - 1;
    if (left === 0) this.seen.delete(value);
    else this.seen.set(value, left);
  }

  value(day: Day): number {
    this.slide(day);
    return this.seen.size;
  }

  /** With no new fact the number only falls; what is met below a limit stays met. */
  flip(_day: Day, comparison: Comparison, met: boolean): Day {
    if (
      met
        ? comparison.atLeast === undefined
        : comparison.atMost === undefined || this.seen.size <= comparison.atMost
    )
      return NEVER;
    return this.exitAt(this.lo);
  }
}
