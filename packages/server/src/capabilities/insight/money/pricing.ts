import type { Statement } from '../../../platform/database/index.ts';

/** What the business says is kept of a sale whose cost nobody knows. No row: it has said nothing. */
export interface MarginNow {
  readonly marginRate: number;
  /** Rises with every change. */
  readonly revision: number;
}

/** For a basket that is priced now, to be sent together with others; answers at most one row. */
export const marginNowStatement: Statement = {
  name: 'margin-now',
  text: 'SELECT margin_rate AS "marginRate", revision FROM money_settings WHERE business_id = this_business()',
};

/** What one piece of each of these items costs: rows of `item` and `cost`, for those of which it is known. */
export function unitCostsStatement(items: readonly string[]): Statement {
  return {
    name: 'unit-costs-of',
    text: `SELECT o.item, o.cost FROM unit_costs o WHERE o.business_id = this_business() AND o.item = ANY($1::text[])`,
    values: [items],
    many: { types: ['text[]'] },
  };
}
