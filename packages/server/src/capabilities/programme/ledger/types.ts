import type { Instant } from '@nardeban/core/values';

/** The one wallet that a gift card has, in minor units; no wallet of the programme may be called so. */
export const GIFT_CARD_WALLET = 'gift-card';

/** Who is owed: a person (whoever they are merged with counts as well), or a gift card. */
export type Holder =
  | { readonly kind: 'person'; readonly id: number }
  | { readonly kind: 'card'; readonly id: number };

/** Why something was posted; kept with it for ever. At most 4,000 characters as JSON. */
export interface Cause {
  /** earning, purchase, return, cancel, redeem, adjust, transfer, import, referral, reward, gift-card … */
  readonly kind: string;
  readonly order?: string;
  readonly fact?: { readonly source: string; readonly key: string };
  readonly rule?: string;
  /** The version of the programme that made it. */
  readonly version?: number;
  readonly reason?: string;
  /** Who did it, where somebody did. */
  readonly by?: string;
  /** The line of the order, counted from 0. */
  readonly line?: number;
}

/** Units of a wallet, or of a gift card: whole, at least 0. */
export interface WalletUnits {
  readonly wallet: string;
  readonly units: number;
}
export interface CardAmount {
  readonly card: number;
  readonly amount: number;
}

/**
 * One transaction of the ledger: it is about one holder and one wallet. The same asked for again answers the same, with
 * `isNew` false.
 */
export interface Posted {
  readonly transaction: number;
  /** Under whom it was written; of people who are one, the one whose lot it touched first. */
  readonly holder: Holder;
  readonly wallet: string;
  /** What the balance was to change by: positive where the holder got something. */
  readonly units: number;
  /** What of it expired in the same moment: it was given back to lots that have expired. */
  readonly expired: number;
  /** What of it the holder owes from now on. */
  readonly debt: number;
  /** What of it nobody will be asked for. */
  readonly writtenOff: number;
  readonly isNew: boolean;
}

export interface Balance {
  readonly wallet: string;
  /** What can be spent now: vested, not expired, not held, and less what is owed. Never below 0. */
  readonly available: number;
  /** Kept aside by open quotes. */
  readonly held: number;
  /** Earned and not vested yet. */
  readonly pending: number;
  /** What is owed to the business, as a positive number. */
  readonly debt: number;
  /** When the next of it vests; null: nothing is pending. */
  readonly vestsAt: Instant | null;
  /** What expires when, the soonest first, of what is available, held or pending. */
  readonly expiring: readonly { readonly at: Instant; readonly units: number }[];
}

/** One transaction as the holder reads it. */
export interface LedgerEntry {
  readonly transaction: number;
  readonly kind: 'earn' | 'spend' | 'give-back' | 'take-back' | 'expire' | 'adjust' | 'transfer' | 'settle';
  readonly wallet: string;
  /** What it did to the balance; may differ from what was asked, where a part expired or was written off. */
  readonly units: number;
  readonly at: Instant;
  readonly postedAt: Instant;
  /** From when and until when what was got can be spent; null where nothing was got. */
  readonly availableFrom: Instant | null;
  readonly expiresAt: Instant | null;
  /** The transaction that it gives or takes back. */
  readonly reverses: number | null;
  readonly cause: Cause;
}
