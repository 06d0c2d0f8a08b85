import type { Fact } from '../facts/index.ts';
import type { Day } from '../values/index.ts';
import { MOST_EVIDENCE } from './answer.ts';
import { meets, type Comparison } from './comparison.ts';
import { NEVER, type Evidence, type Exit } from './cursor.ts';
import { LOOK_AHEAD, Windowed } from './windows.ts';

/** What an entry is: an order of which nothing came back, one of which something did, or a return that names no order. */
const KEPT = 0;
const CAME_BACK = 1;
const LOOSE_RETURN = 2;
type State = typeof KEPT | typeof CAME_BACK | typeof LOOSE_RETURN;

/** Up to so many orders are looked through one by one, which for a few is quicker than any index. */
const FEW = 12;

/**
 * Orders net of what came back. A return that names its order takes from that order at most what was paid for it, and
 * leaves the window together with it, whenever the return itself was; a return that names none is taken from the sum on
 * its own day. A return told before its order waits for it, so the order of arrival within an instant, or a wrong date,
 * changes nothing.
 */
export class KeptCursor extends Windowed {
  private readonly what: 'count' | 'sum';
  // Of the entry at each place beside its day and its fact: the numbers of everybody before are written over.
  private readonly orders: (string | null)[] = [];
  private readonly paid: number[] = [];
  private readonly returned: number[] = [];
  private readonly states: State[] = [];
  /** The places of orders, of the first `indexed` entries; left empty where there are few. */
  private readonly places = new Map<string, number>();
  private indexed = 0;
  private readonly waiting = new Map<string, number>();
  private count = 0;
  private sum = 0;

  constructor(exit: Exit, what: 'count' | 'sum') {
    super(exit, null);
    this.what = what;
  }

  override reset(): void {
    super.reset();
    if (this.indexed > 0) this.places.clear();
    if (this.waiting.size > 0) this.waiting.clear();
    this.indexed = 0;
    this.count = 0;
    this.sum = 0;
  }

  override add(fact: Fact, day: Day): void {
    this.slide(day);
    const named = fact.data['order'];
    const order = typeof named === 'string' ? named : null;
    const amount = Number(fact.data['amount'] ?? 0);
    if (fact.type === 'order.returned') this.giveBack(fact, day, order, amount);
    else this.take(fact, day, order, amount);
  }

  private take(fact: Fact, day: Day, order: string | null, paid: number): void {
    const known = order === null ? -1 : this.placeOf(order);
    // A second payment of one order is a part of it, on the day of the first.
    if (known >= 0) {
      this.change(known, paid, 0, this.states[known] as State);
      return;
    }
    const early = order === null || this.waiting.size === 0 ? undefined : this.waiting.get(order);
    this.enter(fact, day, order, paid, early ?? 0, early === undefined ? KEPT : CAME_BACK);
  }

  private giveBack(fact: Fact, day: Day, order: string | null, amount: number): void {
    if (order === null) {
      this.enter(fact, day, null, -amount, 0, LOOSE_RETURN);
      return;
    }
    const known = this.placeOf(order);
    if (known >= 0) this.change(known, 0, amount, CAME_BACK);
    else this.waiting.set(order, (this.waiting.get(order) ?? 0) + amount);
  }

  private enter(
    fact: Fact,
    day: Day,
    order: string | null,
    paid: number,
    returned: number,
    state: State,
  ): void {
    const place = this.hi;
    this.orders[place] = order;
    this.paid[place] = paid;
    this.returned[place] = returned;
    this.states[place] = state;
    this.count += this.countsAt(place);
    this.sum += this.worthAt(place);
    super.add(fact, day);
  }

  private change(place: number, paid: number, returned: number, state: State): void {
    const live = place >= this.lo;
    if (live) this.dropped(place);
    this.paid[place] = (this.paid[place] as number) + paid;
    this.returned[place] = (this.returned[place] as number) + returned;
    this.states[place] = state;
    if (!live) return;
    this.count += this.countsAt(place);
    this.sum += this.worthAt(place);
  }

  /** The place of an order, whether or not it has left the window; −1 where it was never told. */
  private placeOf(order: string): number {
    if (this.hi <= FEW) {
      let place = this.hi - 1;
      while (place >= 0 && this.orders[place] !== order) place--;
      return place;
    }
    for (; this.indexed < this.hi; this.indexed++) {
      const known = this.orders[this.indexed];
      if (typeof known === 'string') this.places.set(known, this.indexed);
    }
    return this.places.get(order) ?? -1;
  }

  protected override dropped(place: number): void {
    this.count -= this.countsAt(place);
    this.sum -= this.worthAt(place);
  }

  /** 1 for an order of which something was kept. A return that names no order is no order. */
  private countsAt(place: number): 0 | 1 {
    const state = this.states[place] as State;
    if (state === KEPT) return 1;
    return state === LOOSE_RETURN || (this.returned[place] as number) >= (this.paid[place] as number) ? 0 : 1;
  }

  private worthAt(place: number): number {
    const paid = this.paid[place] as number;
    return paid <= 0 ? paid : Math.max(0, paid - (this.returned[place] as number));
  }

  value(day: Day): number {
    this.slide(day);
    return this.figure();
  }

  private figure(): number {
    return this.what === 'count' ? this.count : this.sum;
  }

  flip(_day: Day, comparison: Comparison, met: boolean): Day {
    if (this.exit === null) return NEVER;
    // With no new fact a count only falls; a sum may rise, when a return slides out.
    if (this.what === 'count' && !met && comparison.atMost === undefined) return NEVER;
    let value = this.figure();
    const last = Math.min(this.hi, this.lo + LOOK_AHEAD);
    for (let place = this.lo; place < last; place++) {
      value -= this.what === 'count' ? this.countsAt(place) : this.worthAt(place);
      const leaves = this.exitAt(place);
      if (leaves !== this.exitAt(place + 1) && meets(comparison, value) !== met) return leaves;
    }
    return last === this.hi ? NEVER : this.exitAt(last - 1);
  }

  override evidence(): Evidence {
    const facts: number[] = [];
    let factCount = 0;
    for (let place = this.hi - 1; place >= this.lo; place--) {
      if ((this.what === 'count' ? this.countsAt(place) : this.worthAt(place)) === 0) continue;
      factCount++;
      const id = this.held[place]?.id;
      if (facts.length < MOST_EVIDENCE && id !== undefined) facts.push(id);
    }
    return { facts, factCount };
  }
}
