import type { CardLoad } from './queries.ts';

/** The payments of a card that were not given back yet. */
export function openLoads(loads: readonly CardLoad[]): readonly CardLoad[] {
  return loads.filter(({ refundedAt }) => refundedAt === null);
}

/**
 * What giving a payment back takes off the card, and what of the payment was used already, in minor units; the purchase
 * of the card itself (place 1) takes everything. What is used stays used. The server says at the end what it was.
 */
export function refundOf(
  loads: readonly CardLoad[],
  place: number,
  available: number,
): { readonly goesOff: number; readonly used: number } {
  const paid = openLoads(loads)
    .filter((load) => place === 1 || load.place === place)
    .reduce((sum, { amount }) => sum + amount, 0);
  const goesOff = Math.min(paid, available);
  return { goesOff, used: paid - goesOff };
}
