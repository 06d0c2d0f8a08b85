/**
 * What points were given for, which decides how they are accounted for. `sale`: with something that was paid for, a
 * separate performance obligation, deferred revenue. `gift`: without a sale (joining, referral, birthday, goodwill), a cost
 * of marketing. `opening`: balances taken over from another program, whose cost was booked there. `paid`: money that was
 * paid in (a gift card, a top-up), a liability in full and never income before it is used.
 */
export const natures = ['sale', 'gift', 'opening', 'paid'] as const;
export type Nature = (typeof natures)[number];

/** For these an order is the occasion and not what was paid for: a friend's order, a mistake put right. */
const GIVEN = new Set(['referral', 'adjust', 'reward']);

/**
 * From what a credit says of its cause. Points of an order are part of its sale whatever rule gave them; what somebody paid
 * for by itself (`sold`) is told by the ledger and is `paid`.
 */
export function natureOf(cause: {
  readonly kind: string;
  readonly order?: string | null | undefined;
}): Nature {
  if (cause.kind === 'import') return 'opening';
  return cause.order === undefined || cause.order === null || GIVEN.has(cause.kind) ? 'gift' : 'sale';
}
