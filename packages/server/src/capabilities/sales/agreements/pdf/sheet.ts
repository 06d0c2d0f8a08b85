import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Language } from '@nardeban/core/values';
import Pdf from 'pdfkit';
import type { Size } from '../logo-image.ts';
import { CONTROLS, forShaping, linesOf } from './lines.ts';

const folder = join(
  dirname(createRequire(import.meta.url).resolve('vazirmatn/package.json')),
  'fonts',
  'ttf',
);
const files = { plain: 'Vazirmatn-Regular.ttf', bold: 'Vazirmatn-Bold.ttf' } as const;
export type Face = keyof typeof files;
const loaded = new Map<Face, Buffer>();

function fontOf(face: Face): Buffer {
  const known = loaded.get(face);
  if (known !== undefined) return known;
  const read = readFileSync(join(folder, files[face]));
  loaded.set(face, read);
  return read;
}

/** A4 in points. */
export const PAGE = { width: 595.28, height: 841.89, margin: 40 } as const;
/** Room for two lines at the foot of every page. */
const FOOT = 40;
const BETWEEN_LINES = 1.55;

export interface Style {
  readonly face: Face;
  readonly size: number;
  readonly color: string;
}

/** Where the edge is that lines of a text stand at, by the direction of reading. */
export type Align = 'start' | 'end' | 'center';

export interface Box {
  /** From the edge where reading starts: the right one in Persian. */
  readonly start: number;
  readonly width: number;
}

/**
 * A document of A4 pages that is written from top to bottom. What is placed is named by the direction of reading, so one
 * layout serves both languages.
 */
export class Sheet {
  readonly language: Language;
  readonly #pdf: PDFKit.PDFDocument;
  readonly #parts: Buffer[] = [];
  /** Each text is measured once, and broken once: a table asks for its heights before it is written. */
  readonly #widths = new Map<string, number>();
  readonly #lines = new Map<string, ReturnType<typeof linesOf>>();
  /** How far down the page is filled. */
  y: number = PAGE.margin;

  constructor({
    language,
    title,
    author,
    at,
  }: { language: Language; title: string; author: string; at: number }) {
    this.language = language;
    this.#pdf = new Pdf({
      size: 'A4',
      margin: 0,
      bufferPages: true,
      pdfVersion: '1.7',
      lang: language,
      displayTitle: true,
      // The same document makes the same file.
      info: { Title: title, Author: author, CreationDate: new Date(at), ModDate: new Date(at) },
    });
    this.#pdf.on('data', (part: Buffer) => this.#parts.push(part));
    for (const face of ['plain', 'bold'] as const) this.#pdf.registerFont(face, fontOf(face));
  }

  get inner(): number {
    return PAGE.width - 2 * PAGE.margin;
  }

  /** How far down a page may be filled. */
  get bottom(): number {
    return PAGE.height - PAGE.margin - FOOT;
  }

  lineHeight({ size }: Style): number {
    return size * BETWEEN_LINES;
  }

  width(text: string, style: Style): number {
    const key = `${style.face} ${style.size} ${text}`;
    const known = this.#widths.get(key);
    if (known !== undefined) return known;
    this.#pdf.font(style.face).fontSize(style.size);
    const measured = this.#pdf.widthOfString(text.replace(CONTROLS, ''));
    this.#widths.set(key, measured);
    return measured;
  }

  /** The lines a text takes in so much room; none where there is no text. */
  lines(text: string, width: number, style: Style): ReturnType<typeof linesOf> {
    const key = `${style.face} ${style.size} ${width} ${text}`;
    const known = this.#lines.get(key);
    if (known !== undefined) return known;
    const measure = (part: string): number => this.width(part, style);
    const broken = text
      .split('\n')
      .flatMap((paragraph) => linesOf(paragraph, { width, language: this.language, measure }));
    this.#lines.set(key, broken);
    return broken;
  }

  height(text: string, width: number, style: Style): number {
    return this.lines(text, width, style).length * this.lineHeight(style);
  }

  /** Writes a text into a box from `top` on; answers where it ends. */
  write(text: string, box: Box, top: number, style: Style, align: Align = 'start'): number {
    let y = top;
    for (const line of this.lines(text, box.width, style)) {
      this.#line(line, box, y, style, align);
      y += this.lineHeight(style);
    }
    return y;
  }

  /** A paragraph over the whole width, onto further pages where it has to be. */
  flow(text: string, style: Style): void {
    const box = { start: 0, width: this.inner };
    for (const line of this.lines(text, box.width, style)) {
      this.room(this.lineHeight(style));
      this.#line(line, box, this.y, style, 'start');
      this.y += this.lineHeight(style);
    }
  }

  /** Begins another page where so much does not fit on this one any more; answers whether it did. */
  room(height: number): boolean {
    if (this.y + height <= this.bottom) return false;
    this.#pdf.addPage({ size: 'A4', margin: 0 });
    this.y = PAGE.margin;
    return true;
  }

  rule(y: number, color: string, box: Box = { start: 0, width: this.inner }): void {
    const left = this.#left(box);
    this.#pdf
      .moveTo(left, y)
      .lineTo(left + box.width, y)
      .lineWidth(0.5)
      .strokeColor(color)
      .stroke();
  }

  shade(box: Box, top: number, height: number, color: string): void {
    this.#pdf.rect(this.#left(box), top, box.width, height).fillColor(color).fill();
  }

  /** A picture within so much room, at the edge where reading starts; answers how wide it became. */
  picture(content: Buffer, size: Size, most: Size): number {
    const scale = Math.min(most.width / size.width, most.height / size.height);
    const [width, height] = [size.width * scale, size.height * scale];
    this.#pdf.image(content, this.#left({ start: 0, width }), this.y, { width, height });
    return width;
  }

  /** Writes the foot of every page, once it is known how many there are. */
  feet(
    foot: (page: number, pages: number) => { readonly start: string; readonly end: string },
    style: Style,
  ): void {
    const { start, count } = this.#pdf.bufferedPageRange();
    for (let page = start; page < start + count; page++) {
      this.#pdf.switchToPage(page);
      const said = foot(page + 1, count);
      const top = PAGE.height - PAGE.margin - FOOT + 12;
      this.rule(top - 6, '#c9ced6');
      const width = this.width(said.end, style) + 10;
      this.write(said.end, { start: this.inner - width, width }, top, style, 'end');
      this.write(said.start, { start: 0, width: this.inner - width }, top, style);
    }
  }

  /** The whole file. Nothing can be written afterwards. */
  end(): Promise<Buffer> {
    return new Promise((resolve, reject) => {
      this.#pdf.on('end', () => resolve(Buffer.concat(this.#parts)));
      this.#pdf.on('error', reject);
      this.#pdf.end();
    });
  }

  #line(
    { text, runs }: ReturnType<typeof linesOf>[number],
    box: Box,
    top: number,
    style: Style,
    align: Align,
  ): void {
    const pdf = this.#pdf;
    pdf.font(style.face).fontSize(style.size);
    const shaped = runs.map((run) => forShaping(run));
    const widths = shaped.map((run) => this.width(run, style));
    const width = widths.reduce((sum, one) => sum + one, 0);
    const isAtRight = align === 'start' ? this.language === 'fa' : this.language !== 'fa';
    const left = this.#left(box);
    let x = align === 'center' ? left + (box.width - width) / 2 : isAtRight ? left + box.width - width : left;
    const baseline = top + style.size * 1.1;
    // What is read out, copied and searched for is the text in the order it is read in, whatever order it is drawn in.
    pdf.markContent('Span', { actual: text });
    pdf.fillColor(style.color);
    for (const [place, run] of shaped.entries()) {
      if (run.trim() !== '') pdf.text(run, x, baseline, { lineBreak: false, baseline: 'alphabetic' });
      x += widths[place] ?? 0;
    }
    pdf.endMarkedContent();
  }

  #left({ start, width }: Box): number {
    return this.language === 'fa' ? PAGE.width - PAGE.margin - start - width : PAGE.margin + start;
  }
}
