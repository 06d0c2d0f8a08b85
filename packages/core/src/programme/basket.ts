import { z } from 'zod';

/** How many lines a basket may have: more than any till rings up, few enough to price in one go. */
export const MOST_LINES = 500;

const code = z.string().trim().min(1).max(200);
/** An amount in minor units: no order of a shop comes near a quadrillion rials. */
const money = z.int().min(0).max(1e15);

/** One line as it was rung up: `quantity` pieces at `unitPrice` each, tax included. */
export const basketLineSchema = z.strictObject({
  /** The product's code (sku). */
  item: code,
  name: z.string().trim().max(200).optional(),
  /** The group (category) it belongs to. */
  group: code.optional(),
  quantity: z.int().min(1).max(1_000_000),
  unitPrice: money,
  /** The part of the line's price (of all its pieces) that is tax. */
  tax: money.optional(),
  /** What one piece costs the business, where the till knows it better than the list of costs. */
  unitCost: money.optional(),
  /** Of what earns nothing and takes no discount: shipping, a gift card that is bought. */
  kind: z.enum(['goods', 'shipping', 'gift-card']).optional(),
});
export type BasketLine = z.infer<typeof basketLineSchema>;

/** What somebody is about to buy. A line is known by its place in `lines`, counted from 0. */
export const basketSchema = z.strictObject({
  lines: z.array(basketLineSchema).min(1).max(MOST_LINES),
  channel: code.optional(),
  branch: code.optional(),
  /** How what is left to pay will be paid: cash, card … */
  method: code.optional(),
});
export type Basket = z.infer<typeof basketSchema>;

/** The price of a line before anything is taken off, in minor units. */
export function lineGross(line: BasketLine): number {
  return line.quantity * line.unitPrice;
}
