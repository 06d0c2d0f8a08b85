import type { DeclaredTraits } from '@nardeban/core/facts';
import { hasReturnPrefix, type Mapping, type OrderStatus, rowReader, toMinor } from '@nardeban/core/imports';
import type { BusinessCalendar, Instant, Minor, Refusal } from '@nardeban/core/values';
import type { Table } from './table.ts';

/** One row of a file as it would be read; empty texts are what the row does not tell. */
export interface PreviewedRow {
  readonly line: number;
  /** Why it would be kept aside; null: it would not. */
  readonly refusal: Refusal | null;
  readonly order: string;
  readonly at: Instant | null;
  readonly kind: OrderStatus | null;
  readonly name: string;
  readonly mobile: string;
  readonly email: string;
  readonly external: string;
  /** In minor units; null where only the whole order tells it. */
  readonly amount: Minor | null;
  readonly product: string;
}

const ROWS_SHOWN = 10;

/** The first rows of a file, each as this mapping reads it by itself. */
export function previewRows(
  table: Table,
  mapping: Mapping,
  business: BusinessCalendar,
  traits: DeclaredTraits,
): PreviewedRow[] {
  const read = rowReader(mapping, table.headers, business, traits);
  return table.sample.slice(0, ROWS_SHOWN).map((cells, index): PreviewedRow => {
    const line = index + 2;
    const result = read(cells, line);
    if (!result.ok) return { ...NOTHING, line, refusal: result.refusal };
    const { order, at, status, name, mobile, email, external, value, total, product } = result.value;
    const exact = value ?? total;
    const isReturn = hasReturnPrefix(order, mapping.returnPrefixes) || (exact !== null && exact < 0n);
    return {
      line,
      refusal: null,
      order,
      at,
      kind: mapping.kind === 'people' ? null : (status ?? (isReturn ? 'returned' : 'paid')),
      name,
      mobile,
      email,
      external,
      amount: exact === null ? null : toMinor(exact),
      product,
    };
  });
}

const NOTHING: Omit<PreviewedRow, 'line' | 'refusal'> = {
  order: '',
  at: null,
  kind: null,
  name: '',
  mobile: '',
  email: '',
  external: '',
  amount: null,
  product: '',
};
