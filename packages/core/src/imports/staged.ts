import type { Instant } from '../values/index.ts';
import type { Exact } from './exact.ts';
import type { OrderStatus } from './status.ts';

/** One row of a file as it was understood. Empty texts say that the row tells nothing there. */
export interface StagedRow {
  /** The row's number as a spreadsheet counts: the header is row 1. */
  readonly line: number;
  readonly order: string;
  /** Null only in a file of people. */
  readonly at: Instant | null;
  readonly status: OrderStatus | null;
  readonly mobile: string;
  readonly email: string;
  readonly external: string;
  readonly name: string;
  /** The value of the line (or of the order, when rows are orders). Null: only the order's total is told. */
  readonly value: Exact | null;
  /** The order's total, where the file repeats it on every line. */
  readonly total: Exact | null;
  /** In millionths. */
  readonly quantity: Exact | null;
  readonly discount: Exact | null;
  readonly tax: Exact | null;
  readonly sku: string;
  readonly product: string;
  readonly category: string;
  readonly branch: string;
  readonly channel: string;
  /** Traits of the person, in the order of the columns: city, birthday (a day, YYYY-MM-DD), others. */
  readonly traits: readonly (readonly [trait: string, value: string])[];
  readonly tags: readonly string[];
}

// Control characters that displayText takes out of every text, so they cannot occur inside one.
const BETWEEN = '\u001F';
const WITHIN = '\u001E';

const optional = (value: bigint | number | null): string => (value === null ? '' : String(value));

/** What a row says, apart from where it stands: two rows with one content are the same statement made twice. */
export function contentOf(row: StagedRow): string {
  return [
    row.order,
    optional(row.at),
    row.status ?? '',
    row.mobile,
    row.email,
    row.external,
    row.name,
    optional(row.value),
    optional(row.total),
    optional(row.quantity),
    optional(row.discount),
    optional(row.tax),
    row.sku,
    row.product,
    row.category,
    row.branch,
    row.channel,
    row.traits.map(([trait, value]) => trait + WITHIN + value).join(WITHIN),
    row.tags.join(WITHIN),
  ].join(BETWEEN);
}

/** A staged row from its content; the inverse of `contentOf`. */
export function rowFrom(content: string, line: number): StagedRow {
  const parts = content.split(BETWEEN);
  const text = (index: number): string => parts[index] ?? '';
  const exact = (index: number): bigint | null => (text(index) === '' ? null : BigInt(text(index)));
  const traits: [string, string][] = [];
  const flat = text(17) === '' ? [] : text(17).split(WITHIN);
  for (let index = 0; index + 1 < flat.length; index += 2)
    traits.push([flat[index] ?? '', flat[index + 1] ?? '']);
  return {
    line,
    order: text(0),
    at: text(1) === '' ? null : Number(text(1)),
    status: text(2) === '' ? null : (text(2) as OrderStatus),
    mobile: text(3),
    email: text(4),
    external: text(5),
    name: text(6),
    value: exact(7),
    total: exact(8),
    quantity: exact(9),
    discount: exact(10),
    tax: exact(11),
    sku: text(12),
    product: text(13),
    category: text(14),
    branch: text(15),
    channel: text(16),
    traits,
    tags: text(18) === '' ? [] : text(18).split(WITHIN),
  };
}
