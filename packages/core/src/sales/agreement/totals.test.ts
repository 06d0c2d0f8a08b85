import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { holdsFor } from '../../testing/properties.ts';
import type { QuotationLine, Reduction } from './quotation.ts';
import { quotationTotals } from './totals.ts';

const line = (more: Partial<QuotationLine> = {}): QuotationLine => ({
  sku: '',
  text: 'کفش',
  quantity: 1000,
  unit: '',
  unitPrice: 100_000,
  discount: { kind: 'none' },
  taxRate: 1000,
  ...more,
});
const none: Reduction = { kind: 'none' };

function totals(lines: QuotationLine[], discount: Reduction = none, rounding: 1 | 10 = 1) {
  const result = quotationTotals({ lines, discount, rounding });
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value;
}

describe('what a quotation comes to', () => {
  it.each([
    ['one line with tax', [line()], none, { gross: 100_000, net: 100_000, tax: 10_000, total: 110_000 }],
    [
      'a metre and a half less ten percent',
      [line({ quantity: 1500, discount: { kind: 'share', share: 1000 } })],
      none,
      { gross: 150_000, lineOff: 15_000, net: 135_000, tax: 13_500, total: 148_500 },
    ],
    [
      'a third of a piece is rounded down',
      [line({ quantity: 333, unitPrice: 100, taxRate: 0 })],
      none,
      { gross: 33, total: 33 },
    ],
    [
      'an amount off the whole, before tax',
      [line(), line({ unitPrice: 50_000, taxRate: 0 })],
      { kind: 'amount', amount: 15_000 },
      { gross: 150_000, wholeOff: 15_000, net: 135_000, tax: 9_000, total: 144_000 },
    ],
    [
      'tax is rounded once for a rate, not line by line',
      [line({ unitPrice: 15 }), line({ unitPrice: 15 })],
      none,
      { net: 30, tax: 3, total: 33 },
    ],
    [
      'everything given away',
      [line({ discount: { kind: 'share', share: 10_000 } })],
      none,
      { total: 0, tax: 0 },
    ],
  ] as const)('%s', (_, lines, discount, expected) => {
    expect(totals([...lines], discount)).toMatchObject(expected);
  });

  it('reckons in whole toman where it is told to', () => {
    const found = totals([line({ unitPrice: 12_345, discount: { kind: 'share', share: 333 } })], none, 10);
    expect(found).toMatchObject({ gross: 12_340, lineOff: 410, net: 11_930, tax: 1190, total: 13_120 });
  });

  it('refuses a discount above the price and sums beyond what is kept exactly', () => {
    const refusalOf = (lines: QuotationLine[], discount: Reduction = none) => {
      const result = quotationTotals({ lines, discount, rounding: 1 });
      return result.ok ? null : [result.refusal.code, result.refusal.field];
    };
    expect(refusalOf([line({ discount: { kind: 'amount', amount: 100_001 } })])).toEqual([
      'discount_above_price',
      'lines.0.discount',
    ]);
    expect(refusalOf([line()], { kind: 'amount', amount: 100_001 })).toEqual([
      'discount_above_price',
      'discount',
    ]);
    expect(refusalOf([line(), line({ unitPrice: 1e15, quantity: 1e12 })])).toEqual([
      'quotation_too_large',
      'lines.1',
    ]);
    expect(refusalOf([line({ unitPrice: 1e15 })])).toEqual(['quotation_too_large', 'lines']);
  });

  const reduction = fc.oneof(
    fc.constant(none),
    fc.record({ kind: fc.constant('share' as const), share: fc.integer({ min: 0, max: 10_000 }) }),
  );
  const lines = fc.array(
    fc
      .record({
        quantity: fc.integer({ min: 1, max: 5_000_000 }),
        unitPrice: fc.integer({ min: 0, max: 1e9 }),
        discount: reduction,
        taxRate: fc.constantFrom(0, 300, 900, 1000),
      })
      .map(line),
    { minLength: 1, maxLength: 30 },
  );

  it('adds up to the last rial whatever the lines, and no line’s tax is off by two units', () => {
    holdsFor(
      'quotations tie',
      300,
      fc.property(
        fc.tuple(lines, reduction, fc.constantFrom(1 as const, 10 as const)),
        ([all, discount, rounding]) => {
          const found = totals(all, discount, rounding);
          const sum = (of: (one: (typeof found.lines)[number]) => number) =>
            found.lines.reduce((so, one) => so + of(one), 0);
          expect(sum(({ gross }) => gross)).toBe(found.gross);
          expect(sum(({ lineOff }) => lineOff)).toBe(found.lineOff);
          expect(sum(({ sharedOff }) => sharedOff)).toBe(found.wholeOff);
          expect(sum(({ net }) => net)).toBe(found.net);
          expect(sum(({ tax }) => tax)).toBe(found.tax);
          expect(sum(({ total }) => total)).toBe(found.total);
          expect(found.gross - found.lineOff - found.wholeOff).toBe(found.net);
          expect(found.taxes.reduce((so, { tax }) => so + tax, 0)).toBe(found.tax);
          for (const figure of [found.gross, found.lineOff, found.wholeOff, found.tax, found.total])
            expect(figure % rounding).toBe(0);
          for (const [place, one] of found.lines.entries()) {
            const asked = all[place];
            if (asked === undefined) throw new Error('a line too many');
            expect(one.gross - one.lineOff - one.sharedOff).toBe(one.net);
            expect(Math.min(one.gross, one.lineOff, one.sharedOff, one.net, one.tax)).toBeGreaterThanOrEqual(
              0,
            );
            const exact = (BigInt(one.net) * BigInt(asked.taxRate)) / 10_000n;
            expect(Math.abs(one.tax - Number(exact))).toBeLessThan(2 * rounding);
          }
        },
      ),
    );
  });

  it('changes no sum with the order of the lines', () => {
    holdsFor(
      'quotations in any order',
      100,
      fc.property(fc.tuple(lines, reduction), ([all, discount]) => {
        const { lines: _one, ...there } = totals(all, discount);
        const { lines: _other, ...back } = totals([...all].reverse(), discount);
        expect(back).toEqual(there);
      }),
    );
  });
});
