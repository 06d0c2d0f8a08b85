import { expect, test } from 'vitest';
import { speechOf } from '../../../language/speech.ts';
import {
  emptyLine,
  formOf,
  isBlank,
  lineFrom,
  newForm,
  readForm,
  readReduction,
  withPasted,
} from './quotation-form.ts';

const speech = speechOf({ calendar: 'jalali', zone: 'Asia/Tehran', currency: 'IRR', unit: 'toman' }, 'fa');
const paper = {
  name: '',
  address: '',
  phones: '',
  legal: '',
  footer: '',
  terms: { fa: 'نقد', en: 'Cash' },
  validDays: 10,
  taxRate: 1000,
  guaranteeMonths: 0,
  askAfterDays: 7,
  proof: false,
};
const begun = newForm(speech, paper, 20_605, ['کفش']);

test('a quotation that is kept and opened again says the same', () => {
  const [line] = begun.lines;
  if (line === undefined) throw new Error('A new quotation has a line');
  const form = {
    ...begun,
    discount: '۵٪',
    visits: 2,
    everyMonths: 6,
    lines: [
      { ...line, quantity: '۲/۵', unitPrice: '۱٬۲۵۰٬۰۰۰', discount: '۱۰۰٬۰۰۰' },
      emptyLine(speech, 1000),
    ],
  };
  const { content, totals } = readForm(form, speech);
  if (content === null) throw new Error('It can be read');
  expect(totals).toMatchObject({
    gross: 31_250_000,
    lineOff: 1_000_000,
    wholeOff: 1_512_500,
    total: 31_611_250,
  });
  expect(content.lines).toHaveLength(1);
  expect(content.validUntil).toBe('2026-06-11');
  const again = readForm(formOf(content, 'fa', speech), speech);
  expect(again.content).toEqual(content);
});

test('what cannot be read is named by its row and cell, and the rest is still reckoned', () => {
  const [line] = begun.lines;
  if (line === undefined) throw new Error('A new quotation has a line');
  const bad = { ...emptyLine(speech, 1000), text: 'بند', quantity: '۰', unitPrice: '۱۰' };
  const read = readForm({ ...begun, lines: [{ ...line, unitPrice: '۱۰' }, bad] }, speech);
  expect(read.content).toBeNull();
  expect(read.totals?.gross).toBe(100);
  expect(read.faults).toEqual([
    { row: bad.id, column: 'quantity', refusal: { code: 'quantity_not_positive', field: 'quantity' } },
  ]);
});

test.each([
  [{ lines: [] }, 'quotation_empty'],
  [{ validUntil: null }, 'validity_missing'],
  [{ visits: 2 }, 'service_unclear'],
  [{ visits: 60, everyMonths: 60 }, 'service_unclear'],
])('a form with %j is not sent', (more, code) => {
  const lines = begun.lines.map((line) => ({ ...line, unitPrice: '۱۰' }));
  const read = readForm({ ...begun, lines, ...more }, speech);
  expect([read.content, read.fault?.code]).toEqual([null, code]);
});

test('a discount is a share or an amount, as it is written', () => {
  expect(['', '۰', '۱۰٪', '12.5%', '۵۰٬۰۰۰'].map((text) => readReduction(text, speech))).toEqual([
    { ok: true, value: { kind: 'none' } },
    { ok: true, value: { kind: 'none' } },
    { ok: true, value: { kind: 'share', share: 1000 } },
    { ok: true, value: { kind: 'share', share: 1250 } },
    { ok: true, value: { kind: 'amount', amount: 500_000 } },
  ]);
  expect(readReduction('۱۲۰٪', speech).ok).toBe(false);
  expect(readReduction('ده', speech).ok).toBe(false);
});

test('what is pasted takes the place of a blank row, or comes behind a full one, and five hundred stay', () => {
  const blank = emptyLine(speech, 0);
  const full = { ...emptyLine(speech, 0), text: 'کفش' };
  const pasted = Array.from({ length: 3 }, () =>
    lineFrom({ sku: '', text: 'بند', quantity: 1000, unit: '', unitPrice: 100 }, speech, ''),
  );
  expect(isBlank(blank)).toBe(true);
  expect(withPasted([blank, full], blank.id, pasted).map(({ text }) => text)).toEqual([
    'بند',
    'بند',
    'بند',
    'کفش',
  ]);
  expect(withPasted([full, blank], full.id, pasted).map(({ text }) => text)).toEqual([
    'کفش',
    'بند',
    'بند',
    'بند',
    '',
  ]);
  expect(
    withPasted(
      [blank],
      blank.id,
      Array.from({ length: 600 }, () => full),
    ),
  ).toHaveLength(500);
});
