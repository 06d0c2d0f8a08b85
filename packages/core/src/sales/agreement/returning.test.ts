import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { agreedReturn } from './returning.ts';
import { quotationTotals } from './totals.ts';
import type { Quotation, QuotationLine } from './quotation.ts';

function lineOf(more: Partial<QuotationLine> = {}): QuotationLine {
  return {
    sku: '',
    text: 'بند کفش',
    quantity: 3000,
    unit: '',
    unitPrice: 1_000,
    discount: { kind: 'none' },
    taxRate: 0,
    ...more,
  };
}

type Sold = Pick<Quotation, 'lines' | 'discount' | 'rounding'>;

function totalsOf(sold: Sold) {
  const totals = quotationTotals(sold);
  if (!totals.ok) throw new Error(totals.refusal.code);
  return totals.value;
}

describe('what comes back', () => {
  const sold: Sold = {
    lines: [lineOf({ taxRate: 1000 }), lineOf({ quantity: 1500, unitPrice: 2_000 })],
    discount: { kind: 'amount', amount: 600 },
    rounding: 1,
  };
  const totals = totalsOf(sold);

  it('comes to its part of what was paid, discounts and tax included', () => {
    // 3,000 + 3,000, less 300 each; tax on the first 270.
    expect(agreedReturn(sold, totals, [], [{ line: 0, quantity: 1000 }])).toEqual({
      ok: true,
      value: { lines: [{ line: 0, quantity: 1000, amount: 990 }], amount: 990, everything: false },
    });
  });

  it('is all that is left where nothing else is said', () => {
    expect(agreedReturn(sold, totals, [1000, 0], null)).toMatchObject({
      ok: true,
      value: { amount: totals.total - 990, everything: true },
    });
  });

  it.each([
    [
      'more than was sold',
      [],
      [{ line: 0, quantity: 3001 }],
      'return_too_many',
      { line: 1, back: 3.001, left: 3 },
    ],
    [
      'more than is left',
      [2500, 0],
      [{ line: 0, quantity: 1000 }],
      'return_too_many',
      { line: 1, back: 1, left: 0.5 },
    ],
    [
      'a line twice, together too much',
      [],
      [
        { line: 1, quantity: 1000 },
        { line: 1, quantity: 1000 },
      ],
      'return_too_many',
      { line: 2, back: 2, left: 1.5 },
    ],
    [
      'a line that is not there',
      [],
      [{ line: 7, quantity: 1 }],
      'return_too_many',
      { line: 8, back: 0.001, left: 0 },
    ],
    ['nothing', [], [], 'return_nothing', undefined],
    ['what is gone', [3000, 1500], null, 'return_nothing', undefined],
  ] as const)('is refused: %s', (_what, before, asked, code, detail) => {
    const answer = agreedReturn(sold, totals, before, asked);
    expect(answer.ok ? null : answer.refusal).toMatchObject({
      code,
      ...(detail === undefined ? {} : { detail }),
    });
  });
});

test('in whatever parts something comes back, it comes to what was paid and to nothing negative', () => {
  const line = fc.record({
    quantity: fc.integer({ min: 1, max: 5000 }),
    unitPrice: fc.integer({ min: 0, max: 1_000_000 }),
    taxRate: fc.constantFrom(0, 900, 1000),
    share: fc.integer({ min: 0, max: 10_000 }),
  });
  fc.assert(
    fc.property(
      fc.array(line, { minLength: 1, maxLength: 4 }),
      fc.constantFrom(1 as const, 10 as const, 1000 as const),
      fc.array(fc.tuple(fc.nat(3), fc.integer({ min: 1, max: 3000 })), { maxLength: 12 }),
      (drawn, rounding, parts) => {
        const sold: Sold = {
          lines: drawn.map(({ share, ...rest }) => lineOf({ ...rest, discount: { kind: 'share', share } })),
          discount: { kind: 'share', share: 500 },
          rounding,
        };
        const totals = totalsOf(sold);
        const gone = sold.lines.map(() => 0);
        let amount = 0;
        const bring = (asked: { line: number; quantity: number }[] | null): void => {
          const back = agreedReturn(sold, totals, gone, asked);
          if (!back.ok) return;
          for (const one of back.value.lines) {
            expect(one.amount).toBeGreaterThanOrEqual(0);
            gone[one.line] = (gone[one.line] ?? 0) + one.quantity;
          }
          amount += back.value.amount;
          expect(back.value.everything).toBe(gone.every((of, place) => of === sold.lines[place]?.quantity));
        };
        for (const [place, quantity] of parts) bring([{ line: place % sold.lines.length, quantity }]);
        bring(null);
        expect(amount).toBe(totals.total);
      },
    ),
    { numRuns: 200 },
  );
});
