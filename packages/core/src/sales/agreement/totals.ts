import { accept, divide, partOf, refuse, type Result, sumOf, timesOver, WHOLE } from '../../values/index.ts';
import { MOST_AMOUNT, PIECE, type Quotation, type QuotationLine, type Reduction } from './quotation.ts';

/** A line in minor units. `gross = lineOff + sharedOff + net` and `total = net + tax`. */
export interface LineTotals {
  /** Quantity times unit price. */
  readonly gross: number;
  /** What was taken off the line by itself, and its part of what was taken off the whole. */
  readonly lineOff: number;
  readonly sharedOff: number;
  readonly net: number;
  readonly tax: number;
  readonly total: number;
}

/** Tax of one rate. */
export interface TaxOfRate {
  readonly rate: number;
  readonly net: number;
  readonly tax: number;
}

/** Every figure is the sum of the lines', exactly. */
export interface QuotationTotals {
  readonly lines: readonly LineTotals[];
  readonly gross: number;
  readonly lineOff: number;
  readonly wholeOff: number;
  readonly net: number;
  readonly tax: number;
  readonly total: number;
  /** By rate, the lowest first; nothing at rate 0. */
  readonly taxes: readonly TaxOfRate[];
}

/**
 * What a quotation comes to. Three roundings, all downwards to a multiple of `rounding`, and so all in favour of the customer or of
 * nobody: quantity times price; a discount that is a share; the tax of all lines of one rate together. What is taken off the
 * whole, and the tax of a rate, is divided among the lines by largest remainder, so that the lines add up to it.
 *
 * Refusals: `quotation_too_large` beyond what is kept exactly; `discount_above_price` on a line, or on the whole.
 */
export function quotationTotals(
  quotation: Pick<Quotation, 'lines' | 'discount' | 'rounding'>,
): Result<QuotationTotals> {
  const { lines, rounding } = quotation;
  const grosses: number[] = [];
  let gross = 0;
  for (const [place, line] of lines.entries()) {
    const of = down(timesOver(line.quantity, line.unitPrice, PIECE), rounding);
    gross += of;
    if (gross > MOST_AMOUNT) return refuse('quotation_too_large', `lines.${place}`, { most: MOST_AMOUNT });
    grosses.push(of);
  }
  const lineOffs: number[] = [];
  for (const [place, line] of lines.entries()) {
    const of = grosses[place] ?? 0;
    const off = offOf(line.discount, of, rounding);
    if (off > of) return refuse('discount_above_price', `lines.${place}.discount`, { line: place + 1 });
    lineOffs.push(off);
  }
  const afters = grosses.map((of, place) => of - (lineOffs[place] ?? 0));
  const after = sumOf(afters);
  const wholeOff = offOf(quotation.discount, after, rounding);
  if (wholeOff > after) return refuse('discount_above_price', 'discount');
  const sharedOffs = sharedBy(lines, wholeOff, afters, rounding);
  const nets = afters.map((of, place) => of - (sharedOffs[place] ?? 0));
  const { taxes, byLine } = taxOf(lines, nets, rounding);
  const net = sumOf(nets);
  const tax = sumOf(byLine);
  // Tax comes on top of it.
  if (net + tax > MOST_AMOUNT) return refuse('quotation_too_large', 'lines', { most: MOST_AMOUNT });
  return accept({
    lines: lines.map((_, place) => {
      const [one, own] = [nets[place] ?? 0, byLine[place] ?? 0];
      return {
        gross: grosses[place] ?? 0,
        lineOff: lineOffs[place] ?? 0,
        sharedOff: sharedOffs[place] ?? 0,
        net: one,
        tax: own,
        total: one + own,
      };
    }),
    gross,
    lineOff: sumOf(lineOffs),
    wholeOff,
    net,
    tax,
    total: net + tax,
    taxes,
  });
}

/** The next lower multiple of what is rounded to. */
function down(amount: number, rounding: number): number {
  return amount - (amount % rounding);
}

/** By largest remainder, in multiples of what is rounded to. */
function divided(whole: number, weights: readonly number[], rounding: number): number[] {
  return divide(whole / rounding, weights).map((part) => part * rounding);
}

/** Where two lines have the same right to a last unit, the one of the lower tax rate has it, in whatever order they stand. */
function sharedBy(
  lines: readonly QuotationLine[],
  whole: number,
  weights: readonly number[],
  rounding: number,
): number[] {
  const rateOf = (place: number): number => lines[place]?.taxRate ?? 0;
  const places = lines.map((_, place) => place).sort((a, b) => rateOf(a) - rateOf(b));
  const parts: number[] = [];
  const divisions = divided(
    whole,
    places.map((place) => weights[place] ?? 0),
    rounding,
  );
  for (const [turn, place] of places.entries()) parts[place] = divisions[turn] ?? 0;
  return parts;
}

function offOf(reduction: Reduction, of: number, rounding: number): number {
  switch (reduction.kind) {
    case 'none':
      return 0;
    case 'share':
      return reduction.share === WHOLE ? of : down(partOf(of, reduction.share), rounding);
    case 'amount':
      return down(reduction.amount, rounding);
  }
}

function taxOf(
  lines: readonly QuotationLine[],
  nets: readonly number[],
  rounding: number,
): { readonly taxes: TaxOfRate[]; readonly byLine: readonly number[] } {
  const byLine = lines.map(() => 0);
  const taxes: TaxOfRate[] = [];
  const rates = [...new Set(lines.map(({ taxRate }) => taxRate))].sort((a, b) => a - b);
  for (const rate of rates) {
    if (rate === 0) continue;
    const places = lines.flatMap((line, place) => (line.taxRate === rate ? [place] : []));
    const weights = places.map((place) => nets[place] ?? 0);
    const net = sumOf(weights);
    const tax = down(partOf(net, rate), rounding);
    for (const [index, part] of divided(tax, weights, rounding).entries()) byLine[places[index] ?? 0] = part;
    taxes.push({ rate, net, tax });
  }
  return { taxes, byLine };
}
