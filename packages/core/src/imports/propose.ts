import {
  type BusinessMoney,
  looseKey,
  NO_CURRENCY,
  readMoney,
  readMoment,
  RIAL,
  type Calendar,
  type Language,
} from '../values/index.ts';
import type { Field } from './fields.ts';
import { DEFAULT_RETURN_PREFIXES, type Mapping } from './mapping.ts';
import { hasReturnPrefix } from './order.ts';
import { recogniseColumns, type RecognisedColumn } from './recognise.ts';

/** Something the file leaves open. The proposal assumes what `assumed` says; rows it cannot decide are refused. */
export interface Question {
  readonly code:
    | 'amount_unit_unstated'
    | 'amount_dot_ambiguous'
    | 'date_order_ambiguous'
    | 'order_total_or_line_amount'
    | 'return_prefix_common'
    | 'currency_unstated'
    | 'people_column_missing';
  readonly column?: string;
  readonly assumed?: string;
}

export interface Proposal {
  readonly mapping: Mapping;
  readonly columns: readonly RecognisedColumn[];
  /** 0 to 1: how sure the least sure of the columns in use is. */
  readonly sure: number;
  readonly questions: readonly Question[];
}

/**
 * Proposes how to read a file from its headers and some of its rows (the more, the surer; a thousand is plenty).
 * `money` is the business's, null for one that is still to be founded: then the file decides (`guessMoney`).
 */
export function proposeMapping(
  headers: readonly string[],
  rows: readonly (readonly string[])[],
  money: BusinessMoney | null,
): Proposal {
  const questions: Question[] = [];
  const found = recogniseColumns(headers, rows);
  const of = (field: Field): RecognisedColumn | undefined => found.find((column) => column.field === field);
  const cells = (field: Field): string[] => {
    const at = found.findIndex((column) => column.field === field);
    return at < 0 ? [] : rows.map((row) => (row[at] ?? '').trim()).filter((cell) => cell !== '');
  };
  const kind = kindOf(found, cells('order'));
  const columns = settled(found, kind);
  const amountColumn = of('amount') ?? of('unitPrice');
  const stated = [of('amount'), of('unitPrice')].find((column) => column?.unit.currency != null)?.unit;
  const own = money ?? guessMoney(headers, rows, found);
  const currency = stated?.currency ?? own.currency;
  const unit = stated?.unit ?? (currency === own.currency ? own.unit : 'major');
  if (kind !== 'people' && amountColumn !== undefined && stated === undefined) {
    if (currency === RIAL)
      questions.push({ code: 'amount_unit_unstated', column: amountColumn.header, assumed: unit });
    else if (currency === NO_CURRENCY)
      questions.push({ code: 'currency_unstated', column: amountColumn.header });
  }
  const grouping = groupingOf([...cells('amount'), ...cells('unitPrice')], amountColumn, currency, questions);
  const dateOrder = dateOrderOf(cells('date'), of('date')?.header, questions);
  const amountOf = amountOfLines(kind, found, rows, questions);
  const returnPrefixes = prefixesOf(cells('order'), of('order')?.header, questions);
  if (of('mobile') === undefined && of('email') === undefined && of('external') === undefined) {
    questions.push({ code: 'people_column_missing' });
  }
  const used = columns.filter((column) => column.field !== 'ignore');
  return {
    mapping: {
      version: 1,
      kind,
      columns: Object.fromEntries(columns.map(({ header, field }) => [header, field])),
      currency,
      unit,
      times: stated?.times ?? 1,
      dateOrder,
      grouping,
      amountOf,
      returnPrefixes,
      statusWords: {},
      source: 'orders',
    },
    columns,
    sure: used.reduce((least, column) => Math.min(least, column.sure), used.length === 0 ? 0 : 1),
    questions,
  };
}

/** The currency of a file that names none: two decimals are no rial; whole figures are taken for toman. */
export function guessMoney(
  headers: readonly string[],
  rows: readonly (readonly string[])[],
  found: readonly RecognisedColumn[] = recogniseColumns(headers, rows),
): BusinessMoney {
  const amounts = found.filter(({ field }) => field === 'amount' || field === 'unitPrice');
  const stated = amounts.find(({ unit }) => unit.currency !== null)?.unit;
  if (stated?.currency != null) {
    return { currency: stated.currency, unit: stated.currency === RIAL ? (stated.unit ?? 'toman') : 'major' };
  }
  if (amounts.some(({ samples }) => samples.decimals > 0.1)) return { currency: NO_CURRENCY, unit: 'major' };
  return { currency: RIAL, unit: 'toman' };
}

/** The calendar, language and zone of a business whose first file this is: Persian letters or Jalali years make it Iranian. */
export function guessCustoms(
  headers: readonly string[],
  rows: readonly (readonly string[])[],
): { readonly calendar: Calendar; readonly language: Language; readonly zone: string } {
  const persian = /[\u0600-\u06FF\uFB50-\uFDFF\uFE70-\uFEFC]/;
  const isPersian =
    headers.some((header) => persian.test(header)) ||
    rows.some((row) =>
      row.some((cell) => persian.test(cell) || /^1[34][0-9]{2}[/-][0-9]{1,2}[/-][0-9]{1,2}/.test(cell)),
    );
  return isPersian
    ? { calendar: 'jalali', language: 'fa', zone: 'Asia/Tehran' }
    : { calendar: 'gregorian', language: 'en', zone: 'UTC' };
}

function kindOf(found: readonly RecognisedColumn[], orders: readonly string[]): Mapping['kind'] {
  const has = (field: Field): boolean => found.some((column) => column.field === field);
  const priced = has('amount') || (has('unitPrice') && has('quantity'));
  if (!priced && !has('order')) return 'people';
  if (!has('order')) return 'orders';
  if ((has('sku') || has('product')) && has('quantity')) return 'lines';
  return new Set(orders).size < orders.length ? 'lines' : 'orders';
}

/** Some headers mean another thing in a list of people: there `name` is no product and an id no order. */
function settled(found: readonly RecognisedColumn[], kind: Mapping['kind']): RecognisedColumn[] {
  const meaningless: ReadonlySet<Field> = new Set(
    kind === 'people'
      ? [
          'order',
          'amount',
          'unitPrice',
          'quantity',
          'discount',
          'tax',
          'sku',
          'product',
          'category',
          'status',
        ]
      : [],
  );
  return found.map((column) =>
    meaningless.has(column.field) ? { ...column, field: 'ignore', why: null } : column,
  );
}

function groupingOf(
  cells: readonly string[],
  column: RecognisedColumn | undefined,
  currency: string,
  questions: Question[],
): Mapping['grouping'] {
  const ambiguous = cells.some((cell) => {
    const read = readMoney(cell, { currency, unit: 'major' });
    return !read.ok && read.refusal.code === 'amount_ambiguous';
  });
  // Where the dot is seen to begin a fraction (2.55), it does so in 1.250 as well.
  const isDecimal = cells.some((cell) => /^-?[0-9]+\.(?:[0-9]{1,2}|[0-9]{4,})$/.test(cell));
  if (isDecimal && currency !== RIAL) return 'decimal';
  if (!ambiguous || column === undefined) return null;
  questions.push({ code: 'amount_dot_ambiguous', column: column.header });
  return null;
}

/** Day or month first, where the dates themselves show it: one 25/3/2026 decides for the file. */
function dateOrderOf(
  cells: readonly string[],
  column: string | undefined,
  questions: Question[],
): Mapping['dateOrder'] {
  let ambiguous = false;
  for (const cell of cells) {
    const open = readMoment(cell, { zone: 'UTC' });
    if (!open.ok && open.refusal.code === 'date_ambiguous') ambiguous = true;
  }
  if (!ambiguous) return null;
  const allowed = (dayFirst: boolean): boolean =>
    cells.every((cell) => readMoment(cell, { zone: 'UTC', dayFirst }).ok);
  const day = allowed(true);
  const month = allowed(false);
  if (day !== month) return day ? 'day_first' : 'month_first';
  questions.push({ code: 'date_order_ambiguous', ...(column === undefined ? {} : { column }) });
  return null;
}

/** Is the amount in a file of lines the line's or the order's? A header may say it; equal figures on all lines show it. */
function amountOfLines(
  kind: Mapping['kind'],
  found: readonly RecognisedColumn[],
  rows: readonly (readonly string[])[],
  questions: Question[],
): 'line' | 'order' {
  const amountAt = found.findIndex(({ field }) => field === 'amount');
  const orderAt = found.findIndex(({ field }) => field === 'order');
  if (kind !== 'lines' || amountAt < 0 || orderAt < 0) return 'line';
  const byOrder = new Map<string, string[]>();
  for (const row of rows) {
    const order = row[orderAt] ?? '';
    byOrder.set(order, [...(byOrder.get(order) ?? []), row[amountAt] ?? '']);
  }
  const several = [...byOrder.values()].filter((amounts) => amounts.length > 1);
  const repeated = several.filter((amounts) => new Set(amounts).size === 1).length;
  const header = found[amountAt]?.header ?? '';
  const named = found[amountAt]?.amountOf === 'order';
  const shown = several.length >= 3 && repeated === several.length;
  if (named && (several.length === 0 || repeated === several.length)) return 'order';
  if (!named && !shown) return 'line';
  questions.push({ code: 'order_total_or_line_amount', column: header, assumed: named ? 'line' : 'order' });
  return named ? 'line' : 'order';
}

/** A prefix that most order numbers carry is the shop's own way of numbering and marks no returns. */
function prefixesOf(orders: readonly string[], column: string | undefined, questions: Question[]): string[] {
  const numbers = [...new Set(orders.map((order) => looseKey(order)))];
  return DEFAULT_RETURN_PREFIXES.filter((prefix) => {
    const carrying = numbers.filter((number) => hasReturnPrefix(number, [prefix])).length;
    const isCommon = numbers.length > 0 && carrying * 2 > numbers.length;
    if (isCommon)
      questions.push({
        code: 'return_prefix_common',
        assumed: prefix,
        ...(column === undefined ? {} : { column }),
      });
    return !isCommon;
  });
}
