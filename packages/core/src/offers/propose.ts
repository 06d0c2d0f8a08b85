import { divide } from '../programme/index.ts';
import type { Perk } from './offer.ts';
import type { Proposal } from './priced.ts';
import { sumOf } from './proportion.ts';

export interface Swap {
  readonly perk: Perk;
  readonly off: readonly number[];
  readonly proposal: Proposal;
}

/**
 * What to give instead of a discount: half of it and a perk ("5 % and a free service instead of 10 %"), else a perk alone.
 * Of the perks the one that is worth most to the person, then the one that costs least; it must cost less than the discount.
 *
 * @param fits whether the guard lets a discount through whole, with a perk that costs so much
 * @param least what half and perk have to be worth to the person together; 0: anything
 */
export function proposeInstead(
  off: readonly number[],
  perks: readonly Perk[],
  fits: (off: readonly number[], perk: number) => boolean,
  { alone, least }: { readonly alone: boolean; readonly least: number },
): Swap | null {
  const instead = sumOf(off);
  const half = divide(Math.floor(instead / 2), off);
  const none = off.map(() => 0);
  const byWorth = [...perks].sort(
    (a, b) => (b.worth ?? b.cost) - (a.worth ?? a.cost) || a.cost - b.cost || (a.key < b.key ? -1 : 1),
  );
  for (const kept of alone ? [half, none] : [half]) {
    const discount = sumOf(kept);
    for (const perk of byWorth) {
      const cost = discount + perk.cost;
      if (cost >= instead || discount + (perk.worth ?? perk.cost) < least || !fits(kept, perk.cost)) continue;
      const { key, name } = perk;
      return { perk, off: kept, proposal: { perk: key, name, discount, cost, instead } };
    }
  }
  return null;
}
