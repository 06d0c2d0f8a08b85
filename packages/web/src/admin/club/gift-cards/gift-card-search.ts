import { numberIn } from '../vouchers/voucher-search.ts';
import type { GiftCard } from './queries.ts';

export const CARD_STATES = ['active', 'frozen', 'refunded'] as const satisfies readonly GiftCard['state'][];

/** What the address of the page on gift cards holds. */
export interface GiftCardsSearch {
  /** Cards of every state without it. */
  readonly state?: GiftCard['state'];
  /** The last four signs of the code that is looked for. */
  readonly tail?: string;
  /** Whose cards. */
  readonly person?: number;
  /** The one card that is open. */
  readonly card?: number;
}

export function readGiftCards(raw: Readonly<Record<string, unknown>>): GiftCardsSearch {
  const state = CARD_STATES.find((one) => one === raw['state']);
  // The router reads `?tail=4827` as a number; signs are always a text.
  const tail = typeof raw['tail'] === 'number' ? String(raw['tail']) : raw['tail'];
  const person = numberIn(raw['person']);
  const card = numberIn(raw['card']);
  return {
    ...(state === undefined ? {} : { state }),
    ...(typeof tail === 'string' && /^[0-9A-Za-z]{4}$/.test(tail) ? { tail: tail.toUpperCase() } : {}),
    ...(person === undefined ? {} : { person }),
    ...(card === undefined ? {} : { card }),
  };
}
