import type { Instant } from '../../values/index.ts';

/**
 * The ledger as a book in memory: what the SQL of the server must come to, said in the plainest way. It is not what the
 * product runs on; random sequences are run through both and compared.
 */

/** The account of the programme on the other side of an entry. */
export type Against =
  | 'issued'
  | 'adjusted'
  | 'redeemed'
  | 'expired'
  | 'written-off'
  | 'transferred'
  | 'settled';

/** What was got at once. A negative amount is a debt. */
export interface Lot {
  readonly holder: number;
  readonly wallet: string;
  readonly amount: number;
  remaining: number;
  held: number;
  expired: number;
  reversed: number;
  writtenOff: number;
  /** Of a debt: the lot that was taken back after it was spent. */
  readonly forLot: number | null;
  readonly at: Instant;
  readonly availableFrom: Instant;
  readonly expiresAt: Instant | null;
}

export interface Entry {
  readonly lot: number;
  readonly units: number;
  readonly against: Against;
  readonly forLot: number | null;
}

export interface Deed {
  readonly kind: 'earn' | 'spend' | 'give-back' | 'take-back' | 'expire' | 'adjust' | 'transfer';
  readonly key: string;
  readonly wallet: string;
  readonly units: number;
  /** The key of the deed that this one gives or takes back. */
  readonly reverses: string | null;
  readonly entries: Entry[];
}

export interface Hold {
  readonly until: Instant;
  readonly wallet: string;
  readonly lots: readonly { readonly lot: number; readonly units: number }[];
  state: 'open' | 'released' | 'captured';
}

/** Lots, deeds and holds are known by their place. */
export interface Book {
  readonly lots: Lot[];
  readonly deeds: Deed[];
  readonly holds: Map<string, Hold>;
  /** Everybody who is one with this person, themselves included. */
  kin: (holder: number) => readonly number[];
}

export function newBook(): Book {
  return { lots: [], deeds: [], holds: new Map(), kin: (holder) => [holder] };
}

/** The lots of everybody who is one with the holder, with their numbers. */
export function lotsOf(book: Book, holder: number, wallet: string): [number: number, lot: Lot][] {
  const kin = book.kin(holder);
  return [...book.lots.entries()].filter(([, lot]) => lot.wallet === wallet && kin.includes(lot.holder));
}

export function owedBy(book: Book, holder: number, wallet: string): number {
  return lotsOf(book, holder, wallet).reduce((sum, [, lot]) => sum - Math.min(0, lot.remaining), 0);
}

/** Lots with something free in them, in the order of spending; what has not vested comes last, or not at all. */
export function spendable(
  book: Book,
  { holder, wallet, now }: { readonly holder: number; readonly wallet: string; readonly now: Instant },
  withPending: boolean,
): { readonly lot: number; readonly free: number }[] {
  return lotsOf(book, holder, wallet)
    .filter(([, lot]) => lot.amount > 0 && lot.remaining > lot.held)
    .filter(([, lot]) => (lot.expiresAt ?? Number.POSITIVE_INFINITY) > now)
    .filter(([, lot]) => withPending || lot.availableFrom <= now)
    .sort(
      ([one, a], [other, b]) =>
        Number(a.availableFrom > now) - Number(b.availableFrom > now) ||
        compare(a.expiresAt ?? Number.POSITIVE_INFINITY, b.expiresAt ?? Number.POSITIVE_INFINITY) ||
        compare(a.at, b.at) ||
        one - other,
    )
    .map(([number, lot]) => ({ lot: number, free: lot.remaining - lot.held }));
}

/** Not a difference: two lots that never expire would differ by what is no number. */
function compare(a: number, b: number): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** What can be spent: free, vested, not expired, less what is owed. */
export function available(book: Book, holder: number, wallet: string, now: Instant): number {
  const free = spendable(book, { holder, wallet, now }, false).reduce((sum, lot) => sum + lot.free, 0);
  return Math.max(0, free - owedBy(book, holder, wallet));
}

export function balance(book: Book, holder: number, wallet: string): number {
  return lotsOf(book, holder, wallet).reduce((sum, [, lot]) => sum + lot.remaining, 0);
}

export function lotAt(book: Book, number: number): Lot {
  const lot = book.lots[number];
  if (lot === undefined) throw new RangeError(`no lot ${number}`);
  return lot;
}

/** Writes one entry and what it does to its lot. */
export function enter(book: Book, deed: Deed, entry: Entry): void {
  if (entry.units === 0) return;
  const lot = lotAt(book, entry.lot);
  deed.entries.push(entry);
  lot.remaining += entry.units;
  if (entry.against === 'expired') lot.expired -= entry.units;
  if (entry.against === 'written-off') lot.writtenOff += entry.units;
}

/** Moves units between two lots, for the sake of one of them or of a third. */
export function settle(
  book: Book,
  deed: Deed,
  move: {
    readonly from: number;
    readonly to: number;
    readonly units: number;
    readonly forFrom: number | null;
    readonly forTo: number | null;
  },
): void {
  enter(book, deed, { lot: move.from, units: -move.units, against: 'settled', forLot: move.forFrom });
  enter(book, deed, { lot: move.to, units: move.units, against: 'settled', forLot: move.forTo });
}
