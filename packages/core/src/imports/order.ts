import type { Instant, Minor, Refusal } from '../values/index.ts';
import { type Exact, EXACT_PER_MINOR, toMinor } from './exact.ts';
import type { Mapping } from './mapping.ts';
import type { StagedRow } from './staged.ts';
import type { OrderStatus } from './status.ts';

export interface ImportedLine {
  /** The row's place among the rows of its order, from 1. */
  readonly place: number;
  readonly sku: string;
  readonly product: string;
  readonly category: string;
  readonly quantity: number | null;
  readonly amount: Minor | null;
}

/** An order, or a return, as a file tells it. */
export interface ImportedOrder {
  readonly kind: OrderStatus;
  /** The number its facts carry and their keys begin with. */
  readonly number: string;
  /** Whether a return's number is that of the order it undoes, and not that of a credit note. */
  readonly namesOriginal: boolean;
  /** Its earliest row. */
  readonly at: Instant;
  /** In minor units; a return's is what came back, never negative. */
  readonly amount: Minor;
  readonly discount: Minor | null;
  readonly tax: Minor | null;
  readonly branch: string;
  readonly channel: string;
  readonly person: {
    readonly mobile: string;
    readonly email: string;
    readonly external: string;
    readonly name: string;
  };
  readonly traits: readonly (readonly [trait: string, value: string])[];
  readonly tags: readonly string[];
  readonly lines: readonly ImportedLine[];
  /** The rows it was made of. */
  readonly rows: readonly number[];
}

export interface RefusedRow {
  readonly line: number;
  readonly refusal: Refusal;
}

export interface OrdersOfRows {
  readonly orders: readonly ImportedOrder[];
  readonly refused: readonly RefusedRow[];
}

export type OrderRules = Pick<Mapping, 'kind' | 'returnPrefixes'>;

/**
 * The orders that all rows of one order number tell, in the order of the file. Rows of a file of lines make one order;
 * those among them whose status says returned make a return of their own. Rows of a file of orders are an order each:
 * the same statement twice counts once, another statement of the same status is refused (`order_differs`).
 * `number` is what stands for rows that have no order number of their own. Refusals for all rows of an order:
 * `order_customers_differ`, `order_amounts_differ`, `amount_missing`, `amount_too_large`.
 */
export function ordersOf(rows: readonly StagedRow[], number: string, rules: OrderRules): OrdersOfRows {
  const orders: ImportedOrder[] = [];
  const refused: RefusedRow[] = [];
  for (const group of groupsOf(rows, number, rules)) {
    const made = orderOf(group.rows, number, group.kind);
    if ('code' in made) {
      for (const row of group.rows) refused.push({ line: row.line, refusal: made });
      continue;
    }
    const before = orders.find((order) => order.kind === made.kind);
    if (before === undefined) orders.push(made);
    else if (!sameStatement(before, made)) {
      for (const line of made.rows)
        refused.push({ line, refusal: { code: 'order_differs', detail: { order: number } } });
    }
  }
  return { orders, refused };
}

interface Group {
  readonly kind: OrderStatus;
  readonly rows: readonly StagedRow[];
}

function groupsOf(rows: readonly StagedRow[], number: string, rules: OrderRules): Group[] {
  if (rules.kind !== 'lines') return rows.map((row) => ({ kind: kindOf([row], number, rules), rows: [row] }));
  const returned = rows.filter((row) => row.status === 'returned');
  const kept = rows.filter((row) => row.status !== 'returned');
  if (kept.length === 0 || returned.length === 0) return [{ kind: kindOf(rows, number, rules), rows }];
  // What came back of an order was paid with the rest: the order is all its lines, the return those that came back,
  // at their own values, for a total repeated on the lines is the order's.
  return [
    { kind: kindOf(kept, number, rules), rows },
    { kind: 'returned', rows: returned.map((row) => ({ ...row, total: null })) },
  ];
}

/**
 * A return is what says so by its status, has a return's number, or takes back more than it gives: all its quantities
 * and its value negative. Everything else is an order, at zero or a negative value too: price adjustments exist.
 */
function kindOf(rows: readonly StagedRow[], number: string, rules: OrderRules): OrderStatus {
  if (rows.every((row) => row.status === 'returned') || hasReturnPrefix(number, rules.returnPrefixes))
    return 'returned';
  const takesBack = rows.every((row) => row.quantity === null || row.quantity < 0n);
  if (takesBack && (totalOf(rows) ?? 0n) < 0n) return 'returned';
  return rows.every((row) => row.status === 'placed') ? 'placed' : 'paid';
}

/** Whether a number is a return's prefix and then digits: C536379, RET-120, but not CASH12. */
export function hasReturnPrefix(number: string, prefixes: readonly string[]): boolean {
  const first = number.charCodeAt(0);
  if (first >= 48 && first <= 57) return false;
  const match = /^([^0-9]*?)[-_ /.]?([0-9]+)$/.exec(number);
  if (match === null) return false;
  const prefix = (match[1] ?? '').toUpperCase();
  return prefix !== '' && prefixes.some((known) => known.toUpperCase() === prefix);
}

/** The value of the rows together: the order's total where it is told, else the sum of the lines. */
function totalOf(rows: readonly StagedRow[]): Exact | null {
  const told = rows.find((row) => row.total !== null);
  if (told !== undefined) return told.total;
  let sum = 0n;
  for (const row of rows) {
    if (row.value === null) return null;
    sum += row.value;
  }
  return sum;
}

function orderOf(rows: readonly StagedRow[], number: string, kind: OrderStatus): ImportedOrder | Refusal {
  const detail = { order: number };
  const exact = totalOf(rows);
  if (exact === null) return { code: 'amount_missing', detail };
  if (rows.some((row) => row.total !== null && row.total !== exact))
    return { code: 'order_amounts_differ', detail };
  const repeated = rows.some((row) => row.total !== null);
  const amount = toMinor(kind === 'returned' && exact < 0n ? -exact : exact);
  const discount = partOf(rows, 'discount', repeated);
  const tax = partOf(rows, 'tax', repeated);
  if (amount === null || discount === undefined || tax === undefined)
    return { code: 'amount_too_large', detail };
  const person = { mobile: '', email: '', external: '', name: '' };
  for (const field of ['mobile', 'email', 'external', 'name'] as const) {
    const told = rows.find((row) => row[field] !== '')?.[field] ?? '';
    if (field !== 'name' && rows.some((row) => row[field] !== '' && row[field] !== told)) {
      return { code: 'order_customers_differ', detail };
    }
    person[field] = told;
  }
  return {
    kind,
    number,
    namesOriginal:
      kind === 'returned' && rows.every((row) => row.status === 'returned') && rows[0]?.order !== '',
    at: rows.reduce((earliest, row) => Math.min(earliest, row.at ?? earliest), Number.POSITIVE_INFINITY),
    amount,
    discount,
    tax,
    branch: rows.find((row) => row.branch !== '')?.branch ?? '',
    channel: rows.find((row) => row.channel !== '')?.channel ?? '',
    person,
    traits: [...new Map(rows.flatMap((row) => row.traits)).entries()],
    tags: [...new Set(rows.flatMap((row) => row.tags))],
    lines: rows.map((row, index) => lineOf(row, index + 1)),
    rows: rows.map((row) => row.line),
  };
}

/** Discount or tax of the order: the sum over its lines, or the one figure repeated on them. Undefined: too large. */
function partOf(
  rows: readonly StagedRow[],
  field: 'discount' | 'tax',
  repeated: boolean,
): Minor | null | undefined {
  let sum: Exact | null = null;
  for (const row of rows) {
    const part = row[field];
    if (part === null) continue;
    if (repeated) return toMinor(part) ?? undefined;
    sum = (sum ?? 0n) + part;
  }
  return sum === null ? null : (toMinor(sum) ?? undefined);
}

function lineOf(row: StagedRow, place: number): ImportedLine {
  return {
    place,
    sku: row.sku,
    product: row.product,
    category: row.category,
    quantity: row.quantity === null ? null : Number(row.quantity) / Number(EXACT_PER_MINOR),
    amount: row.value === null ? null : toMinor(row.value),
  };
}

function sameStatement(a: ImportedOrder, b: ImportedOrder): boolean {
  const said = (order: ImportedOrder): string => JSON.stringify({ ...order, rows: null });
  return said(a) === said(b);
}
