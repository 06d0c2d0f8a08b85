import { type PastedLine, quotationTotals, type QuotationTotals, readQuantity } from '@nardeban/core/sales';
import {
  type Day,
  isoDay,
  looseKey,
  readMoney,
  readNumber,
  refuse,
  type Refusal,
  type Result,
  RIAL,
} from '@nardeban/core/values';
import type { Speech } from '../../../language/speech.ts';
import { moneyIn } from '../../criteria/figures.ts';
import type { Paper, Quotation, QuotationInput } from './queries.ts';

type Line = QuotationInput['lines'][number];
type Reduction = QuotationInput['discount'];
export type Column = 'sku' | 'text' | 'quantity' | 'unit' | 'unitPrice' | 'discount' | 'tax';
export const COLUMNS = [
  'sku',
  'text',
  'quantity',
  'unit',
  'unitPrice',
  'discount',
  'tax',
] as const satisfies readonly Column[];
export const MOST_LINES = 500;

/** A line as it is typed: texts, so that nothing is lost that cannot be read yet. `id` only tells rows apart. */
export type LineForm = Readonly<Record<Column, string>> & { readonly id: number };

export interface QuotationForm {
  readonly language: 'fa' | 'en';
  readonly title: string;
  readonly lines: readonly LineForm[];
  readonly discount: string;
  readonly validUntil: string | null;
  readonly delivery: string;
  readonly terms: string;
  readonly guaranteeMonths: number | null;
  readonly visits: number | null;
  readonly everyMonths: number | null;
  readonly askAfterDays: number | null;
  readonly proof: boolean;
  /** As it was kept; amounts are rounded down to it. */
  readonly rounding: QuotationInput['rounding'];
}

let lines = 0;
const nextId = (): number => (lines += 1);

export function emptyLine(speech: Speech, taxRate: number): LineForm {
  return {
    id: nextId(),
    sku: '',
    text: '',
    quantity: speech.number(1),
    unit: '',
    unitPrice: '',
    discount: '',
    tax: taxRate === 0 ? '' : speech.number(taxRate / 100),
  };
}

/** What a new quotation begins with. */
export function newForm(
  speech: Speech,
  paper: Paper,
  today: Day,
  products: readonly string[],
): QuotationForm {
  const first = products.length === 0 ? [''] : products;
  return {
    language: speech.language,
    title: '',
    lines: first.map((text) => ({ ...emptyLine(speech, paper.taxRate), text })),
    discount: '',
    validUntil: isoDay(today + paper.validDays),
    delivery: '',
    terms: paper.terms[speech.language],
    guaranteeMonths: paper.guaranteeMonths === 0 ? null : paper.guaranteeMonths,
    visits: null,
    everyMonths: null,
    askAfterDays: paper.askAfterDays === 0 ? null : paper.askAfterDays,
    proof: paper.proof,
    rounding: speech.currency === RIAL && speech.unit === 'toman' ? 10 : 1,
  };
}

/** The products of a deal that no line is of, by its code or its words. */
export function productsWithout(
  products: readonly string[],
  written: readonly Pick<LineForm, 'sku' | 'text'>[],
): readonly string[] {
  const there = new Set(written.flatMap(({ sku, text }) => [looseKey(sku), looseKey(text)]));
  return products.filter((product) => !there.has(looseKey(product)));
}

/** What a quotation that was kept says, to be changed. */
export function formOf(kept: Quotation, language: 'fa' | 'en', speech: Speech): QuotationForm {
  const money = moneyIn(speech);
  return {
    language,
    title: kept.title,
    lines: kept.lines.map((line) => ({
      id: nextId(),
      sku: line.sku,
      text: line.text,
      quantity: speech.number(line.quantity / 1000),
      unit: line.unit,
      unitPrice: money.show(line.unitPrice),
      discount: reductionText(line.discount, speech),
      tax: line.taxRate === 0 ? '' : speech.number(line.taxRate / 100),
    })),
    discount: reductionText(kept.discount, speech),
    validUntil: kept.validUntil,
    delivery: kept.delivery,
    terms: kept.terms,
    guaranteeMonths: kept.guaranteeMonths === 0 ? null : kept.guaranteeMonths,
    visits: kept.service?.visits ?? null,
    everyMonths: kept.service?.everyMonths ?? null,
    askAfterDays: kept.askAfterDays === 0 ? null : kept.askAfterDays,
    proof: kept.proof,
    rounding: kept.rounding,
  };
}

export function lineFrom(pasted: PastedLine, speech: Speech, tax: string): LineForm {
  return {
    id: nextId(),
    sku: pasted.sku,
    text: pasted.text,
    quantity: speech.number(pasted.quantity / 1000),
    unit: pasted.unit,
    unitPrice: moneyIn(speech).show(pasted.unitPrice),
    discount: '',
    tax,
  };
}

function reductionText(reduction: Reduction, speech: Speech): string {
  if (reduction.kind === 'none') return '';
  if (reduction.kind === 'amount') return moneyIn(speech).show(reduction.amount);
  return `${speech.number(reduction.share / 100)}${speech.language === 'fa' ? '٪' : '%'}`;
}

/** «۱۰٪» is a share, anything else an amount in the unit of the business. */
export function readReduction(text: string, speech: Speech): Result<Reduction> {
  if (text.trim() === '') return { ok: true, value: { kind: 'none' } };
  if (!/[%٪]/.test(text)) {
    const amount = readMoney(text, { currency: speech.currency, unit: speech.unit, grouping: 'thousands' });
    if (!amount.ok) return amount;
    if (amount.value < 0) return refuse('discount_above_price');
    return {
      ok: true,
      value: amount.value === 0 ? { kind: 'none' } : { kind: 'amount', amount: amount.value },
    };
  }
  const share = readShare(text.replaceAll(/[%٪]/g, ''));
  return share.ok ? { ok: true, value: { kind: 'share', share: share.value } } : share;
}

/** A percentage in hundredths of a percent. */
function readShare(text: string): Result<number> {
  const read = readNumber(text, { grouping: 'decimal' });
  if (!read.ok) return read;
  const share = Math.round(read.value * 100);
  return share < 0 || share > 10_000 ? refuse('share_out_of_range') : { ok: true, value: share };
}

export function isBlank(line: LineForm): boolean {
  return line.text.trim() === '' && line.sku.trim() === '' && line.unitPrice.trim() === '';
}

export type LineRead =
  | { readonly ok: true; readonly value: Line }
  | { readonly ok: false; readonly column: Column; readonly refusal: Refusal };

const known = new WeakMap<LineForm, { readonly speech: Speech; readonly read: LineRead }>();

/** What a line says, or the first cell of it that cannot be read. Lines that did not change are not read again. */
export function readLine(line: LineForm, speech: Speech): LineRead {
  const before = known.get(line);
  if (before?.speech === speech) return before.read;
  const read = readAnew(line, speech);
  known.set(line, { speech, read });
  return read;
}

function readAnew(line: LineForm, speech: Speech): LineRead {
  if (line.text.trim() === '') return { ok: false, column: 'text', refusal: { code: 'line_text_missing' } };
  const quantity = readQuantity(line.quantity);
  if (!quantity.ok) return { ok: false, column: 'quantity', refusal: quantity.refusal };
  const { currency, unit } = speech;
  const price = readMoney(line.unitPrice, { currency, unit, grouping: 'thousands' });
  if (!price.ok) return { ok: false, column: 'unitPrice', refusal: price.refusal };
  if (price.value < 0 || price.value > 1e15)
    return { ok: false, column: 'unitPrice', refusal: { code: 'price_out_of_range' } };
  const discount = readReduction(line.discount, speech);
  if (!discount.ok) return { ok: false, column: 'discount', refusal: discount.refusal };
  const tax = line.tax.trim() === '' ? ({ ok: true, value: 0 } as const) : readShare(line.tax);
  if (!tax.ok) return { ok: false, column: 'tax', refusal: tax.refusal };
  return {
    ok: true,
    value: {
      sku: line.sku.trim().slice(0, 100),
      text: line.text.trim().slice(0, 300),
      quantity: quantity.value,
      unit: line.unit.trim().slice(0, 20),
      unitPrice: price.value,
      discount: discount.value,
      taxRate: tax.value,
    },
  };
}

export interface FormRead {
  /** Null: something cannot be read yet. */
  readonly content: QuotationInput | null;
  /** What can be read so far comes to this; null: not even that adds up. */
  readonly totals: QuotationTotals | null;
  /** The rows of `totals.lines`, by the number of the row. */
  readonly rows: ReadonlyMap<number, number>;
  readonly faults: readonly { readonly row: number; readonly column: Column; readonly refusal: Refusal }[];
  readonly fault: Refusal | null;
}

/** What a form says. Rows nothing was written in are no lines. */
export function readForm(form: QuotationForm, speech: Speech): FormRead {
  const found: Line[] = [];
  const rows = new Map<number, number>();
  const faults: { row: number; column: Column; refusal: Refusal }[] = [];
  for (const line of form.lines) {
    if (isBlank(line)) continue;
    const read = readLine(line, speech);
    if (read.ok) {
      rows.set(line.id, found.length);
      found.push(read.value);
    } else faults.push({ row: line.id, column: read.column, refusal: read.refusal });
  }
  const discount = readReduction(form.discount, speech);
  const reckoned = quotationTotals({
    lines: found,
    discount: discount.ok ? discount.value : { kind: 'none' },
    rounding: form.rounding,
  });
  const { visits, everyMonths } = form;
  const fault: Refusal | null =
    found.length === 0 && faults.length === 0
      ? { code: 'quotation_empty' }
      : !discount.ok
        ? discount.refusal
        : !reckoned.ok
          ? reckoned.refusal
          : form.validUntil === null
            ? { code: 'validity_missing' }
            : (visits === null) !== (everyMonths === null) || (visits ?? 0) * (everyMonths ?? 0) > 120
              ? { code: 'service_unclear' }
              : null;
  const totals = reckoned.ok ? reckoned.value : null;
  if (fault !== null || faults.length > 0 || !discount.ok || form.validUntil === null)
    return { content: null, totals, rows, faults, fault };
  return {
    content: {
      title: form.title.trim(),
      lines: found,
      discount: discount.value,
      rounding: form.rounding,
      validUntil: form.validUntil,
      delivery: form.delivery.trim(),
      terms: form.terms.trim(),
      guaranteeMonths: form.guaranteeMonths ?? 0,
      service: visits === null || everyMonths === null ? null : { visits, everyMonths },
      askAfterDays: form.askAfterDays ?? 0,
      proof: form.proof,
    },
    totals,
    rows,
    faults,
    fault,
  };
}

/** The rows with what was pasted at one of them: in its place where it is blank, else behind it. At most five hundred stay. */
export function withPasted(
  rows: readonly LineForm[],
  at: number,
  pasted: readonly LineForm[],
): readonly LineForm[] {
  const place = rows.findIndex(({ id }) => id === at);
  const isIn = place >= 0 && rows[place] !== undefined && isBlank(rows[place]);
  const before = rows.slice(0, isIn ? place : place + 1);
  return [...before, ...pasted, ...rows.slice(place + 1)].slice(0, MOST_LINES);
}
