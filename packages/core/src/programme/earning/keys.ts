/**
 * The natural key of what a rule gives on an occasion: the same occasion gives once for ever, whichever way it was told
 * and whatever version of the programme was in force. The version stands beside it, never in it.
 */
export type EarningOccasion =
  /** An order, by its number: told by the till and by the shop's own system, it is one order. */
  | { readonly kind: 'order'; readonly order: string }
  | { readonly kind: 'fact'; readonly source: string; readonly key: string }
  /** A value of a field, once for a person: a survey. */
  | { readonly kind: 'value'; readonly person: number; readonly value: string | number | boolean }
  /** Once for a person, or once for a part of time or a place: a year of birthdays, a rung, a level. */
  | { readonly kind: 'person'; readonly person: number; readonly part?: string };

export function earningKey(rule: string, occasion: EarningOccasion): string {
  switch (occasion.kind) {
    case 'order':
      return `earn:${rule}:order:${occasion.order}`;
    case 'fact':
      return `earn:${rule}:fact:${occasion.source}:${occasion.key}`;
    case 'value':
      return `earn:${rule}:value:${occasion.person}:${String(occasion.value)}`;
    case 'person':
      return `earn:${rule}:person:${occasion.person}${occasion.part === undefined ? '' : `:${occasion.part}`}`;
  }
}
