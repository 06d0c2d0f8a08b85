import { FIRST_TABLED_DAY, type Day } from '../../values/index.ts';
import type { OrderKept } from '../buyer.ts';

/** Whether an order is of the time looked at: dated, not before 1900, and not after the last day. */
export function isSeen(order: OrderKept, asOf: Day): boolean {
  return order.day <= asOf && order.day >= FIRST_TABLED_DAY && Number.isInteger(order.day);
}

/** What was paid, in minor units; a strange amount is nothing. */
export function paidOf(order: OrderKept): number {
  return order.amount > 0 && order.amount < Number.MAX_SAFE_INTEGER ? order.amount : 0;
}

/** What was paid and not given back: never below 0, and never more than was paid. */
export function netOf(order: OrderKept): number {
  const paid = paidOf(order);
  return order.returned > 0 ? Math.max(0, paid - order.returned) : paid;
}

/** The discount granted, in minor units; a strange one is none. */
export function discountOf(order: OrderKept): number {
  return order.discount > 0 && order.discount < Number.MAX_SAFE_INTEGER ? order.discount : 0;
}
