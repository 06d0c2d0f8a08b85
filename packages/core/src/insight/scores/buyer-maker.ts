import type { Day } from '../../values/index.ts';
import type { Buyer, LineBought, OrderKept, Touch } from '../buyer.ts';

/** Told of an order or a return; `order` is its number where one was told. */
export interface OrderTold {
  readonly order: string | null;
  readonly day: Day;
  readonly hour: number | null;
  readonly amount: number;
  readonly discount: number;
  readonly channel: string | null;
  readonly branch: string | null;
}

/** What was told and cannot be so; it is counted, and no figure is spoilt by it. */
export interface Oddities {
  /** Orders of nothing, or of less. */
  ordersWithoutValue: number;
  /** Returns that name an order nobody told of. */
  returnsOfUnknownOrders: number;
  /** Returns, naming an order or none, of more than was paid before. */
  returnsAbovePaid: number;
  /** Bought things whose order nobody told of. */
  linesOfUnknownOrders: number;
}

/** An order while facts of its person come; what is left of it when all have come is what the walks read. */
interface Kept extends OrderKept {
  readonly order: string | null;
  amount: number;
  returned: number;
  discount: number;
  isReturned: boolean;
  lines: readonly LineBought[];
}

interface LooseReturn {
  readonly day: Day;
  readonly amount: number;
}

const NO_LINES: readonly LineBought[] = [];
const NO_TOUCHES: readonly Touch[] = [];
/** Among so few orders the one with a number is sooner looked for than looked up: nearly everybody has no more. */
const FEW = 12;

/**
 * Makes a buyer of one person's facts, told in order of time. Orders are counted as the ladder counts kept ones
 * (docs/decisions/0006-returns-and-kept.md): a second payment of an order is a part of it, on the day of the first; a
 * return that names its order takes from that order, also where it is told before it; one given back whole is no order. A
 * return that names none makes no count smaller: it is taken from what was paid last before it.
 */
export class BuyerMaker {
  readonly oddities: Oddities = {
    ordersWithoutValue: 0,
    returnsOfUnknownOrders: 0,
    returnsAbovePaid: 0,
    linesOfUnknownOrders: 0,
  };
  #orders: Kept[] = [];
  /** Of the first so many orders, once there are more than a few. */
  #byNumber = new Map<string, Kept>();
  #numbered = 0;
  #waiting = new Map<string, number>();
  #loose: LooseReturn[] = [];
  #lines: { readonly order: string; readonly line: LineBought }[] = [];
  #touches: Touch[] = [];
  #complaints = 0;
  #referrals = 0;

  paid(told: OrderTold): void {
    const known = told.order === null ? undefined : this.#numberedSo(told.order);
    const amount = Math.max(0, told.amount);
    if (known !== undefined) {
      known.amount += amount;
      known.discount += told.discount;
      return;
    }
    if (told.amount <= 0) this.oddities.ordersWithoutValue++;
    const early = told.order === null || this.#waiting.size === 0 ? undefined : this.#waiting.get(told.order);
    const kept: Kept = {
      order: told.order,
      day: told.day,
      hour: told.hour,
      amount,
      returned: early ?? 0,
      discount: told.discount,
      channel: told.channel,
      branch: told.branch,
      lines: NO_LINES,
      isReturned: early !== undefined,
    };
    if (early !== undefined) this.#waiting.delete(told.order as string);
    this.#orders.push(kept);
  }

  returned(order: string | null, day: Day, amount: number): void {
    if (order === null) {
      this.#loose.push({ day, amount });
      return;
    }
    const known = this.#numberedSo(order);
    if (known === undefined) this.#waiting.set(order, (this.#waiting.get(order) ?? 0) + amount);
    else {
      known.returned += amount;
      known.isReturned = true;
    }
  }

  bought(order: string, line: LineBought): void {
    this.#lines.push({ order, line });
  }

  touched(touch: Touch): void {
    this.#touches.push(touch);
  }

  complained(): void {
    this.#complaints++;
  }

  referred(): void {
    this.#referrals++;
  }

  /** The person, or null where no order of theirs was kept; the next facts are another person's. */
  finish(person: string): Buyer | null {
    const orders = this.#kept();
    const buyer: Buyer | null =
      orders.length === 0
        ? null
        : {
            person,
            orders,
            touches: this.#touches.length === 0 ? NO_TOUCHES : this.#touches,
            complaints: this.#complaints,
            referrals: this.#referrals,
          };
    this.#forget();
    return buyer;
  }

  #numberedSo(order: string): Kept | undefined {
    const orders = this.#orders;
    if (orders.length <= FEW) {
      for (const kept of orders) if (kept.order === order) return kept;
      return undefined;
    }
    for (; this.#numbered < orders.length; this.#numbered++) {
      const kept = orders[this.#numbered] as Kept;
      if (kept.order !== null) this.#byNumber.set(kept.order, kept);
    }
    return this.#byNumber.get(order);
  }

  #kept(): OrderKept[] {
    this.oddities.returnsOfUnknownOrders += this.#waiting.size;
    for (const { order, line } of this.#lines) {
      const kept = this.#numberedSo(order);
      if (kept === undefined) this.oddities.linesOfUnknownOrders++;
      else if (kept.lines === NO_LINES) kept.lines = [line];
      else (kept.lines as LineBought[]).push(line);
    }
    const orders = this.#orders.filter(
      ({ isReturned, returned, amount }) => !isReturned || returned < amount,
    );
    for (const { day, amount } of this.#loose) this.#takeBack(orders, day, amount);
    for (const kept of orders) kept.returned = Math.min(kept.amount, kept.returned);
    return orders;
  }

  #takeBack(orders: readonly Kept[], day: Day, amount: number): void {
    let rest = amount;
    for (let i = orders.length - 1; i >= 0 && rest > 0; i--) {
      const kept = orders[i] as Kept;
      if (kept.day > day) continue;
      const taken = Math.min(rest, Math.max(0, kept.amount - kept.returned));
      kept.returned += taken;
      rest -= taken;
    }
    if (rest > 0) this.oddities.returnsAbovePaid++;
  }

  #forget(): void {
    if (this.#touches.length > 0) this.#touches = [];
    this.#complaints = 0;
    this.#referrals = 0;
    if (this.#orders.length > 0) this.#orders = [];
    if (this.#numbered > 0) this.#byNumber.clear();
    this.#numbered = 0;
    if (this.#waiting.size > 0) this.#waiting.clear();
    if (this.#loose.length > 0) this.#loose = [];
    if (this.#lines.length > 0) this.#lines = [];
  }
}
