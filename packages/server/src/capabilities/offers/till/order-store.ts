import type { Priced } from '@nardeban/core/offers';
import type { Basket } from '@nardeban/core/programme';
import type { Instant } from '@nardeban/core/values';
import { POSTING_TOGETHER } from '../../programme/index.ts';
import {
  forOneOrMany,
  int4Array,
  type Statement,
  timestamptz,
  type Tx,
} from '../../../platform/database/index.ts';
import type { OrderState } from './schemas.ts';

/** What the ledger gave for an order: by these numbers and keys it is given back and taken back. */
export interface PostedFor {
  /** One for each wallet and each gift card that paid: the transaction that spent it. */
  readonly spends: readonly {
    readonly of: { readonly wallet: string } | { readonly card: number };
    readonly transaction: number;
    readonly units: number;
  }[];
  /** The key of the credit of each rule that this order was the first to tell of. */
  readonly earned: readonly {
    readonly rule: string;
    readonly wallet: string;
    readonly key: string;
    readonly units: number;
  }[];
}

export interface Order {
  readonly id: number;
  readonly number: string;
  readonly person: number | null;
  readonly quote: number | null;
  readonly state: Exclude<OrderState, 'open'>;
  readonly basket: Basket;
  readonly priced: Priced;
  readonly posted: PostedFor;
  /** What was paid in money. */
  readonly due: number;
  readonly method: string | null;
  /** By the clock of the till. */
  readonly at: Instant;
  readonly postedAt: Instant;
  /** Pieces of each line that have come back. */
  readonly returned: readonly number[];
  readonly revision: number;
  readonly madeBy: string;
  readonly device: number | null;
  readonly slip: number | null;
}

const columns = `order_id AS id, number, person_id AS person, quote_id AS quote, state, basket, priced, posted, due, method, at,
  posted_at AS "postedAt", returned, revision, made_by AS "madeBy", device_id AS device, slip`;

export function orderStatement(number: string, options: { readonly forUpdate: boolean }): Statement {
  return {
    name: options.forUpdate ? 'till-order-held' : 'till-order',
    text: `SELECT ${columns} FROM till_orders WHERE business_id = this_business() AND number = $1${
      options.forUpdate ? ' FOR UPDATE' : ''
    }`,
    values: [number],
  };
}

export async function orderByNumber(tx: Tx, number: string): Promise<Order | null> {
  const { rows } = await tx.query<Order>(orderStatement(number, { forUpdate: false }));
  return rows[0] ?? null;
}

/** What was made of a quote. */
export async function orderOfQuote(tx: Tx, quote: number): Promise<Order | null> {
  const { rows } = await tx.query<Order>(
    `SELECT ${columns} FROM till_orders WHERE business_id = this_business() AND quote_id = $1`,
    [quote],
  );
  return rows[0] ?? null;
}

/** The same, kept from everybody else until this transaction ends. */
export async function heldOrder(tx: Tx, number: string): Promise<Order | null> {
  const { rows } = await tx.query<Order>(orderStatement(number, { forUpdate: true }));
  return rows[0] ?? null;
}

export type NewOrder = Omit<Order, 'id' | 'state' | 'returned' | 'revision'>;

/** Answers no row where there is an order of this number already. */
export function insertOrderStatement(order: NewOrder): Statement {
  return {
    name: 'till-order-insert',
    text: `INSERT INTO till_orders (business_id, number, person_id, quote_id, basket, priced, posted, due, method, at, posted_at,
                                    returned, made_by, device_id, slip)
           VALUES (this_business(), $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
           ON CONFLICT DO NOTHING RETURNING order_id AS id`,
    values: [
      order.number,
      order.person,
      order.quote,
      JSON.stringify(order.basket),
      JSON.stringify(order.priced),
      JSON.stringify(order.posted),
      order.due,
      order.method,
      timestamptz(order.at),
      timestamptz(order.postedAt),
      int4Array(order.basket.lines.map(() => 0)),
      order.madeBy,
      order.device,
      order.slip,
    ],
  };
}

/**
 * The order of a quote that this transaction has, with everything it posts: the hold is captured, the credits are earned, the
 * quote is committed and the person held until the transaction ends. What was asked and priced is taken from the quote. Fails
 * where the number is taken (`isNumberTaken`) and where the hold cannot be captured (`refusalOfLedger`).
 */
export function orderOfQuoteStatement(
  order: Omit<NewOrder, 'basket' | 'priced' | 'posted'>,
  pieces: number,
  posting: {
    readonly capture: Statement | null;
    readonly earning: Statement | null;
    /** The hold keeps nothing but counters aside, and the buyer owes nothing: where they do it fails (`club_apart`). */
    readonly atOnce: boolean;
  },
): Statement {
  const [hold = null, captured = null] = posting.capture?.values ?? [];
  const [earning = null] = posting.earning?.values ?? [];
  return {
    ...(posting.atOnce ? SOLD_AT_ONCE : SOLD),
    values: [
      order.quote,
      hold,
      captured,
      earning,
      order.number,
      order.person,
      order.due,
      order.method,
      timestamptz(order.at),
      timestamptz(order.postedAt),
      Array.from({ length: pieces }, () => 0),
      order.madeBy,
    ],
  };
}

const SELL = [
  'bigint',
  'bigint',
  'jsonb',
  'jsonb',
  'text',
  'bigint',
  'bigint',
  'text',
  'timestamptz',
  'timestamptz',
  'integer[]',
  'text',
];

const SOLD = {
  name: 'till-order-of-quote',
  text: `SELECT till_sell(${SELL.map((type, place) => `$${place + 1}::${type}`).join(', ')})`,
  many: { types: SELL },
};

/** The same of several in one pass. */
const SOLD_AT_ONCE = forOneOrMany(
  'till-orders-of-quotes',
  SELL,
  `WITH selling AS MATERIALIZED (
    SELECT $1::bigint AS turn, $2::bigint AS hold, $4::jsonb AS earning, $5::text AS number, $6::bigint AS person, $7::bigint AS due,
      $8::text AS method, $9::timestamptz AS at, $10::timestamptz AS posted_at, $11::integer[] AS returned, $12::text AS made_by,
      $3::jsonb AS captured FROM asked
  ), ${POSTING_TOGETHER}, quote AS (
    UPDATE till_quotes t SET state = 'committed'
    WHERE t.business_id = this_business() AND t.quote_id = ANY(ARRAY(SELECT s.turn FROM selling s))
    RETURNING t.quote_id, t.asked, t.priced
  ), ordered AS (
    INSERT INTO till_orders (business_id, number, person_id, quote_id, basket, priced, posted, due, method, at, posted_at, returned, made_by)
    SELECT this_business(), s.number, s.person, s.turn, q.asked->'basket', q.priced,
      json_build_object('spends', '[]'::json, 'earned', coalesce((
        SELECT jsonb_agg(jsonb_build_object('rule', e.rule, 'wallet', e.wallet, 'key', e.key, 'units', e.units) ORDER BY e.n)
        FROM earned e WHERE e.turn = s.turn), '[]')),
      s.due, s.method, s.at, s.posted_at, s.returned, s.made_by
    FROM selling s JOIN quote q ON q.quote_id = s.turn ORDER BY s.turn
  )
  SELECT CASE WHEN p.fits THEN NULL ELSE club_apart() END FROM posted p`,
);

/** Whether a statement failed because there is an order of this number already. */
export function isNumberTaken(error: unknown): boolean {
  return error instanceof Error && 'constraint' in error && error.constraint === 'till_orders_number';
}

/** Writes down which pieces have come back and what the order is now. */
export async function noteReturned(
  tx: Tx,
  order: Pick<Order, 'id'>,
  returned: readonly number[],
  state: Order['state'],
): Promise<void> {
  await tx.query(
    `UPDATE till_orders SET returned = $2, state = $3, revision = revision + 1
     WHERE business_id = this_business() AND order_id = $1`,
    [order.id, int4Array(returned), state],
  );
}

export interface OrderLine
  extends Pick<Order, 'id' | 'number' | 'person' | 'state' | 'due' | 'at' | 'postedAt'> {
  readonly gross: number;
  readonly net: number;
}

/** Orders, the newest first, of one person where one is named: of all who are one with them. */
export async function listOrders(
  tx: Tx,
  asked: {
    readonly person?: number | undefined;
    readonly state?: Order['state'] | undefined;
    readonly after?: number | undefined;
    readonly limit: number;
  },
): Promise<{ readonly orders: readonly OrderLine[]; readonly next: number | null }> {
  const { rows } = await tx.query<OrderLine>(
    `SELECT order_id AS id, number, person_id AS person, state, due, at, posted_at AS "postedAt",
            (priced->>'gross')::int8 AS gross, (priced->>'net')::int8 AS net
     FROM till_orders
     WHERE business_id = this_business() AND ($1::bigint IS NULL OR order_id < $1) AND ($2::text IS NULL OR state = $2)
       AND ($3::bigint IS NULL OR person_id IN (
         SELECT p.person_id FROM people p WHERE p.business_id = this_business() AND (p.person_id = $3 OR p.merged_into = $3)))
     ORDER BY order_id DESC LIMIT $4`,
    [asked.after ?? null, asked.state ?? null, asked.person ?? null, asked.limit + 1],
  );
  const orders = rows.slice(0, asked.limit);
  return { orders, next: rows.length > asked.limit ? (orders.at(-1)?.id ?? null) : null };
}

export interface ReturnKept {
  readonly place: number;
  readonly kind: 'return' | 'cancel';
  readonly lines: readonly { readonly line: number; readonly quantity: number }[];
  readonly plan: unknown;
  readonly reason: string;
  readonly at: Instant;
  readonly madeBy: string;
}

export async function returnsOf(tx: Tx, order: Pick<Order, 'id'>): Promise<readonly ReturnKept[]> {
  const { rows } = await tx.query<ReturnKept>(
    `SELECT place, kind, lines, plan, reason, at, made_by AS "madeBy" FROM till_returns
     WHERE business_id = this_business() AND order_id = $1 ORDER BY place`,
    [order.id],
  );
  return rows;
}

export async function keepReturn(tx: Tx, order: Pick<Order, 'id'>, kept: ReturnKept): Promise<void> {
  await tx.query(
    `INSERT INTO till_returns (business_id, order_id, place, kind, lines, plan, reason, at, made_by)
     VALUES (this_business(), $1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      order.id,
      kept.place,
      kept.kind,
      JSON.stringify(kept.lines),
      JSON.stringify(kept.plan),
      kept.reason,
      timestamptz(kept.at),
      kept.madeBy,
    ],
  );
}
