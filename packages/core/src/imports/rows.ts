import { type DeclaredTraits, NO_TRAITS } from '../facts/index.ts';
import {
  accept,
  type BusinessCalendar,
  displayText,
  isoDay,
  isPlainText,
  type Moment,
  readEmail,
  readMobile,
  readMoment,
  refuse,
  type Refusal,
  type Result,
  toLatinDigits,
  zoneOf,
} from '../values/index.ts';
import { amountReader, type Exact, lineValue, quantityReader } from './exact.ts';
import type { Field, PlainField } from './fields.ts';
import type { Mapping } from './mapping.ts';
import { remembering } from './remembering.ts';
import type { StagedRow } from './staged.ts';
import { type OrderStatus, statusKey, statusOf } from './status.ts';
import { traitCellReader } from './trait-cells.ts';

/** Longest order number: a fact's key holds it and the number of a line, within 200 characters. */
const LONGEST_ORDER = 150;
const LONGEST_EXTERNAL = 120;
const LONGEST_TEXT = 300;

/** Reads one row's cells. Made once for a file, called for each of its rows. */
export type RowReader = (cells: readonly string[], line: number) => Result<StagedRow>;

/**
 * A reader for the rows of a file with these headers. It refuses a row that says something unreadable rather than
 * leave that out; the refusal's field is the column's header. Beside the refusals of `values`: `row_width`,
 * `text_unreadable` (bytes of another encoding, or a NUL), `text_too_long`, `status_unknown`, and
 * those of traitCellReader for traits the business declared.
 */
export function rowReader(
  mapping: Mapping,
  headers: readonly string[],
  business: BusinessCalendar,
  declared: DeclaredTraits = NO_TRAITS,
): RowReader {
  const read = fieldReaders(mapping, headers, business, declared);
  const width = headers.length;
  return (cells, line) => {
    if (cells.length !== width && !fits(cells, width)) {
      return refuse('row_width', undefined, { columns: width, cells: cells.length });
    }
    try {
      return accept(read(cells, line));
    } catch (error) {
      if (error instanceof Unreadable) return { ok: false, refusal: error.refusal };
      throw error;
    }
  };
}

/** The order number of a row, also of one that cannot be read otherwise: its order then lacks a row. Empty if none. */
export function orderNumberReader(
  mapping: Mapping,
  headers: readonly string[],
): (cells: readonly string[]) => string {
  const at = headers.findIndex(
    (header) => Object.hasOwn(mapping.columns, header) && mapping.columns[header] === 'order',
  );
  return (cells) => (at < 0 ? '' : toLatinDigits(displayText(cells[at] ?? '')));
}

/** Cells beyond the last column are harmless while they are empty: trailing separators. */
function fits(cells: readonly string[], width: number): boolean {
  return cells.length > width && cells.slice(width).every((cell) => cell.trim() === '');
}

/** Leaves a row's reading from deep inside; it never leaves this file. */
class Unreadable extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal.code);
    this.refusal = refusal;
  }
}

function fieldReaders(
  mapping: Mapping,
  headers: readonly string[],
  business: BusinessCalendar,
  declared: DeclaredTraits,
): (cells: readonly string[], line: number) => StagedRow {
  const column = new Map<Field, number>();
  const tagColumns: number[] = [];
  const traitColumns: { readonly trait: string; readonly at: number }[] = [];
  headers.forEach((header, at) => {
    const field = Object.hasOwn(mapping.columns, header) ? mapping.columns[header] : undefined;
    if (field === undefined || field === 'ignore') return;
    if (field === 'tag') tagColumns.push(at);
    else if (field === 'city' || field.startsWith('trait:'))
      traitColumns.push({ trait: field.replace('trait:', ''), at });
    else column.set(field, at);
  });
  const at = (field: PlainField): number => column.get(field) ?? -1;
  const header = (index: number): string => headers[index] ?? '';
  const fail = (refusal: Refusal, index: number): never => {
    throw new Unreadable({ ...refusal, field: header(index) });
  };
  const zone = zoneOf(business.zone);
  const dayFirst = mapping.dateOrder === null ? {} : { dayFirst: mapping.dateOrder === 'day_first' };
  const moments = remembering((text: string) => readMoment(text, { zone, ...dayFirst }));
  const traitCells = traitColumns.map(({ trait }) => traitCellReader(trait, declared, mapping, moments));
  const mobiles = remembering((text: string) => readMobile(text));
  const emails = remembering(readEmail);
  const shownTexts = remembering(displayText);
  // To look one up takes four times as long as to see that it needs no change.
  const texts = (cell: string): string => (isPlainText(cell) ? cell : shownTexts(cell));
  const statuses = new Map(
    Object.entries(mapping.statusWords).map(([word, status]) => [statusKey(word), status]),
  );
  const amounts = amountReader(mapping);
  const quantities = quantityReader(mapping.grouping);

  const text = (cells: readonly string[], index: number, longest = LONGEST_TEXT): string => {
    const cell = index < 0 ? '' : (cells[index] ?? '');
    if (cell === '') return '';
    if (cell.includes('\u0000')) fail({ code: 'text_unreadable' }, index);
    const shown = texts(cell);
    if (shown.length > longest) fail({ code: 'text_too_long', detail: { most: longest } }, index);
    return shown;
  };
  // A damaged letter in a product's name is a blemish; in a person's name or a number it makes another of it.
  const naming = (cells: readonly string[], index: number, longest = LONGEST_TEXT): string => {
    const shown = text(cells, index, longest);
    if (shown.includes('\uFFFD')) fail({ code: 'text_unreadable' }, index);
    return shown;
  };
  const exact = (
    cells: readonly string[],
    index: number,
    read: (text: string) => Exact | Refusal,
  ): Exact | null => {
    const cell = index < 0 ? '' : (cells[index] ?? '').trim();
    if (cell === '') return null;
    const answer = read(cell);
    return typeof answer === 'bigint' ? answer : fail(answer, index);
  };
  const moment = (cells: readonly string[]): Moment | null => {
    const cell = at('date') < 0 ? '' : (cells[at('date')] ?? '').trim();
    const time = at('time') < 0 ? '' : (cells[at('time')] ?? '').trim();
    if (cell === '') return mapping.kind === 'people' ? null : fail({ code: 'date_missing' }, at('date'));
    const first = moments(cell);
    if (!first.ok) return fail(first.refusal, at('date'));
    if (time === '' || first.value.hasTime) return first.value;
    const both = moments(`${isoDay(first.value.day)} ${clockTime(time)}`);
    return both.ok
      ? both.value
      : fail({ code: 'time_does_not_exist', detail: { text: displayText(time.slice(0, 60)) } }, at('time'));
  };
  const status = (cells: readonly string[]): OrderStatus | null => {
    const word = text(cells, at('status'));
    if (word === '') return null;
    return statusOf(word, statuses) ?? fail({ code: 'status_unknown', detail: { text: word } }, at('status'));
  };
  const personOf = (cells: readonly string[]): Pick<StagedRow, 'mobile' | 'email' | 'external' | 'name'> => {
    const external = naming(cells, at('external'), LONGEST_EXTERNAL);
    const mobileCell = at('mobile') < 0 ? '' : (cells[at('mobile')] ?? '').trim();
    const emailCell = at('email') < 0 ? '' : (cells[at('email')] ?? '').trim();
    const mobile = mobileCell === '' ? null : mobiles(mobileCell);
    const email = emailCell === '' ? null : emails(emailCell);
    const recognised = external !== '' || mobile?.ok === true || email?.ok === true;
    // A landline beside a customer number is no reason to lose the order; alone it would lose the customer.
    if (mobile?.ok === false && !recognised) fail(mobile.refusal, at('mobile'));
    if (email?.ok === false && !recognised) fail(email.refusal, at('email'));
    const full = naming(cells, at('name'));
    const parts = [naming(cells, at('first')), naming(cells, at('last'))]
      .filter((part) => part !== '')
      .join(' ');
    return {
      external: toLatinDigits(external),
      mobile: mobile?.ok === true ? mobile.value : '',
      email: email?.ok === true ? email.value : '',
      name: parts === '' ? full : parts,
    };
  };
  const traitsOf = (cells: readonly string[]): [string, string][] => {
    const traits: [string, string][] = [];
    for (const [place, { trait, at: index }] of traitColumns.entries()) {
      const value = text(cells, index);
      const read = value === '' ? undefined : traitCells[place]?.(value);
      if (read !== undefined) traits.push([trait, read.ok ? read.value : fail(read.refusal, index)]);
    }
    const birthday = text(cells, at('birthday'));
    if (birthday !== '') {
      const day = moments(birthday);
      traits.push(['birthday', day.ok ? isoDay(day.value.day) : fail(day.refusal, at('birthday'))]);
    }
    return traits;
  };
  const tagsOf = (cells: readonly string[]): string[] =>
    tagColumns
      .flatMap((index) => text(cells, index).split(/[,،;|]/))
      .map((tag) => tag.trim())
      .filter((tag) => tag !== '');

  return (cells, line) => {
    const isPeople = mapping.kind === 'people';
    const quantity = exact(cells, at('quantity'), quantities);
    const price = exact(cells, at('unitPrice'), amounts.price);
    const amount = exact(cells, at('amount'), amounts.amount);
    const priced = price !== null && quantity !== null ? lineValue(price, quantity) : null;
    const isTotal = mapping.kind === 'lines' && mapping.amountOf === 'order' && at('amount') >= 0;
    const value = isTotal ? priced : (amount ?? priced);
    if (!isPeople && value === null && !isTotal) {
      const missing = [at('amount'), at('unitPrice'), at('quantity')].find(
        (index) => index >= 0 && (cells[index] ?? '').trim() === '',
      );
      fail({ code: 'amount_missing' }, missing ?? at('amount'));
    }
    const person = personOf(cells);
    if (isPeople && person.mobile === '' && person.email === '' && person.external === '') {
      throw new Unreadable({ code: 'identifier_missing' });
    }
    return {
      line,
      order: toLatinDigits(naming(cells, at('order'), LONGEST_ORDER)),
      at: moment(cells)?.at ?? null,
      status: status(cells),
      ...person,
      value,
      total: isTotal ? amount : null,
      quantity,
      discount: exact(cells, at('discount'), amounts.amount),
      tax: exact(cells, at('tax'), amounts.amount),
      sku: text(cells, at('sku')),
      product: text(cells, at('product')),
      category: text(cells, at('category')),
      branch: text(cells, at('branch')),
      channel: text(cells, at('channel')),
      traits: traitColumns.length > 0 || at('birthday') >= 0 ? traitsOf(cells) : [],
      tags: tagColumns.length > 0 ? tagsOf(cells) : [],
    };
  };
}

/** `9:05` as `09:05`, so that a date and it together read as one. */
function clockTime(time: string): string {
  return toLatinDigits(time).replace(/^([0-9]):/, '0$1:');
}
