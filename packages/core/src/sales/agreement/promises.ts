import { addMonths, type Calendar, type Day } from '../../values/index.ts';
import type { Quotation } from './quotation.ts';

/** Something we said we would do, or should not forget to do, after a sale. */
export interface AfterSale {
  /** What it is for, and with `place` which of them: part of the natural key. */
  readonly kind: 'thanks' | 'ask' | 'service' | 'guarantee-end';
  readonly place: number;
  readonly day: Day;
  /** Whether it was promised to the customer, and not just our own reminder. */
  readonly promised: boolean;
}

/** So many days before a guarantee ends somebody calls: late enough to mean something, early enough to still use it. */
const BEFORE_GUARANTEE_ENDS = 14;

/**
 * What follows a sale, by day: thanks on the next day, the question how it is going, the service visits that were promised,
 * and a call before the guarantee ends. Months are those of the business's calendar.
 */
export function afterSale(
  quotation: Pick<Quotation, 'guaranteeMonths' | 'service' | 'askAfterDays'>,
  { sold, calendar }: { readonly sold: Day; readonly calendar: Calendar },
): AfterSale[] {
  const { guaranteeMonths, service, askAfterDays } = quotation;
  const found: AfterSale[] = [{ kind: 'thanks', place: 1, day: sold + 1, promised: false }];
  if (askAfterDays > 0) found.push({ kind: 'ask', place: 1, day: sold + askAfterDays, promised: false });
  for (let place = 1; place <= (service?.visits ?? 0); place++)
    found.push({
      kind: 'service',
      place,
      day: addMonths(sold, place * (service?.everyMonths ?? 1), calendar),
      promised: true,
    });
  const end = guaranteeEnd(guaranteeMonths, sold, calendar);
  if (end !== null)
    found.push({
      kind: 'guarantee-end',
      place: 1,
      day: Math.max(sold + 1, end - BEFORE_GUARANTEE_ENDS),
      promised: false,
    });
  return found.sort((a, b) => a.day - b.day);
}

/** The last day of a guarantee; null: there is none. */
export function guaranteeEnd(months: number, sold: Day, calendar: Calendar): Day | null {
  return months === 0 ? null : addMonths(sold, months, calendar);
}
