import type { Day } from '../../../values/index.ts';
import type { Buyer } from '../../buyer.ts';
import { type MarginBasis, marginOf } from '../margin.ts';

/**
 * People like one another, coarsely: when they ordered last, how often until then, and what they left in the year before.
 * Coarse on purpose: the comparison is made within a cell, and a cell needs both people who climbed and people who did not.
 */

/** The last order at most so many days ago; the class after the last one: longer ago. */
export const RECENCY_DAYS = [30, 90, 180, 365] as const;
/** Orders until then: one, two or three, four and more. */
const ORDERS_FROM = [1, 2, 4] as const;
/** Each class of value is eight times the one before, so that it fits any currency. */
const VALUE_BASE = 8;
const VALUES = 16;
const YEAR = 365;

/** The class of somebody without an order; also that of recency. */
export const NEVER = 0;

export interface Cell {
  /** NEVER, or 1 for at most 30 days … 5 for more than a year. */
  readonly recency: number;
  readonly orders: number;
  readonly value: number;
}

export const RECENCIES = RECENCY_DAYS.length + 2;

export function codeOf({ recency, orders, value }: Cell): number {
  return recency === NEVER ? NEVER : ((recency - 1) * ORDERS_FROM.length + orders) * VALUES + value + 1;
}

export function recencyOf(code: number): number {
  return code === NEVER ? NEVER : Math.floor((code - 1) / (ORDERS_FROM.length * VALUES)) + 1;
}

/** The cell of a buyer at the end of a day, by what had happened until then. */
export function cellAt({ orders }: Pick<Buyer, 'orders'>, day: Day, basis: MarginBasis): number {
  let [count, last, margin] = [0, Number.NEGATIVE_INFINITY, 0];
  for (const order of orders) {
    if (order.day > day) continue;
    count++;
    last = Math.max(last, order.day);
    if (order.day > day - YEAR) margin += marginOf(order, basis).margin;
  }
  if (count === 0) return NEVER;
  const days = day - last;
  const found = RECENCY_DAYS.findIndex((edge) => days <= edge);
  return codeOf({
    recency: found < 0 ? RECENCY_DAYS.length + 1 : found + 1,
    orders: ORDERS_FROM.findLastIndex((from) => count >= from),
    value: margin < 1 ? 0 : Math.min(VALUES - 1, Math.floor(Math.log(margin) / Math.log(VALUE_BASE)) + 1),
  });
}

/** The days of a class of recency: the last order from (excluding) so many days ago to (including) so many; null: no end. */
export function daysOfRecency(recency: number): {
  readonly over: number | null;
  readonly upTo: number | null;
} {
  if (recency === NEVER) return { over: null, upTo: null };
  return { over: RECENCY_DAYS[recency - 2] ?? null, upTo: RECENCY_DAYS[recency - 1] ?? null };
}
