import { z } from 'zod';
import type { OrderKept } from '../buyer.ts';

/** What is kept of a sale: by what the goods cost where that is known, else by one rate for the whole business. */
export interface MarginBasis {
  /** Of revenue, 0 to 1. */
  readonly rate: number;
  /** `assumed`: nobody has said it yet. */
  readonly rateFrom: 'stated' | 'assumed';
  /** What one piece of an item costs, in minor units. */
  readonly unitCosts: ReadonlyMap<string, number>;
}

/** Where nobody has said what is kept of a sale. Every figure that rests on it says so. */
export const ASSUMED_MARGIN_RATE = 0.3;

/** Stands with every figure of money: what it rests on. */
export const marginToldSchema = z.strictObject({
  rate: z.number(),
  rateFrom: z.enum(['stated', 'assumed']),
  costedShare: z
    .number()
    .describe('The share of revenue whose margin comes from unit costs; the rest by the rate.'),
});

export interface OrderMargin {
  /** What was kept of what was paid. */
  readonly revenue: number;
  readonly margin: number;
  /** The part of the revenue whose margin comes from unit costs. */
  readonly costed: number;
}

/**
 * What an order left after the goods were paid for. What its lines add up to is brought to what was paid, so that a
 * discount or a charge on the whole order falls on each line by its size; what was given back takes its share of everything.
 */
export function marginOf(order: OrderKept, { rate, unitCosts }: MarginBasis): OrderMargin {
  const revenue = Math.max(0, order.amount - order.returned);
  if (revenue === 0) return { revenue: 0, margin: 0, costed: 0 };
  let told = 0;
  let costed = 0;
  let cost = 0;
  if (unitCosts.size > 0) {
    for (const { item, quantity, amount } of order.lines) {
      if (amount === null || amount <= 0) continue;
      told += amount;
      const unit = unitCosts.get(item);
      if (unit === undefined) continue;
      costed += amount;
      cost += unit * Math.max(0, quantity);
    }
  }
  const scale = told > order.amount ? order.amount / told : 1;
  const ofLines = costed * scale;
  const kept = revenue / order.amount;
  const margin = (ofLines - cost + (order.amount - ofLines) * rate) * kept;
  return { revenue, margin, costed: ofLines * kept };
}
