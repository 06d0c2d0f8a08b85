import type { Fact } from '../../facts/index.ts';
import type { Basket, BasketLine } from '../basket.ts';
import { divide } from '../shares.ts';

/** An order as it was told, as a basket and what each line came to. */
export interface ToldOrder {
  readonly order: string;
  readonly basket: Basket;
  readonly nets: readonly number[];
  readonly taxes: readonly number[];
  readonly amount: number;
}

/**
 * A recorded order as something rules can be tried on. What was paid is what counts: where the products told do not add
 * up to it, what is missing is a line of its own, and what is too much is taken off all of them alike.
 */
export function orderOfFacts(paid: Fact, products: readonly Fact[]): ToldOrder {
  const { data } = paid;
  const amount = Math.max(0, Number(data['amount'] ?? 0));
  const order = String(data['order'] ?? '');
  const told = products.map((product) => Math.max(0, Number(product.data['amount'] ?? 0)));
  const sum = told.reduce((total, one) => total + one, 0);
  const nets = sum > amount ? divide(amount, told) : [...told];
  const lines: BasketLine[] = products.map((product, index) => lineOf(product, nets[index] ?? 0));
  if (sum < amount || lines.length === 0) {
    nets.push(amount - Math.min(sum, amount));
    lines.push({ item: 'other', quantity: 1, unitPrice: nets.at(-1) ?? 0 });
  }
  const tax = Math.min(amount, Math.max(0, Number(data['tax'] ?? 0)));
  const named = (field: string): string | undefined => {
    const value = data[field];
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  const basket: Basket = { lines };
  const place = { channel: named('channel'), branch: named('branch'), method: named('method') };
  for (const [key, value] of Object.entries(place))
    if (value !== undefined) Object.assign(basket, { [key]: value });
  return { order, basket, nets, taxes: divide(tax, nets), amount };
}

function lineOf({ data }: Fact, net: number): BasketLine {
  const text = (field: string): string | undefined => {
    const value = data[field];
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  const pieces = Math.round(Number(data['quantity'] ?? 1));
  const quantity = pieces >= 1 && pieces <= 1_000_000 ? pieces : 1;
  const group = text('category');
  const line = {
    item: text('sku') ?? text('product') ?? 'other',
    quantity,
    unitPrice: Math.floor(net / quantity),
  };
  return group === undefined ? line : { ...line, group };
}
