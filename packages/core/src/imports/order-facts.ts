import type { FactData } from '../facts/index.ts';
import type { Instant } from '../values/index.ts';
import type { ImportedLine, ImportedOrder } from './order.ts';

/** A fact as an import tells it: the source is the mapping's, the person the order's. */
export interface FactDraft {
  readonly type: string;
  readonly key: string;
  readonly at: Instant;
  readonly data: FactData;
}

/**
 * The fact of an order or a return. Its key is made of the number and the status alone, so the same order in another
 * file is the same fact, and a later status of it another one.
 */
export function orderFact(order: ImportedOrder): FactDraft {
  const { kind, number, at } = order;
  const named: Record<string, string | number> =
    kind !== 'returned' || order.namesOriginal ? { order: number } : { number };
  named['amount'] = order.amount;
  if (order.channel !== '') named['channel'] = order.channel;
  if (order.branch !== '') named['branch'] = order.branch;
  if (kind === 'paid' && order.discount !== null) named['discount'] = order.discount;
  if (kind === 'paid' && order.tax !== null) named['tax'] = order.tax;
  return { type: `order.${kind}`, key: `${number}:${kind}`, at, data: named };
}

/** The things bought with a paid order. */
export function lineFacts(order: ImportedOrder): FactDraft[] {
  if (order.kind !== 'paid') return [];
  const told = order.lines.filter(
    ({ sku, product, category }) => sku !== '' || product !== '' || category !== '',
  );
  return told.map((line) => lineFact(order, line));
}

function lineFact(order: ImportedOrder, line: ImportedLine): FactDraft {
  const data: Record<string, string | number> = { order: order.number };
  if (line.sku !== '') data['sku'] = line.sku;
  if (line.product !== '') data['product'] = line.product;
  if (line.category !== '') data['category'] = line.category;
  if (line.quantity !== null) data['quantity'] = line.quantity;
  if (line.amount !== null) data['amount'] = line.amount;
  return { type: 'product.bought', key: `${order.number}#${line.place}`, at: order.at, data };
}
