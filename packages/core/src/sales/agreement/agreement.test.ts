import { describe, expect, it } from 'vitest';
import { dayFrom, jalaliDay } from '../../values/index.ts';
import { documentText } from './document.ts';
import { quantityText, readPastedLines, readQuantity } from './pasted.ts';
import { afterSale, guaranteeEnd } from './promises.ts';
import { shownAs } from './standing.ts';
import { areConfirmed } from './wants.ts';

const money = { currency: 'IRR', unit: 'toman' } as const;
const day = (year: number, month: number, of: number) => dayFrom('jalali', year, month, of) ?? 0;

describe('lines pasted from a sheet', () => {
  it('are found by the names of their columns, in any order and script', () => {
    const sheet =
      'کد کالا\tشرح كالا\tفی (تومان)\tتعداد\nK-1\tكفش ورزشي\t۱٬۲۵۰٬۰۰۰\t۲\nK-2\tواکس\t85,000\t۱٫۵\n\n';
    expect(readPastedLines(sheet, money)).toEqual({
      lines: [
        { sku: 'K-1', text: 'کفش ورزشی', quantity: 2000, unit: '', unitPrice: 12_500_000 },
        { sku: 'K-2', text: 'واکس', quantity: 1500, unit: '', unitPrice: 850_000 },
      ],
      refused: [],
    });
  });

  it('are guessed without names, and a row that cannot be read is named and takes no other with it', () => {
    const found = readPastedLines(
      'K-1\tShoe\t2\t1,250,000\nپارچه\t2/5\t900000 ریال\nبند\t0\t10\n\t\t5',
      money,
    );
    expect(found.lines).toEqual([
      { sku: 'K-1', text: 'Shoe', quantity: 2000, unit: '', unitPrice: 12_500_000 },
      { sku: '', text: 'پارچه', quantity: 2500, unit: '', unitPrice: 900_000 },
    ]);
    expect(found.refused.map(({ row, refusal }) => [row, refusal.code])).toEqual([
      [3, 'quantity_not_positive'],
      [4, 'line_text_missing'],
    ]);
  });

  it('stop at five hundred, and say which were left out', () => {
    const found = readPastedLines(Array.from({ length: 501 }, () => 'بند کفش\t1\t1000').join('\n'), money);
    expect(found.lines).toHaveLength(500);
    expect(found.refused).toEqual([
      { row: 501, refusal: { code: 'quotation_lines_too_many', detail: { most: 500 } } },
    ]);
  });

  it('have quantities of thousandths and none finer', () => {
    expect(readQuantity('۰٫۱۲۵')).toEqual({ ok: true, value: 125 });
    for (const [text, code] of [
      ['0.0001', 'quantity_too_fine'],
      ['-1', 'quantity_not_positive'],
      ['1e9', 'number_in_exponent_form'],
      ['9999999999999', 'quantity_too_large'],
    ])
      expect(readQuantity(text ?? '')).toMatchObject({ refusal: { code } });
    expect([1500, 1000, 5, 1_234_560].map(quantityText)).toEqual(['1.5', '1', '0.005', '1234.56']);
  });
});

describe('what follows a sale', () => {
  it('has its days by the months of the calendar, in order', () => {
    const sold = day(1405, 6, 31);
    const found = afterSale(
      { guaranteeMonths: 12, service: { visits: 2, everyMonths: 6 }, askAfterDays: 7 },
      { sold, calendar: 'jalali' },
    );
    expect(found.map(({ kind, place, day: on, promised }) => [kind, place, jalaliDay(on), promised])).toEqual(
      [
        ['thanks', 1, '1405/07/01', false],
        ['ask', 1, '1405/07/07', false],
        ['service', 1, '1405/12/29', true],
        ['guarantee-end', 1, '1406/06/17', false],
        ['service', 2, '1406/06/31', true],
      ],
    );
    expect(guaranteeEnd(0, sold, 'jalali')).toBeNull();
  });
});

describe('what a link shows', () => {
  it('is over on the day after the last one, and only for what was not answered', () => {
    const validUntil = day(1405, 9, 1);
    const at = (state: 'sent' | 'accepted', today: number) => shownAs({ state, validUntil }, today);
    expect([at('sent', validUntil), at('sent', validUntil + 1), at('accepted', validUntil + 99)]).toEqual([
      'sent',
      'expired',
      'accepted',
    ]);
  });

  it('is confirmed where every want is right', () => {
    const answer = (...right: boolean[]) => ({
      comment: 'ممنون',
      wants: right.map((one) => ({ right: one, comment: '' })),
    });
    expect([answer(true, true), answer(true, false), answer()].map(areConfirmed)).toEqual([
      true,
      false,
      false,
    ]);
  });
});

describe('the text of a document', () => {
  it('is the same in whatever order it was put together', () => {
    const from = { name: 'فروشگاه', address: '', phones: '', legal: '', footer: '', logo: null };
    const rest = {
      number: 1,
      version: 1,
      sentAt: 5,
      language: 'fa',
      calendar: 'jalali',
      zone: 'Asia/Tehran',
    } as const;
    const content = { intro: '', wants: [{ text: 'کفش', note: '' }] };
    expect(documentText({ kind: 'wants', ...rest, from, to: 'مریم', content })).toBe(
      documentText({ content, to: 'مریم', from: { ...from }, ...rest, kind: 'wants' }),
    );
  });
});
