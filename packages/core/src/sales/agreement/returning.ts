import { accept, refuse, type Result, sumOf, timesOver } from '../../values/index.ts';
import { PIECE, type Quotation } from './quotation.ts';
import type { QuotationTotals } from './totals.ts';

/** So much of a line, by its place: `quantity` in thousandths, as the quotation has them. */
export interface Back {
  readonly line: number;
  readonly quantity: number;
}

export interface AgreedReturn {
  /** Each line once, in order; `amount` in minor units with its tax. */
  readonly lines: readonly (Back & { readonly amount: number })[];
  readonly amount: number;
  /** Nothing of what was sold stays with the customer. */
  readonly everything: boolean;
}

/**
 * What comes back of something sold by a quotation, and what it came to: each line its part of what was paid for it, all
 * discounts and the tax included, rounded downwards to `rounding`. Parts that come back one after another come to the same as
 * if they came back at once, and all of it to exactly what was paid.
 *
 * @param before what came back already, by the place of the line
 * @param asked what comes back now; null: all that is left
 *
 * Refusals: `return_nothing`; `return_too_many` {line, back, left}, in pieces and not in thousandths.
 */
export function agreedReturn(
  { lines, rounding }: Pick<Quotation, 'lines' | 'rounding'>,
  totals: Pick<QuotationTotals, 'lines'>,
  before: readonly number[],
  asked: readonly Back[] | null,
): Result<AgreedReturn> {
  const left = lines.map(({ quantity }, line) => quantity - (before[line] ?? 0));
  const back = asked === null ? left : lines.map(() => 0);
  for (const [place, { line, quantity }] of (asked ?? []).entries()) {
    const wanted = (back[line] ?? 0) + quantity;
    const most = left[line] ?? 0;
    if (wanted > most)
      return refuse('return_too_many', `lines.${place}`, {
        line: line + 1,
        back: wanted / PIECE,
        left: most / PIECE,
      });
    back[line] = wanted;
  }
  if (sumOf(back) === 0) return refuse('return_nothing', 'lines');
  const worth = (line: number, quantity: number): number => {
    const all = lines[line]?.quantity ?? 0;
    const total = totals.lines[line]?.total ?? 0;
    if (quantity >= all) return total;
    const part = timesOver(total, quantity, all);
    return part - (part % rounding);
  };
  const returned = back.flatMap((quantity, line) => {
    if (quantity === 0) return [];
    const gone = before[line] ?? 0;
    return [{ line, quantity, amount: worth(line, gone + quantity) - worth(line, gone) }];
  });
  return accept({
    lines: returned,
    amount: sumOf(returned.map(({ amount }) => amount)),
    everything: left.every((most, line) => most === (back[line] ?? 0)),
  });
}
