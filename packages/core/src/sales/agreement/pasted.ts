import {
  accept,
  displayText,
  looseKey,
  type MoneyOptions,
  readMoney,
  readNumber,
  refuse,
  type Refusal,
  type Result,
} from '../../values/index.ts';
import { MOST_AMOUNT, MOST_QUOTATION_LINES, PIECE } from './quotation.ts';

/** A line as it stood in a sheet. */
export interface PastedLine {
  readonly sku: string;
  readonly text: string;
  /** Thousandths. */
  readonly quantity: number;
  readonly unit: string;
  readonly unitPrice: number;
}

export interface Pasted {
  readonly lines: readonly PastedLine[];
  /** Rows that could not be read, counted from 1 as in the sheet, and why. */
  readonly refused: readonly { readonly row: number; readonly refusal: Refusal }[];
}

type Column = keyof PastedLine;

/** What people call these columns, as loose keys. */
const HEADS: Readonly<Record<Column, readonly string[]>> = {
  sku: ['کد', 'کد کالا', 'شناسه', 'شناسه محصول', 'sku', 'code', 'item code'],
  text: [
    'شرح',
    'شرح کالا',
    'کالا',
    'نام کالا',
    'محصول',
    'نام',
    'text',
    'item',
    'item name',
    'product',
    'description',
    'name',
  ],
  quantity: ['تعداد', 'مقدار', 'quantity', 'qty', 'count'],
  unit: ['واحد', 'unit'],
  unitPrice: ['فی', 'قیمت', 'قیمت واحد', 'مبلغ', 'مبلغ واحد', 'بهای واحد', 'price', 'unit price', 'amount'],
};
const COLUMN_OF = new Map(
  Object.entries(HEADS).flatMap(([column, names]) => names.map((name) => [looseKey(name), column as Column])),
);

/**
 * Reads what was copied out of a sheet: rows of cells with tabs between them. A first row of names says which column is what
 * («قیمت (ریال)» too: what stands in brackets is left out); without one the columns are guessed row by row: the first number is the
 * quantity, the second the price, a short word of Latin letters and digits the code, anything else the text.
 * Amounts without a unit are in that of `money`.
 */
export function readPastedLines(sheet: string, money: MoneyOptions): Pasted {
  const rows = sheet.split(/\r\n|\n|\r/).map((row) => row.split('\t').map(displayText));
  while (rows.at(-1)?.every((cell) => cell === '') === true) rows.pop();
  const head = headOf(rows[0] ?? []);
  const lines: PastedLine[] = [];
  const refused: { row: number; refusal: Refusal }[] = [];
  for (const [place, cells] of rows.entries()) {
    if ((place === 0 && head !== null) || cells.every((cell) => cell === '')) continue;
    const line = lineOf(head === null ? guessed(cells, money) : named(cells, head), money);
    if (!line.ok) refused.push({ row: place + 1, refusal: line.refusal });
    else if (lines.length === MOST_QUOTATION_LINES)
      refused.push({
        row: place + 1,
        refusal: { code: 'quotation_lines_too_many', detail: { most: MOST_QUOTATION_LINES } },
      });
    else lines.push(line.value);
  }
  return { lines, refused };
}

type Cells = Readonly<Partial<Record<Column, string>>>;

/** Null: the first row holds no names. */
function headOf(cells: readonly string[]): readonly (Column | undefined)[] | null {
  const columns = cells.map((cell) => COLUMN_OF.get(looseKey(cell.replace(/\(.*?\)/g, ''))));
  return columns.includes('text') || (columns.includes('quantity') && columns.includes('unitPrice'))
    ? columns
    : null;
}

function named(cells: readonly string[], head: readonly (Column | undefined)[]): Cells {
  const found: Partial<Record<Column, string>> = {};
  for (const [place, column] of head.entries())
    if (column !== undefined) found[column] ??= cells[place] ?? '';
  return found;
}

function guessed(cells: readonly string[], money: MoneyOptions): Cells {
  const found: Partial<Record<Column, string>> = {};
  const texts: string[] = [];
  for (const cell of cells) {
    if (cell === '') continue;
    const isNumber = readNumber(cell, { grouping: money.grouping ?? 'thousands' }).ok;
    // Behind the text: a code may be a number too.
    if (isNumber && texts.length > 0 && found.quantity === undefined) found.quantity = cell;
    else if (texts.length > 0 && found.unitPrice === undefined && (isNumber || readMoney(cell, money).ok))
      found.unitPrice = cell;
    else texts.push(cell);
  }
  const [first = '', ...rest] = texts;
  if (rest.length > 0 && /^[\w./-]{1,40}$/.test(first)) return { ...found, sku: first, text: rest.join(' ') };
  const isText = rest.length > 0 || !readNumber(first, { grouping: 'thousands' }).ok;
  return { ...found, text: isText ? texts.join(' ') : '' };
}

/** Refusals: `line_text_missing`, those of `readQuantity` and `readMoney`. */
function lineOf(cells: Cells, money: MoneyOptions): Result<PastedLine> {
  const text = (cells.text ?? '').slice(0, 300).trim();
  if (text === '') return refuse('line_text_missing', 'text');
  const quantity =
    cells.quantity === undefined || cells.quantity === '' ? accept(PIECE) : readQuantity(cells.quantity);
  if (!quantity.ok) return quantity;
  const price =
    cells.unitPrice === undefined || cells.unitPrice === ''
      ? accept(0)
      : readMoney(cells.unitPrice, { grouping: 'thousands', ...money });
  if (!price.ok) return price;
  if (price.value < 0 || price.value > MOST_AMOUNT) return refuse('price_out_of_range', 'unitPrice');
  return accept({
    sku: (cells.sku ?? '').slice(0, 100),
    text,
    quantity: quantity.value,
    unit: (cells.unit ?? '').slice(0, 20),
    unitPrice: price.value,
  });
}

/**
 * A quantity in thousandths, in any spelling of a number. Refusals: those of `readNumber`, `quantity_not_positive`,
 * `quantity_too_fine` below a thousandth, `quantity_too_large`.
 */
export function readQuantity(text: string): Result<number> {
  const read = readNumber(text, { grouping: 'decimal' });
  if (!read.ok) return read;
  if (read.value <= 0) return refuse('quantity_not_positive', 'quantity');
  const exact = read.value * PIECE;
  const thousandths = Math.round(exact);
  if (thousandths > 1e12) return refuse('quantity_too_large', 'quantity');
  if (Math.abs(exact - thousandths) > 1e-6 * Math.max(1, exact))
    return refuse('quantity_too_fine', 'quantity');
  return accept(thousandths);
}

/** A quantity as people write it: thousandths without the noughts behind the point. */
export function quantityText(quantity: number): string {
  const whole = Math.floor(quantity / PIECE);
  const fraction = quantity % PIECE;
  return fraction === 0 ? String(whole) : `${whole}.${String(fraction).padStart(3, '0').replace(/0+$/, '')}`;
}
