import { inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { documentOf, lineOf, PIXEL, quotationOf } from '../testing-quotation.ts';
import { linesOf } from './lines.ts';
import { quotationPdf } from './quotation-pdf.ts';

const drawn = (text: string, language: 'fa' | 'en' = 'fa') =>
  linesOf(text, { width: 1e6, language, measure: (part) => part.length })
    .flatMap(({ runs }) => runs.map(({ text: run, rtl }) => (rtl ? [...run].reverse().join('') : run)))
    .join('');

describe('the order in which a line is drawn, from left to right', () => {
  it.each([
    // What is read from the right stands turned round; numbers and Latin words do not.
    ['قیمت ۱٬۲۵۰٬۰۰۰ تومان', 'ناموت ۱٬۲۵۰٬۰۰۰ تمیق'],
    ['کفش Nike Air (سایز ۴۲) است', 'تسا (۴۲ زیاس) Nike Air شفک'],
    ['کد K-42/A، تاریخ ۱۴۰۵/۰۹/۰۱', '۱۴۰۵/۰۹/۰۱ خیرات ،K-42/A دک'],
    ['تلفن: \u2066021-8877 6655\u2069', '021-8877 6655 :نفلت'],
    ['(سهامی خاص)', '(صاخ یماهس)'],
    ['می‌روم', 'مور‌یم'],
    ['۱۲٫۵٪ تخفیف [ویژه] «همکار»', '«راکمه» [هژیو] فیفخت ۱۲٫۵٪'],
    ['Size 42 (سایز ۴۲) only', 'Size 42 (۴۲ زیاس) only'],
  ])('%s', (text, order) => {
    expect(drawn(text)).toBe(order);
  });

  it('is that of whoever wrote it, also on a paper of the other language', () => {
    expect(drawn('قیمت‌ها به toman است', 'en')).toBe('تسا toman هب اه‌تمیق');
    expect(drawn('Prices (in تومان) hold', 'fa')).toBe('Prices (in ناموت) hold');
    expect(drawn('۱۲۳ - ۴۵', 'fa')).toBe('۴۵ - ۱۲۳');
    expect(drawn('123 - 45', 'en')).toBe('123 - 45');
  });

  it('breaks between words, and within one that is too wide for any line', () => {
    const lines = linesOf('یک دوسه چهارپنج', { width: 5, language: 'fa', measure: (part) => part.length });
    expect(lines.map(({ text }) => text)).toEqual(['یک', 'دوسه', 'چهارپ', 'نج']);
  });
});

/** What stands on the pages of a file: each line as it is read out, and as the signs that are drawn from left to right. */
function written(pdf: Buffer): { pages: number; said: string[]; signs: string[] } {
  const raw = pdf.toString('latin1');
  const streams: string[] = [];
  for (const match of raw.matchAll(/stream\r?\n/g)) {
    const start = match.index + match[0].length;
    try {
      const packed = Buffer.from(raw.slice(start, raw.indexOf('endstream', start)), 'latin1');
      streams.push(inflateSync(packed).toString('latin1'));
    } catch {
      // A font or a picture of its own packing.
    }
  }
  const pages = (raw.match(/\/Type \/Page\b(?!s)/g) ?? []).length;
  const fonts = streams.filter((stream) => stream.includes('beginbfrange')).map(signsOfFont);
  const lines = streams.flatMap((stream) => stream.split('/Span').slice(1));
  const said = lines.map((line) => {
    const [, plain = ''] = /\/ActualText \(((?:[^\\)]|\\.)*)\)/s.exec(line) ?? [];
    return textOf(Buffer.from(unescaped(plain), 'latin1'));
  });
  const signs = lines.flatMap((line) => fonts.map((font) => drawnWith(line, font)));
  return { pages, said, signs };
}

function signsOfFont(cmap: string): Map<number, string> {
  const found = new Map<number, string>();
  for (const [, first = '', all = ''] of cmap.matchAll(/<([0-9a-f]{4})> <[0-9a-f]{4}> \[([^\]]*)\]/g))
    for (const [place, [, hex = '']] of [...all.matchAll(/<([^>]*)>/g)].entries())
      found.set(
        Number.parseInt(first, 16) + place,
        Buffer.from(hex.replaceAll(' ', ''), 'hex').swap16().toString('utf16le'),
      );
  return found;
}

/** By where they stand, whatever the order they were written in; spaces are not drawn. */
function drawnWith(line: string, font: ReadonlyMap<number, string>): string {
  return [...line.matchAll(/1 0 0 1 ([0-9.]+) [0-9.]+ Tm[^[]*\[([^\]]*)\] TJ/g)]
    .map(([, x = '', shown = '']) => ({
      x: Number(x),
      text: [...shown.matchAll(/<([0-9a-f]+)>/g)]
        .flatMap(([, hex = '']) => hex.match(/.{4}/g) ?? [])
        .map((glyph) => font.get(Number.parseInt(glyph, 16)) ?? '?')
        .join(''),
    }))
    .sort((a, b) => a.x - b.x)
    .map(({ text }) => text)
    .join('');
}

function unescaped(text: string): string {
  return text.replace(
    /\\([nrtbf()\\])/g,
    (_, sign: string) => ({ n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' })[sign] ?? sign,
  );
}

function textOf(bytes: Buffer): string {
  if (bytes[0] !== 0xfe || bytes[1] !== 0xff) return bytes.toString('latin1');
  return Buffer.from(bytes.subarray(2)).swap16().toString('utf16le');
}

describe('a quotation on paper', () => {
  it('says everything in Persian: names, numbers, dates, the sum in words', async () => {
    const pdf = await quotationPdf(documentOf('fa', quotationOf()), { hash: 'ab'.repeat(32), logo: null });
    const { said, pages } = written(pdf);
    expect(pages).toBe(1);
    for (const text of [
      'پیش‌فاکتور ۱۴۰۵',
      'تاریخ: ۱۱ خرداد ۱۴۰۵',
      'اعتبار تا: ۲۱ خرداد ۱۴۰۵',
      'برای: شرکت پارس‌تجارت',
      'مبلغ‌ها به تومان',
      'کفش ورزشی Nike Air (سایز ۴۲)',
      '۲٫۵ متر',
      '۱٬۲۵۰٬۰۰۰',
      'مالیات ۱۰٪',
      '۱٬۴۸۵٬۰۰۰ تومان',
      'به حروف: یک میلیون و چهارصد و هشتاد و پنج هزار تومان',
      'گارانتی: ۱۲ ماه',
      '۲. مانده تا ۱۴۰۵/۰۴/۱۵.',
      'صفحهٔ ۱ از ۱',
      'تلفن: 021-8877 6655، 0912 123 4567',
    ])
      expect(said).toContain(text);
  });

  it('has its letters, numbers and brackets in the order a reader of Persian sees them in', async () => {
    const { signs } = written(await quotationPdf(documentOf('fa', quotationOf()), { hash: '', logo: null }));
    for (const text of [
      '(۴۲زیاس)NikeAirیشزروشفک',
      '۱٬۲۵۰٬۰۰۰',
      'ناموت۱٬۴۸۵٬۰۰۰',
      '(یزکرم)ایرآهاگشورف',
      '09121234567،021-88776655:نفلت',
      'رتم۲٫۵',
      '.۱۴۰۵/۰۴/۱۵اتهدنام.۲',
    ])
      expect(signs).toContain(text);
  });

  it('says the same in English, and is the same file every time', async () => {
    const document = documentOf('en', quotationOf({ discount: { kind: 'share', share: 500 } }));
    const logo = { type: 'image/png', content: PIXEL } as const;
    const [one, other] = [
      await quotationPdf(document, { hash: 'cd'.repeat(32), logo }),
      await quotationPdf(document, { hash: 'cd'.repeat(32), logo }),
    ];
    expect(one.equals(other)).toBe(true);
    const { said } = written(one);
    for (const text of [
      'Quotation 1405',
      'Date: 11 Khordad 1405',
      '1,250,000',
      'Discount',
      'Tax 10%',
      'Page 1 of 1',
    ])
      expect(said).toContain(text);
  });

  it('takes five hundred lines onto many pages, each with its head and its number', async () => {
    const lines = Array.from({ length: 500 }, (_, place) =>
      lineOf({ text: `کالای شمارهٔ ${place + 1} از فهرست`.repeat(place % 4 === 0 ? 6 : 1) }),
    );
    const { said, pages } = written(
      await quotationPdf(documentOf('fa', quotationOf({ lines })), { hash: '', logo: null }),
    );
    expect(pages).toBeGreaterThan(10);
    expect(said.filter((text) => text === 'شرح')).toHaveLength(pages);
    const persian = (number: number) =>
      String(number).replace(/\d/g, (digit) => '۰۱۲۳۴۵۶۷۸۹'.charAt(Number(digit)));
    for (let page = 1; page <= pages; page++)
      expect(said).toContain(`صفحهٔ ${persian(page)} از ${persian(pages)}`);
    expect(said).toContain('۵۰۰');
  });

  it('has room for the largest amounts and for words that fit nowhere', async () => {
    const lines = [
      lineOf({
        sku: 'X'.repeat(100),
        text: 'ب'.repeat(300),
        quantity: 1_000_000_000,
        unitPrice: 90_000_000,
        taxRate: 0,
        discount: { kind: 'amount', amount: 10 },
      }),
    ];
    const { said } = written(
      await quotationPdf(documentOf('fa', quotationOf({ lines })), { hash: '', logo: null }),
    );
    expect(said).toContain('۸٬۹۹۹٬۹۹۹٬۹۹۹٬۹۹۹ تومان');
  });
});
