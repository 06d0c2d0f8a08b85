import { type Moved, type OrderMoney, stillOwned } from '@nardeban/core/sales';
import type { Tx } from '../../../platform/database/index.ts';

const MOST_BOUGHT = 2_000;

export interface Owned extends Moved {
  readonly category: string | null;
}
interface Row extends Owned {
  readonly type: 'product.bought' | 'product.returned' | 'order.paid' | 'order.returned';
  readonly amount: number | null;
}

/** What these people bought and still have, each thing once, the last bought first. A thing goes by its name, else by its code. */
export async function ownedBy(tx: Tx, members: readonly number[]): Promise<readonly Owned[]> {
  const { rows } = await tx.query<Row>({
    name: 'belongs-owned',
    text: `SELECT t AS type, coalesce(f.product, f.sku, '') AS name, f.sku, f.category, f.ref AS "order", f.quantity, f.amount, f.at
           FROM unnest($1::bigint[]) AS one,
             unnest(ARRAY['product.bought', 'product.returned', 'order.paid', 'order.returned']) AS t, LATERAL (
             SELECT o.at, o.ref, o.amount, nullif(o.data ->> 'product', '') AS product, nullif(o.data ->> 'sku', '') AS sku,
               nullif(o.data ->> 'category', '') AS category, (o.data ->> 'quantity')::float8 AS quantity FROM facts o
             WHERE o.business_id = this_business() AND o.person_id = one AND o.type = t
             ORDER BY o.at DESC LIMIT ${MOST_BOUGHT} OFFSET 0) f
           ORDER BY f.at DESC, 2`,
    values: [members],
  });
  const of = (type: Row['type']): Row[] => rows.filter((row) => row.type === type);
  const things = of('product.bought').filter(({ name }) => name !== '');
  const kept = stillOwned(things, of('product.returned'), moneyOf(of('order.paid'), of('order.returned')));
  const seen = new Set<string>();
  return kept.filter(({ name, sku }) => {
    const thing = `${name} ${sku ?? ''}`;
    return !seen.has(thing) && seen.add(thing);
  });
}

/** Of the orders of which something came back. */
function moneyOf(paid: readonly Row[], returned: readonly Row[]): OrderMoney[] {
  const sums = (rows: readonly Row[]): Map<string, number> => {
    const all = new Map<string, number>();
    for (const { order, amount } of rows)
      if (order !== null) all.set(order, (all.get(order) ?? 0) + (amount ?? 0));
    return all;
  };
  const paidFor = sums(paid);
  return [...sums(returned)].map(([order, back]) => ({
    order,
    paid: paidFor.get(order) ?? 0,
    returned: back,
  }));
}
