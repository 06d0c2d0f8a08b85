import { expect, it } from 'vitest';
import type { Agreement, Quotation } from './queries.ts';
import { asBack, goneOf, returnOf } from './return-form.ts';

const line = (quantity: number, unitPrice: number): Quotation['lines'][number] => ({
  sku: '',
  text: 'کفش',
  quantity,
  unit: '',
  unitPrice,
  discount: { kind: 'none' },
  taxRate: 0,
});
const content = {
  lines: [line(2000, 500), line(1500, 1000)],
  discount: { kind: 'none' },
  rounding: 1,
} as unknown as Quotation;
const returns = [
  { place: 1, kind: 'returned', amount: 500, lines: [{ line: 0, quantity: 1000, amount: 500 }] },
] as unknown as Agreement['returns'];

it('knows what is left of each line, and what it comes to', () => {
  expect(goneOf(content, returns)).toEqual([1000, 0]);
  expect(returnOf(content, returns, null).back).toMatchObject({ amount: 2000, everything: true });
  expect(returnOf(content, returns, new Map([[1, 0.5]])).back).toMatchObject({
    amount: 500,
    everything: false,
  });
  expect(returnOf(content, returns, new Map([[0, 2]])).fault).toMatchObject({
    code: 'return_too_many',
    detail: { line: 1, back: 2 },
  });
  expect(returnOf(content, returns, new Map()).fault?.code).toBe('return_nothing');
});

it('sends pieces as thousandths, in the order of the lines, without those of which nothing comes back', () => {
  expect(
    asBack(
      new Map([
        [1, 0.3],
        [0, 1],
        [2, 0],
      ]),
    ),
  ).toEqual([
    { line: 0, quantity: 1000 },
    { line: 1, quantity: 300 },
  ]);
  expect(asBack(null)).toBeNull();
});
