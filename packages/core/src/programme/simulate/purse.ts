import type { Instant } from '../../values/index.ts';

interface Lot {
  /** The order or the referral that earned it, by which it is taken back; null: nothing takes it back. */
  readonly source: string | null;
  readonly availableFrom: Instant;
  readonly expiresAt: Instant | null;
  left: number;
}

/**
 * What one person holds in one wallet while the past is played again: lots, the soonest to expire spent first and then the
 * oldest, debts absorbed by what comes next. It is the ledger's rule without its book-keeping.
 */
export class Purse {
  #lots: Lot[] = [];
  #debt = 0;

  /** Lots that ended by an instant, each with its end. */
  expire(until: Instant): { readonly at: Instant; readonly units: number }[] {
    const gone: { at: Instant; units: number }[] = [];
    this.#lots = this.#lots.filter(({ expiresAt, left }) => {
      if (left === 0) return false;
      if (expiresAt === null || expiresAt > until) return true;
      gone.push({ at: expiresAt, units: left });
      return false;
    });
    return gone;
  }

  earn(units: number, lot: Omit<Lot, 'left'>): void {
    const absorbed = Math.min(units, this.#debt);
    this.#debt -= absorbed;
    if (units > absorbed) this.#lots.push({ ...lot, left: units - absorbed });
  }

  available(at: Instant): number {
    return this.#lots.reduce((sum, { availableFrom, left }) => (availableFrom <= at ? sum + left : sum), 0);
  }

  spend(units: number, at: Instant): void {
    const usable = this.#lots
      .filter(({ availableFrom }) => availableFrom <= at)
      .sort((a, b) => (a.expiresAt ?? Infinity) - (b.expiresAt ?? Infinity));
    takeFrom(usable, units);
  }

  /** Takes back what an order or a referral earned: from its own lots, then from others, and the rest is owed or let go. */
  takeBack(source: string, units: number, negative: 'allow' | 'clamp'): void {
    const own = this.#lots.filter((lot) => lot.source === source);
    const rest = takeFrom([...own, ...this.#lots.filter((lot) => lot.source !== source)], units);
    if (negative === 'allow') this.#debt += rest;
  }

  get outstanding(): number {
    return this.#lots.reduce((sum, { left }) => sum + left, 0);
  }

  get debt(): number {
    return this.#debt;
  }
}

function takeFrom(lots: readonly Lot[], units: number): number {
  let rest = units;
  for (const lot of lots) {
    const taken = Math.min(rest, lot.left);
    lot.left -= taken;
    rest -= taken;
  }
  return rest;
}
