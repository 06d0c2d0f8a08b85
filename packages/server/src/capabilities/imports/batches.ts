import {
  Counting,
  type ImportedOrder,
  type Mapping,
  ordersOf,
  type RefusedRow,
  type StagedRow,
} from '@nardeban/core/imports';
import { isOrderKey, MOST_ROWS_OF_ORDER, numberOf, type StagedGroup } from './staging.ts';

/** What one transaction writes. Batches of the same file and mapping are the same each time, so they can be counted off. */
export interface Batch {
  readonly number: number;
  readonly orders: readonly ImportedOrder[];
  readonly people: readonly StagedRow[];
  readonly refused: readonly RefusedRow[];
  /** Rows that are done with this batch. */
  readonly rows: number;
}

const ORDERS_AT_A_TIME = 2000;
const ROWS_AT_A_TIME = 5_000;

/** Makes orders of the groups and puts them into batches. */
export async function* batchesOf(
  groups: AsyncIterable<StagedGroup[]>,
  mapping: Mapping,
): AsyncGenerator<Batch> {
  let number = 0;
  let batch = emptyBatch();
  for await (const some of groups) {
    for (const group of some) {
      addGroup(batch, group, mapping);
      if (batch.orders.length + batch.people.length < ORDERS_AT_A_TIME && batch.rows < ROWS_AT_A_TIME)
        continue;
      yield { ...batch, number };
      number += 1;
      batch = emptyBatch();
    }
  }
  if (batch.rows > 0) yield { ...batch, number };
}

interface GrowingBatch {
  readonly orders: ImportedOrder[];
  readonly people: StagedRow[];
  readonly refused: RefusedRow[];
  rows: number;
}

function emptyBatch(): GrowingBatch {
  return { orders: [], people: [], refused: [], rows: 0 };
}

function addGroup(batch: GrowingBatch, group: StagedGroup, mapping: Mapping): void {
  const { key, rows, refusedLines, beyond } = group;
  batch.rows += rows.length + beyond.length;
  if (mapping.kind === 'people') {
    batch.people.push(...rows);
    return;
  }
  if (!isOrderKey(key)) {
    rows.forEach((row, index) => addOrders(batch, [row], numberOf(key, group.before + index + 1), mapping));
    return;
  }
  const number = numberOf(key, 1);
  const [refusedLine] = refusedLines;
  // With a row missing the order's value would be wrong; in a file of orders every row is whole by itself.
  if (mapping.kind === 'lines' && refusedLine !== undefined) {
    refuseAll(batch, rows, { code: 'order_incomplete', detail: { order: number, line: refusedLine } });
  } else if (beyond.length > 0) {
    refuseAll(batch, [...rows, ...beyond.map((line) => ({ line }))], {
      code: 'order_too_long',
      detail: { order: number, most: MOST_ROWS_OF_ORDER },
    });
  } else addOrders(batch, rows, number, mapping);
}

function addOrders(batch: GrowingBatch, rows: readonly StagedRow[], number: string, mapping: Mapping): void {
  const { orders, refused } = ordersOf(rows, number, mapping);
  batch.orders.push(...orders);
  batch.refused.push(...refused);
}

function refuseAll(
  batch: GrowingBatch,
  rows: readonly { readonly line: number }[],
  refusal: RefusedRow['refusal'],
): void {
  for (const { line } of rows) batch.refused.push({ line, refusal });
}

/** Counts the orders of a batch: a placing that is paid in the same file is one order, not two. */
export function countOrders(
  counting: Counting,
  orders: readonly ImportedOrder[],
  accepted: (index: number) => boolean,
): void {
  const paid = new Set(
    orders.filter(({ kind }, index) => kind === 'paid' && accepted(index)).map(({ number }) => number),
  );
  orders.forEach((order, index) => {
    if (accepted(index)) counting.order(order, paid.has(order.number));
  });
}
