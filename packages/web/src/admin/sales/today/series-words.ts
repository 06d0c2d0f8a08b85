import type { KeptSeries } from './queries.ts';

/** Facts are named with a dot, which the sentences know as a step down. */
export function startOf(start: NonNullable<KeptSeries['definition']['start']>) {
  switch (start) {
    case 'lead.captured':
      return 'captured';
    case 'lead.handed':
      return 'handed';
    case 'deal.opened':
      return 'opened';
    case 'quotation.sent':
      return 'quoted';
    case 'deal.lost':
      return 'lost';
    case 'order.paid':
      return 'paid';
  }
}
