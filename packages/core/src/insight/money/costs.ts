import { z } from 'zod';
import type { Day } from '../../values/index.ts';

/** What money was spent on. All of it counts: an acquisition cost without wages is not one. */
export const costKinds = ['media', 'wages', 'tools', 'agency', 'gifts', 'commission', 'other'] as const;
export type CostKind = (typeof costKinds)[number];

export const LONGEST_COST_NAME = 80;
export const LONGEST_COST_NOTE = 200;
/** A cost is spread over no more days than ten years have. */
export const MOST_COST_DAYS = 3660;

const name = z.string().trim().min(1).max(LONGEST_COST_NAME);
const day = z.int().min(-25_567).max(73_048);

/** A cost as it is entered. Days are counted from 1970-01-01, and both belong to it. */
export const newCostSchema = z.strictObject({
  channel: name.nullable().describe('Null: of no single channel; it is shared out over all of them.'),
  campaign: name.nullable(),
  kind: z.enum(costKinds),
  from: day,
  to: day,
  amount: z.int().min(1).max(1e15).describe('Minor units.'),
  note: z.string().trim().max(LONGEST_COST_NOTE),
});
export type NewCost = z.infer<typeof newCostSchema>;

/** A cost as the questions about return read it; costs of one channel, campaign and time may be one line. */
export type CostLine = Pick<NewCost, 'channel' | 'campaign' | 'from' | 'to' | 'amount'>;

/** The part of a cost that falls into a time (both days belong to it): spread evenly over its days. Minor units, whole. */
export function costWithin(
  { from, to, amount }: Pick<CostLine, 'from' | 'to' | 'amount'>,
  first: Day,
  last: Day,
): number {
  const days = Math.min(to, last) - Math.max(from, first) + 1;
  if (days <= 0 || to < from) return 0;
  return Math.round((amount * days) / (to - from + 1));
}

/**
 * A whole amount shared out by weights, in whole parts that add up to it: the largest remainders get what rounding left.
 * All noughts where nothing weighs anything.
 */
export function sharedOut(amount: number, weights: readonly number[]): number[] {
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  if (!(all > 0)) return weights.map(() => 0);
  const exact = weights.map((weight) => (amount * weight) / all);
  const parts = exact.map(Math.floor);
  const left = amount - parts.reduce((sum, part) => sum + part, 0);
  const order = exact
    .map((value, index) => ({ index, rest: value - Math.floor(value) }))
    .sort((a, b) => b.rest - a.rest || a.index - b.index);
  for (const { index } of order.slice(0, Math.max(0, Math.round(left))))
    parts[index] = (parts[index] as number) + 1;
  return parts;
}
