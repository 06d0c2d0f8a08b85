import { quotationTotals, type QuotationDocument, type QuotationTotals } from '@nardeban/core/sales';
import { sizeOfLogo } from '../logo-image.ts';
import { fill, type Words, words } from '../pages/words.ts';
import type { Logo } from '../paper.ts';
import {
  sayAmount,
  sayDayAt,
  sayDayOf,
  sayInWords,
  sayMoney,
  sayNumber,
  sayPhones,
  sayQuantity,
  sayShare,
  type Saying,
  unitOf,
} from '../saying.ts';
import { type Align, type Box, Sheet, type Style } from './sheet.ts';

const ink = '#1d2430';
const soft = '#5a6474';
const line = '#d9dee6';
const ground = '#f1f3f6';
const plain: Style = { face: 'plain', size: 9.5, color: ink };
const bold: Style = { face: 'bold', size: 9.5, color: ink };
const small: Style = { face: 'plain', size: 8, color: soft };
const large: Style = { face: 'bold', size: 16, color: ink };
const heading: Style = { face: 'bold', size: 11, color: ink };

/**
 * A quotation on paper, made of nothing but what was sent: the same document makes the same file at any time.
 *
 * @param hash the document's, in hexadecimal; empty for a draft, which says so
 */
export function quotationPdf(
  document: QuotationDocument,
  { hash, logo }: { readonly hash: string; readonly logo: Logo | null },
): Promise<Buffer> {
  const saying: Saying = document;
  const said = words[document.language];
  const totals = quotationTotals(document.content);
  if (!totals.ok) throw new Error(`A quotation that does not add up was to be drawn: ${totals.refusal.code}`);
  const number = sayNumber(document.number, saying);
  const title = `${said.quotation} ${number}`;
  const sheet = new Sheet({
    language: document.language,
    title: `${title} · ${document.from.name}`,
    author: document.from.name,
    at: document.sentAt,
  });
  head(sheet, document, { title, said, saying, logo });
  table(sheet, document, totals.value, { said, saying });
  sums(sheet, totals.value, { said, saying });
  rest(sheet, document, { said, saying });
  const { footer } = document.from;
  const print = hash === '' ? '' : `${said.fingerprint}: ${hash.slice(0, 32)}`;
  sheet.feet(
    (page, pages) => ({
      start: [footer.slice(0, 120), print].filter((one) => one !== '').join(' · '),
      end: fill(said.page, { page: sayNumber(page, saying), pages: sayNumber(pages, saying) }),
    }),
    { ...small, size: 7.5 },
  );
  return sheet.end();
}

interface Telling {
  readonly said: Words;
  readonly saying: Saying;
}

function head(
  sheet: Sheet,
  { from, to, version, sentAt, content }: QuotationDocument,
  { title, said, saying, logo }: Telling & { readonly title: string; readonly logo: Logo | null },
): void {
  const half = sheet.inner * 0.58;
  const size = logo === null ? null : sizeOfLogo(logo);
  const wide =
    logo === null || size === null ? 0 : sheet.picture(logo.content, size, { width: 110, height: 52 }) + 12;
  const own: Box = { start: wide, width: half - wide };
  let y = sheet.write(from.name, own, sheet.y, { ...large, size: 13 });
  for (const text of [
    from.address,
    from.phones === '' ? '' : `${said.phones}: ${sayPhones(from.phones)}`,
    from.legal,
  ])
    if (text !== '') y = sheet.write(text, own, y, small);
  const other: Box = { start: half, width: sheet.inner - half };
  let z = sheet.write(title, other, sheet.y, large, 'end');
  for (const text of [
    ...(version > 1 ? [fill(said.version, { version: sayNumber(version, saying) })] : []),
    `${said.date}: ${sayDayAt(sentAt, saying)}`,
    `${said.validUntil}: ${sayDayOf(content.validUntil, saying)}`,
  ])
    z = sheet.write(text, other, z, plain, 'end');
  sheet.y = Math.max(y, z, sheet.y + (logo === null ? 0 : 56)) + 6;
  sheet.rule(sheet.y, line);
  sheet.y += 8;
  if (to !== '') sheet.flow(`${said.to}: ${to}`, bold);
  if (content.title !== '') sheet.flow(content.title, heading);
  const unit = unitOf(saying);
  if (unit !== '') sheet.flow(fill(said.amountsIn, { unit }), small);
  sheet.y += 4;
}

interface Column {
  readonly name: string;
  readonly align: Align;
  readonly cells: readonly string[];
  /** At least and at most so wide; the column without a most takes what is left. */
  readonly most: number | null;
}

const PAD = 5;

function table(
  sheet: Sheet,
  { content: { lines } }: QuotationDocument,
  totals: QuotationTotals,
  { said, saying }: Telling,
): void {
  const columns: Column[] = [
    {
      name: said.row,
      align: 'start',
      cells: lines.map((_, place) => sayNumber(place + 1, saying)),
      most: 34,
    },
    ...(lines.some(({ sku }) => sku !== '')
      ? [{ name: said.sku, align: 'start' as const, cells: lines.map(({ sku }) => sku), most: 80 }]
      : []),
    { name: said.item, align: 'start', cells: lines.map(({ text }) => text), most: null },
    {
      name: said.quantity,
      align: 'end',
      cells: lines.map(
        ({ quantity, unit }) => `${sayQuantity(quantity, saying)}${unit === '' ? '' : ` ${unit}`}`,
      ),
      most: 80,
    },
    {
      name: said.unitPrice,
      align: 'end',
      cells: lines.map(({ unitPrice }) => sayAmount(unitPrice, saying)),
      most: 110,
    },
    ...(totals.lineOff > 0
      ? [
          {
            name: said.discount,
            align: 'end' as const,
            cells: totals.lines.map(({ lineOff }) => (lineOff === 0 ? '' : sayAmount(lineOff, saying))),
            most: 100,
          },
        ]
      : []),
    {
      name: said.amount,
      align: 'end',
      cells: totals.lines.map(({ gross, lineOff }) => sayAmount(gross - lineOff, saying)),
      most: 110,
    },
  ];
  const { boxes, style } = fitted(sheet, columns);
  const names = { ...bold, size: Math.min(style.size, 8.5) };
  const header = (): void => {
    const height = heightOf(
      sheet,
      columns.map(({ name }) => name),
      boxes,
      names,
    );
    sheet.shade({ start: 0, width: sheet.inner }, sheet.y, height, ground);
    row(
      sheet,
      columns.map(({ name }) => name),
      columns,
      boxes,
      names,
    );
    sheet.y += height;
  };
  // A header without a line under it says nothing.
  sheet.room(60);
  header();
  for (const place of lines.keys()) {
    const cells = columns.map((column) => column.cells[place] ?? '');
    const height = heightOf(sheet, cells, boxes, style);
    if (sheet.room(height)) header();
    row(sheet, cells, columns, boxes, style);
    sheet.y += height;
    sheet.rule(sheet.y, line);
  }
}

/** The least room the text of a line is left; before it gets less, everything is written smaller. */
const LEAST_ITEM = 130;
const SIZES = [9, 8, 7, 6];

function fitted(sheet: Sheet, columns: readonly Column[]): { boxes: Box[]; style: Style } {
  for (const size of SIZES) {
    const style = { ...plain, size };
    const widths = columns.map(({ name, cells, most }) => {
      if (most === null) return 0;
      const widest = Math.max(
        sheet.width(name, { ...bold, size: Math.min(size, 8.5) }),
        ...cells.map((cell) => sheet.width(cell, style)),
      );
      return Math.ceil(Math.min(widest, most)) + 2 * PAD;
    });
    const left = sheet.inner - widths.reduce((sum, width) => sum + width, 0);
    if (left < LEAST_ITEM && size !== SIZES.at(-1)) continue;
    let start = 0;
    const boxes = columns.map(({ most }, place) => {
      const width = most === null ? Math.max(left, 60) : (widths[place] ?? 0);
      const box = { start: start + PAD, width: width - 2 * PAD };
      start += width;
      return box;
    });
    return { boxes, style };
  }
  throw new Error('There is always a smallest size');
}

function heightOf(sheet: Sheet, cells: readonly string[], boxes: readonly Box[], style: Style): number {
  return 6 + Math.max(...cells.map((cell, place) => sheet.height(cell, boxes[place]?.width ?? 0, style)));
}

function row(
  sheet: Sheet,
  cells: readonly string[],
  columns: readonly Column[],
  boxes: readonly Box[],
  style: Style,
): void {
  for (const [place, cell] of cells.entries()) {
    const box = boxes[place];
    if (box !== undefined) sheet.write(cell, box, sheet.y + 3, style, columns[place]?.align);
  }
}

function sums(sheet: Sheet, totals: QuotationTotals, { said, saying }: Telling): void {
  const rows: [string, string][] = [[said.sum, sayAmount(totals.gross - totals.lineOff, saying)]];
  if (totals.wholeOff > 0) rows.push([said.wholeDiscount, sayAmount(totals.wholeOff, saying)]);
  for (const { rate, tax } of totals.taxes)
    rows.push([fill(said.taxOf, { rate: sayShare(rate, saying) }), sayAmount(tax, saying)]);
  const width = 260;
  const start = sheet.inner - width;
  sheet.y += 4;
  sheet.room(rows.length * 20 + 60);
  for (const [name, amount] of rows) {
    const height = sheet.lineHeight(plain) + 4;
    sheet.write(name, { start: start + PAD, width: 110 }, sheet.y, plain);
    sheet.write(amount, { start: start + 115, width: width - 115 - PAD }, sheet.y, plain, 'end');
    sheet.y += height;
  }
  const height = sheet.lineHeight(heading) + 8;
  sheet.shade({ start, width }, sheet.y, height, ground);
  sheet.write(said.total, { start: start + PAD, width: 100 }, sheet.y + 3, heading);
  sheet.write(
    sayMoney(totals.total, saying),
    { start: start + 105, width: width - 105 - PAD },
    sheet.y + 3,
    heading,
    'end',
  );
  sheet.y += height + 6;
  const spelt = sayInWords(totals.total, saying);
  if (spelt !== '') sheet.flow(`${said.inWords}: ${spelt}`, plain);
  sheet.y += 6;
}

function rest(sheet: Sheet, { content }: QuotationDocument, { said, saying }: Telling): void {
  const { delivery, guaranteeMonths, service, terms } = content;
  if (delivery !== '') sheet.flow(`${said.delivery}: ${delivery}`, plain);
  if (guaranteeMonths > 0)
    sheet.flow(
      `${said.guarantee}: ${fill(said.months, { count: sayNumber(guaranteeMonths, saying) })}`,
      plain,
    );
  if (service !== null)
    sheet.flow(
      `${said.service}: ${fill(said.visits, {
        visits: sayNumber(service.visits, saying),
        every: sayNumber(service.everyMonths, saying),
      })}`,
      plain,
    );
  if (terms === '') return;
  sheet.y += 6;
  sheet.room(sheet.lineHeight(heading) + sheet.lineHeight(plain));
  sheet.flow(said.terms, heading);
  sheet.flow(terms, plain);
}
