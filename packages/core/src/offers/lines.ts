import { type Basket, type BasketLine, isChosen, lineGross } from '../programme/index.ts';
import { accept, refuse, type Result } from '../values/index.ts';
import type { On } from './offer.ts';
import type { Costs } from './pricing-input.ts';
import { timesOverNearest, timesOverUp, WHOLE } from './proportion.ts';

/** A line as pricing looks at it: all amounts for all its pieces together, in minor units. */
export interface LineFacts {
  readonly place: number;
  readonly line: BasketLine;
  readonly kind: 'goods' | 'shipping' | 'gift-card';
  readonly gross: number;
  readonly tax: number;
  /** What the pieces cost; null: nobody knows. */
  readonly cost: number | null;
  /** The cost that floors and margins reckon with: by the rate of the business where it is not known. */
  readonly reckoned: number;
}

/** No sum of a basket is larger, so that every amount stays exact. */
const MOST_GROSS = 1e15;

/**
 * Refusals: `basket_too_large` beyond what is kept exactly, `tax_above_price` on a line whose tax is more than its price.
 */
export function factsOfLines(basket: Basket, costs: Costs): Result<LineFacts[]> {
  const facts: LineFacts[] = [];
  let total = 0;
  for (const [place, line] of basket.lines.entries()) {
    const gross = lineGross(line);
    total += gross;
    if (total > MOST_GROSS) return refuse('basket_too_large', `lines.${place}`, { most: MOST_GROSS });
    const tax = line.tax ?? 0;
    if (tax > gross) return refuse('tax_above_price', `lines.${place}.tax`, { tax, price: gross });
    const kind = line.kind ?? 'goods';
    const unit = line.unitCost ?? costs.unitCosts.get(line.item);
    // What a shop pays on for a parcel or a card is no revenue of its own: it has no cost and no margin.
    const cost =
      kind !== 'goods' ? 0 : unit === undefined ? null : Math.min(unit * line.quantity, MOST_GROSS);
    const reckoned = cost ?? timesOverUp(gross - tax, WHOLE - costs.marginRate, WHOLE);
    facts.push({ place, line, kind, gross, tax, cost, reckoned });
  }
  return accept(facts);
}

/** The tax in what is left of a line's price: its share, to the nearest minor unit. */
export function taxIn(line: LineFacts, net: number): number {
  return line.gross === 0 ? 0 : timesOverNearest(line.tax, net, line.gross);
}

/** The lines an offer is on. Shipping only where it says so; a gift card that is bought never. */
export function linesOn(facts: readonly LineFacts[], on: On | null | undefined): LineFacts[] {
  return facts.filter(({ line, kind }) => {
    if (on?.shipping === true) return kind === 'shipping';
    return kind === 'goods' && isChosen(on?.items, line.item) && isChosen(on?.groups, line.group);
  });
}
