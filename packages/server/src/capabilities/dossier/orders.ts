import { accept, type Instant, refuse, type Result } from '@nardeban/core/values';
import { timestamptz, type Tx } from '../../platform/database/index.ts';
import { whose } from './whose.ts';

/** What a person bought, as one order: the facts told of it, added up. Money in minor units. */
export interface PersonOrder {
  /** The order's own number, or the document's where a return names no order. */
  readonly order: string;
  readonly at: Instant;
  /** Paid, or else placed; null where only a return is known. */
  readonly amount: number | null;
  readonly paid: boolean;
  readonly returned: number;
  readonly channel: string | null;
  readonly branch: string | null;
  readonly method: string | null;
  readonly products: readonly {
    readonly name: string;
    readonly quantity: number | null;
    readonly amount: number | null;
  }[];
  /** The facts it is made of, the first told first; at most FACTS_SHOWN. */
  readonly facts: readonly number[];
}

export interface OrdersPage {
  readonly orders: readonly PersonOrder[];
  readonly next: string | null;
}

const FACTS_SHOWN = 50;
const PRODUCTS_SHOWN = 50;

/**
 * A page of a person's orders, the newest first. The money of an order is what was paid, else what was placed; several
 * facts under one number (a correction, a second payment) add up within their kind. Every page adds all of the
 * person's orders up again, which the index of histories makes cheap. Refusals: `person_unknown`, `page_unreadable`.
 */
export async function ordersOf(
  tx: Tx,
  id: number,
  page: { readonly after: string | undefined; readonly limit: number },
): Promise<Result<OrdersPage>> {
  const place = page.after === undefined ? undefined : /^(-?[0-9]{1,15})-([^\0]{0,200})$/.exec(page.after);
  if (place === null) return refuse('page_unreadable', 'after');
  const about = await whose(tx, id);
  if (!about.ok) return about;
  const { rows } = await tx.query<Omit<PersonOrder, 'products'>>({
    name: 'dossier-orders',
    text: `
      WITH told AS (
        SELECT f.* FROM unnest($1::bigint[]) AS one, LATERAL (
          SELECT o.type, o.at, o.amount, o.fact_id, coalesce(o.ref, o.data ->> 'number', o.fact_id::text) AS number,
                 o.data FROM facts o
          WHERE o.business_id = this_business() AND o.person_id = one
            AND o.type IN ('order.placed', 'order.paid', 'order.returned') OFFSET 0) f
      ), orders AS (
        SELECT number AS "order",
               coalesce(min(at) FILTER (WHERE type <> 'order.returned'), min(at)) AS at,
               coalesce(sum(amount) FILTER (WHERE type = 'order.paid'),
                        sum(amount) FILTER (WHERE type = 'order.placed'))::bigint AS amount,
               bool_or(type = 'order.paid') AS paid,
               coalesce(sum(amount) FILTER (WHERE type = 'order.returned'), 0)::bigint AS returned,
               min(data ->> 'channel') AS channel, min(data ->> 'branch') AS branch, min(data ->> 'method') AS method,
               (array_agg(fact_id ORDER BY at, fact_id))[1:${FACTS_SHOWN}] AS facts
        FROM told GROUP BY number
      )
      SELECT * FROM orders
      WHERE at <= $2::timestamptz AND (at < $2::timestamptz OR "order" COLLATE "C" < $3)
      ORDER BY at DESC, "order" COLLATE "C" DESC LIMIT $4`,
    values: [
      about.value.members,
      place === undefined ? 'infinity' : timestamptz(Number(place[1])),
      place?.[2] ?? '',
      page.limit + 1,
    ],
  });
  const shown = rows.slice(0, page.limit);
  const last = rows.length > page.limit ? shown.at(-1) : undefined;
  const products = await productsIn(
    tx,
    about.value.members,
    shown.map(({ order }) => order),
  );
  return accept({
    orders: shown.map((one) => ({ ...one, products: products.get(one.order) ?? [] })),
    next: last === undefined ? null : `${last.at}-${last.order}`,
  });
}

/** What was bought in these orders, by order number. */
async function productsIn(
  tx: Tx,
  people: readonly number[],
  orders: readonly string[],
): Promise<Map<string, PersonOrder['products'][number][]>> {
  if (orders.length === 0) return new Map();
  const { rows } = await tx.query<{
    order: string;
    name: string;
    quantity: number | null;
    amount: number | null;
  }>({
    name: 'dossier-products',
    text: `
      SELECT f.ref AS "order", coalesce(f.data ->> 'product', f.data ->> 'sku', f.data ->> 'category', '') AS name,
             (f.data -> 'quantity')::float8 AS quantity, f.amount
      FROM unnest($1::bigint[]) AS one, LATERAL (
        SELECT o.ref, o.at, o.amount, o.fact_id, o.data FROM facts o
        WHERE o.business_id = this_business() AND o.person_id = one AND o.type = 'product.bought'
          AND o.ref = ANY($2::text[]) OFFSET 0) f
      ORDER BY f.at, f.fact_id LIMIT ${PRODUCTS_SHOWN * 200}`,
    values: [people, orders],
  });
  const products = new Map<string, PersonOrder['products'][number][]>();
  for (const { order, ...product } of rows) {
    const list = products.get(order) ?? [];
    products.set(order, list);
    if (list.length < PRODUCTS_SHOWN) list.push(product);
  }
  return products;
}
