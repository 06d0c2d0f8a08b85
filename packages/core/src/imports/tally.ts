import type { Minor } from '../values/index.ts';
import { minorToDecimal } from '../values/index.ts';
import type { ImportedOrder } from './order.ts';

/** What an import has counted so far; kept in the database, so a resumed import goes on counting. */
export interface Tally {
  readonly orders: number;
  readonly returns: number;
  readonly ordersWithoutCustomer: number;
  readonly unchanged: number;
  readonly refused: number;
  /** Values as digits of minor units: a sum of safe integers need not be one. */
  readonly gross: string;
  readonly returned: string;
}

export const EMPTY_TALLY: Tally = {
  orders: 0,
  returns: 0,
  ordersWithoutCustomer: 0,
  unchanged: 0,
  refused: 0,
  gross: '0',
  returned: '0',
};

/** The answer of an import; amounts are decimal strings in the currency's main unit. */
export interface ImportSummary {
  /** Rows of data read. */
  readonly lines: number;
  /** Orders in the file, whether new or known before. */
  readonly orders: number;
  readonly returns: number;
  /** Different people in the file. */
  readonly people: number;
  readonly ordersWithoutCustomer: number;
  /** Orders and returns (in a file of people: people) that were known already. */
  readonly unchanged: number;
  /** Rows that were kept aside. */
  readonly refused: number;
  readonly value: {
    readonly gross: string;
    readonly returned: string;
    readonly net: string;
    readonly currency: string;
  };
}

/** Sums up orders and returns as they pass. */
export class Counting {
  #orders: number;
  #returns: number;
  #without: number;
  #gross: bigint;
  #returned: bigint;
  #unchanged: number;
  #refused: number;

  constructor(start: Tally = EMPTY_TALLY) {
    this.#orders = start.orders;
    this.#returns = start.returns;
    this.#without = start.ordersWithoutCustomer;
    this.#unchanged = start.unchanged;
    this.#refused = start.refused;
    this.#gross = BigInt(start.gross);
    this.#returned = BigInt(start.returned);
  }

  /**
   * Counts an order that was accepted; `alsoPaid` says that its payment stands in the same file. An order of which the
   * file tells only that it came back was money taken once: it is in `gross` as well, so that `net` is what was kept.
   */
  order(order: Pick<ImportedOrder, 'kind' | 'amount' | 'person' | 'namesOriginal'>, alsoPaid = false): void {
    if (order.kind === 'returned') {
      this.#returns += 1;
      this.#returned += BigInt(order.amount);
      if (order.namesOriginal && !alsoPaid) this.#gross += BigInt(order.amount);
      return;
    }
    if (alsoPaid && order.kind === 'placed') return;
    const { mobile, email, external } = order.person;
    this.#orders += 1;
    this.#gross += BigInt(order.amount);
    if (mobile === '' && email === '' && external === '') this.#without += 1;
  }

  unchanged(count = 1): void {
    this.#unchanged += count;
  }

  refused(rows: number): void {
    this.#refused += rows;
  }

  tally(): Tally {
    return {
      orders: this.#orders,
      returns: this.#returns,
      ordersWithoutCustomer: this.#without,
      unchanged: this.#unchanged,
      refused: this.#refused,
      gross: String(this.#gross),
      returned: String(this.#returned),
    };
  }
}

/** The summary of a tally, once the whole file has been read. */
export function summaryOf(
  tally: Tally,
  rest: { readonly lines: number; readonly people: number },
  currency: string,
): ImportSummary {
  const decimal = (minor: Minor | bigint): string => minorToDecimal(minor, currency);
  return {
    lines: rest.lines,
    orders: tally.orders,
    returns: tally.returns,
    people: rest.people,
    ordersWithoutCustomer: tally.ordersWithoutCustomer,
    unchanged: tally.unchanged,
    refused: tally.refused,
    value: {
      gross: decimal(BigInt(tally.gross)),
      returned: decimal(BigInt(tally.returned)),
      net: decimal(BigInt(tally.gross) - BigInt(tally.returned)),
      currency,
    },
  };
}
