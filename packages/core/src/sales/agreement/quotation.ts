import { z } from 'zod';
import { displayText, WHOLE } from '../../values/index.ts';
import { shownText } from '../shown-text.ts';

/** How many lines a quotation may have: more than anybody reads, few enough to draw and hash in one go. */
export const MOST_QUOTATION_LINES = 500;
/** Quantities are thousandths: 1.5 metres is 1500. */
export const PIECE = 1000;
/** No quotation comes to more than this, so that every sum of it is exact. */
export const MOST_AMOUNT = 1e15;
/** Ten years: whoever promises more has mistyped it. */
const MOST_MONTHS = 120;

/** Minor units. */
const money = z.int().min(0).max(MOST_AMOUNT);
/** Hundredths of a percent. */
const share = z.int().min(0).max(WHOLE);
const dayText = z.string().regex(/^[0-9]{4}-[0-9]{2}-[0-9]{2}$/);

/** What is taken off: nothing, a share of it, or an amount of money. */
export const reductionSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('none') }),
  z.strictObject({ kind: z.literal('share'), share }),
  z.strictObject({ kind: z.literal('amount'), amount: money }),
]);
export type Reduction = z.infer<typeof reductionSchema>;

export const quotationLineSchema = z.strictObject({
  /** The product's code; empty: none. */
  sku: shownText.max(100),
  text: shownText.min(1).max(300),
  /** Thousandths of `unit`. */
  quantity: z.int().min(1).max(1e12),
  /** Piece, metre, hour …; empty: pieces. */
  unit: shownText.max(20),
  /** Without tax. */
  unitPrice: money,
  discount: reductionSchema,
  /** Of what is left of the line after all discounts. */
  taxRate: share,
});
export type QuotationLine = z.infer<typeof quotationLineSchema>;

/** Service that was promised with it: a visit every so many months, so many times. */
export const serviceSchema = z
  .strictObject({
    visits: z.int().min(1).max(60),
    everyMonths: z.int().min(1).max(MOST_MONTHS),
  })
  .refine(({ visits, everyMonths }) => visits * everyMonths <= MOST_MONTHS, 'service_too_long');

/** What a quotation says. Whom it is for, its number and its version stand beside it. */
export const quotationSchema = z.strictObject({
  title: shownText.max(200),
  lines: z.array(quotationLineSchema).min(1).max(MOST_QUOTATION_LINES),
  /** Off what all lines come to after their own discounts. */
  discount: reductionSchema,
  /** Everything is reckoned in whole multiples of so many minor units: 10 for toman, whose tenths nobody pays. */
  rounding: z.union([z.literal(1), z.literal(10), z.literal(100), z.literal(1000), z.literal(10_000)]),
  /** The last day on which it can be accepted, in the zone of the business. */
  validUntil: dayText,
  delivery: shownText.max(300),
  terms: z.string().overwrite(shownLines).max(4000),
  guaranteeMonths: z.int().min(0).max(MOST_MONTHS),
  service: serviceSchema.nullable(),
  /** Days after delivery when somebody asks how it is going; 0: nobody does. */
  askAfterDays: z.int().min(0).max(365),
  /** Whether whoever accepts proves their mobile with a code. */
  proof: z.boolean(),
});
export type Quotation = z.infer<typeof quotationSchema>;

/** Lines of terms stay lines. */
function shownLines(terms: string): string {
  return terms
    .split(/\r\n|\r|\n/)
    .map(displayText)
    .join('\n')
    .trim();
}
