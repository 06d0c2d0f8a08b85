import type { Fact } from '../facts/index.ts';
import type { Day } from '../values/index.ts';
import { MOST_EVIDENCE } from './answer.ts';
import { meets, type Comparison } from './comparison.ts';
import { NEVER, type Cursor, type Evidence, type Exit } from './cursor.ts';

const LOOK_AHEAD = 32;

/** An order with what was paid for it and what came back; or a return that names no order. */
interface Entry {
  readonly day: Day;
  readonly fact: Fact;
  readonly paid: number;
  returned: number;
  cameBack: boolean;
}

/**
 * Orders net of what came back. A return that names its order takes from that order at most what was paid for it, and
 * leaves the window together with it, whenever the return itself was; a return that names none is taken from the sum on
 * its own day. A return told before its order waits for it, so the order of arrival within an instant, or a wrong date,
 * changes nothing.
 */
export class KeptCursor implements Cursor {
  version = 0;
  private readonly exit: Exit;
  private readonly what: 'count' | 'sum';
  private readonly entries: Entry[] = [];
  private readonly byOrder = new Map<string, Entry>();
  private readonly waiting = new Map<string, number>();
  private lo = 0;
  private count = 0;
  private sum = 0;

  constructor(exit: Exit, what: 'count' | 'sum') {
    this.exit = exit;
    this.what = what;
  }

  reset(): void {
    this.version++;
    if (this.entries.length > 0 || this.waiting.size > 0) {
      this.entries.length = 0;
      this.byOrder.clear();
      this.waiting.clear();
    }
    this.lo = 0;
    this.count = 0;
    this.sum = 0;
  }

  add(fact: Fact, day: Day): void {
    this.version++;
    const order = fact.data['order'];
    const amount = Number(fact.data['amount'] ?? 0);
    if (fact.type === 'order.returned') this.giveBack(fact, day, order, amount);
    else this.take(fact, day, order, amount);
  }

  private take(fact: Fact, day: Day, order: unknown, paid: number): void {
    const early = typeof order === 'string' ? this.waiting.get(order) : undefined;
    const known = typeof order === 'string' ? this.byOrder.get(order) : undefined;
    // A second payment of one order is a part of it, on the day of the first.
    if (known) {
      this.change(known, () => Object.assign(known, { paid: known.paid + paid }));
      return;
    }
    const entry: Entry = { day, fact, paid, returned: early ?? 0, cameBack: early !== undefined };
    if (typeof order === 'string') this.byOrder.set(order, entry);
    this.enter(entry);
  }

  private giveBack(fact: Fact, day: Day, order: unknown, amount: number): void {
    if (typeof order !== 'string') {
      this.enter({ day, fact, paid: -amount, returned: 0, cameBack: true });
      return;
    }
    this.waiting.set(order, (this.waiting.get(order) ?? 0) + amount);
    const entry = this.byOrder.get(order);
    if (entry) {
      this.change(entry, () => {
        entry.returned += amount;
        entry.cameBack = true;
      });
    }
  }

  private enter(entry: Entry): void {
    this.entries.push(entry);
    this.count += counts(entry);
    this.sum += worth(entry);
  }

  private change(entry: Entry, apply: () => void): void {
    const live =
      this.lo < this.entries.length && (this.exit === null || !entryLeft(entry, this.entries, this.lo));
    if (live) {
      this.count -= counts(entry);
      this.sum -= worth(entry);
    }
    apply();
    if (live) {
      this.count += counts(entry);
      this.sum += worth(entry);
    }
  }

  advance(day: Day): void {
    if (this.exit === null) return;
    for (
      let entry = this.entries[this.lo];
      entry !== undefined && this.exit(entry.day) <= day;
      entry = this.entries[this.lo]
    ) {
      this.count -= counts(entry);
      this.sum -= worth(entry);
      this.lo++;
      this.version++;
    }
  }

  value(): number {
    return this.what === 'count' ? this.count : this.sum;
  }

  flip(_day: Day, comparison: Comparison, met: boolean): Day {
    if (this.exit === null) return NEVER;
    let value = this.value();
    const last = Math.min(this.entries.length, this.lo + LOOK_AHEAD);
    for (let index = this.lo; index < last; index++) {
      const entry = this.entries[index] as Entry;
      value -= this.what === 'count' ? counts(entry) : worth(entry);
      const next = this.entries[index + 1];
      const leaves = this.exit(entry.day);
      if (next !== undefined && this.exit(next.day) === leaves) continue;
      if (meets(comparison, value) !== met) return leaves;
    }
    return last === this.entries.length ? NEVER : this.exit((this.entries[last - 1] as Entry).day);
  }

  evidence(): Evidence {
    const facts: number[] = [];
    let factCount = 0;
    for (let index = this.entries.length - 1; index >= this.lo; index--) {
      const entry = this.entries[index] as Entry;
      if (this.what === 'count' ? counts(entry) === 0 : worth(entry) === 0) continue;
      factCount++;
      if (facts.length < MOST_EVIDENCE && entry.fact.id !== undefined) facts.push(entry.fact.id);
    }
    return { facts, factCount };
  }
}

/** 1 for an order of which something was kept. A return that names no order is no order. */
function counts(entry: Entry): 0 | 1 {
  if (entry.fact.type === 'order.returned') return 0;
  return entry.cameBack && entry.returned >= entry.paid ? 0 : 1;
}

function worth(entry: Entry): number {
  return entry.paid <= 0 ? entry.paid : Math.max(0, entry.paid - entry.returned);
}

/** Entries stand in order of day; one has left the window when it stands before the first that has not. */
function entryLeft(entry: Entry, entries: readonly Entry[], lo: number): boolean {
  const first = entries[lo];
  return first === undefined || entry.day < first.day;
}
