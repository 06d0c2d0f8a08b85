import { agreedReturn, type AgreedReturn, type Back, quotationTotals } from '@nardeban/core/sales';
import type { Refusal } from '@nardeban/core/values';
import type { Agreement, Quotation } from './queries.ts';

/** What of each line came back already, in thousandths. */
export function goneOf(content: Pick<Quotation, 'lines'>, returns: Agreement['returns']): readonly number[] {
  const gone = content.lines.map(() => 0);
  for (const { lines } of returns)
    for (const { line, quantity } of lines) gone[line] = (gone[line] ?? 0) + quantity;
  return gone;
}

/** How many come back of each line, by its place, as they are typed in pieces; null: all that is left. */
export type Pieces = ReadonlyMap<number, number> | null;

export function asBack(pieces: Pieces): readonly Back[] | null {
  if (pieces === null) return null;
  return [...pieces]
    .map(([line, count]) => ({ line, quantity: Math.round(count * 1000) }))
    .filter(({ quantity }) => quantity > 0)
    .sort((one, other) => one.line - other.line);
}

/** What is to be paid back, or why it cannot come back so. */
export function returnOf(
  content: Quotation,
  returns: Agreement['returns'],
  pieces: Pieces,
): { readonly back: AgreedReturn; readonly fault: null } | { readonly back: null; readonly fault: Refusal } {
  const totals = quotationTotals(content);
  if (!totals.ok) return { back: null, fault: totals.refusal };
  const planned = agreedReturn(content, totals.value, goneOf(content, returns), asBack(pieces));
  return planned.ok ? { back: planned.value, fault: null } : { back: null, fault: planned.refusal };
}
