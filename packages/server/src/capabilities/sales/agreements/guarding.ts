import type { Quotation, QuotationTotals } from '@nardeban/core/sales';
import type { Instant, Result } from '@nardeban/core/values';
import type { Tx } from '../../../platform/database/index.ts';
import type { Business } from '../../../platform/tenancy/index.ts';
import { type GuardSays, judgeOwnDiscounts } from '../../offers/index.ts';

/** What the guard of the club's offers says of the discounts of a quotation. Refusals: those of `judgeOwnDiscounts`. */
export function guardOf(
  tx: Tx,
  business: Business,
  {
    person,
    content,
    totals,
    now,
  }: {
    readonly person: number;
    readonly content: Quotation;
    readonly totals: QuotationTotals;
    readonly now: Instant;
  },
): Promise<Result<GuardSays>> {
  return judgeOwnDiscounts(tx, business, {
    person,
    lines: content.lines.map(({ sku, quantity }, place) => {
      const line = totals.lines[place];
      return {
        sku,
        quantity,
        gross: line?.gross ?? 0,
        off: (line?.lineOff ?? 0) + (line?.sharedOff ?? 0),
      };
    }),
    now,
  });
}

/** Whether a manager has to be asked before it is sent. */
export function isHeldBack(guard: GuardSays | null): boolean {
  return guard !== null && guard.allowed < guard.asked;
}
